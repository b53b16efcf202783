//! Local authorities of the region as a table.

use super::parts::{Named, ThemeName};
use crate::cell::{Cell, Term, code, integer, latitude, longitude, optional, texts};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::collectivities::{CollectivityKind, Engagement};
use aect_types::geo::Position;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Service<'a> {
    name: Option<Text<'a>>,
    staff_fte: Option<f64>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Interest<'a> {
    theme: Option<ThemeName<'a>>,
    country: Option<CountryCode>,
}

#[derive(Deserialize)]
struct Activity {
    projects: i64,
    twinnings_to_confirm: i64,
    countries: Vec<CountryCode>,
}

super::table! {
    Collectivities, CollectivityRow;
    reads {
        kind: CollectivityKind,
        name: Text<'a>,
        full_name: Text<'a>,
        siren: Option<Text<'a>>,
        insee_code: Option<Text<'a>>,
        population: Option<i32>,
        department_code: Option<Text<'a>>,
        region_code: Option<Text<'a>>,
        position: Option<Position>,
        former_insee_codes: Vec<Text<'a>>,
        associated_sirens: Vec<Text<'a>>,
        postal_codes: Vec<Text<'a>>,
        website: Option<Text<'a>>,
        summary: Option<Text<'a>>,
        engagement: Engagement,
        member_since: Option<Text<'a>>,
        international_service: Option<Service<'a>>,
        contact_mailbox: Option<Text<'a>>,
        epci: Option<Named<'a>>,
        interests: Vec<Interest<'a>>,
        activity: Activity,
    }
    columns {
        Kind: |row| code(row.kind),
        Name: |row| Cell::Text(&row.name),
        FullName: |row| Cell::Text(&row.full_name),
        Siren: |row| optional(row.siren.as_ref()),
        InseeCode: |row| optional(row.insee_code.as_ref()),
        Population: |row| integer(row.population),
        DepartmentCode: |row| optional(row.department_code.as_ref()),
        RegionCode: |row| optional(row.region_code.as_ref()),
        Epci: |row| row.epci.as_ref().map_or(Cell::Empty, |epci| Cell::Term(epci.term())),
        Longitude: |row| longitude(row.position),
        Latitude: |row| latitude(row.position),
        PostalCodes: |row| texts(&row.postal_codes),
        FormerInseeCodes: |row| texts(&row.former_insee_codes),
        AssociatedSirens: |row| texts(&row.associated_sirens),
        Website: |row| optional(row.website.as_ref()),
        Summary: |row| optional(row.summary.as_ref()),
        Engagement: |row| code(row.engagement),
        MemberSince: |row| optional(row.member_since.as_ref()),
        ServiceName: |row| service(row).map_or(Cell::Empty, |service| optional(service.name.as_ref())),
        ServiceStaff: |row| service(row).and_then(|service| service.staff_fte).map_or(Cell::Empty, Cell::Decimal),
        ContactMailbox: |row| optional(row.contact_mailbox.as_ref()),
        InterestThemes: |row| Cell::Terms(interest_themes(row)),
        InterestCountries: |row| {
            Cell::Countries(row.interests.iter().filter_map(|interest| interest.country.as_ref()).collect())
        },
        Projects: |row| Cell::Integer(row.activity.projects),
        TwinningsToConfirm: |row| Cell::Integer(row.activity.twinnings_to_confirm),
        Countries: |row| Cell::Countries(row.activity.countries.iter().collect()),
    }
    points |row| row.position.into_iter().collect();
}

fn service<'r, 'a>(row: &'r CollectivityRow<'a>) -> Option<&'r Service<'a>> {
    row.international_service.as_ref()
}

fn interest_themes<'r>(row: &'r CollectivityRow<'_>) -> Vec<Term<'r>> {
    let themes = row
        .interests
        .iter()
        .filter_map(|interest| interest.theme.as_ref());
    themes.map(ThemeName::term).collect()
}
