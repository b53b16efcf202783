//! Sustainable Development Goals as a table.

use crate::cell::{Cell, integer};
use crate::text::Text;

super::table! {
    Sdgs, SdgRow;
    reads {
        number: i16,
        name_fr: Text<'a>,
        name_en: Text<'a>,
        title_fr: Text<'a>,
        title_en: Text<'a>,
        color: Text<'a>,
    }
    columns {
        Number: |row| integer(Some(row.number)),
        NameFr: |row| Cell::Text(&row.name_fr),
        NameEn: |row| Cell::Text(&row.name_en),
        TitleFr: |row| Cell::Text(&row.title_fr),
        TitleEn: |row| Cell::Text(&row.title_en),
        Color: |row| Cell::Text(&row.color),
    }
    points |_row| Vec::new();
}
