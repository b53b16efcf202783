//! What people type, and what they must find.

use crate::Index;
use crate::testing::{
    actor, ask, citation, collectivity, collectivity_ref, index_of, project, rendition, sorted, theme,
};
use aect_types::Resource::{self, Actors, Collectivities, Events, Projects, Sdgs};
use aect_types::policy::Reader;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

fn commune(
    number: u128,
    name: &str,
    full_name: &str,
    insee: &str,
    siren: &str,
    postal: &str,
) -> aect_db::renditions::Rendition {
    collectivity(
        number,
        name,
        json!({"full_name": full_name, "insee_code": insee, "siren": siren, "postal_codes": [postal]}),
    )
}

fn country(code: &str) -> Value {
    json!({"country": code, "share_percent": null})
}

static REGION: LazyLock<Index> = LazyLock::new(|| {
    index_of(&[
        collectivity(
            1,
            "Nouvelle-Aquitaine",
            json!({"full_name": "Région Nouvelle-Aquitaine", "kind": "region", "siren": "200053759"}),
        ),
        collectivity(
            2,
            "Gironde",
            json!({"full_name": "Département de la Gironde", "kind": "department"}),
        ),
        commune(
            3,
            "Bordeaux",
            "Commune de Bordeaux",
            "33063",
            "213300635",
            "33000",
        ),
        commune(
            4,
            "Le Bouscat",
            "Commune du Bouscat",
            "33069",
            "213300692",
            "33110",
        ),
        commune(
            5,
            "Saint-Émilion",
            "Commune de Saint-Émilion",
            "33394",
            "213303944",
            "33330",
        ),
        commune(
            6,
            "Sainte-Foy-la-Grande",
            "Commune de Sainte-Foy-la-Grande",
            "33402",
            "213304025",
            "33220",
        ),
        commune(
            7,
            "L'Isle-d'Espagnac",
            "Commune de L'Isle-d'Espagnac",
            "16166",
            "211601661",
            "16340",
        ),
        commune(
            8,
            "Bœurs-sur-Mer",
            "Commune de Bœurs-sur-Mer",
            "17001",
            "211700018",
            "17000",
        ),
        actor(
            20,
            "Agence française de développement",
            json!({"acronym": "AFD", "kind": "state_operator"}),
        ),
        actor(
            21,
            "Programme Solidarité Eau",
            json!({"acronym": "pS-Eau", "kind": "network"}),
        ),
        actor(
            22,
            "Cités Unies France",
            json!({"acronym": "CUF", "description": "Réseau des collectivités"}),
        ),
        actor(23, "Electriciens sans frontières", json!({})),
        project(
            30,
            "Accès à l’eau potable à Matam",
            json!({
                "countries": [country("SN")], "themes": [theme("eau-et-assainissement", "Eau et assainissement")],
                "lead": collectivity_ref("bordeaux", "Bordeaux"),
                "actors": [{"actor": {"id": crate::testing::id(20), "slug": "afd", "name": "Agence française de développement", "acronym": "AFD"}, "role": "funder"}],
            }),
        ),
        project(
            31,
            "Coopérations décentralisées régionales",
            json!({
                "countries": [country("CI")], "description": "Des échanges entre lycées agricoles et journaux locaux.",
            }),
        ),
        project(
            32,
            "Jumelage avec Đà Nẵng",
            json!({
                "countries": [country("VN")],
                "provenance": {"kind": "import", "source": null, "license": null,
                    "citations": [citation("2016", "un partenariat ancien avec le chef-lieu")]},
            }),
        ),
        project(
            33,
            "Une école pour tous",
            json!({
                "places": [{"name": "Ouagadougou", "country": "BF", "position": null, "exactness": "country_only"}],
                "countries": [country("BF")], "other_participants": ["Lycée Saint-Exupéry"],
            }),
        ),
        rendition(
            Events,
            40,
            json!({
                "title": "Assises de la coopération", "venue": {"name": "Hôtel de Région", "address": null, "commune": "Poitiers", "position": null},
                "programme": [{"start": null, "end": null, "title": "Ouverture", "items": [{"title": "Table ronde sur le climat", "speakers": [], "details": []}]}],
            }),
        ),
        rendition(Sdgs, 50, json!({})),
        rendition(Resource::Countries, 60, json!({})),
        rendition(
            Resource::Countries,
            61,
            json!({"code": "MU", "iso3": "MUS", "iso_numeric": "480", "name_fr": "Maurice", "name_en": "Mauritius", "capital": "Port-Louis"}),
        ),
    ])
});

