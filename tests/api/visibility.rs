//! What visitors may not see is nowhere: in no list, count, facet, search, feed, export or figure, at no address.

use aect_tests::both_engines;
use aect_tests::server::text;
use aect_tests::world::{Reason, SECRET};
use aect_types::stats::StatsBy;
use aect_types::{Resource, Visibility};

/// Every address that could show a record.
fn addresses() -> Vec<String> {
    let mut addresses = vec![
        format!("/api/v1/search?q={SECRET}&limit=20"),
        "/api/v1/search?q=a&limit=20".to_owned(),
        "/api/v1/collectivities/names".to_owned(),
        "/api/v1/collectivities/points".to_owned(),
        "/metrics".to_owned(),
        "/health/ready".to_owned(),
    ];
    addresses.extend(StatsBy::ALL.iter().map(|by| format!("/api/v1/stats?by={by}")));
    for resource in Resource::ALL {
        let spec = resource.spec();
        addresses.push(format!("/api/v1/{resource}?limit=200"));
        addresses.push(format!("/api/v1/{resource}?limit=200&q={SECRET}"));
        let facets: Vec<&str> = spec
            .filters
            .iter()
            .filter(|filter| filter.facet)
            .map(|filter| filter.name)
            .collect();
        if !facets.is_empty() {
            addresses.push(format!(
                "/api/v1/{resource}?limit=200&facets={}",
                facets.join(",")
            ));
        }
        addresses.extend(
            spec.sorts
                .iter()
                .map(|by| format!("/api/v1/{resource}?limit=200&sort=-{by}")),
        );
        addresses.extend(
            spec.formats
                .iter()
                .map(|format| format!("/api/v1/{resource}.{format}")),
        );
        if spec.located {
            addresses.push(format!("/api/v1/{resource}?limit=200&bbox=-180,-90,180,90"));
            addresses.push(format!(
                "/api/v1/{resource}?limit=200&near=-17,14&radius_km=20000"
            ));
        }
    }
    addresses.push("/api/v1/projects.csv?dialect=excel-fr".to_owned());
    addresses.push("/api/v1/projects?to_confirm=true&to_confirm=false".to_owned());
    addresses
}

