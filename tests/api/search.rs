//! `/search` and `q`.

use aect_tests::both_engines;
use aect_types::projects::Project;
use aect_types::query::ListQuery;
use aect_types::{Resource, Uuid};

both_engines! {
    async fn what_people_type_finds_what_they_mean(server: &Server) {
        let world = server.world();
        for (q, resource, expected) in [
            ("gironde", Resource::Collectivities, world.gironde),
            (
                "département de la gironde",
                Resource::Collectivities,
                world.gironde,
            ),
            ("GIRONDE", Resource::Collectivities, world.gironde),
            ("saint emilion", Resource::Collectivities, world.saint_emilion),
            ("St-Émilion", Resource::Collectivities, world.saint_emilion),
            ("saint-emi", Resource::Collectivities, world.saint_emilion),
            ("nouvelle aquitaine", Resource::Collectivities, world.region),
            ("33063", Resource::Collectivities, world.bordeaux),
            ("223300013", Resource::Collectivities, world.gironde),
            ("AFD", Resource::Actors, world.afd),
            ("so cooperation", Resource::Actors, world.so_cooperation),
            ("l'eau", Resource::Projects, world.water_in_dakar),
            ("l’eau à dakar", Resource::Projects, world.water_in_dakar),
            (
                "coopération culturelle",
                Resource::Projects,
                world.culture_in_rabat,
            ),
            (
                "cooperations culturelles",
                Resource::Projects,
                world.culture_in_rabat,
            ),
            ("mobilite jeune", Resource::Projects, world.youth_exchange),
            ("pleniere", Resource::Events, world.plenary),
            ("rabat", Resource::PartnerAuthorities, world.rabat),
        ] {
            let results = server.client.search(q, 5).await.unwrap();
            let group = results.groups.iter().find(|group| group.resource == resource);
            let group = group.unwrap_or_else(|| panic!("{q}: nothing among {resource}: {results:?}"));
            assert_eq!(group.hits[0].id, expected, "{q}: {:?}", group.hits);
        }
    }

    async fn a_typing_error_is_forgiven(server: &Server) {
        for q in ["girnode", "nouvele aquitaine", "fukoka"] {
            let results = server.client.search(q, 5).await.unwrap();
            assert!(results.total > 0, "{q}");
        }
    }

    async fn each_group_counts_what_its_list_shows(server: &Server) {
        for q in ["eau", "bordeaux", "dakar", "s", "coop", ""] {
            let results = server.client.search(q, 3).await.unwrap();
            let mut sum = 0;
            for group in &results.groups {
                assert!(group.hits.len() <= 3 && !group.hits.is_empty(), "{q}");
                let list: serde_json::Value = server
                    .json(&format!("/api/v1/{}?q={q}&limit=200", group.resource))
                    .await;
                assert_eq!(
                    list["total"].as_u64(),
                    Some(group.total),
                    "{q} among {}",
                    group.resource
                );
                sum += group.total;
            }
            assert_eq!(results.total, sum, "{q}");
        }
    }

    async fn ranked_lists_page_by_keyset_too(server: &Server) {
        let query = |limit| ListQuery {
            q: Some("bordeaux".into()),
            limit: Some(limit),
            ..ListQuery::default()
        };
        let ids = |items: Vec<aect_types::projects::ProjectSummary>| {
            items.into_iter().map(|item| item.id).collect::<Vec<Uuid>>()
        };
        let whole = ids(server.client.walk::<Project>(query(200)).collect().await.unwrap());
        assert!(whole.len() >= 2, "{whole:?}");
        assert_eq!(
            ids(server.client.walk::<Project>(query(1)).collect().await.unwrap()),
            whole
        );
    }

    async fn an_exact_name_comes_before_a_longer_one(server: &Server) {
        let results = server.client.search("bordeaux", 5).await.unwrap();
        let group = results
            .groups
            .iter()
            .find(|group| group.resource == Resource::Collectivities)
            .unwrap();
        let names: Vec<&str> = group.hits.iter().map(|hit| hit.name.as_str()).collect();
        assert!(
            names[0] == "Bordeaux" || names[0] == "Commune de Bordeaux",
            "{names:?}"
        );
    }
}
