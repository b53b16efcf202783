//! Agenda: the events to come and those past, by month, and a month as a table.

use crate::list::{self, Listed};
use crate::parts::{icon, to, with_query};
use crate::voice::{self, Voice};
use crate::{Asked, Sheet, Source, rows};
use aect_types::events::{Event, EventSummary};
use aect_types::query::{ListQuery, limits};
use aect_types::site::paths;
use aect_types::{Page, PartialDate, Resource};
use aect_words::pages::{Text, agenda as words};
use chrono::{Datelike as _, Days, Months, NaiveDate};
use maud::{Markup, html};

/// Which part of the agenda is shown; the value of `view`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// From today on.
    Coming,
    /// Before today, the latest first.
    Past,
    /// One month as a table; its first day.
    Month(NaiveDate),
}

/// The parameter that names the view, and the one that names the month.
pub const PARAMETERS: [&str; 2] = ["view", "mois"];

const PAST: &str = "passes";
const MONTH: &str = "mois";

impl View {
    /// What an address asks for; what it cannot mean is the first view.
    #[must_use]
    pub fn read(view: Option<&str>, month: Option<&str>, today: NaiveDate) -> Self {
        match view {
            Some(PAST) => Self::Past,
            Some(MONTH) => {
                let asked = month.and_then(|month| month.parse::<PartialDate>().ok());
                let day = asked.map_or(today, PartialDate::first_day);
                Self::Month(day.with_day(1).unwrap_or(day))
            }
            _ => Self::Coming,
        }
    }

    /// The parameters that ask for it.
    #[must_use]
    pub fn pairs(self) -> Vec<(String, String)> {
        let pair = |name: &str, value: String| (name.to_owned(), value);
        match self {
            Self::Coming => Vec::new(),
            Self::Past => vec![pair("view", PAST.to_owned())],
            Self::Month(day) => vec![
                pair("view", MONTH.to_owned()),
                pair("mois", voice::month_of(day).to_string()),
            ],
        }
    }

    /// The question with the dates of the view; an order that the reader chose stays.
    #[must_use]
    pub fn within(self, query: ListQuery, today: NaiveDate) -> ListQuery {
        let day = |day: NaiveDate| Some(PartialDate::Day(day));
        let (from, to, sort, limit) = match self {
            Self::Coming => (day(today), None, "start", query.limit),
            Self::Past => (None, today.pred_opt().and_then(day), "-start", query.limit),
            Self::Month(first) => (
                day(first),
                day(voice::month_of(first).last_day()),
                "start",
                Some(limits::PAGE_MAX),
            ),
        };
        ListQuery {
            from,
            to,
            limit,
            sort: query.sort.or_else(|| sort.parse().ok()),
            ..query
        }
    }
}

/// The ways through the agenda.
#[must_use]
pub fn views(here: View, query: &ListQuery, voice: impl Voice) -> Markup {
    let language = voice.language();
    let month = match here {
        View::Month(day) => day,
        View::Coming | View::Past => voice.today(),
    };
    let views = [
        (View::Coming, words::VIEW_COMING),
        (View::Past, words::VIEW_PAST),
        (View::Month(month), words::VIEW_MONTH),
    ];
    let current = |view: View| std::mem::discriminant(&view) == std::mem::discriminant(&here);
    html! {
        nav.tabs aria-label=(words::VIEWS.of(language)) {
            ul {
                @for (view, name) in views {
                    li {
                        a href=(address(view, query)) aria-current=[current(view).then_some("page")] { (name.of(language)) }
                    }
                }
            }
        }
    }
}

/// The agenda in a view, under the filters of a question.
fn address(view: View, query: &ListQuery) -> String {
    let filters = ListQuery {
        cursor: None,
        sort: None,
        from: None,
        to: None,
        limit: None,
        ..query.clone()
    };
    let mut pairs = filters.to_pairs();
    pairs.extend(view.pairs());
    with_query(paths::EVENTS, &pairs)
}

/// How to have the agenda in one's own calendar, under the same filters.
#[must_use]
pub fn subscribe(query: &ListQuery, voice: impl Voice) -> Markup {
    let language = voice.language();
    let feed = crate::exports(Resource::Events, query, voice)
        .into_iter()
        .map(|(_, address)| address)
        .find(|address| address.contains(".ics"));
    html! {
        @if let Some(feed) = feed {
            details.subscribe.no-print {
                summary.button { (icon("calendar")) (words::SUBSCRIBE.of(language)) }
                p { (words::SUBSCRIBE_WHAT.of(language)) }
                ol {
                    li { (words::SUBSCRIBE_COPY.of(language)) " " a href=(feed) { (words::SUBSCRIBE_ADDRESS.of(language)) } }
                    li { (words::SUBSCRIBE_PASTE.of(language)) }
                    li { (words::SUBSCRIBE_DONE.of(language)) }
                }
                p.small { (words::SUBSCRIBE_FILTERS.of(language)) }
            }
        }
    }
}

/// Events below their months.
#[must_use]
pub fn by_month(events: &[EventSummary], voice: impl Voice) -> Markup {
    let month = |event: &EventSummary| voice::month_of(voice::span(&event.time).0);
    html! {
        @for events in events.chunk_by(|one, next| month(one) == month(next)) {
            @if let Some(first) = events.first() { h2.month { (voice.capitalised(&voice.date(month(first)))) } }
            (rows::rows(events.iter().map(|event| rows::event(event, voice))))
        }
    }
}

