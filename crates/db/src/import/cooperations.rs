//! Cooperations that documents state.

use super::citations::citation;
use super::importing::{Importing, OURS};
use super::organisations::partner_authority;
use super::rows::{Row, each_csv_row};
use super::themes::field_key;
use crate::{Imported, Key, Result};
use aect_types::money::MoneyRange;
use aect_types::projects::{
    ActorPartInput, ActorRole, CountryShare, ProjectInput, ProjectKind, ProjectStatus,
};
use aect_types::{CountryCode, PartialDate, Resource, Uuid};
use std::io::Read;

const COLUMNS: &[&str] = &["id", "collectivite_id", "type", "intitule", "statut", "document"];

const KINDS: &[(&str, ProjectKind)] = &[
    ("cooperation_decentralisee", ProjectKind::DecentralisedCooperation),
    ("cooperation_economique", ProjectKind::Economic),
    ("transfrontalier", ProjectKind::CrossBorder),
    ("ecsi", ProjectKind::CitizenshipEducation),
    ("prospection", ProjectKind::Prospecting),
    ("mention", ProjectKind::Other),
    ("projet_europeen", ProjectKind::EuropeanProject),
    ("aide_urgence", ProjectKind::EmergencyAid),
    ("mobilite_jeunes", ProjectKind::YouthMobility),
    ("cooperation_culturelle", ProjectKind::Cultural),
    ("jumelage", ProjectKind::Twinning),
];

pub(super) const STATUSES: &[(&str, ProjectStatus)] = &[
    ("en_cours", ProjectStatus::Active),
    ("en_demarrage", ProjectStatus::Preparing),
    ("en_projet", ProjectStatus::Idea),
    ("ralentie", ProjectStatus::Slowed),
    ("en_sommeil", ProjectStatus::Dormant),
    ("terminee", ProjectStatus::Completed),
    ("abandonnee", ProjectStatus::Stopped),
    ("arrete", ProjectStatus::Stopped),
    ("incertaine", ProjectStatus::Unknown),
    ("mentionnee", ProjectStatus::Unknown),
    ("non_precise", ProjectStatus::Unknown),
];

/// What such files do not tell.
pub(super) const SILENT: &[&str] = &[
    "summary",
    "to_confirm",
    "places",
    "looking_for",
    "looking_for_note",
    "brings_home",
    "results",
    "links",
    "documents",
    "collectivities",
    "funding_lines",
    "parent",
];

/// How the documents write that they do not name somebody.
const UNNAMED: &str = "non nommée";

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, COLUMNS, |importing, row| {
        let id = row.required("id");
        let citation = citation(importing, row)?;
        let mut input = empty_project(row.required("intitule"));
        input.kind = row.word("type", KINDS).unwrap_or(ProjectKind::Other);
        describe(row, &mut input);
        lead(importing, row, &mut input)?;
        matters(importing, row, &mut input)?;
        participants(importing, row, &mut input)?;
        if row.is_sound() {
            partner(importing, row, &mut input)?;
            let citations = citation.into_iter().collect();
            let key = Key {
                scheme: OURS,
                id: format!("cooperation:{id}"),
            };
            importing.put(
                row.line,
                &Imported {
                    key,
                    input,
                    citations,
                    slug: None,
                    silent: SILENT,
                },
            )?;
        }
        Ok(())
    })
}

/// A project of which only the title is known; to be confirmed.
pub(super) const fn empty_project(title: String) -> ProjectInput {
    ProjectInput {
        title,
        summary: None,
        description: None,
        kind: ProjectKind::Other,
        status: ProjectStatus::Unknown,
        status_note: None,
        to_confirm: true,
        lead_name: None,
        area: None,
        countries: Vec::new(),
        places: Vec::new(),
        sdgs: Vec::new(),
        dac_sectors: Vec::new(),
        start_date: None,
        start_note: None,
        end_date: None,
        budget: None,
        budget_note: None,
        looking_for: Vec::new(),
        looking_for_note: None,
        brings_home: None,
        results: None,
        beneficiaries: None,
        other_participants: Vec::new(),
        links: Vec::new(),
        documents: Vec::new(),
        lead: None,
        collectivities: Vec::new(),
        actors: Vec::new(),
        partner_authorities: Vec::new(),
        themes: Vec::new(),
        funding_lines: Vec::new(),
        parent: None,
    }
}

