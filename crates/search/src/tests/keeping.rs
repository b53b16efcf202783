//! The index keeps, replaces, forgets and finds again.

use crate::Index;
use crate::schema::RULES;
use crate::testing::{ask, id, index_of, list, project, sorted};
use aect_db::renditions::Rendition;
use aect_db::{Db, Options, Origin};
use aect_types::Resource::{Projects, Themes};
use aect_types::policy::Reader;
use aect_types::provenance::SourceKind;
use aect_types::themes::{ThemeInput, ThemeKind};
use aect_types::{Uuid, Visibility};
use serde_json::json;
use std::path::Path;

#[test]
fn a_record_that_changes_is_replaced_and_one_that_is_hidden_goes() {
    let index = index_of(&[project(1, "Avant", json!({})), project(2, "Reste", json!({}))]);
    let mut changed = project(1, "Après", json!({}));
    changed.position = 3;
    index.apply(&[changed.clone()]).unwrap();
    assert_eq!(index.position(), 3);
    assert_eq!(sorted(&index, Projects, ""), [1, 2]);
    assert_eq!(list(&index, Projects, "q=après"), [1]);
    assert_eq!(list(&index, Projects, "q=avant"), [0_u128; 0]);
    changed.hidden = true;
    index.apply(&[changed]).unwrap();
    assert_eq!(sorted(&index, Projects, ""), [2]);
}

#[test]
fn the_last_of_several_renditions_of_a_record_counts() {
    let index = index_of(&[
        project(1, "Un", json!({})),
        project(1, "Deux", json!({})),
        project(1, "Trois", json!({})),
    ]);
    assert_eq!(list(&index, Projects, ""), [1]);
    assert_eq!(list(&index, Projects, "q=trois"), [1]);
    assert_eq!(list(&index, Projects, "q=deux"), [0_u128; 0]);
}

#[test]
fn an_index_in_a_folder_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(index.position(), 0);
    index.apply(&[project(7, "Eau", json!({}))]).unwrap();
    drop(index);
    let index = Index::open(folder.path()).unwrap();
    assert_eq!(index.position(), 7);
    assert_eq!(list(&index, Projects, "q=eau"), [7]);
}

#[test]
fn an_index_of_other_rules_or_a_damaged_one_is_begun_anew() {
    let rules = format!("\\\"rules\\\":{RULES}");
    for (from, to) in [
        (rules.as_str(), "\\\"rules\\\":0"),
        ("\"name\": \"exact\"", "\"name\": \"other\""),
        ("{", ""),
    ] {
        let folder = tempfile::tempdir().unwrap();
        Index::open(folder.path())
            .unwrap()
            .apply(&[project(7, "Eau", json!({}))])
            .unwrap();
        let meta = folder.path().join("meta.json");
        let written = std::fs::read_to_string(&meta).unwrap();
        assert!(written.contains(from), "{written}");
        std::fs::write(&meta, written.replace(from, to)).unwrap();
        let index = Index::open(folder.path()).unwrap();
        assert_eq!(index.position(), 0, "{from}");
        assert_eq!(list(&index, Projects, ""), [0_u128; 0]);
        index.apply(&[project(8, "Eau", json!({}))]).unwrap();
        assert_eq!(Index::open(folder.path()).unwrap().position(), 8);
    }
}

fn various() -> Vec<Rendition> {
    (1..=40_u128)
        .map(|number| {
            let fields = json!({
                "start_date": (number % 3 > 0).then(|| (2000 + number % 4).to_string()),
                "description": if number % 2 == 0 { "eau" } else { "école" },
                "countries": [{"country": if number % 5 == 0 { "SN" } else { "ML" }, "share_percent": null}],
            });
            project(
                number,
                ["Beta", "Alpha", "Gamma", "Eau"][usize::try_from(number % 4).unwrap()],
                fields,
            )
        })
        .collect()
}

#[test]
fn answers_depend_neither_on_the_order_of_writing_nor_on_segments() {
    let one = index_of(&various());
    let other = Index::in_memory().unwrap();
    let mut reversed = various();
    reversed.reverse();
    // Written twice each, some at a time: many segments with deletions in them.
    for chunk in reversed.chunks(7).chain(reversed.chunks(11)) {
        other.apply(chunk).unwrap();
    }
    for address in [
        "",
        "sort=name",
        "sort=-name",
        "sort=start",
        "sort=-start",
        "q=eau",
        "q=ea",
        "q=écloe",
        "country=SN&q=alpha",
    ] {
        let query = ask(Projects, &format!("{address}&facets=country,year,theme"));
        let mut after = (None, None);
        loop {
            let page = one
                .select(Projects, Reader::Visitor, &query, after.0.as_ref(), 7)
                .unwrap();
            let same = other
                .select(Projects, Reader::Visitor, &query, after.1.as_ref(), 7)
                .unwrap();
            assert_eq!(page, same, "{address}");
            if page.next.is_none() {
                break;
            }
            after = (page.next, same.next);
        }
    }
    assert_eq!(
        one.search(Reader::Visitor, "eau", 20).unwrap(),
        other.search(Reader::Visitor, "eau", 20).unwrap()
    );
}

