//! What is written, read back by readers that are not ours.
// Says to clippy that helpers of tests are tests.
#![cfg(test)]

mod calendar;
mod maps;
mod samples;
mod tables;

use aect_formats::{Dialect, Site, exporter};
use aect_types::Resource;
use aect_types::resource::Format;
use aect_words::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

fn site() -> Site {
    let names = [("SN", "Sénégal"), ("MA", "Maroc")];
    let countries: BTreeMap<_, _> = names
        .map(|(code, name)| (code.parse().unwrap(), name.to_owned()))
        .into();
    Site::new("https://aect.example.org/", Arc::new(countries))
}

/// A list, written whole.
fn written(resource: Resource, format: Format, dialect: Dialect, records: &[String]) -> String {
    let mut exporter = exporter(resource, format, dialect, Language::Fr, &site()).unwrap();
    let mut out = Vec::new();
    exporter.start(&mut out).unwrap();
    for record in records {
        exporter.record(record, &mut out).unwrap();
    }
    exporter.finish(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn each_list_is_given_in_its_formats_only() {
    for resource in Resource::ALL {
        for format in Format::ALL {
            let given = exporter(*resource, *format, Dialect::Plain, Language::Fr, &site()).is_some();
            assert_eq!(
                given,
                resource.spec().formats.contains(format),
                "{resource} {format}"
            );
        }
    }
}

#[test]
fn ndjson_is_one_record_a_line() {
    let records = [samples::project(), samples::project()];
    let lines = written(Resource::Projects, Format::Ndjson, Dialect::Plain, &records);
    assert_eq!(lines.lines().collect::<Vec<_>>(), records);
    assert!(written(Resource::Projects, Format::Ndjson, Dialect::Plain, &[]).is_empty());
}

#[test]
fn a_record_of_another_form_is_an_error_and_not_half_a_row() {
    for format in [Format::Csv, Format::GeoJson, Format::Ics] {
        let mut exporter = exporter(Resource::Events, format, Dialect::Plain, Language::Fr, &site()).unwrap();
        let mut out = Vec::new();
        assert!(exporter.record("{\"id\": 1}", &mut out).is_err());
        assert!(out.is_empty(), "{format}");
    }
}
