//! The key facts of a project, each exactly as it was said.

use crate::intl::Browser;
use crate::language::use_language;
use crate::names::use_names;
use crate::ui::citation::{fact, fact_if, fact_text, section, tags};
use crate::ui::node::{link, live, node, present, text, told};
use crate::ui::rows::{doubt, status_class};
use crate::{intl, phrases, routes};
use aect_types::projects::Project;
use aect_words::pages::{projects as words, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// Who, where, when, for how much.
pub(super) fn facts(record: &Project, language: Language) -> AnyView {
    let lead = match &record.lead {
        Some(lead) => Some(link(routes::collectivity(lead.slug.as_str()), lead.name.clone())),
        None => record.lead_name.clone().map(text),
    };
    let parent = record.parent.as_ref();
    let others = (!record.other_participants.is_empty()).then(|| record.other_participants.join(", "));
    let facts = present([
        Some(fact(words::STATUS, status(record, language))),
        fact_if(words::LEAD, lead),
        fact_if(words::COLLECTIVITIES, collectivities(record, language)),
        fact_if(words::PARTNER_AUTHORITIES, partners(record, language)),
        fact_if(words::ACTORS, actors(record, language)),
        fact_text(words::OTHER_PARTICIPANTS, others),
        fact_if(words::COUNTRIES, countries(record, language)),
        fact_text(words::AREA, record.area.clone()),
        Some(fact(words::DATES, dates(record, language))),
        fact_text(words::MONEY, budget(record, language)),
        fact_if(words::THEMES, themes(record, language)),
        sdgs(record, language),
        fact_if(
            words::PARENT,
            parent.map(|parent| link(routes::project(parent.slug.as_str()), parent.title.clone())),
        ),
    ]);
    section(words::KEY_FACTS, vec![node("dl", "facts", facts)])
}

fn status(record: &Project, language: Language) -> AnyView {
    let stated_on = record.stated_on();
    let said = phrases::status(record.status, stated_on, Browser(language));
    let note = record
        .status_note
        .as_ref()
        .map(|note| told("p", "", phrases::capitalised(note)));
    let parts = present([
        Some(told("span", status_class(record.status), said)),
        record.to_confirm.then(|| text(" ")),
        record.to_confirm.then(|| doubt(language)),
        note,
        stated_on.map(|_| told("p", "small", words::DATED_STATUS_NOTE.of(language))),
    ]);
    node("div", "", parts)
}

/// Some names, each with a word on it; nothing where there are none.
fn names_with(items: Vec<(AnyView, String)>) -> Option<AnyView> {
    let mut lines = Vec::with_capacity(items.len());
    for (name, hint) in items {
        lines.push(node("li", "", vec![name, text(" "), told("span", "hint", hint)]));
    }
    (!lines.is_empty()).then(|| node("ul", "plain", lines))
}

fn collectivities(record: &Project, language: Language) -> Option<AnyView> {
    let mut items = Vec::new();
    for part in &record.collectivities {
        let href = routes::collectivity(part.collectivity.slug.as_str());
        items.push((
            link(href, part.collectivity.name.clone()),
            part.role.label(language).to_owned(),
        ));
    }
    names_with(items)
}

fn partners(record: &Project, language: Language) -> Option<AnyView> {
    let mut items = Vec::new();
    for partner in &record.partner_authorities {
        items.push((
            text(partner.name.clone()),
            intl::country(partner.country.as_str(), language),
        ));
    }
    names_with(items)
}

fn actors(record: &Project, language: Language) -> Option<AnyView> {
    let mut items = Vec::new();
    for part in &record.actors {
        items.push((
            text(part.actor.name.clone()),
            part.role.label(language).to_owned(),
        ));
    }
    names_with(items)
}

fn countries(record: &Project, language: Language) -> Option<AnyView> {
    let mut links = Vec::new();
    for share in &record.countries {
        let code = share.country.as_str();
        let mut name = intl::country(code, language);
        if let Some(percent) = share.share_percent {
            name = format!("{name} ({percent}\u{a0}%)");
        }
        links.push((format!("{}?country={code}", routes::PROJECTS), name));
    }
    tags(links)
}

fn themes(record: &Project, language: Language) -> Option<AnyView> {
    let mut links = Vec::new();
    for theme in &record.themes {
        let name = match language {
            Language::Fr => theme.name_fr.clone(),
            Language::En => theme.name_en.clone(),
        };
        links.push((format!("{}?theme={}", routes::PROJECTS, theme.slug), name));
    }
    tags(links)
}

/// The goals, by their names once these are known.
fn sdgs(record: &Project, language: Language) -> Option<AnyView> {
    let (names, numbers) = (use_names(), record.sdgs.clone());
    let shown = move || {
        let mut links = Vec::new();
        for number in &numbers {
            let number = number.to_string();
            let name = format!("{number}. {}", names.sdg(&number, language));
            links.push((format!("{}?sdg={number}", routes::PROJECTS), name));
        }
        tags(links)
    };
    let note = told("p", "small", words::SDGS_NOTE.of(language));
    (!record.sdgs.is_empty()).then(|| fact(words::SDGS, node("div", "", vec![live(shown), note])))
}

fn dates(record: &Project, language: Language) -> AnyView {
    let period = phrases::period(record.start_date, record.end_date, Browser(language));
    let said = period.unwrap_or_else(|| words::NO_DATES.of(language).to_owned());
    let note = record
        .start_note
        .as_ref()
        .map(|note| told("span", "hint", format!(" ({note})")));
    node(
        "span",
        "",
        present([Some(text(phrases::capitalised(&said))), note]),
    )
}

fn budget(record: &Project, language: Language) -> Option<String> {
    let range = record
        .budget
        .and_then(|range| phrases::money(range, Browser(language)));
    match (range, &record.budget_note) {
        (Some(range), Some(note)) => Some(format!("{} ({note})", phrases::capitalised(&range))),
        (range, note) => range
            .or_else(|| note.clone())
            .map(|text| phrases::capitalised(&text)),
    }
}

/// The funding lines, as a table.
pub(super) fn funding(record: &Project) -> Option<AnyView> {
    let language = use_language();
    let unknown = || shell::UNKNOWN.of(language).to_owned();
    let mut lines = Vec::new();
    for line in &record.funding_lines {
        let funder = line
            .funder
            .as_ref()
            .map(|funder| funder.name.clone())
            .or_else(|| line.funder_name.clone());
        let amount = line
            .amount
            .map(|amount| phrases::euros(amount.amount_cents, Browser(language)));
        let cells = vec![
            view! { <th scope="row">{funder.unwrap_or_else(unknown)}</th> }.into_any(),
            told("td", "", line.scheme.clone().unwrap_or_default()),
            told("td", "number", amount.unwrap_or_else(unknown)),
            told(
                "td",
                "",
                line.year.map(|year| year.to_string()).unwrap_or_default(),
            ),
            told("td", "", line.state.label(language)),
        ];
        lines.push(node("tr", "", cells));
    }
    let heads = [
        words::FUNDER,
        words::SCHEME,
        words::AMOUNT,
        words::YEAR,
        words::STATE,
    ];
    let heads = heads.map(|name| view! { <th scope="col">{name.of(language)}</th> }.into_any());
    (!lines.is_empty()).then(|| {
        let head = node("thead", "", vec![node("tr", "", heads.into())]);
        let table = node("table", "", vec![head, node("tbody", "", lines)]);
        let frame = view! {
            <div class="table" tabindex="0" role="region" aria-label=words::FUNDING.of(language)>{table}</div>
        };
        section(words::FUNDING, vec![frame.into_any()])
    })
}
