//! Local authorities abroad.

use crate::columns::position;
use crate::lookup::Lookup;
use crate::schema::partner_authorities;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::geo::Position;
use aect_types::partner_authorities::{PartnerAuthority, PartnerAuthorityInput, PartnerAuthorityRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = partner_authorities, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    name: String,
    authority_type: Option<String>,
    country_code: String,
    lon: Option<f64>,
    lat: Option<f64>,
    website: Option<String>,
    description: Option<String>,
    wikidata_id: Option<String>,
    to_confirm: bool,
}

impl Row {
    fn new(id: Uuid, input: &PartnerAuthorityInput) -> Self {
        Self {
            id: Id(id),
            name: input.name.clone(),
            authority_type: input.authority_type.clone(),
            country_code: input.country.to_string(),
            lon: input.position.map(Position::lon),
            lat: input.position.map(Position::lat),
            website: input.website.clone(),
            description: input.description.clone(),
            wikidata_id: input.wikidata_id.clone(),
            to_confirm: input.to_confirm,
        }
    }
}

impl TryFrom<Row> for PartnerAuthorityInput {
    type Error = crate::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            name: row.name,
            authority_type: row.authority_type,
            website: row.website,
            description: row.description,
            wikidata_id: row.wikidata_id,
            to_confirm: row.to_confirm,
            position: position(row.lon, row.lat),
            country: row.country_code.parse()?,
        })
    }
}

impl Stored for PartnerAuthorityInput {
    type Record = PartnerAuthority;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(format!("{} {}", self.name, self.country))
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("description", self.description.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = partner_authorities::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        present(row, "PartnerAuthority", id)?.try_into()
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(partner_authorities::table)
                .values(&row)
                .execute(conn)?;
        } else {
            diesel::update(partner_authorities::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        Ok(())
    }

    fn render(self, meta: Meta, _lookup: &mut Lookup<'_>) -> Result<PartnerAuthority> {
        Ok(PartnerAuthority::compose(meta, self, PartnerAuthorityRefs {}))
    }
}
