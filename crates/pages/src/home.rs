//! Accueil, without what reacts while one types.

use crate::parts::{heading, icon};
use crate::{Sheet, Source, Voice, rows};
use aect_types::collectivities::Collectivity;
use aect_types::events::{Event, EventSummary};
use aect_types::projects::Project;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::{Page, PartialDate};
use aect_words::pages::{Text, home as words, list, shell};
use aect_words::platform::Wording;
use futures_util::future::{try_join, try_join3};
use maud::{Markup, html};

/// The doors: where they lead, their drawings and names, what is behind.
const DOORS: [(&str, &str, Text, Text); 4] = [
    (paths::MAP, "map", shell::MAP, words::DOOR_MAP),
    (
        paths::COLLECTIVITIES,
        "people",
        shell::DIRECTORY,
        words::DOOR_DIRECTORY,
    ),
    (paths::PROJECTS, "project", shell::PROJECTS, words::DOOR_PROJECTS),
    (paths::EVENTS, "calendar", shell::AGENDA, words::DOOR_AGENDA),
];

/// The doors, as cards.
#[must_use]
pub fn doors(voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        section {
            h2.visually-hidden { (words::DOORS.of(language)) }
            ul.cards.cards-three {
                @for (path, drawing, name, about) in DOORS {
                    li.card.door { h3 { (icon(drawing)) a href=(path) { (name.of(language)) } } p { (about.of(language)) } }
                }
            }
        }
    }
}

/// The events to come, or else the last ones.
#[derive(Clone, Debug)]
pub struct Events {
    coming: bool,
    page: Page<EventSummary>,
}

/// Asks for the events of the home page.
///
/// # Errors
/// Those of the source.
pub async fn events<S: Source>(source: &S, voice: impl Voice) -> Result<Events, S::Error> {
    let three = ListQuery {
        limit: Some(3),
        ..ListQuery::default()
    };
    let next = ListQuery {
        from: Some(PartialDate::Day(voice.today())),
        sort: "start".parse().ok(),
        ..three.clone()
    };
    let last = ListQuery {
        sort: "-start".parse().ok(),
        ..three
    };
    // Both at once: on a slow line, asking twice in a row takes longer than three rows more.
    let (next, last) = try_join(source.list::<Event>(&next), source.list::<Event>(&last)).await?;
    let coming = next.total > 0;
    Ok(Events {
        coming,
        page: if coming { next } else { last },
    })
}

/// Shows them.
#[must_use]
pub fn events_shown(events: &Events, voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        @if !events.coming {
            p { (words::NO_EVENTS.of(language)) }
            h3 { (words::LAST_EVENTS.of(language)) }
        }
        (rows::rows(events.page.items.iter().map(|event| rows::event(event, voice))))
        p { a href=(paths::EVENTS) { (words::ALL_EVENTS.of(language)) } }
    }
}

/// The page that one comes to first.
pub(crate) async fn page<S: Source>(source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let none = ListQuery {
        limit: Some(1),
        ..ListQuery::default()
    };
    let (collectivities, projects, events) = try_join3(
        source.list::<Collectivity>(&none),
        source.list::<Project>(&none),
        events(source, voice),
    )
    .await?;
    let language = voice.language();
    let introduction = voice.says(Wording::Introduction);
    let main = html! {
        (heading(words::TITLE.of(language)))
        p.lead { (introduction) }
        search.list-search {
            form action=(paths::SEARCH) method="get" {
                label for="tout" { (words::SEARCH_LABEL.of(language)) }
                input #tout type="search" name="q";
                " " button.button type="submit" { (list::SEARCH.of(language)) }
            }
        }
        (doors(voice))
        h2 { (words::FIGURES.of(language)) }
        ul.figures {
            (rows::figure(paths::COLLECTIVITIES, collectivities.total, list::LISTED_COLLECTIVITIES, voice))
            (rows::figure(paths::PROJECTS, projects.total, list::PROJECTS, voice))
        }
        h2 { (words::EVENTS.of(language)) }
        (events_shown(&events, voice))
        h2 { (words::REFERENCED.of(language)) }
        search.list-search {
            form action=(paths::COLLECTIVITIES) method="get" {
                label for="mienne" { (words::REFERENCED_LABEL.of(language)) }
                input #mienne type="search" name="q";
                " " button.button type="submit" { (list::SEARCH.of(language)) }
            }
        }
    };
    let sheet = Sheet::new(&PublicPage::Home, words::TITLE.of(language), introduction, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "WebSite",
        "name": voice.says(Wording::Name),
        "alternateName": voice.says(Wording::LongName),
        "inLanguage": ["fr", "en"],
    }));
    Ok(sheet)
}
