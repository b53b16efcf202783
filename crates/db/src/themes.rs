//! The one shared list of themes.

use crate::columns::replace_list;
use crate::lookup::Lookup;
use crate::schema::{theme_sdgs, themes};
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::themes::{Theme, ThemeInput, ThemeRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = themes, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    name_fr: String,
    name_en: String,
    description: Option<String>,
    origin: Option<String>,
    rank: i32,
}

impl Stored for ThemeInput {
    type Record = Theme;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name_fr.clone())
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("description", self.description.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = themes::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "theme", id)?;
        let sdgs = theme_sdgs::table
            .filter(theme_sdgs::theme_id.eq(Id(id)))
            .order(theme_sdgs::number)
            .select(theme_sdgs::number)
            .load(conn)?;
        Ok(Self {
            kind: row.kind.parse()?,
            name_fr: row.name_fr,
            name_en: row.name_en,
            description: row.description,
            origin: row.origin,
            rank: row.rank,
            sdgs,
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row {
            id: Id(id),
            kind: self.kind.to_string(),
            name_fr: self.name_fr.clone(),
            name_en: self.name_en.clone(),
            description: self.description.clone(),
            origin: self.origin.clone(),
            rank: self.rank,
        };
        if new {
            diesel::insert_into(themes::table).values(&row).execute(conn)?;
        } else {
            diesel::update(themes::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        replace_list!(
            conn,
            new,
            theme_sdgs,
            theme_id = Id(id),
            &self.sdgs,
            |_rank, number| theme_sdgs::number.eq(number)
        );
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<Theme> {
        Ok(Theme::compose(meta, self, ThemeRefs {}))
    }
}
