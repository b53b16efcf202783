//! How the platform presents itself: set by admins, said by pages and mails, whatever was written.

use crate::pages::{all, attributes, with_pages};
use aect_client::Error;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::audit::ActKind;
use aect_types::platform::PlatformInput;
use aect_words::Language;
use aect_words::pages::home;
use scraper::Html;
use serde_json::{Value, json};

const ADMIN: &str = "admin@example.org";
const PATH: &str = "/api/v1/platform";

fn named(name: &str) -> PlatformInput {
    PlatformInput {
        name_fr: Some(name.to_owned()),
        ..PlatformInput::default()
    }
}

async fn page(server: &Server, path: &str) -> Html {
    let answer = server.get(path).await;
    assert_eq!(answer.status, 200, "{}", text(&answer));
    Html::parse_document(&text(&answer))
}

/// The title of the home page of a platform of that name.
fn called(name: &str) -> String {
    format!("{} – {name}", home::TITLE.of(Language::Fr))
}

/// The one text of an element.
fn one(page: &Html, selector: &str) -> String {
    all(page, selector)
        .pop()
        .unwrap_or_else(|| panic!("no {selector}"))
}

async fn patched(who: &Somebody, headers: &[(&'static str, &str)], body: &Value) -> (u16, String) {
    let answer = who.ask("PATCH", PATH, headers, Some(&body.to_string())).await;
    (answer.status, text(&answer))
}

both_engines! {
    async fn what_admins_set_is_said_by_pages_and_mails(server: &Server) {
        with_pages(server, async |server| {
            assert_eq!(one(&page(server, "/").await, "title"), called("AECT Nouvelle-Aquitaine"));
            let admin = server.admin(ADMIN).await;
            let present = admin.client.platform().await.unwrap();
            assert_eq!(present.clone().input(), PlatformInput::default());
            let wanted = PlatformInput {
                introduction_fr: Some("Qui coopère, et avec qui.".to_owned()),
                about_en: Some("A network of the West.".to_owned()),
                long_name_fr: Some("Le réseau tout entier".to_owned()),
                ..named("  Réseau Ouest ")
            };
            let set = admin.client.set_platform(present.version, &wanted).await.unwrap();
            assert_eq!(set.name_fr.as_deref(), Some("Réseau Ouest"));
            // Read before or not, in the language in which it was said; the other keeps its own words.
            let home = page(server, "/").await;
            assert_eq!(one(&home, "title"), called("Réseau Ouest"));
            assert_eq!(one(&home, ".brand-name").trim(), "Réseau Ouest");
            assert_eq!(all(&home, "footer h2").first().unwrap(), "Réseau Ouest");
            assert_eq!(one(&home, "p.lead"), "Qui coopère, et avec qui.");
            assert_eq!(attributes(&home, "meta[name='application-name'][lang=fr]", "content"), ["Réseau Ouest"]);
            assert_eq!(attributes(&home, "meta[property='og:site_name']", "content"), ["Réseau Ouest"]);
            let structured: Value = serde_json::from_str(&one(&home, "script[type='application/ld+json']")).unwrap();
            assert_eq!((&structured["name"], &structured["alternateName"]), (&json!("Réseau Ouest"), &json!("Le réseau tout entier")));
            let english = page(server, "/en").await;
            assert!(one(&english, "title").ends_with("– AECT Nouvelle-Aquitaine"));
            assert!(text(&server.get("/en").await).contains("<p>A network of the West.</p>"));
            assert_eq!(attributes(&english, "meta[name='aect-about'][lang=en]", "content"), ["A network of the West."]);
            let lost = Html::parse_document(&text(&server.get("/nulle-part").await));
            assert!(one(&lost, "title").ends_with("Réseau Ouest"));
            server.sign_in("eva@example.org").await;
            let letter = server.letters("eva@example.org").await.pop().unwrap();
            assert_eq!(letter.subject, "Votre lien de connexion à Réseau Ouest");
            assert!(letter.text.contains("Réseau Ouest"));
            // What an application lists the codes under.
            let uri = admin.ask("POST", "/api/v1/account/second-factor", &[], None).await;
            let uri: Value = serde_json::from_slice(&uri.body).unwrap();
            assert!(uri["uri"].as_str().unwrap().contains("issuer=R%C3%A9seau%20Ouest"), "{uri}");
            // Who did it is remembered, not what was said.
            let acts = admin.client.acts("act=settings").await.unwrap();
            assert_eq!(acts.items[0].act, ActKind::Settings);
            assert_eq!(acts.items[0].detail.as_deref(), Some("platform"));
            // Nothing said gives the program's own words back.
            let emptied = json!({"name_fr": "", "introduction_fr": null});
            let tag = format!("\"{}\"", set.version);
            assert_eq!(patched(&admin, &[("if-match", &tag)], &emptied).await.0, 200);
            assert_eq!(one(&page(server, "/").await, "title"), called("AECT Nouvelle-Aquitaine"));
        })
        .await;
    }

    async fn what_admins_write_is_never_markup(server: &Server) {
        with_pages(server, async |server| {
            let admin = server.admin(ADMIN).await;
            let attack = "\"'><script>alert(1)</script></title>";
            let input = PlatformInput {
                introduction_fr: Some(attack.to_owned()),
                about_fr: Some(attack.to_owned()),
                long_name_fr: Some(attack.to_owned()),
                ..named(attack)
            };
            admin.client.set_platform(1, &input).await.unwrap();
            for path in ["/", "/projets", "/nulle-part", "/connexion"] {
                let answer = text(&server.get(path).await);
                assert!(!answer.contains("<script>alert"), "{path}: {answer}");
                let page = Html::parse_document(&answer);
                assert_eq!(one(&page, ".brand-name").trim(), attack, "{path}");
                assert_eq!(attributes(&page, "meta[name='application-name']", "content"), [attack], "{path}");
                assert!(one(&page, "title").ends_with(attack), "{path}");
            }
            let structured = one(&page(server, "/").await, "script[type='application/ld+json']");
            let structured: Value = serde_json::from_str(&structured).unwrap();
            assert_eq!(structured["name"], attack);
            server.sign_in("eva@example.org").await;
            let letter = server.letters("eva@example.org").await.pop().unwrap();
            assert!(letter.subject.ends_with(attack), "{}", letter.subject);
            assert!(!letter.html.contains("<script>"), "{}", letter.html);
        })
        .await;
    }

    async fn only_admins_set_it_and_nobody_over_another(server: &Server) {
        let animator = server.animator("anim@example.org").await;
        assert_eq!(animator.client.platform().await.unwrap().version, 1);
        assert_eq!(patched(&animator, &[("if-match", "\"1\"")], &json!({"name_fr": "À moi"})).await.0, 403);
        let admin = server.admin(ADMIN).await;
        assert_eq!(patched(&admin, &[], &json!({"name_fr": "Réseau"})).await.0, 428);
        let one = [("if-match", "\"1\"")];
        let (status, told) = patched(&admin, &one, &json!({"name_fr": "a\nb", "name_en": "x".repeat(41), "about_fr": 3, "logo": "x"})).await;
        assert_eq!(status, 422);
        let told: Value = serde_json::from_str(&told).unwrap();
        let pointers: Vec<&str> = told["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/about_fr", "/logo"], "what has another form first");
        let (status, told) = patched(&admin, &one, &json!({"name_fr": "a\nb", "name_en": "x".repeat(41), "about_fr": "\0"})).await;
        assert!(status == 422 && ["/name_fr", "/name_en", "/about_fr"].iter().all(|field| told.contains(field)), "{told}");
        // Two at once: one wins, the other hears what it is now.
        let (ours, theirs) = (named("Le nôtre"), named("Le leur"));
        let set = |input| admin.client.set_platform(1, input);
        let (first, second) = tokio::join!(set(&ours), set(&theirs));
        let lost = [first, second].into_iter().filter_map(Result::err).collect::<Vec<Error>>();
        assert_eq!(lost.iter().filter_map(Error::status).collect::<Vec<_>>(), [412]);
        // What says the same again is no write.
        let present = admin.client.platform().await.unwrap();
        assert_eq!(present.version, 2);
        assert_eq!(admin.client.set_platform(2, &present.clone().input()).await.unwrap(), present);
    }

    async fn what_another_process_sets_is_heard(server: &Server) {
        with_pages(server, async |server| {
            assert_eq!(one(&page(server, "/").await, "title"), called("AECT Nouvelle-Aquitaine"));
            server.write_unseen(|write| write.set_platform(&named("D’ailleurs"))).await;
            // The look that sees this has seen that.
            server.write(|write| aect_tests::world::public(write, &inputs::project("Un projet"))).await;
            assert_eq!(one(&page(server, "/").await, "title"), called("D’ailleurs"));
        })
        .await;
    }

    async fn colours_are_set_that_can_be_read(server: &Server) {
        with_pages(server, async |server| {
            let admin = server.admin(ADMIN).await;
            assert_eq!(attributes(&page(server, "/").await, "link[rel=stylesheet]", "href"), Vec::<String>::new());
            assert_eq!(text(&server.get("/charter.css").await), "");
            let one = [("if-match", "\"1\"")];
            for (colours, fields) in [
                (json!({"colour_light": "#6fc3bb"}), vec![("/colour_light", "contrast")]),
                (json!({"colour_dark": "#0d5b5c", "colour_light": "red"}), vec![("/colour_light", "format"), ("/colour_dark", "contrast")]),
                (json!({"colour_light": "#0d5b5c;}body{display:none"}), vec![("/colour_light", "format")]),
            ] {
                let (status, told) = patched(&admin, &one, &colours).await;
                assert_eq!(status, 422, "{colours}");
                let told: Value = serde_json::from_str(&told).unwrap();
                let errors = told["errors"].as_array().unwrap().iter();
                let found: Vec<_> = errors.map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())).collect();
                assert_eq!(found, fields, "{told}");
            }
            let (_, told) = patched(&admin, &one, &json!({"colour_light": "#6fc3bb"})).await;
            assert!(told.contains("4.5:1, 1."), "{told}");
            let (status, told) = patched(&admin, &one, &json!({"colour_light": "#7B1E3A"})).await;
            assert_eq!(status, 200, "{told}");
            assert_eq!(attributes(&page(server, "/").await, "link[rel=stylesheet]", "href"), ["/charter.css?v=2"]);
            let css = server.get("/charter.css?v=2").await;
            assert!(text(&css).contains("--brand: #7b1e3a;") && !text(&css).contains("media (prefers"), "{}", text(&css));
            assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
            let tag = css.header("etag").unwrap().to_owned();
            let again = admin.ask("GET", "/charter.css", &[("if-none-match", &tag)], None).await;
            assert_eq!((again.status, again.body.len()), (304, 0));
        })
        .await;
    }
}
