//! What a collectivity does abroad, counted from the public projects that it leads or shares.

use crate::schema::{project_collectivities, project_countries, project_themes, projects, records};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::collectivities::Activity;
use aect_types::projects::ProjectKind;
use aect_types::{CountryCode, Slug, Uuid, Visibility};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Its figures.
pub(super) fn of(conn: &mut Conn, collectivity: Uuid) -> Result<Activity> {
    let projects = shown_projects(conn, collectivity)?;
    if projects.is_empty() {
        return Ok(Activity::default());
    }
    let unconfirmed = projects
        .values()
        .filter(|twinning_to_confirm| **twinning_to_confirm)
        .count();
    let mut countries: BTreeSet<CountryCode> = BTreeSet::new();
    let mut themes: BTreeSet<Slug> = BTreeSet::new();
    for project in projects.keys() {
        let codes: Vec<String> = project_countries::table
            .filter(project_countries::project_id.eq(Id(*project)))
            .select(project_countries::country_code)
            .load(conn)?;
        for code in codes {
            countries.insert(code.parse()?);
        }
        let slugs: Vec<String> = project_themes::table
            .inner_join(records::table.on(records::id.eq(project_themes::theme_id)))
            .filter(project_themes::project_id.eq(Id(*project)))
            .filter(records::visibility.eq(Visibility::Public.as_str()))
            .filter(records::hidden_at.is_null())
            .select(records::slug)
            .load(conn)?;
        for slug in slugs {
            themes.insert(slug.parse()?);
        }
    }
    Ok(Activity {
        projects: count(projects.len() - unconfirmed),
        twinnings_to_confirm: count(unconfirmed),
        countries: countries.into_iter().collect(),
        themes: themes.into_iter().collect(),
    })
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Its public projects, each with whether it is a twinning that nobody has confirmed.
fn shown_projects(conn: &mut Conn, collectivity: Uuid) -> Result<BTreeMap<Uuid, bool>> {
    let led: Vec<(Id, String, bool)> = projects::table
        .inner_join(records::table.on(records::id.eq(projects::id)))
        .filter(projects::lead_id.eq(Id(collectivity)))
        .filter(records::visibility.eq(Visibility::Public.as_str()))
        .filter(records::hidden_at.is_null())
        .select((projects::id, projects::kind, projects::to_confirm))
        .load(conn)?;
    let shared: Vec<(Id, String, bool)> = project_collectivities::table
        .inner_join(projects::table.on(projects::id.eq(project_collectivities::project_id)))
        .inner_join(records::table.on(records::id.eq(project_collectivities::project_id)))
        .filter(project_collectivities::collectivity_id.eq(Id(collectivity)))
        .filter(records::visibility.eq(Visibility::Public.as_str()))
        .filter(records::hidden_at.is_null())
        .select((projects::id, projects::kind, projects::to_confirm))
        .load(conn)?;
    let unconfirmed = |kind: &str, to_confirm: bool| to_confirm && kind == ProjectKind::Twinning.as_str();
    Ok(led
        .into_iter()
        .chain(shared)
        .map(|(id, kind, to_confirm)| (id.0, unconfirmed(&kind, to_confirm)))
        .collect())
}
