//! What a person may write, as far as the pages show it; the server decides.

use crate::address::Address;
use crate::pages::editor::{COPY, FOR};
use aect_client::Client;
use aect_types::given::Rules;
use aect_types::people::{Account, MemberRole, Membership, MembershipState};
use aect_types::policy::Caller;
use aect_types::site::EditorPage;
use aect_types::{Resource, Slug, Uuid, Visibility};
use aect_words::Language;
use aect_words::pages::{editor as words, event_form, merging, sharing, team};
use maud::{Markup, html};
use serde_json::Value;

/// The collectivities and actors that a person writes for.
pub(crate) fn edited_all(account: &Account) -> impl Iterator<Item = &Membership> {
    let writes =
        |one: &&Membership| one.state == MembershipState::Accepted && one.role >= Some(MemberRole::Editor);
    account.memberships.iter().filter(writes)
}

/// The collectivities among them.
pub(crate) fn edited(account: &Account) -> impl Iterator<Item = &Membership> {
    edited_all(account).filter(|one| one.resource == Resource::Collectivities)
}

/// Whether a person may write a record.
pub(crate) fn may_write(account: &Account, resource: Resource, record: &Value) -> bool {
    Rules::of(resource)
        .is_some_and(|rules| Caller::from(account).is_among(rules.change, &owners(resource, record)))
}

/// Whether a person may delete a record, and bring it back.
pub(crate) fn may_delete(account: &Account, resource: Resource, record: &Value) -> bool {
    Rules::of(resource)
        .is_some_and(|rules| Caller::from(account).is_among(rules.delete, &owners(resource, record)))
}

/// Whether a person may enter a record of that kind: for one of those that may own it.
pub(crate) fn may_enter(account: &Account, resource: Resource) -> bool {
    let owns = |one: &Membership| match resource {
        Resource::Projects => one.resource == Resource::Collectivities,
        Resource::ThematicGroups => one.resource == Resource::Actors,
        _ => true,
    };
    let own: Vec<Uuid> = edited_all(account)
        .filter(|one| owns(one))
        .map(|one| one.record)
        .collect();
    Rules::of(resource).is_some_and(|rules| Caller::from(account).is_among(rules.enter, &own))
}

/// Whose a record is, as [`aect_types::given::Given::owners`] has it.
fn owners(resource: Resource, record: &Value) -> Vec<Uuid> {
    let id = |value: &Value| value.get("id")?.as_str()?.parse().ok();
    let list = |name: &str| {
        let items = record.get(name).and_then(Value::as_array);
        items.map(Vec::as_slice).unwrap_or_default()
    };
    let at = |part: &Value, name: &str| part.get(name).and_then(id);
    match resource {
        Resource::Projects => {
            let co_leads = list("collectivities")
                .iter()
                .filter(|part| part.get("role").and_then(Value::as_str) == Some("co_lead"));
            let lead = at(record, "lead").into_iter();
            lead.chain(co_leads.filter_map(|part| at(part, "collectivity")))
                .collect()
        }
        Resource::Events | Resource::News | Resource::Resources => {
            let named = match resource {
                Resource::Events => "organisations",
                Resource::News => "authors",
                _ => "publishers",
            };
            list(named)
                .iter()
                .filter_map(|part| at(part, "collectivity").or_else(|| at(part, "actor")))
                .collect()
        }
        Resource::ThematicGroups => list("animators").iter().filter_map(id).collect(),
        // Nobody’s: everybody’s.
        Resource::ExternalInitiatives => Vec::new(),
        _ => id(record).into_iter().collect(),
    }
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
    if edited_all(&account).next().is_none() && !Caller::from(&account).may_animate() {
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
    let has_team = matches!(resource, Resource::Collectivities | Resource::Actors);
    let begin = |kind: Resource| {
        let href = Address::with_pairs(&EditorPage::New(kind).path(), [(FOR, slug.as_str())]).href();
        (href, words::titles(kind).0)
    };
    let begins = match resource {
        Resource::Collectivities => vec![
            begin(Resource::Projects),
            begin(Resource::Events),
            begin(Resource::News),
        ],
        Resource::Actors => vec![begin(Resource::Events), begin(Resource::News)],
        _ => Vec::new(),
    };
    let copy = (resource == Resource::Events)
        .then(|| Address::with_pairs(&EditorPage::New(resource).path(), [(COPY, slug.as_str())]).href());
    let team = has_team.then(|| EditorPage::Team(resource, slug.clone()).path());
    let shared = (resource == Resource::Projects).then(|| EditorPage::Sharing(resource, slug.clone()).path());
    let merging = Caller::from(&account)
        .may_animate()
        .then(|| EditorPage::Merging(resource, slug.clone()).path());
    let history = EditorPage::History(resource, slug).path();
    Some(html! {
        div.writers {
            @if let Some(note) = note { p.seen-by { (note.of(language)) } }
            a.button href=(change) { (words::CHANGE.of(language)) }
            a.tool href=(history) { (words::HISTORY.of(language)) }
            @for (href, name) in begins { a.tool href=(href) { (name.of(language)) } }
            @if let Some(copy) = copy { a.tool href=(copy) { (event_form::DUPLICATE.of(language)) } }
            @if let Some(merging) = merging { a.tool href=(merging) { (merging::MERGE.of(language)) } }
            @if let Some(shared) = shared { a.tool href=(shared) { (sharing::TITLE.of(language)) } }
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

    #[test]
    fn an_event_is_its_organisers_and_a_group_its_animators() {
        let [one, other] = [1, 2].map(Uuid::from_u128);
        let event = json!({"organisations": [
            {"collectivity": {"id": one}, "actor": null}, {"collectivity": null, "actor": {"id": other}}
        ]});
        assert_eq!(owners(Resource::Events, &event), [one, other]);
        let news = json!({"authors": [{"collectivity": {"id": one}, "actor": null}], "id": Uuid::nil()});
        assert_eq!(owners(Resource::News, &news), [one]);
        let group = json!({"id": Uuid::nil(), "animators": [{"id": other}], "members": [{"id": one}]});
        assert_eq!(owners(Resource::ThematicGroups, &group), [other]);
    }
}
