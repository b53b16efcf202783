//! A database of its own for each test, of either engine, copied from a template.

use crate::world::{self, World};
use aect_db::{Db, Options};
use diesel::{Connection, PgConnection, RunQueryDsl};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The databases that the platform runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
}

/// What a database holds when a test begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The small region of [`world`].
    World,
    /// The schema alone.
    Nothing,
}

/// A database for one test; it goes when this is dropped.
#[derive(Debug)]
pub struct Database {
    /// Its address, as the server takes it.
    pub url: String,
    /// Its folder; also that of the index.
    pub folder: TempDir,
    /// Dropped with this.
    _name: Option<PgName>,
}

/// The address of the cluster that `cargo xtask test` starts, without the name of a database.
const CLUSTER: &str = "AECT_TEST_POSTGRES_URL";

impl Database {
    /// A new database.
    #[must_use]
    pub fn new(engine: Engine, content: Content) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match engine {
            Engine::Sqlite => {
                let file = folder.path().join("aect.sqlite");
                std::fs::write(&file, sqlite_template(content)).unwrap();
                Self {
                    url: format!("sqlite:{}", file.display()),
                    folder,
                    _name: None,
                }
            }
            Engine::Postgresql => {
                let name = PgName::new();
                name.create(Some(postgres_template(content)));
                Self {
                    url: name.url(),
                    folder,
                    _name: Some(name),
                }
            }
        }
    }
}

/// The records of [`world`] in databases of that engine.
#[must_use]
pub fn world_of(engine: Engine) -> &'static World {
    world_cell(engine)
        .get()
        .expect("a database with the world was made before")
}

fn world_cell(engine: Engine) -> &'static OnceLock<World> {
    static SQLITE: OnceLock<World> = OnceLock::new();
    static POSTGRESQL: OnceLock<World> = OnceLock::new();
    match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgresql => &POSTGRESQL,
    }
}

/// Opens a database.
#[must_use]
pub fn open(url: &str) -> Db {
    Db::open(&Options {
        url: url.to_owned(),
        readers: 2,
        exporters: 1,
    })
    .unwrap()
}

fn fill(engine: Engine, content: Content, url: &str) {
    let db = open(url);
    db.migrate().unwrap();
    if content == Content::World {
        let world = world::settle(&db).unwrap();
        world_cell(engine).set(world).expect("one template a process");
    }
}

/// The file of a filled database, as bytes: nothing is left behind in temporary folders.
fn sqlite_template(content: Content) -> &'static [u8] {
    static WORLD: OnceLock<Vec<u8>> = OnceLock::new();
    static NOTHING: OnceLock<Vec<u8>> = OnceLock::new();
    let template = match content {
        Content::World => &WORLD,
        Content::Nothing => &NOTHING,
    };
    template.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("template.sqlite");
        // Closing the last connection folds the log into the file.
        fill(Engine::Sqlite, content, &format!("sqlite:{}", file.display()));
        std::fs::read(file).unwrap()
    })
}

fn postgres_template(content: Content) -> &'static PgName {
    static WORLD: OnceLock<PgName> = OnceLock::new();
    static NOTHING: OnceLock<PgName> = OnceLock::new();
    let template = match content {
        Content::World => &WORLD,
        Content::Nothing => &NOTHING,
    };
    template.get_or_init(|| {
        let name = PgName::new();
        name.create(None);
        fill(Engine::Postgresql, content, &name.url());
        name
    })
}

/// A database of the cluster.
#[derive(Debug)]
struct PgName(String);

impl PgName {
    /// A cluster may outlive many runs, and the templates of each: numbers of processes come again.
    fn new() -> Self {
        Self(format!("aect_test_{}", aect_types::Uuid::now_v7().simple()))
    }

    fn url(&self) -> String {
        format!("{}/{}", cluster(), self.0)
    }

    fn create(&self, template: Option<&Self>) {
        let template = template.map_or("template0", |template| &template.0);
        administrate(&format!("CREATE DATABASE {} TEMPLATE {template}", self.0)).unwrap();
    }
}

impl Drop for PgName {
    fn drop(&mut self) {
        // A cluster that is gone has no databases left.
        administrate(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.0)).ok();
    }
}

fn cluster() -> String {
    std::env::var(CLUSTER).unwrap_or_else(|_| {
        panic!("{CLUSTER} is not set: `cargo xtask test` starts a PostgreSQL for the tests and sets it")
    })
}

fn administrate(statement: &str) -> diesel::QueryResult<usize> {
    let mut conn = PgConnection::establish(&format!("{}/postgres", cluster())).expect("the cluster answers");
    diesel::sql_query(statement).execute(&mut conn)
}
