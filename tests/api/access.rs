//! The access matrix: every operation of the document, by everybody. An operation that is not here fails the test.

mod callers;
mod file;
mod waiting;

use crate::files::pieces;
use aect_client::{HeaderMap, HeaderValue};
use aect_tests::inputs;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::world::public;
use aect_tests::{Server, both_engines};
use aect_types::Uuid;
use aect_types::actors::ActorKind;
use aect_types::authors::AuthorInput;
use aect_types::collectivities::{CollectivityInput, CollectivityKind};
use aect_types::events::{EventInput, EventKind, EventPartInput, EventRole};
use aect_types::external_initiatives::InitiativeKind;
use aect_types::news::NewsInput;
use aect_types::projects::ProjectInput;
use aect_types::resources::{ResourceKind, SharedResourceInput};
use aect_types::thematic_groups::{GroupKind, ThematicGroupInput};
use aect_types::themes::ThemeKind;
use serde_json::{Value, json};

/// What each gets: status by caller, in that order.
type Row = [u16; 9];

/// Callers behind the last column: whoever has asked, is invited or was refused gets what an account alone gets.
const ALONE: usize = 1;

/// Whatever the caller is.
const ANYBODY: Row = [200; 9];

/// How the names of operations begin that only read.
const READS: [&str; 3] = ["list", "get", "export"];

/// Who may, of the callers, and with which status: 401 for nobody and for an account that may not be used.
type Who = fn(u16) -> Row;

fn signed_in(ok: u16) -> Row {
    [401, ok, ok, ok, ok, ok, ok, 401, ok]
}

fn writers(ok: u16) -> Row {
    [401, 403, 403, ok, ok, 403, 403, 401, ok]
}

fn editors(ok: u16) -> Row {
    [401, 403, 403, ok, ok, ok, 403, 401, ok]
}

fn animators(ok: u16) -> Row {
    [401, 403, 403, 403, 403, 403, 403, 401, ok]
}

/// Who enters a record of a kind, who changes it, and who deletes it. What several collectivities share is written by the
/// editors of all. The State’s registers, the shared list, and what none of these owns are an animator’s: one’s own actor
/// is in `writing_directory`, one’s own group in `writing_groups`.
const KINDS: [(&str, [Who; 3]); 10] = [
    ("Collectivity", [animators, writers, animators]),
    ("Project", [writers, writers, writers]),
    ("Event", [writers, writers, writers]),
    ("News", [writers, writers, writers]),
    ("SharedResource", [writers, writers, writers]),
    ("PartnerAuthority", [editors, editors, animators]),
    ("ExternalInitiative", [editors, editors, animators]),
    ("Actor", [editors, animators, animators]),
    ("ThematicGroup", [animators, animators, animators]),
    ("Theme", [animators, animators, animators]),
];

/// What is expected of writing records.
fn of_records(operation: &str) -> Option<Row> {
    KINDS.iter().find_map(|(kind, [enters, changes, deletes])| {
        let (verb, rest) = operation.split_once(kind)?;
        match (verb, rest) {
            ("create", "") => Some(enters(201)),
            ("update" | "restore", "") | ("list", "Revisions") => Some(changes(200)),
            ("add", "File") => Some(changes(201)),
            ("delete", "") => Some(deletes(204)),
            ("merge", "") => Some(animators(200)),
            _ => None,
        }
    })
}