#[test]
fn a_rendition_that_cannot_be_read_is_named_and_nothing_of_its_batch_is_kept() {
    let index = index_of(&[project(1, "Un", json!({}))]);
    let mut bad = project(3, "Trois", json!({}));
    bad.record = "{}".to_owned();
    let error = index.apply(&[project(2, "Deux", json!({})), bad]).unwrap_err();
    assert!(error.to_string().contains(&id(3).to_string()), "{error}");
    assert_eq!((sorted(&index, Projects, ""), index.position()), (vec![1], 1));
    // And the index can still be written.
    index.apply(&[project(2, "Deux", json!({}))]).unwrap();
    assert_eq!(sorted(&index, Projects, ""), [1, 2]);
}

#[test]
fn an_empty_index_answers() {
    let index = Index::in_memory().unwrap();
    let hits = index
        .select(
            Projects,
            Reader::Visitor,
            &ask(Projects, "q=eau&facets=theme"),
            None,
            5,
        )
        .unwrap();
    assert_eq!(
        (hits.total, hits.left_out, hits.ids, hits.next),
        (0, Some(0), vec![], None)
    );
    assert_eq!(hits.facets.get("theme"), Some(&Vec::new()));
    assert_eq!(index.search(Reader::Visitor, "eau", 5).unwrap().total, 0);
}

fn theme(name: &str) -> ThemeInput {
    ThemeInput {
        kind: ThemeKind::Field,
        name_fr: name.to_owned(),
        name_en: name.to_owned(),
        description: None,
        origin: None,
        rank: 1,
        sdgs: Vec::new(),
    }
}

fn database(folder: &Path) -> Db {
    let url = format!("sqlite:{}", folder.join("aect.sqlite").display());
    let db = Db::open(&Options {
        url,
        readers: 2,
        exporters: 1,
    })
    .unwrap();
    db.migrate().unwrap();
    db
}

fn themes(index: &Index, address: &str) -> Vec<Uuid> {
    index.ids(Themes, Reader::Visitor, &ask(Themes, address)).unwrap()
}

#[test]
fn an_index_follows_the_database_from_where_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    let origin = Origin {
        kind: SourceKind::Person,
        source: None,
        license: None,
    };
    let create = |name: &str, visibility| {
        db.write_blocking("user:test", |write| {
            write.create(&theme(name), &origin, visibility)
        })
        .unwrap()
    };
    let index = Index::open(&folder.path().join("index")).unwrap();
    assert_eq!(index.follow(&db).unwrap(), 0);
    let water = create("Eau", Visibility::Public);
    create("Brouillon", Visibility::Draft);
    let reached = index.follow(&db).unwrap();
    assert_eq!(reached, db.read_blocking(aect_db::renditions::position).unwrap());
    assert_eq!(themes(&index, ""), [water]);
    drop(index);

    let index = Index::open(&folder.path().join("index")).unwrap();
    assert_eq!(
        (index.position(), themes(&index, "q=eau")),
        (reached, vec![water])
    );
    let health = create("Santé", Visibility::Public);
    db.write_blocking("user:test", |write| write.edit(water, &theme("Assainissement")))
        .unwrap();
    assert!(index.follow(&db).unwrap() > reached);
    assert_eq!(themes(&index, "q=assainissement"), [water]);
    assert_eq!(themes(&index, ""), [water, health]);
    db.write_blocking("user:test", |write| write.hide(water)).unwrap();
    index.follow(&db).unwrap();
    assert_eq!(themes(&index, ""), [health]);
}

#[test]
fn an_index_ahead_of_its_database_is_rebuilt() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(folder.path());
    let index = Index::in_memory().unwrap();
    let mut foreign = project(1, "D’ailleurs", json!({}));
    foreign.position = 1_000_000;
    index.apply(&[foreign]).unwrap();
    index.follow(&db).unwrap();
    assert_eq!((index.position(), sorted(&index, Projects, "")), (0, vec![]));
}
