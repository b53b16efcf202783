//! Projet: one cooperation.

use crate::parts::{
    above, collectivity, correct, fact, filtered, json_address, names_with, origin, outside, prose, quoted,
    record_tools, said, section, table, tags, theme_tags, title, to, with_note,
};
use crate::{Sheet, Source, Voice, files, rows, told};
use aect_types::projects::{FundingLine, Project, ProjectKind, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::{Page, Resource};
use aect_words::pages::{projects as words, shell};
use aect_words::{Labelled as _, phrases};
use futures_util::future::try_join;
use maud::{Markup, html};

/// Similar projects shown.
const SIMILAR: usize = 4;

/// The page of the project at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Project>(key).await?;
    let (similar, told) = try_join(
        similar(&record, source),
        told::news("project", record.slug.as_str(), source, voice),
    )
    .await?;
    Ok(sheet(&record, &similar, &told, voice))
}

/// Projects in the same countries first, then on the same themes; confirmed ones only.
async fn similar<S: Source>(record: &Project, source: &S) -> Result<Vec<ProjectSummary>, S::Error> {
    let countries = record.countries.iter().map(|share| share.country.to_string());
    let themes = record.themes.iter().map(|theme| theme.slug.to_string());
    let mut found: Vec<ProjectSummary> = Vec::new();
    for (filter, values) in [
        ("country", countries.collect::<Vec<_>>()),
        ("theme", themes.collect()),
    ] {
        if values.is_empty() || found.len() >= SIMILAR {
            continue;
        }
        let start = ListQuery {
            limit: Some(10),
            ..ListQuery::default()
        };
        let query = values
            .iter()
            .fold(start, |query, value| query.with(filter, value));
        for item in source.list::<Project>(&query).await?.items {
            if item.slug != record.slug && !found.iter().any(|known| known.id == item.id) {
                found.push(item);
            }
        }
    }
    found.truncate(SIMILAR);
    Ok(found)
}

