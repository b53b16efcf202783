//! The key facts of a project, each exactly as it was said.

use crate::names::use_names;
use crate::ui::citation::{fact, fact_if, tags};
use crate::ui::rows::status_class;
use crate::{intl, phrases, routes};
use aect_types::projects::{FundingLine, Project};
use aect_types::themes::ThemeRef;
use aect_words::pages::{Text, projects as words, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// Who, where, when, for how much.
pub(super) fn facts(record: &Project, language: Language) -> AnyView {
    let names = use_names();
    let countries = record.countries.iter().map(|share| {
        let code = share.country.as_str();
        let percent = share
            .share_percent
            .map(|percent| format!(" ({percent}\u{a0}%)"))
            .unwrap_or_default();
        (
            format!("{}?country={code}", routes::PROJECTS),
            format!("{}{percent}", intl::country(code, language)),
        )
    });
    let theme = |theme: &ThemeRef| {
        let name = match language {
            Language::Fr => theme.name_fr.clone(),
            Language::En => theme.name_en.clone(),
        };
        (format!("{}?theme={}", routes::PROJECTS, theme.slug), name)
    };
    let sdgs = record.sdgs.clone();
    let sdgs = move || {
        let link = |number: &i16| {
            let number = number.to_string();
            (
                format!("{}?sdg={number}", routes::PROJECTS),
                format!("{number}. {}", names.sdg(&number, language)),
            )
        };
        tags(sdgs.iter().map(link).collect()).map(|tags| {
            let note = view! { <p class="small">{words::SDGS_NOTE.of(language)}</p> };
            fact(words::SDGS.of(language), view! { {tags}{note} })
        })
    };
    view! {
        <section>
            <h2>{words::KEY_FACTS.of(language)}</h2>
            <dl class="facts">
                {fact(words::STATUS.of(language), status(record, language))}
                {fact_if(words::LEAD.of(language), lead(record))}
                {fact_if(words::COLLECTIVITIES.of(language), collectivities(record, language))}
                {fact_if(words::PARTNER_AUTHORITIES.of(language), partners(record, language))}
                {fact_if(words::ACTORS.of(language), actors(record, language))}
                {fact_if(words::OTHER_PARTICIPANTS.of(language), joined(&record.other_participants))}
                {tags(countries.collect()).map(|tags| fact(words::COUNTRIES.of(language), tags))}
                {fact_if(words::AREA.of(language), record.area.clone())}
                {fact(words::DATES.of(language), dates(record, language))}
                {fact_if(words::MONEY.of(language), budget(record, language))}
                {tags(record.themes.iter().map(theme).collect()).map(|tags| fact(words::THEMES.of(language), tags))}
                {sdgs}
                {fact_if(words::PARENT.of(language), record.parent.as_ref().map(|parent| {
                    view! { <a href=routes::project(parent.slug.as_str())>{parent.title.clone()}</a> }
                }))}
            </dl>
        </section>
    }
    .into_any()
}

fn status(record: &Project, language: Language) -> AnyView {
    let stated_on = record.stated_on();
    let words_of = phrases::status(record.status, stated_on, language);
    view! {
        <span class=status_class(record.status)>{words_of}</span>
        {record.to_confirm.then(|| view! { " "<span class="badge badge-doubt">{shell::TO_CONFIRM.of(language)}</span> })}
        {record.status_note.clone().map(|note| view! { <p>{phrases::capitalised(&note)}</p> })}
        {stated_on.map(|_| view! { <p class="small">{words::DATED_STATUS_NOTE.of(language)}</p> })}
    }
    .into_any()
}

fn lead(record: &Project) -> Option<AnyView> {
    match &record.lead {
        Some(lead) => Some(
            view! { <a href=routes::collectivity(lead.slug.as_str())>{lead.name.clone()}</a> }.into_any(),
        ),
        None => record.lead_name.clone().map(IntoAny::into_any),
    }
}

fn collectivities(record: &Project, language: Language) -> Option<AnyView> {
    let part = |part: &aect_types::projects::CollectivityPart| {
        let href = routes::collectivity(part.collectivity.slug.as_str());
        view! { <li><a href=href>{part.collectivity.name.clone()}</a>" "<span class="hint">{part.role.label(language)}</span></li> }
    };
    (!record.collectivities.is_empty()).then(|| {
        view! { <ul class="plain">{record.collectivities.iter().map(part).collect_view()}</ul> }.into_any()
    })
}

fn partners(record: &Project, language: Language) -> Option<AnyView> {
    let partner = |partner: &aect_types::partner_authorities::PartnerAuthorityRef| {
        let country = intl::country(partner.country.as_str(), language);
        view! { <li>{partner.name.clone()}" "<span class="hint">{country}</span></li> }
    };
    (!record.partner_authorities.is_empty()).then(|| {
        view! { <ul class="plain">{record.partner_authorities.iter().map(partner).collect_view()}</ul> }
            .into_any()
    })
}

fn actors(record: &Project, language: Language) -> Option<AnyView> {
    let actor = |part: &aect_types::projects::ActorPart| {
        view! { <li>{part.actor.name.clone()}" "<span class="hint">{part.role.label(language)}</span></li> }
    };
    (!record.actors.is_empty())
        .then(|| view! { <ul class="plain">{record.actors.iter().map(actor).collect_view()}</ul> }.into_any())
}

fn joined(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

fn dates(record: &Project, language: Language) -> AnyView {
    let period = phrases::period(record.start_date, record.end_date, language);
    let said = period.unwrap_or_else(|| words::NO_DATES.of(language).to_owned());
    view! {
        {phrases::capitalised(&said)}
        {record.start_note.clone().map(|note| view! { " "<span class="hint">"("{note}")"</span> })}
    }
    .into_any()
}

fn budget(record: &Project, language: Language) -> Option<String> {
    let range = record.budget.and_then(|range| phrases::money(range, language));
    match (range, &record.budget_note) {
        (Some(range), Some(note)) => Some(format!("{} ({note})", phrases::capitalised(&range))),
        (range, note) => range
            .or_else(|| note.clone())
            .map(|text| phrases::capitalised(&text)),
    }
}

/// The funding lines, as a table.
pub(super) fn funding(record: &Project, language: Language) -> Option<AnyView> {
    let head = |name: Text| view! { <th scope="col">{name.of(language)}</th> };
    let row = |line: &FundingLine| {
        let funder = line
            .funder
            .as_ref()
            .map(|funder| funder.name.clone())
            .or_else(|| line.funder_name.clone());
        let amount = line
            .amount
            .map(|amount| intl::euros(amount.amount_cents, language));
        let unknown = || shell::UNKNOWN.of(language).to_owned();
        view! {
            <tr>
                <th scope="row">{funder.unwrap_or_else(unknown)}</th>
                <td>{line.scheme.clone()}</td>
                <td class="number">{amount.unwrap_or_else(unknown)}</td>
                <td>{line.year}</td>
                <td>{line.state.label(language)}</td>
            </tr>
        }
    };
    (!record.funding_lines.is_empty()).then(|| {
        let heads = [
            words::FUNDER,
            words::SCHEME,
            words::AMOUNT,
            words::YEAR,
            words::STATE,
        ]
        .map(head);
        view! {
            <section>
                <h2>{words::FUNDING.of(language)}</h2>
                <div class="table" tabindex="0" role="region" aria-label=words::FUNDING.of(language)>
                    <table>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{record.funding_lines.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        }
        .into_any()
    })
}
