//! Header, navigation, footer: what stays around every page.

use crate::browser;
use crate::language::{Choice, other};
use crate::router::use_router;
use crate::routes::{self, NAVIGATION};
use crate::ui::node::{link, node, text, told};
use aect_client::Client;
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_words::Language;
use aect_words::pages::{Text, shell};
use leptos::prelude::*;

/// The page between its header and its footer.
pub(crate) fn shell(language: Language, page: fn() -> AnyView) -> AnyView {
    view! {
        <a class="skip" href="#contenu">{shell::SKIP_TO_CONTENT.of(language)}</a>
        <a class="skip" href="#navigation">{shell::SKIP_TO_NAVIGATION.of(language)}</a>
        <header class="header">
            <div class="wrap header-row">
                <a class="brand" href=routes::HOME>
                    {logo()}
                    <span class="brand-name"><strong>"AECT"</strong>" "{shell::REGION.of(language)}</span>
                </a>
                {navigation(language)}
                {language_switch(language)}
            </div>
        </header>
        <main class="wrap" id="contenu" tabindex="-1">{page()}</main>
        {footer(language)}
    }
    .into_any()
}

/// The same drawing as in `index.html` and the favicon.
const LOGO: &str = concat!(
    r#"<rect width="40" height="40" rx="9"/><circle cx="20" cy="20" r="12"/>"#,
    r#"<path d="M8 20h24M20 8c-8 7-8 17 0 24M20 8c8 7 8 17 0 24"/><circle class="logo-home" cx="15.5" cy="17" r="3.6"/>"#,
);

fn logo() -> AnyView {
    view! { <svg class="logo" viewBox="0 0 40 40" aria-hidden="true" inner_html=LOGO></svg> }.into_any()
}

fn navigation(language: Language) -> AnyView {
    let router = use_router();
    let path = Memo::new(move |_| router.address.with(|address| address.path.clone()));
    let entry = move |(entry, name): &(&'static str, aect_words::pages::Text)| {
        let (entry, name) = (*entry, name.of(language));
        let current = move || {
            path.with(|path| match routes::is_within(path, entry) {
                true if path == entry => Some("page"),
                true => Some("true"),
                false => None,
            })
        };
        view! { <li><a href=entry aria-current=current>{name}</a></li> }
    };
    view! {
        <nav id="navigation" class="navigation" tabindex="-1" aria-label=shell::NAVIGATION.of(language)>
            <ul>{NAVIGATION.iter().map(entry).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn language_switch(language: Language) -> AnyView {
    let choice: Choice = expect_context();
    let switch = move |_| {
        choice.set(other(language));
        // The page is drawn anew: the button that was pressed is another one.
        request_animation_frame(|| browser::focus("langue"));
    };
    view! {
        <button type="button" id="langue" class="language" lang=other(language).tag()
            title=shell::LANGUAGE_SWITCH_LONG.of(language) on:click=switch>
            {shell::LANGUAGE_SWITCH.of(language)}
        </button>
    }
    .into_any()
}

fn footer(language: Language) -> AnyView {
    let client: Client = expect_context();
    let export = |resource| {
        let address = client
            .site()
            .list(resource, Some(Format::Csv), &ListQuery::default());
        format!("{address}?dialect=excel-fr")
    };
    let sources = [
        shell::SOURCE_COLLECTIVITIES,
        shell::SOURCE_COOPERATIONS,
        shell::SOURCE_TWINNINGS,
        shell::SOURCE_COUNTRIES,
        shell::SOURCE_CODES,
    ];
    let under = |name: Text, items: Vec<AnyView>| {
        let items = items.into_iter().map(|item| node("li", "", vec![item])).collect();
        node(
            "section",
            "",
            vec![told("h2", "", name.of(language)), node("ul", "", items)],
        )
    };
    let about = vec![
        told("h2", "", shell::PLATFORM.of(language)),
        told("p", "", shell::FOOTER_ABOUT.of(language)),
    ];
    let pages = NAVIGATION
        .iter()
        .map(|(path, name)| link(*path, name.of(language)));
    let data = vec![
        link(client.site().absolute("/docs/"), shell::FOOTER_API.of(language)),
        link(
            export(Resource::Collectivities),
            shell::FOOTER_EXPORT_COLLECTIVITIES.of(language),
        ),
        link(
            export(Resource::Projects),
            shell::FOOTER_EXPORT_PROJECTS.of(language),
        ),
    ];
    let columns = vec![
        node("section", "", about),
        under(shell::FOOTER_SITE, pages.collect()),
        under(shell::FOOTER_REUSE, data),
    ];
    let sources = sources.map(|source| text(source.of(language)));
    let parts = vec![
        node("div", "wrap footer-columns", columns),
        node(
            "div",
            "wrap sources",
            vec![under(shell::FOOTER_SOURCES, sources.into())],
        ),
    ];
    node("footer", "footer", parts)
}
