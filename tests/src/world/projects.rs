//! Cooperations and twinnings of the small region.

use super::{World, public};
use crate::inputs::{at, countries, place, project, read};
use aect_db::{Result, Write};
use aect_types::Uuid;
use aect_types::money::MoneyRange;
use aect_types::projects::{
    ActorPartInput, ActorRole, CollectivityPartInput, CollectivityRole, CountryShare, LookingFor,
    ProjectInput, ProjectKind, ProjectStatus,
};

pub(super) fn settle(write: &mut Write<'_>, world: &mut World) -> Result<()> {
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

fn twinning(world: &World, title: &str, code: &str, partner: Uuid, to_confirm: bool) -> ProjectInput {
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
