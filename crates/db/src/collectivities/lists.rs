//! What a collectivity has several of: codes, interests, dated notes on its international service.

use crate::columns::{range_cents, replace_list};
use crate::lookup::Lookup;
use crate::render;
use crate::schema::{collectivity_codes, interests, service_notes};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::collectivities::{CollectivityInput, Interest, InterestInput, ServiceNote};
use aect_types::money::MoneyRange;
use aect_types::provenance::{Citation, CitationInput};
use aect_types::{Siren, Uuid};
use diesel::prelude::*;

/// The lists of codes of a collectivity.
#[derive(Default)]
pub(super) struct Codes {
    pub(super) former_insee: Vec<String>,
    pub(super) associated_sirens: Vec<Siren>,
    pub(super) postal: Vec<String>,
}

const FORMER_INSEE: &str = "former_insee";
/// The numbers of its associated bodies.
pub(crate) const ASSOCIATED_SIREN: &str = "associated_siren";
const POSTAL: &str = "postal";

pub(super) fn codes(conn: &mut Conn, id: Uuid) -> Result<Codes> {
    let rows: Vec<(String, String)> = collectivity_codes::table
        .filter(collectivity_codes::collectivity_id.eq(Id(id)))
        .order((collectivity_codes::scheme, collectivity_codes::code))
        .select((collectivity_codes::scheme, collectivity_codes::code))
        .load(conn)?;
    let mut codes = Codes::default();
    for (scheme, code) in rows {
        match scheme.as_str() {
            FORMER_INSEE => codes.former_insee.push(code),
            ASSOCIATED_SIREN => codes.associated_sirens.push(code.parse()?),
            POSTAL => codes.postal.push(code),
            other => return Err(crate::Error::Corrupt(format!("code scheme {other}"))),
        }
    }
    Ok(codes)
}

pub(super) fn save_codes(conn: &mut Conn, id: Uuid, input: &CollectivityInput, new: bool) -> Result<()> {
    let former = input
        .former_insee_codes
        .iter()
        .map(|code| (FORMER_INSEE, code.as_str()));
    let sirens = input
        .associated_sirens
        .iter()
        .map(|siren| (ASSOCIATED_SIREN, siren.as_str()));
    let postal = input.postal_codes.iter().map(|code| (POSTAL, code.as_str()));
    let all = former.chain(sirens).chain(postal);
    replace_list!(
        conn,
        new,
        collectivity_codes,
        collectivity_id = Id(id),
        all,
        |_rank, code| (
            collectivity_codes::scheme.eq(code.0),
            collectivity_codes::code.eq(code.1),
        )
    );
    Ok(())
}

pub(super) fn interests(conn: &mut Conn, id: Uuid) -> Result<Vec<InterestInput>> {
    let rows: Vec<(Option<Id>, Option<String>, String)> = interests::table
        .filter(interests::collectivity_id.eq(Id(id)))
        .order(interests::rank)
        .select((interests::theme_id, interests::country_code, interests::level))
        .load(conn)?;
    rows.into_iter()
        .map(|(theme, country, level)| {
            Ok(InterestInput {
                theme: theme.map(|id| id.0),
                country: country.map(|code| code.parse()).transpose()?,
                level: level.parse()?,
            })
        })
        .collect()
}

pub(super) fn save_interests(conn: &mut Conn, id: Uuid, given: &[InterestInput], new: bool) -> Result<()> {
    replace_list!(
        conn,
        new,
        interests,
        collectivity_id = Id(id),
        given,
        |rank, interest| (
            interests::rank.eq(rank),
            interests::theme_id.eq(interest.theme.map(Id)),
            interests::country_code.eq(interest.country.as_ref().map(ToString::to_string)),
            interests::level.eq(interest.level.as_str()),
        )
    );
    Ok(())
}

