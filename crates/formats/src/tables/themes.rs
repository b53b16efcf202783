//! Themes as a table.

use crate::cell::{Cell, code, integer, integers, optional};
use crate::text::Text;
use aect_types::themes::ThemeKind;

super::table! {
    Themes, ThemeRow;
    reads {
        kind: ThemeKind,
        name_fr: Text<'a>,
        name_en: Text<'a>,
        description: Option<Text<'a>>,
        rank: i32,
        sdgs: Vec<i16>,
    }
    columns {
        Kind: |row| code(row.kind),
        NameFr: |row| Cell::Text(&row.name_fr),
        NameEn: |row| Cell::Text(&row.name_en),
        Description: |row| optional(row.description.as_ref()),
        Rank: |row| integer(Some(row.rank)),
        Sdgs: |row| integers(&row.sdgs),
    }
    points |_row| Vec::new();
}
