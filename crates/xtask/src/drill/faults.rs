//! Faults to survive: a process that dies while it imports, two that start at once.

use anyhow::{Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::thread::sleep;
use std::time::Duration;

use super::settings;
use crate::house::House;
use crate::http;
use crate::postgres::Postgres;
use crate::server::Server;

const COUNTED: [&str; 6] = [
    "collectivities",
    "actors",
    "partner-authorities",
    "projects",
    "events",
    "countries",
];

/// How many moments of the import are tried.
const MOMENTS: u32 = 10;

/// Killed at whatever moment, the next start has exactly what an undisturbed one has.
pub(super) fn killed_imports(house: &House) -> Result<String> {
    let program = house.binary("release");
    let settings = settings(&program, None);
    let undisturbed = Server::start(&settings)?;
    let expected = totals(&undisturbed)?;
    let whole = undisturbed.ready_after;
    drop(undisturbed);
    for moment in 1..=MOMENTS {
        let doomed = Server::spawn(&settings, tempfile::tempdir()?)?;
        sleep(whole * moment / (MOMENTS + 1));
        let second = Server::start_on(&settings, doomed.kill()?)?;
        let found = totals(&second)?;
        ensure!(
            found == expected,
            "killed at {moment}/{MOMENTS}: {found:?} instead of {expected:?}"
        );
    }
    Ok(format!(
        "{MOMENTS} kills within {} ms; each next start whole",
        whole.as_millis()
    ))
}

/// Both come up, and the data are there once.
pub(super) fn two_starts(house: &House, on_postgres: bool) -> Result<String> {
    let program = house.binary("release");
    let expected = totals(&Server::start(&settings(&program, None))?)?;
    let postgres = on_postgres.then(Postgres::start).transpose()?;
    let folder = tempfile::tempdir()?;
    let database = match &postgres {
        Some(postgres) => postgres.create("aect_twice")?,
        None => format!("sqlite:{}", folder.path().join("aect.sqlite").display()),
    };
    let settings = settings(&program, Some(&database));
    let mut servers: Vec<Server> = (0..2)
        .map(|_| Server::spawn(&settings, tempfile::tempdir()?))
        .collect::<Result<_>>()?;
    for server in &mut servers {
        server.wait_until_ready(Duration::from_mins(3))?;
        let found = totals(server)?;
        ensure!(found == expected, "{found:?} instead of {expected:?}");
    }
    Ok(format!(
        "both ready, {} records of each once",
        expected.values().sum::<u64>()
    ))
}

/// How many records of each kind a visitor finds.
fn totals(server: &Server) -> Result<BTreeMap<&'static str, u64>> {
    COUNTED
        .into_iter()
        .map(|resource| {
            let (status, body) = http::get(server.port, &format!("/api/v1/{resource}?limit=1"))?;
            ensure!(status == 200, "/{resource} answers {status}");
            let page: Value = serde_json::from_slice(&body)?;
            let total = page.get("total").and_then(Value::as_u64);
            Ok((resource, total.unwrap_or_default()))
        })
        .collect()
}
