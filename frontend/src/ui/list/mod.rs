//! The list that every directory of records is: search, facets, chips, count, rows, pages, tools. Its state is the
//! address and nothing else.

mod chips;
mod facets;
mod pager;
pub(crate) mod question;
mod search;

use crate::address::Address;
use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::language::use_language;
use crate::router::{How, use_router};
use crate::ui::node::{link, live, node, text, told};
use crate::ui::sheet::written;
use crate::ui::{states, tools};
use aect_client::Client;
use aect_types::Record;
use aect_types::query::{ListQuery, limits};
use aect_words::Language;
use aect_words::pages::{Counted, Text, list};
use leptos::prelude::*;
use maud::Markup;
use question::Question;
use std::collections::BTreeSet;
use std::pin::Pin;
use std::sync::Arc;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// How long results stay before they are read out, so that typing is not interrupted.
const READ_OUT_AFTER: i32 = 700;

/// Filters offered with their counts.
pub(crate) type Facets = &'static [&'static str];

/// Orders a reader may choose, the list's own first.
pub(crate) type Sorts = &'static [(&'static str, Text)];

/// What makes one list differ from another.
pub(crate) struct ListConfig<R: Record> {
    /// The facets, in order.
    pub(crate) facets: Facets,
    /// The orders.
    pub(crate) sorts: Sorts,
    /// The rows of some records.
    pub(crate) rows: Rows<R>,
    /// Rows known without asking the server, shown until it answers.
    pub(crate) preview: Option<Preview>,
    /// What the page asks besides its address.
    pub(crate) within: Option<fn(ListQuery, &Address) -> ListQuery>,
    /// What is said of a list that is empty without a filter.
    pub(crate) nothing: Nothing,
}

/// What is said of a list that is empty without a filter, where it is more than that nothing is found.
pub(crate) type Nothing = fn(Browser) -> Option<Markup>;

/// Writes the rows of some records.
pub(crate) type Rows<R> = Box<dyn Fn(&[<R as Record>::Summary], Browser) -> Markup + Send + Sync>;

/// Rows found in the browser.
pub(crate) struct Found {
    pub(crate) rows: Markup,
    pub(crate) total: u64,
}

/// Finds rows in the browser, where it can.
pub(crate) type Preview = Box<dyn Fn(&ListQuery) -> Option<Found> + Send + Sync>;

/// An answer, its records behind what writes their rows: so that the rest of a list is in the WASM once.
#[derive(Clone)]
struct Answer {
    of: ListQuery,
    total: u64,
    left_out: u64,
    next: Option<String>,
    facets: aect_types::page::Facets,
    rows: Arc<dyn Fn(Browser) -> Markup + Send + Sync>,
}

/// The parts of a list that do not depend on what it lists.
#[derive(Clone, Copy)]
struct State {
    resource: aect_types::Resource,
    path: &'static str,
    language: Language,
    asked: Memo<Question>,
    /// What the page asks besides its address.
    within: Option<fn(ListQuery, &Address) -> ListQuery>,
    /// The reader is typing: the next question waits.
    typing: StoredValue<bool>,
}

impl State {
    fn go(self, query: &ListQuery, how: How) {
        use_router().go_with(&self.address(query), Vec::new(), how);
    }

    /// The address of a question, the way in which the page is shown kept.
    fn address(self, query: &ListQuery) -> Address {
        let mut pairs = query.to_pairs();
        let kept = use_router().address.with_untracked(Address::pairs);
        pairs.extend(
            kept.into_iter()
                .filter(|(name, _)| question::is_of_the_page(name)),
        );
        Address::with_pairs(self.path, pairs)
    }

    /// The question with what the page asks besides its address.
    fn whole_query(self) -> ListQuery {
        let query = self.query();
        match self.within {
            Some(within) => use_router().address.with(|address| within(query, address)),
            None => query,
        }
    }

    fn query(self) -> ListQuery {
        self.asked.with(|asked| asked.query.clone())
    }

    fn query_untracked(self) -> ListQuery {
        self.asked.with_untracked(|asked| asked.query.clone())
    }
}

/// The list of the records `R`.
pub(crate) fn list<R: Record + 'static>(config: ListConfig<R>) -> AnyView {
    let rows: Arc<Rows<R>> = Arc::new(config.rows);
    let ask = move |client: Client, query: ListQuery, asked: ListQuery| -> Asking {
        let rows = Arc::clone(&rows);
        Box::pin(async move {
            let page = client.list::<R>(&asked).await?;
            let items = page.items;
            Ok(Answer {
                // The question goes with its answer: a preview knows whether the rows are those of the present address.
                of: query,
                total: page.total,
                left_out: page.left_out.unwrap_or(0),
                next: page.next,
                facets: page.facets.unwrap_or_default(),
                rows: Arc::new(move |voice| rows(&items, voice)),
            })
        })
    };
    let Some(words) = aect_pages::list::words(R::RESOURCE) else {
        return states::lost(use_language());
    };
    let parts = Parts {
        resource: R::RESOURCE,
        words,
        facets: config.facets,
        sorts: config.sorts,
        preview: config.preview,
        within: config.within,
        nothing: config.nothing,
    };
    shown(parts, Box::new(ask))
}

