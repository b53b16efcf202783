//! Événement: when, where, with whom, and its programme.

use crate::parts::{
    above, collectivity, correct, fact, icon, json_address, names_with, origin, outside, prose, quoted,
    section, tags, theme_tags, title, to, tools,
};
use crate::voice::{self, Voice};
use crate::{Sheet, Source, files, rows, told};
use aect_types::events::{Attendance, Event, EventPart, Session, Venue};
use aect_types::site::{self, PublicPage};
use aect_types::{PartialDate, Resource};
use aect_words::pages::{agenda as words, event_form, shell};
use aect_words::{Labelled as _, Language};
use maud::{Markup, html};

/// The page of the event at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Event>(key).await?;
    let told = told::news("event", record.slug.as_str(), source, voice).await?;
    Ok(sheet(&record, &told, voice))
}

fn sheet(record: &Event, told: &Markup, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let when = voice::days(&record.time, voice);
    let json = json_address(Resource::Events, slug, voice);
    let calendar = format!("{}/api/v1/events/{slug}.ics", voice.api());
    let exports = [
        (shell::EXPORT_ICS, calendar.clone()),
        (shell::EXPORT_JSON, json.clone()),
    ];
    let main = html! {
        article.sheet {
            (above(Resource::Events, voice))
            header.sheet-head {
                p.kicker { (record.kind.label(language)) }
                (title(&record.title))
                p.lead { (when) }
                p.badges { (rows::event_status(record.status, language)) }
                p.no-print { a.button href=(calendar) download { (icon("calendar")) (words::ADD_TO_CALENDAR.of(language)) } }
                (tools(&exports, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
                    (programme(&record.programme, voice))
                    (section(words::REPORT, &prose(&record.html, "report", record.report.as_ref()), voice))
                    (section(words::DOCUMENTS, &documents(record), voice))
                    (section(words::REMARKS, &remarks(record), voice))
                    (told)
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(words::KEY_FACTS, &facts(record, &when, voice), voice)) }
            }
            (correct(Resource::Events, &record.slug, voice))
            (origin(&record.provenance, record.updated_at, record.confirmed_at, &json, voice))
        }
    };
    let place = record.venue.as_ref().map(place);
    let description = crate::parts::joined(
        " – ",
        [
            Some(record.kind.label(language).to_owned()),
            Some(when.clone()),
            place,
        ],
    );
    let page = PublicPage::Record(Resource::Events, record.slug.clone());
    let sheet = Sheet::new(&page, record.title.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(structured(record));
    sheet
}

#[cfg(feature = "json-ld")]
fn structured(record: &Event) -> serde_json::Value {
    use aect_types::events::{EventStatus, EventTime};
    let (start, end) = match &record.time {
        EventTime::Times { .. } => (
            Some(record.starts_at.to_string()),
            record.ends_at.map(|end| end.to_string()),
        ),
        other => {
            let (first, last) = voice::span(other);
            (Some(first.to_string()), Some(last.to_string()))
        }
    };
    let status = match record.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Postponed => "https://schema.org/EventPostponed",
        EventStatus::MovedOnline => "https://schema.org/EventMovedOnline",
        EventStatus::Tentative | EventStatus::Confirmed => "https://schema.org/EventScheduled",
    };
    serde_json::json!({
        "@type": "Event",
        "name": record.title,
        "description": record.description,
        "startDate": start,
        "endDate": end,
        "eventStatus": status,
        "location": record.venue.as_ref().map(|venue| serde_json::json!({
            "@type": "Place",
            "name": venue.name.as_ref().or(venue.commune.as_ref()),
            "address": place(venue),
        })),
    })
}

/// Name, address and commune, as far as they are known.
fn place(venue: &Venue) -> String {
    let parts = [venue.name.clone(), venue.address.clone(), venue.commune.clone()];
    crate::parts::joined(", ", parts)
}

