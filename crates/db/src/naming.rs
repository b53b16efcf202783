//! What a record would name: whether it is there, and for whom.

use crate::schema::{collectivities, records, slugs};
use crate::sql::Id;
use crate::stored::Stored;
use crate::{Conn, Result};
use aect_types::given::{Code, CodeList, Given, Reference};
use aect_types::policy::{Caller, Writers};
use aect_types::{Resource, Uuid, Visibility};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Of some references, those to nothing that the caller may read: no such record, of another kind, deleted, or not
/// theirs to see. Nobody learns by naming a record that it is there.
pub fn dangling(conn: &mut Conn, caller: &Caller, references: Vec<Reference>) -> Result<Vec<Reference>> {
    let ids: HashSet<Id> = references.iter().map(|reference| Id(reference.id)).collect();
    let found: Vec<(Id, String, String)> = records::table
        .filter(records::id.eq_any(ids))
        .filter(records::hidden_at.is_null())
        .select((records::id, records::resource, records::visibility))
        .load(conn)?;
    let found: HashMap<Uuid, (String, String)> = found
        .into_iter()
        .map(|(id, resource, visibility)| (id.0, (resource, visibility)))
        .collect();
    let mut dangling = Vec::new();
    for reference in references {
        let readable = match found.get(&reference.id) {
            Some((resource, visibility)) if *resource == reference.resource.as_str() => may_read(
                conn,
                caller,
                reference.resource,
                reference.id,
                visibility.parse()?,
            )?,
            _ => false,
        };
        if !readable {
            dangling.push(reference);
        }
    }
    Ok(dangling)
}

/// Whom a record belongs to is looked up only where its visibility does not decide.
pub(crate) fn may_read(
    conn: &mut Conn,
    caller: &Caller,
    resource: Resource,
    id: Uuid,
    visibility: Visibility,
) -> Result<bool> {
    Ok(caller.may_read(visibility, false)
        || caller.may_read(visibility, may_change(conn, caller, resource, id)?))
}

pub(crate) fn may_change(conn: &mut Conn, caller: &Caller, resource: Resource, id: Uuid) -> Result<bool> {
    let written = written_by(conn, resource, id)?;
    Ok(written.is_some_and(|(writers, owners)| caller.is_among(writers, &owners)))
}

/// The collectivities and actors whose editors write a record as its owners; nobody's are the code lists.
pub fn owners(conn: &mut Conn, resource: Resource, id: Uuid) -> Result<Vec<Uuid>> {
    Ok(written_by(conn, resource, id)?.map_or_else(Vec::new, |(_, owners)| owners))
}

/// Whether a collectivity is marked as in transition; `None` of what is none.
pub fn in_transition(conn: &mut Conn, record: Uuid) -> Result<Option<bool>> {
    Ok(collectivities::table
        .find(Id(record))
        .select(collectivities::in_transition)
        .first(conn)
        .optional()?)
}

/// Who changes a record, and whose it is; nobody changes the code lists.
fn written_by(conn: &mut Conn, resource: Resource, id: Uuid) -> Result<Option<(Writers, Vec<Uuid>)>> {
    use aect_types::{
        actors::ActorInput, collectivities::CollectivityInput, events::EventInput,
        external_initiatives::ExternalInitiativeInput, news::NewsInput,
        partner_authorities::PartnerAuthorityInput, projects::ProjectInput, resources::SharedResourceInput,
        thematic_groups::ThematicGroupInput, themes::ThemeInput,
    };
    fn of<S: Stored + Given>(conn: &mut Conn, id: Uuid) -> Result<Option<(Writers, Vec<Uuid>)>> {
        Ok(Some((S::RULES.change, S::load(conn, id)?.owners(id))))
    }
    match resource {
        Resource::Collectivities => of::<CollectivityInput>(conn, id),
        Resource::Actors => of::<ActorInput>(conn, id),
        Resource::PartnerAuthorities => of::<PartnerAuthorityInput>(conn, id),
        Resource::Projects => of::<ProjectInput>(conn, id),
        Resource::Events => of::<EventInput>(conn, id),
        Resource::News => of::<NewsInput>(conn, id),
        Resource::ThematicGroups => of::<ThematicGroupInput>(conn, id),
        Resource::Resources => of::<SharedResourceInput>(conn, id),
        Resource::ExternalInitiatives => of::<ExternalInitiativeInput>(conn, id),
        Resource::Themes => of::<ThemeInput>(conn, id),
        Resource::Countries | Resource::Sdgs | Resource::DacSectors => Ok(None),
    }
}

/// Of some codes, those that are not in their list.
pub fn unlisted(conn: &mut Conn, codes: Vec<Code>) -> Result<Vec<Code>> {
    let mut wanted: HashMap<Resource, HashSet<&str>> = HashMap::new();
    for code in &codes {
        if let CodeList::Records(resource) = code.list {
            wanted.entry(resource).or_default().insert(&code.code);
        }
    }
    let mut known: HashSet<(Resource, String)> = HashSet::new();
    for (resource, codes) in wanted {
        let found: Vec<String> = slugs::table
            .filter(slugs::resource.eq(resource.as_str()))
            .filter(slugs::kind.eq("code"))
            .filter(slugs::slug.eq_any(codes))
            .select(slugs::slug)
            .load(conn)?;
        known.extend(found.into_iter().map(|code| (resource, code)));
    }
    let listed = |code: &Code| match code.list {
        CodeList::Records(resource) => known.contains(&(resource, code.code.clone())),
        CodeList::TimeZones => code.code.parse::<chrono_tz::Tz>().is_ok(),
    };
    Ok(codes.into_iter().filter(|code| !listed(code)).collect())
}
