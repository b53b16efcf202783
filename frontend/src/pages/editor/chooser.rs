//! Several of many: what is chosen, with a share or a role beside, and a search for more as one types.

use super::controls::small_select;
use super::record::{Around, Editor, Field};
use super::shapes::{Codes, Row, Source};
use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::Resource;
use aect_types::projects::CollectivityRole;
use aect_types::query::ListQuery;
use aect_types::text::fold;
use aect_words::pages::{Text, editor as words, list};
use aect_words::{Language, phrases};
use leptos::prelude::*;

/// Results shown.
const MOST: usize = 8;
/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// What was found: its identifier or code, and its name.
type Found = (String, String);

/// The control.
pub(super) fn view(editor: Editor, field: Field, source: Source) -> Vec<AnyView> {
    let typed = RwSignal::new(String::new());
    let found = search(editor, source, typed);
    vec![
        chosen(editor, field, source),
        searching(editor, field, source, typed, found),
    ]
}

/// What a field searches for.
const fn label(source: Source) -> Text {
    match source {
        Source::Countries => words::SEARCH_COUNTRY,
        Source::Interests(_) => words::SEARCH_INTEREST,
        Source::Collectivities(_) => words::SEARCH_COLLECTIVITY,
        Source::Actors(_) => words::SEARCH_ACTOR,
        Source::PartnerAuthorities => words::SEARCH_PARTNER,
    }
}

/// What the words that are typed find: at once among what is here, else as the API answers.
fn search(editor: Editor, source: Source, typed: RwSignal<String>) -> Loaded<Vec<Found>> {
    let question = move || {
        let words = typed.get().trim().to_owned();
        let here = matches!(source, Source::Countries | Source::Interests(_));
        (words.chars().count() >= 2).then_some(Question {
            key: words,
            after: if here { 0 } else { REST },
        })
    };
    data::load(question, move |client: Client, words: String| async move {
        match source {
            Source::Countries | Source::Interests(_) => Ok(editor.here(source, &words)),
            source => there(client, source, words).await,
        }
    })
}

/// Asks the API.
async fn there(client: Client, source: Source, words: String) -> Result<Vec<Found>, Error> {
    let query = ListQuery {
        q: Some(words),
        limit: u16::try_from(MOST).ok(),
        ..ListQuery::default()
    };
    let (resource, name) = match source {
        Source::Collectivities(_) => (Resource::Collectivities, "full_name"),
        Source::Actors(_) => (Resource::Actors, "name"),
        _ => (Resource::PartnerAuthorities, "name"),
    };
    let (items, _) = client.items(resource, &query).await?;
    let named = items.iter().filter_map(|item| {
        let text = |name: &str| item.get(name)?.as_str().map(str::to_owned);
        Some((text("id")?, text(name)?))
    });
    Ok(named.collect())
}

impl Editor {
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
        return Some(small_select(label, codes, editor.language, value, write));
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
    let option = move |one: Found| {
        let words = format!("{} {}", words::ADD.of(language), one.1);
        let name = one.1.clone();
        view! { <li><button type="button" class="tool" aria-label=words on:click=move |_| add(one.clone())>"+ " {name}</button></li> }.into_any()
    };
    let results = move || {
        if found.error.with(Option::is_some) {
            return Some(told("p", "hint", words::SEARCH_FAILED.of(language)));
        }
        let options: Vec<AnyView> = free()?.into_iter().map(option).collect();
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

/// Adds what was found: as a partner where that is one of its roles, else with the first of them.
fn choose(field: Field, key: String, label: String, codes: Option<Codes>, language: Language) {
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
