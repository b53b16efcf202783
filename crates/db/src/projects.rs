//! Cooperations, twinnings and other actions.

mod lists;

use crate::columns::{date, range_cents};
use crate::lookup::Lookup;
use crate::schema::projects;
use crate::sql::{Doc, Id};
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::collectivities::CollectivityRef;
use aect_types::money::MoneyRange;
use aect_types::projects::{
    ActorPart, CollectivityPart, FundingLine, Project, ProjectInput, ProjectKind, ProjectRefs,
};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;
use std::collections::BTreeSet;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = projects, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    title: String,
    summary: Option<String>,
    description: Option<String>,
    kind: String,
    status: String,
    status_note: Option<String>,
    to_confirm: bool,
    lead_id: Option<Id>,
    lead_name: Option<String>,
    parent_id: Option<Id>,
    area: Option<String>,
    start_date: Option<String>,
    start_note: Option<String>,
    end_date: Option<String>,
    budget_min_cents: Option<i64>,
    budget_max_cents: Option<i64>,
    budget_note: Option<String>,
    looking_for: Doc,
    looking_for_note: Option<String>,
    brings_home: Option<String>,
    results: Option<String>,
    beneficiaries: Option<String>,
    other_participants: Doc,
    links: Doc,
    documents: Doc,
}

impl Row {
    fn new(id: Uuid, input: &ProjectInput) -> Result<Self> {
        let (budget_min_cents, budget_max_cents) = range_cents(input.budget);
        Ok(Self {
            id: Id(id),
            title: input.title.clone(),
            summary: input.summary.clone(),
            description: input.description.clone(),
            kind: input.kind.to_string(),
            status: input.status.to_string(),
            status_note: input.status_note.clone(),
            to_confirm: input.to_confirm,
            lead_id: input.lead.map(Id),
            lead_name: input.lead_name.clone(),
            parent_id: input.parent.map(Id),
            area: input.area.clone(),
            start_date: input.start_date.map(|date| date.to_string()),
            start_note: input.start_note.clone(),
            end_date: input.end_date.map(|date| date.to_string()),
            budget_min_cents,
            budget_max_cents,
            budget_note: input.budget_note.clone(),
            looking_for: Doc::of(&input.looking_for)?,
            looking_for_note: input.looking_for_note.clone(),
            brings_home: input.brings_home.clone(),
            results: input.results.clone(),
            beneficiaries: input.beneficiaries.clone(),
            other_participants: Doc::of(&input.other_participants)?,
            links: Doc::of(&input.links)?,
            documents: Doc::of(&input.documents)?,
        })
    }
}

impl Stored for ProjectInput {
    type Record = Project;

    /// The title, with the lead behind it where the title does not name it: several lead a «coopération avec le
    /// Sénégal».
    fn slug_source(&self, conn: &mut Conn) -> Result<String> {
        let lead = match (self.kind, self.lead) {
            (ProjectKind::Twinning, _) | (_, None) => None,
            (_, Some(lead)) => lists::public_name(conn, lead)?,
        };
        Ok(match lead {
            Some(lead) => format!("{} {lead}", self.title),
            None => self.title.clone(),
        })
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![
            ("description", self.description.as_ref()),
            ("brings_home", self.brings_home.as_ref()),
            ("results", self.results.as_ref()),
            ("beneficiaries", self.beneficiaries.as_ref()),
            ("looking_for_note", self.looking_for_note.as_ref()),
        ]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = projects::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "project", id)?;
        Ok(Self {
            title: row.title,
            summary: row.summary,
            description: row.description,
            kind: row.kind.parse()?,
            status: row.status.parse()?,
            status_note: row.status_note,
            to_confirm: row.to_confirm,
            lead_name: row.lead_name,
            area: row.area,
            countries: lists::countries(conn, id)?,
            places: lists::places(conn, id)?,
            sdgs: lists::sdgs(conn, id)?,
            dac_sectors: lists::dac_sectors(conn, id)?,
            start_date: date(row.start_date)?,
            start_note: row.start_note,
            end_date: date(row.end_date)?,
            budget: MoneyRange::eur_cents(row.budget_min_cents, row.budget_max_cents),
            budget_note: row.budget_note,
            looking_for: row.looking_for.read()?,
            looking_for_note: row.looking_for_note,
            brings_home: row.brings_home,
            results: row.results,
            beneficiaries: row.beneficiaries,
            other_participants: row.other_participants.read()?,
            links: row.links.read()?,
            documents: row.documents.read()?,
            lead: row.lead_id.map(|id| id.0),
            collectivities: lists::collectivities(conn, id)?,
            actors: lists::actors(conn, id)?,
            partner_authorities: lists::partner_authorities(conn, id)?,
            themes: lists::themes(conn, id)?,
            funding_lines: lists::funding_lines(conn, id)?,
            parent: row.parent_id.map(|id| id.0),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self)?;
        if new {
            diesel::insert_into(projects::table).values(&row).execute(conn)?;
        } else {
            diesel::update(projects::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        lists::save(conn, id, self, new)
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<Project> {
        let refs = look_up(lookup, &self)?;
        Ok(Project::compose(meta, self, refs))
    }
}

fn look_up(lookup: &mut Lookup<'_>, input: &ProjectInput) -> Result<ProjectRefs> {
    let lead = input.lead.map_or(Ok(None), |id| lookup.collectivity(id))?;
    let mut collectivities = Vec::new();
    for part in &input.collectivities {
        let found = lookup.collectivity(part.collectivity)?;
        collectivities.extend(found.map(|collectivity| CollectivityPart {
            collectivity,
            role: part.role,
        }));
    }
    let mut actors = Vec::new();
    for part in &input.actors {
        actors.extend(lookup.actor(part.actor)?.map(|actor| ActorPart {
            actor,
            role: part.role,
        }));
    }
    let mut funding_lines = Vec::new();
    for line in &input.funding_lines {
        funding_lines.push(FundingLine {
            funder: line.funder.map_or(Ok(None), |id| lookup.actor(id))?,
            funder_name: line.funder_name.clone(),
            scheme: line.scheme.clone(),
            amount: line.amount,
            year: line.year,
            state: line.state,
        });
    }
    let departments = departments(
        lookup,
        lead.iter()
            .chain(collectivities.iter().map(|part| &part.collectivity)),
    )?;
    Ok(ProjectRefs {
        lead,
        collectivities,
        actors,
        partner_authorities: lookup.each(&input.partner_authorities, Lookup::partner_authority)?,
        themes: lookup.each(&input.themes, Lookup::theme)?,
        funding_lines,
        parent: input.parent.map_or(Ok(None), |id| lookup.project(id))?,
        departments,
    })
}

/// The INSEE codes of the departments of collectivities, each once.
pub(crate) fn departments<'a>(
    lookup: &mut Lookup<'_>,
    collectivities: impl Iterator<Item = &'a CollectivityRef>,
) -> Result<Vec<String>> {
    let mut departments = BTreeSet::new();
    for collectivity in collectivities {
        departments.extend(lookup.department_code(collectivity.id)?);
    }
    Ok(departments.into_iter().collect())
}
