//! The best answers come first.

use crate::testing::{collectivity, index_of, list, project};
use aect_types::Resource::{Collectivities, Projects};
use serde_json::json;

#[test]
fn whole_names_then_beginnings_then_words_of_names_then_words_anywhere() {
    let index = index_of(&[
        project(
            1,
            "Autre chose",
            json!({"description": "Une bourse d’études à Bordeaux"}),
        ),
        project(2, "Échanges de Bordeaux", json!({})),
        project(3, "Bordeaux et Bristol", json!({})),
        project(4, "Bordeaux", json!({})),
        project(
            5,
            "Bristol",
            json!({"actors": [{"actor": {"id": crate::testing::id(7), "slug": "a", "name": "Ville de Bordeaux", "acronym": null}, "role": "partner"}]}),
        ),
        project(6, "Les bordeaux", json!({})),
    ]);
    assert_eq!(list(&index, Projects, "q=bordeaux"), [4, 6, 3, 2, 1, 5]);
    assert_eq!(list(&index, Projects, "q=borde"), [3, 4, 6, 2, 1, 5]);
    assert_eq!(list(&index, Projects, "q=bristol bordeaux"), [3, 5]);
}

#[test]
fn a_code_or_an_acronym_is_as_good_as_the_name() {
    let index = index_of(&[
        collectivity(1, "Bègles", json!({"summary": "Voisine de 33063"})),
        collectivity(2, "Bordeaux", json!({"insee_code": "33063"})),
    ]);
    assert_eq!(list(&index, Collectivities, "q=33063"), [2, 1]);
}

#[test]
fn names_without_their_article_begin_with_their_word() {
    let index = index_of(&[
        collectivity(1, "Petit Bouscat", json!({})),
        collectivity(2, "Le Bouscat", json!({})),
        collectivity(3, "Le Bouscat du Lac", json!({})),
    ]);
    assert_eq!(list(&index, Collectivities, "q=bouscat"), [2, 3, 1]);
    assert_eq!(list(&index, Collectivities, "q=le bouscat"), [2, 3, 1]);
    assert_eq!(list(&index, Collectivities, "q=bousc"), [2, 3, 1]);
}

#[test]
fn ranks_do_not_depend_on_what_else_is_there() {
    let first = project(1, "Eau", json!({"description": "eau eau eau eau"}));
    let second = project(2, "Eau", json!({"description": "x".repeat(500)}));
    assert_eq!(
        list(&index_of(&[first.clone(), second.clone()]), Projects, "q=eau"),
        [1, 2]
    );
    assert_eq!(list(&index_of(&[second, first]), Projects, "q=eau"), [1, 2]);
}

#[test]
fn a_sort_outranks_the_words() {
    let index = index_of(&[
        project(1, "Eau", json!({"start_date": "2020"})),
        project(2, "Autre", json!({"description": "eau", "start_date": "2010"})),
    ]);
    assert_eq!(list(&index, Projects, "q=eau"), [1, 2]);
    assert_eq!(list(&index, Projects, "q=eau&sort=start"), [2, 1]);
    assert_eq!(list(&index, Projects, "q=eau&sort=-name"), [1, 2]);
}

#[test]
fn names_come_before_texts_among_neighbours_too() {
    let index = index_of(&[
        project(1, "Autre", json!({"description": "Bordeaux"})),
        project(2, "Bordeaux Métropole", json!({})),
        project(3, "Bordeaux", json!({})),
    ]);
    assert_eq!(list(&index, Projects, "q=bordaeux"), [3, 2, 1]);
}
