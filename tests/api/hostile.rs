//! What somebody writes stays text wherever it is read: no markup, no script, no address that runs one.

use crate::editing::{each_wrong, patch, pointers, post, problem, with_status};
use crate::pages::{all, attributes, with_pages};
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Resource;
use aect_types::actors::ActorKind;
use aect_types::events::EventKind;
use aect_types::external_initiatives::InitiativeKind;
use aect_types::resources::ResourceKind;
use aect_types::thematic_groups::GroupKind;
use aect_types::themes::ThemeKind;
use aect_words::Language;
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// A line: out of an element, out of an attribute, as Markdown.
const LINE: &str = "<script>vilain()</script>\"><img src=x onerror=vilain()>'`[l](javascript:vilain())";
/// A shorter one.
const SHORT: &str = "\"><img src=x onerror=vilain()>";
/// Several lines: out of a calendar's line and of a spreadsheet's cell as well.
const LINES: &str = "<script>vilain()</script>\"><img src=x onerror=vilain()>\n\nATTENDEE:mailto:vilain@example.org\n\
    =vilain()\n<a href=\"javascript:vilain()\">l</a> [l](javascript:vilain()) <javascript:vilain()> ]]></script>";
/// An address of the Web that is right, and tries all the same.
const SITE: &str = "https://vilain.example/\"><script>vilain()</script>'onerror='vilain()";

/// Addresses that no link may have.
const ADDRESSES: [&str; 9] = [
    "javascript:vilain()",
    "JavaScript:vilain()",
    " javascript:vilain()",
    "java\nscript:vilain()",
    "data:text/html,<script>vilain()</script>",
    "vbscript:vilain()",
    "//vilain.example",
    "https:///vilain",
    "https://vilain.example/ onclick",
];

/// A record with fields said so.
fn with(record: impl serde::Serialize, fields: &Value) -> Value {
    let mut record = json!(record);
    record["visibility"] = json!("public");
    record
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    record
}

/// One of each kind, with every text it can have.
fn records(server: &Server) -> Vec<(&'static str, Value)> {
    let world = server.world();
    let link = json!([{"title": LINE, "url": SITE}]);
    let theme = with(
        inputs::theme(ThemeKind::Field, "", ""),
        &json!({"name_fr": LINE, "name_en": LINE, "description": LINES, "origin": LINE}),
    );
    let actor = with(
        inputs::actor(ActorKind::Company, LINE),
        &json!({"acronym": SHORT, "scope": LINES, "status_note": LINES, "description": LINES, "website": SITE}),
    );
    let partner = with(
        inputs::partner_authority(LINE, "SN", None),
        &json!({"authority_type": LINE, "description": LINES, "website": SITE}),
    );
    let group = with(
        inputs::group(LINE, GroupKind::Task),
        &json!({"purpose": LINES, "deliverable": LINES, "elsewhere": link, "animators": [world.so_cooperation]}),
    );
    let project = with(
        inputs::project(LINE),
        &json!({
            "lead": world.bordeaux, "lead_name": LINE, "summary": LINE, "description": LINES, "status_note": LINES,
            "area": LINES, "start_note": LINES, "budget_note": LINES, "looking_for": ["partners"], "looking_for_note": LINES,
            "brings_home": LINES, "results": LINES, "beneficiaries": LINES, "other_participants": [LINE], "links": link,
            "documents": link, "places": [{"name": LINE, "country": "SN", "position": [-17, 14], "exactness": "exact"}],
            "funding_lines": [{"funder": null, "funder_name": LINE, "scheme": LINE, "amount": null, "year": 2026, "state": "requested"}]
        }),
    );
    let event = with(
        inputs::event(
            LINE,
            EventKind::MissionAbroad,
            inputs::days("2026-10-05", "2026-10-09"),
        ),
        &json!({
            "description": LINES, "report": LINES, "audience_note": LINES, "remarks": [LINES], "documents": link,
            "organisations": [{"collectivity": world.bordeaux, "actor": null, "role": "host"}],
            "venue": {"name": LINE, "address": LINES, "commune": LINE, "position": null},
            "mission": {"partner_territory": LINE, "open_seats": 1, "report_due_on": null},
            "programme": [{"start": null, "end": null, "title": LINE, "items": [{"title": LINE, "speakers": [LINE], "details": [LINES]}]}]
        }),
    );
    let news = with(
        inputs::news(LINE, "2026-11-20"),
        &json!({"summary": LINE, "description": LINES, "links": link}),
    );
    let resource = with(
        inputs::resource(LINE, ResourceKind::Guide),
        &json!({"summary": LINE, "description": LINES, "publisher_name": LINE, "link": SITE}),
    );
    let initiative = with(
        inputs::initiative(LINE, InitiativeKind::Call),
        &json!({"summary": LINE, "run_by_name": LINE, "website": SITE}),
    );
    vec![
        ("resources", resource),
        ("external-initiatives", initiative),
        ("news", news),
        ("themes", theme),
        ("actors", actor),
        ("partner-authorities", partner),
        ("thematic-groups", group),
        ("projects", project),
        ("events", event),
    ]
}