fn facts(record: &Event, when: &str, voice: impl Voice) -> Markup {
    let language = voice.language();
    let codes = record.countries.iter();
    let countries: Vec<(String, String)> = codes
        .map(|code| {
            (
                crate::parts::filtered(site::paths::PROJECTS, "country", code.as_str()),
                voice.country(code.as_str()),
            )
        })
        .collect();
    let group = record.group.as_ref();
    let group = group.map(|group| to(Resource::ThematicGroups, group.slug.as_str(), &group.name));
    let rule = record.recurrence.as_ref();
    let repeated = rule.map(|rule| event_form::repeated(rule, language));
    let except = record.recurrence_exceptions.iter();
    let except: Vec<String> = except.map(|day| voice.date(PartialDate::Day(*day))).collect();
    let except = (!except.is_empty()).then(|| except.join(", "));
    html! {
        dl.facts {
            (fact(words::WHEN, Some(when), voice))
            (fact(words::REPEATED, repeated, voice))
            (fact(words::EXCEPT, except, voice))
            (fact(words::WHERE, record.venue.as_ref().map(place), voice))
            (fact(words::WHERE_ELSE, record.online.then(|| words::ONLINE.of(language)), voice))
            (fact(words::ORGANISED_BY, organisations(&record.organisations, language), voice))
            (fact(words::AUDIENCE, audience(record, language), voice))
            (fact(words::GROUP, group, voice))
            (fact(shell::COUNTRIES, tags(&countries), voice))
            (fact(shell::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(words::ATTENDANCE, attendance(&record.attendance, voice), voice))
        }
    }
}

fn organisations(parts: &[EventPart], language: Language) -> Option<Markup> {
    let named = |part: &EventPart| {
        let name = match (&part.collectivity, &part.actor) {
            (Some(named), _) => collectivity(named),
            (None, Some(actor)) => to(Resource::Actors, actor.slug.as_str(), &actor.name),
            (None, None) => return None,
        };
        Some((name, part.role.label(language)))
    };
    names_with(parts.iter().filter_map(named).collect())
}

fn audience(record: &Event, language: Language) -> Option<String> {
    let kinds: Vec<&str> = record
        .audience
        .iter()
        .map(|audience| audience.label(language))
        .collect();
    let said = crate::parts::joined(" – ", [Some(kinds.join(", ")), record.audience_note.clone()]);
    (!said.is_empty()).then_some(said)
}

fn attendance(attendance: &Attendance, voice: impl Voice) -> Option<String> {
    let counted = |count: Option<i32>, noun| {
        let count = u64::try_from(count?).ok()?;
        Some(aect_words::phrases::counted(count, noun, voice))
    };
    let said = crate::parts::joined(
        ", ",
        [
            counted(attendance.participants, words::PARTICIPANTS),
            counted(attendance.elected, words::ELECTED),
            counted(attendance.collectivities, aect_words::pages::list::COLLECTIVITIES),
        ],
    );
    (!said.is_empty()).then_some(said)
}

fn programme(sessions: &[Session], voice: impl Voice) -> Markup {
    let hours = |session: &Session| match (&session.start, &session.end) {
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (start, end) => start.clone().or_else(|| end.clone()),
    };
    let content = html! {
        @if !sessions.is_empty() {
            ol.programme {
                @for session in sessions {
                    li {
                        @if let Some(hours) = hours(session) { p.row-date { (hours) } }
                        h3 lang="fr" { (session.title) }
                        @for item in &session.items {
                            div.programme-item {
                                p lang="fr" { (item.title) }
                                @if !item.speakers.is_empty() { p.hint { (item.speakers.join(" · ")) } }
                                @if !item.details.is_empty() { ul lang="fr" { @for detail in &item.details { li { (detail) } } } }
                            }
                        }
                    }
                }
            }
        }
    };
    section(words::PROGRAMME, &content, voice)
}

fn documents(record: &Event) -> Markup {
    html! {
        @if !record.documents.is_empty() {
            ul lang="fr" { @for link in &record.documents { li { (outside(&link.url, &link.title)) } } }
        }
    }
}

fn remarks(record: &Event) -> Markup {
    html! {
        @if !record.remarks.is_empty() { ul lang="fr" { @for remark in &record.remarks { li { (remark) } } } }
    }
}
