//! The agenda of the small region, and its group.

use super::{World, public};
use crate::inputs::{at, days, event, group, in_paris, period, read};
use aect_db::{Result, Write};
use aect_types::events::{Audience, EventInput, EventKind, EventPartInput, EventRole, EventStatus, Venue};
use aect_types::thematic_groups::{GroupKind, ThematicGroupInput};

pub(super) fn settle(write: &mut Write<'_>, world: &mut World) -> Result<()> {
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
