//! `/collectivities`, and what is special about the other organisations and code lists.

use crate::asking::{page, set};
use aect_tests::both_engines;
use aect_types::Resource;
use aect_types::actors::Actor;
use aect_types::collectivities::{Collectivity, CollectivityPoint};
use aect_types::countries::Country;
use aect_types::dac_sectors::DacSector;
use aect_types::partner_authorities::PartnerAuthority;
use aect_types::query::ListQuery;
use aect_types::sdgs::Sdg;
use aect_types::themes::Theme;

both_engines! {
    async fn a_collectivity_answers_to_its_numbers(server: &Server) {
        let world = server.world();
        for (key, id) in [
            ("223300013", world.gironde),
            ("200053759", world.region),
            ("33063", world.bordeaux),
            ("departement-de-la-gironde", world.gironde),
            ("saint-emilion", world.saint_emilion),
        ] {
            let found: Collectivity = server.client.get(key).await.unwrap();
            assert_eq!(found.id, id, "{key}");
        }
        // A SIREN with a wrong check digit is nobody's.
        server.problem("/api/v1/collectivities/223300014", 404).await;
    }

    async fn parents_from_outside_are_in_no_list_or_count(server: &Server) {
        let all = page(server, Resource::Collectivities, "limit=200&facets=kind").await;
        assert_eq!(all.total, 6);
        let kinds = all.facets.unwrap().remove("kind").unwrap();
        assert!(
            kinds.iter().all(|kind| kind.value != "community_of_communes"),
            "{kinds:?}"
        );
        let names = server.client.collectivity_names().await.unwrap();
        assert_eq!(names.names.len(), 6);
        assert!(
            page(server, Resource::Collectivities, "q=redon")
                .await
                .items
                .is_empty()
        );
    }

    async fn points_of_a_map_follow_the_filters(server: &Server) {
        let points = async |query: ListQuery| {
            let answer = server.client.collectivity_points(&query).await.unwrap();
            let point = |CollectivityPoint(slug, _, _, _, at)| (slug.to_string(), at.lon(), at.lat());
            answer.points.into_iter().map(point).collect::<Vec<_>>()
        };
        let of = ListQuery::default();
        let all = points(of.clone()).await;
        let slugs: Vec<_> = all.iter().map(|(slug, ..)| slug.as_str()).collect();
        assert!(slugs.is_sorted() && slugs.contains(&"saint-emilion"), "by name: {slugs:?}");
        assert!(all.contains(&("bordeaux".to_owned(), -0.579, 44.838)), "to the thousandth: {all:?}");
        let with_position = page(server, Resource::Collectivities, "limit=200").await;
        assert!(all.len() <= with_position.items.len());
        let communes = points(of.clone().with("kind", "commune").with("active", "true")).await;
        assert_eq!(communes.len(), 1);
        assert!(points(of.with("country", "SN")).await.len() > 1);
        let code = server.json::<serde_json::Value>("/api/v1/collectivities/points?kind=department&department=40").await;
        assert_eq!(code["points"][0][3], "40");
    }

    async fn what_it_does_abroad_is_counted_from_its_projects(server: &Server) {
        let world = server.world();
        let bordeaux: Collectivity = server.client.get(&world.bordeaux.to_string()).await.unwrap();
        assert_eq!(
            (bordeaux.activity.projects, bordeaux.activity.twinnings_to_confirm),
            (2, 1)
        );
        assert_eq!(bordeaux.epci.unwrap().name, "Bordeaux Métropole");
        assert_eq!(bordeaux.department.unwrap().id, world.gironde);
        let landes: Collectivity = server.client.get(&world.landes.to_string()).await.unwrap();
        assert_eq!(landes.activity.projects, 1, "a shared project is everybody's");
        assert_eq!(landes.activity.themes.len(), 1);
        let emilion: Collectivity = server.client.get(&world.saint_emilion.to_string()).await.unwrap();
        assert_eq!(emilion.activity.projects, 0);
    }

    async fn filters_keep_what_they_say(server: &Server) {
        let world = server.world();
        for (query, expected) in [
            ("kind=department", vec![world.gironde, world.landes]),
            ("department=40", vec![world.landes]),
            ("epci=bordeaux-metropole", vec![world.bordeaux]),
            ("engagement=engaged", vec![world.region, world.gironde]),
            ("engagement=willing", vec![world.metropole]),
            ("country=SN", vec![world.region, world.gironde, world.landes]),
            ("theme=cofinancement", vec![world.gironde]),
            (
                "active=true",
                vec![world.region, world.gironde, world.landes, world.bordeaux],
            ),
            ("active=false", vec![world.metropole, world.saint_emilion]),
            ("bbox=-0.5793,44.8377,-0.5791,44.8379", vec![world.bordeaux]),
            ("q=saint+emilion", vec![world.saint_emilion]),
            ("q=st-emilion", vec![world.saint_emilion]),
            ("q=33394", vec![world.saint_emilion]),
            ("q=223300013", vec![world.gironde]),
        ] {
            assert_eq!(
                set(server, Resource::Collectivities, query).await,
                expected.into_iter().collect(),
                "{query}"
            );
        }
    }

    async fn the_other_kinds_answer_too(server: &Server) {
        let world = server.world();
        let actor: Actor = server.client.get("so-cooperation").await.unwrap();
        assert_eq!(actor.id, world.so_cooperation);
        assert_eq!(
            set(server, Resource::Actors, "kind=network").await,
            [world.so_cooperation].into()
        );
        let partner: PartnerAuthority = server.client.get("dakar-sn").await.unwrap();
        assert_eq!(partner.id, world.dakar);
        assert_eq!(
            set(server, Resource::PartnerAuthorities, "country=MA").await,
            [world.rabat].into()
        );
        let theme: Theme = server.client.get("eau-et-assainissement").await.unwrap();
        assert_eq!(theme.id, world.water);
        assert_eq!(
            set(server, Resource::Themes, "kind=topic").await,
            [world.co_funding].into()
        );
        let country: Country = server.client.get("SN").await.unwrap();
        assert_eq!(country.slug.as_str(), "senegal");
        assert_eq!(
            server.client.get::<Country>("cote-d-ivoire").await.unwrap().iso3,
            "CIV"
        );
        assert_eq!(server.client.get::<Sdg>("6").await.unwrap().number, 6);
        assert_eq!(server.client.get::<DacSector>("140").await.unwrap().code, "140");
        assert_eq!(page(server, Resource::Countries, "continent=AF").await.total, 3);
        let sdgs = page(server, Resource::Sdgs, "").await;
        let numbers: Vec<_> = sdgs.items.iter().map(|item| item.slug.as_str()).collect();
        assert_eq!(
            numbers,
            [
                "education-de-qualite",
                "eau-propre-et-assainissement",
                "partenariats"
            ],
            "by number"
        );
    }
}
