//! Imports, seen through the API: whole or not at all, twice like once, never over a person's words.

use crate::asking::page;
use aect_db::import::{self, Kind, Options, Report};
use aect_db::{Error, Origin, Outcome};
use aect_tests::database::Content;
use aect_tests::{Engine, Server, inputs};
use aect_types::actors::{Actor, ActorInput, ActorKind};
use aect_types::collectivities::{Collectivity, CollectivityKind};
use aect_types::provenance::SourceKind;
use aect_types::{Record, Resource, Visibility};
use std::ops::ControlFlow;

const ORGANISATIONS: &str = "id,nom,sigle,type\n\
    soc,SO Coopération,SOC,réseau régional multi-acteurs (RRMA)\n\
    afd,Agence française de développement,AFD,opérateur de l’État\n\
    ird,Institut de recherche,IRD,établissement public\n";

/// Imports a file of organisations as an operator does, and waits until readers see it.
async fn organisations(server: &Server, file: &str, options: Options, rows: usize) -> Result<Report, Error> {
    imported(server, Kind::Organisations, file, options, rows).await
}

/// Imports a file of some kind.
async fn imported(
    server: &Server,
    kind: Kind,
    file: &str,
    options: Options,
    rows: usize,
) -> Result<Report, Error> {
    let (db, file) = (server.db.clone(), file.to_owned());
    let options = Options {
        source: format!("{kind:?}.csv"),
        ..options
    };
    let imported = tokio::task::spawn_blocking(move || {
        import::run(&db, kind, &mut file.as_bytes(), &options, &mut |progress| {
            if progress.rows >= rows {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
    });
    let report = imported.await.unwrap();
    server.settle().await;
    report
}

const ALL_ROWS: usize = usize::MAX;

async fn actors(server: &Server) -> u64 {
    page(server, Resource::Actors, "").await.total
}

async fn twice_is_once(server: &Server) {
    let first = organisations(server, ORGANISATIONS, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((first.added, first.kept), (3, true));
    assert_eq!(actors(server).await, 3);
    let tag = server
        .get("/api/v1/actors")
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    let second = organisations(server, ORGANISATIONS, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((second.added, second.changed, second.unchanged), (0, 0, 3));
    let again = server
        .get_with("/api/v1/actors", &[("if-none-match", &tag)])
        .await;
    assert_eq!(again.status, 304, "nothing was written");
    let renamed = ORGANISATIONS.replace(
        "Institut de recherche,",
        "Institut de recherche pour le développement,",
    );
    let third = organisations(server, &renamed, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((third.changed, third.unchanged), (1, 2));
    let list: serde_json::Value = server.json("/api/v1/actors?q=pour+le+developpement").await;
    assert_eq!(
        list["items"][0]["version"],
        serde_json::Value::Null,
        "a line of a list is short"
    );
    assert_eq!(list["items"][0]["acronym"], "IRD");
}

async fn a_wrong_row_is_named_and_left_out(server: &Server) {
    let file = format!("{ORGANISATIONS}x,Sans type connu,,confrérie\n,Sans identifiant,,association\n");
    let strict = Options {
        strict: true,
        ..Options::default()
    };
    let refused = organisations(server, &file, strict, ALL_ROWS).await.unwrap();
    assert_eq!(
        (refused.kept, actors(server).await),
        (false, 0),
        "strict: all or nothing"
    );
    let rehearsed = Options {
        dry_run: true,
        ..Options::default()
    };
    let rehearsal = organisations(server, &file, rehearsed, ALL_ROWS).await.unwrap();
    assert_eq!(
        (rehearsal.added, rehearsal.kept, actors(server).await),
        (3, false, 0)
    );
    let report = organisations(server, &file, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    let named: Vec<_> = report
        .refused
        .iter()
        .map(|row| (row.line, row.field.as_str()))
        .collect();
    assert_eq!(named, [(5, "type"), (6, "id")]);
    assert!(report.refused.iter().all(|row| !row.reason.is_empty()));
    assert_eq!((report.added, actors(server).await), (3, 3));
}

async fn interrupted_leaves_nothing(server: &Server) {
    for rows in 1..=3 {
        let error = organisations(server, ORGANISATIONS, Options::default(), rows)
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Interrupted), "{error}");
        assert_eq!(actors(server).await, 0, "after {rows} rows");
    }
    organisations(server, ORGANISATIONS, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!(actors(server).await, 3);
}

/// Two processes that start at once import the same file at once.
async fn two_at_once_are_one(server: &Server) {
    let (begun, mut first_row) = tokio::sync::mpsc::unbounded_channel();
    let import = |begun: Option<tokio::sync::mpsc::UnboundedSender<()>>| {
        let db = server.db.clone();
        let options = Options {
            source: "organisations.csv".to_owned(),
            ..Options::default()
        };
        tokio::task::spawn_blocking(move || {
            let mut file = ORGANISATIONS.as_bytes();
            import::run(&db, Kind::Organisations, &mut file, &options, &mut |_| {
                if let Some(begun) = &begun {
                    begun.send(()).ok();
                }
                ControlFlow::Continue(())
            })
        })
    };
    let first = import(Some(begun));
    first_row.recv().await.unwrap();
    let second = import(None);
    assert_eq!(first.await.unwrap().unwrap().added, 3);
    assert_eq!(second.await.unwrap().unwrap().unchanged, 3);
    server.settle().await;
    assert_eq!(actors(server).await, 3);
}

async fn a_person_is_never_overwritten(server: &Server) {
    organisations(server, ORGANISATIONS, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    let actor: Actor = server
        .client
        .get("agence-francaise-de-developpement")
        .await
        .unwrap();
    let id = actor.id();
    let said = ActorInput {
        acronym: Some("Groupe AFD".to_owned()),
        ..ActorInput {
            kind: ActorKind::StateOperator,
            name: actor.name.clone(),
            acronym: None,
            iati_organisation_type: None,
            scope: None,
            status_note: None,
            description: None,
            website: None,
            to_confirm: actor.to_confirm,
        }
    };
    let db = server.db.clone();
    let edited =
        tokio::task::spawn_blocking(move || db.write_blocking("user:1", move |write| write.edit(id, &said)));
    assert_eq!(edited.await.unwrap().unwrap(), ["acronym"]);
    let report = organisations(server, ORGANISATIONS, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((report.proposed, report.unchanged), (1, 2));
    assert_eq!(
        report.changes[0].outcome,
        Outcome::Proposed(vec!["acronym".to_owned()])
    );
    let actor: Actor = server.client.get(&id.to_string()).await.unwrap();
    assert_eq!(actor.acronym.as_deref(), Some("Groupe AFD"));
}

/// Somebody was faster than the code lists: it is one record all the same, with her words.
async fn what_a_person_has_entered_is_the_register_s_record(server: &Server) {
    let mut entered = inputs::collectivity(CollectivityKind::Commune, "Villeneuve", "Ville de Villeneuve");
    entered.region_code = None;
    entered.siren = Some("200053759".parse().unwrap());
    let db = server.db.clone();
    let id = tokio::task::spawn_blocking(move || {
        let origin = Origin {
            kind: SourceKind::Person,
            source: None,
            license: None,
        };
        db.write_blocking("user:1", |write| {
            write.create(&entered, &origin, Visibility::Public)
        })
    });
    let id = id.await.unwrap().unwrap();
    let file = "id,type,siren,name,full_name,population\ncom-1,commune,200053759,Villeneuve,Commune de Villeneuve,1200\n";
    let report = imported(server, Kind::Collectivities, file, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((report.added, report.proposed), (0, 1), "{report:?}");
    assert_eq!(
        report.changes[0].outcome,
        Outcome::Proposed(vec!["full_name".to_owned()])
    );
    let commune: Collectivity = server.client.get(&id.to_string()).await.unwrap();
    assert_eq!(
        (commune.full_name.as_str(), commune.population),
        ("Ville de Villeneuve", Some(1200))
    );
    let again = imported(server, Kind::Collectivities, file, Options::default(), ALL_ROWS)
        .await
        .unwrap();
    assert_eq!((again.added, again.proposed), (0, 1));
}

/// The data that comes with the binary: the real region.
async fn the_whole_region(server: &Server) {
    let db = server.db.clone();
    let reference = move || import::reference(&db, &mut |_, _| ControlFlow::Continue(()));
    let reports = tokio::task::spawn_blocking(reference.clone())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(reports.len(), Kind::ALL.len());
    server.settle().await;
    assert_eq!(
        page(server, Resource::Collectivities, "").await.total,
        4_460,
        "the two neighbours are parents only"
    );
    let twinnings = page(server, Resource::Projects, "kind=twinning").await;
    assert_eq!(
        (
            twinnings.total,
            twinnings.left_out.is_some_and(|count| count > 200)
        ),
        (0, true)
    );
    assert_eq!(page(server, Resource::Countries, "").await.total, 250);
    let bordeaux: Collectivity = server.client.get("33063").await.unwrap();
    assert_eq!(
        (bordeaux.slug.as_str(), bordeaux.name.as_str()),
        ("bordeaux", "Bordeaux")
    );
    // The documents' own words go with what they state.
    let quoted: serde_json::Value = server
        .json("/api/v1/projects/cooperation-avec-la-province-de-larache-dordogne")
        .await;
    assert!(
        quoted["provenance"]["citations"][0]["quotation"]
            .as_str()
            .unwrap()
            .contains("province de Larache")
    );
    let again = tokio::task::spawn_blocking(reference).await.unwrap().unwrap();
    assert!(again.is_empty(), "a file that is in is not read again");
}

macro_rules! on_an_empty_platform {
    ($($name:ident)+) => {
        mod sqlite { $(on_an_empty_platform!(@ $name Sqlite);)+ }
        mod postgresql { $(on_an_empty_platform!(@ $name Postgresql);)+ }
    };
    (@ $name:ident $engine:ident) => {
        #[tokio::test]
        async fn $name() {
            let server = super::Server::start_with(super::Engine::$engine, super::Content::Nothing, &[]).await;
            super::$name(&server).await;
            server.stop().await;
        }
    };
}

on_an_empty_platform! {
    twice_is_once
    a_wrong_row_is_named_and_left_out
    interrupted_leaves_nothing
    two_at_once_are_one
    a_person_is_never_overwritten
    what_a_person_has_entered_is_the_register_s_record
    the_whole_region
}