pub(super) fn look_up_interests(lookup: &mut Lookup<'_>, given: &[InterestInput]) -> Result<Vec<Interest>> {
    let mut found = Vec::with_capacity(given.len());
    for interest in given {
        let theme = interest.theme.map_or(Ok(None), |id| lookup.theme(id))?;
        if theme.is_some() || interest.country.is_some() {
            found.push(Interest {
                theme,
                country: interest.country.clone(),
                level: interest.level,
            });
        }
    }
    Ok(found)
}

/// What a document said of an international service in one year.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ServiceNoteInput {
    pub(crate) year: i32,
    pub(crate) name: Option<String>,
    pub(crate) attached_to: Option<String>,
    pub(crate) staff_min: Option<i32>,
    pub(crate) staff_max: Option<i32>,
    pub(crate) staff_fte: Option<f64>,
    pub(crate) staff_note: Option<String>,
    pub(crate) yearly_budget: Option<MoneyRange>,
    pub(crate) budget_note: Option<String>,
    pub(crate) citation: CitationInput,
}

#[derive(Queryable, Selectable, Insertable, PartialEq)]
#[diesel(table_name = service_notes, treat_none_as_default_value = false)]
struct NoteRow {
    collectivity_id: Id,
    year: i32,
    document_slug: String,
    name: Option<String>,
    attached_to: Option<String>,
    staff_min: Option<i32>,
    staff_max: Option<i32>,
    staff_fte: Option<f64>,
    staff_note: Option<String>,
    budget_min_cents: Option<i64>,
    budget_max_cents: Option<i64>,
    budget_note: Option<String>,
    quotation: Option<String>,
    stated_on: Option<String>,
}

/// Writes a note; says whether there was none before, or another.
pub(crate) fn save_service_note(conn: &mut Conn, id: Uuid, note: &ServiceNoteInput) -> Result<Option<bool>> {
    let (budget_min_cents, budget_max_cents) = range_cents(note.yearly_budget);
    let row = NoteRow {
        collectivity_id: Id(id),
        year: note.year,
        document_slug: note.citation.document.to_string(),
        name: note.name.clone(),
        attached_to: note.attached_to.clone(),
        staff_min: note.staff_min,
        staff_max: note.staff_max,
        staff_fte: note.staff_fte,
        staff_note: note.staff_note.clone(),
        budget_min_cents,
        budget_max_cents,
        budget_note: note.budget_note.clone(),
        quotation: note.citation.quotation.clone(),
        stated_on: note.citation.stated_on.map(|date| date.to_string()),
    };
    let key = (Id(id), note.year, &row.document_slug);
    let before: Option<NoteRow> = service_notes::table
        .find(key)
        .select(NoteRow::as_select())
        .first(conn)
        .optional()?;
    if before.as_ref() == Some(&row) {
        return Ok(None);
    }
    diesel::delete(service_notes::table.find(key)).execute(conn)?;
    diesel::insert_into(service_notes::table)
        .values(&row)
        .execute(conn)?;
    Ok(Some(before.is_none()))
}

pub(super) fn service_notes(conn: &mut Conn, id: Uuid) -> Result<Vec<ServiceNote>> {
    let rows: Vec<NoteRow> = service_notes::table
        .filter(service_notes::collectivity_id.eq(Id(id)))
        .order((service_notes::year.desc(), service_notes::document_slug))
        .select(NoteRow::as_select())
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            Ok(ServiceNote {
                year: row.year,
                name: row.name,
                attached_to: row.attached_to,
                staff_min: row.staff_min,
                staff_max: row.staff_max,
                staff_fte: row.staff_fte,
                staff_note: row.staff_note,
                yearly_budget: MoneyRange::eur_cents(row.budget_min_cents, row.budget_max_cents),
                budget_note: row.budget_note,
                citation: Citation {
                    document: render::document(conn, &row.document_slug)?,
                    quotation: row.quotation,
                    stated_on: row.stated_on.map(|date| date.parse()).transpose()?,
                    evidence: None,
                },
            })
        })
        .collect()
}
