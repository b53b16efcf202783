//! Records as they are rendered: unchanged, or rendered anew by a program that renders otherwise.

use aect_db::RENDITION_FORMAT;
use aect_tests::{Server, both_engines};
use aect_types::{Resource, Uuid};
use diesel::RunQueryDsl as _;
use serde_json::{Map, Value, json};
use std::path::Path;

/// One record of each kind, as [`RENDITION_FORMAT`] renders it.
const KNOWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api/rendered.json");
/// Has the file written anew.
const WRITE: &str = "AECT_WRITE_RENDERED";

/// What differs each time, by what it is: identifiers and moments.
fn settled(value: &mut Value) {
    match value {
        Value::String(text) if text.parse::<Uuid>().is_ok() => *value = json!("(identifier)"),
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_ok() => {
            *value = json!("(moment)");
        }
        Value::Array(items) => items.iter_mut().for_each(settled),
        Value::Object(fields) => fields.values_mut().for_each(settled),
        _ => {}
    }
}

async fn one_of_each(server: &Server) -> Value {
    let mut records = Map::new();
    for resource in Resource::ALL {
        let list: Value = server
            .json(&format!("/api/v1/{resource}?limit=1&sort=name"))
            .await;
        let slug = list["items"][0]["slug"].as_str().unwrap();
        let mut record: Value = server.json(&format!("/api/v1/{resource}/{slug}")).await;
        settled(&mut record);
        records.insert(resource.to_string(), record);
    }
    Value::Object(records)
}

both_engines! {
    /// Fails when records are rendered otherwise than before: what is stored would stay as it was. Count
    /// [`RENDITION_FORMAT`] up, then run this test with `AECT_WRITE_RENDERED=1`.
    async fn the_format_counts_every_way_of_rendering(server: &Server) {
        let now = json!({"format": RENDITION_FORMAT, "records": one_of_each(server).await});
        let known: Value = std::fs::read(Path::new(KNOWN))
            .map_or(Value::Null, |file| serde_json::from_slice(&file).unwrap());
        if std::env::var_os(WRITE).is_some() && known["format"] != now["format"] {
            std::fs::write(KNOWN, serde_json::to_string_pretty(&now).unwrap() + "\n").unwrap();
        } else {
            assert!(known == now, "rendered otherwise than before: count RENDITION_FORMAT up, and see {KNOWN}");
        }
    }
}

async fn a_newer_program_renders_anew_at_its_start(engine: aect_tests::Engine) {
    let server = Server::start(engine).await;
    let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
    let before: Value = server.json(&path).await;
    server
        .write_unseen(|write| {
            let older = "UPDATE renditions SET format = 0, record = '{}', summary = '{}'";
            write.raw(|conn| Ok(diesel::sql_query(older).execute(conn).map(drop)?))
        })
        .await;
    let server = server.restart(false).await;
    assert_eq!(server.json::<Value>(&path).await, before);
    let found: Value = server.json("/api/v1/collectivities?q=bordeaux").await;
    assert_eq!(found["items"][0]["name"], "Bordeaux");
    server.stop().await;
}

mod started {
    use super::*;
    aect_tests::on_both_engines! { a_newer_program_renders_anew_at_its_start }
}
