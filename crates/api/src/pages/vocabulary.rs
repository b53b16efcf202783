//! Names that records only give by code: countries, departments, themes, goals; read once for each position of the
//! journal.

use crate::error::{Error, Result};
use crate::exports;
use crate::state::Snapshot;
use aect_db::{Conn, renditions};
use aect_formats::CountryNames;
use aect_types::Resource;
use aect_types::collectivities::CollectivitySummary;
use aect_types::query::ListQuery;
use aect_types::sdgs::SdgSummary;
use aect_types::themes::ThemeSummary;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// French names by their codes.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) countries: CountryNames,
    pub(crate) departments: BTreeMap<String, String>,
    pub(crate) themes: BTreeMap<String, String>,
    pub(crate) sdgs: BTreeMap<String, String>,
}

impl Vocabulary {
    fn read(conn: &mut Conn, snapshot: &Snapshot) -> Result<Self> {
        let departments = ListQuery::default().with("kind", "department");
        let everything = ListQuery::default();
        Ok(Self {
            countries: exports::country_names(conn, snapshot)?,
            departments: all(conn, snapshot, Resource::Collectivities, &departments, department)?,
            themes: all(conn, snapshot, Resource::Themes, &everything, |theme| {
                Some(self::theme(theme))
            })?,
            sdgs: all(conn, snapshot, Resource::Sdgs, &everything, |goal| {
                Some(sdg(goal))
            })?,
        })
    }
}

/// A code with its name; none where the record has no such code.
type Named = Option<(String, String)>;

fn all<S: DeserializeOwned>(
    conn: &mut Conn,
    snapshot: &Snapshot,
    resource: Resource,
    query: &ListQuery,
    read: impl Fn(S) -> Named,
) -> Result<BTreeMap<String, String>> {
    let ids = snapshot.index.ids(resource, snapshot.reader, query)?;
    let mut names = BTreeMap::new();
    for summary in renditions::summaries(conn, snapshot.reader, &ids)? {
        names.extend(read(serde_json::from_str(&summary).map_err(Error::internal)?));
    }
    Ok(names)
}

fn department(summary: CollectivitySummary) -> Named {
    Some((summary.department_code?, summary.name))
}

fn theme(summary: ThemeSummary) -> (String, String) {
    (summary.slug.into(), summary.name_fr)
}

fn sdg(summary: SdgSummary) -> (String, String) {
    (summary.number.to_string(), summary.name_fr)
}

/// The newest names read.
#[derive(Default)]
pub(crate) struct Newest(Mutex<Option<(i64, Arc<Vocabulary>)>>);

impl Newest {
    /// The names at the position of a snapshot.
    pub(crate) fn at(&self, conn: &mut Conn, snapshot: &Snapshot) -> Result<Arc<Vocabulary>> {
        // Nothing panics while it is held, and what it holds is whole at any instant.
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((position, names)) = known
            && position == snapshot.position
        {
            return Ok(names);
        }
        let names = Arc::new(Vocabulary::read(conn, snapshot)?);
        let newest = (snapshot.position, Arc::clone(&names));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest);
        Ok(names)
    }
}