/// What is expected of an operation.
fn expected(operation: &str) -> Option<Row> {
    if let Some(row) = of_records(operation) {
        return Some(row);
    }
    // A suspended person's token is refused even where nobody needs one.
    let public = [200, 200, 200, 200, 200, 200, 200, 401, 200];
    Some(match operation {
        // Files are of a project of Bordeaux.
        "updateFile" | "deleteFile" | "restoreFile" | "listCoLeads" | "askCoLead" => writers(200),
        "renewRecoveryCodes" | "listModeration" | "listVisitCodes" | "decideModeration" | "getSettings"
        | "getPlatform" | "getRegister" | "updateSettings" | "listActs" | "listUsers" | "updateUser" => {
            animators(200)
        }
        // Only an admin's.
        "updatePlatform" | "getMail" | "tryMail" | "getMailTrial" => {
            [401, 403, 403, 403, 403, 403, 403, 401, 403]
        }
        // There is no such decision.
        "undoModeration" => animators(404),
        "makeVisitCode" => animators(201),
        "attachDomain" | "detachDomain" => animators(204),
        // Bordeaux has asked the Landes: its editors may withdraw that; those of the Landes know of it, and answer otherwise.
        "decideCoLead" => [401, 404, 404, 200, 200, 422, 404, 401, 200],
        "getTeam" | "getHandOver" => [401, 403, 200, 200, 200, 403, 403, 401, 200],
        // Somebody else's request: whoever does not decide it does not know of it.
        "decideMembership" => [401, 404, 404, 404, 200, 404, 404, 401, 200],
        "invite" => [401, 403, 403, 403, 200, 403, 403, 401, 200],
        "getAccount"
        | "getPersonalData"
        | "listDrafts"
        | "listSessions"
        | "updateAccount"
        | "askMembership"
        | "listWaitingMemberships"
        | "listWaitingCorrections"
        | "listWaitingCoLeads"
        | "getAccountWays"
        | "getContactConsent"
        | "beginSecondFactor"
        | "listLikelyDuplicateProjects"
        | "listLikelyDuplicateActors"
        | "listLikelyDuplicatePartnerAuthorities"
        | "listLikelyDuplicateExternalInitiatives"
        | "previewText" => signed_in(200),
        "eraseAccount" | "endSession" | "endOtherSessions" | "endOneSession" | "removeSecondFactor"
        | "setPassword" | "setContactConsent" => signed_in(204),
        // Begun by the operation before, but the code is wrong; none is set up that could be shown.
        "confirmSecondFactor" => signed_in(422),
        "showSecondFactor" => signed_in(403),
        // No other site is known here.
        "beginOpenId" => [404; 9],
        "linkOpenId" | "unlinkOpenId" => signed_in(404),
        // They open a session by what they are given, not by who calls.
        "askSignInLink" => [202; 9],
        // Anybody says what is wrong; a suspended person's token is refused all the same.
        "proposeCorrection" | "reportRecord" => [202, 202, 202, 202, 202, 202, 202, 401, 202],
        // Of a record that is theirs to write.
        "decideCorrection" => [401, 404, 404, 200, 200, 404, 404, 401, 200],
        "useSignInLink" | "useSignInCode" | "signInByPassword" | "refreshSession" => [401; 9],
        // Neither of them reads a record.
        "listTexts" | "getText" | "getOpenApi" | "getSignInWays" => ANYBODY,
        "search" | "countProjects" => public,
        reads if READS.iter().any(|verb| reads.starts_with(verb)) => public,
        _ => return None,
    })
}

/// Whether a caller may do less after it.
fn takes_away(operation: &str) -> bool {
    operation.starts_with("end") || operation == "removeSecondFactor"
}

/// One operation of the document.
struct Operation {
    id: String,
    method: String,
    path: String,
}

fn operations(document: &Value) -> Vec<Operation> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push(Operation {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
            });
        }
    }
    all
}

/// A project of a collectivity.
fn project_of(lead: Uuid) -> ProjectInput {
    ProjectInput {
        lead: Some(lead),
        ..inputs::project("Pour un essai")
    }
}

fn new_commune() -> CollectivityInput {
    inputs::collectivity(CollectivityKind::Commune, "Neuve-Ville", "Commune de Neuve-Ville")
}

/// An event that a collectivity organises.
fn event_of(organiser: Uuid) -> EventInput {
    let part = EventPartInput {
        collectivity: Some(organiser),
        actor: None,
        role: EventRole::Organiser,
    };
    EventInput {
        organisations: vec![part],
        ..inputs::event("Pour un essai", EventKind::Meeting, inputs::period("2027-03"))
    }
}

