//! Several of many: what is chosen, with a share or a role beside, and a search for more as one types.

use super::controls::{Slot, small_select};
use super::create;
use super::opened::organisations;
use super::record::{Around, Editor, Field};
use super::shapes::{ACTOR, COLLECTIVITY, Codes, Row, Source, organisation};
use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::ui::node::{live, node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::Resource;
use aect_types::policy::Caller;
use aect_types::projects::CollectivityRole;
use aect_types::query::ListQuery;
use aect_types::text::fold;
use aect_words::pages::{Text, editor as words, initiatives, list, news};
use aect_words::{Language, phrases};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Results shown.
const MOST: usize = 8;
/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// What was found: its identifier or code, and its name.
pub(super) type Found = (String, String);

/// The control.
pub(super) fn view(editor: Editor, field: Field, source: Source) -> Vec<AnyView> {
    if source.owns() && !editor.animates() {
        return vec![chosen(editor, field, source), own(editor, field, source)];
    }
    let typed = RwSignal::new(String::new());
    let found = search(editor, source, typed);
    vec![
        chosen(editor, field, source),
        searching(editor, field, source, typed, found),
        create::view(editor, field, source, typed, found).into_any(),
    ]
}

/// What a field searches for.
const fn label(source: Source) -> Text {
    match source {
        Source::Countries | Source::CountryCodes => words::SEARCH_COUNTRY,
        Source::Interests(_) => words::SEARCH_INTEREST,
        Source::Organisations(_) | Source::Authors => words::SEARCH_ORGANISATION,
        Source::Actors(_) | Source::Records(Resource::Actors) => words::SEARCH_ACTOR,
        Source::Records(Resource::PartnerAuthorities) => words::SEARCH_PARTNER,
        Source::Records(Resource::ExternalInitiatives) => initiatives::SEARCH,
        Source::Records(Resource::Projects) => news::SEARCH_PROJECT,
        Source::Records(Resource::Events) => news::SEARCH_EVENT,
        Source::Collectivities(_) | Source::Records(_) => words::SEARCH_COLLECTIVITY,
    }
}

/// Whether it is searched among what is here.
const fn is_here(source: Source) -> bool {
    matches!(
        source,
        Source::Countries | Source::CountryCodes | Source::Interests(_)
    )
}

/// What the words that are typed find: at once among what is here, else as the API answers.
fn search(editor: Editor, source: Source, typed: RwSignal<String>) -> Loaded<Vec<Found>> {
    let question = move || {
        let words = typed.get().trim().to_owned();
        (words.chars().count() >= 2).then_some(Question {
            key: words,
            after: if is_here(source) { 0 } else { REST },
        })
    };
    data::load(question, move |client: Client, words: String| async move {
        match source {
            source if is_here(source) => Ok(editor.here(source, &words)),
            source if source.owns() => either(client, words).await,
            Source::Actors(_) => there(client, Resource::Actors, words).await,
            Source::Records(resource) => there(client, resource, words).await,
            _ => there(client, Resource::Collectivities, words).await,
        }
    })
}

/// Asks the API.
pub(super) async fn there(client: Client, resource: Resource, words: String) -> Result<Vec<Found>, Error> {
    let query = ListQuery {
        q: Some(words),
        limit: u16::try_from(MOST).ok(),
        ..ListQuery::default()
    };
    let name = match resource {
        Resource::Collectivities => "full_name",
        Resource::Projects | Resource::Events => "title",
        _ => "name",
    };
    let (items, _) = client.items(resource, &query).await?;
    let named = items.iter().filter_map(|item| {
        let text = |name: &str| item.get(name)?.as_str().map(str::to_owned);
        Some((text("id")?, text(name)?))
    });
    Ok(named.collect())
}

/// Asks for collectivities and actors; of each, the best.
async fn either(client: Client, words: String) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for (kind, resource) in [
        (COLLECTIVITY, Resource::Collectivities),
        (ACTOR, Resource::Actors),
    ] {
        let some = there(client.clone(), resource, words.clone()).await?;
        let some = some.into_iter().take(MOST / 2);
        found.extend(some.map(|(id, name)| (organisation(kind, &id), name)));
    }
    Ok(found)
}

impl Editor {
    /// The parts that a collectivity may be given here: another one is asked to lead with the lead, elsewhere.
    fn roles_of(
        self,
        field: Field,
        rank: usize,
        mut codes: Vec<(&'static str, &'static str)>,
    ) -> Vec<(&'static str, &'static str)> {
        let leads = CollectivityRole::CoLead.as_str();
        let row = field
            .rows
            .with_untracked(|rows| rows.get(rank).cloned())
            .unwrap_or_default();
        let own = row.key.parse().is_ok_and(|id| {
            self.around
                .with_value(|Around { account, .. }| Caller::from(account).may_write(&[id]))
        });
        if !own && row.extra != leads {
            codes.retain(|(code, _)| *code != leads);
        }
        codes
    }

