//! What is told in the small region.

use super::{World, public};
use crate::inputs::{initiative, news, read, resource};
use aect_db::{Result, Write};
use aect_types::authors::AuthorInput;
use aect_types::events::Audience;
use aect_types::external_initiatives::{ExternalInitiativeInput, InitiativeKind};
use aect_types::news::NewsInput;
use aect_types::resources::{ResourceKind, ResourceLanguage, SharedResourceInput};

pub(super) fn settle(write: &mut Write<'_>, world: &mut World) -> Result<()> {
    world.back_from_dakar = public(
        write,
        &NewsInput {
            summary: Some("La suite est prête".to_owned()),
            description: Some("Six élus ont visité les forages".to_owned()),
            countries: vec![read("SN")],
            authors: vec![AuthorInput {
                collectivity: Some(world.gironde),
                actor: None,
            }],
            themes: vec![world.water],
            projects: vec![world.water_in_dakar],
            events: vec![world.mission],
            ..news("Retour de Dakar", "2026-10-12")
        },
    )?;
    world.call_for_projects = public(
        write,
        &NewsInput {
            useful_until: Some(read("2026-03-31")),
            ..news("Un appel à projets est ouvert", "2026-02-01")
        },
    )?;
    world.convention = public(
        write,
        &SharedResourceInput {
            summary: Some("Une convention à adapter".to_owned()),
            link: Some("https://www.example.org/convention.odt".to_owned()),
            published_on: Some(read("2025-03")),
            language: Some(ResourceLanguage::French),
            audience: vec![Audience::Staff],
            reviewed_on: Some(read("2026-01-15")),
            review_due_on: Some(read("2027-01-15")),
            publishers: vec![AuthorInput {
                collectivity: Some(world.gironde),
                actor: None,
            }],
            themes: vec![world.water],
            ..resource("Modèle de convention", ResourceKind::Template)
        },
    )?;
    let note = SharedResourceInput {
        review_due_on: Some(read("2024-06-30")),
        publisher_name: Some("Un cabinet".to_owned()),
        ..resource("Ce que dit la loi", ResourceKind::LegalNote)
    };
    public(write, &note)?;
    world.water_programme = public(
        write,
        &ExternalInitiativeInput {
            summary: Some("Des fonds pour les forages".to_owned()),
            website: Some("https://www.example.org/eau".to_owned()),
            countries: vec![read("SN")],
            run_by: vec![world.afd],
            themes: vec![world.water],
            ..initiative("Programme eau", InitiativeKind::Programme)
        },
    )?;
    Ok(())
}
