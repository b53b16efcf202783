//! Exports, read back by readers that are not ours.

use crate::asking::set;
use aect_client::Answer;
use aect_tests::server::text;
use aect_tests::{Server, both_engines};
use aect_types::resource::Format;
use aect_types::{Resource, Uuid};
use geojson::{FeatureCollection, GeoJson, feature::Id};
use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

async fn export(server: &Server, path: &str) -> Answer {
    let answer = server.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", text(&answer));
    answer
}

fn rows(table: &str, delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(table.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn ids<'a>(values: impl Iterator<Item = &'a str>) -> Vec<Uuid> {
    values.map(|id| id.parse().unwrap()).collect()
}

/// The identifiers of the records in an export.
fn exported(format: Format, body: &str) -> Vec<Uuid> {
    match format {
        Format::Csv => ids(rows(body, b',').iter().map(|row| row["id"].as_str())),
        Format::Ndjson => body
            .lines()
            .map(|line| {
                serde_json::from_str::<Value>(line).unwrap()["id"]
                    .as_str()
                    .unwrap()
                    .parse()
                    .unwrap()
            })
            .collect(),
        Format::GeoJson => {
            let collection: FeatureCollection = body.parse::<GeoJson>().unwrap().try_into().unwrap();
            let id = |id: Option<Id>| match id {
                Some(Id::String(id)) => id.parse().unwrap(),
                other => panic!("{other:?}"),
            };
            collection
                .features
                .into_iter()
                .map(|feature| id(feature.id))
                .collect()
        }
        Format::Ics => {
            let body = unfold(body);
            let calendar = read_calendar(&body).unwrap();
            let events = calendar
                .components
                .iter()
                .filter(|component| component.name == "VEVENT");
            let uid = |component: &icalendar::parser::Component<'_>| {
                let uid = component
                    .properties
                    .iter()
                    .find(|property| property.name.as_str() == "UID")
                    .unwrap();
                uid.val.as_ref().split('@').next().unwrap().parse().unwrap()
            };
            events.map(uid).collect()
        }
        Format::Json => unreachable!("a page is not an export"),
    }
}

