//! What a collectivity does abroad, counted from the public projects that it leads or shares.

use crate::lookup::Lookup;
use crate::schema::{project_collectivities, project_countries, project_themes, projects, records};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::collectivities::Activity;
use aect_types::projects::ProjectKind;
use aect_types::{CountryCode, Uuid, Visibility};
use diesel::dsl::auto_type;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Its figures.
pub(super) fn of(lookup: &mut Lookup<'_>, collectivity: Uuid) -> Result<Activity> {
    let projects = projects_of(lookup.conn, collectivity)?;
    if projects.is_empty() {
        return Ok(Activity::default());
    }
    let unconfirmed = projects
        .values()
        .filter(|twinning_to_confirm| **twinning_to_confirm)
        .count();
    let mut themes = BTreeSet::new();
    for theme in themes_of(lookup.conn, collectivity)? {
        themes.extend(lookup.theme(theme)?.map(|theme| theme.slug));
    }
    Ok(Activity {
        projects: count(projects.len() - unconfirmed),
        twinnings_to_confirm: count(unconfirmed),
        countries: countries_of(lookup.conn, collectivity)?.into_iter().collect(),
        themes: themes.into_iter().collect(),
    })
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The public projects that it leads.
#[auto_type]
fn led(collectivity: Id) -> _ {
    let public: &'static str = Visibility::Public.as_str();
    projects::table
        .inner_join(records::table.on(records::id.eq(projects::id)))
        .filter(projects::lead_id.eq(collectivity))
        .filter(records::visibility.eq(public))
        .filter(records::hidden_at.is_null())
}

/// The public projects that it shares.
#[auto_type]
fn shared(collectivity: Id) -> _ {
    let public: &'static str = Visibility::Public.as_str();
    project_collectivities::table
        .inner_join(projects::table.on(projects::id.eq(project_collectivities::project_id)))
        .inner_join(records::table.on(records::id.eq(project_collectivities::project_id)))
        .filter(project_collectivities::collectivity_id.eq(collectivity))
        .filter(records::visibility.eq(public))
        .filter(records::hidden_at.is_null())
}

/// Its projects, each with whether it is a twinning that nobody has confirmed.
fn projects_of(conn: &mut Conn, collectivity: Uuid) -> Result<BTreeMap<Uuid, bool>> {
    let columns = (projects::id, projects::kind, projects::to_confirm);
    let mut rows: Vec<(Id, String, bool)> = led(Id(collectivity)).select(columns).load(conn)?;
    rows.extend(
        shared(Id(collectivity))
            .select(columns)
            .load::<(Id, String, bool)>(conn)?,
    );
    let unconfirmed = |kind: &str, to_confirm: bool| to_confirm && kind == ProjectKind::Twinning.as_str();
    Ok(rows
        .into_iter()
        .map(|(id, kind, to_confirm)| (id.0, unconfirmed(&kind, to_confirm)))
        .collect())
}

/// The countries of its projects.
fn countries_of(conn: &mut Conn, collectivity: Uuid) -> Result<BTreeSet<CountryCode>> {
    let countries = project_countries::table.on(project_countries::project_id.eq(projects::id));
    let mut codes: Vec<String> = led(Id(collectivity))
        .inner_join(countries)
        .select(project_countries::country_code)
        .distinct()
        .load(conn)?;
    codes.extend(
        shared(Id(collectivity))
            .inner_join(countries)
            .select(project_countries::country_code)
            .distinct()
            .load::<String>(conn)?,
    );
    codes.into_iter().map(|code| Ok(code.parse()?)).collect()
}

/// The themes of its projects.
fn themes_of(conn: &mut Conn, collectivity: Uuid) -> Result<BTreeSet<Uuid>> {
    let themes = project_themes::table.on(project_themes::project_id.eq(projects::id));
    let mut ids: Vec<Id> = led(Id(collectivity))
        .inner_join(themes)
        .select(project_themes::theme_id)
        .distinct()
        .load(conn)?;
    ids.extend(
        shared(Id(collectivity))
            .inner_join(themes)
            .select(project_themes::theme_id)
            .distinct()
            .load::<Id>(conn)?,
    );
    Ok(ids.into_iter().map(|id| id.0).collect())
}
