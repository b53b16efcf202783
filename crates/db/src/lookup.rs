//! References looked up: what a record says of the others that it names.
//!
//! A record that is not public is not named in another one, so that nothing leaks; every reference is noted, even a
//! hidden one, so that the naming record is rendered again when the named one changes.

use crate::schema::{
    actors, collectivities, events, external_initiatives, partner_authorities, projects, records,
    thematic_groups, themes,
};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::actors::ActorRef;
use aect_types::collectivities::CollectivityRef;
use aect_types::events::EventRef;
use aect_types::external_initiatives::ExternalInitiativeRef;
use aect_types::partner_authorities::PartnerAuthorityRef;
use aect_types::projects::ProjectRef;
use aect_types::thematic_groups::ThematicGroupRef;
use aect_types::themes::ThemeRef;
use aect_types::{Slug, Uuid, Visibility};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Looks references up on one connection, and remembers what was found while one transaction renders.
pub struct Lookup<'c> {
    /// The connection, for what a record computes besides.
    pub(crate) conn: &'c mut Conn,
    named: BTreeSet<Uuid>,
    collectivities: HashMap<Uuid, Option<CollectivityRef>>,
    departments: HashMap<String, Option<Uuid>>,
    actors: HashMap<Uuid, Option<ActorRef>>,
    partner_authorities: HashMap<Uuid, Option<PartnerAuthorityRef>>,
    themes: HashMap<Uuid, Option<ThemeRef>>,
}

/// Slug of a record that may be named, `None` of one that may not.
fn public_slug(conn: &mut Conn, id: Uuid) -> Result<Option<Slug>> {
    let slug: Option<String> = records::table
        .find(Id(id))
        .filter(records::visibility.eq(Visibility::Public.as_str()))
        .filter(records::hidden_at.is_null())
        .select(records::slug)
        .first(conn)
        .optional()?;
    Ok(slug.map(|slug| slug.parse()).transpose()?)
}

impl<'c> Lookup<'c> {
    pub(crate) fn new(conn: &'c mut Conn) -> Self {
        Self {
            conn,
            named: BTreeSet::new(),
            collectivities: HashMap::new(),
            departments: HashMap::new(),
            actors: HashMap::new(),
            partner_authorities: HashMap::new(),
            themes: HashMap::new(),
        }
    }

    /// What was named since the last call.
    pub(crate) fn take_named(&mut self) -> BTreeSet<Uuid> {
        std::mem::take(&mut self.named)
    }

    /// A collectivity.
    pub(crate) fn collectivity(&mut self, id: Uuid) -> Result<Option<CollectivityRef>> {
        self.named.insert(id);
        if let Some(known) = self.collectivities.get(&id) {
            return Ok(known.clone());
        }
        let found = match public_slug(self.conn, id)? {
            None => None,
            Some(slug) => {
                let (name, kind): (String, String) = collectivities::table
                    .find(Id(id))
                    .select((collectivities::full_name, collectivities::kind))
                    .first(self.conn)?;
                Some(CollectivityRef {
                    id,
                    slug,
                    name,
                    kind: kind.parse()?,
                })
            }
        };
        self.collectivities.insert(id, found.clone());
        Ok(found)
    }

    /// The department with that INSEE code.
    pub(crate) fn department(&mut self, code: &str) -> Result<Option<CollectivityRef>> {
        let id = if let Some(known) = self.departments.get(code) {
            *known
        } else {
            let found: Option<Id> = collectivities::table
                .filter(collectivities::kind.eq("department"))
                .filter(collectivities::insee_code.eq(code))
                .select(collectivities::id)
                .first(self.conn)
                .optional()?;
            let id = found.map(|id| id.0);
            self.departments.insert(code.to_owned(), id);
            id
        };
        id.map_or(Ok(None), |id| self.collectivity(id))
    }

    /// The INSEE code of a collectivity's department.
    pub(crate) fn department_code(&mut self, collectivity: Uuid) -> Result<Option<String>> {
        Ok(collectivities::table
            .find(Id(collectivity))
            .select(collectivities::department_code)
            .first(self.conn)
            .optional()?
            .flatten())
    }

