//! What was typed and not saved, in the memory of this window: the end of a session or a reload does not take it, and the
//! next person in this browser does not find it.

use super::shapes::Row;
use crate::browser;
use aect_types::Uuid;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was typed into a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Of which version it was a change; 0: of none yet.
    pub(super) version: i64,
    /// By field.
    pub(super) rows: BTreeMap<String, Vec<Row>>,
}

/// Where it is kept: a place a person and record.
pub(super) struct Place(String);

impl Place {
    /// `record` is the name of its kind for one that is still to come.
    pub(super) fn new(person: Uuid, record: &str) -> Self {
        Self(format!("typed {person} {record}"))
    }

    pub(super) fn read(&self) -> Option<Kept> {
        aect_client::read_json(&browser::noted(&self.0)?)
    }

    /// Keeps it; nothing is kept of nothing.
    pub(super) fn write(&self, kept: &Kept) {
        let text = serde_json::to_string(kept).ok();
        browser::note(&self.0, text.as_deref().filter(|_| !kept.rows.is_empty()));
    }

    pub(super) fn forget(&self) {
        browser::note(&self.0, None);
    }
}