/// The agenda as the server answers it.
pub(crate) async fn page<S: Source>(
    asked: &Asked,
    query: ListQuery,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    let today = voice.today();
    let view = View::read(asked.first("view"), asked.first("mois"), today);
    let page = source.list::<Event>(&view.within(query.clone(), today)).await?;
    let before = html! { (views(view, &query, voice)) (subscribe(&query, voice)) };
    let shown = match view {
        View::Month(first) => month(first, &page, &query, voice),
        View::Coming | View::Past => by_month(&page.items, voice),
    };
    let own = view.pairs();
    let listed = Listed::of(Resource::Events, &query, &page, &own);
    Ok(match view {
        // The month stands above the search, empty or not.
        View::Month(_) => {
            let before = html! { (before) (shown) };
            let rest = Some(Markup::default());
            list::sheet(&listed, &before, &Markup::default(), rest, voice)
        }
        View::Coming if query.q.is_none() && query.filters.is_empty() => {
            list::sheet(&listed, &before, &shown, Some(nothing(voice)), voice)
        }
        View::Coming | View::Past => list::sheet(&listed, &before, &shown, None, voice),
    })
}

/// What is said where nothing at all is announced.
#[must_use]
pub fn nothing(voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        div.empty {
            (crate::picture("quiet"))
            p.lead { (words::NONE_COMING.of(language)) }
            p { a href=(address(View::Past, &ListQuery::default())) { (words::SEE_PAST.of(language)) } }
        }
    }
}

const WEEKDAYS: [Text; 7] = [
    words::MONDAY,
    words::TUESDAY,
    words::WEDNESDAY,
    words::THURSDAY,
    words::FRIDAY,
    words::SATURDAY,
    words::SUNDAY,
];

/// A month as a table, weeks beginning on Monday, with the ways to its neighbours.
#[must_use]
pub fn month(first: NaiveDate, page: &Page<EventSummary>, query: &ListQuery, voice: impl Voice) -> Markup {
    let language = voice.language();
    let name = voice.capitalised(&voice.date(voice::month_of(first)));
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let last = voice::month_of(first).last_day();
    let weeks: Vec<NaiveDate> = monday.iter_weeks().take_while(|monday| *monday <= last).collect();
    // Named, so that the focus stays on the way that was taken when the month is another.
    let neighbour = |id: &str, to: Option<NaiveDate>, name: String| {
        let href = to.map(|to| address(View::Month(to), query));
        html! { @if let Some(href) = href { a.button id=(id) href=(href) { (name) } } }
    };
    let before = format!("← {}", words::MONTH_BEFORE.of(language));
    let after = format!("{} →", words::MONTH_AFTER.of(language));
    html! {
        nav.month-turn aria-label=(words::MONTHS.of(language)) {
            (neighbour("mois-precedent", first.checked_sub_months(Months::new(1)), before))
            " "
            (neighbour("mois-suivant", first.checked_add_months(Months::new(1)), after))
        }
        div.table tabindex="0" role="region" aria-label=(name) {
            table.month-table {
                caption { (name) }
                thead { tr { @for day in WEEKDAYS { th scope="col" { (day.of(language)) } } } }
                tbody { @for week in weeks { tr { @for day in week.iter_days().take(7) {
                    (cell(day, day.month() == first.month(), &page.items, voice))
                } } } }
            }
        }
    }
}

fn cell(day: NaiveDate, inside: bool, events: &[EventSummary], voice: impl Voice) -> Markup {
    let on_it = |event: &&EventSummary| {
        let (first, last) = voice::span(&event.time);
        first <= day && day <= last
    };
    let mut on_it = events.iter().filter(on_it).peekable();
    let today = (day == voice.today()).then_some("date");
    let class = if inside { "day" } else { "day day-outside" };
    html! {
        td class=(class) aria-current=[today] {
            span.day-number { (day.day()) }
            @if on_it.peek().is_some() {
                ul { @for event in on_it { li { (to(Resource::Events, event.slug.as_str(), &event.title)) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_view_is_read_from_its_own_address() {
        let today = day("2026-11-22");
        for view in [View::Coming, View::Past, View::Month(day("2022-04-01"))] {
            let pairs = view.pairs();
            let of = |name: &str| {
                pairs
                    .iter()
                    .find(|(of, _)| of == name)
                    .map(|(_, value)| value.as_str())
            };
            assert_eq!(View::read(of("view"), of("mois"), today), view);
        }
        assert_eq!(
            View::read(Some("mois"), Some("avril"), today),
            View::Month(day("2026-11-01"))
        );
        assert_eq!(View::read(Some("semaine"), None, today), View::Coming);
    }

    #[test]
    fn what_is_past_ends_yesterday_and_what_comes_begins_today() {
        let today = day("2026-11-22");
        let within = |view: View| view.within(ListQuery::default(), today);
        assert_eq!(within(View::Past).to, Some(PartialDate::Day(day("2026-11-21"))));
        assert_eq!(within(View::Coming).from, Some(PartialDate::Day(today)));
        let month = within(View::Month(day("2026-02-01")));
        assert_eq!(month.to, Some(PartialDate::Day(day("2026-02-28"))));
        let chosen = ListQuery {
            sort: "name".parse().ok(),
            ..ListQuery::default()
        };
        assert_eq!(View::Past.within(chosen.clone(), today).sort, chosen.sort);
    }
}
