//! A small region with a few cooperations, in which every test knows its way.
//!
//! Beside the public records of each kind there are a members' one, a draft and a deleted one; all of those, and only
//! those, hold the word [`SECRET`].

mod code_lists;
mod events;
mod hidden;
mod organisations;
mod projects;
mod told;

use crate::inputs::theme;
use aect_db::{Db, Origin, Result, Stored, Write};
use aect_types::provenance::SourceKind;
use aect_types::themes::ThemeKind;
use aect_types::{Resource, Uuid, Visibility};

/// A word that no visitor may ever read.
pub const SECRET: &str = "Xylophone";

/// The records of the small region, by their identifiers.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after its record")]
pub struct World {
    pub water: Uuid,
    pub culture: Uuid,
    pub youth: Uuid,
    pub co_funding: Uuid,
    pub region: Uuid,
    pub gironde: Uuid,
    pub landes: Uuid,
    pub metropole: Uuid,
    pub bordeaux: Uuid,
    pub saint_emilion: Uuid,
    pub so_cooperation: Uuid,
    pub afd: Uuid,
    pub dakar: Uuid,
    pub rabat: Uuid,
    pub munich: Uuid,
    pub fukuoka: Uuid,
    /// Led by the Gironde, with the Landes: Senegal, water, running.
    pub water_in_dakar: Uuid,
    /// Led by Bordeaux: Morocco, culture, completed.
    pub culture_in_rabat: Uuid,
    /// Led by the region: Senegal and Morocco, youth and culture, an idea.
    pub youth_exchange: Uuid,
    /// Known by its country alone: Japan.
    pub prospecting: Uuid,
    /// A twinning that is confirmed: Bordeaux and Fukuoka.
    pub twinning: Uuid,
    /// A twinning that nobody has confirmed: Bordeaux and Munich.
    pub twinning_to_confirm: Uuid,
    pub plenary: Uuid,
    pub mission: Uuid,
    pub webinar: Uuid,
    pub cancelled: Uuid,
    pub network_group: Uuid,
    /// The Gironde's, of the project on water in Dakar.
    pub back_from_dakar: Uuid,
    /// The network's own.
    pub call_for_projects: Uuid,
    /// The Gironde's: water, in French, good until 2027.
    pub convention: Uuid,
    /// The AFD's: Senegal, water.
    pub water_programme: Uuid,
    /// What no visitor may see: members', draft and deleted records of each kind.
    pub hidden: Vec<Hidden>,
}

/// A record that no visitor may see.
#[derive(Clone, Copy, Debug)]
pub struct Hidden {
    /// Its kind.
    pub resource: Resource,
    /// Its identifier.
    pub id: Uuid,
    /// Why it is hidden.
    pub reason: Reason,
}

/// Why a record is hidden from visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is for members.
    Members,
    /// It is a draft.
    Draft,
    /// It was deleted.
    Deleted,
}

/// Who enters the small region.
#[must_use]
pub fn origin() -> Origin {
    Origin {
        kind: SourceKind::Import,
        source: Some("Jeu d’essai".to_owned()),
        license: Some("Licence Ouverte 2.0".to_owned()),
    }
}

/// Enters a record that everybody may see.
pub fn public<S: Stored>(write: &mut Write<'_>, input: &S) -> Result<Uuid> {
    write.create(input, &origin(), Visibility::Public)
}

/// Fills an empty database.
pub(crate) fn settle(db: &Db) -> Result<World> {
    db.write_blocking("import:test", |write| {
        code_lists::settle(write)?;
        let mut world = World {
            water: public(
                write,
                &theme(ThemeKind::Field, "Eau et assainissement", "Water and sanitation"),
            )?,
            culture: public(
                write,
                &theme(ThemeKind::Field, "Culture et patrimoine", "Culture and heritage"),
            )?,
            youth: public(write, &theme(ThemeKind::Field, "Jeunesse", "Youth"))?,
            co_funding: public(write, &theme(ThemeKind::Topic, "Cofinancement", "Co-funding"))?,
            ..World::nowhere()
        };
        organisations::settle(write, &mut world)?;
        projects::settle(write, &mut world)?;
        events::settle(write, &mut world)?;
        told::settle(write, &mut world)?;
        hidden::settle(write, &mut world)?;
        Ok(world)
    })
}

impl World {
    const fn nowhere() -> Self {
        const NIL: Uuid = Uuid::nil();
        Self {
            water: NIL,
            culture: NIL,
            youth: NIL,
            co_funding: NIL,
            region: NIL,
            gironde: NIL,
            landes: NIL,
            metropole: NIL,
            bordeaux: NIL,
            saint_emilion: NIL,
            so_cooperation: NIL,
            afd: NIL,
            dakar: NIL,
            rabat: NIL,
            munich: NIL,
            fukuoka: NIL,
            water_in_dakar: NIL,
            culture_in_rabat: NIL,
            youth_exchange: NIL,
            prospecting: NIL,
            twinning: NIL,
            twinning_to_confirm: NIL,
            plenary: NIL,
            mission: NIL,
            webinar: NIL,
            cancelled: NIL,
            network_group: NIL,
            back_from_dakar: NIL,
            call_for_projects: NIL,
            convention: NIL,
            water_programme: NIL,
            hidden: Vec::new(),
        }
    }
}
