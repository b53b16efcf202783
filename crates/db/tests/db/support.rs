//! A database of one's own, on either engine.

use aect_db::{Conn, Db, Options};
use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection};
use std::ops::ControlFlow;
use std::sync::OnceLock;

/// A database that goes with the test.
pub(crate) struct Database {
    pub(crate) db: Db,
    pub(crate) options: Options,
    _folder: Option<tempfile::TempDir>,
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("aect.sqlite").display());
        Self::open(url, Some(folder))
    }

    pub(crate) fn postgresql() -> Self {
        Self::postgresql_like("template1")
    }

    fn postgresql_like(template: &str) -> Self {
        let base = std::env::var("AECT_TEST_POSTGRES_URL")
            .expect("AECT_TEST_POSTGRES_URL names no cluster: run `cargo xtask test`");
        let name = format!("db_{}", aect_types::Uuid::now_v7().simple());
        let mut conn = PgConnection::establish(&format!("{base}/postgres")).unwrap();
        conn.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .unwrap();
        Self::open(format!("{base}/{name}"), None)
    }

    fn open(url: String, folder: Option<tempfile::TempDir>) -> Self {
        let options = Options {
            url,
            readers: 4,
            exporters: 1,
        };
        let db = Db::open(&options).unwrap();
        Self {
            db,
            options,
            _folder: folder,
        }
    }

    /// With the schema.
    pub(crate) fn migrated(self) -> Self {
        self.db.migrate().unwrap();
        self
    }

    /// Another one, with the schema and the reference data: a copy of one that is filled once a run.
    pub(crate) fn filled(self) -> Self {
        static SQLITE: OnceLock<Database> = OnceLock::new();
        static POSTGRESQL: OnceLock<String> = OnceLock::new();
        if self.is_sqlite() {
            let template = SQLITE.get_or_init(|| Self::sqlite().migrated().import());
            let copy = tempfile::tempdir().unwrap();
            let file = copy.path().join("aect.sqlite");
            let path = template.options.url.strip_prefix("sqlite:").unwrap();
            let mut conn = SqliteConnection::establish(path).unwrap();
            conn.batch_execute(&format!("VACUUM INTO '{}'", file.display()))
                .unwrap();
            Self::open(format!("sqlite:{}", file.display()), Some(copy))
        } else {
            let template = POSTGRESQL.get_or_init(|| {
                let template = Self::postgresql().migrated().import();
                template.options.url.clone()
            });
            Self::postgresql_like(template.rsplit('/').next().unwrap())
        }
    }

    fn import(self) -> Self {
        aect_db::import::reference(&self.db, &mut |_, _| ControlFlow::Continue(())).unwrap();
        self
    }

    /// One column of texts, by a query in SQL.
    pub(crate) fn texts(&self, sql: &str) -> Vec<String> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            value: String,
        }
        let sql = sql.to_owned();
        let rows: Vec<Row> = self
            .db
            .read_blocking(|conn| Ok(diesel::sql_query(sql).load(conn)?))
            .unwrap();
        rows.into_iter().map(|row| row.value).collect()
    }

    /// One number.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.texts(&format!("SELECT CAST(({sql}) AS TEXT) AS value"))[0]
            .parse()
            .unwrap()
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.db
            .read_blocking(|conn| Ok(matches!(conn, Conn::Sqlite(_))))
            .unwrap()
    }
}

/// Makes two tests of each function: one on SQLite, one on PostgreSQL.
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        $(mod $name {
            #[test]
            fn sqlite() {
                super::$name(crate::support::Database::sqlite());
            }
            #[test]
            fn postgresql() {
                super::$name(crate::support::Database::postgresql());
            }
        })*
    };
}
pub(crate) use on_both_engines;
