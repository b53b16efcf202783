//! Faults around a start: a process that dies while it imports, migrates or writes, two that start at once, a schema
//! of tomorrow.

use anyhow::{Result, ensure};
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::sql;
use super::stage::{Stage, database, totals};
use crate::postgres::Postgres;
use crate::process::{run_quietly, succeeds};
use crate::server::Server;
use crate::test::kills;

/// How many moments of the import are tried on SQLite; PostgreSQL takes longer.
const MOMENTS: u32 = 10;
const MOMENTS_ON_POSTGRES: u32 = 5;
/// How many moments of the migrations are tried.
const MIGRATIONS: u32 = 20;
/// How often it is killed while many write.
const KILLS: u32 = 200;
/// A migration that no program of today knows.
const TOMORROW: &str = "99991231000000";
/// The names of what a migrated SQLite file holds.
const SCHEMA: &str = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2";
/// The same on PostgreSQL.
const COLUMNS: &str = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns \
     WHERE table_schema = 'public' ORDER BY 1, 2";

/// Killed at whatever moment, the next start has exactly what an undisturbed one has.
pub(super) fn killed_imports(stage: &Stage<'_>) -> Result<String> {
    let undisturbed = Server::start(&stage.settings())?;
    let expected = totals(undisturbed.port)?;
    let whole = undisturbed.ready_after;
    drop(undisturbed);
    for moment in 1..=MOMENTS {
        let doomed = Server::spawn(&stage.settings(), tempfile::tempdir()?)?;
        sleep(whole * moment / (MOMENTS + 1));
        let second = Server::start_on(&stage.settings(), doomed.kill()?)?;
        let found = totals(second.port)?;
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

/// The same on PostgreSQL, whose index has also to find its way.
pub(super) fn killed_imports_on_postgres(stage: &Stage<'_>) -> Result<String> {
    let postgres = Postgres::start()?;
    let undisturbed = postgres.create("undisturbed")?;
    let server = Server::start(&stage.on(&undisturbed))?;
    let expected = totals(server.port)?;
    let whole = server.ready_after;
    drop(server);
    for moment in 1..=MOMENTS_ON_POSTGRES {
        let url = postgres.create(&format!("killed_{moment}"))?;
        let doomed = Server::spawn(&stage.on(&url), tempfile::tempdir()?)?;
        sleep(whole * moment / (MOMENTS_ON_POSTGRES + 1));
        let second = Server::start_on(&stage.on(&url), doomed.kill()?)?;
        let found = totals(second.port)?;
        ensure!(
            found == expected,
            "killed at {moment}/{MOMENTS_ON_POSTGRES}: {found:?} instead of {expected:?}"
        );
    }
    Ok(format!(
        "{MOMENTS_ON_POSTGRES} kills within {} ms; each next start whole",
        whole.as_millis()
    ))
}

/// Killed while many write, every acknowledged write is there at the next start, on both engines.
pub(super) fn killed_writes(stage: &Stage<'_>) -> Result<String> {
    let tally = kills(stage.house, &stage.program, KILLS)?;
    ensure!(tally.failed == 0, "a write was lost, or something disagreed");
    Ok(format!(
        "{KILLS} kills on each engine, no acknowledged write lost"
    ))
}

/// Both come up, and the data are there once.
pub(super) fn two_starts(stage: &Stage<'_>) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("aect.sqlite").display());
    two_on(stage, &url)
}

/// The same on PostgreSQL.
pub(super) fn two_starts_on_postgres(stage: &Stage<'_>) -> Result<String> {
    let postgres = Postgres::start()?;
    two_on(stage, &postgres.create("aect_twice")?)
}

fn two_on(stage: &Stage<'_>, url: &str) -> Result<String> {
    let expected = totals(Server::start_on(&stage.settings(), stage.data()?)?.port)?;
    let settings = stage.on(url);
    let mut servers: Vec<Server> = (0..2)
        .map(|_| Server::spawn(&settings, tempfile::tempdir()?))
        .collect::<Result<_>>()?;
    for server in &mut servers {
        server.wait_until_ready(Duration::from_mins(3))?;
        let found = totals(server.port)?;
        ensure!(found == expected, "{found:?} instead of {expected:?}");
    }
    Ok(format!(
        "both ready, {} records of each once",
        expected.values().sum::<u64>()
    ))
}

/// Killed at whatever moment, the schema is there as a whole or not at all, and the next try completes it.
pub(super) fn killed_migrations(stage: &Stage<'_>) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let file = |name: &str| folder.path().join(format!("{name}.sqlite"));
    let url = |name: &str| format!("sqlite:{}", file(name).display());
    let found = killed_on(
        stage,
        |name| Ok(url(name)),
        |name| sql::sqlite(&file(name), SCHEMA),
    )?;
    let postgres = Postgres::start()?;
    let on_postgres = killed_on(
        stage,
        |name| postgres.create(name),
        |name| sql::postgres(&format!("{}/{name}", postgres.url()), COLUMNS),
    )?;
    Ok(format!("SQLite: {found}; PostgreSQL: {on_postgres}"))
}

fn killed_on(
    stage: &Stage<'_>,
    create: impl Fn(&str) -> Result<String>,
    schema: impl Fn(&str) -> Result<String>,
) -> Result<String> {
    let undisturbed = create("undisturbed")?;
    let begun = Instant::now();
    run_quietly(&mut migrate(stage, &undisturbed))?;
    let whole = begun.elapsed();
    let expected = schema("undisturbed")?;
    let mut interrupted = 0;
    for moment in 0..MIGRATIONS {
        let name = format!("killed_{moment}");
        let url = create(&name)?;
        let mut doomed = migrate(stage, &url)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        sleep(whole * moment / MIGRATIONS);
        doomed.kill()?;
        if !doomed.wait()?.success() {
            interrupted += 1;
        }
        run_quietly(&mut migrate(stage, &url))?;
        let found = schema(&name)?;
        ensure!(
            found == expected,
            "killed at {moment}/{MIGRATIONS}: another schema"
        );
    }
    Ok(format!(
        "{interrupted} kills within {} ms, each next try whole",
        whole.as_millis()
    ))
}

fn migrate(stage: &Stage<'_>, url: &str) -> Command {
    let mut command = stage.aect(&["migrate", "--database-url", url, "--data-dir"]);
    // Nothing is written there: the database is elsewhere.
    command.arg(std::env::temp_dir());
    command
}

/// A program of today refuses a database of tomorrow, and leaves it as it is.
pub(super) fn newer_schema(stage: &Stage<'_>) -> Result<String> {
    let enter = format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{TOMORROW}')");
    let leave = format!("DELETE FROM __diesel_schema_migrations WHERE version = '{TOMORROW}'");
    let data = stage.data()?;
    let file = database(data.path());
    sql::sqlite(&file, &enter)?;
    let before = fs::read(&file)?;
    let (log, data) = Server::spawn(&stage.settings(), data)?.refuses(Duration::from_secs(30))?;
    ensure!(log.contains(TOMORROW), "it does not say why: {log}");
    let file = database(data.path());
    ensure!(fs::read(&file)? == before, "the file has changed");
    sql::sqlite(&file, &leave)?;
    let expected = totals(Server::start_on(&stage.settings(), data)?.port)?;
    let postgres = Postgres::start()?;
    let url = postgres.create("tomorrow")?;
    ensure!(succeeds(&mut migrate(stage, &url)), "no schema");
    sql::postgres(&url, &enter)?;
    let settings = stage.on(&url);
    let (log, _) = Server::spawn(&settings, tempfile::tempdir()?)?.refuses(Duration::from_secs(30))?;
    ensure!(log.contains(TOMORROW), "it does not say why: {log}");
    sql::postgres(&url, &leave)?;
    let found = totals(Server::start(&settings)?.port)?;
    ensure!(found == expected, "{found:?} instead of {expected:?}");
    Ok("refused on both engines with the migration's name; nothing written".to_owned())
}
