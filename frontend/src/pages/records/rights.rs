//! What a person may write, as far as the pages show it; the server decides.

use aect_client::Client;
use aect_types::people::{Account, MemberRole, Membership, MembershipState};
use aect_types::policy::Caller;
use aect_types::site::EditorPage;
use aect_types::{Resource, Slug, Uuid, Visibility};
use aect_words::Language;
use aect_words::pages::{editor as words, team};
use maud::{Markup, html};
use serde_json::Value;

/// The collectivities that a person writes for.
pub(crate) fn edited(account: &Account) -> impl Iterator<Item = &Membership> {
    account.memberships.iter().filter(|one| {
        one.resource == Resource::Collectivities
            && one.state == MembershipState::Accepted
            && one.role >= Some(MemberRole::Editor)
    })
}

/// Whether a person may write a record.
pub(crate) fn may_write(account: &Account, resource: Resource, record: &Value) -> bool {
    Caller::from(account).may_write(&owners(resource, record))
}

/// Whose a record is, as [`aect_types::given::Given::owners`] has it.
fn owners(resource: Resource, record: &Value) -> Vec<Uuid> {
    let id = |value: &Value| value.get("id")?.as_str()?.parse().ok();
    if resource == Resource::Collectivities {
        return id(record).into_iter().collect();
    }
    let parts = record.get("collectivities").and_then(Value::as_array);
    let leads = parts.map(Vec::as_slice).unwrap_or_default().iter();
    let leads = leads.filter(|part| part.get("role").and_then(Value::as_str) == Some("co_lead"));
    let leads = leads.filter_map(|part| part.get("collectivity"));
    record
        .get("lead")
        .into_iter()
        .chain(leads)
        .filter_map(id)
        .collect()
}

/// What stands above a record for those who may write it: who sees it, and the ways to its editor and its history.
pub(crate) async fn above(
    client: Client,
    resource: Resource,
    slug: Slug,
    language: Language,
) -> Option<Markup> {
    // The record is there without: whoever cannot be asked now has one button less.
    let account = client.account().await.ok()?;
    // Most members write nothing: they are spared the second question.
    if edited(&account).next().is_none() && !Caller::from(&account).may_animate() {
        return None;
    }
    let record: Value = client
        .json(&client.site().record(resource, slug.as_str()))
        .await
        .ok()?;
    if !may_write(&account, resource, &record) {
        return None;
    }
    // A former address leads to the present one.
    let slug: Slug = record.get("slug")?.as_str()?.parse().ok()?;
    let visibility = record.get("visibility")?.as_str()?.parse().ok();
    let note = match visibility {
        Some(Visibility::Draft) => Some(words::DRAFT_NOTE),
        Some(Visibility::Members) => Some(words::MEMBERS_NOTE),
        _ => None,
    };
    let change = EditorPage::Record(resource, slug.clone()).path();
    let has_team = resource == Resource::Collectivities;
    let team = has_team.then(|| EditorPage::Team(resource, slug.clone()).path());
    let history = EditorPage::History(resource, slug).path();
    Some(html! {
        div.writers {
            @if let Some(note) = note { p.seen-by { (note.of(language)) } }
            a.button href=(change) { (words::CHANGE.of(language)) }
            a.tool href=(history) { (words::HISTORY.of(language)) }
            @if let Some(team) = team { a.tool href=(team) { (team::TEAM.of(language)) } }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_project_is_its_leads() {
        let [lead, with, partner] = [1, 2, 3].map(Uuid::from_u128);
        let part = |id: Uuid, role: &str| json!({"collectivity": {"id": id}, "role": role});
        let record = json!({
            "id": Uuid::nil(), "lead": {"id": lead}, "collectivities": [part(with, "co_lead"), part(partner, "partner")]
        });
        assert_eq!(owners(Resource::Projects, &record), [lead, with]);
        assert_eq!(owners(Resource::Collectivities, &record), [Uuid::nil()]);
        let nobodys = json!({"lead": null, "collectivities": []});
        assert!(owners(Resource::Projects, &nobodys).is_empty());
    }
}
