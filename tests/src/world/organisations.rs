//! Collectivities, actors and authorities abroad of the small region.

use super::{World, public};
use crate::inputs::{actor, at, collectivity, partner_authority, read};
use aect_db::{Result, Write};
use aect_types::actors::{ActorInput, ActorKind};
use aect_types::collectivities::{
    CollectivityInput, CollectivityKind, Engagement, InterestInput, InterestLevel,
};

pub(super) fn settle(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    authorities(write, world)?;
    communes(write, world)?;
    actors(write, world)?;
    partners(write, world)
}

fn authorities(write: &mut Write<'_>, world: &mut World) -> Result<()> {
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
    Ok(())
}

fn communes(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    let bordeaux = CollectivityInput {
        epci: Some(world.metropole),
        position: Some(at(-0.5792, 44.8378)),
        ..commune("Bordeaux", "33063", 265_000)
    };
    world.bordeaux = public(write, &bordeaux)?;
    let saint_emilion = CollectivityInput {
        position: Some(at(-0.1557, 44.8940)),
        ..commune("Saint-Émilion", "33394", 1_800)
    };
    world.saint_emilion = public(write, &saint_emilion)?;
    // A parent of communes outside of the region: in no list, in no count.
    let kind = CollectivityKind::CommunityOfCommunes;
    let neighbour = CollectivityInput {
        in_scope: false,
        ..collectivity(kind, "Pays de Redon", "CC Pays de Redon")
    };
    public(write, &neighbour)?;
    Ok(())
}

fn commune(name: &str, insee: &str, population: i32) -> CollectivityInput {
    CollectivityInput {
        insee_code: Some(insee.to_owned()),
        department_code: Some("33".to_owned()),
        population: Some(population),
        ..collectivity(CollectivityKind::Commune, name, &format!("Commune de {name}"))
    }
}

fn actors(write: &mut Write<'_>, world: &mut World) -> Result<()> {
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
