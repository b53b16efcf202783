//! The schema itself: both engines alike, every foreign key indexed, up and down and up again.

use crate::support::{Database, on_both_engines};
use aect_db::Db;
use std::collections::BTreeSet;

on_both_engines!(
    foreign_keys_are_indexed,
    an_empty_database_goes_down_and_up_again,
    a_filled_database_goes_down_and_up_again,
    several_processes_may_start_at_once,
    a_newer_schema_is_refused,
);

/// `table.column nullable` of every column, with the engine's type turned into a common word.
fn columns(database: &Database) -> BTreeSet<String> {
    let sql = if database.is_sqlite() {
        "SELECT m.name || '.' || c.name || ' ' || c.type || CASE c.\"notnull\" WHEN 1 THEN '' ELSE ' null' END AS value
         FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'"
    } else {
        "SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN '' ELSE ' null' END AS value
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'"
    };
    let common = |line: String| {
        let (column, rest) = line.split_once(' ').unwrap();
        let (kind, null) = rest
            .strip_suffix(" null")
            .map_or((rest, ""), |kind| (kind, " null"));
        let kind = match kind {
            "uuid" | "BLOB" => "identifier",
            "text" | "TEXT" | "jsonb" | "timestamp with time zone" => "text",
            "boolean" | "bigint" | "integer" | "smallint" | "INTEGER" => "number",
            "double precision" | "REAL" => "real",
            other => panic!("{column}: {other}"),
        };
        format!("{column} {kind}{null}")
    };
    database.texts(sql).into_iter().map(common).collect()
}

/// `table(columns)` of every index that is not implied, unique ones marked.
fn indexes(database: &Database) -> BTreeSet<String> {
    let sql = if database.is_sqlite() {
        "SELECT m.name || '(' || (SELECT group_concat(i.name, ', ') FROM pragma_index_info(l.name) i) || ')'
            || CASE l.\"unique\" WHEN 1 THEN ' unique' ELSE '' END AS value
         FROM sqlite_master m JOIN pragma_index_list(m.name) l
         WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'"
    } else {
        "SELECT t.relname || '(' || (
                SELECT string_agg(a.attname, ', ' ORDER BY k.rank)
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, rank)
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
            ) || ')' || CASE WHEN i.indisunique THEN ' unique' ELSE '' END AS value
         FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
         WHERE n.nspname = 'public' AND t.relname NOT LIKE '\\_\\_%'"
    };
    database.texts(sql).into_iter().collect()
}

/// `table.column` of every foreign key.
fn foreign_keys(database: &Database) -> BTreeSet<String> {
    let sql = if database.is_sqlite() {
        "SELECT m.name || '.' || f.\"from\" AS value FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table'"
    } else {
        "SELECT t.relname || '.' || a.attname AS value FROM pg_constraint c
         JOIN pg_class t ON t.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f'"
    };
    database.texts(sql).into_iter().collect()
}

#[test]
fn both_schemas_are_alike() {
    let (sqlite, postgresql) = (Database::sqlite().migrated(), Database::postgresql().migrated());
    assert_eq!(columns(&sqlite), columns(&postgresql));
    assert_eq!(foreign_keys(&sqlite), foreign_keys(&postgresql));
    let written = |database| -> BTreeSet<String> {
        indexes(database)
            .into_iter()
            .filter(|index| !index.ends_with("unique"))
            .collect()
    };
    assert_eq!(written(&sqlite), written(&postgresql));
    assert!(foreign_keys(&sqlite).len() > 40, "the queries see the schema");
}

fn foreign_keys_are_indexed(database: Database) {
    let database = database.migrated();
    let indexes = indexes(&database);
    let unindexed: Vec<String> = foreign_keys(&database)
        .into_iter()
        .filter(|key| {
            let (table, column) = key.split_once('.').unwrap();
            let first = [format!("{table}({column})"), format!("{table}({column},")];
            !indexes
                .iter()
                .any(|index| first.iter().any(|start| index.starts_with(start)))
        })
        .collect();
    assert_eq!(unindexed, Vec::<String>::new());
}

fn down_and_up(database: &Database) {
    let before = (columns(database), indexes(database));
    database.db.revert().unwrap();
    assert_eq!(columns(database), BTreeSet::new());
    database.db.migrate().unwrap();
    assert_eq!((columns(database), indexes(database)), before);
}

fn an_empty_database_goes_down_and_up_again(database: Database) {
    down_and_up(&database.migrated());
}

fn a_filled_database_goes_down_and_up_again(database: Database) {
    let database = database.filled();
    assert!(database.number("SELECT count(*) FROM records") > 4462);
    down_and_up(&database);
    assert_eq!(database.number("SELECT count(*) FROM records"), 0);
}

fn several_processes_may_start_at_once(database: Database) {
    std::thread::scope(|scope| {
        let starts: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| Db::open(&database.options).and_then(|db| db.migrate())))
            .collect();
        for start in starts {
            start.join().unwrap().unwrap();
        }
    });
    let database = database.migrated();
    assert_eq!(database.number("SELECT count(*) FROM records"), 0);
}

fn a_newer_schema_is_refused(database: Database) {
    use diesel::RunQueryDsl as _;
    let database = database.migrated();
    database
        .db
        .write_blocking("test", |write| {
            let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')";
            write.raw(|conn| Ok(diesel::sql_query(newer).execute(conn).map(drop)?))
        })
        .unwrap();
    let refused = database.db.migrate().unwrap_err();
    assert!(refused.to_string().contains("9999"), "{refused}");
}
