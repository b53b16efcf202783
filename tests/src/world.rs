//! A small region with a few cooperations, in which every test knows its way.
//!
//! Beside the public records of each kind there are a members' one, a draft and a deleted one; all of those, and only
//! those, hold the word [`SECRET`].

use crate::inputs::{
    actor, at, collectivity, countries, country, dac_sector, days, event, group, in_paris, partner_authority,
    period, place, project, read, sdg, theme,
};
use aect_db::{Db, Origin, Result, Stored, Write};
use aect_types::actors::{ActorInput, ActorKind};
use aect_types::collectivities::{
    CollectivityInput, CollectivityKind, Engagement, InterestInput, InterestLevel,
};
use aect_types::countries::{Continent, CountryInput};
use aect_types::events::{Audience, EventInput, EventKind, EventPartInput, EventRole, EventStatus, Venue};
use aect_types::money::MoneyRange;
use aect_types::projects::{
    ActorPartInput, ActorRole, CollectivityPartInput, CollectivityRole, CountryShare, LookingFor,
    ProjectInput, ProjectKind, ProjectStatus,
};
use aect_types::provenance::SourceKind;
use aect_types::thematic_groups::{GroupKind, ThematicGroupInput};
use aect_types::themes::ThemeKind;
use aect_types::{Record, Resource, Uuid, Visibility};

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
        code_lists(write)?;
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
        organisations(write, &mut world)?;
        partners(write, &mut world)?;
        projects(write, &mut world)?;
        events(write, &mut world)?;
        hidden(write, &mut world)?;
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
            hidden: Vec::new(),
        }
    }
}

fn code_lists(write: &mut Write<'_>) -> Result<()> {
    for (code, iso3, fr, en, continent, position) in [
        (
            "SN",
            "SEN",
            "Sénégal",
            "Senegal",
            Continent::Africa,
            at(-14.5, 14.4),
        ),
        ("MA", "MAR", "Maroc", "Morocco", Continent::Africa, at(-6.3, 31.9)),
        (
            "DE",
            "DEU",
            "Allemagne",
            "Germany",
            Continent::Europe,
            at(10.4, 51.1),
        ),
        ("JP", "JPN", "Japon", "Japan", Continent::Asia, at(138.0, 36.5)),
        (
            "CI",
            "CIV",
            "Côte d’Ivoire",
            "Côte d’Ivoire",
            Continent::Africa,
            at(-5.6, 7.6),
        ),
    ] {
        let input = CountryInput {
            position: Some(position),
            ..country(code, iso3, fr, en, continent)
        };
        public(write, &input)?;
    }
    public(write, &sdg(4, "Éducation de qualité", "Quality education"))?;
    public(
        write,
        &sdg(6, "Eau propre et assainissement", "Clean water and sanitation"),
    )?;
    public(write, &sdg(17, "Partenariats", "Partnerships"))?;
    public(
        write,
        &dac_sector(
            "140",
            "Distribution d’eau et assainissement",
            "Water supply and sanitation",
        ),
    )?;
    public(
        write,
        &dac_sector(
            "111",
            "Éducation, niveau non spécifié",
            "Education, level unspecified",
        ),
    )?;
    Ok(())
}