fn sheet(record: &Project, similar: &[ProjectSummary], told: &Markup, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let doubtful = record.to_confirm && record.kind == ProjectKind::Twinning;
    let main = html! {
        article.sheet {
            (above(Resource::Projects, voice))
            header.sheet-head {
                p.kicker { (record.kind.label(language)) }
                (title(&record.title))
                @if let Some(summary) = &record.summary { p.lead lang="fr" { (summary) } }
                @if doubtful { p.notice { (words::TO_CONFIRM_NOTE.of(language)) } }
                (record_tools(Resource::Projects, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    (story(record, voice))
                    (funding(&record.funding_lines, voice))
                    (told)
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(words::KEY_FACTS, &facts(record, voice), voice)) }
            }
            @if !similar.is_empty() {
                section.no-print {
                    h2 { (words::SIMILAR.of(language)) }
                    ol.rows.rows-two { @for item in similar { (rows::project(item, voice)) } }
                }
            }
            (correct(Resource::Projects, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::Projects, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::Projects, record.slug.clone());
    let sheet = Sheet::new(&page, record.title.clone(), description(record, voice), main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(structured(record));
    sheet
}

#[cfg(feature = "json-ld")]
fn structured(record: &Project) -> serde_json::Value {
    serde_json::json!({
        "@type": "Project",
        "name": record.title,
        "description": record.summary,
        "foundingDate": record.start_date,
        "dissolutionDate": record.end_date,
        "parentOrganization": record.lead.as_ref().map(|lead| serde_json::json!({
            "@type": "GovernmentOrganization",
            "name": lead.name,
        })),
    })
}

/// Its own words, else who does it and since when.
fn description(record: &Project, voice: impl Voice) -> String {
    if let Some(summary) = &record.summary {
        return summary.clone();
    }
    let lead = record.lead.as_ref().map(|lead| lead.name.clone());
    let parts = [
        Some(record.kind.label(voice.language()).to_owned()),
        lead.or_else(|| record.lead_name.clone()),
        phrases::period(record.start_date, record.end_date, voice),
    ];
    crate::parts::joined(" – ", parts)
}

/// What is told of the project.
fn story(record: &Project, voice: impl Voice) -> Markup {
    let links = html! {
        @if !record.links.is_empty() || !record.documents.is_empty() {
            ul lang="fr" {
                @for link in record.links.iter().chain(&record.documents) { li { (outside(&link.url, &link.title)) } }
            }
        }
    };
    html! {
        @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
        (section(words::BRINGS_HOME, &prose(&record.html, "brings_home", record.brings_home.as_ref()), voice))
        (section(words::RESULTS, &prose(&record.html, "results", record.results.as_ref()), voice))
        (section(words::BENEFICIARIES, &prose(&record.html, "beneficiaries", record.beneficiaries.as_ref()), voice))
        (section(words::LOOKING_FOR, &prose(&record.html, "looking_for_note", record.looking_for_note.as_ref()), voice))
        (section(words::LINKS, &links, voice))
    }
}

/// Who, where, when, for how much: each exactly as it was said.
fn facts(record: &Project, voice: impl Voice) -> Markup {
    let lead = match &record.lead {
        Some(lead) => Some(collectivity(lead)),
        None => record.lead_name.as_ref().map(|name| html! { (name) }),
    };
    let parent = record.parent.as_ref();
    let parent = parent.map(|parent| to(Resource::Projects, parent.slug.as_str(), &parent.title));
    let others = (!record.other_participants.is_empty()).then(|| record.other_participants.join(", "));
    html! {
        dl.facts {
            (fact(words::STATUS, Some(status(record, voice)), voice))
            (fact(words::LEAD, lead, voice))
            (fact(words::COLLECTIVITIES, collectivities(record, voice), voice))
            (fact(words::PARTNER_AUTHORITIES, partners(record, voice), voice))
            (fact(words::ACTORS, actors(record, voice), voice))
            (fact(words::OTHER_PARTICIPANTS, others, voice))
            (fact(words::COUNTRIES, countries(record, voice), voice))
            (said(words::AREA, record.area.as_ref(), voice))
            (fact(words::DATES, Some(dates(record, voice)), voice))
            (fact(words::MONEY, budget(record, voice), voice))
            (fact(words::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(words::SDGS, sdgs(record, voice), voice))
            (fact(words::PARENT, parent, voice))
        }
    }
}

fn status(record: &Project, voice: impl Voice) -> Markup {
    let (language, stated_on) = (voice.language(), record.stated_on());
    html! {
        (rows::status(record.status, &phrases::status(record.status, stated_on, voice)))
        @if record.to_confirm { " " (rows::doubt(language)) }
        @if let Some(note) = &record.status_note { p lang="fr" { (voice.capitalised(note)) } }
        @if stated_on.is_some() { p.small { (words::DATED_STATUS_NOTE.of(language)) } }
    }
}

fn collectivities(record: &Project, voice: impl Voice) -> Option<Markup> {
    let parts = record.collectivities.iter();
    names_with(
        parts
            .map(|part| {
                (
                    collectivity(&part.collectivity),
                    part.role.label(voice.language()),
                )
            })
            .collect(),
    )
}

fn partners(record: &Project, voice: impl Voice) -> Option<Markup> {
    let partners = &record.partner_authorities;
    let places: Vec<String> = partners
        .iter()
        .map(|partner| voice.country(partner.country.as_str()))
        .collect();
    let names = partners
        .iter()
        .map(|partner| to(Resource::PartnerAuthorities, partner.slug.as_str(), &partner.name));
    names_with(names.zip(places.iter().map(String::as_str)).collect())
}

fn actors(record: &Project, voice: impl Voice) -> Option<Markup> {
    let named = |part: &aect_types::projects::ActorPart| {
        let name = to(Resource::Actors, part.actor.slug.as_str(), &part.actor.name);
        (name, part.role.label(voice.language()))
    };
    names_with(record.actors.iter().map(named).collect())
}

fn countries(record: &Project, voice: impl Voice) -> Option<Markup> {
    let shares = record.countries.iter().map(|share| {
        let code = share.country.as_str();
        let name = match share.share_percent {
            Some(percent) => format!("{} ({percent}\u{a0}%)", voice.country(code)),
            None => voice.country(code),
        };
        (filtered(paths::PROJECTS, "country", code), name)
    });
    tags(&shares.collect::<Vec<_>>())
}

fn sdgs(record: &Project, voice: impl Voice) -> Option<Markup> {
    let goals = record.sdgs.iter().map(|number| {
        let number = number.to_string();
        let name = format!("{number}. {}", voice.sdg(&number));
        (filtered(paths::PROJECTS, "sdg", &number), name)
    });
    let goals = tags(&goals.collect::<Vec<_>>())?;
    Some(html! { (goals) p.small { (words::SDGS_NOTE.of(voice.language())) } })
}

fn dates(record: &Project, voice: impl Voice) -> Markup {
    let period = phrases::period(record.start_date, record.end_date, voice);
    let said = period.unwrap_or_else(|| words::NO_DATES.of(voice.language()).to_owned());
    html! {
        (voice.capitalised(&said))
        @if let Some(note) = &record.start_note { span.hint lang="fr" { " (" (note) ")" } }
    }
}

fn budget(record: &Project, voice: impl Voice) -> Option<Markup> {
    let range = record.budget.and_then(|range| phrases::money(range, voice));
    with_note(range, record.budget_note.as_ref(), voice)
}

/// The funding lines, as a table.
fn funding(lines: &[FundingLine], voice: impl Voice) -> Markup {
    let language = voice.language();
    let unknown = || shell::UNKNOWN.of(language).to_owned();
    let funder = |line: &FundingLine| {
        let known = line.funder.as_ref().map(|funder| funder.name.clone());
        known.or_else(|| line.funder_name.clone()).unwrap_or_else(unknown)
    };
    let amount = |line: &FundingLine| {
        let amount = line
            .amount
            .map(|amount| phrases::euros(amount.amount_cents, voice));
        amount.unwrap_or_else(unknown)
    };
    let heads = [
        (words::FUNDER.of(language), false),
        (words::SCHEME.of(language), false),
        (words::AMOUNT.of(language), true),
        (words::YEAR.of(language), false),
        (words::STATE.of(language), false),
    ];
    let rows = html! {
        @for line in lines {
            tr {
                th scope="row" { (funder(line)) }
                td { @if let Some(scheme) = &line.scheme { (scheme) } }
                td.number { (amount(line)) }
                td { @if let Some(year) = line.year { (year) } }
                td { (line.state.label(language)) }
            }
        }
    };
    let content = (!lines.is_empty()).then(|| table(words::FUNDING.of(language), &heads, &rows));
    section(words::FUNDING, &content.unwrap_or_default(), voice)
}

/// The projects that a record is part of, or a word that there are none.
pub(crate) async fn of_record<S: Source>(
    filter: &'static str,
    value: &str,
    source: &S,
) -> Result<Page<ProjectSummary>, S::Error> {
    let query = ListQuery {
        limit: Some(20),
        ..ListQuery::default()
    };
    // Twinnings that nobody has confirmed as well: their badge says so.
    let query = query
        .with(filter, value)
        .with("to_confirm", "true")
        .with("to_confirm", "false");
    source.list::<Project>(&query).await
}

/// Shows them, with the way to the list of all.
pub(crate) fn list_of(page: &Page<ProjectSummary>, filter: &str, value: &str, voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        section {
            h2 { (words::TITLE.of(language)) }
            @if page.items.is_empty() {
                (rows::none(words::NONE_KNOWN, voice))
            } @else {
                p.small { (phrases::counted(page.total, words::WITH_TWINNINGS, voice)) }
                (rows::rows(page.items.iter().map(|item| rows::project(item, voice))))
            }
            @if page.next.is_some() { (rows::see_all(filter, value, words::SEE_ALL, voice)) }
        }
    }
}
