//! Belonging: asking, being invited, deciding, and what spares the deciding.

use crate::editing::wrong;
use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines};
use aect_types::Uuid;
use aect_types::memberships::{
    Invitation, MembershipDecision, MembershipRequest, TeamMember, Vacancy, VisitCode,
};
use aect_types::people::{AccountInput, MemberRole, MembershipState, Standing};
use serde_json::{Value, json};
use std::collections::HashSet;

const OWNER: &str = "claire@mairie-bordeaux.example.fr";
const PAUL: &str = "paul@mairie-bordeaux.example.fr";

fn request(record: Uuid) -> MembershipRequest {
    MembershipRequest {
        record,
        message: Some("Je suis l’adjoint à l’international.".to_owned()),
        code: None,
    }
}

fn decision(state: MembershipState, role: Option<MemberRole>, reason: Option<&str>) -> MembershipDecision {
    MembershipDecision {
        state,
        role,
        reason: reason.map(str::to_owned),
    }
}

async fn owner(server: &Server) -> Somebody {
    server
        .member(OWNER, server.world().bordeaux, MemberRole::Owner)
        .await
}

async fn tried(who: &Somebody, method: &str, path: &str, body: &Value) -> Answer {
    who.ask(method, path, &[], Some(&body.to_string())).await
}

async fn role_of(who: &Somebody) -> Option<(MembershipState, Option<MemberRole>)> {
    let account = who.client.account().await.unwrap();
    account
        .memberships
        .first()
        .map(|membership| (membership.state, membership.role))
}

async fn team_status(who: &Somebody, record: Uuid) -> u16 {
    who.ask("GET", &format!("/api/v1/memberships?record={record}"), &[], None)
        .await
        .status
}

