//! Local authorities of the region: every one of them, from the official code lists.

use super::importing::{Importing, OURS};
use super::rows::{Row, each_csv_row};
use crate::{Error, Imported, Key, Result};
use aect_types::collectivities::{CollectivityInput, CollectivityKind, Engagement};
use aect_types::geo::Position;
use aect_types::{Resource, Slug};
use std::collections::HashMap;
use std::io::Read;

const COLUMNS: &[&str] = &["id", "type", "siren", "name", "full_name"];

const LEGAL_FORMS: &[(&str, CollectivityKind)] = &[
    ("METRO", CollectivityKind::Metropole),
    ("CU", CollectivityKind::UrbanCommunity),
    ("CA", CollectivityKind::AgglomerationCommunity),
    ("CC", CollectivityKind::CommunityOfCommunes),
];

/// The kinds of the source; an inter-municipal body's is told by its legal form.
const KINDS: &[(&str, Option<CollectivityKind>)] = &[
    ("region", Some(CollectivityKind::Region)),
    ("departement", Some(CollectivityKind::Department)),
    ("commune", Some(CollectivityKind::Commune)),
    ("epci", None),
];

/// What the code lists do not tell: it is for the collectivity's own people to say.
const SILENT: &[&str] = &[
    "former_insee_codes",
    "associated_sirens",
    "website",
    "summary",
    "engagement",
    "member_since",
    "international_service",
    "contact_mailbox",
    "in_transition",
    "interests",
];

/// The whole file is read once for its homonyms, so that no address depends on the order of the rows.
pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(|error| Error::Invalid(error.to_string()))?;
    let homonyms = count_names(importing, &bytes)?;
    each_csv_row(importing, &mut bytes.as_slice(), COLUMNS, |importing, row| {
        let input = read(importing, row)?;
        let id = row.required("id");
        let Some(input) = input.filter(|_| row.is_sound()) else {
            return Ok(());
        };
        let slug = qualified_name(&homonyms, &input);
        importing.put(
            row.line,
            &Imported {
                key: Key { scheme: OURS, id },
                input,
                citations: Vec::new(),
                slug,
                silent: SILENT,
            },
        )?;
        Ok(())
    })
}

/// How many rows have the same address words. A row that cannot be read is refused by the pass that follows.
fn count_names(importing: &Importing<'_, '_>, bytes: &[u8]) -> Result<HashMap<Slug, u32>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader
        .headers()
        .map_err(|error| Error::Invalid(error.to_string()))?
        .clone();
    let column = |ours: &str| {
        header
            .iter()
            .position(|name| name == importing.options.columns.theirs(ours))
    };
    let (name, full_name, kind) = (column("name"), column("full_name"), column("type"));
    let mut counts = HashMap::new();
    for record in reader.records().flatten() {
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default();
        let words = if cell(kind) == "commune" {
            cell(name)
        } else {
            cell(full_name)
        };
        if let Some(slug) = Slug::of_name(words) {
            *counts.entry(slug).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// The name with the department behind it where several bear the name.
fn qualified_name(homonyms: &HashMap<Slug, u32>, input: &CollectivityInput) -> Option<String> {
    let words = if input.kind == CollectivityKind::Commune {
        &input.name
    } else {
        &input.full_name
    };
    let several = homonyms
        .get(&Slug::of_name(words)?)
        .is_some_and(|count| *count > 1);
    let department = input.department_code.as_deref().filter(|_| several)?;
    Some(format!("{words} {department}"))
}

fn read(importing: &mut Importing<'_, '_>, row: &mut Row<'_>) -> Result<Option<CollectivityInput>> {
    let kind = match row.word("type", KINDS) {
        Some(Some(kind)) => Some(kind),
        Some(None) => row.word("legal_form", LEGAL_FORMS),
        None => {
            row.required("type");
            None
        }
    };
    let Some(kind) = kind else {
        row.refuse("legal_form", "says no kind of collectivity");
        return Ok(None);
    };
    let position = match (row.value("lon"), row.value("lat")) {
        (Some(lon), Some(lat)) => {
            let position = Position::new(lon, lat);
            if position.is_none() {
                row.refuse("lat", "is no position in degrees");
            }
            position
        }
        _ => None,
    };
    let epci = epci_of(importing, row, kind)?;
    Ok(Some(CollectivityInput {
        kind,
        name: row.required("name"),
        full_name: row.required("full_name"),
        siren: row.value("siren"),
        insee_code: row.text("code").filter(|_| !kind.is_epci()),
        population: row.value("population"),
        department_code: row.text("departement_code"),
        region_code: row.text("region_code"),
        position,
        former_insee_codes: row.list("former_insee_codes"),
        associated_sirens: Vec::new(),
        postal_codes: row.list("postal_codes"),
        website: row.text("website"),
        summary: None,
        engagement: Engagement::Unknown,
        member_since: None,
        international_service: None,
        contact_mailbox: None,
        in_transition: false,
        in_scope: row.text("in_scope").is_none_or(|flag| flag != "0"),
        epci,
        interests: Vec::new(),
    }))
}

/// The inter-municipal body that a commune belongs to; an earlier row.
fn epci_of(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
    kind: CollectivityKind,
) -> Result<Option<aect_types::Uuid>> {
    let Some(siren) = row
        .text("epci_siren")
        .filter(|_| kind == CollectivityKind::Commune)
    else {
        return Ok(None);
    };
    let found = importing.find(Resource::Collectivities, &format!("epci:{siren}"))?;
    if found.is_none() {
        row.refuse(
            "epci_siren",
            format!("no earlier row has the inter-municipal body {siren}"),
        );
    }
    Ok(found)
}
