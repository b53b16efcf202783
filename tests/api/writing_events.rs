//! Writing the agenda: what an event must be, whose it is, and where it is then read.

use crate::editing::{
    delete, each_wrong, json_of, marie, patch, pointers, post, problem, read_after, restore, seen_by,
    with_status,
};
use aect_tests::server::text;
use aect_tests::world::Reason;
use aect_tests::{Server, both_engines, inputs};
use aect_types::events::EventKind;
use aect_types::people::MemberRole;
use aect_types::{Resource, Uuid};
use serde_json::{Value, json};

/// A public event of Bordeaux, as a form would send it.
fn event(server: &Server) -> Value {
    let world = server.world();
    let time = inputs::in_paris("2026-09-10T10:00:00", "2026-09-10T12:00:00");
    let mut event = json!(inputs::event(
        "Petit-déjeuner des jumelages",
        EventKind::Breakfast,
        time
    ));
    let said = json!({
        "organisations": [{"collectivity": world.bordeaux, "actor": null, "role": "organiser"}],
        "themes": [world.youth], "countries": ["SN"], "visibility": "public"
    });
    event
        .as_object_mut()
        .unwrap()
        .extend(said.as_object().unwrap().clone());
    event
}

/// How many events a question finds.
async fn found(server: &Server, question: &str) -> Value {
    let list: Value = server.json(&format!("/api/v1/events?{question}")).await;
    list["total"].clone()
}

