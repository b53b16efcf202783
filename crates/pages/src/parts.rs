//! What several pages have: facts, links, tables, tools, where a record comes from.

use crate::{Sheet, Voice, rows};
use aect_types::actors::ActorRef;
use aect_types::authors::Author;
use aect_types::collectivities::CollectivityRef;
use aect_types::provenance::{Citation, Provenance};
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::site::{self, EditorPage, PublicPage, paths};
use aect_types::themes::ThemeRef;
use aect_types::{CountryCode, Instant, PartialDate, Resource, Slug};
use aect_words::pages::{Text, contacts as contact_words, list, remarks, shell, team};
use aect_words::phrases;
use form_urlencoded::Serializer;
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeMap;

/// What a page can be taken away as: names and addresses.
pub type Exports = Vec<(Text, String)>;

/// A drawing of the sprite in `index.html`; it says nothing that the words beside it do not.
pub(crate) fn icon(name: &str) -> Markup {
    html! { svg.icon aria-hidden="true" { use href={ "#i-" (name) } {} } }
}

/// The larger drawing of a state: nothing found (`nothing`), no page (`lost`), no answer (`cut`), nothing announced
/// (`quiet`), nothing told yet (`sprout`).
#[must_use]
pub fn picture(name: &str) -> Markup {
    html! { svg.empty-picture aria-hidden="true" { use href={ "#i-" (name) } {} } }
}

/// What stands where a list is empty: a picture, why, and what to do next.
#[must_use]
pub fn empty(all: &str, voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        div.empty {
            (picture("nothing"))
            p.lead { (list::EMPTY.of(language)) }
            p { (list::EMPTY_FILTERS.of(language)) }
            p { a href=(all) { (list::EMPTY_CLEAR.of(language)) } }
        }
    }
}

/// The two buttons that every page has.
#[must_use]
pub fn copy_and_print(voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        button.tool type="button" data-does="copy" { (icon("link")) (shell::COPY_LINK.of(language)) }
        button.tool type="button" data-does="print" { (icon("print")) (shell::PRINT.of(language)) }
    }
}

/// Copy the link, print, export. The buttons say what they do in `data-does`: the application does it, and without it
/// they are not shown.
#[must_use]
pub fn tools(exports: &[(Text, String)], voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        div.tools {
            (copy_and_print(voice))
            @if !exports.is_empty() {
                details.menu {
                    summary.tool { (icon("take")) (shell::EXPORT.of(language)) }
                    ul { @for (name, address) in exports { li { a download href=(address) { (name.of(language)) } } } }
                }
            }
            span.tools-said role="status" {}
        }
    }
}

/// A list in every format it has.
#[must_use]
pub fn exports(resource: Resource, query: &ListQuery, voice: impl Voice) -> Exports {
    let address = |format: Format| list_address(resource, Some(format), query, voice);
    let excel = address(Format::Csv);
    let mark = if excel.contains('?') { '&' } else { '?' };
    let mut exports = vec![
        (shell::EXPORT_EXCEL, format!("{excel}{mark}dialect=excel-fr")),
        (shell::EXPORT_CSV, excel),
    ];
    for (format, name) in [
        (Format::GeoJson, shell::EXPORT_GEOJSON),
        (Format::Ndjson, shell::EXPORT_NDJSON),
        (Format::Ics, shell::EXPORT_ICS),
    ] {
        if resource.spec().formats.contains(&format) {
            exports.push((name, address(format)));
        }
    }
    exports.push((shell::EXPORT_JSON, address(Format::Json)));
    exports
}

/// Where the API has a list.
fn list_address(resource: Resource, format: Option<Format>, query: &ListQuery, voice: impl Voice) -> String {
    let suffix = format.map_or_else(String::new, |format| format!(".{format}"));
    with_query(
        &format!("{}/api/v1/{resource}{suffix}", voice.api()),
        &query_of_exports(query),
    )
}

/// An export is the whole list: paging does not apply.
fn query_of_exports(query: &ListQuery) -> Vec<(String, String)> {
    let mut pairs = query.to_pairs();
    pairs.retain(|(name, _)| !matches!(name.as_str(), "limit" | "cursor" | "facets" | "fields"));
    pairs
}