/// News that a collectivity tells.
fn news_of(collectivity: Uuid) -> NewsInput {
    let author = AuthorInput {
        collectivity: Some(collectivity),
        actor: None,
    };
    NewsInput {
        authors: vec![author],
        ..inputs::news("Pour un essai", "2026-11-20")
    }
}

/// A resource that a collectivity publishes.
fn resource_of(collectivity: Uuid) -> SharedResourceInput {
    let publisher = AuthorInput {
        collectivity: Some(collectivity),
        actor: None,
    };
    SharedResourceInput {
        publishers: vec![publisher],
        ..inputs::resource("Pour un essai", ResourceKind::Guide)
    }
}

/// A group that an actor runs.
fn group_of(animator: Uuid) -> ThematicGroupInput {
    ThematicGroupInput {
        animators: vec![animator],
        ..inputs::group("Pour un essai", GroupKind::Task)
    }
}

/// A record that everybody may read, made for one call: of Bordeaux, where somebody owns it. `None` of a kind that is not
/// written or of which one is enough.
async fn fresh(server: &Server, resource: &str) -> Option<String> {
    let (bordeaux, network) = (server.world().bordeaux, server.world().so_cooperation);
    let resource = resource.to_owned();
    let id: Option<Uuid> = server
        .write(move |write| {
            Ok(Some(match resource.as_str() {
                "another-collectivity" => public(write, &new_commune())?,
                "projects" => public(write, &project_of(bordeaux))?,
                "events" => public(write, &event_of(bordeaux))?,
                "news" => public(write, &news_of(bordeaux))?,
                "actors" => public(write, &inputs::actor(ActorKind::Company, "Pour un essai"))?,
                "partner-authorities" => {
                    public(write, &inputs::partner_authority("Pour un essai", "SN", None))?
                }
                "resources" => public(write, &resource_of(bordeaux))?,
                "external-initiatives" => public(
                    write,
                    &inputs::initiative("Pour un essai", InitiativeKind::Network),
                )?,
                "thematic-groups" => public(write, &group_of(network))?,
                "themes" => public(
                    write,
                    &inputs::theme(ThemeKind::Field, "Pour un essai", "For a trial"),
                )?,
                _ => return Ok(None),
            }))
        })
        .await;
    id.map(|id| id.to_string())
}

