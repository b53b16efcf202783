//! Pages whose content only follows their address: written by the shared pages, shown as they are.

use crate::browser::{self, document};
use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::language::use_language;
use crate::names::use_names;
use crate::parts;
use crate::router::use_router;
use crate::session::{Who, use_session};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_pages::{Asked, Sheet, Source};
use aect_types::query::ListQuery;
use aect_types::search::SearchResults;
use aect_types::site::PublicPage;
use aect_types::stats::{Stats, StatsBy};
use aect_types::texts::SiteText;
use aect_types::told::Told;
use aect_types::{Page, Record, Resource};
use aect_words::Language;
use futures_util::future::join;
use leptos::prelude::*;
use maud::Markup;

/// HTML that the shared pages wrote, in its place, leading to pages in the reader's language.
pub(crate) fn written(markup: Markup) -> AnyView {
    keep_focus();
    let html = aect_pages::in_language(markup.into_string(), use_language());
    view! { <div class="written" inner_html=html></div> }.into_any()
}

/// What stands above a page for the member who reads it, HTML.
type Above = String;

/// The page at the present address.
pub(crate) fn page(page: PublicPage, language: Language) -> AnyView {
    let router = use_router();
    let path = page.path();
    // When the reader leaves, the address is another page's for a moment: the question stays what it was.
    let asked = Memo::new(move |before: Option<&Asked>| {
        router.address.with(|address| match before {
            Some(before) if address.path != path => before.clone(),
            _ => Asked::new(address.pairs()),
        })
    });
    let of = page.clone();
    let session = use_session();
    let loaded: Loaded<(Sheet, Option<Above>)> = data::load(
        move || Some(Question::now((of.clone(), asked.get()))),
        move |client: Client, (page, asked)| async move {
            let above = async {
                let member = session.is(Who::Member);
                if member {
                    parts::above(&page, client.clone(), language).await
                } else {
                    None
                }
            };
            let told = parts::written(page.clone(), asked, client.clone(), language);
            let (above, told) = join(above, told).await;
            Ok((told?, above.map(Markup::into_string)))
        },
    );
    states::record_page(loaded, move |(sheet, above)| {
        let above = above.map(|above| written(maud::PreEscaped(above)));
        view! { {above} {show(&page, sheet, language)} }.into_any()
    })
}

/// Whoever stands on a link or a button that is now written anew stays on it; where it is gone, on the heading.
fn keep_focus() {
    let focused = || {
        document()
            .active_element()
            .filter(|element| element.tag_name() != "BODY")
    };
    let Some(before) = focused() else { return };
    request_animation_frame(move || {
        if focused().is_none() {
            browser::focus("titre");
            browser::focus(&before.id());
        }
    });
}

/// Puts a sheet in its place, with its title.
fn show(page: &PublicPage, sheet: Sheet, language: Language) -> AnyView {
    let router = use_router();
    if matches!(page, PublicPage::Record(..)) {
        router.name(&sheet.path);
    }
    entitle(&sheet, language);
    written(maud::PreEscaped(sheet.main))
}

/// Names the window after a sheet, and gives its heading the focus where the reader comes from elsewhere.
pub(crate) fn entitle(sheet: &Sheet, language: Language) {
    document().set_title(&sheet.title(Browser(language)));
    if use_router().takes_focus() {
        request_animation_frame(|| browser::focus("titre"));
    }
}

/// The API as the source of a page; the names that pages call things by are awaited beside.
pub(crate) struct Api(pub(crate) Client);

impl Source for Api {
    type Error = Error;

    async fn record<R: Record>(&self, key: &str) -> Result<R, Error> {
        join(self.0.get::<R>(key), use_names().ready()).await.0
    }

    async fn list<R: Record>(&self, query: &ListQuery) -> Result<Page<R::Summary>, Error> {
        join(self.0.list::<R>(query), use_names().ready()).await.0
    }

    async fn told(&self, resource: Resource, query: &ListQuery) -> Result<Page<Told>, Error> {
        self.0.told(resource, query).await
    }

    async fn stats(&self, by: StatsBy, query: &ListQuery) -> Result<Stats, Error> {
        join(self.0.stats(by, query), use_names().ready()).await.0
    }

    async fn search(&self, words: &str, limit: u16) -> Result<SearchResults, Error> {
        self.0.search(words, limit).await
    }

    async fn text(&self, slug: &str) -> Result<SiteText, Error> {
        self.0.text(slug).await
    }
}