/// Real questions, with everything that they find.
const QUESTIONS: &[(Resource, &str, &[u128])] = &[
    // Accents, case, hyphens and apostrophes do not count.
    (Collectivities, "SAINT EMILION", &[5]),
    (Collectivities, "saint-émilion", &[5]),
    (Collectivities, "st émilion", &[5]),
    (Collectivities, "St-Emilion", &[5]),
    (Collectivities, "sain", &[5, 6]),
    (Collectivities, "ste foy", &[6]),
    (Collectivities, "sainte foy la grande", &[6]),
    (Collectivities, "l’isle d’espagnac", &[7]),
    (Collectivities, "l'isle d'espagnac", &[7]),
    (Collectivities, "isle despagnac", &[7]),
    (Collectivities, "lisle d espagnac", &[7]),
    (Collectivities, "boeurs", &[8]),
    (Collectivities, "Bœurs sur mer", &[8]),
    (Collectivities, "bœurs", &[8]),
    (Collectivities, "commune du bouscat", &[4]),
    // Beginnings, and words in any order.
    (Collectivities, "bous", &[4]),
    (Collectivities, "le bous", &[4]),
    (Collectivities, "aquitaine nouvelle", &[1]),
    (Collectivities, "gironde departement", &[2]),
    (Collectivities, "département de la gironde", &[2]),
    // Codes.
    (Collectivities, "33063", &[3]),
    (Collectivities, "33110", &[4]),
    (Collectivities, "200053759", &[1]),
    (Collectivities, "200 053 759", &[1]),
    (Collectivities, "200.053.759", &[1]),
    (Collectivities, "213300635", &[3]),
    // Typing errors, only where nothing is written so.
    (Collectivities, "bordaux", &[3]),
    (Collectivities, "bodreaux", &[3]),
    (Collectivities, "nouvele aquitain", &[1]),
    (Collectivities, "aquitiane", &[1]),
    (Collectivities, "33064", &[]),
    (Collectivities, "zzzzzz", &[]),
    // Acronyms.
    (Actors, "AFD", &[20]),
    (Actors, "a.f.d.", &[20]),
    (Actors, "CUF", &[22]),
    (Actors, "pS-Eau", &[21]),
    (Actors, "ps eau", &[21]),
    (Actors, "pseau", &[21]),
    (Actors, "eau", &[21]),
    (Actors, "electriciens sans frontiere", &[23]),
    (Actors, "électricien", &[23]),
    // Words of projects: elisions, plurals, names of countries, partners and places, quotations.
    (Projects, "l'eau", &[30]),
    (Projects, "accès à l'eau", &[30]),
    (Projects, "acces eau", &[30]),
    (Projects, "eaux potables", &[30]),
    (Projects, "assainissement", &[30]),
    (Projects, "Sénégal", &[30]),
    (Projects, "senegal eau", &[30]),
    (Projects, "afd", &[30]),
    (Projects, "bordeaux matam", &[30]),
    (Projects, "coopération décentralisée", &[31]),
    (Projects, "régional", &[31]),
    (Projects, "journal", &[31]),
    (Projects, "lycee agricole", &[31]),
    (Projects, "côte d'ivoire", &[31]),
    (Projects, "cote ivoire", &[31]),
    (Projects, "vietnam", &[32]),
    (Projects, "da nang", &[32]),
    (Projects, "Viêt Nam", &[32]),
    (Projects, "partenariat ancien", &[32]),
    (Projects, "ouaga", &[33]),
    (Projects, "ecole", &[33]),
    (Projects, "st exupery", &[33]),
    (Projects, "école matam", &[]),
    (Events, "assises cooperations", &[40]),
    (Events, "poitiers", &[40]),
    (Events, "table ronde climat", &[40]),
    (Sdgs, "6", &[50]),
    (Sdgs, "odd 6", &[50]),
    (Sdgs, "odd eau propre", &[50]),
    (Resource::Countries, "mus", &[61]),
    (Resource::Countries, "SN", &[60]),
    (Resource::Countries, "dakar", &[60]),
    // The stem of a word is nobody's code.
    (Resource::Countries, "musée", &[]),
    // Nothing to look for.
    (Collectivities, "?!", &[]),
    (Collectivities, "«»", &[]),
    (Projects, "’", &[]),
];

