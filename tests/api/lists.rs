//! What holds of every list: paging, orders, facets, fields.

use crate::asking::{facet, page, set, walk};
use aect_tests::both_engines;
use aect_tests::inputs::project;
use aect_tests::world::public;
use aect_types::Resource;
use aect_types::page::FacetCount;
use std::collections::BTreeSet;

both_engines! {
    async fn every_list_is_walked_once_in_every_order(server: &Server) {
        for resource in Resource::ALL {
            let whole = set(server, *resource, "").await;
            assert!(!whole.is_empty(), "{resource}");
            for by in resource.spec().sorts {
                for sort in [by.to_string(), format!("-{by}")] {
                    let query = format!("sort={sort}");
                    let in_one = walk(server, *resource, &query, 200).await;
                    for limit in [1, 2, 3] {
                        assert_eq!(
                            walk(server, *resource, &query, limit).await,
                            in_one,
                            "{resource} {query} by {limit}"
                        );
                    }
                    assert_eq!(in_one.len(), whole.len(), "{resource} {query}: a record twice");
                    assert_eq!(
                        in_one.into_iter().collect::<BTreeSet<_>>(),
                        whole,
                        "{resource} {query}"
                    );
                }
            }
        }
    }

    async fn an_order_and_its_reverse_agree_on_what_is_known(server: &Server) {
        let ids = |sort: &'static str| walk(server, Resource::Collectivities, sort, 200);
        let forwards = ids("sort=name").await;
        let mut backwards = ids("sort=-name").await;
        backwards.reverse();
        assert_eq!(forwards, backwards);
        // The most populated first; nobody's last, in either direction.
        let world = server.world();
        let by_population = ids("sort=-population").await;
        assert_eq!(by_population.first(), Some(&world.region));
        assert_eq!(ids("sort=population").await.first(), Some(&world.saint_emilion));
    }

    async fn unknown_values_come_last_in_either_direction(server: &Server) {
        let world = server.world();
        for (sort, first) in [
            ("start", world.culture_in_rabat),
            ("-start", world.water_in_dakar),
        ] {
            let ids = walk(server, Resource::Projects, &format!("sort={sort}"), 200).await;
            assert_eq!(ids.first(), Some(&first), "{sort}");
            assert!(!ids[..2].contains(&world.youth_exchange), "{sort}");
        }
        for (sort, first) in [
            ("budget", world.youth_exchange),
            ("-budget", world.water_in_dakar),
        ] {
            let ids = walk(server, Resource::Projects, &format!("sort={sort}"), 200).await;
            assert_eq!(ids.first(), Some(&first), "{sort}");
            assert!(!ids[..3].contains(&world.prospecting), "{sort}");
        }
    }

    async fn a_walk_sees_each_record_that_was_there_throughout_once(server: &Server) {
        for query in [
            "sort=-updated_at",
            "sort=updated_at",
            "sort=name",
            "sort=-name",
            "q=eau",
        ] {
            let before = walk(server, Resource::Projects, query, 200).await;
            let mut seen = Vec::new();
            let mut cursor = String::new();
            for round in 0.. {
                let page = page(server, Resource::Projects, &format!("{query}&limit=1{cursor}")).await;
                seen.extend(page.items.iter().map(|item| item.id));
                if round < 9 {
                    // One before, one in the middle, one behind what is still to come.
                    let title = format!("{} eau {query} {round}", ["Aaa", "Mmm", "Zzz"][round % 3]);
                    server.write(move |write| public(write, &project(&title))).await;
                }
                let Some(next) = page.next else { break };
                cursor = format!("&cursor={next}");
            }
            let unique: BTreeSet<_> = seen.iter().collect();
            assert_eq!(unique.len(), seen.len(), "{query}: a record was seen twice");
            for id in before {
                assert!(unique.contains(&id), "{query}: {id} was missed");
            }
        }
    }

    async fn facets_count_what_lists_show(server: &Server) {
        for resource in Resource::ALL {
            for filter in resource.spec().filters.iter().filter(|filter| filter.facet) {
                let counts = facet(server, *resource, filter.name, "").await;
                for FacetCount { value, count } in &counts {
                    let list = page(server, *resource, &format!("{}={value}", filter.name)).await;
                    assert_eq!(list.total, *count, "{resource}?{}={value}", filter.name);
                    assert!(
                        *count > 0,
                        "{resource}?{}={value}: a value that leads nowhere",
                        filter.name
                    );
                }
                let sorted = counts.windows(2).all(|pair| pair[0].count >= pair[1].count);
                assert!(sorted, "{resource} {}: the most frequent first", filter.name);
            }
        }
    }

    async fn a_facet_leaves_its_own_filter_out_and_obeys_the_others(server: &Server) {
        let fields = ["theme", "country", "status", "kind", "department", "looking_for"];
        for chosen in fields {
            for FacetCount { value, .. } in facet(server, Resource::Projects, chosen, "").await {
                let query = format!("{chosen}={value}");
                for counted in fields {
                    let alone = if counted == chosen {
                        String::new()
                    } else {
                        query.clone()
                    };
                    for FacetCount { value, count } in
                        facet(server, Resource::Projects, counted, &query).await
                    {
                        let list =
                            page(server, Resource::Projects, &format!("{alone}&{counted}={value}")).await;
                        assert_eq!(list.total, count, "{query}, facet {counted}={value}");
                    }
                }
            }
        }
    }

    async fn the_same_filter_twice_widens_and_two_filters_narrow(server: &Server) {
        let of = |query: &'static str| set(server, Resource::Projects, query);
        let world = server.world();
        let (senegal, morocco) = (of("country=SN").await, of("country=MA").await);
        assert_eq!(
            of("country=SN&country=MA").await,
            senegal.union(&morocco).copied().collect()
        );
        let culture = of("theme=culture-et-patrimoine").await;
        assert_eq!(
            of("country=SN&theme=culture-et-patrimoine").await,
            senegal.intersection(&culture).copied().collect()
        );
        assert_eq!(senegal, [world.water_in_dakar, world.youth_exchange].into());
    }

    async fn links_lead_on_and_back(server: &Server) {
        let answer = server.get("/api/v1/projects?limit=2&country=SN&country=MA").await;
        let link = answer.header("link").unwrap();
        let targets: Vec<&str> = link.split(", ").collect();
        let [next, first] = targets.as_slice() else {
            panic!("{link}")
        };
        assert!(
            next.ends_with("; rel=\"next\"") && first.ends_with("; rel=\"first\""),
            "{link}"
        );
        for target in targets {
            let path = target.trim_start_matches('<').split('>').next().unwrap();
            let page: serde_json::Value = server.json(path).await;
            assert_eq!(page["total"], 3, "{path}");
        }
    }

    async fn named_fields_and_no_others(server: &Server) {
        let page: serde_json::Value = server
            .json("/api/v1/projects?fields=title,slug,budget&limit=3")
            .await;
        for item in page["items"].as_array().unwrap() {
            let fields: Vec<&String> = item.as_object().unwrap().keys().collect();
            assert_eq!(fields.len(), 3, "{item}");
            assert!(item["title"].is_string() && item["slug"].is_string() && item.get("budget").is_some());
        }
    }

    async fn what_changed_since_is_what_a_mirror_asks_for(server: &Server) {
        let id = server.world().gironde;
        let record: serde_json::Value = server.json(&format!("/api/v1/collectivities/{id}")).await;
        let seen = record["updated_at"].as_str().unwrap().to_owned();
        let all = page(
            server,
            Resource::Projects,
            &format!("updated_since={seen}&to_confirm=false&to_confirm=true"),
        )
        .await;
        assert_eq!(all.total, 6, "the whole region was entered at once");
        let new = server
            .write(|write| public(write, &project("Après les autres")))
            .await;
        let whole: serde_json::Value = server.json(&format!("/api/v1/projects/{new}")).await;
        let since = whole["updated_at"].as_str().unwrap();
        assert_eq!(
            set(server, Resource::Projects, &format!("updated_since={since}")).await,
            [new].into()
        );
    }
}
