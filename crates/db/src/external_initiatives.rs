//! What other networks run.

use crate::columns::{codes, ids, read_list, replace_list};
use crate::lookup::Lookup;
use crate::schema::{external_initiatives, initiative_actors, initiative_countries, initiative_themes};
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::external_initiatives::{ExternalInitiative, ExternalInitiativeInput, ExternalInitiativeRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = external_initiatives, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    name: String,
    summary: Option<String>,
    kind: String,
    status: String,
    website: Option<String>,
    run_by_name: Option<String>,
}

impl Row {
    fn new(id: Uuid, input: &ExternalInitiativeInput) -> Self {
        Self {
            id: Id(id),
            name: input.name.clone(),
            summary: input.summary.clone(),
            kind: input.kind.to_string(),
            status: input.status.to_string(),
            website: input.website.clone(),
            run_by_name: input.run_by_name.clone(),
        }
    }
}

impl Stored for ExternalInitiativeInput {
    type Record = ExternalInitiative;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name.clone())
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = external_initiatives::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "external initiative", id)?;
        let of = Id(id);
        let countries: Vec<String> = read_list!(
            conn,
            initiative_countries,
            initiative_id = of,
            initiative_countries::country_code
        );
        let run_by: Vec<Id> = read_list!(
            conn,
            initiative_actors,
            initiative_id = of,
            initiative_actors::actor_id
        );
        let themes: Vec<Id> = read_list!(
            conn,
            initiative_themes,
            initiative_id = of,
            initiative_themes::theme_id
        );
        Ok(Self {
            name: row.name,
            summary: row.summary,
            kind: row.kind.parse()?,
            status: row.status.parse()?,
            website: row.website,
            run_by_name: row.run_by_name,
            countries: codes(&countries)?,
            run_by: ids(run_by),
            themes: ids(themes),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(external_initiatives::table)
                .values(&row)
                .execute(conn)?;
        } else {
            diesel::update(external_initiatives::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        let initiative = Id(id);
        replace_list!(
            conn,
            new,
            initiative_actors,
            initiative_id = initiative,
            &self.run_by,
            |rank, actor| (
                initiative_actors::rank.eq(rank),
                initiative_actors::actor_id.eq(Id(*actor)),
            )
        );
        replace_list!(
            conn,
            new,
            initiative_themes,
            initiative_id = initiative,
            &self.themes,
            |rank, theme| (
                initiative_themes::rank.eq(rank),
                initiative_themes::theme_id.eq(Id(*theme)),
            )
        );
        replace_list!(
            conn,
            new,
            initiative_countries,
            initiative_id = initiative,
            &self.countries,
            |rank, country| (
                initiative_countries::rank.eq(rank),
                initiative_countries::country_code.eq(country.as_str()),
            )
        );
        Ok(())
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<ExternalInitiative> {
        let refs = ExternalInitiativeRefs {
            run_by: lookup.each(&self.run_by, Lookup::actor)?,
            themes: lookup.each(&self.themes, Lookup::theme)?,
        };
        Ok(ExternalInitiative::compose(meta, self, refs))
    }
}