    /// Searches through what is here: the beginning of a name first, then of a word.
    fn here(self, source: Source, words: &str) -> Vec<Found> {
        let words = fold(words);
        self.around.with_value(|Around { options, .. }| {
            let themes = match source {
                Source::Interests(_) => options.themes.as_slice(),
                _ => &[],
            };
            let all = || themes.iter().chain(&options.countries);
            let begins = |name: &str| fold(name).starts_with(&words);
            let within = |name: &str| fold(name).contains(&[" ", &words].concat());
            let first = all().filter(|(_, name)| begins(name));
            let then = all().filter(|(_, name)| !begins(name) && within(name));
            first.chain(then).take(MOST).cloned().collect()
        })
    }
}

/// Those that the person writes for, one button each: only animators name others, who could then change the record.
fn own(editor: Editor, field: Field, source: Source) -> AnyView {
    let language = editor.language;
    let add = move |(key, label): Found| {
        let codes = source.codes().map(|(_, codes)| codes);
        choose(field, key, label, codes, language);
        browser::focus(field.spec.id);
    };
    let offers = move || {
        let own = editor
            .around
            .with_value(|Around { account, .. }| organisations(account));
        let free = own
            .into_iter()
            .filter(|(key, _)| field.rows.with(|rows| rows.iter().all(|row| row.key != *key)));
        let buttons: Vec<AnyView> = free.map(|one| offer(one, add, language)).collect();
        (!buttons.is_empty()).then(|| node("ul", "tags", buttons))
    };
    view! { <div id=field.spec.id tabindex="-1" class="chooser">{live(offers)}</div> }.into_any()
}

/// A button that adds what was found.
fn offer(one: Found, add: impl Fn(Found) + Copy + 'static, language: Language) -> AnyView {
    let words = format!("{} {}", words::ADD.of(language), one.1);
    let name = one.1.clone();
    view! { <li><button type="button" class="tool" aria-label=words on:click=move |_| add(one.clone())>"+ " {name}</button></li> }.into_any()
}

/// What is chosen. The list is drawn anew only when something comes or goes: typing a share leaves the focus where it is.
fn chosen(editor: Editor, field: Field, source: Source) -> AnyView {
    let keys = Memo::new(move |_| {
        field.rows.with(|rows| {
            rows.iter()
                .map(|row| (row.key.clone(), row.label.clone()))
                .collect::<Vec<_>>()
        })
    });
    let row = move |(rank, (key, label)): (usize, (String, String))| {
        let name = label.clone();
        let remove = move |_| {
            field.rows.update(|rows| rows.retain(|row| row.key != key));
            browser::focus(field.spec.id);
        };
        let words = format!("{} {name}", words::REMOVE.of(editor.language));
        view! {
            <li class="chosen">
                {told("span", "chosen-name", label)}
                {beside(editor, field, source, rank, &name, keys)}
                <button type="button" class="tool" aria-label=words on:click=remove>{words::REMOVE.of(editor.language)}</button>
            </li>
        }
        .into_any()
    };
    live(move || {
        let rows: Vec<AnyView> = keys.get().into_iter().enumerate().map(row).collect();
        let shared = matches!(source, Source::Countries) && rows.len() > 1;
        (!rows.is_empty()).then(|| {
            view! {
                <ul class="chosen-list">{rows}</ul>
                {shared.then(|| told("p", "hint", words::SHARES_HELP.of(editor.language)))}
            }
            .into_any()
        })
    })
}

/// A share or a role beside what is chosen.
fn beside(
    editor: Editor,
    field: Field,
    source: Source,
    rank: usize,
    name: &str,
    keys: Memo<Vec<Found>>,
) -> Option<AnyView> {
    let value = move || {
        field
            .rows
            .with(|rows| rows.get(rank).map(|row| row.extra.clone()).unwrap_or_default())
    };
    let write = move |extra: String| {
        field.rows.update(|rows| {
            if let Some(row) = rows.get_mut(rank) {
                row.extra = extra;
            }
        });
    };
    if let Some((what, codes)) = source.codes() {
        let label = format!("{} – {name}", what.of(editor.language));
        let codes = codes(editor.language);
        let codes = match source {
            Source::Collectivities(_) => editor.roles_of(field, rank, codes),
            _ => codes,
        };
        return Some(small_select(label, codes, value, write));
    }
    // The share of one country alone is the whole.
    if !matches!(source, Source::Countries) || keys.with_untracked(Vec::len) < 2 {
        return None;
    }
    let label = format!("{} – {name}", words::SHARE.of(editor.language));
    let id = format!("{}/{rank}/share_percent", field.spec.id);
    Some(
        view! {
            <input type="text" class="chosen-share" inputmode="numeric" id=id aria-label=label autocomplete="off"
                placeholder="%" prop:value=value on:input=move |event| write(event_target_value(&event)) />
        }
        .into_any(),
    )
}

