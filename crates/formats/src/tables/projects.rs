//! Projects as a table.

use super::parts::{Link, Named, ThemeName, links, named, themes};
use crate::cell::{Cell, code, codes, integers, optional, texts, well_known_text};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::geo::{Exactness, Position};
use aect_types::money::{Money, MoneyRange};
use aect_types::projects::{LookingFor, ProjectKind, ProjectStatus};
use serde::Deserialize;

#[derive(Deserialize)]
struct CountryShare {
    country: CountryCode,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Place<'a> {
    name: Text<'a>,
    position: Option<Position>,
    exactness: Exactness,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct CollectivityPart<'a> {
    collectivity: Named<'a>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct ActorPart<'a> {
    actor: Named<'a>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct FundingLine<'a> {
    funder: Option<Named<'a>>,
    funder_name: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Parent<'a> {
    slug: Text<'a>,
}

super::table! {
    Projects, ProjectRow;
    reads {
        title: Text<'a>,
        summary: Option<Text<'a>>,
        description: Option<Text<'a>>,
        kind: ProjectKind,
        status: ProjectStatus,
        status_note: Option<Text<'a>>,
        to_confirm: bool,
        lead: Option<Named<'a>>,
        lead_name: Option<Text<'a>>,
        collectivities: Vec<CollectivityPart<'a>>,
        departments: Vec<Text<'a>>,
        actors: Vec<ActorPart<'a>>,
        partner_authorities: Vec<Named<'a>>,
        other_participants: Vec<Text<'a>>,
        area: Option<Text<'a>>,
        countries: Vec<CountryShare>,
        places: Vec<Place<'a>>,
        themes: Vec<ThemeName<'a>>,
        sdgs: Vec<i16>,
        dac_sectors: Vec<Text<'a>>,
        start_date: Option<Text<'a>>,
        start_note: Option<Text<'a>>,
        end_date: Option<Text<'a>>,
        budget: Option<MoneyRange>,
        budget_note: Option<Text<'a>>,
        funding_lines: Vec<FundingLine<'a>>,
        looking_for: Vec<LookingFor>,
        looking_for_note: Option<Text<'a>>,
        brings_home: Option<Text<'a>>,
        results: Option<Text<'a>>,
        beneficiaries: Option<Text<'a>>,
        links: Vec<Link<'a>>,
        documents: Vec<Link<'a>>,
        parent: Option<Parent<'a>>,
    }
    columns {
        Title: |row| Cell::Text(&row.title),
        Kind: |row| code(row.kind),
        Status: |row| code(row.status),
        StatusNote: |row| optional(row.status_note.as_ref()),
        ToConfirm: |row| Cell::Bool(row.to_confirm),
        Lead: |row| row.lead.as_ref().map_or(Cell::Empty, |lead| Cell::Term(lead.term())),
        LeadName: |row| optional(row.lead_name.as_ref()),
        Collectivities: |row| Cell::Terms(row.collectivities.iter().map(|part| part.collectivity.term()).collect()),
        Departments: |row| texts(&row.departments),
        PartnerAuthorities: |row| named(&row.partner_authorities),
        Actors: |row| Cell::Terms(row.actors.iter().map(|part| part.actor.term()).collect()),
        OtherParticipants: |row| texts(&row.other_participants),
        Countries: |row| Cell::Countries(row.countries.iter().map(|share| &share.country).collect()),
        Area: |row| optional(row.area.as_ref()),
        Places: |row| Cell::Texts(row.places.iter().map(|place| &*place.name).collect()),
        Geometry: |row| well_known_text(&points(row)),
        Themes: |row| themes(&row.themes),
        Sdgs: |row| integers(&row.sdgs),
        DacSectors: |row| texts(&row.dac_sectors),
        StartDate: |row| optional(row.start_date.as_ref()),
        StartNote: |row| optional(row.start_note.as_ref()),
        EndDate: |row| optional(row.end_date.as_ref()),
        StatedOn: |row| row.provenance.stated_on(),
        BudgetMin: |row| money(row.budget.and_then(|budget| budget.min)),
        BudgetMax: |row| money(row.budget.and_then(|budget| budget.max)),
        BudgetNote: |row| optional(row.budget_note.as_ref()),
        Funders: |row| Cell::Texts(row.funding_lines.iter().filter_map(funder).collect()),
        LookingFor: |row| codes(&row.looking_for),
        LookingForNote: |row| optional(row.looking_for_note.as_ref()),
        Summary: |row| optional(row.summary.as_ref()),
        Description: |row| optional(row.description.as_ref()),
        BringsHome: |row| optional(row.brings_home.as_ref()),
        Results: |row| optional(row.results.as_ref()),
        Beneficiaries: |row| optional(row.beneficiaries.as_ref()),
        Links: |row| links(&row.links),
        Documents: |row| links(&row.documents),
        Parent: |row| row.parent.as_ref().map_or(Cell::Empty, |parent| Cell::Text(&parent.slug)),
        SourceDocuments: |row| row.provenance.documents(),
    }
    points |row| points(row);
}

/// A country alone is shaded, never pinned.
fn points(row: &ProjectRow<'_>) -> Vec<Position> {
    let pinned = row
        .places
        .iter()
        .filter(|place| place.exactness != Exactness::CountryOnly);
    pinned.filter_map(|place| place.position).collect()
}

fn money<'r>(money: Option<Money>) -> Cell<'r> {
    money.map_or(Cell::Empty, |money| Cell::Cents(money.amount_cents))
}

fn funder<'r>(line: &'r FundingLine<'_>) -> Option<&'r str> {
    match (&line.funder, &line.funder_name) {
        (Some(funder), _) => Some(&funder.name),
        (None, Some(name)) => Some(name),
        (None, None) => None,
    }
}
