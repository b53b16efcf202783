//! Local authorities of the region.

mod activity;
mod lists;

use crate::columns::{position, range_cents};
use crate::lookup::Lookup;
use crate::schema::collectivities;
use crate::sql::Id;
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::collectivities::{
    Collectivity, CollectivityInput, CollectivityKind, CollectivityRefs, InternationalService,
};
use aect_types::geo::Position;
use aect_types::money::MoneyRange;
use aect_types::{Meta, Uuid};
use diesel::prelude::*;
pub(crate) use lists::{ASSOCIATED_SIREN, ServiceNoteInput, save_service_note};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = collectivities, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    name: String,
    full_name: String,
    siren: Option<String>,
    insee_code: Option<String>,
    population: Option<i32>,
    department_code: Option<String>,
    region_code: Option<String>,
    epci_id: Option<Id>,
    lon: Option<f64>,
    lat: Option<f64>,
    website: Option<String>,
    summary: Option<String>,
    engagement: String,
    member_since: Option<String>,
    service_name: Option<String>,
    service_attached_to: Option<String>,
    service_staff_fte: Option<f64>,
    service_budget_min_cents: Option<i64>,
    service_budget_max_cents: Option<i64>,
    service_mandate: Option<String>,
    contact_mailbox: Option<String>,
    in_transition: bool,
    in_scope: bool,
}

impl Row {
    fn new(id: Uuid, input: &CollectivityInput) -> Self {
        let service = input.international_service.clone().unwrap_or_default();
        let (budget_min, budget_max) = range_cents(service.yearly_budget);
        Self {
            id: Id(id),
            kind: input.kind.to_string(),
            name: input.name.clone(),
            full_name: input.full_name.clone(),
            siren: input.siren.as_ref().map(ToString::to_string),
            insee_code: input.insee_code.clone(),
            population: input.population,
            department_code: input.department_code.clone(),
            region_code: input.region_code.clone(),
            epci_id: input.epci.map(Id),
            lon: input.position.map(Position::lon),
            lat: input.position.map(Position::lat),
            website: input.website.clone(),
            summary: input.summary.clone(),
            engagement: input.engagement.to_string(),
            member_since: input.member_since.map(|date| date.to_string()),
            service_name: service.name,
            service_attached_to: service.attached_to,
            service_staff_fte: service.staff_fte,
            service_budget_min_cents: budget_min,
            service_budget_max_cents: budget_max,
            service_mandate: service.mandate,
            contact_mailbox: input.contact_mailbox.clone(),
            in_transition: input.in_transition,
            in_scope: input.in_scope,
        }
    }

    /// The international service, or `None` where nothing is said of it.
    fn service(&self) -> Option<InternationalService> {
        let service = InternationalService {
            name: self.service_name.clone(),
            attached_to: self.service_attached_to.clone(),
            staff_fte: self.service_staff_fte,
            yearly_budget: MoneyRange::eur_cents(
                self.service_budget_min_cents,
                self.service_budget_max_cents,
            ),
            mandate: self.service_mandate.clone(),
        };
        (service != InternationalService::default()).then_some(service)
    }
}

impl Stored for CollectivityInput {
    type Record = Collectivity;

    /// A commune by its name, anything else by its full one; the import qualifies homonyms by their department.
    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(if self.kind == CollectivityKind::Commune {
            self.name.clone()
        } else {
            self.full_name.clone()
        })
    }

    /// Its SIREN, and for a commune its INSEE code (those of departments and regions are too short to be told apart).
    fn codes(&self) -> Vec<(&'static str, String)> {
        let siren = self.siren.iter().map(|siren| ("siren", siren.to_string()));
        let insee = self.insee_code.iter().filter(|code| code.len() == 5);
        siren
            .chain(insee.map(|code| ("insee_code", code.clone())))
            .collect()
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = collectivities::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "collectivity", id)?;
        let codes = lists::codes(conn, id)?;
        let interests = lists::interests(conn, id)?;
        Ok(Self {
            international_service: row.service(),
            kind: row.kind.parse()?,
            name: row.name,
            full_name: row.full_name,
            siren: row.siren.map(|siren| siren.parse()).transpose()?,
            insee_code: row.insee_code,
            population: row.population,
            department_code: row.department_code,
            region_code: row.region_code,
            position: position(row.lon, row.lat),
            former_insee_codes: codes.former_insee,
            associated_sirens: codes.associated_sirens,
            postal_codes: codes.postal,
            website: row.website,
            summary: row.summary,
            engagement: row.engagement.parse()?,
            member_since: row.member_since.map(|date| date.parse()).transpose()?,
            contact_mailbox: row.contact_mailbox,
            in_transition: row.in_transition,
            in_scope: row.in_scope,
            epci: row.epci_id.map(|id| id.0),
            interests,
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self);
        if new {
            diesel::insert_into(collectivities::table)
                .values(&row)
                .execute(conn)?;
        } else {
            diesel::update(collectivities::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        lists::save_codes(conn, id, self, new)?;
        lists::save_interests(conn, id, &self.interests, new)
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<Collectivity> {
        let own_department = self.kind == CollectivityKind::Department;
        let refs = CollectivityRefs {
            epci: self.epci.map_or(Ok(None), |id| lookup.collectivity(id))?,
            interests: lists::look_up_interests(lookup, &self.interests)?,
            department: match &self.department_code {
                Some(code) if !own_department => lookup.department(code)?,
                _ => None,
            },
            activity: activity::of(lookup, meta.id)?,
            service_notes: lists::service_notes(lookup.conn, meta.id)?,
        };
        Ok(Collectivity::compose(meta, self, refs))
    }
}
