//! The library.

use crate::columns::{codes, date, day, ids, read_list, replace_list};
use crate::lookup::Lookup;
use crate::schema::{resource_countries, resource_publishers, resource_themes, resources};
use crate::sql::{Doc, Id};
use crate::stored::{Stored, present};
use crate::{Conn, Result, authors};
use aect_types::resources::{SharedResource, SharedResourceInput, SharedResourceRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = resources, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    title: String,
    summary: Option<String>,
    description: Option<String>,
    kind: String,
    link: Option<String>,
    published_on: Option<String>,
    language: Option<String>,
    audience: Doc,
    publisher_name: Option<String>,
    reviewed_on: Option<String>,
    review_due_on: Option<String>,
}

impl Row {
    fn new(id: Uuid, input: &SharedResourceInput) -> Result<Self> {
        Ok(Self {
            id: Id(id),
            title: input.title.clone(),
            summary: input.summary.clone(),
            description: input.description.clone(),
            kind: input.kind.to_string(),
            link: input.link.clone(),
            published_on: input.published_on.map(|date| date.to_string()),
            language: input.language.map(|language| language.to_string()),
            audience: Doc::of(&input.audience)?,
            publisher_name: input.publisher_name.clone(),
            reviewed_on: input.reviewed_on.map(|day| day.to_string()),
            review_due_on: input.review_due_on.map(|day| day.to_string()),
        })
    }
}

impl Stored for SharedResourceInput {
    type Record = SharedResource;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.title.clone())
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("description", self.description.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = resources::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "resource", id)?;
        let of = Id(id);
        let themes: Vec<Id> = read_list!(conn, resource_themes, resource_id = of, resource_themes::theme_id);
        let countries: Vec<String> = read_list!(
            conn,
            resource_countries,
            resource_id = of,
            resource_countries::country_code
        );
        let publishers: Vec<authors::Columns> = read_list!(
            conn,
            resource_publishers,
            resource_id = of,
            (
                resource_publishers::collectivity_id,
                resource_publishers::actor_id
            )
        );
        Ok(Self {
            title: row.title,
            summary: row.summary,
            description: row.description,
            kind: row.kind.parse()?,
            link: row.link,
            published_on: date(row.published_on)?,
            language: row.language.map(|code| code.parse()).transpose()?,
            audience: row.audience.read()?,
            publisher_name: row.publisher_name,
            reviewed_on: row.reviewed_on.as_deref().map(day).transpose()?,
            review_due_on: row.review_due_on.as_deref().map(day).transpose()?,
            countries: codes(&countries)?,
            publishers: authors::read(publishers),
            themes: ids(themes),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self)?;
        if new {
            diesel::insert_into(resources::table).values(&row).execute(conn)?;
        } else {
            diesel::update(resources::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        let resource = Id(id);
        replace_list!(
            conn,
            new,
            resource_publishers,
            resource_id = resource,
            &self.publishers,
            |rank, author| (
                resource_publishers::rank.eq(rank),
                resource_publishers::collectivity_id.eq(author.collectivity.map(Id)),
                resource_publishers::actor_id.eq(author.actor.map(Id)),
            )
        );
        replace_list!(
            conn,
            new,
            resource_themes,
            resource_id = resource,
            &self.themes,
            |rank, theme| (
                resource_themes::rank.eq(rank),
                resource_themes::theme_id.eq(Id(*theme)),
            )
        );
        replace_list!(
            conn,
            new,
            resource_countries,
            resource_id = resource,
            &self.countries,
            |rank, country| (
                resource_countries::rank.eq(rank),
                resource_countries::country_code.eq(country.as_str()),
            )
        );
        Ok(())
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<SharedResource> {
        let refs = SharedResourceRefs {
            publishers: authors::named(&self.publishers, lookup)?,
            themes: lookup.each(&self.themes, Lookup::theme)?,
        };
        Ok(SharedResource::compose(meta, self, refs))
    }
}
