//! The list that every directory of records is: search, facets, chips, count, rows, pages, tools. Its state is the
//! address and nothing else.

mod chips;
mod facets;
mod pager;
pub(crate) mod question;
mod search;

use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::language::use_language;
use crate::phrases;
use crate::router::{How, use_router};
use crate::ui::node::{link, live, node, text, told};
use crate::ui::{rows, states, tools};
use aect_client::Client;
use aect_types::query::{ListQuery, limits};
use aect_types::resource::Format;
use aect_types::{Page, Record};
use aect_words::Language;
use aect_words::pages::{Counted, Text, list, shell};
use leptos::prelude::*;
use question::Question;
use std::collections::BTreeSet;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// How long results stay before they are read out, so that typing is not interrupted.
const READ_OUT_AFTER: i32 = 700;

/// What makes one list differ from another.
pub(crate) struct ListConfig<R: Record> {
    /// Its path.
    pub(crate) path: &'static str,
    /// The facets, in order.
    pub(crate) facets: &'static [&'static str],
    /// The orders a reader may choose, the list's own first.
    pub(crate) sorts: &'static [(&'static str, Text)],
    /// What the search field is for.
    pub(crate) search_label: Text,
    /// What is counted.
    pub(crate) noun: Counted,
    /// One row.
    pub(crate) row: fn(&R::Summary, Language) -> AnyView,
    /// Rows known without asking the server, shown until it answers.
    pub(crate) preview: Option<Preview>,
}

/// Rows found in the browser.
pub(crate) struct Found {
    pub(crate) rows: Vec<AnyView>,
    pub(crate) total: u64,
}

/// Finds rows in the browser, where it can.
pub(crate) type Preview = Box<dyn Fn(&ListQuery) -> Option<Found> + Send + Sync>;

/// The parts of a list that do not depend on what it lists.
#[derive(Clone, Copy)]
struct State {
    resource: aect_types::Resource,
    path: &'static str,
    language: Language,
    asked: Memo<Question>,
    /// The reader is typing: the next question waits.
    typing: StoredValue<bool>,
}

impl State {
    fn go(self, query: &ListQuery, how: How) {
        use_router().go_with(&question::address(self.path, query), Vec::new(), how);
    }

    fn query(self) -> ListQuery {
        self.asked.with(|asked| asked.query.clone())
    }

    fn query_untracked(self) -> ListQuery {
        self.asked.with_untracked(|asked| asked.query.clone())
    }
}

/// The list.
pub(crate) fn list<R: Record + 'static>(config: ListConfig<R>) -> AnyView {
    let (router, language) = (use_router(), use_language());
    let ListConfig {
        path,
        facets,
        sorts,
        search_label,
        noun,
        row,
        preview,
    } = config;
    // When the reader leaves, the address is another page's for a moment: the question stays what it was.
    let asked = Memo::new(move |before: Option<&Question>| {
        router.address.with(|address| match before {
            Some(before) if address.path != path => before.clone(),
            _ => question::read(R::RESOURCE, address),
        })
    });
    let state = State {
        resource: R::RESOURCE,
        path,
        language,
        asked,
        typing: StoredValue::new(false),
    };
    let mut wanted = BTreeSet::new();
    for facet in facets {
        wanted.insert(*facet);
    }
    let loaded = data::load(
        move || {
            let query = ListQuery {
                facets: wanted.clone(),
                limit: Some(limits::PAGE_DEFAULT),
                ..state.query()
            };
            let typing = state.typing.try_update_value(std::mem::take).unwrap_or(false);
            Some(data::Question {
                key: query,
                after: if typing { REST } else { 0 },
            })
        },
        |client: Client, query: ListQuery| async move {
            // The question goes with its answer: a preview knows whether the rows are those of the present address.
            client.list::<R>(&query).await.map(|page| (query, page))
        },
    );
    let counts = Memo::new(move |_| {
        loaded
            .value
            .with(|value| value.as_ref().and_then(|(_, page)| page.facets.clone()))
            .unwrap_or_default()
    });
    view! {
        <div class="list" id="liste" tabindex="-1">
            {search::search(state, search_label)}
            {facets::panel(state, facets, counts)}
            <div class="list-results">
                {live(move || {
                    let wrong = asked.with(|asked| asked.wrong);
                    wrong.then(|| told("p", "notice", list::WRONG_ADDRESS.of(language)))
                })}
                {chips::chips(state)}
                {results::<R>(state, loaded, noun, row, preview, sorts)}
                {tools::tools(move || exports(state))}
            </div>
        </div>
    }
    .into_any()
}

type Answer<R> = (ListQuery, Page<<R as Record>::Summary>);

