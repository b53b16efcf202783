//! Twinnings, to be confirmed by each commune: projects of kind `twinning`, with the twin town.

use super::cooperations::{SILENT, empty_project};
use super::importing::Importing;
use super::rows::{Row, each_csv_row};
use crate::{Imported, Key, Result};
use aect_types::geo::{Exactness, Place, Position};
use aect_types::partner_authorities::PartnerAuthorityInput;
use aect_types::projects::{CountryShare, ProjectInput, ProjectKind};
use aect_types::{CountryCode, Resource, Uuid};
use std::io::Read;

const COLUMNS: &[&str] = &[
    "commune_code",
    "commune_name",
    "commune_qid",
    "partner_qid",
    "partner_name",
    "partner_iso2",
];

/// What such files do not tell of the twin town.
const TOWN_SILENT: &[&str] = &["authority_type", "website", "description", "to_confirm"];

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, COLUMNS, |importing, row| {
        let commune_code = row.required("commune_code");
        let commune = importing.find(Resource::Collectivities, &format!("commune:{commune_code}"))?;
        if commune.is_none() {
            row.refuse("commune_code", format!("no commune has the code {commune_code}"));
        }
        let key = format!("{}-{}", row.required("commune_qid"), row.required("partner_qid"));
        let Some(town) = town(importing, row)? else {
            return Ok(());
        };
        if !row.is_sound() {
            return Ok(());
        }
        let partner = importing.put_along(&town)?;
        let input = twinning(&row.required("commune_name"), commune, &town.input, partner);
        let key = Key {
            scheme: "wikidata",
            id: key,
        };
        importing.put(
            row.line,
            &Imported {
                key,
                input,
                citations: Vec::new(),
                slug: None,
                silent: SILENT,
            },
        )?;
        Ok(())
    })
}

fn town(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
) -> Result<Option<Imported<PartnerAuthorityInput>>> {
    let name = row.required("partner_name");
    let wikidata_id = row.required("partner_qid");
    row.required("partner_iso2");
    let Some(country) = row.value::<CountryCode>("partner_iso2") else {
        return Ok(None);
    };
    if importing.find(Resource::Countries, country.as_str())?.is_none() {
        row.refuse("partner_iso2", format!("«{country}» is no country"));
    }
    let position = match (row.value("partner_lon"), row.value("partner_lat")) {
        (Some(lon), Some(lat)) => Position::new(lon, lat),
        _ => None,
    };
    Ok(Some(Imported {
        key: Key {
            scheme: "wikidata",
            id: wikidata_id.clone(),
        },
        input: PartnerAuthorityInput {
            name,
            authority_type: Some("commune".to_owned()),
            country,
            position,
            website: None,
            description: None,
            wikidata_id: Some(wikidata_id),
            to_confirm: true,
        },
        citations: Vec::new(),
        slug: None,
        silent: TOWN_SILENT,
    }))
}

fn twinning(
    commune_name: &str,
    lead: Option<Uuid>,
    town: &PartnerAuthorityInput,
    partner: Uuid,
) -> ProjectInput {
    let mut input = empty_project(format!("Jumelage {commune_name} – {}", town.name));
    input.kind = ProjectKind::Twinning;
    input.lead = lead;
    input.partner_authorities = vec![partner];
    input.countries = vec![CountryShare {
        country: town.country.clone(),
        share_percent: None,
    }];
    input.places = vec![Place {
        name: town.name.clone(),
        country: Some(town.country.clone()),
        position: town.position,
        exactness: if town.position.is_some() {
            Exactness::Approximate
        } else {
            Exactness::CountryOnly
        },
    }];
    input
}
