//! Who did what, to whom.

use crate::data::{self, Loaded, Question};
use crate::intl;
use crate::ui::node::{linked, live, node, told};
use crate::ui::states;
use aect_client::Client;
use aect_types::audit::{Act, ActKind, ActPerson};
use aect_types::moderation::{ModerationAct, ModerationKind};
use aect_types::people::{MemberRole, MembershipState, UserRole, UserState};
use aect_types::{Page, site};
use aect_words::pages::animation as words;
use aect_words::{Labelled, Language};
use js_sys::Date;
use leptos::prelude::*;
use std::str::FromStr;

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let kind = RwSignal::new(String::new());
    let before = RwSignal::new(String::new());
    let question = move || {
        let pairs = [("act", kind.get()), ("cursor", before.get())];
        let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let said: Vec<String> = said.map(|(name, value)| [name, "=", &value].concat()).collect();
        Some(Question::now(said.join("&")))
    };
    let loaded: Loaded<Page<Act>> = data::load(question, |client: Client, question: String| async move {
        client.acts(&question).await
    });
    let option =
        |one: &ActKind| view! { <option value=one.as_str()>{one.label(language)}</option> }.into_any();
    let choose = move |event| {
        before.set(String::new());
        kind.set(event_target_value(&event));
    };
    view! {
        {told("p", "lead", words::ACTS_INTRODUCTION.of(language))}
        <div class="field">
            <label for="act">{words::ACTS_KIND.of(language)}</label>
            <select id="act" on:change=choose>
                <option value="">{words::ALL.of(language)}</option>
                {ActKind::ALL.iter().map(option).collect::<Vec<_>>()}
            </select>
        </div>
        {states::part(loaded, move |page| table(page, before, language))}
    }
    .into_any()
}

fn table(page: &Page<Act>, before: RwSignal<String>, language: Language) -> AnyView {
    if page.items.is_empty() {
        return told("p", "hint", words::ACTS_NONE.of(language));
    }
    let heads = [words::WHEN, words::WHO, words::WHAT, words::TO_WHOM];
    let heads = heads.map(|head| view! { <th scope="col">{head.of(language)}</th> }.into_any());
    let rows = page.items.iter().map(|act| row(act, language)).collect();
    let next = page.next.clone();
    let more = move || {
        let next = next.clone()?;
        let press = move |_| before.set(next.clone());
        Some(
            view! { <button type="button" class="button" on:click=press>{words::ACTS_MORE.of(language)}</button> },
        )
    };
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words::ACTS.of(language)>
            <table>
                <caption class="visually-hidden">{words::ACTS.of(language)}</caption>
                <thead><tr>{heads.into_iter().collect::<Vec<_>>()}</tr></thead>
                {node("tbody", "", rows)}
            </table>
        </div>
        <div class="tools">{live(more)}</div>
    }
    .into_any()
}

fn row(act: &Act, language: Language) -> AnyView {
    let at = intl::moment(Date::parse(&act.at.to_string()), language);
    let actor = act.actor.as_ref().map_or_else(
        || words::COMMAND.of(language).to_owned(),
        |actor| named(actor, language),
    );
    let mut what = act.act.label(language).to_owned();
    if let Some(detail) = &act.detail {
        let words = detail
            .split(' ')
            .map(|word| spelt(word, language).unwrap_or(word));
        what = [&what, " – ", &words.collect::<Vec<_>>().join(" ")].concat();
    }
    let mut whom = Vec::new();
    if let Some(person) = &act.person {
        whom.push(told("div", "", named(person, language)));
    }
    if let Some(record) = &act.record {
        let href = site::record(record.resource, record.slug.as_str());
        whom.push(match href {
            Some(href) => linked(&href, "", record.name.clone()),
            None => told("div", "", record.name.clone()),
        });
    }
    let cells = vec![
        told("td", "", at),
        told("td", "", actor),
        told("td", "", what),
        node("td", "", whom),
    ];
    node("tr", "", cells)
}

/// What a code of a detail is called; what is none stays as it is.
fn spelt(word: &str, language: Language) -> Option<&'static str> {
    fn of<T: FromStr + Labelled>(word: &str, language: Language) -> Option<&'static str> {
        word.parse::<T>().ok().map(|code| code.label(language))
    }
    let words = match word {
        "attached" => words::ATTACHED,
        "detached" => words::DETACHED,
        "deleted" => words::DELETED,
        "restored" => words::RESTORED,
        "undone" => words::DECISION_UNDONE,
        "first_look" => words::LOOK,
        "platform" => words::IDENTITY_SET,
        "true" => words::YES,
        "false" => words::NO,
        "domain" => words::BY_DOMAIN,
        "visit" => words::BY_VISIT,
        "command" => words::BY_COMMAND,
        "invited" => words::BY_INVITATION,
        code => {
            return of::<MembershipState>(code, language)
                .or_else(|| of::<MemberRole>(code, language))
                .or_else(|| of::<UserRole>(code, language))
                .or_else(|| of::<UserState>(code, language))
                .or_else(|| of::<ModerationKind>(code, language))
                .or_else(|| of::<ModerationAct>(code, language));
        }
    };
    Some(words.of(language))
}

fn named(person: &ActPerson, language: Language) -> String {
    let forgotten = || words::FORGOTTEN.of(language).to_owned();
    person.name.clone().unwrap_or_else(forgotten)
}