fn results<R: Record + 'static>(
    state: State,
    loaded: Loaded<Answer<R>>,
    noun: Counted,
    row: fn(&R::Summary, Language) -> AnyView,
    preview: Option<Preview>,
    sorts: &'static [(&'static str, Text)],
) -> AnyView {
    let language = state.language;
    let total = RwSignal::new(None::<u64>);
    let shown = move || {
        let query = state.query();
        let current = loaded
            .value
            .with(|value| value.as_ref().is_some_and(|(of, _)| same_rows(of, &query)));
        if let Some(found) = preview
            .as_ref()
            .filter(|_| !current)
            .and_then(|preview| preview(&query))
        {
            total.set(Some(found.total));
            return rows::rows(found.rows);
        }
        loaded.value.with(|value| {
            total.set(value.as_ref().map(|(_, page)| page.total));
            match value {
                None => live(move || loaded.slow.get().then(|| states::skeleton(10))),
                Some((_, page)) if page.items.is_empty() => empty(state),
                Some((_, page)) => rows::rows(page.items.iter().map(|item| row(item, language)).collect()),
            }
        })
    };
    let page = move || {
        loaded.value.with(|value| {
            value
                .as_ref()
                .map(|(query, page)| (query.clone(), page.next.clone()))
        })
    };
    let left_out = move || {
        loaded
            .value
            .with(|value| value.as_ref().and_then(|(_, page)| page.left_out))
            .unwrap_or(0)
    };
    let failed = move || {
        loaded
            .error
            .get()
            .map(|error| states::failure(&error, move || loaded.retry()))
    };
    view! {
        <div class="list-head">
            {count(total.into(), noun, language)}
            {search::order(state, sorts)}
        </div>
        {live(move || left_out_line(state, left_out()))}
        {live(failed)}
        <div class="list-rows" class:stale=move || loaded.slow.get()>{live(shown)}</div>
        {pager::pager(state, page)}
    }
    .into_any()
}

/// Whether two questions have the same rows for answer; facets are asked beside.
fn same_rows(one: &ListQuery, other: &ListQuery) -> bool {
    let bare = |query: &ListQuery| ListQuery {
        facets: BTreeSet::new(),
        limit: None,
        ..query.clone()
    };
    bare(one) == bare(other)
}

/// The count, to be seen; and once it has come to rest, to be heard.
fn count(total: Signal<Option<u64>>, noun: Counted, language: Language) -> AnyView {
    let words = move || {
        total
            .get()
            .map(|total| phrases::counted(total, noun, Browser(language)))
    };
    let heard = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let words = words();
        leptos::reactive::spawn_local_scoped_with_cancellation(async move {
            crate::browser::sleep(READ_OUT_AFTER).await;
            heard.set(words);
        });
    });
    view! {
        <p class="count" aria-hidden="true">{live(words)}</p>
        <p class="visually-hidden" role="status">{live(move || heard.get())}</p>
    }
    .into_any()
}

fn left_out_line(state: State, left_out: u64) -> Option<AnyView> {
    let language = state.language;
    (left_out > 0).then(|| {
        let all = ListQuery {
            cursor: None,
            ..state.query()
        };
        let all = all.with("to_confirm", "true").with("to_confirm", "false");
        let href = question::address(state.path, &all).href();
        let said = phrases::counted(left_out, list::LEFT_OUT, Browser(language));
        let show = link(href, list::LEFT_OUT_SHOW.form(left_out, language));
        node("p", "left-out", vec![text(format!("{said} – ")), show])
    })
}

fn empty(state: State) -> AnyView {
    let language = state.language;
    let href = question::address(state.path, &question::cleared(&state.query())).href();
    let parts = vec![
        told("p", "lead", list::EMPTY.of(language)),
        told("p", "", list::EMPTY_FILTERS.of(language)),
        node("p", "", vec![link(href, list::EMPTY_CLEAR.of(language))]),
    ];
    node("div", "empty", parts)
}

fn exports(state: State) -> Vec<(Text, String)> {
    let client: Client = expect_context();
    let query = state.query();
    let address = |format| client.site().list(state.resource, Some(format), &query);
    let excel = address(Format::Csv);
    let dialect = if excel.contains('?') {
        "&dialect=excel-fr"
    } else {
        "?dialect=excel-fr"
    };
    let mut exports = vec![
        (shell::EXPORT_EXCEL, format!("{excel}{dialect}")),
        (shell::EXPORT_CSV, excel),
    ];
    if state.resource.spec().formats.contains(&Format::GeoJson) {
        exports.push((shell::EXPORT_GEOJSON, address(Format::GeoJson)));
    }
    exports.push((shell::EXPORT_NDJSON, address(Format::Ndjson)));
    exports.push((
        shell::EXPORT_JSON,
        client.site().list(state.resource, Some(Format::Json), &query),
    ));
    exports
}