async fn status(server: &Server, who: Option<&Somebody>, operation: &Operation) -> (u16, String) {
    let (mut path, mut version, mut into) = (operation.path.clone(), 1, None);
    if path.contains("{key}") {
        let resource = path.split('/').nth(1).unwrap().to_owned();
        let read_only = operation.method == "GET" && !path.ends_with("/history");
        let made = if read_only {
            None
        } else {
            // Bordeaux is still needed afterwards.
            let kind = match operation.id.as_str() {
                "deleteCollectivity" | "mergeCollectivity" => "another-collectivity",
                _ => &resource,
            };
            if path.ends_with("/merge") {
                into = fresh(server, kind).await;
            }
            fresh(server, kind).await
        };
        let key = match (made, resource.as_str()) {
            (Some(made), _) => made,
            (None, "collectivities") => server.world().bordeaux.to_string(),
            (None, _) => {
                let first: Value = server.json(&format!("/api/v1/{resource}?limit=1")).await;
                first["items"][0]["slug"].as_str().unwrap().to_owned()
            }
        };
        path = path.replace("{key}", &key);
        // Answers follow what was written a moment before.
        server.settle().await;
        let record: Value = server.json(&format!("/api/v1/{resource}/{key}")).await;
        version = record["version"].as_i64().unwrap();
    }
    if operation.id == "updateAccount"
        && let Some(who) = who
    {
        let account = who.ask("GET", "/api/v1/account", &[], None).await;
        let account: Value = serde_json::from_slice(&account.body).unwrap();
        version = account["version"].as_i64().unwrap_or(1);
    }
    if operation.id == "endOneSession" {
        let known = match who {
            Some(who) => {
                serde_json::from_slice(&who.ask("GET", "/api/v1/sessions", &[], None).await.body).unwrap()
            }
            None => Value::Null,
        };
        let id = known["items"][0]["id"]
            .as_str()
            .unwrap_or("0199d4c8-0000-7000-8000-000000000000");
        path = path.replace("{id}", id);
    }
    if let Some(id) = waiting::of(server, &operation.id).await {
        path = path.replace("{id}", &id.to_string());
    }
    if operation.path.starts_with("/files/") {
        let (id, name, present) = file::fresh(server, operation.id == "restoreFile").await;
        path = path.replace("{id}", &id.to_string()).replace("{name}", &name);
        version = present;
    }
    if operation.id == "detachDomain" {
        attach_domain(server).await;
    }
    let question = match operation.id.as_str() {
        "search" => "?q=eau".to_owned(),
        "countProjects" => "?by=theme".to_owned(),
        "listCoLeads" => format!("?project={}", fresh(server, "projects").await.unwrap()),
        "getTeam" | "getHandOver" | "listVisitCodes" | "listContacts" => {
            format!("?record={}", server.world().bordeaux)
        }
        duplicates if duplicates.starts_with("listLikelyDuplicate") => "?name=eau".to_owned(),
        _ => String::new(),
    };
    let path = path
        .replace("{slug}", "aide")
        .replace("{domain}", "mairie.example.fr");
    let path = format!("/api/v1{path}{question}");
    let body = match into {
        Some(into) => json!({"into": into}),
        None => body(server, &operation.id).await,
    };
    let headers = headers(who, operation, version);
    let sent = if operation.path.ends_with("/files") {
        Some(pieces::document().into())
    } else {
        (!body.is_null()).then(|| body.to_string().into())
    };
    let answer = server
        .client
        .send(&operation.method, &path, headers, sent)
        .await
        .unwrap();
    (
        answer.status,
        format!(
            "{} {path}: {}",
            operation.method,
            text(&answer).chars().take(300).collect::<String>()
        ),
    )
}

/// What a caller says beside the body.
fn headers(who: Option<&Somebody>, operation: &Operation, version: i64) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Some(who) = who {
        headers.insert(
            "authorization",
            HeaderValue::from_str(&format!("Bearer {}", who.token)).unwrap(),
        );
    }
    headers.insert(
        "if-match",
        HeaderValue::from_str(&format!("\"{version}\"")).unwrap(),
    );
    let adds_file = operation.path.ends_with("/files");
    let media_type = if adds_file {
        format!("multipart/form-data; boundary={}", pieces::BOUNDARY)
    } else {
        "application/json".to_owned()
    };
    headers.insert("content-type", HeaderValue::from_str(&media_type).unwrap());
    // What needs no account is counted by its source.
    let source = format!("203.0.113.{}", operation.id.len());
    headers.insert("x-forwarded-for", HeaderValue::from_str(&source).unwrap());
    headers
}

/// Lets a domain stand for Bordeaux.
async fn attach_domain(server: &Server) {
    let (bordeaux, by) = (server.world().bordeaux, Uuid::nil());
    server
        .write_unseen(move |write| write.attach_domain("mairie.example.fr", bordeaux, by))
        .await;
}

