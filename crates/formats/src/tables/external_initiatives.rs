//! What other networks run, as a table.

use super::parts::{Named, ThemeName, named, themes};
use crate::cell::{Cell, code, optional};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::external_initiatives::{InitiativeKind, InitiativeStatus};

super::table! {
    ExternalInitiatives, ExternalInitiativeRow;
    reads {
        name: Text<'a>,
        summary: Option<Text<'a>>,
        kind: InitiativeKind,
        status: InitiativeStatus,
        website: Option<Text<'a>>,
        run_by_name: Option<Text<'a>>,
        countries: Vec<CountryCode>,
        run_by: Vec<Named<'a>>,
        themes: Vec<ThemeName<'a>>,
    }
    columns {
        Name: |row| Cell::Text(&row.name),
        Kind: |row| code(row.kind),
        Status: |row| code(row.status),
        Summary: |row| optional(row.summary.as_ref()),
        RunBy: |row| named(&row.run_by),
        RunByName: |row| optional(row.run_by_name.as_ref()),
        Website: |row| optional(row.website.as_ref()),
        Themes: |row| themes(&row.themes),
        Countries: |row| Cell::Countries(row.countries.iter().collect()),
    }
    points |_row| Vec::new();
}
