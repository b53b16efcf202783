//! `/events` and `/thematic-groups`.

use crate::asking::{set, walk};
use aect_tests::both_engines;
use aect_tests::inputs::{event, in_paris};
use aect_tests::world::public;
use aect_types::Resource;
use aect_types::events::{Event, EventInput, EventKind, EventStatus, EventTime};
use aect_types::thematic_groups::ThematicGroup;

both_engines! {
    async fn an_event_keeps_the_zone_it_was_written_in(server: &Server) {
        let plenary: Event = server
            .client
            .get(&server.world().plenary.to_string())
            .await
            .unwrap();
        let EventTime::Times { start, time_zone, .. } = &plenary.time else {
            panic!("{:?}", plenary.time)
        };
        assert_eq!(
            (start.to_string().as_str(), time_zone.as_str()),
            ("2026-07-01 10:00:00", "Europe/Paris")
        );
        assert_eq!(plenary.starts_at.to_string(), "2026-07-01T08:00:00.000000Z");
        assert_eq!(
            plenary.ends_at.unwrap().to_string(),
            "2026-07-01T10:30:00.000000Z"
        );
        assert_eq!(plenary.organisations.len(), 2);
        assert_eq!(plenary.group.unwrap().id, server.world().network_group);
    }

    async fn a_month_stays_a_month(server: &Server) {
        let webinar: Event = server
            .client
            .get(&server.world().webinar.to_string())
            .await
            .unwrap();
        let EventTime::Period { date } = webinar.time else {
            panic!("{:?}", webinar.time)
        };
        assert_eq!(date.to_string(), "2027-02");
    }

    async fn the_agenda_runs_from_the_first_to_the_last(server: &Server) {
        let world = server.world();
        let expected = [world.cancelled, world.plenary, world.mission, world.webinar];
        assert_eq!(walk(server, Resource::Events, "", 200).await, expected);
    }

    async fn filters_keep_what_they_say(server: &Server) {
        let world = server.world();
        for (query, expected) in [
            ("kind=plenary", vec![world.plenary]),
            ("status=cancelled", vec![world.cancelled]),
            ("theme=eau-et-assainissement", vec![world.plenary]),
            ("country=SN", vec![world.mission]),
            ("collectivity=region-nouvelle-aquitaine", vec![world.plenary]),
            ("department=33", vec![world.mission]),
            ("group=groupe-de-l-action-exterieure", vec![world.plenary]),
            ("audience=open", vec![world.webinar]),
            ("year=2026", vec![world.plenary, world.mission]),
            ("from=2026-10-09&to=2026-10-20", vec![world.mission]),
            ("from=2026-10-10&to=2026-10-20", vec![]),
            ("from=2026", vec![world.plenary, world.mission, world.webinar]),
            ("from=2027-02-28", vec![world.webinar]),
            ("near=-0.58,44.84&radius_km=10", vec![world.plenary]),
        ] {
            assert_eq!(
                set(server, Resource::Events, query).await,
                expected.into_iter().collect(),
                "{query}"
            );
        }
    }

    async fn the_sequence_grows_when_time_place_or_status_changes(server: &Server) {
        let input = event(
            "Réunion",
            EventKind::Meeting,
            in_paris("2026-12-01T10:00:00", "2026-12-01T11:00:00"),
        );
        let id = {
            let input = input.clone();
            server.write(move |write| public(write, &input)).await
        };
        let retitled = EventInput {
            title: "Autre titre".into(),
            ..input
        };
        let moved = EventInput {
            time: in_paris("2026-12-02T10:00:00", "2026-12-02T11:00:00"),
            ..retitled.clone()
        };
        let called_off = EventInput {
            status: EventStatus::Cancelled,
            ..moved.clone()
        };
        let mut sequences = Vec::new();
        for given in [retitled, moved, called_off] {
            server.write(move |write| write.edit(id, &given)).await;
            sequences.push(
                server
                    .client
                    .get::<Event>(&id.to_string())
                    .await
                    .unwrap()
                    .sequence,
            );
        }
        assert_eq!(sequences, [0, 1, 2]);
    }

    async fn a_group_names_its_members(server: &Server) {
        let world = server.world();
        let group: ThematicGroup = server.client.get("groupe-de-l-action-exterieure").await.unwrap();
        let members: Vec<_> = group.members.iter().map(|member| member.id).collect();
        assert_eq!(members, [world.gironde, world.landes]);
        assert_eq!(
            set(server, Resource::ThematicGroups, "theme=cofinancement&country=SN").await,
            [world.network_group].into()
        );
    }
}