both_engines! {
    async fn who_is_in_charge_lets_somebody_in(server: &Server) {
        let (claire, paul) = (owner(server).await, server.sign_in(PAUL).await);
        let bordeaux = server.world().bordeaux;
        let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        assert_eq!(asked.state, MembershipState::Pending);
        assert_eq!(paul.client.ask_membership(&request(bordeaux)).await.unwrap(), asked, "once is enough");
        let letter = server.letters(OWNER).await.pop().unwrap();
        assert_eq!(letter.subject, format!("{PAUL} demande à rejoindre Bordeaux"));
        assert!(letter.text.contains("«\u{a0}Je suis l’adjoint à l’international.\u{a0}»"), "{}", letter.text);
        let waiting = claire.client.waiting_memberships().await.unwrap();
        assert_eq!(waiting.items.iter().map(|item| item.member.id).collect::<Vec<_>>(), [asked.id]);
        assert_eq!(paul.client.waiting_memberships().await.unwrap().total, 0);
        let accepted = decision(MembershipState::Accepted, Some(MemberRole::Editor), None);
        claire.client.decide_membership(asked.id, &accepted).await.unwrap();
        assert_eq!(role_of(&paul).await, Some((MembershipState::Accepted, Some(MemberRole::Editor))));
        assert_eq!(server.subjects(PAUL).await.last().unwrap(), "Bienvenue dans l’équipe de Bordeaux");
        // From now on, without signing in again.
        let path = format!("/api/v1/collectivities/{bordeaux}");
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let tag = format!("\"{version}\"");
        let written = paul.ask("PATCH", &path, &[("if-match", &tag)], Some("{\"summary\": \"Dit par Paul.\"}")).await;
        assert_eq!(written.status, 200, "{}", text(&written));
    }

    async fn a_refusal_has_a_reason_and_may_be_followed_by_another_request(server: &Server) {
        let (claire, paul) = (owner(server).await, server.sign_in(PAUL).await);
        let bordeaux = server.world().bordeaux;
        let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        let path = format!("/api/v1/memberships/{}", asked.id);
        for silent in [json!({"state": "refused"}), json!({"state": "refused", "reason": "  "})] {
            assert_eq!(wrong(&tried(&claire, "PATCH", &path, &silent).await), ["/reason"]);
        }
        assert_eq!(wrong(&tried(&claire, "PATCH", &path, &json!({"state": "accepted"})).await), ["/role"]);
        let refused = decision(MembershipState::Refused, None, Some("Écrivez-nous de votre adresse professionnelle."));
        claire.client.decide_membership(asked.id, &refused).await.unwrap();
        assert!(server.letters(PAUL).await.pop().unwrap().text.contains("adresse professionnelle"));
        let account = paul.client.account().await.unwrap();
        assert_eq!(account.memberships[0].reason.as_deref(), Some("Écrivez-nous de votre adresse professionnelle."));
        // What was refused is not simply let in; a new request is.
        let accepted = json!({"state": "accepted", "role": "reader"});
        assert_eq!(wrong(&tried(&claire, "PATCH", &path, &accepted).await), ["/state"]);
        assert_eq!(paul.client.ask_membership(&request(bordeaux)).await.unwrap().state, MembershipState::Pending);
        assert_eq!(tried(&claire, "PATCH", &path, &accepted).await.status, 200);
    }

    async fn nobody_lets_themselves_in_or_decides_elsewhere(server: &Server) {
        let world = server.world();
        let paul = server.sign_in(PAUL).await;
        let elsewhere = server.member("luc@example.org", world.landes, MemberRole::Owner).await;
        let editor = server.member("eva@example.org", world.bordeaux, MemberRole::Editor).await;
        let asked = paul.client.ask_membership(&request(world.bordeaux)).await.unwrap();
        let path = format!("/api/v1/memberships/{}", asked.id);
        let accepted = json!({"state": "accepted", "role": "owner"});
        assert_eq!(wrong(&tried(&paul, "PATCH", &path, &accepted).await), ["/state"]);
        for other in [&elsewhere, &editor] {
            assert_eq!(tried(other, "PATCH", &path, &accepted).await.status, 404);
            assert_eq!(other.client.waiting_memberships().await.unwrap().total, 0);
        }
        let invitation = json!({"record": world.bordeaux, "email": "ami@example.org", "role": "owner"});
        for other in [&elsewhere, &editor, &paul] {
            assert_eq!(tried(other, "POST", "/api/v1/invitations", &invitation).await.status, 403);
        }
        // An editor raises neither herself nor others.
        let team = editor.client.team(world.bordeaux).await.unwrap();
        let herself = team.items.iter().find(|member| member.person.as_ref().is_some_and(|person| person.id == editor.id)).unwrap();
        let raised = tried(&editor, "PATCH", &format!("/api/v1/memberships/{}", herself.id), &accepted).await;
        assert_eq!(wrong(&raised), ["/state"]);
        // What nobody may see cannot be joined, nor asked about.
        let hidden = world.hidden.iter().map(|hidden| hidden.id);
        for nothing in hidden.chain([Uuid::nil(), world.water_in_dakar]) {
            let asked = tried(&paul, "POST", "/api/v1/memberships", &json!({"record": nothing})).await;
            assert_eq!(wrong(&asked), ["/record"]);
        }
        assert_eq!(team_status(&paul, world.bordeaux).await, 403);
    }

    async fn a_team_sees_names_and_whoever_decides_sees_more(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let claire = owner(server).await;
        let reader = server.member("rose@example.org", bordeaux, MemberRole::Reader).await;
        let paul = server.sign_in(PAUL).await;
        let me = claire.client.account().await.unwrap();
        let input = AccountInput {
            name: "Claire Dupont".to_owned(),
            function: Some("Adjointe".to_owned()),
            standing: Standing::Elected,
            mandate_end: None,
            language: "fr".to_owned(),
        };
        claire.client.describe_account(me.version, &input).await.unwrap();
        paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        let whole = claire.client.team(bordeaux).await.unwrap();
        assert!(whole.decides && whole.items.len() == 3, "{whole:?}");
        assert_eq!(whole.items[0].message.as_deref(), Some("Je suis l’adjoint à l’international."));
        assert!(whole.items.iter().all(|member| member.email.is_some()));
        assert_eq!(whole.vacancies, []);
        let seen = reader.client.team(bordeaux).await.unwrap();
        assert!(!seen.decides && seen.items.len() == 2, "{seen:?}");
        assert!(seen.items.iter().all(|member| member.email.is_none() && member.message.is_none()));
        assert!(seen.items.iter().any(|member| member.person.as_ref().is_some_and(|person| person.name == "Claire Dupont")));
        // Her mandate ends: the place is vacant, and the animators know that nobody is in charge.
        server.animator("anim@example.org").await;
        let own = whole.items.iter().find(|member| member.role == Some(MemberRole::Owner)).unwrap();
        claire.client.decide_membership(own.id, &decision(MembershipState::Former, None, None)).await.unwrap();
        assert_eq!(server.subjects("anim@example.org").await.last().unwrap(), "Bordeaux cherche une relève");
        assert_eq!(reader.client.team(bordeaux).await.unwrap().vacancies, [Vacancy::Owner, Vacancy::Elected]);
        assert_eq!(team_status(&claire, bordeaux).await, 403);
    }

    async fn an_invitation_is_taken_up_by_its_address_alone(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let claire = owner(server).await;
        let known = server.sign_in("connu@example.org").await;
        let invite = async |email: &str| {
            let invitation = Invitation {
                record: bordeaux,
                email: email.parse().unwrap(),
                role: MemberRole::Editor,
                message: None,
            };
            claire.client.invite(&invitation).await.unwrap()
        };
        let (one, other) = (invite("connu@example.org").await, invite(PAUL).await);
        let shape = |member: &TeamMember| (member.person.clone(), member.state, member.role);
        assert_eq!(shape(&one), shape(&other), "whether an address is known is not told");
        assert!(server.subjects(PAUL).await.last().unwrap().ends_with("vous invite à rejoindre Bordeaux"));
        let paul = server.sign_in(PAUL).await;
        assert_eq!(role_of(&paul).await, Some((MembershipState::Invited, Some(MemberRole::Editor))));
        assert_eq!(team_status(&paul, bordeaux).await, 403, "not yet");
        let path = format!("/api/v1/memberships/{}", other.id);
        let accepted = json!({"state": "accepted", "role": "owner"});
        assert_eq!(wrong(&tried(&claire, "PATCH", &path, &accepted).await), ["/state"]);
        assert_eq!(tried(&known, "PATCH", &path, &accepted).await.status, 404);
        assert_eq!(tried(&paul, "PATCH", &path, &accepted).await.status, 200);
        assert_eq!(role_of(&paul).await, Some((MembershipState::Accepted, Some(MemberRole::Editor))), "as offered");
        // The other one is withdrawn.
        let withdrawn = claire.client.decide_membership(one.id, &decision(MembershipState::Former, None, None)).await;
        assert_eq!(withdrawn.unwrap().state, MembershipState::Former);
        assert_eq!(wrong(&tried(&known, "PATCH", &format!("/api/v1/memberships/{}", one.id), &accepted).await), ["/state"]);
        let again = json!({"record": bordeaux, "email": PAUL, "role": "reader"});
        assert_eq!(wrong(&tried(&claire, "POST", "/api/v1/invitations", &again).await), ["/email"]);
    }

    async fn a_domain_that_stands_for_a_record_lets_in(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let anim = server.animator("anim@example.org").await;
        let body = json!({"record": bordeaux});
        for (domain, expected) in [("orange.fr", 400), ("gmail.com", 400), ("Mairie", 400), ("mairie-bordeaux.example.fr", 204)] {
            let attached = tried(&anim, "PUT", &format!("/api/v1/membership-domains/{domain}"), &body).await;
            assert_eq!(attached.status, expected, "{domain}: {}", text(&attached));
        }
        let paul = server.sign_in(PAUL).await;
        let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        assert_eq!((asked.state, asked.role), (MembershipState::Accepted, Some(MemberRole::Editor)), "nobody is in charge yet");
        assert_eq!(server.subjects("anim@example.org").await.last().unwrap(), &format!("{PAUL} a rejoint Bordeaux"));
        owner(server).await;
        let rose = server.sign_in("rose@mairie-bordeaux.example.fr").await;
        assert_eq!(rose.client.ask_membership(&request(bordeaux)).await.unwrap().role, Some(MemberRole::Reader));
        // Only there, and only with that very domain.
        assert_eq!(rose.client.ask_membership(&request(server.world().landes)).await.unwrap().state, MembershipState::Pending);
        let near = server.sign_in("x@notmairie-bordeaux.example.fr").await;
        assert_eq!(near.client.ask_membership(&request(bordeaux)).await.unwrap().state, MembershipState::Pending);
        let detached = anim.ask("DELETE", "/api/v1/membership-domains/mairie-bordeaux.example.fr", &[], None).await;
        assert_eq!(detached.status, 204);
        let late = server.sign_in("late@mairie-bordeaux.example.fr").await;
        assert_eq!(late.client.ask_membership(&request(bordeaux)).await.unwrap().state, MembershipState::Pending);
    }

    async fn a_code_left_at_a_visit_lets_one_person_in(server: &Server) {
        let world = server.world();
        let anim = server.animator("anim@example.org").await;
        let made = tried(&anim, "POST", "/api/v1/visit-codes", &json!({"record": world.landes, "role": "owner"})).await;
        assert_eq!(made.status, 201, "{}", text(&made));
        let shown: VisitCode = serde_json::from_slice(&made.body).unwrap();
        let [code, url, qr_code] = [shown.code, shown.url, shown.qr_code].map(Option::unwrap);
        assert!(qr_code.starts_with("<svg"), "{qr_code}");
        assert!(url.ends_with(&format!("/annuaire/departement-des-landes/equipe?code={code}")), "{url}");
        let paul = server.sign_in(PAUL).await;
        let typed = format!("{}-{}", code[..4].to_lowercase(), &code[4..]);
        let elsewhere = json!({"record": world.bordeaux, "code": typed});
        assert_eq!(wrong(&tried(&paul, "POST", "/api/v1/memberships", &elsewhere).await), ["/code"]);
        let here = json!({"record": world.landes, "code": typed});
        assert_eq!(tried(&paul, "POST", "/api/v1/memberships", &here).await.status, 200);
        assert_eq!(role_of(&paul).await, Some((MembershipState::Accepted, Some(MemberRole::Owner))));
        let rose = server.sign_in("rose@example.org").await;
        assert_eq!(wrong(&tried(&rose, "POST", "/api/v1/memberships", &here).await), ["/code"], "once");
        let codes = anim.client.visit_codes(world.landes).await.unwrap();
        assert!(codes.total == 1 && codes.items[0].used_at.is_some() && codes.items[0].role == MemberRole::Owner);
    }

    async fn who_asks_and_withdraws_is_told_of_once(server: &Server) {
        let (claire, paul) = (owner(server).await, server.sign_in(PAUL).await);
        let bordeaux = server.world().bordeaux;
        for _ in 0..3 {
            let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
            paul.client.decide_membership(asked.id, &decision(MembershipState::Former, None, None)).await.unwrap();
        }
        paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        let told = server.subjects(OWNER).await;
        assert_eq!(told.iter().filter(|subject| subject.starts_with(PAUL)).count(), 1, "{told:?}");
        assert_eq!(claire.client.waiting_memberships().await.unwrap().total, 1, "it waits all the same");
    }

    async fn what_was_offered_is_not_lost_by_another_way_in(server: &Server) {
        let (claire, bordeaux) = (owner(server).await, server.world().bordeaux);
        let anim = server.animator("anim@example.org").await;
        let domain = "/api/v1/membership-domains/mairie-bordeaux.example.fr";
        assert_eq!(tried(&anim, "PUT", domain, &json!({"record": bordeaux})).await.status, 204);
        let offered = json!({"record": bordeaux, "email": PAUL, "role": "owner"});
        assert_eq!(tried(&claire, "POST", "/api/v1/invitations", &offered).await.status, 200);
        let paul = server.sign_in(PAUL).await;
        let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        assert_eq!((asked.state, asked.role), (MembershipState::Accepted, Some(MemberRole::Owner)));
    }

    async fn who_asks_eight_times_at_once_has_asked_once(server: &Server) {
        let paul = server.sign_in(PAUL).await;
        let wanted = request(server.world().bordeaux);
        let asked = futures_util::future::join_all((0..8).map(|_| paul.client.ask_membership(&wanted))).await;
        let ids: HashSet<Uuid> = asked.into_iter().map(|asked| asked.unwrap().id).collect();
        assert_eq!(ids.len(), 1);
    }

    async fn no_text_that_people_send_holds_what_cannot_be_read(server: &Server) {
        let (claire, bordeaux) = (owner(server).await, server.world().bordeaux);
        let paul = server.sign_in(PAUL).await;
        let nul = "a\0b";
        let account = claire.client.account().await.unwrap();
        let tag = format!("\"{}\"", account.version);
        let me = json!({"name": nul, "function": nul}).to_string();
        let described = claire.ask("PATCH", "/api/v1/account", &[("if-match", &tag)], Some(&me)).await;
        assert_eq!(wrong(&described), ["/name", "/function"]);
        let asking = json!({"record": bordeaux, "message": nul});
        assert_eq!(wrong(&tried(&paul, "POST", "/api/v1/memberships", &asking).await), ["/message"]);
        let inviting = json!({"record": bordeaux, "email": "x@example.org", "role": "reader", "message": nul});
        assert_eq!(wrong(&tried(&claire, "POST", "/api/v1/invitations", &inviting).await), ["/message"]);
        let asked = paul.client.ask_membership(&request(bordeaux)).await.unwrap();
        let refusing = json!({"state": "refused", "reason": nul});
        let path = format!("/api/v1/memberships/{}", asked.id);
        assert_eq!(wrong(&tried(&claire, "PATCH", &path, &refusing).await), ["/reason"]);
        let anim = server.animator("anim@example.org").await;
        let nowhere = anim.ask("DELETE", "/api/v1/membership-domains/a%00b.fr", &[], None).await;
        assert_eq!(nowhere.status, 404, "{}", text(&nowhere));
    }
}
