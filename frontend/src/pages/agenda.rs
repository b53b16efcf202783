//! Agenda: the events to come, those past, and a month as a table; its state is the address.

use crate::address::Address;
use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::router::use_router;
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::list::{self, ListConfig, Sorts, question};
use crate::ui::node::live;
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_pages::Voice as _;
use aect_pages::agenda::{self, View};
use aect_types::events::{Event, EventSummary};
use aect_types::query::ListQuery;
use aect_types::{Page, Resource};
use aect_words::Language;
use aect_words::pages::{agenda as words, list as orders};
use chrono::NaiveDate;
use leptos::prelude::*;

const SORTS: Sorts = &[
    ("start", orders::SORT_DATE),
    ("name", orders::SORT_NAME),
    ("-updated_at", orders::SORT_UPDATED),
];

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let router = use_router();
    let voice = Browser(language);
    let view = Memo::new(move |before: Option<&View>| {
        router.address.with(|address| match before {
            Some(before) if address.path != routes::EVENTS => *before,
            _ => view_of(address),
        })
    });
    let query = Memo::new(move |_| {
        router
            .address
            .with(|address| question::read(Resource::Events, address).query)
    });
    let around = move || {
        query.with(|query| {
            let views = agenda::views(view.get(), query, voice);
            written(maud::html! { (views) (agenda::subscribe(query, voice)) })
        })
    };
    let months = Memo::new(move |_| matches!(view.get(), View::Month(_)));
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        <p class="lead">{words::INTRODUCTION.of(language)}</p>
        {written(aect_pages::list::directories(Resource::Events, voice))}
        {super::lists::entering(Resource::Events, language)}
        {live(around)}
        {live(move || if months.get() { month(view, query, language) } else { events() })}
    }
    .into_any()
}

fn view_of(address: &Address) -> View {
    let [view, month] = agenda::PARAMETERS.map(|name| address.parameter(name));
    View::read(view.as_deref(), month.as_deref(), Browser(Language::Fr).today())
}

fn events() -> AnyView {
    list::list::<Event>(ListConfig {
        facets: &[
            "kind",
            "theme",
            "country",
            "department",
            "audience",
            "year",
            "status",
        ],
        sorts: SORTS,
        rows: Box::new(agenda::by_month),
        preview: None,
        within: Some(|query, address| view_of(address).within(query, Browser(Language::Fr).today())),
        nothing: |voice| Some(agenda::nothing(voice)),
    })
}

/// A month, under the filters of the address.
fn month(view: Memo<View>, query: Memo<ListQuery>, language: Language) -> AnyView {
    type Month = (NaiveDate, ListQuery, Page<EventSummary>);
    let voice = Browser(language);
    let loaded: Loaded<Month> = data::load(
        move || match view.get() {
            View::Month(first) => Some(Question::now((first, query.get()))),
            View::Coming | View::Past => None,
        },
        move |client: Client, (first, query)| async move {
            let asked = View::Month(first).within(query.clone(), voice.today());
            let page = client.list::<Event>(&asked).await?;
            Ok((first, query, page))
        },
    );
    states::part(loaded, move |(first, query, page)| {
        written(agenda::month(*first, page, query, voice))
    })
}