/// Enters all of it, and says it of a collectivity that is there.
async fn enter(server: &Server, animator: &Somebody) {
    for (resource, record) in records(server) {
        with_status(&post(animator, resource, &record).await, 201);
    }
    let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
    let service =
        json!({"name": LINE, "attached_to": LINE, "staff_fte": 1, "yearly_budget": null, "mandate": LINE});
    let texts = json!({"name": LINE, "full_name": LINE, "summary": LINES, "website": SITE, "international_service": service});
    with_status(&patch(animator, &path, 1, &texts).await, 200);
    server.settle().await;
}

/// The addresses of every page, in both languages, and of some that search.
async fn pages(server: &Server) -> Vec<String> {
    let addresses = async |path: &str| {
        let map = text(&server.get(path).await);
        let found: Vec<String> = map
            .split("<loc>https://aect.example")
            .skip(1)
            .map(|rest| rest.split("</loc>").next().unwrap().to_owned())
            .collect();
        found
    };
    let mut pages = Vec::new();
    for map in addresses("/sitemap.xml").await {
        pages.extend(addresses(&map).await);
    }
    pages.sort();
    pages.dedup();
    let hostile = "%3Cscript%3Evilain()%3C%2Fscript%3E%22onerror=%22vilain()";
    for question in ["vilain", hostile] {
        pages.push(format!("/recherche?q={question}"));
        pages.push(format!("/projets?q={question}"));
        pages.push(format!("{}?q={question}", Language::En.place("/recherche")));
    }
    pages
}

/// What of a page could run.
fn running(page: &str) -> Vec<String> {
    let mut found: Vec<String> = ["<script>vilain", "<img src=x", "<a href=\"javascript"]
        .into_iter()
        .filter(|markup| page.contains(markup))
        .map(ToOwned::to_owned)
        .collect();
    let page = Html::parse_document(page);
    let every = Selector::parse("*").unwrap();
    for element in page.select(&every).map(|element| element.value()) {
        for (name, value) in element.attrs() {
            let scheme: String = value.chars().filter(|letter| !letter.is_whitespace()).collect();
            let runs = ["javascript:", "data:text", "vbscript:"]
                .iter()
                .any(|start| scheme.to_lowercase().starts_with(start));
            if name.starts_with("on") || runs || name == "srcdoc" {
                found.push(format!("{} {name}={value}", element.name()));
            }
        }
    }
    for structured in all(&page, "script[type='application/ld+json']") {
        if serde_json::from_str::<Value>(&structured).is_err() {
            found.push(structured);
        }
    }
    found.extend(all(&page, "script:not([src]):not([type='application/ld+json'])"));
    found.extend(attributes(
        &page,
        "script[src], iframe, object, embed, base",
        "src",
    ));
    found
}

#[test]
fn what_runs_is_found() {
    for page in [
        LINE,
        "<p onclick=\"x()\">",
        "<a href=\" Java\nScript:x()\">",
        "<script>x()</script>",
        "<iframe src=\"/x\">",
        "<script type=\"application/ld+json\">{</script>",
    ] {
        assert_ne!(running(page), Vec::<String>::new(), "{page}");
    }
    let harmless = "<p title=\"&quot;&gt;&lt;img src=x onerror=vilain()&gt;\">&lt;script&gt;vilain()</p>";
    assert_eq!(running(harmless), Vec::<String>::new());
}