/// Where the API has a record.
pub(crate) fn json_address(resource: Resource, slug: &str, voice: impl Voice) -> String {
    format!("{}/api/v1/{resource}/{slug}", voice.api())
}

/// A path with a question behind it, where there is one.
pub(crate) fn with_query(path: &str, pairs: &[(String, String)]) -> String {
    if pairs.is_empty() {
        return path.to_owned();
    }
    let mut query = Serializer::new(String::new());
    query.extend_pairs(pairs);
    [path, "?", &query.finish()].concat()
}

/// The list of a kind of record under one filter.
pub(crate) fn filtered(path: &str, filter: &str, value: &str) -> String {
    with_query(path, &[(filter.to_owned(), value.to_owned())])
}

/// The tools of a record: its data as JSON.
pub(crate) fn record_tools(resource: Resource, slug: &str, voice: impl Voice) -> Markup {
    tools(
        &[(shell::EXPORT_JSON, json_address(resource, slug, voice))],
        voice,
    )
}

/// The one heading of a page: the application gives it the focus when the reader comes from elsewhere.
pub(crate) fn heading(words: &str) -> Markup {
    html! { h1 #titre tabindex="-1" { (words) } }
}

/// The same where it is the title of a record, in French whatever the language of the page.
pub(crate) fn title(words: &str) -> Markup {
    html! { h1 #titre tabindex="-1" lang="fr" { (words) } }
}

/// Words of a record: French, whatever the language of the page.
pub(crate) fn french(words: impl maud::Render) -> Markup {
    html! { span lang="fr" { (words) } }
}

/// A line of a record in its own words, where it has some.
pub(crate) fn said(name: Text, words: Option<&String>, voice: impl Voice) -> Markup {
    fact(name, words.map(french), voice)
}

/// What is known, and in brackets what the record says of it; one of them where there is only one.
pub(crate) fn with_note(known: Option<String>, note: Option<&String>, voice: impl Voice) -> Option<Markup> {
    let known = known.map(|known| voice.capitalised(&known));
    match (known, note) {
        (Some(known), Some(note)) => Some(html! { (known) " (" (french(note)) ")" }),
        (Some(known), None) => Some(html! { (known) }),
        (None, Some(note)) => Some(french(voice.capitalised(note))),
        (None, None) => None,
    }
}

/// A line of a record, where there is something to say.
pub(crate) fn fact(name: Text, value: Option<impl maud::Render>, voice: impl Voice) -> Markup {
    html! { @if let Some(value) = value { div.fact { dt { (name.of(voice.language())) } dd { (value) } } } }
}

/// A part of a page under its heading, where there is something in it.
pub(crate) fn section(name: Text, content: &Markup, voice: impl Voice) -> Markup {
    html! { @if !content.0.is_empty() { section { h2 { (name.of(voice.language())) } (content) } } }
}

/// Links to lists; nothing for none.
pub(crate) fn tags(links: &[(String, String)]) -> Option<Markup> {
    (!links.is_empty())
        .then(|| html! { ul.tags { @for (href, name) in links { li { a.tag href=(href) { (name) } } } } })
}

/// Links to themes; nothing for none.
pub(crate) fn theme_tags(themes: &[ThemeRef], voice: impl Voice) -> Option<Markup> {
    let themes = themes.iter().filter_map(|theme| {
        let name = rows::named(&theme.name_fr, &theme.name_en, voice.language());
        Some((
            site::record(Resource::Themes, theme.slug.as_str())?,
            name.to_owned(),
        ))
    });
    tags(&themes.collect::<Vec<_>>())
}

/// Names, one below the other; nothing for none.
pub(crate) fn listed(names: Vec<Markup>) -> Option<Markup> {
    (!names.is_empty()).then(|| html! { ul.plain { @for name in names { li { (name) } } } })
}

/// Somebody in whose name something is told.
pub(crate) fn author(author: &Author) -> Markup {
    let actor = |actor: &ActorRef| to(Resource::Actors, actor.slug.as_str(), &actor.name);
    html! {
        @if let Some(named) = &author.collectivity { (collectivity(named)) }
        @if let Some(named) = &author.actor { (actor(named)) }
    }
}

/// Names, each with a word on it; nothing for none.
pub(crate) fn names_with(items: Vec<(Markup, &str)>) -> Option<Markup> {
    (!items.is_empty())
        .then(|| html! { ul.plain { @for (name, hint) in items { li { (name) " " span.hint { (hint) } } } } })
}

/// Another site's address, as a link where it is one of the Web.
pub(crate) fn outside(url: &str, name: &str) -> Markup {
    let of_the_web = url.starts_with("https://") || url.starts_with("http://");
    html! { @if of_the_web { a.outside href=(url) rel="noopener" { (name) } } @else { (name) } }
}

/// A record named, as a link to its page. Titles are French, whatever the language of the page; names of places and
/// organisations are of no language.
pub(crate) fn to(resource: Resource, slug: &str, name: &str) -> Markup {
    let titled = matches!(
        resource,
        Resource::Projects
            | Resource::Events
            | Resource::News
            | Resource::ThematicGroups
            | Resource::Resources
            | Resource::ExternalInitiatives
    );
    let language = titled.then_some("fr");
    let href = site::record(resource, slug);
    html! { @if let Some(href) = href { a lang=[language] href=(href) { (name) } } @else { (name) } }
}

/// The way to whoever works there and can be reached, and the way in for them: to the page of its team.
pub(crate) fn yours(resource: Resource, slug: &Slug, voice: impl Voice) -> Markup {
    let words = match resource {
        Resource::Actors => team::YOUR_ORGANISATION,
        _ => team::YOURS,
    };
    let href = EditorPage::Team(resource, slug.clone()).path();
    let contacts = EditorPage::Contacts(resource, slug.clone()).path();
    html! {
        p.no-print { a href=(contacts) { (contact_words::SEE.of(voice.language())) } }
        p.no-print { a href=(href) { (words.of(voice.language())) } }
    }
}

/// The way to say that something is wrong, for anybody.
pub(crate) fn correct(resource: Resource, slug: &Slug, voice: impl Voice) -> Markup {
    let href = EditorPage::Remark(resource, slug.clone()).path();
    html! { p.no-print { a href=(href) { (remarks::CORRECT.of(voice.language())) } } }
}

/// A collectivity named.
pub(crate) fn collectivity(named: &CollectivityRef) -> Markup {
    to(Resource::Collectivities, named.slug.as_str(), &named.name)
}

/// Countries as links to their projects, in the order of their names.
pub(crate) fn countries(codes: &[CountryCode], voice: impl Voice) -> Vec<(String, String)> {
    let named = codes
        .iter()
        .map(|code| (code.to_string(), voice.country(code.as_str())))
        .collect();
    crate::order::by_key(named, |(_, name): &(String, String)| aect_types::text::fold(name))
}

/// The lists above a record: names and addresses, the nearest last.
pub(crate) fn breadcrumb(ways: &[(&str, &str)], voice: impl Voice) -> Markup {
    html! {
        nav.breadcrumb aria-label=(shell::BREADCRUMB.of(voice.language())) {
            ol { @for (path, name) in ways { li { a href=(path) { (name) } } } }
        }
    }
}

/// The list that a record is from.
pub(crate) fn above(resource: Resource, voice: impl Voice) -> Markup {
    let path = site::section(resource).unwrap_or(paths::HOME);
    breadcrumb(&[(path, crate::name_of(resource).of(voice.language()))], voice)
}

/// A text of a record in paragraphs. Records are written in French, whatever the language of the page.
pub(crate) fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n") { p lang="fr" { (paragraph) } } }
}

/// A long text of a record: the HTML that the server has made of it, else the text as it was typed. Records are written in
/// French, whatever the language of the page.
pub(crate) fn prose(html: &BTreeMap<String, String>, field: &str, text: Option<&String>) -> Markup {
    html! {
        @if let Some(html) = html.get(field) { div.prose-text lang="fr" { (PreEscaped(html)) } }
        @else if let Some(text) = text { (paragraphs(text)) }
    }
}

/// A table that can be scrolled by keyboard where it is wider than the screen.
pub(crate) fn table(name: &str, heads: &[(&str, bool)], rows: &Markup) -> Markup {
    html! {
        div.table tabindex="0" role="region" aria-label=(name) {
            table {
                caption.visually-hidden { (name) }
                thead { tr { @for (head, number) in heads {
                    @if *number { th.number scope="col" { (head) } } @else { th scope="col" { (head) } }
                } } }
                tbody { (rows) }
            }
        }
    }
}

/// One quotation with its document. Documents are French, whatever the language of the page.
pub(crate) fn citation(citation: &Citation, voice: impl Voice) -> Markup {
    html! {
        figure.citation {
            @if let Some(words) = &citation.quotation { blockquote lang="fr" { p { (words) } } }
            figcaption { (voice.capitalised(&phrases::source(citation, voice))) }
        }
    }
}

/// What documents say of a record.
pub(crate) fn quoted(provenance: &Provenance, voice: impl Voice) -> Markup {
    let quotations = html! { @for one in &provenance.citations { (citation(one, voice)) } };
    section(shell::QUOTED_FROM, &quotations, voice)
}

/// Where a record comes from, how old it is, whether anybody confirmed it; then its data.
pub(crate) fn origin(
    provenance: &Provenance,
    updated_at: Instant,
    confirmed_at: Option<Instant>,
    json: &str,
    voice: impl Voice,
) -> Markup {
    let language = voice.language();
    let data = [provenance.source.as_deref(), provenance.license.as_deref()];
    let data = data.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    let day = |moment: Instant| voice.date(PartialDate::Day(moment.as_datetime().date_naive()));
    html! {
        footer.origin {
            @if !data.is_empty() { p { (shell::DATA_FROM.of(language)) " " (data) } }
            p {
                (shell::UPDATED.of(language)) " " (day(updated_at)) ". "
                @match confirmed_at {
                    None => { (shell::NEVER_CONFIRMED.of(language)) }
                    Some(moment) => { (shell::CONFIRMED.of(language)) " " (day(moment)) "." }
                }
            }
            p.no-print { a href=(json) { (shell::RECORD_JSON.of(language)) } }
        }
    }
}

/// The data of a record that nobody has to confirm: a theme, a country.
pub(crate) fn data(resource: Resource, slug: &str, voice: impl Voice) -> Markup {
    html! {
        footer.origin.no-print {
            p { a href=(json_address(resource, slug, voice)) { (shell::RECORD_JSON.of(voice.language())) } }
        }
    }
}

/// What there is of some texts, with a sign between them.
pub(crate) fn joined<const N: usize>(sign: &str, parts: [Option<String>; N]) -> String {
    let mut joined = String::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !joined.is_empty() {
            joined.push_str(sign);
        }
        joined.push_str(&part);
    }
    joined
}

