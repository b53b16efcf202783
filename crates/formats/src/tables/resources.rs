//! The library as a table.

use super::parts::{Author, ThemeName, authors, themes};
use crate::cell::{Cell, code, codes, optional};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::events::Audience;
use aect_types::resources::{ResourceKind, ResourceLanguage};

super::table! {
    Resources, ResourceRow;
    reads {
        title: Text<'a>,
        summary: Option<Text<'a>>,
        description: Option<Text<'a>>,
        kind: ResourceKind,
        link: Option<Text<'a>>,
        published_on: Option<Text<'a>>,
        language: Option<ResourceLanguage>,
        audience: Vec<Audience>,
        publisher_name: Option<Text<'a>>,
        reviewed_on: Option<Text<'a>>,
        review_due_on: Option<Text<'a>>,
        countries: Vec<CountryCode>,
        publishers: Vec<Author<'a>>,
        themes: Vec<ThemeName<'a>>,
    }
    columns {
        Title: |row| Cell::Text(&row.title),
        Kind: |row| code(row.kind),
        Summary: |row| optional(row.summary.as_ref()),
        Description: |row| optional(row.description.as_ref()),
        Link: |row| optional(row.link.as_ref()),
        PublishedOn: |row| optional(row.published_on.as_ref()),
        Publishers: |row| authors(&row.publishers),
        PublisherName: |row| optional(row.publisher_name.as_ref()),
        ContentLanguage: |row| row.language.map_or(Cell::Empty, code),
        Audience: |row| codes(&row.audience),
        Themes: |row| themes(&row.themes),
        Countries: |row| Cell::Countries(row.countries.iter().collect()),
        ReviewedOn: |row| optional(row.reviewed_on.as_ref()),
        ReviewDueOn: |row| optional(row.review_due_on.as_ref()),
    }
    points |_row| Vec::new();
}
