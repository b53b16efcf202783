//! What tests of writing share: who writes, how it is sent, how the answer is read.

use aect_client::Answer;
use aect_tests::Server;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_types::Problem;
use aect_types::people::MemberRole;
use serde_json::Value;

/// An editor of Bordeaux.
pub(crate) async fn marie(server: &Server) -> Somebody {
    let bordeaux = server.world().bordeaux;
    server
        .member("marie@mairie-bordeaux.fr", bordeaux, MemberRole::Editor)
        .await
}

/// The tag of a version.
pub(crate) fn tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// The JSON of an answer.
pub(crate) fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", text(answer)))
}

/// The JSON of an answer that has that status.
pub(crate) fn with_status(answer: &Answer, status: u16) -> Value {
    assert_eq!(answer.status, status, "{}", text(answer));
    json_of(answer)
}

/// The problem that an answer of that status is.
pub(crate) fn problem(answer: &Answer, status: u16) -> Problem {
    assert_eq!(answer.status, status, "{}", text(answer));
    answer.problem().unwrap()
}

/// The fields that a 422 names, as it names them.
pub(crate) fn wrong(answer: &Answer) -> Vec<String> {
    let named = problem(answer, 422).errors.into_iter();
    named.filter_map(|error| error.pointer).collect()
}

/// The fields that a problem names, in order.
pub(crate) fn pointers(problem: &Problem) -> Vec<&str> {
    let mut named: Vec<&str> = problem
        .errors
        .iter()
        .filter_map(|error| error.pointer.as_deref())
        .collect();
    named.sort_unstable();
    named
}

/// Enters a record.
pub(crate) async fn post(who: &Somebody, resource: &str, body: &Value) -> Answer {
    let path = format!("/api/v1/{resource}");
    who.ask("POST", &path, &[], Some(&body.to_string())).await
}

/// Changes a version of a record.
pub(crate) async fn patch(who: &Somebody, path: &str, version: i64, body: &Value) -> Answer {
    let version = tag(version);
    who.ask("PATCH", path, &[("if-match", &version)], Some(&body.to_string()))
        .await
}

/// Deletes a version of a record.
pub(crate) async fn delete(who: &Somebody, path: &str, version: i64) -> Answer {
    who.ask("DELETE", path, &[("if-match", &tag(version))], None)
        .await
}

/// Brings a record back.
pub(crate) async fn restore(who: &Somebody, path: &str, version: i64) -> Answer {
    let path = format!("{path}/restore");
    who.ask("POST", &path, &[("if-match", &tag(version))], Some("{}"))
        .await
}

/// The status of a record for somebody.
pub(crate) async fn seen_by(who: &Somebody, path: &str) -> u16 {
    who.ask("GET", path, &[], None).await.status
}

/// An answer once what another one wrote can be read.
pub(crate) async fn read_after(server: &Server, written: &Answer, path: &str) -> Answer {
    let position = written.header("journal-position").unwrap();
    server.get_with(path, &[("journal-at-least", position)]).await
}

/// A body with each of the changes made to it alone, and the field that it makes wrong.
pub(crate) fn each_wrong<'a>(
    whole: &'a Value,
    changes: &'a [(Value, &'a str)],
) -> impl Iterator<Item = (Value, &'a str)> {
    changes.iter().map(|(change, field)| {
        let mut body = whole.clone();
        let said = change.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(said);
        (body, *field)
    })
}