both_engines! {
    async fn what_is_written_never_runs_on_a_page(server: &Server) {
        with_pages(server, async |server| {
            let animator = server.animator("a@so-cooperation.org").await;
            enter(server, &animator).await;
            let mut shown = 0;
            for path in pages(server).await {
                let answer = server.get(&path).await;
                assert_eq!(answer.status, 200, "{path}");
                let html = text(&answer);
                assert_eq!(running(&html), Vec::<String>::new(), "{path}");
                shown += usize::from(html.contains("&lt;script&gt;vilain()"));
            }
            // A page of each record, and the lists that name it, in either language.
            assert!(shown > 20, "{shown}");
            let lost = server.get("/projets/%3Cscript%3Evilain()%3C%2Fscript%3E").await;
            assert_eq!((lost.status, running(&text(&lost))), (404, Vec::new()));
        }).await;
    }

    async fn what_is_written_is_data_in_every_export(server: &Server) {
        let animator = server.animator("a@so-cooperation.org").await;
        enter(server, &animator).await;
        let mut paths: Vec<String> = ["/api/v1/search?q=vilain", "/api/v1/collectivities/names", "/api/v1/collectivities/points",
            "/api/v1/stats?by=theme", "/api/v1/projects?facets=theme,collectivity", "/api/v1/projects/%3Cscript%3E"]
            .map(ToOwned::to_owned).into();
        for resource in Resource::ALL {
            paths.push(format!("/api/v1/{resource}?limit=200"));
            paths.extend(resource.spec().formats.iter().map(|format| format!("/api/v1/{resource}.{format}")));
        }
        for path in paths {
            let answer = server.get(&path).await;
            let kind = answer.header("content-type").unwrap_or_default().to_owned();
            assert!(!kind.contains("html") && !kind.contains("xml"), "{path}: {kind}");
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert!(answer.header("content-security-policy").unwrap().contains("default-src 'none'"), "{path}");
            let body = text(&answer);
            match kind.split(';').next().unwrap() {
                "text/calendar" => {
                    let lines = body.replace("\r\n ", "");
                    assert!(lines.contains("vilain") && !lines.contains("\r\nATTENDEE"), "{lines}");
                }
                "application/x-ndjson" => body.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap())),
                "text/csv" => {}
                _ => drop(serde_json::from_str::<Value>(&body).unwrap_or_else(|error| panic!("{path}: {error}"))),
            }
        }
    }

    async fn a_link_leads_to_the_web_or_nowhere(server: &Server) {
        let animator = server.animator("a@so-cooperation.org").await;
        let link = |address: &str| json!([{"title": "l", "url": address}]);
        for (resource, record) in records(server) {
            let fields: &[(&str, &str)] = match resource {
                "projects" => &[("links", "/links/0/url"), ("documents", "/documents/0/url")],
                "events" => &[("documents", "/documents/0/url")],
                "resources" => &[("link", "/link")],
                "news" => &[("links", "/links/0/url")],
                "thematic-groups" => &[("elsewhere", "/elsewhere/0/url")],
                "themes" => &[],
                _ => &[("website", "/website")],
            };
            for (field, pointer) in fields {
                let changes: Vec<(Value, &str)> = ADDRESSES.iter().map(|address| {
                    let value = if matches!(*field, "website" | "link") { json!(address) } else { link(address) };
                    (json!({*field: value}), *pointer)
                }).collect();
                for (body, pointer) in each_wrong(&record, &changes) {
                    let found = problem(&post(&animator, resource, &body).await, 422);
                    assert!(pointers(&found).iter().all(|named| *named == pointer), "{found:?}");
                }
            }
        }
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        for address in ADDRESSES {
            let found = problem(&patch(&animator, &path, 1, &json!({"website": address})).await, 422);
            assert!(pointers(&found).contains(&"/website"), "{address}");
        }
    }
}