fn organisations(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    world.region = public(
        write,
        &CollectivityInput {
            siren: Some(read("200053759")),
            insee_code: Some("75".to_owned()),
            population: Some(6_110_000),
            engagement: Engagement::Engaged,
            position: Some(at(0.2, 45.2)),
            ..collectivity(
                CollectivityKind::Region,
                "Nouvelle-Aquitaine",
                "Région Nouvelle-Aquitaine",
            )
        },
    )?;
    world.gironde = public(
        write,
        &CollectivityInput {
            siren: Some(read("223300013")),
            insee_code: Some("33".to_owned()),
            department_code: Some("33".to_owned()),
            population: Some(1_690_000),
            engagement: Engagement::Engaged,
            position: Some(at(-0.58, 44.83)),
            interests: vec![InterestInput {
                theme: Some(world.co_funding),
                country: None,
                level: InterestLevel::Curious,
            }],
            ..collectivity(
                CollectivityKind::Department,
                "Gironde",
                "Département de la Gironde",
            )
        },
    )?;
    world.landes = public(
        write,
        &CollectivityInput {
            insee_code: Some("40".to_owned()),
            department_code: Some("40".to_owned()),
            population: Some(420_000),
            position: Some(at(-0.78, 43.97)),
            ..collectivity(CollectivityKind::Department, "Landes", "Département des Landes")
        },
    )?;
    world.metropole = public(
        write,
        &CollectivityInput {
            siren: Some(read("243300316")),
            department_code: Some("33".to_owned()),
            population: Some(840_000),
            engagement: Engagement::Willing,
            ..collectivity(
                CollectivityKind::Metropole,
                "Bordeaux Métropole",
                "Bordeaux Métropole",
            )
        },
    )?;
    for (slot, name, full_name, insee, population, epci, lon, lat) in [
        (
            &mut world.bordeaux,
            "Bordeaux",
            "Commune de Bordeaux",
            "33063",
            265_000,
            Some(world.metropole),
            -0.5792,
            44.8378,
        ),
        (
            &mut world.saint_emilion,
            "Saint-Émilion",
            "Commune de Saint-Émilion",
            "33394",
            1_800,
            None,
            -0.1557,
            44.8940,
        ),
    ] {
        *slot = public(
            write,
            &CollectivityInput {
                insee_code: Some(insee.to_owned()),
                department_code: Some("33".to_owned()),
                population: Some(population),
                epci,
                position: Some(at(lon, lat)),
                ..collectivity(CollectivityKind::Commune, name, full_name)
            },
        )?;
    }
    // A parent of communes outside of the region: in no list, in no count.
    let neighbour = CollectivityInput {
        in_scope: false,
        ..collectivity(
            CollectivityKind::CommunityOfCommunes,
            "Pays de Redon",
            "CC Pays de Redon",
        )
    };
    public(write, &neighbour)?;
    world.so_cooperation = public(
        write,
        &ActorInput {
            acronym: Some("SOC".to_owned()),
            ..actor(ActorKind::Network, "SO Coopération")
        },
    )?;
    world.afd = public(
        write,
        &ActorInput {
            acronym: Some("AFD".to_owned()),
            ..actor(ActorKind::StateOperator, "Agence française de développement")
        },
    )?;
    Ok(())
}

fn partners(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    world.dakar = public(
        write,
        &partner_authority("Dakar", "SN", Some(at(-17.4677, 14.7167))),
    )?;
    world.rabat = public(
        write,
        &partner_authority("Rabat", "MA", Some(at(-6.8326, 34.0133))),
    )?;
    world.munich = public(
        write,
        &partner_authority("Munich", "DE", Some(at(11.5755, 48.1374))),
    )?;
    world.fukuoka = public(write, &partner_authority("Fukuoka", "JP", None))?;
    Ok(())
}

fn projects(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    world.water_in_dakar = public(write, &water_in_dakar(world))?;
    world.culture_in_rabat = public(write, &culture_in_rabat(world))?;
    world.youth_exchange = public(write, &youth_exchange(world))?;
    world.prospecting = public(
        write,
        &ProjectInput {
            kind: ProjectKind::Prospecting,
            status: ProjectStatus::Unknown,
            lead_name: Some("Comité de jumelage".to_owned()),
            countries: countries(&["JP"]),
            places: vec![place("Japon", "JP", None)],
            ..project("Recherche d’un partenaire")
        },
    )?;
    world.twinning = public(
        write,
        &twinning(world, "Jumelage Bordeaux – Fukuoka", "JP", world.fukuoka, false),
    )?;
    world.twinning_to_confirm = public(
        write,
        &twinning(world, "Jumelage Bordeaux – Munich", "DE", world.munich, true),
    )?;
    Ok(())
}

fn water_in_dakar(world: &World) -> ProjectInput {
    ProjectInput {
        summary: Some("Des forages et des puits".to_owned()),
        description: Some("L’accès à l’eau potable des écoles".to_owned()),
        lead: Some(world.gironde),
        collectivities: vec![CollectivityPartInput {
            collectivity: world.landes,
            role: CollectivityRole::CoLead,
        }],
        actors: vec![ActorPartInput {
            actor: world.afd,
            role: ActorRole::Funder,
        }],
        partner_authorities: vec![world.dakar],
        countries: countries(&["SN"]),
        places: vec![place("Dakar", "SN", Some(at(-17.4677, 14.7167)))],
        themes: vec![world.water],
        sdgs: vec![6],
        dac_sectors: vec!["140".to_owned()],
        start_date: Some(read("2015")),
        budget: MoneyRange::eur_cents(Some(10_000_000), Some(12_000_050)),
        looking_for: vec![LookingFor::Partners],
        ..project("De l’eau à Dakar")
    }
}

