//! Organisations that are not local authorities of the region.

use crate::lookup::Lookup;
use crate::schema::actors;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::actors::{Actor, ActorInput, ActorRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = actors, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    name: String,
    acronym: Option<String>,
    iati_organisation_type: Option<String>,
    scope: Option<String>,
    status_note: Option<String>,
    description: Option<String>,
    website: Option<String>,
    to_confirm: bool,
}

impl Row {
    fn new(id: Uuid, input: &ActorInput) -> Self {
        Self {
            id: Id(id),
            kind: input.kind.to_string(),
            name: input.name.clone(),
            acronym: input.acronym.clone(),
            iati_organisation_type: input.iati_organisation_type.clone(),
            scope: input.scope.clone(),
            status_note: input.status_note.clone(),
            description: input.description.clone(),
            website: input.website.clone(),
            to_confirm: input.to_confirm,
        }
    }
}

impl TryFrom<Row> for ActorInput {
    type Error = crate::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            kind: row.kind.parse()?,
            name: row.name,
            acronym: row.acronym,
            iati_organisation_type: row.iati_organisation_type,
            scope: row.scope,
            status_note: row.status_note,
            description: row.description,
            website: row.website,
            to_confirm: row.to_confirm,
        })
    }
}

impl Stored for ActorInput {
    type Record = Actor;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name.clone())
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("description", self.description.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = actors::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        present(row, "Actor", id)?.try_into()
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(actors::table).values(&row).execute(conn)?;
        } else {
            diesel::update(actors::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<Actor> {
        Ok(Actor::compose(meta, self, ActorRefs {}))
    }
}
