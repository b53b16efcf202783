//! DAC sectors as a table.

use crate::cell::Cell;
use crate::text::Text;

super::table! {
    DacSectors, DacSectorRow;
    reads {
        code: Text<'a>,
        name_fr: Text<'a>,
        name_en: Text<'a>,
        active: bool,
    }
    columns {
        Code: |row| Cell::Text(&row.code),
        NameFr: |row| Cell::Text(&row.name_fr),
        NameEn: |row| Cell::Text(&row.name_en),
        Active: |row| Cell::Bool(row.active),
    }
    points |_row| Vec::new();
}
