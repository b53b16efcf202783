//! Drafts: in no list, but found by those who write them.

use crate::naming::may_change;
use crate::schema::{records, rendition_links, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result};
use aect_types::drafts::Draft;
use aect_types::policy::Caller;
use aect_types::{Resource, Uuid, Visibility};
use diesel::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Titled {
    #[serde(alias = "name", alias = "name_fr")]
    title: String,
}

/// The drafts that a person may write, the last written first: among those that name what they belong to, or among all
/// for animators.
pub fn of(conn: &mut Conn, caller: &Caller) -> Result<Vec<Draft>> {
    let mut query = records::table
        .inner_join(renditions::table.on(renditions::record_id.eq(records::id)))
        .filter(renditions::visibility.eq(Visibility::Draft.as_str()))
        .filter(renditions::hidden.eq(false))
        .into_boxed();
    if !caller.may_animate() {
        let Some(person) = caller.person() else {
            return Ok(Vec::new());
        };
        let mine: Vec<Id> = person.memberships.keys().copied().map(Id).collect();
        let naming = rendition_links::table
            .filter(rendition_links::to_id.eq_any(mine.clone()))
            .select(rendition_links::from_id);
        query = query.filter(records::id.eq_any(naming).or(records::id.eq_any(mine)));
    }
    let rows: Vec<(Id, String, String, String, At)> = query
        .order(records::updated_at.desc())
        .select((
            records::id,
            records::resource,
            records::slug,
            renditions::summary,
            records::updated_at,
        ))
        .load(conn)?;
    let mut drafts = Vec::new();
    for (id, resource, slug, summary, updated_at) in rows {
        let (id, resource): (Uuid, Resource) = (id.0, resource.parse()?);
        if may_change(conn, caller, resource, id)? {
            let Titled { title } = serde_json::from_str(&summary)?;
            drafts.push(Draft {
                resource,
                id,
                slug: slug.parse()?,
                title,
                updated_at: updated_at.0,
            });
        }
    }
    Ok(drafts)
}