async fn body(server: &Server, operation: &str) -> Value {
    match operation {
        "createProject" => json!(project_of(server.world().bordeaux)),
        "createEvent" => json!(event_of(server.world().bordeaux)),
        "createNews" => json!(news_of(server.world().bordeaux)),
        "createSharedResource" => json!(resource_of(server.world().bordeaux)),
        "createExternalInitiative" => json!(inputs::initiative("Par quelqu’un", InitiativeKind::Call)),
        "createThematicGroup" => json!(group_of(server.world().so_cooperation)),
        "createActor" => json!(inputs::actor(ActorKind::Company, "Par quelqu’un")),
        "createPartnerAuthority" => json!(inputs::partner_authority("Par quelqu’un", "MA", None)),
        "createTheme" => json!(inputs::theme(ThemeKind::Topic, "Par quelqu’un", "By somebody")),
        "createCollectivity" => serde_json::to_value(new_commune()).unwrap(),
        "updateCollectivity"
        | "updateProject"
        | "updateNews"
        | "updateSharedResource"
        | "updateExternalInitiative" => json!({"summary": "Dit par une personne."}),
        "askMembership" | "attachDomain" => json!({"record": server.world().bordeaux}),
        "decideMembership" => json!({"state": "accepted", "role": "reader"}),
        "proposeCorrection" => json!({"record": server.world().landes, "wrong": "Rien ne va."}),
        "reportRecord" => json!({"record": server.world().landes, "reason": "spam"}),
        "decideCorrection" => json!({"state": "accepted"}),
        "askCoLead" => {
            let project = fresh(server, "projects").await;
            json!({"project": project, "collectivity": server.world().landes})
        }
        "decideCoLead" => json!({"state": "withdrawn"}),
        "invite" => {
            let email = format!("{}@example.org", Uuid::now_v7());
            json!({"record": server.world().bordeaux, "role": "reader", "email": email})
        }
        "makeVisitCode" => json!({"record": server.world().bordeaux, "role": "reader"}),
        "updateThematicGroup" => json!({"purpose": "Dit par une personne."}),
        "updateEvent" | "updateActor" | "updatePartnerAuthority" | "updateTheme" => {
            json!({"description": "Dit par une personne."})
        }
        "updateAccount" => json!({}),
        "decideModeration" => {
            json!({"act": "accept", "items": [{"kind": "claim", "id": Uuid::nil()}]})
        }
        "undoModeration" => json!({"decisions": [Uuid::nil()]}),
        "updatePlatform" => json!({"name_fr": "Réseau"}),
        "updateSettings" => json!({"first_look": false}),
        "updateUser" => json!({"state": "suspended"}),
        "previewText" => json!({"text": "Des *puits*."}),
        "updateFile" => json!({"title": "Dit par une personne."}),
        restores if restores.starts_with("restore") => json!({}),
        "askSignInLink" => json!({"email": "somebody@example.org"}),
        "confirmSecondFactor" | "showSecondFactor" => json!({"code": "0000"}),
        "signInByPassword" => {
            let email = format!("{}@example.org", Uuid::now_v7());
            json!({"email": email, "password": "trois pommes rouges"})
        }
        "beginOpenId" => json!({}),
        "setContactConsent" => json!({"name": "members", "function": "public", "email": "nobody"}),
        "setPassword" => json!({"password": null}),
        "useSignInLink" => json!({"link": "none"}),
        "useSignInCode" => json!({"id": Uuid::nil(), "browser": "none", "code": "000000"}),
        _ => Value::Null,
    }
}

both_engines! {
    async fn everybody_gets_what_is_theirs_and_no_more(server: &Server) {
        let document: Value = server.json("/api/v1/openapi.json").await;
        let callers = callers::everybody(server).await;
        let mut wrong = Vec::new();
        // What takes something away for good comes last.
        let mut all = operations(&document);
        all.sort_by_key(|operation| {
            let last = operation.id == "eraseAccount";
            // Whoever is invited and asks belongs from then on.
            let asks = operation.id == "askMembership";
            (last, takes_away(&operation.id), asks)
        });
        for operation in &all {
            let Some(row) = expected(&operation.id) else {
                wrong.push(format!("{} is not in the matrix", operation.id));
                continue;
            };
            let alone = [row[ALONE]; 3];
            for ((name, who), expected) in callers.iter().zip(row.into_iter().chain(alone)) {
                if operation.id.starts_with("end") && operation.id != "endOtherSessions" && expected == 204 {
                    continue;
                }
                let (found, told) = status(server, who.as_ref(), operation).await;
                if found != expected {
                    wrong.push(format!("{} by {name}: {found} for {expected}: {told}", operation.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
