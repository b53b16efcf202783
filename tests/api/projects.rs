//! `/projects`.

use crate::asking::{page, set};
use aect_client::Client;
use aect_tests::both_engines;
use aect_tests::inputs::{project, read};
use aect_tests::world::public;
use aect_types::projects::{LookingFor, Project, ProjectInput, ProjectKind};
use aect_types::query::ListQuery;
use aect_types::{Resource, Slug};

both_engines! {
    async fn the_list_leaves_twinnings_to_confirm_out_and_says_so(server: &Server) {
        let page = server
            .client
            .list::<Project>(&ListQuery::default())
            .await
            .unwrap();
        assert_eq!((page.total, page.left_out, page.next), (5, Some(1), None));
        let world = server.world();
        assert!(page.items.iter().all(|item| item.id != world.twinning_to_confirm));
        let confirmed = ListQuery::default().with("kind", "twinning");
        let twinnings = server.client.list::<Project>(&confirmed).await.unwrap();
        assert_eq!((twinnings.total, twinnings.left_out), (1, Some(1)));
        assert_eq!(twinnings.items[0].id, world.twinning);
    }

    async fn the_filter_to_confirm_shows_what_the_list_leaves_out(server: &Server) {
        let world = server.world();
        assert_eq!(
            set(server, Resource::Projects, "to_confirm=true").await,
            [world.twinning_to_confirm].into()
        );
        let both = set(server, Resource::Projects, "to_confirm=true&to_confirm=false").await;
        assert_eq!(both.len(), 6);
        // Asked for by its address, it is there.
        let asked: Project = server
            .client
            .get(&world.twinning_to_confirm.to_string())
            .await
            .unwrap();
        assert!(asked.to_confirm);
    }

    async fn a_project_is_whole_with_the_names_of_its_references(server: &Server) {
        let world = server.world();
        let by_id: Project = server
            .client
            .get(&world.water_in_dakar.to_string())
            .await
            .unwrap();
        let by_slug: Project = server.client.get(by_id.slug.as_str()).await.unwrap();
        assert_eq!(by_id, by_slug);
        assert_eq!(
            by_id.lead.as_ref().map(|lead| lead.name.as_str()),
            Some("Département de la Gironde")
        );
        assert_eq!(by_id.collectivities[0].collectivity.id, world.landes);
        assert_eq!(by_id.actors[0].actor.id, world.afd);
        assert_eq!(by_id.partner_authorities[0].name, "Dakar");
        assert_eq!(by_id.themes[0].name_en, "Water and sanitation");
        assert_eq!(by_id.departments, ["33", "40"]);
        assert_eq!(
            by_id.start_date,
            Some(read("2015")),
            "a year alone stays a year alone"
        );
        assert_eq!(by_id.provenance.source.as_deref(), Some("Jeu d’essai"));
        assert_eq!(by_id.version, 1);
    }

    async fn filters_keep_what_they_say(server: &Server) {
        let world = server.world();
        let (water, culture, youth) = (world.water_in_dakar, world.culture_in_rabat, world.youth_exchange);
        for (query, expected) in [
            ("theme=eau-et-assainissement", vec![water]),
            ("theme=culture-et-patrimoine", vec![culture, youth]),
            ("country=SN", vec![water, youth]),
            ("country=JP", vec![world.prospecting, world.twinning]),
            ("continent=AF", vec![water, culture, youth]),
            ("continent=AS", vec![world.prospecting, world.twinning]),
            ("department=40", vec![water]),
            ("department=33", vec![water, culture, world.twinning]),
            ("collectivity=departement-des-landes", vec![water]),
            ("collectivity=bordeaux", vec![culture, world.twinning]),
            ("actor=agence-francaise-de-developpement", vec![water]),
            ("partner_authority=dakar-sn", vec![water]),
            ("kind=youth_mobility", vec![youth]),
            (
                "kind=twinning&kind=prospecting",
                vec![world.twinning, world.prospecting],
            ),
            ("status=completed", vec![culture]),
            ("status=idea&status=active", vec![water, youth]),
            ("sdg=6", vec![water]),
            ("sdg=17", vec![youth]),
            ("dac_sector=140", vec![water]),
            ("looking_for=partners", vec![water, youth]),
            ("looking_for=hosting", vec![youth]),
            ("year=2012", vec![culture]),
            ("year=2009", vec![]),
            ("year=2015", vec![water]),
            ("bbox=-18,14,-17,15", vec![water]),
            ("bbox=-7,34,-6.82,34.02", vec![culture]),
            ("near=-17.4,14.7&radius_km=50", vec![water]),
            ("near=-6.8,34.05&radius_km=5", vec![culture]),
            ("from=2011&to=2011", vec![culture]),
            ("to=2009", vec![]),
            ("q=cooperation+culturelle", vec![culture]),
        ] {
            assert_eq!(
                set(server, Resource::Projects, query).await,
                expected.into_iter().collect(),
                "{query}"
            );
        }
    }

    async fn a_slug_that_changed_leads_to_the_present_one(server: &Server) {
        let id = server.world().water_in_dakar;
        let before: Project = server.client.get(&id.to_string()).await.unwrap();
        let present: Slug = read("un-autre-nom");
        let slug = present.clone();
        server.write(move |write| write.move_to(id, &slug)).await;
        let former = format!("/api/v1/projects/{}", before.slug);
        let answer = server.get(&former).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (308, Some("/api/v1/projects/un-autre-nom"))
        );
        let followed: Project = server.client.get(before.slug.as_str()).await.unwrap();
        assert_eq!((followed.id, &followed.slug), (id, &present));
        assert_eq!(
            server.get(&format!("{former}.geojson")).await.header("location"),
            Some("/api/v1/projects/un-autre-nom.geojson")
        );
        // A draft's former address says nothing either.
        server
            .write(move |write| write.set_visibility(id, aect_types::Visibility::Draft))
            .await;
        assert_eq!(server.get(&former).await.status, 404);
    }

    async fn nothing_is_found_where_nothing_is(server: &Server) {
        for key in [
            "nothing-here",
            "0192f0c1-2345-7abc-8def-0123456789ab",
            "Majuscules",
            "%20",
            "a.b",
        ] {
            server.problem(&format!("/api/v1/projects/{key}"), 404).await;
        }
        let error = server.client.get::<Project>("nothing-here").await.unwrap_err();
        assert!(error.is_not_found());
        // What exists as another kind does not exist here.
        server
            .problem(&format!("/api/v1/projects/{}", server.world().gironde), 404)
            .await;
    }

    async fn a_change_shows_everywhere_at_once(server: &Server) {
        let world = server.world();
        let input = ProjectInput {
            kind: ProjectKind::Economic,
            lead: Some(world.landes),
            themes: vec![world.water],
            looking_for: vec![LookingFor::Volunteers],
            summary: Some("Du chêne pour les charpentes".into()),
            ..project("Filière bois")
        };
        let id = {
            let input = input.clone();
            server.write(move |write| public(write, &input)).await
        };
        assert_eq!(
            set(server, Resource::Projects, "kind=economic").await,
            [id].into()
        );
        assert_eq!(page(server, Resource::Projects, "q=charpente").await.total, 1);
        let renamed = ProjectInput {
            title: "Filière pierre".into(),
            summary: None,
            kind: ProjectKind::Cultural,
            ..input
        };
        server.write(move |write| write.edit(id, &renamed)).await;
        assert!(set(server, Resource::Projects, "kind=economic").await.is_empty());
        assert_eq!(page(server, Resource::Projects, "q=charpente").await.total, 0);
        let changed: Project = server.client.get(&id.to_string()).await.unwrap();
        assert_eq!((changed.title.as_str(), changed.version), ("Filière pierre", 2));
        server.write(move |write| write.hide(id)).await;
        assert_eq!(server.get(&format!("/api/v1/projects/{id}")).await.status, 404);
        assert_eq!(page(server, Resource::Projects, "").await.total, 5);
        server.write(move |write| write.restore(id)).await;
        assert_eq!(page(server, Resource::Projects, "").await.total, 6);
    }

    async fn a_name_that_changes_changes_in_what_refers_to_it(server: &Server) {
        let theme = server.world().water;
        let renamed =
            aect_tests::inputs::theme(aect_types::themes::ThemeKind::Field, "Hydraulique", "Hydraulics");
        server.write(move |write| write.edit(theme, &renamed)).await;
        let project: Project = server
            .client
            .get(&server.world().water_in_dakar.to_string())
            .await
            .unwrap();
        assert_eq!(project.themes[0].name_fr, "Hydraulique");
    }

    async fn a_walk_of_the_client_sees_everything(server: &Server) {
        let client = Client::new(&format!("{}/", server.url())).unwrap();
        let query = ListQuery {
            limit: Some(2),
            ..ListQuery::default()
        };
        assert_eq!(client.walk::<Project>(query).collect().await.unwrap().len(), 5);
    }
}
