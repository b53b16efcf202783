//! What is told in the small region.

use super::{World, public};
use crate::inputs::{news, read};
use aect_db::{Result, Write};
use aect_types::authors::AuthorInput;
use aect_types::news::NewsInput;

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
    Ok(())
}
