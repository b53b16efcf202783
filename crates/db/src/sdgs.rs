//! Sustainable Development Goals.

use crate::lookup::Lookup;
use crate::schema::sdgs;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::sdgs::{Sdg, SdgInput, SdgRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sdgs, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    number: i16,
    name_fr: String,
    name_en: String,
    title_fr: String,
    title_en: String,
    color: String,
}

impl Row {
    fn new(id: Uuid, input: &SdgInput) -> Self {
        Self {
            id: Id(id),
            number: input.number,
            name_fr: input.name_fr.clone(),
            name_en: input.name_en.clone(),
            title_fr: input.title_fr.clone(),
            title_en: input.title_en.clone(),
            color: input.color.clone(),
        }
    }
}

impl TryFrom<Row> for SdgInput {
    type Error = crate::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            number: row.number,
            name_fr: row.name_fr,
            name_en: row.name_en,
            title_fr: row.title_fr,
            title_en: row.title_en,
            color: row.color,
        })
    }
}

impl Stored for SdgInput {
    type Record = Sdg;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name_fr.clone())
    }

    fn codes(&self) -> Vec<(&'static str, String)> {
        vec![("number", self.number.to_string())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = sdgs::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        present(row, "Sdg", id)?.try_into()
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(sdgs::table).values(&row).execute(conn)?;
        } else {
            diesel::update(sdgs::table.find(Id(id))).set(&row).execute(conn)?;
        }
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<Sdg> {
        Ok(Sdg::compose(meta, self, SdgRefs {}))
    }
}
