//! Organisations that documents name: actors, collectivities of the region by another name, and authorities abroad.

use super::citations::citations;
use super::importing::{Importing, OURS};
use super::rows::{Row, each_csv_row};
use crate::{Imported, Key, Outcome, Result};
use aect_types::actors::{ActorInput, ActorKind};
use aect_types::partner_authorities::PartnerAuthorityInput;
use aect_types::{CountryCode, Resource};
use std::io::Read;

const COLUMNS: &[&str] = &["id", "nom", "type"];

const KINDS: &[(&str, ActorKind)] = &[
    ("réseau régional multi-acteurs (RRMA)", ActorKind::Network),
    ("réseau thématique", ActorKind::Network),
    ("réseau de collectivités", ActorKind::Network),
    ("État", ActorKind::MinistryService),
    ("instance nationale", ActorKind::MinistryService),
    ("opérateur de l’État", ActorKind::StateOperator),
    ("établissement public", ActorKind::PublicBody),
    ("organisme de protection de la nature", ActorKind::PublicBody),
    ("chambre consulaire", ActorKind::Chamber),
    ("association", ActorKind::Association),
    ("entreprise", ActorKind::Company),
    ("enseignement supérieur", ActorKind::University),
    ("établissement scolaire", ActorKind::School),
    ("hôpital", ActorKind::Hospital),
    (
        "organisation internationale",
        ActorKind::InternationalOrganisation,
    ),
    ("lieu", ActorKind::Other),
    ("autre", ActorKind::Other),
];

/// A local authority abroad; its country stands in the column of the perimeter, in French.
const FOREIGN_AUTHORITY: &str = "collectivité étrangère";

/// What the documents do not tell of an organisation.
const ACTOR_SILENT: &[&str] = &["website", "to_confirm"];

/// What the documents do not tell of an authority abroad.
const AUTHORITY_SILENT: &[&str] = &["position", "website", "description", "wikidata_id", "to_confirm"];

/// Key of an organisation in our files: events name it so, whatever it is.
pub(super) fn key(id: &str) -> Key {
    Key {
        scheme: OURS,
        id: format!("organisation:{id}"),
    }
}

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, COLUMNS, |importing, row| {
        let id = row.required("id");
        if row.text("collectivite_id").is_some() {
            return collectivity(importing, row, &id);
        }
        if row.text("type").as_deref() == Some(FOREIGN_AUTHORITY) {
            return authority_abroad(importing, row, &id);
        }
        actor(importing, row, &id)
    })
}

fn actor(importing: &mut Importing<'_, '_>, row: &mut Row<'_>, id: &str) -> Result<()> {
    let kind = row.word("type", KINDS);
    let citations = citations(importing, row)?;
    let input = ActorInput {
        kind: kind.unwrap_or(ActorKind::Other),
        name: row.required("nom"),
        acronym: row.text("sigle"),
        iati_organisation_type: row.text("iati_org_type"),
        scope: row.text("perimetre"),
        status_note: row.text("statut"),
        description: row.text("description"),
        website: row.text("site"),
        to_confirm: true,
    };
    if row.is_sound() {
        importing.put(
            row.line,
            &Imported {
                key: key(id),
                input,
                citations,
                slug: None,
                silent: ACTOR_SILENT,
            },
        )?;
    }
    Ok(())
}

/// A collectivity of the region: its record is there already; the organisation's key leads to it from now on.
fn collectivity(importing: &mut Importing<'_, '_>, row: &mut Row<'_>, id: &str) -> Result<()> {
    let ours = row.required("collectivite_id");
    let Some(found) = importing.find(Resource::Collectivities, &ours)? else {
        row.refuse("collectivite_id", format!("no collectivity is called {ours}"));
        return Ok(());
    };
    let key = key(id);
    let outcome = if importing.find(Resource::Collectivities, &key.id)?.is_none() {
        importing
            .write
            .attach(Resource::Collectivities.as_str(), &key, found)?;
        Outcome::Changed(vec!["key".to_owned()])
    } else {
        Outcome::Unchanged
    };
    importing.count(row.line, &key.id, outcome);
    Ok(())
}

fn authority_abroad(importing: &mut Importing<'_, '_>, row: &mut Row<'_>, id: &str) -> Result<()> {
    let name = row.required("nom");
    let country = country_named(importing, row)?;
    let (Some(country), true) = (country, row.is_sound()) else {
        return Ok(());
    };
    let partner = partner_authority(name, None, country);
    let present = importing
        .write
        .find_external(Resource::PartnerAuthorities.as_str(), &partner.key)?;
    let record = match present {
        Some(record) => record,
        None => importing.put(row.line, &partner)?,
    };
    let key = key(id);
    if importing.find(Resource::PartnerAuthorities, &key.id)?.is_none() {
        importing
            .write
            .attach(Resource::PartnerAuthorities.as_str(), &key, record)?;
    } else {
        importing.count(row.line, &key.id, Outcome::Unchanged);
    }
    Ok(())
}

/// The country that the perimeter names.
fn country_named(importing: &mut Importing<'_, '_>, row: &mut Row<'_>) -> Result<Option<CountryCode>> {
    use crate::schema::countries;
    use diesel::prelude::*;
    let name = row.required("perimetre");
    let code: Option<String> = countries::table
        .filter(countries::name_fr.eq(&name))
        .select(countries::code)
        .first(importing.write.conn)
        .optional()?;
    if code.is_none() {
        row.refuse("perimetre", format!("«{name}» is no country"));
    }
    Ok(code.map(|code| code.parse()).transpose()?)
}

/// A local authority abroad as documents name it: its name and country are all that tells it from others.
pub(super) fn partner_authority(
    name: String,
    authority_type: Option<String>,
    country: CountryCode,
) -> Imported<PartnerAuthorityInput> {
    let id = format!("{country}:{}", aect_types::text::fold(&name));
    Imported {
        key: Key {
            scheme: "authority",
            id,
        },
        input: PartnerAuthorityInput {
            name,
            authority_type,
            country,
            position: None,
            website: None,
            description: None,
            wikidata_id: None,
            to_confirm: true,
        },
        citations: Vec::new(),
        slug: None,
        silent: AUTHORITY_SILENT,
    }
}