fn culture_in_rabat(world: &World) -> ProjectInput {
    ProjectInput {
        status: ProjectStatus::Completed,
        lead: Some(world.bordeaux),
        partner_authorities: vec![world.rabat],
        countries: countries(&["MA"]),
        places: vec![
            place("Rabat", "MA", Some(at(-6.8326, 34.0133))),
            place("Salé", "MA", Some(at(-6.7985, 34.0531))),
        ],
        themes: vec![world.culture],
        start_date: Some(read("2010-03")),
        end_date: Some(read("2014-06-30")),
        budget: MoneyRange::eur_cents(None, Some(5_000_000)),
        ..project("Coopérations culturelles à Rabat")
    }
}

fn youth_exchange(world: &World) -> ProjectInput {
    let share = |code: &str, share_percent| CountryShare {
        country: read(code),
        share_percent: Some(share_percent),
    };
    ProjectInput {
        kind: ProjectKind::YouthMobility,
        status: ProjectStatus::Idea,
        lead: Some(world.region),
        countries: vec![share("SN", 60), share("MA", 40)],
        themes: vec![world.youth, world.culture],
        sdgs: vec![4, 17],
        budget: MoneyRange::eur_cents(Some(1_000_000), Some(1_000_000)),
        looking_for: vec![LookingFor::Partners, LookingFor::Hosting],
        ..project("Mobilité des jeunes")
    }
}

/// A twinning of Bordeaux.
#[must_use]
pub fn twinning(world: &World, title: &str, code: &str, partner: Uuid, to_confirm: bool) -> ProjectInput {
    ProjectInput {
        kind: ProjectKind::Twinning,
        status: ProjectStatus::Unknown,
        to_confirm,
        lead: Some(world.bordeaux),
        partner_authorities: vec![partner],
        countries: countries(&[code]),
        ..project(title)
    }
}

fn events(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    world.network_group = public(
        write,
        &ThematicGroupInput {
            purpose: Some("Se concerter".to_owned()),
            themes: vec![world.co_funding],
            countries: vec![read("SN")],
            members: vec![world.gironde, world.landes],
            animators: vec![world.so_cooperation],
            ..group("Groupe de l’action extérieure", GroupKind::Task)
        },
    )?;
    let part = |collectivity, actor, role| EventPartInput {
        collectivity,
        actor,
        role,
    };
    world.plenary = public(
        write,
        &EventInput {
            description: Some("Ordre du jour : eau, culture ; débat".to_owned()),
            audience: vec![Audience::Elected, Audience::Staff],
            venue: Some(Venue {
                name: Some("Hôtel de Région".to_owned()),
                address: Some("14 rue François de Sourdis".to_owned()),
                commune: Some("Bordeaux".to_owned()),
                position: Some(at(-0.5792, 44.8378)),
            }),
            organisations: vec![
                part(None, Some(world.so_cooperation), EventRole::Organiser),
                part(Some(world.region), None, EventRole::Host),
            ],
            themes: vec![world.water],
            group: Some(world.network_group),
            ..event(
                "Plénière",
                EventKind::Plenary,
                in_paris("2026-07-01T10:00:00", "2026-07-01T12:30:00"),
            )
        },
    )?;
    world.mission = public(
        write,
        &EventInput {
            countries: vec![read("SN")],
            organisations: vec![part(Some(world.gironde), None, EventRole::Organiser)],
            ..event(
                "Mission à Dakar",
                EventKind::MissionAbroad,
                days("2026-10-05", "2026-10-09"),
            )
        },
    )?;
    world.webinar = public(
        write,
        &EventInput {
            online: true,
            status: EventStatus::Tentative,
            audience: vec![Audience::Open],
            ..event("Webinaire FICOL", EventKind::Webinar, period("2027-02"))
        },
    )?;
    world.cancelled = public(
        write,
        &EventInput {
            status: EventStatus::Cancelled,
            ..event(
                "Petit-déjeuner",
                EventKind::Breakfast,
                in_paris("2025-01-15T08:30:00", "2025-01-15T10:00:00"),
            )
        },
    )?;
    Ok(())
}

/// Three records of each kind that visitors never see. They share themes, countries and collectivities with public
/// ones, so that a count that includes them is wrong.
fn hidden(write: &mut Write<'_>, world: &mut World) -> Result<()> {
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
