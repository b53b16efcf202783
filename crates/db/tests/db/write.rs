//! Writes: the journal in the order of commits, renditions that follow, nothing half done.

use crate::support::{Database, on_both_engines};
use aect_db::idempotency::{self, Answer, Attempt, Known};
use aect_db::renditions::{self, Found};
use aect_db::{Error, Origin, Stored as _, Write, history};
use aect_types::actors::{Actor, ActorInput, ActorKind};
use aect_types::policy::Reader;
use aect_types::projects::{Project, ProjectInput};
use aect_types::provenance::SourceKind;
use aect_types::{Resource, Uuid, Visibility};
use diesel::RunQueryDsl as _;

on_both_engines!(
    a_write_is_journaled_and_rendered,
    a_failed_write_leaves_nothing,
    a_rehearsal_leaves_nothing,
    who_may_not_see_a_record_finds_nothing,
    a_former_address_leads_to_the_present_one,
    a_renamed_record_is_renamed_where_others_name_it,
    a_hidden_record_is_not_named_by_others,
    sequence_order_is_commit_order,
    an_answer_is_kept_with_what_was_done_or_not_at_all,
    what_an_older_program_rendered_is_rendered_anew,
);

fn person() -> Origin {
    Origin {
        kind: SourceKind::Person,
        source: None,
        license: None,
    }
}

fn actor(name: &str) -> ActorInput {
    ActorInput {
        kind: ActorKind::Association,
        name: name.to_owned(),
        acronym: None,
        iati_organisation_type: None,
        scope: None,
        status_note: None,
        description: None,
        website: None,
        to_confirm: false,
    }
}

fn enter(database: &Database, name: &str) -> Uuid {
    database
        .db
        .write_blocking("user:1", |write| {
            write.create(&actor(name), &person(), Visibility::Public)
        })
        .unwrap()
}

fn find(database: &Database, resource: Resource, key: &str) -> Found {
    database
        .db
        .read_blocking(|conn| renditions::find(conn, resource, Reader::Visitor, key))
        .unwrap()
}

fn record<T: serde::de::DeserializeOwned>(database: &Database, resource: Resource, key: &str) -> T {
    match find(database, resource, key) {
        Found::Here(rendition) => serde_json::from_str(&rendition.record).unwrap(),
        other => panic!("{key}: {other:?}"),
    }
}

fn a_write_is_journaled_and_rendered(database: Database) {
    let database = database.migrated();
    let id = enter(&database, "Pays de Montaigne");
    let mut changed = actor("Pays de Montaigne");
    changed.website = Some("https://example.org".to_owned());
    let fields = database
        .db
        .write_blocking("user:2", |write| write.edit(id, &changed))
        .unwrap();
    assert_eq!(fields, ["website"]);

    let shown: Actor = record(&database, Resource::Actors, "pays-de-montaigne");
    assert_eq!((shown.id, shown.version, shown.website), (id, 2, changed.website));
    let journal = "SELECT author || ' ' || operation || ' ' || CAST(changes AS TEXT) AS value FROM journal ORDER BY sequence";
    let entries = database.texts(journal);
    assert_eq!(entries[0], "user:1 create {}");
    assert!(
        entries[1].starts_with("user:2 update") && entries[1].contains("https://example.org"),
        "{entries:?}"
    );
    assert_eq!(database.db.read_blocking(renditions::position).unwrap(), 2);
}

fn a_failed_write_leaves_nothing(database: Database) {
    let database = database.migrated();
    let failed: Result<(), Error> = database.db.write_blocking("user:1", |write| {
        write.create(&actor("Éphémère"), &person(), Visibility::Public)?;
        Err(Error::Invalid("on second thoughts".to_owned()))
    });
    assert!(failed.is_err());
    for table in ["records", "slugs", "actors", "journal", "renditions"] {
        assert_eq!(
            database.number(&format!("SELECT count(*) FROM {table}")),
            0,
            "{table}"
        );
    }
    enter(&database, "Éphémère");
}

