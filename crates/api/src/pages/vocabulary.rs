//! Names that records only give by code: countries, departments, themes, goals; read once for each position of the
//! journal.

use crate::error::{Error, Result};
use crate::state::Snapshot;
use aect_db::{Conn, renditions};
use aect_types::Resource;
use aect_types::collectivities::CollectivitySummary;
use aect_types::countries::CountrySummary;
use aect_types::query::ListQuery;
use aect_types::sdgs::SdgSummary;
use aect_types::themes::ThemeSummary;
use aect_words::Language;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Names of one language by their codes.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) countries: BTreeMap<String, String>,
    pub(crate) departments: BTreeMap<String, String>,
    pub(crate) themes: BTreeMap<String, String>,
    pub(crate) sdgs: BTreeMap<String, String>,
}

/// The names of a position in every language.
#[derive(Debug, Default)]
pub(crate) struct Vocabularies {
    fr: Vocabulary,
    en: Vocabulary,
}

impl Vocabularies {
    /// Those of a language.
    pub(crate) const fn of(&self, language: Language) -> &Vocabulary {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }

    fn read(conn: &mut Conn, snapshot: &Snapshot) -> Result<Self> {
        let departments = ListQuery::default().with("kind", "department");
        let everything = ListQuery::default();
        let mut both = Self::default();
        for country in all::<CountrySummary>(conn, snapshot, Resource::Countries, &everything)? {
            let code = country.code.to_string();
            both.fr.countries.insert(code.clone(), country.name_fr);
            both.en.countries.insert(code, country.name_en);
        }
        for department in all::<CollectivitySummary>(conn, snapshot, Resource::Collectivities, &departments)?
        {
            let Some(code) = department.department_code else {
                continue;
            };
            both.fr.departments.insert(code.clone(), department.name.clone());
            both.en.departments.insert(code, department.name);
        }
        for theme in all::<ThemeSummary>(conn, snapshot, Resource::Themes, &everything)? {
            let slug = String::from(theme.slug);
            both.fr.themes.insert(slug.clone(), theme.name_fr);
            both.en.themes.insert(slug, theme.name_en);
        }
        for goal in all::<SdgSummary>(conn, snapshot, Resource::Sdgs, &everything)? {
            let number = goal.number.to_string();
            both.fr.sdgs.insert(number.clone(), goal.name_fr);
            both.en.sdgs.insert(number, goal.name_en);
        }
        Ok(both)
    }
}

fn all<S: DeserializeOwned>(
    conn: &mut Conn,
    snapshot: &Snapshot,
    resource: Resource,
    query: &ListQuery,
) -> Result<Vec<S>> {
    let ids = snapshot.index.ids(resource, snapshot.reader, query)?;
    let summaries = renditions::summaries(conn, snapshot.reader, &ids)?;
    let read = summaries.iter().map(|summary| serde_json::from_str(summary));
    read.collect::<std::result::Result<_, _>>()
        .map_err(Error::internal)
}

/// The newest names read.
#[derive(Default)]
pub(crate) struct Newest(Mutex<Option<(i64, Arc<Vocabularies>)>>);

impl Newest {
    /// The names at the position of a snapshot.
    pub(crate) fn at(&self, conn: &mut Conn, snapshot: &Snapshot) -> Result<Arc<Vocabularies>> {
        // Nothing panics while it is held, and what it holds is whole at any instant.
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((position, names)) = known
            && position == snapshot.position
        {
            return Ok(names);
        }
        let names = Arc::new(Vocabularies::read(conn, snapshot)?);
        let newest = (snapshot.position, Arc::clone(&names));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest);
        Ok(names)
    }
}
