//! CSV, read back by the `csv` crate.

use crate::{samples, written};
use aect_formats::Dialect;
use aect_types::Resource;
use aect_types::resource::Format;
use serde_json::json;
use std::collections::BTreeMap;

/// The rows of a table by their headers.
fn rows(table: &str, delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(table.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn plain(resource: Resource, records: &[String]) -> Vec<BTreeMap<String, String>> {
    rows(&written(resource, Format::Csv, Dialect::Plain, records), b',')
}

fn excel(resource: Resource, records: &[String]) -> Vec<BTreeMap<String, String>> {
    let table = written(resource, Format::Csv, Dialect::ExcelFr, records);
    rows(table.strip_prefix('\u{feff}').unwrap(), b';')
}

#[test]
fn every_column_shows_what_the_record_holds() {
    for resource in Resource::ALL {
        for row in [
            plain(*resource, &[samples::of(*resource)]),
            excel(*resource, &[samples::of(*resource)]),
        ] {
            let [row] = row.as_slice() else {
                panic!("{resource}: one row")
            };
            for (column, cell) in row {
                assert!(!cell.is_empty(), "{resource}: {column} is empty");
            }
        }
    }
}

#[test]
fn an_empty_list_is_a_header() {
    for resource in Resource::ALL {
        let table = written(*resource, Format::Csv, Dialect::Plain, &[]);
        assert!(
            table.starts_with("id,slug,") && table.ends_with("\r\n"),
            "{table}"
        );
        assert!(plain(*resource, &[]).is_empty());
        assert!(excel(*resource, &[]).is_empty());
    }
}

#[test]
fn programs_get_codes_and_decimal_points() {
    let rows = plain(Resource::Projects, &[samples::project()]);
    for (column, value) in [
        ("id", "0192f0c1-2345-7abc-8def-0123456789ab"),
        ("title", "De l’eau à Dakar"),
        ("description", "Dix **forages**\r\net puits"),
        ("kind", "decentralised_cooperation"),
        ("to_confirm", "false"),
        ("lead", "gironde"),
        ("countries", "SN|MA"),
        ("places", "Dakar|Rabat|Maroc"),
        ("geometry", "MULTIPOINT (-17.4677 14.7167, -6.8326 34.0133)"),
        ("themes", "eau"),
        ("sdgs", "6|17"),
        ("start_date", "2015"),
        ("stated_on", "2022-05"),
        ("budget_min", "1200.05"),
        ("budget_max", "2500000.00"),
        ("funders", "SO Coopération|Agence de l’eau"),
        ("looking_for", "partners|co_funding"),
        ("source_documents", "Guide 2016|Note 2022"),
        ("updated_at", "2026-11-22T05:10:59.123456Z"),
        ("url", "https://aect.example.org/api/v1/projects/eau-a-dakar"),
    ] {
        assert_eq!(rows[0][column], value, "{column}");
    }
}

#[test]
fn people_get_labels_and_decimal_commas() {
    let rows = excel(Resource::Projects, &[samples::project()]);
    for (column, value) in [
        ("Type", "Coopération décentralisée"),
        ("À confirmer", "Non"),
        ("Chef de file", "Département de la Gironde"),
        ("Pays", "Sénégal, Maroc"),
        ("Thématiques", "Eau"),
        ("Budget minimal (€)", "1200,05"),
        ("Recherche", "Partenaires, Cofinancement"),
        ("Mis à jour le (UTC)", "2026-11-22 05:10"),
    ] {
        assert_eq!(rows[0][column], value, "{column}");
    }
    let rows = excel(Resource::Collectivities, &[samples::collectivity()]);
    assert_eq!(rows[0]["Longitude"], "-0,5792");
    assert_eq!(rows[0]["Effectif du service (ETP)"], "2,5");
}

#[test]
fn a_country_without_a_name_keeps_its_code() {
    let project = samples::with(
        &samples::project(),
        &json!({"countries": [{"country": "ZZ", "share_percent": null}]}),
    );
    assert_eq!(excel(Resource::Projects, &[project])[0]["Pays"], "ZZ");
}

#[test]
fn whatever_a_text_holds_comes_back() {
    let corpus = [
        "a,b;c\td|e",
        "\"entre guillemets\"",
        "\"\"",
        "ligne 1\nligne 2\rligne 3\r\nligne 4",
        "l'été – œuvre – 老 – 🌍 – \u{feff} – \u{202e}",
        "antislash \\ \\n",
        " espaces autour ",
        "\u{1}contrôle\u{7f}",
        "<script>alert(1)</script>",
        "'déjà une apostrophe",
    ];
    for text in corpus {
        let project = samples::with(&samples::project(), &json!({"title": text}));
        assert_eq!(
            plain(Resource::Projects, std::slice::from_ref(&project))[0]["title"],
            text
        );
        assert_eq!(excel(Resource::Projects, &[project])[0]["Titre"], text);
    }
}

#[test]
fn no_text_of_any_kind_becomes_a_formula_and_numbers_stay_numbers() {
    let evil = "=cmd|' /C calc'!A0";
    let project = samples::with(
        &samples::project(),
        &json!({
            "title": evil, "summary": "+1", "area": "@x", "status_note": "-1",
            "other_participants": [evil, "b"],
            "places": [{"name": evil, "country": null, "position": [-17.0, -14.0], "exactness": "exact"}],
            "links": [{"title": "x", "url": evil}]
        }),
    );
    for row in [
        &plain(Resource::Projects, std::slice::from_ref(&project))[0],
        &excel(Resource::Projects, &[project])[0],
    ] {
        for (column, cell) in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{column}: {cell}"
            );
        }
    }
    let partner = samples::of(Resource::PartnerAuthorities);
    assert_eq!(
        plain(Resource::PartnerAuthorities, &[partner])[0]["longitude"],
        "-17.4677"
    );
}

#[test]
fn lines_end_as_rfc_4180_wants() {
    let table = written(
        Resource::Themes,
        Format::Csv,
        Dialect::Plain,
        &[samples::of(Resource::Themes)],
    );
    assert_eq!(table.matches("\r\n").count(), 2);
    assert_eq!(table.matches('\n').count(), 2);
}

#[test]
fn an_event_of_days_and_one_of_a_month_keep_what_was_said() {
    let days = json!({"time": {"precision": "days", "first": "2026-03-01", "last": "2026-03-03"}});
    let month = json!({"time": {"precision": "period", "date": "2026-03"}});
    let records = [
        samples::with(&samples::event(), &days),
        samples::with(&samples::event(), &month),
    ];
    let rows = plain(Resource::Events, &records);
    assert_eq!(
        (rows[0]["start"].as_str(), rows[0]["end"].as_str()),
        ("2026-03-01", "2026-03-03")
    );
    assert_eq!(
        (rows[1]["start"].as_str(), rows[1]["end"].as_str()),
        ("2026-03", "2026-03")
    );
    assert_eq!(rows[0]["time_zone"], "");
}
