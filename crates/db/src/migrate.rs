//! The schema's way up and down: mirrored migrations, one set an engine, compiled in.

use crate::db::Conn;
use crate::{Error, Result};
use diesel::Connection as _;
use diesel::connection::SimpleConnection as _;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRESQL: EmbeddedMigrations = embed_migrations!("../../migrations/postgresql");

/// SQLite 3.51.3 is the first without the WAL-reset bug, which can lose commits.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Applies what is missing, all of it or nothing. Two processes that start at once take turns.
pub(crate) fn up(conn: &mut Conn) -> Result<()> {
    match conn {
        Conn::Sqlite(conn) => {
            refuse_old_sqlite()?;
            conn.exclusive_transaction(|conn| forward(conn, SQLITE))
        }
        Conn::Postgres(conn) => conn.transaction(|conn| {
            conn.batch_execute("SELECT pg_advisory_xact_lock(4202601)")?;
            forward(conn, POSTGRESQL)
        }),
    }
}

/// Takes everything back.
pub(crate) fn down(conn: &mut Conn) -> Result<()> {
    let reverted = match conn {
        Conn::Sqlite(conn) => conn.revert_all_migrations(SQLITE).map(drop),
        Conn::Postgres(conn) => conn.revert_all_migrations(POSTGRESQL).map(drop),
    };
    reverted.map_err(|error| Error::Migration(error.to_string()))
}

fn forward<DB, C>(conn: &mut C, known: EmbeddedMigrations) -> Result<()>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| Error::Migration(error.to_string());
    let versions: Vec<String> = MigrationSource::<DB>::migrations(&known)
        .map_err(failed)?
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    for applied in conn.applied_migrations().map_err(failed)? {
        if !versions.contains(&applied.to_string()) {
            return Err(Error::NewerSchema(applied.to_string()));
        }
    }
    conn.run_pending_migrations(known).map(drop).map_err(failed)
}

#[expect(
    unsafe_code,
    reason = "the version of the linked library is only known to the library itself"
)]
fn refuse_old_sqlite() -> Result<()> {
    // SAFETY: takes nothing, returns a constant of the library.
    let version = unsafe { libsqlite3_sys::sqlite3_libversion_number() };
    if version < OLDEST_SQLITE {
        Err(Error::OldSqlite(version.to_string()))
    } else {
        Ok(())
    }
}
