//! Countries and territories.

use crate::columns::position;
use crate::lookup::Lookup;
use crate::schema::countries;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::countries::{Country, CountryInput, CountryRefs};
use aect_types::geo::Position;
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = countries, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    code: String,
    iso3: String,
    iso_numeric: Option<String>,
    name_fr: String,
    name_en: String,
    continent: String,
    capital: Option<String>,
    lon: Option<f64>,
    lat: Option<f64>,
}

impl Row {
    fn new(id: Uuid, input: &CountryInput) -> Self {
        Self {
            id: Id(id),
            code: input.code.to_string(),
            iso3: input.iso3.clone(),
            iso_numeric: input.iso_numeric.clone(),
            name_fr: input.name_fr.clone(),
            name_en: input.name_en.clone(),
            continent: input.continent.to_string(),
            capital: input.capital.clone(),
            lon: input.position.map(Position::lon),
            lat: input.position.map(Position::lat),
        }
    }
}

impl TryFrom<Row> for CountryInput {
    type Error = crate::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            code: row.code.parse()?,
            iso3: row.iso3,
            iso_numeric: row.iso_numeric,
            name_fr: row.name_fr,
            name_en: row.name_en,
            continent: row.continent.parse()?,
            capital: row.capital,
            position: position(row.lon, row.lat),
        })
    }
}

impl Stored for CountryInput {
    type Record = Country;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name_fr.clone())
    }

    fn codes(&self) -> Vec<(&'static str, String)> {
        vec![("code", self.code.to_string())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = countries::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        present(row, "Country", id)?.try_into()
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(countries::table).values(&row).execute(conn)?;
        } else {
            diesel::update(countries::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<Country> {
        Ok(Country::compose(meta, self, CountryRefs {}))
    }
}