fn describe(row: &mut Row<'_>, input: &mut ProjectInput) {
    input.status = row.word("statut", STATUSES).unwrap_or(ProjectStatus::Unknown);
    input.status_note = row.text("statut_note");
    input.description = row.text("objet");
    input.area = row.text("zone");
    input.start_date = row.value::<PartialDate>("annee_debut");
    input.start_note = row.text("annee_debut_precision");
    input.end_date = row.value::<PartialDate>("annee_fin");
    input.budget = MoneyRange::eur_cents(row.euros("budget_min_eur"), row.euros("budget_max_eur"));
    input.budget_note = row.text("budget_note");
}

/// The lead, by its record where it has one here; else by the name that the document gives.
pub(super) fn lead(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
    input: &mut ProjectInput,
) -> Result<()> {
    let Some(ours) = row.text("collectivite_id") else {
        input.lead_name = row.text("collectivite_nom");
        return Ok(());
    };
    input.lead = importing.find(Resource::Collectivities, &ours)?;
    if input.lead.is_none() {
        row.refuse("collectivite_id", format!("no collectivity is called {ours}"));
    }
    Ok(())
}

fn matters(importing: &mut Importing<'_, '_>, row: &mut Row<'_>, input: &mut ProjectInput) -> Result<()> {
    for code in row.list("pays_iso2") {
        if importing.find(Resource::Countries, &code)?.is_none() {
            row.refuse("pays_iso2", format!("«{code}» is no country"));
        } else if let Ok(country) = code.parse::<CountryCode>() {
            input.countries.push(CountryShare {
                country,
                share_percent: None,
            });
        }
    }
    input.themes = found(importing, row, "domaines", Resource::Themes, field_key)?;
    let plain = |code: &str| code.to_owned();
    found(importing, row, "odd_proposes", Resource::Sdgs, plain)?;
    found(importing, row, "cad_proposes", Resource::DacSectors, plain)?;
    input.sdgs = row
        .list("odd_proposes")
        .iter()
        .filter_map(|number| number.parse().ok())
        .collect();
    input.dac_sectors = row.list("cad_proposes");
    Ok(())
}

/// The records that a cell names; each unknown one is a reason to refuse the row.
fn found(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
    column: &str,
    resource: Resource,
    key: impl Fn(&str) -> String,
) -> Result<Vec<Uuid>> {
    let mut ids = Vec::new();
    for word in row.list(column) {
        match importing.find(resource, &key(&word))? {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => row.refuse(column, format!("«{word}» is not in the list of {resource}")),
        }
    }
    Ok(ids)
}

/// Organisations that have a record, by name or acronym; the others by what they are called.
fn participants(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
    input: &mut ProjectInput,
) -> Result<()> {
    for name in row.list("acteurs_associes") {
        match importing.actor_named(&name)? {
            Some(actor) => input.actors.push(ActorPartInput {
                actor,
                role: ActorRole::Partner,
            }),
            None => input.other_participants.push(name),
        }
    }
    Ok(())
}

/// The authority abroad: a record of its own when it is named and its country known, words otherwise.
fn partner(importing: &mut Importing<'_, '_>, row: &mut Row<'_>, input: &mut ProjectInput) -> Result<()> {
    let Some(name) = row.text("partenaire") else {
        return Ok(());
    };
    let country = input.countries.first().map(|share| share.country.clone());
    match country {
        Some(country) if !name.contains(UNNAMED) => {
            let given = partner_authority(name, row.text("partenaire_type"), country);
            input.partner_authorities.push(importing.put_along(&given)?);
        }
        Some(_) => input.other_participants.push(name),
        None => input.area = input.area.take().or(Some(name)),
    }
    Ok(())
}