both_engines! {
    async fn an_export_holds_what_the_list_holds(server: &Server) {
        for resource in Resource::ALL {
            for format in resource.spec().formats {
                for query in ["", "sort=-updated_at", "q=nothing-of-that-kind"] {
                    let query = if resource.spec().sorts.iter().any(|by| by.as_str() == "updated_at") {
                        query
                    } else {
                        ""
                    };
                    let answer = export(server, &format!("/api/v1/{resource}.{format}?{query}")).await;
                    assert_eq!(answer.header("content-type"), Some(format.media_type()));
                    let exported = exported(*format, &text(&answer));
                    let unique: BTreeSet<Uuid> = exported.iter().copied().collect();
                    assert_eq!(
                        unique.len(),
                        exported.len(),
                        "{resource}.{format}?{query}: a record twice"
                    );
                    assert_eq!(
                        unique,
                        set(server, *resource, query).await,
                        "{resource}.{format}?{query}"
                    );
                }
            }
        }
    }

    async fn filters_and_orders_apply_to_exports(server: &Server) {
        let world = server.world();
        let export = export(server, "/api/v1/projects.csv?country=SN&sort=name").await;
        assert_eq!(
            exported(Format::Csv, &text(&export)),
            [world.water_in_dakar, world.youth_exchange]
        );
    }

    async fn accept_asks_for_a_format_as_a_suffix_does(server: &Server) {
        for (accept, media_type) in [
            ("text/csv", "text/csv; charset=utf-8"),
            ("application/geo+json", "application/geo+json"),
            ("application/x-ndjson", "application/x-ndjson"),
            ("application/json", "application/json"),
            ("*/*", "application/json"),
            (
                "text/csv;q=0.5, application/geo+json;q=0.9",
                "application/geo+json",
            ),
        ] {
            let answer = server.get_with("/api/v1/projects", &[("accept", accept)]).await;
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (200, Some(media_type)),
                "{accept}"
            );
            assert!(answer.header("vary").unwrap().contains("Accept"), "{accept}");
        }
        let refused = server
            .get_with("/api/v1/projects", &[("accept", "text/calendar")])
            .await;
        assert_eq!(refused.status, 406);
    }

    async fn a_spreadsheet_gets_what_a_person_reads(server: &Server) {
        let answer = export(
            server,
            "/api/v1/projects.csv?dialect=excel-fr&theme=eau-et-assainissement",
        )
        .await;
        let body = text(&answer);
        let rows = rows(body.strip_prefix('\u{feff}').expect("a byte order mark"), b';');
        assert_eq!(rows.len(), 1);
        for (column, value) in [
            ("Titre", "De l’eau à Dakar"),
            ("Type", "Coopération décentralisée"),
            ("Pays", "Sénégal"),
            ("Chef de file", "Département de la Gironde"),
            ("Budget maximal (€)", "120000,50"),
            ("À confirmer", "Non"),
        ] {
            assert_eq!(rows[0][column], value, "{column}");
        }
        assert!(
            answer
                .header("content-disposition")
                .unwrap()
                .contains("projects.csv")
        );
    }

    async fn maps_get_points_and_no_false_pins(server: &Server) {
        let world = server.world();
        let body = text(&export(server, "/api/v1/projects.geojson").await);
        let collection: FeatureCollection = body.parse::<GeoJson>().unwrap().try_into().unwrap();
        let geometry = |id: Uuid| {
            let wanted = Some(Id::String(id.to_string()));
            let feature = collection
                .features
                .iter()
                .find(|feature| feature.id == wanted)
                .unwrap();
            feature
                .geometry
                .as_ref()
                .map(|geometry| geometry.value.type_name())
        };
        assert_eq!(geometry(world.water_in_dakar), Some("Point"));
        assert_eq!(geometry(world.culture_in_rabat), Some("MultiPoint"));
        assert_eq!(geometry(world.prospecting), None, "only the country is known");
    }

    async fn calendars_get_zones_and_cancelled_events(server: &Server) {
        let body = text(&export(server, "/api/v1/events.ics").await);
        assert!(
            body.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"),
            "{body}"
        );
        for line in [
            "DTSTART;TZID=Europe/Paris:20260701T100000\r\n",
            "DTSTART;VALUE=DATE:20261005\r\nDTEND;VALUE=DATE:20261010\r\n",
            "STATUS:CANCELLED\r\n",
            "DESCRIPTION:Ordre du jour : eau\\, culture \\; débat\r\n",
        ] {
            assert!(body.contains(line), "{line} in {body}");
        }
        assert!(!body.contains("ATTENDEE"));
    }

    async fn one_record_can_be_kept_too(server: &Server) {
        let id = server.world().plenary;
        let calendar = export(server, &format!("/api/v1/events/{id}.ics")).await;
        assert_eq!(exported(Format::Ics, &text(&calendar)), [id]);
        let id = server.world().water_in_dakar;
        let map = export(server, &format!("/api/v1/projects/{id}.geojson")).await;
        assert_eq!(exported(Format::GeoJson, &text(&map)), [id]);
        server.problem(&format!("/api/v1/projects/{id}.csv"), 404).await;
    }

    async fn paging_does_not_apply_to_exports(server: &Server) {
        for parameter in ["limit=5", "cursor=AAAA", "facets=theme", "fields=title"] {
            let problem = server
                .problem(&format!("/api/v1/projects.csv?{parameter}"), 400)
                .await;
            let named: Vec<_> = problem
                .errors
                .iter()
                .filter_map(|error| error.parameter.as_deref())
                .collect();
            assert_eq!(named, [parameter.split('=').next().unwrap()]);
        }
        server.problem("/api/v1/projects.csv?dialect=excel", 400).await;
        server
            .problem("/api/v1/projects.ndjson?dialect=excel-fr", 400)
            .await;
        server.problem("/api/v1/projects.ics", 404).await;
    }

    async fn an_export_is_not_sent_twice_to_who_has_it(server: &Server) {
        let path = "/api/v1/projects.ndjson";
        let tag = export(server, path).await.header("etag").unwrap().to_owned();
        let again = server.get_with(path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (304, 0));
        let theme = server.world().water;
        let renamed =
            aect_tests::inputs::theme(aect_types::themes::ThemeKind::Field, "Hydraulique", "Hydraulics");
        server.write(move |write| write.edit(theme, &renamed)).await;
        assert_eq!(
            server.get_with(path, &[("if-none-match", &tag)]).await.status,
            200
        );
    }
}