/// The search and what it finds.
fn searching(
    editor: Editor,
    field: Field,
    source: Source,
    typed: RwSignal<String>,
    found: Loaded<Vec<Found>>,
) -> AnyView {
    let (id, language) = (field.spec.id, editor.language);
    let add = move |(key, label): Found| {
        let codes = source.codes().map(|(_, codes)| codes);
        choose(field, key, label, codes, language);
        typed.set(String::new());
        browser::focus(id);
    };
    let free = move || {
        let found = found.value.get()?;
        let taken = |key: &str| field.rows.with(|rows| rows.iter().any(|row| row.key == key));
        Some(
            found
                .into_iter()
                .filter(|(key, _)| !taken(key))
                .collect::<Vec<_>>(),
        )
    };
    // Enter takes the first, and does not send the form.
    let enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            let first = untrack(free).and_then(|found| found.into_iter().next());
            first.into_iter().for_each(add);
        }
    };
    let results = move || {
        if found.error.with(Option::is_some) {
            return Some(told("p", "hint", words::SEARCH_FAILED.of(language)));
        }
        let options: Vec<AnyView> = free()?.into_iter().map(|one| offer(one, add, language)).collect();
        (!options.is_empty()).then(|| view! { <ul class="tags">{options}</ul> }.into_any())
    };
    let said = move || {
        let count = u64::try_from(free()?.len()).unwrap_or_default();
        Some(match count {
            0 => words::SEARCH_NONE.of(language).to_owned(),
            count => phrases::counted(count, list::RESULTS, crate::intl::Browser(language)),
        })
    };
    view! {
        <div class="chooser">
            <label class="hint" for=id>{label(source).of(language)}</label>
            <input type="search" id=id autocomplete="off" spellcheck="false"
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event)) on:keydown=enter />
            <p class="hint" role="status">{live(said)}</p>
            {live(move || found.slow.get().then(|| states::skeleton(1)))}
            {live(results)}
        </div>
    }
    .into_any()
}

/// Who pays: the name of an actor, or any name.
pub(super) fn payer(editor: Editor, slot: Slot, id: String, label: Text) -> AnyView {
    let name = Slot {
        of: |row| &mut row.label,
        ..slot
    };
    // Whoever goes on typing means somebody else.
    let typed = RwSignal::new(String::new());
    let retype = {
        let id = id.clone();
        move |event: web_sys::Event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            let words = target
                .filter(|target| target.id() == id)
                .map(|target| target.value());
            if let Some(words) = words {
                slot.write(String::new());
                typed.set(words);
            }
        }
    };
    let found = search(editor, Source::Records(Resource::Actors), typed);
    let option = move |(key, label): Found| {
        let take = move |label: String, key: String| {
            name.write(label);
            slot.write(key);
            typed.set(String::new());
        };
        let (shown, words) = (
            label.clone(),
            format!("{} {label}", words::CHOOSE_ONE.of(editor.language)),
        );
        view! { <li><button type="button" class="tool" aria-label=words on:click=move |_| take(label.clone(), key.clone())>{shown}</button></li> }.into_any()
    };
    let results = move || {
        let options: Vec<AnyView> = found.value.get()?.into_iter().map(option).collect();
        (!options.is_empty()).then(|| node("ul", "tags", options))
    };
    view! {
        <div class="field-part chooser" on:input=retype>
            <label for=id.clone()>{told("span", "", label.of(editor.language))}</label>
            {name.input("text", id)}
            {live(results)}
        </div>
    }
    .into_any()
}

/// Adds what was found: as a partner where that is one of its roles, else with the first of them.
pub(super) fn choose(field: Field, key: String, label: String, codes: Option<Codes>, language: Language) {
    let codes = codes.map(|codes| codes(language)).unwrap_or_default();
    let partner = codes
        .iter()
        .find(|(code, _)| *code == CollectivityRole::Partner.as_str());
    let extra = partner.or(codes.first()).map(|(code, _)| (*code).to_owned());
    field.rows.update(|rows| {
        rows.push(Row {
            key,
            label,
            extra: extra.unwrap_or_default(),
        });
    });
}
