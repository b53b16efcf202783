//! News as a table.

use super::parts::{Author, Link, ThemeName, Titled, authors, links, themes, titled};
use crate::cell::{Cell, optional};
use crate::text::Text;
use aect_types::CountryCode;

super::table! {
    News, NewsRow;
    reads {
        title: Text<'a>,
        summary: Option<Text<'a>>,
        description: Option<Text<'a>>,
        published_on: Text<'a>,
        useful_until: Option<Text<'a>>,
        countries: Vec<CountryCode>,
        links: Vec<Link<'a>>,
        authors: Vec<Author<'a>>,
        themes: Vec<ThemeName<'a>>,
        projects: Vec<Titled<'a>>,
        events: Vec<Titled<'a>>,
    }
    columns {
        Title: |row| Cell::Text(&row.title),
        Summary: |row| optional(row.summary.as_ref()),
        Description: |row| optional(row.description.as_ref()),
        PublishedOn: |row| Cell::Text(&row.published_on),
        UsefulUntil: |row| optional(row.useful_until.as_ref()),
        Authors: |row| authors(&row.authors),
        Themes: |row| themes(&row.themes),
        Countries: |row| Cell::Countries(row.countries.iter().collect()),
        AboutProjects: |row| titled(&row.projects),
        AboutEvents: |row| titled(&row.events),
        Links: |row| links(&row.links),
    }
    points |_row| Vec::new();
}