/// An answer awaited.
type Asking = Pin<Box<dyn Future<Output = Result<Answer, aect_client::Error>>>>;

/// What of a list's differences does not depend on what it lists.
struct Parts {
    resource: aect_types::Resource,
    words: aect_pages::list::Words,
    facets: Facets,
    sorts: Sorts,
    preview: Option<Preview>,
    within: Option<fn(ListQuery, &Address) -> ListQuery>,
    nothing: Nothing,
}

fn shown(parts: Parts, ask: Box<dyn Fn(Client, ListQuery, ListQuery) -> Asking>) -> AnyView {
    let (router, language) = (use_router(), use_language());
    let (resource, within) = (parts.resource, parts.within);
    let path = aect_types::site::section(resource).unwrap_or_default();
    // When the reader leaves, the address is another page's for a moment: the question stays what it was.
    let asked = Memo::new(move |before: Option<&Question>| {
        router.address.with(|address| match before {
            Some(before) if address.path != path => before.clone(),
            _ => question::read(resource, address),
        })
    });
    let state = State {
        resource,
        path,
        language,
        asked,
        within,
        typing: StoredValue::new(false),
    };
    let mut wanted = BTreeSet::new();
    for facet in parts.facets {
        wanted.insert(*facet);
    }
    let loaded = data::load(
        move || {
            let query = state.query();
            let asked = ListQuery {
                facets: wanted.clone(),
                limit: Some(limits::PAGE_DEFAULT),
                ..state.whole_query()
            };
            let typing = state.typing.try_update_value(std::mem::take).unwrap_or(false);
            Some(data::Question {
                key: (query, asked),
                after: if typing { REST } else { 0 },
            })
        },
        move |client: Client, (query, asked)| ask(client, query, asked),
    );
    let counts = Memo::new(move |_| {
        loaded
            .value
            .with(|value| value.as_ref().map(|answer| answer.facets.clone()))
            .unwrap_or_default()
    });
    view! {
        <div class="list" id="liste" tabindex="-1">
            {search::search(state, parts.words.search)}
            {facets::panel(state, parts.facets, counts)}
            <div class="list-results">
                {live(move || {
                    let wrong = asked.with(|asked| asked.wrong);
                    wrong.then(|| told("p", "notice", list::WRONG_ADDRESS.of(language)))
                })}
                {chips::chips(state)}
                {results(state, loaded, parts)}
                {tools::tools(move || aect_pages::exports(resource, &state.whole_query(), Browser(language)))}
            </div>
        </div>
    }
    .into_any()
}

fn results(state: State, loaded: Loaded<Answer>, parts: Parts) -> AnyView {
    let language = state.language;
    let Parts {
        preview,
        nothing,
        words,
        sorts,
        ..
    } = parts;
    let total = RwSignal::new(None::<u64>);
    let shown = move || {
        let query = state.query();
        let current = loaded
            .value
            .with(|value| value.as_ref().is_some_and(|answer| same_rows(&answer.of, &query)));
        if let Some(found) = preview
            .as_ref()
            .filter(|_| !current)
            .and_then(|preview| preview(&query))
        {
            total.set(Some(found.total));
            return written(found.rows);
        }
        loaded.value.with(|value| {
            total.set(value.as_ref().map(|answer| answer.total));
            match value {
                None => live(move || loaded.slow.get().then(|| states::skeleton(10))),
                Some(answer) if answer.total == 0 => empty(state, nothing),
                Some(answer) => written((answer.rows)(Browser(language))),
            }
        })
    };
    let page = move || {
        loaded.value.with(|value| {
            value
                .as_ref()
                .map(|answer| (answer.of.clone(), answer.next.clone()))
        })
    };
    let left_out = move || {
        loaded
            .value
            .with(|value| value.as_ref().map_or(0, |answer| answer.left_out))
    };
    let failed = move || {
        loaded
            .error
            .get()
            .map(|error| states::failure(&error, move || loaded.retry()))
    };
    view! {
        <div class="list-head">
            {count(total.into(), words.noun, language)}
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
            .map(|total| aect_words::phrases::counted(total, noun, Browser(language)))
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
        let said = aect_words::phrases::counted(left_out, list::LEFT_OUT, Browser(language));
        let show = link(href, list::LEFT_OUT_SHOW.form(left_out, language));
        node("p", "left-out", vec![text(format!("{said} – ")), show])
    })
}

/// Why a list is empty, and what to do next.
fn empty(state: State, nothing: Nothing) -> AnyView {
    let (language, query) = (state.language, state.query());
    let cleared = question::cleared(&query);
    if query == cleared
        && let Some(said) = nothing(Browser(language))
    {
        return written(said);
    }
    let all = question::address(state.path, &cleared).href();
    written(aect_pages::empty(&all, Browser(language)))
}
