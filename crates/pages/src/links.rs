//! Where the links of a page lead. Pages write the address of a page as it is in French, `/projets`, wherever they lead
//! there; once the page is written, each is put into the reader's language: `/en/projets`.

use aect_types::site::PublicPage;
use aect_words::Language;

/// What begins a link to a page of the site or a form that asks one. A writer of HTML escapes the quotation marks of any
/// text, so that nothing but an attribute begins like this.
const BEGINNINGS: [&str; 2] = [" href=\"/", " action=\"/"];

/// Leads the links and forms of a written page to the pages of a language. Links that name another language by
/// `hreflang`, right before their address, and those that lead to no page (exports, documentation) stay.
#[must_use]
pub fn in_language(html: String, language: Language) -> String {
    if language.prefix().is_empty() {
        return html;
    }
    let mut written = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    while let Some((before, href, after)) = next_link(rest) {
        written.push_str(before);
        if leads_to_page(href) && !before_names_language(before) {
            written.push_str(&language.place(href));
        } else {
            written.push_str(href);
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

/// What stands before the next address within the site, the address, and what stands behind it.
fn next_link(html: &str) -> Option<(&str, &str, &str)> {
    let found = BEGINNINGS.iter().filter_map(|beginning| {
        // The address begins with the last character of the beginning.
        Some(html.find(beginning)? + beginning.len() - 1)
    });
    let (before, rest) = html.split_at_checked(found.min()?)?;
    let (href, after) = rest.split_at_checked(rest.find('"')?)?;
    Some((before, href, after))
}

fn leads_to_page(href: &str) -> bool {
    let end = href.find(['?', '#']).unwrap_or(href.len());
    href.get(..end).is_some_and(|path| PublicPage::at(path).is_some())
}

fn before_names_language(before: &str) -> bool {
    Language::ALL
        .iter()
        .any(|language| before.ends_with(&format!(" hreflang=\"{}\" href=\"", language.tag())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use maud::html;

    fn english(html: &maud::Markup) -> String {
        in_language(html.0.clone(), Language::En)
    }

    #[test]
    fn links_and_forms_lead_to_pages_of_the_language() {
        let page = html! {
            a href="/" { "Accueil" }
            a.tag href="/projets?theme=eau&country=SN" { "Eau" }
            a download href="/api/v1/projects.csv" { "CSV" }
            a href="#contenu" { "Contenu" }
            a href="https://cites-unies-france.org/projets" { "CUF" }
            form action="/recherche" method="get" {}
            a hreflang="fr" href="/projets" { "Français" }
        };
        let expected = html! {
            a href="/en" { "Accueil" }
            a.tag href="/en/projets?theme=eau&country=SN" { "Eau" }
            a download href="/api/v1/projects.csv" { "CSV" }
            a href="#contenu" { "Contenu" }
            a href="https://cites-unies-france.org/projets" { "CUF" }
            form action="/en/recherche" method="get" {}
            a hreflang="fr" href="/projets" { "Français" }
        };
        assert_eq!(english(&page), expected.0);
        assert_eq!(in_language(page.0.clone(), Language::Fr), page.0);
    }

    #[test]
    fn what_somebody_wrote_is_no_link() {
        let page = html! { p title=" href=\"/projets\"" { " href=\"/projets\" – é" } };
        assert_eq!(english(&page), page.0);
        assert_eq!(
            in_language(" href=\"/projets".to_owned(), Language::En),
            " href=\"/projets"
        );
    }
}
