//! What no visitor of the small region may see.

use super::{Hidden, Reason, SECRET, World, origin};
use crate::inputs::{
    actor, at, collectivity, countries, event, group, in_paris, initiative, news, partner_authority, place,
    project, read, resource, theme,
};
use aect_db::{Result, Stored, Write};
use aect_types::actors::ActorKind;
use aect_types::collectivities::{CollectivityInput, CollectivityKind};
use aect_types::events::{EventInput, EventKind};
use aect_types::external_initiatives::{ExternalInitiativeInput, InitiativeKind};
use aect_types::money::MoneyRange;
use aect_types::news::NewsInput;
use aect_types::projects::ProjectInput;
use aect_types::resources::{ResourceKind, SharedResourceInput};
use aect_types::thematic_groups::{GroupKind, ThematicGroupInput};
use aect_types::themes::ThemeKind;
use aect_types::{Record, Visibility};

/// Three records of each kind that visitors never see. They share themes, countries and collectivities with public
/// ones, so that a count that includes them is wrong.
pub(super) fn settle(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    for reason in [Reason::Members, Reason::Draft, Reason::Deleted] {
        let name = |what: &str| format!("{what} {SECRET} {reason:?}");
        let themes = vec![world.water];
        hide(
            write,
            world,
            reason,
            &theme(ThemeKind::Field, &name("Thème"), &name("Theme")),
        )?;
        hide(write, world, reason, &actor(ActorKind::Network, &name("Réseau")))?;
        hide(
            write,
            world,
            reason,
            &partner_authority(&name("Ville"), "SN", Some(at(-17.0, 14.0))),
        )?;
        let commune = CollectivityInput {
            department_code: Some("33".to_owned()),
            epci: Some(world.metropole),
            position: Some(at(-0.6, 44.8)),
            ..collectivity(CollectivityKind::Commune, &name("Commune"), &name("Commune de"))
        };
        hide(write, world, reason, &commune)?;
        let cooperation = ProjectInput {
            lead: Some(world.gironde),
            countries: countries(&["SN"]),
            themes: themes.clone(),
            sdgs: vec![6],
            places: vec![place("Dakar", "SN", Some(at(-17.4677, 14.7167)))],
            start_date: Some(read("2015")),
            budget: MoneyRange::eur_cents(Some(900_000_000), Some(900_000_000)),
            ..project(&name("Projet"))
        };
        hide(write, world, reason, &cooperation)?;
        let meeting = EventInput {
            countries: vec![read("SN")],
            themes: themes.clone(),
            ..event(
                &name("Réunion"),
                EventKind::Meeting,
                in_paris("2026-07-01T14:00:00", "2026-07-01T15:00:00"),
            )
        };
        hide(write, world, reason, &meeting)?;
        let told = NewsInput {
            countries: vec![read("SN")],
            themes: themes.clone(),
            ..news(&name("Nouvelle"), "2026-07-02")
        };
        hide(write, world, reason, &told)?;
        let guide = SharedResourceInput {
            themes: themes.clone(),
            countries: vec![read("SN")],
            ..resource(&name("Guide"), ResourceKind::Guide)
        };
        hide(write, world, reason, &guide)?;
        let elsewhere = ExternalInitiativeInput {
            themes: themes.clone(),
            countries: vec![read("SN")],
            ..initiative(&name("Programme"), InitiativeKind::Programme)
        };
        hide(write, world, reason, &elsewhere)?;
        let closed = ThematicGroupInput {
            themes,
            ..group(&name("Groupe"), GroupKind::Task)
        };
        hide(write, world, reason, &closed)?;
    }
    Ok(())
}

fn hide<S: Stored>(write: &mut Write<'_>, world: &mut World, reason: Reason, input: &S) -> Result<()> {
    let visibility = match reason {
        Reason::Members => Visibility::Members,
        Reason::Draft => Visibility::Draft,
        Reason::Deleted => Visibility::Public,
    };
    let id = write.create(input, &origin(), visibility)?;
    if reason == Reason::Deleted {
        write.hide(id)?;
    }
    world.hidden.push(Hidden {
        resource: S::Record::RESOURCE,
        id,
        reason,
    });
    Ok(())
}