both_engines! {
    async fn the_secret_word_is_nowhere(server: &Server) {
        let mut read = addresses();
        // The records that everybody may see, whole: what they refer to is hidden as well.
        for resource in Resource::ALL {
            let list: serde_json::Value = server.json(&format!("/api/v1/{resource}?limit=200")).await;
            let slugs = list["items"].as_array().unwrap().iter();
            read.extend(slugs.map(|item| format!("/api/v1/{resource}/{}", item["slug"].as_str().unwrap())));
        }
        for path in read {
            let answer = server.get(&path).await;
            assert_eq!(answer.status, 200, "{path}: {}", text(&answer));
            let body = text(&answer);
            assert!(
                !body.to_lowercase().contains(&SECRET.to_lowercase()),
                "{path} tells: {body}"
            );
            for hidden in &server.world().hidden {
                assert!(
                    !body.contains(&hidden.id.to_string()),
                    "{path} tells of {hidden:?}"
                );
            }
        }
    }

    async fn a_hidden_record_is_as_unknown_as_one_that_never_was(server: &Server) {
        for hidden in &server.world().hidden {
            let unknown = server
                .problem(
                    &format!("/api/v1/{}/0192f0c1-2345-7abc-8def-0123456789ab", hidden.resource),
                    404,
                )
                .await;
            let slug = server
                .db
                .read({
                    let id = hidden.id;
                    move |conn| {
                        Ok(
                            aect_db::renditions::after(conn, 0, aect_types::Uuid::nil(), 1000)?
                                .into_iter()
                                .find(|one| one.id == id),
                        )
                    }
                })
                .await
                .unwrap()
                .unwrap()
                .slug;
            for key in [hidden.id.to_string(), slug.to_string()] {
                for suffix in ["", ".json"] {
                    let problem = server
                        .problem(&format!("/api/v1/{}/{key}{suffix}", hidden.resource), 404)
                        .await;
                    assert_eq!(
                        (problem.kind, problem.title, problem.detail),
                        (
                            unknown.kind.clone(),
                            unknown.title.clone(),
                            unknown.detail.clone()
                        ),
                        "{hidden:?}"
                    );
                }
            }
        }
    }

    async fn figures_and_activity_do_not_count_the_hidden(server: &Server) {
        let stats: aect_types::stats::Stats = server.json("/api/v1/stats?by=country&country=SN").await;
        assert_eq!(stats.all.projects, 2);
        assert!(
            stats.all.budget_cents < 100_000_000,
            "a hidden budget was summed: {}",
            stats.all.budget_cents
        );
        let gironde: serde_json::Value = server
            .json(&format!("/api/v1/collectivities/{}", server.world().gironde))
            .await;
        assert_eq!(gironde["activity"]["projects"], 1);
        let list: serde_json::Value = server
            .json("/api/v1/collectivities?epci=bordeaux-metropole")
            .await;
        assert_eq!(list["total"], 1);
    }

    async fn a_filter_by_a_hidden_record_finds_nothing_to_tell(server: &Server) {
        let all = server
            .db
            .read(|conn| aect_db::renditions::after(conn, 0, aect_types::Uuid::nil(), 1000))
            .await
            .unwrap();
        let hidden_theme = all
            .iter()
            .find(|one| one.resource == Resource::Themes && one.visibility == Visibility::Draft)
            .unwrap();
        let page: serde_json::Value = server
            .json(&format!(
                "/api/v1/projects?theme={}&facets=theme",
                hidden_theme.slug
            ))
            .await;
        assert_eq!(page["total"], 0);
        assert!(
            !page["facets"].to_string().contains(hidden_theme.slug.as_str()),
            "{page}"
        );
    }

    async fn what_becomes_hidden_goes_at_once_and_comes_back(server: &Server) {
        let id = server.world().water_in_dakar;
        let path = format!("/api/v1/projects/{id}");
        for visibility in [Visibility::Members, Visibility::Draft] {
            server
                .write(move |write| write.set_visibility(id, visibility))
                .await;
            server.problem(&path, 404).await;
            for address in [
                "/api/v1/projects?q=dakar",
                "/api/v1/projects.csv",
                "/api/v1/projects.geojson",
                "/api/v1/search?q=dakar",
                "/api/v1/stats?by=theme",
            ] {
                let body = text(&server.get(address).await);
                assert!(
                    !body.contains(&id.to_string()) && !body.contains("De l’eau à Dakar"),
                    "{address}: {body}"
                );
            }
            let activity: serde_json::Value = server
                .json(&format!("/api/v1/collectivities/{}", server.world().landes))
                .await;
            assert_eq!(activity["activity"]["projects"], 0, "{visibility}");
        }
        server
            .write(move |write| write.set_visibility(id, Visibility::Public))
            .await;
        assert_eq!(server.get(&path).await.status, 200);
        assert_eq!(
            server.json::<serde_json::Value>("/api/v1/projects?q=dakar").await["total"],
            1
        );
    }

    async fn a_public_record_does_not_name_a_hidden_one(server: &Server) {
        let theme = server
            .world()
            .hidden
            .iter()
            .find(|one| one.resource == Resource::Themes && one.reason == Reason::Draft)
            .unwrap()
            .id;
        let lead = server
            .world()
            .hidden
            .iter()
            .find(|one| one.resource == Resource::Collectivities && one.reason == Reason::Members)
            .unwrap()
            .id;
        let input = aect_types::projects::ProjectInput {
            themes: vec![theme],
            lead: Some(lead),
            ..aect_tests::inputs::project("Un projet public")
        };
        let id = server
            .write(move |write| aect_tests::world::public(write, &input))
            .await;
        for address in [
            format!("/api/v1/projects/{id}"),
            "/api/v1/projects?limit=200&facets=theme,collectivity".to_owned(),
            "/api/v1/projects.csv".to_owned(),
        ] {
            let body = text(&server.get(&address).await);
            assert!(
                !body.contains(SECRET) && !body.contains(&SECRET.to_lowercase()),
                "{address}: {body}"
            );
        }
    }
}
