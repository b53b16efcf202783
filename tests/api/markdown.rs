//! Long texts are Markdown: what is written is marked up, and nothing in it does anything.

use crate::editing::{marie, patch, post, problem, with_status, wrong};
use aect_tests::{both_engines, inputs};
use aect_types::actors::ActorKind;
use aect_types::events::EventKind;
use aect_types::thematic_groups::GroupKind;
use aect_types::themes::ThemeKind;
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// A text with something to show and everything that should not run.
const TEXT: &str = "# Titre\n\nDes **puits**, un [lien](https://example.org/).\n\n<script>alert(1)</script>\n\n\
    <img src=x onerror=alert(1)>\n\n<svg onload=alert(1)>\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example)\n\n\
    ![d](https://evil.example/d.png)\n\n<p onclick=alert(1)>unclosed <iframe srcdoc='<script>alert(1)</script>'>";

/// Nothing but what may be there is in some HTML.
fn is_harmless(html: &str) {
    let page = Html::parse_fragment(html);
    for element in page.select(&Selector::parse("*").unwrap()) {
        let element = element.value();
        let allowed = [
            "html",
            "p",
            "em",
            "strong",
            "ul",
            "ol",
            "li",
            "h3",
            "h4",
            "h5",
            "h6",
            "a",
            "code",
            "pre",
            "br",
            "hr",
            "blockquote",
            "del",
        ];
        assert!(allowed.contains(&element.name()), "{html}");
        for (name, value) in element.attrs() {
            let link = name == "href" && (value.starts_with("https://") || value.starts_with("mailto:"));
            assert!(link || name == "rel" || name == "start", "{name}={value}: {html}");
        }
    }
}

both_engines! {
    async fn every_long_text_is_shown_and_does_nothing(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let mut project = json!(inputs::project("Des puits"));
        project["lead"] = json!(server.world().bordeaux);
        let mut event = json!(inputs::event("Une rencontre", EventKind::Meeting, inputs::period("2027-03")));
        event["organisations"] = json!([{"collectivity": server.world().bordeaux, "actor": null, "role": "organiser"}]);
        for (resource, mut record, fields) in [
            ("projects", project, &["description", "brings_home", "results", "beneficiaries"][..]),
            ("events", event, &["description", "report"]),
            ("actors", json!(inputs::actor(ActorKind::Company, "Puits et Cie")), &["description"]),
            ("partner-authorities", json!(inputs::partner_authority("Fatick", "SN", None)), &["description"]),
            ("thematic-groups", json!(inputs::group("Groupe des puits", GroupKind::Task)), &["purpose"]),
        ] {
            for field in fields {
                record[*field] = json!(TEXT);
            }
            record["visibility"] = json!("public");
            let record = with_status(&post(&anim, resource, &record).await, 201);
            for field in fields {
                assert_eq!(record[*field], TEXT, "what was typed is kept");
                let html = record["html"][*field].as_str().unwrap();
                assert!(html.starts_with("<h3>Titre</h3>\n<p>Des <strong>puits</strong>, un <a href=\"https://example.org/\" rel=\"nofollow ugc noopener\">lien</a>.</p>"), "{html}");
                is_harmless(html);
            }
        }
        let theme = json!(inputs::theme(ThemeKind::Topic, "Les puits", "Wells"));
        let theme = with_status(&post(&anim, "themes", &theme).await, 201);
        let path = format!("/api/v1/themes/{}", theme["id"].as_str().unwrap());
        let said = with_status(&patch(&anim, &path, 1, &json!({"description": "*Bref.*"})).await, 200);
        assert_eq!(said["html"], json!({"description": "<p><em>Bref.</em></p>\n"}));
        let unsaid = with_status(&patch(&anim, &path, 2, &json!({"description": null})).await, 200);
        assert_eq!(unsaid["html"], json!({}));
    }

    async fn a_preview_is_what_the_record_will_show(server: &Server) {
        let marie = marie(server).await;
        let ask = async |body: Value| marie.ask("POST", "/api/v1/preview", &[], Some(&body.to_string())).await;
        let made = with_status(&ask(json!({"text": TEXT})).await, 200);
        is_harmless(made["html"].as_str().unwrap());
        assert!(made["html"].as_str().unwrap().contains("<strong>puits</strong>"));
        assert_eq!(marie.client.preview("*a*").await.unwrap().html, "<p><em>a</em></p>\n");
        assert_eq!(wrong(&ask(json!({"text": "a\0b"})).await), ["/text"]);
        assert_eq!(wrong(&ask(json!({"text": "é".repeat(20_001)})).await), ["/text"]);
        assert_eq!(wrong(&ask(json!({"html": "a"})).await), ["/html"]);
        problem(&ask(json!([])).await, 422);
    }
}