fn a_rehearsal_leaves_nothing(database: Database) {
    let database = database.migrated();
    let rehearsed = database.db.rehearse_blocking("user:1", |write| {
        write.create(&actor("Essai"), &person(), Visibility::Public)
    });
    assert!(rehearsed.is_ok());
    assert_eq!(database.number("SELECT count(*) FROM records"), 0);
}

fn who_may_not_see_a_record_finds_nothing(database: Database) {
    let database = database.migrated();
    let id = enter(&database, "Discrète");
    for visibility in [Visibility::Draft, Visibility::Members] {
        database
            .db
            .write_blocking("user:1", |write| write.set_visibility(id, visibility))
            .unwrap();
        for key in [id.to_string(), "discrete".to_owned()] {
            assert!(
                matches!(find(&database, Resource::Actors, &key), Found::Nowhere),
                "{visibility} {key}"
            );
        }
        let listed = |conn: &mut aect_db::Conn| {
            Ok((
                renditions::summaries(conn, Reader::Visitor, &[id])?,
                renditions::records(conn, Reader::Visitor, &[id])?,
            ))
        };
        assert_eq!(
            database.db.read_blocking(listed).unwrap(),
            (Vec::new(), Vec::new())
        );
    }
    database
        .db
        .write_blocking("user:1", |write| write.set_visibility(id, Visibility::Public))
        .unwrap();
    database
        .db
        .write_blocking("user:1", |write| write.hide(id))
        .unwrap();
    assert!(matches!(
        find(&database, Resource::Actors, "discrete"),
        Found::Nowhere
    ));
    database
        .db
        .write_blocking("user:1", |write| write.restore(id))
        .unwrap();
    assert!(matches!(
        find(&database, Resource::Actors, "discrete"),
        Found::Here(_)
    ));
}

fn a_former_address_leads_to_the_present_one(database: Database) {
    let database = database.migrated();
    let id = enter(&database, "Ancien nom");
    database
        .db
        .write_blocking("user:1", |write| {
            write.move_to(id, &"nouveau-nom".parse().unwrap())
        })
        .unwrap();
    match find(&database, Resource::Actors, "ancien-nom") {
        Found::Moved(slug) => assert_eq!(slug.as_str(), "nouveau-nom"),
        other => panic!("{other:?}"),
    }
    assert!(matches!(
        find(&database, Resource::Actors, "nouveau-nom"),
        Found::Here(_)
    ));
    let other = enter(&database, "Ancien nom");
    let shown: Actor = record(&database, Resource::Actors, &other.to_string());
    assert_ne!(
        shown.slug.as_str(),
        "ancien-nom",
        "an address that redirects is not given away"
    );
}

/// A project of the reference data that names IUT de Périgueux, and that actor's identifier.
const PROJECT: &str = "cooperation-avec-la-region-de-l-araucanie-dordogne";

fn iut(database: &Database) -> Actor {
    record(database, Resource::Actors, "iut-de-perigueux")
}

fn a_renamed_record_is_renamed_where_others_name_it(database: Database) {
    let database = database.filled();
    let iut = iut(&database);
    let mut input = database
        .db
        .read_blocking(|conn| ActorInput::load(conn, iut.id))
        .unwrap();
    input.name = "IUT de Bordeaux, site de Périgueux".to_owned();
    database
        .db
        .write_blocking("user:1", |write| write.edit(iut.id, &input))
        .unwrap();
    let project: Project = record(&database, Resource::Projects, PROJECT);
    assert_eq!(project.actors[0].actor.name, input.name);
    assert_eq!(project.version, 1, "naming another is not a change of one's own");
}

fn a_hidden_record_is_not_named_by_others(database: Database) {
    let database = database.filled();
    let iut = iut(&database);
    database
        .db
        .write_blocking("user:1", |write| write.set_visibility(iut.id, Visibility::Draft))
        .unwrap();
    let project: Project = record(&database, Resource::Projects, PROJECT);
    assert_eq!(project.actors, Vec::new());
    let kept = database
        .db
        .read_blocking(|conn| ProjectInput::load(conn, project.id))
        .unwrap();
    assert_eq!(kept.actors.len(), 1, "only the rendition leaves it out");
}

