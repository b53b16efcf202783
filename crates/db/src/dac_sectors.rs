//! DAC sectors.

use crate::lookup::Lookup;
use crate::schema::dac_sectors;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::dac_sectors::{DacSector, DacSectorInput, DacSectorRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = dac_sectors, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    code: String,
    name_fr: String,
    name_en: String,
    active: bool,
}

impl Row {
    fn new(id: Uuid, input: &DacSectorInput) -> Self {
        Self {
            id: Id(id),
            code: input.code.clone(),
            name_fr: input.name_fr.clone(),
            name_en: input.name_en.clone(),
            active: input.active,
        }
    }
}

impl TryFrom<Row> for DacSectorInput {
    type Error = crate::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            code: row.code,
            name_fr: row.name_fr,
            name_en: row.name_en,
            active: row.active,
        })
    }
}

impl Stored for DacSectorInput {
    type Record = DacSector;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name_fr.clone())
    }

    fn codes(&self) -> Vec<(&'static str, String)> {
        vec![("code", self.code.clone())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = dac_sectors::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        present(row, "DacSector", id)?.try_into()
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(dac_sectors::table)
                .values(&row)
                .execute(conn)?;
        } else {
            diesel::update(dac_sectors::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<DacSector> {
        Ok(DacSector::compose(meta, self, DacSectorRefs {}))
    }
}