/// A number as the reader writes it.
pub(crate) fn number(count: u64, voice: impl Voice) -> String {
    voice.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What an unknown address says, with ways out.
#[must_use]
pub fn lost(path: &str, voice: impl Voice) -> Sheet {
    let language = voice.language();
    let ways = [
        (paths::HOME, shell::NOT_FOUND_SEARCH),
        (paths::COLLECTIVITIES, shell::NOT_FOUND_DIRECTORY),
        (paths::PROJECTS, shell::NOT_FOUND_PROJECTS),
        (paths::MAP, shell::NOT_FOUND_MAP),
    ];
    let main = html! {
        div.prose {
            (picture("lost"))
            (heading(shell::NOT_FOUND_TITLE.of(language)))
            p.lead { (shell::NOT_FOUND.of(language)) }
            p { (shell::NOT_FOUND_WAYS.of(language)) }
            ul { @for (path, way) in ways { li { a href=(path) { (way.of(language)) } } } }
        }
    };
    let mut sheet = Sheet::new(
        &PublicPage::Home,
        shell::NOT_FOUND_TITLE.of(language),
        shell::NOT_FOUND.of(language),
        main,
    );
    path.clone_into(&mut sheet.path);
    sheet
}

/// HTML that is the platform's own.
pub(crate) fn own(html: &'static str) -> PreEscaped<&'static str> {
    PreEscaped(html)
}