both_engines! {
    async fn what_somebody_enters_is_read_everywhere(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "events", &event(server)).await;
        let created = with_status(&made, 201);
        assert_eq!((&created["visibility"], &created["sequence"]), (&json!("public"), &json!(0)));
        assert_eq!(created["starts_at"], "2026-09-10T08:00:00.000000Z");
        assert_eq!(made.header("location").unwrap(), "/api/v1/events/petit-dejeuner-des-jumelages-2026");
        read_after(server, &made, "/api/v1/events").await;
        for question in ["q=jumelages", "kind=breakfast&from=2026", "collectivity=bordeaux", "theme=jeunesse"] {
            assert_eq!(found(server, question).await, 1, "{question}");
        }
        let search: Value = server.json("/api/v1/search?q=jumelages").await;
        assert!(search.to_string().contains(created["id"].as_str().unwrap()), "{search}");
        for (suffix, word) in [("csv", "Petit-déjeuner des jumelages"), ("ndjson", "Petit-déjeuner des jumelages"),
            ("ics", "SUMMARY:Petit-déjeuner des jumelages"), ("geojson", "Petit-déjeuner des jumelages")] {
            let export = text(&server.get(&format!("/api/v1/events.{suffix}")).await).replace("\r\n ", "");
            assert!(export.contains(word), "{suffix}: {export}");
        }
    }

    async fn calendars_are_told_when_time_place_or_status_changes(server: &Server) {
        let marie = marie(server).await;
        let created = with_status(&post(&marie, "events", &event(server)).await, 201);
        let path = format!("/api/v1/events/{}", created["id"].as_str().unwrap());
        let (mut version, mut sequences) = (1, Vec::new());
        for change in [
            json!({"title": "Petit-déjeuner"}),
            json!({"time": {"precision": "days", "first": "2026-09-10", "last": "2026-09-11"}}),
            json!({"venue": {"name": "Hôtel de ville", "address": null, "commune": "Bordeaux", "position": [-0.58, 44.84]}}),
            json!({"report": "Trente personnes."}),
            json!({"status": "cancelled"}),
        ] {
            let answer = patch(&marie, &path, version, &change).await;
            let changed = with_status(&answer, 200);
            version += 1;
            sequences.push(changed["sequence"].as_i64().unwrap());
            read_after(server, &answer, &path).await;
        }
        assert_eq!(sequences, [0, 1, 2, 2, 3]);
        // One that is called off stays in everybody's calendar, as called off.
        let calendar = text(&server.get(&format!("{path}.ics")).await);
        for line in ["SEQUENCE:3", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20260910", "DTEND;VALUE=DATE:20260912"] {
            assert!(calendar.contains(line), "{line}: {calendar}");
        }
    }

    async fn a_deleted_event_leaves_every_list_and_comes_back(server: &Server) {
        let marie = marie(server).await;
        let created = with_status(&post(&marie, "events", &event(server)).await, 201);
        let path = format!("/api/v1/events/{}", created["id"].as_str().unwrap());
        assert_eq!(delete(&marie, &path, 1).await.status, 204);
        assert_eq!(found(server, "q=jumelages").await, 0);
        server.problem(&path, 404).await;
        let calendar = text(&server.get("/api/v1/events.ics").await);
        assert!(!calendar.contains("jumelages"), "{calendar}");
        let elsewhere = server.member("e@example.org", server.world().landes, MemberRole::Owner).await;
        problem(&restore(&elsewhere, &path, 2).await, 404);
        let back = restore(&marie, &path, 2).await;
        with_status(&back, 200);
        read_after(server, &back, "/api/v1/events").await;
        assert_eq!(found(server, "q=jumelages").await, 1);
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        let operations: Vec<&str> = history["items"].as_array().unwrap().iter().map(|one| one["operation"].as_str().unwrap()).collect();
        assert_eq!(operations, ["restore", "hide", "create"]);
    }

    async fn every_field_is_checked(server: &Server) {
        let marie = marie(server).await;
        let whole = event(server);
        let organisations = whole["organisations"][0].clone();
        let nobody = json!({"collectivity": null, "actor": null, "role": "host"});
        let wrong = [
            (json!({"title": " "}), "/title"),
            (json!({"title": "東京"}), "/title"),
            (json!({"title": "deux\nlignes"}), "/title"),
            (json!({"description": "a".repeat(20_001)}), "/description"),
            (json!({"kind": "party"}), "/kind"),
            (json!({"time": {"precision": "days", "first": "2026-09-11", "last": "2026-09-10"}}), "/time/last"),
            (json!({"time": {"precision": "period", "date": "1500"}}), "/time"),
            (json!({"time": {"precision": "times", "start": "2026-09-10T10:00:00", "end": "2026-09-10T09:00:00", "time_zone": "Europe/Paris"}}), "/time/end"),
            (json!({"time": {"precision": "times", "start": "2026-09-10T10:00:00", "end": null, "time_zone": "Europe/Bordeaux"}}), "/time/time_zone"),
            (json!({"time": {"precision": "times", "start": "2026-09-10T25:00:00", "end": null, "time_zone": "Europe/Paris"}}), "/time"),
            (json!({"recurrence": "FREQ=SOMETIMES"}), "/recurrence"),
            (json!({"recurrence": "FREQ=DAILY\r\nATTENDEE:mailto:a@b.fr"}), "/recurrence"),
            (json!({"recurrence_exceptions": ["2026-09-17"]}), "/recurrence_exceptions"),
            (json!({"recurrence": "FREQ=DAILY", "recurrence_exceptions": ["2026-09-01"]}), "/recurrence_exceptions/0"),
            (json!({"venue": {"name": null, "address": null, "commune": null, "position": [181, 0]}}), "/venue/position"),
            (json!({"audience": ["open", "open"]}), "/audience/1"),
            (json!({"countries": ["SN", "SN"]}), "/countries/1"),
            (json!({"countries": ["ZZ"]}), "/countries/0"),
            (json!({"programme": [{"start": "9h", "end": null, "title": "x", "items": []}]}), "/programme/0/start"),
            (json!({"programme": [{"start": null, "end": null, "title": "x", "items": [{"title": "", "speakers": [], "details": []}]}]}), "/programme/0/items/0/title"),
            (json!({"registration": {"mode": "open", "capacity": -1, "closes_at": null, "waiting_list": false}}), "/registration/capacity"),
            (json!({"registration": {"mode": "none", "capacity": 3, "closes_at": null, "waiting_list": false}}), "/registration/mode"),
            (json!({"registration": {"mode": "open", "capacity": 3, "closes_at": "2027-01-01T00:00:00Z", "waiting_list": false}}), "/registration/closes_at"),
            (json!({"documents": [{"title": "x", "url": "javascript:alert(1)"}]}), "/documents/0/url"),
            (json!({"documents": [{"title": "x", "url": "data:text/html,x"}]}), "/documents/0/url"),
            (json!({"attendance": {"participants": 3, "elected": 4, "collectivities": null}}), "/attendance/elected"),
            (json!({"mission": {"partner_territory": null, "open_seats": null, "report_due_on": "2026-01-01"}}), "/mission/report_due_on"),
            (json!({"organisations": [organisations, organisations]}), "/organisations/1"),
            (json!({"organisations": [organisations, nobody]}), "/organisations/1"),
            (json!({"themes": [Uuid::nil()]}), "/themes/0"),
            (json!({"group": server.world().youth}), "/group"),
            (json!({"sequence": 7}), "/sequence"),
            (json!({"visibility": "secret"}), "/visibility"),
        ];
        for (body, field) in each_wrong(&whole, &wrong) {
            let found = problem(&post(&marie, "events", &body).await, 422);
            assert_eq!(pointers(&found), [field], "{found:?}");
        }
        // What is wrong by itself and what is wrong because of others are told together.
        let mut body = whole.clone();
        body["title"] = json!("");
        body["countries"] = json!(["ZZ"]);
        body["group"] = json!(Uuid::nil());
        assert_eq!(pointers(&problem(&post(&marie, "events", &body).await, 422)), ["/countries/0", "/group", "/title"]);
        let weekly = json!({"recurrence": "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T100000Z", "recurrence_exceptions": ["2026-09-17"]});
        for (body, _) in each_wrong(&whole, &[(weekly, "")]) {
            with_status(&post(&marie, "events", &body).await, 201);
        }
    }

    async fn nobody_speaks_for_another_organiser(server: &Server) {
        let world = server.world();
        let marie = marie(server).await;
        let mut body = event(server);
        for role in ["organiser", "co_organiser", "host"] {
            body["organisations"] = json!([{"collectivity": world.gironde, "actor": null, "role": role}]);
            problem(&post(&marie, "events", &body).await, 403);
            let mine = event(server)["organisations"][0].clone();
            body["organisations"] = json!([mine, {"collectivity": world.gironde, "actor": null, "role": role}]);
            assert_eq!(pointers(&problem(&post(&marie, "events", &body).await, 422)), ["/organisations/1/collectivity"]);
        }
        body["organisations"] = json!([]);
        problem(&post(&marie, "events", &body).await, 403);
        // Nor is one left without anybody who could change it.
        let created = with_status(&post(&marie, "events", &event(server)).await, 201);
        let path = format!("/api/v1/events/{}", created["id"].as_str().unwrap());
        assert_eq!(pointers(&problem(&patch(&marie, &path, 1, &json!({"organisations": []})).await, 422)), ["/organisations"]);
        // An actor's editors write its events.
        let network = server.member("n@example.org", world.so_cooperation, MemberRole::Editor).await;
        let plenary = format!("/api/v1/events/{}", world.plenary);
        with_status(&patch(&network, &plenary, 1, &json!({"status": "postponed"})).await, 200);
        problem(&patch(&marie, &plenary, 2, &json!({"status": "confirmed"})).await, 403);
    }

    async fn a_reference_to_what_one_may_not_read_is_one_to_nothing(server: &Server) {
        let marie = marie(server).await;
        let hidden = |resource, reason| {
            let found = server.world().hidden.iter().find(|one| one.resource == resource && one.reason == reason);
            found.unwrap().id
        };
        let mut body = event(server);
        let mut answers = Vec::new();
        for group in [hidden(Resource::ThematicGroups, Reason::Draft), hidden(Resource::ThematicGroups, Reason::Deleted), Uuid::nil()] {
            body["group"] = json!(group);
            let found = problem(&post(&marie, "events", &body).await, 422);
            answers.push((found.errors, found.detail));
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        assert_eq!(answers[0].0[0].pointer.as_deref(), Some("/group"));
        // What is for members is theirs to name, and so is a draft for those whose it is.
        body["group"] = json!(hidden(Resource::ThematicGroups, Reason::Members));
        with_status(&post(&marie, "events", &body).await, 201);
        let animator = server.animator("a@so-cooperation.org").await;
        body["group"] = json!(hidden(Resource::ThematicGroups, Reason::Draft));
        with_status(&post(&animator, "events", &body).await, 201);
    }

    async fn what_was_named_before_it_was_deleted_stops_no_other_change(server: &Server) {
        let marie = marie(server).await;
        let group = server.write(|write| aect_tests::world::public(write, &inputs::group("Passager", aect_types::thematic_groups::GroupKind::Task))).await;
        let mut body = event(server);
        body["group"] = json!(group);
        let created = with_status(&post(&marie, "events", &body).await, 201);
        let path = format!("/api/v1/events/{}", created["id"].as_str().unwrap());
        server.write(move |write| write.hide(group)).await;
        let changed = with_status(&patch(&marie, &path, 1, &json!({"title": "Autre"})).await, 200);
        assert!(changed["group"].is_null());
    }

    async fn two_of_one_name_have_two_addresses(server: &Server) {
        let marie = marie(server).await;
        let mut body = event(server);
        body["title"] = json!("a".repeat(200));
        let entered = (0..6).map(|_| post(&marie, "events", &body));
        let answers = futures_util::future::join_all(entered).await;
        let mut slugs: Vec<String> = answers.iter().map(|answer| with_status(answer, 201)["slug"].to_string()).collect();
        slugs.sort();
        slugs.dedup();
        assert_eq!(slugs.len(), 6);
        assert_eq!(seen_by(&marie, answers[0].header("location").unwrap()).await, 200);
    }
}