#[test]
fn real_questions_find_what_they_must() {
    for (resource, q, expected) in QUESTIONS {
        assert_eq!(
            sorted(&REGION, *resource, &format!("q={q}")),
            *expected,
            "{resource}: {q}"
        );
    }
}

#[test]
fn the_search_through_everything_agrees_with_the_lists() {
    for (_, q, _) in QUESTIONS {
        let found = REGION.search(Reader::Visitor, q, 3).unwrap();
        assert_eq!(
            found.total,
            found.groups.iter().map(|group| group.total).sum::<u64>(),
            "{q}"
        );
        for group in found.groups {
            let listed = REGION
                .select(
                    group.resource,
                    Reader::Visitor,
                    &ask(group.resource, &format!("q={q}")),
                    None,
                    3,
                )
                .unwrap();
            let ids: Vec<_> = group.hits.iter().map(|hit| hit.id).collect();
            assert_eq!(
                (ids, group.total),
                (listed.ids, listed.total),
                "{q} in {}",
                group.resource
            );
        }
    }
}

#[test]
fn a_search_through_everything_puts_the_best_kind_first() {
    let kinds = |q: &str| -> Vec<Resource> {
        let found = REGION.search(Reader::Visitor, q, 3).unwrap();
        found.groups.iter().map(|group| group.resource).collect()
    };
    assert_eq!(kinds("bordeaux"), [Collectivities, Projects]);
    assert_eq!(kinds("afd"), [Actors, Projects]);
    assert_eq!(kinds("coopération"), [Projects, Events]);
    assert_eq!(kinds("assises de la coopération"), [Events]);
    assert_eq!(kinds("bordaux"), [Collectivities, Projects]);
    assert!(kinds("!").is_empty());
}

#[test]
fn typing_errors_are_forgiven_only_where_nothing_is_written_so() {
    let index = index_of(&[
        project(1, "Bourse", json!({})),
        project(2, "Course", json!({"kind": "cultural"})),
    ]);
    assert_eq!(sorted(&index, Projects, "q=course"), [2]);
    assert_eq!(sorted(&index, Projects, "q=gourse"), [1, 2]);
    // Under these filters nothing is written so: the neighbour is offered.
    assert_eq!(
        sorted(&index, Projects, "q=course&kind=decentralised_cooperation"),
        [1]
    );
    // What the list leaves out is written so: it is announced, not replaced by a neighbour.
    let twinning = project(3, "Fourse", json!({"kind": "twinning", "to_confirm": true}));
    index.apply(&[twinning]).unwrap();
    let hits = index
        .select(Projects, Reader::Visitor, &ask(Projects, "q=fourse"), None, 10)
        .unwrap();
    assert_eq!((hits.total, hits.left_out), (0, Some(1)));
    assert_eq!(index.search(Reader::Visitor, "fourse", 3).unwrap().total, 0);
}

#[test]
fn very_long_words_and_names_are_taken_in() {
    let long = "a".repeat(70_000);
    let many = "mot ".repeat(20_000);
    let index = index_of(&[
        project(1, &long, json!({"description": many})),
        project(2, "…", json!({"description": long})),
    ]);
    assert_eq!(sorted(&index, Projects, "q=mot"), [1]);
    assert_eq!(sorted(&index, Projects, "sort=name"), [1, 2]);
    assert_eq!(sorted(&index, Projects, "sort=-name"), [1, 2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_question_fails(q in "\\PC{0,40}", resource in 0..Resource::ALL.len()) {
        let resource = Resource::ALL[resource];
        let query = aect_types::query::ListQuery { q: Some(q.clone()), ..Default::default() };
        let hits = REGION.select(resource, Reader::Visitor, &query, None, 5).unwrap();
        prop_assert!(u64::try_from(hits.ids.len()).unwrap() <= hits.total);
        let found = REGION.search(Reader::Visitor, &q, 2).unwrap();
        prop_assert!(found.total >= found.groups.iter().map(|group| group.total).max().unwrap_or(0));
    }
}
