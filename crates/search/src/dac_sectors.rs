//! What the index knows of a DAC sector.

use crate::entry::{Entry, Indexed};
use aect_types::dac_sectors::DacSector;

impl Indexed for DacSector {
    fn entry(&self) -> Option<Entry> {
        Some(Entry {
            name: self.name_fr.clone(),
            aliases: vec![self.name_en.clone()],
            codes: vec![self.code.clone()],
            code: self.code.parse().ok(),
            ..Entry::default()
        })
    }
}
