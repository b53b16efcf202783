//! Plan du site: every page, and the lists of themes and countries.

use crate::parts::{heading, to};
use crate::{Sheet, Source, Voice, rows};
use aect_types::Resource;
use aect_types::query::{ListQuery, limits};
use aect_types::site::{PublicPage, paths};
use aect_types::stats::StatsBy;
use aect_types::themes::Theme;
use aect_words::pages::{Text, compare, observatory, search, shell, site_map as words};
use futures_util::future::try_join;
use maud::{Markup, html};

/// The pages by what they are for; the footer and this page have the same.
pub(crate) const PAGES: [(Text, &[(&str, Text)]); 3] = [
    (
        words::FIND,
        &[
            (paths::HOME, shell::HOME),
            (paths::SEARCH, search::TITLE),
            (paths::MAP, shell::MAP),
            (paths::COLLECTIVITIES, shell::DIRECTORY),
            (paths::ACTORS, shell::ACTORS),
            (paths::PARTNER_AUTHORITIES, shell::PARTNERS),
            (paths::COMPARE, compare::TITLE),
        ],
    ),
    (
        words::FOLLOW,
        &[
            (paths::PROJECTS, shell::PROJECTS),
            (paths::EVENTS, shell::AGENDA),
            (paths::NEWS, shell::NEWS),
            (paths::THEMATIC_GROUPS, shell::GROUPS),
            (paths::RESOURCES, shell::RESOURCES),
            (paths::EXTERNAL_INITIATIVES, shell::INITIATIVES),
            (paths::THEMES, shell::THEMES),
            (paths::COUNTRIES, shell::COUNTRIES),
            (paths::OBSERVATORY, observatory::TITLE),
        ],
    ),
    (
        words::ABOUT,
        &[
            ("/aide", shell::HELP),
            ("/donnees", shell::DATA),
            (paths::SITE_MAP, shell::SITE_MAP),
            ("/accessibilite", shell::ACCESSIBILITY),
            ("/mentions-legales", shell::LEGAL),
            ("/donnees-personnelles", shell::PRIVACY),
        ],
    ),
];

/// The page.
pub(crate) async fn page<S: Source>(source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let all = ListQuery {
        limit: Some(limits::PAGE_MAX),
        ..ListQuery::default()
    };
    let (themes, countries) = try_join(
        source.list::<Theme>(&all),
        source.stats(StatsBy::Country, &ListQuery::default()),
    )
    .await?;
    let language = voice.language();
    let themes = themes.items.iter().map(|theme| {
        let name = rows::named(&theme.name_fr, &theme.name_en, language);
        to(Resource::Themes, theme.slug.as_str(), name)
    });
    let codes = countries.rows.iter().filter_map(|row| row.value.parse().ok());
    let countries = crate::parts::countries(&codes.collect::<Vec<_>>(), voice);
    let countries = countries.iter().map(|(code, name)| {
        let href = crate::parts::filtered(paths::MAP, "country", code);
        html! { a href=(href) { (name) } }
    });
    let main = html! {
        (heading(shell::SITE_MAP.of(language)))
        div.site-map {
            @for (name, pages) in PAGES {
                section { h2 { (name.of(language)) } ul { @for (path, name) in pages {
                    li { a href=(path) { (name.of(language)) } }
                } } }
            }
        }
        (named(shell::THEMES, themes.collect(), voice))
        (named(shell::COUNTRIES, countries.collect(), voice))
    };
    Ok(Sheet::new(
        &PublicPage::SiteMap,
        shell::SITE_MAP.of(language),
        words::INTRODUCTION.of(language),
        main,
    ))
}

fn named(name: Text, links: Vec<Markup>, voice: impl Voice) -> Markup {
    html! { section { h2 { (name.of(voice.language())) } ul.names { @for link in links { li { (link) } } } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::site::{SECTIONS, TextPage};

    #[test]
    fn every_page_is_on_the_map() {
        let on_it: Vec<&str> = PAGES
            .iter()
            .flat_map(|(_, pages)| pages.iter().map(|(path, _)| *path))
            .collect();
        let texts = TextPage::ALL.map(|text| format!("/{}", text.slug()));
        let sections = SECTIONS.map(|(path, _)| path.to_owned());
        for path in texts.iter().chain(&sections) {
            assert!(on_it.contains(&path.as_str()), "{path}");
        }
        for path in on_it {
            assert!(PublicPage::at(path).is_some(), "{path}");
        }
    }
}