    /// An actor.
    pub(crate) fn actor(&mut self, id: Uuid) -> Result<Option<ActorRef>> {
        self.named.insert(id);
        if let Some(known) = self.actors.get(&id) {
            return Ok(known.clone());
        }
        let found = match public_slug(self.conn, id)? {
            None => None,
            Some(slug) => {
                let (name, acronym): (String, Option<String>) = actors::table
                    .find(Id(id))
                    .select((actors::name, actors::acronym))
                    .first(self.conn)?;
                Some(ActorRef {
                    id,
                    slug,
                    name,
                    acronym,
                })
            }
        };
        self.actors.insert(id, found.clone());
        Ok(found)
    }

    /// A local authority abroad.
    pub(crate) fn partner_authority(&mut self, id: Uuid) -> Result<Option<PartnerAuthorityRef>> {
        self.named.insert(id);
        if let Some(known) = self.partner_authorities.get(&id) {
            return Ok(known.clone());
        }
        let found = match public_slug(self.conn, id)? {
            None => None,
            Some(slug) => {
                let (name, country): (String, String) = partner_authorities::table
                    .find(Id(id))
                    .select((partner_authorities::name, partner_authorities::country_code))
                    .first(self.conn)?;
                Some(PartnerAuthorityRef {
                    id,
                    slug,
                    name,
                    country: country.parse()?,
                })
            }
        };
        self.partner_authorities.insert(id, found.clone());
        Ok(found)
    }

    /// A theme.
    pub(crate) fn theme(&mut self, id: Uuid) -> Result<Option<ThemeRef>> {
        self.named.insert(id);
        if let Some(known) = self.themes.get(&id) {
            return Ok(known.clone());
        }
        let found = match public_slug(self.conn, id)? {
            None => None,
            Some(slug) => {
                let (name_fr, name_en): (String, String) = themes::table
                    .find(Id(id))
                    .select((themes::name_fr, themes::name_en))
                    .first(self.conn)?;
                Some(ThemeRef {
                    id,
                    slug,
                    name_fr,
                    name_en,
                })
            }
        };
        self.themes.insert(id, found.clone());
        Ok(found)
    }

    /// A project.
    pub(crate) fn project(&mut self, id: Uuid) -> Result<Option<ProjectRef>> {
        self.named.insert(id);
        let Some(slug) = public_slug(self.conn, id)? else {
            return Ok(None);
        };
        let title = projects::table
            .find(Id(id))
            .select(projects::title)
            .first(self.conn)?;
        Ok(Some(ProjectRef { id, slug, title }))
    }

    /// An event.
    pub(crate) fn event(&mut self, id: Uuid) -> Result<Option<EventRef>> {
        self.named.insert(id);
        let Some(slug) = public_slug(self.conn, id)? else {
            return Ok(None);
        };
        let title = events::table
            .find(Id(id))
            .select(events::title)
            .first(self.conn)?;
        Ok(Some(EventRef { id, slug, title }))
    }

    /// A thematic group.
    pub(crate) fn thematic_group(&mut self, id: Uuid) -> Result<Option<ThematicGroupRef>> {
        self.named.insert(id);
        let Some(slug) = public_slug(self.conn, id)? else {
            return Ok(None);
        };
        let name = thematic_groups::table
            .find(Id(id))
            .select(thematic_groups::name)
            .first(self.conn)?;
        Ok(Some(ThematicGroupRef { id, slug, name }))
    }

    /// What another network runs.
    pub(crate) fn external_initiative(&mut self, id: Uuid) -> Result<Option<ExternalInitiativeRef>> {
        self.named.insert(id);
        let Some(slug) = public_slug(self.conn, id)? else {
            return Ok(None);
        };
        let name = external_initiatives::table
            .find(Id(id))
            .select(external_initiatives::name)
            .first(self.conn)?;
        Ok(Some(ExternalInitiativeRef { id, slug, name }))
    }

    /// Each of `ids` that may be named, in their order.
    pub(crate) fn each<T>(
        &mut self,
        ids: &[Uuid],
        one: impl Fn(&mut Self, Uuid) -> Result<Option<T>>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(one(self, *id)?);
        }
        Ok(found)
    }
}