/// Writers in a row of threads; a reader that follows the journal meanwhile never sees a gap that fills later.
fn sequence_order_is_commit_order(database: Database) {
    const WRITERS: i64 = 8;
    const EACH: i64 = 10;
    let database = database.migrated();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let db = &database.db;
            scope.spawn(move || {
                for number in 0..EACH {
                    let input = actor(&format!("Association {writer} {number}"));
                    db.write_blocking("user:1", |write| {
                        write.create(&input, &person(), Visibility::Public)
                    })
                    .unwrap();
                }
            });
        }
        let mut seen = 0;
        while seen < WRITERS * EACH {
            let after = format!(
                "SELECT CAST(sequence AS TEXT) AS value FROM journal WHERE sequence > {seen} ORDER BY sequence"
            );
            for sequence in database.texts(&after) {
                assert_eq!(sequence.parse::<i64>().unwrap(), seen + 1);
                seen += 1;
            }
        }
    });
}

fn an_answer_is_kept_with_what_was_done_or_not_at_all(database: Database) {
    let database = database.migrated();
    let email = "marie@example.org".parse().unwrap();
    let user = database
        .db
        .write_blocking("sign-in", |write| Ok(write.user_of(&email, "fr")?.id))
        .unwrap();
    let attempt = Attempt {
        user,
        key: "k".to_owned(),
        digest: "d".to_owned(),
    };
    let enter = |write: &mut Write<'_>| {
        assert_eq!(write.attempt(&attempt)?, Known::Nothing);
        write.create(&actor("Puits et fils"), &person(), Visibility::Public)?;
        let answer = Answer {
            status: 201,
            location: Some("/puits".to_owned()),
            etag: None,
            position: write.settle()?,
            body: "{}".to_owned(),
        };
        write.keep_answer(&attempt, &answer)?;
        Ok(answer)
    };
    let count = || {
        let records = database.number("SELECT count(*) FROM records");
        (records, database.number("SELECT count(*) FROM idempotency_keys"))
    };
    // Whatever ends the transaction before its end, a loss of the connection as well as an error, takes both back.
    database.db.rehearse_blocking("user:1", enter).unwrap();
    let interrupted: Result<(), Error> = database.db.write_blocking("user:1", |write| {
        enter(write)?;
        Err(Error::Interrupted)
    });
    assert!(interrupted.is_err());
    assert_eq!(count(), (0, 0));
    let answer = database.db.write_blocking("user:1", enter).unwrap();
    assert_eq!(answer.position, Some(1));
    assert_eq!(count(), (1, 1));
    let known = database
        .db
        .read_blocking(|conn| idempotency::known(conn, &attempt))
        .unwrap();
    assert_eq!(known, Known::Answered(answer));
}

fn what_an_older_program_rendered_is_rendered_anew(database: Database) {
    let database = database.migrated();
    let ids = ["Une", "Deux", "Trois"].map(|name| enter(&database, name));
    let rendered = |id: Uuid| {
        let found = database
            .db
            .read_blocking(|conn| renditions::by_identifier(conn, id));
        found.unwrap().unwrap()
    };
    let before = ids.map(rendered);
    let last = database.db.read_blocking(renditions::position).unwrap();
    let anew = || {
        let work = |write: &mut Write<'_>| write.render_outdated(2);
        database.db.write_blocking("program:rendering", work).unwrap()
    };
    assert_eq!(anew(), 0, "nothing is outdated");
    let older = "UPDATE renditions SET format = 0, record = '{}', summary = '{}'";
    let made = |write: &mut Write<'_>| write.raw(|conn| Ok(diesel::sql_query(older).execute(conn)?));
    database.db.write_blocking("test", made).unwrap();
    assert_eq!([anew(), anew(), anew()], [2, 1, 0]);
    for (id, before) in ids.into_iter().zip(before) {
        let now = rendered(id);
        assert_eq!(
            (now.record, now.summary, now.version),
            (before.record, before.summary, before.version)
        );
        assert!(now.position > last, "whoever follows the journal reads it again");
        let history = database.db.read_blocking(|conn| history(conn, id)).unwrap();
        assert_eq!(history.len(), 1, "it has not changed");
    }
}
