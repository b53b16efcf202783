//! Names that records only give by code: themes, departments, goals. Each list is fetched once, when first needed.

use crate::router::use_router;
use aect_client::{Client, Error};
use aect_types::collectivities::Collectivity;
use aect_types::query::ListQuery;
use aect_types::sdgs::Sdg;
use aect_types::themes::Theme;
use aect_words::Language;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A name in both languages.
type Name = (String, String);

/// The lists fetched so far.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    themes: List,
    departments: List,
    sdgs: List,
}

#[derive(Clone, Copy)]
struct List {
    names: RwSignal<BTreeMap<String, Name>>,
    asked: StoredValue<bool>,
}

impl List {
    fn new() -> Self {
        Self {
            names: RwSignal::new(BTreeMap::new()),
            asked: StoredValue::new(false),
        }
    }

    /// The name, or the code until it is known; asks for the list the first time.
    fn name<F>(self, code: &str, language: Language, ask: impl FnOnce(Client) -> F) -> String
    where
        F: Future<Output = Result<BTreeMap<String, Name>, Error>> + 'static,
    {
        self.ensure(ask);
        self.names.with(|names| {
            names.get(code).map_or_else(
                || code.to_owned(),
                |(fr, en)| match language {
                    Language::Fr => fr.clone(),
                    Language::En => en.clone(),
                },
            )
        })
    }

    fn ensure<F>(self, ask: impl FnOnce(Client) -> F)
    where
        F: Future<Output = Result<BTreeMap<String, Name>, Error>> + 'static,
    {
        if self.asked.get_value() {
            return;
        }
        self.asked.set_value(true);
        let (router, asked) = (use_router(), ask(expect_context()));
        leptos::task::spawn_local(async move {
            let busy = untrack(|| router.busy());
            // Without the list, codes are shown: still true, and the page that needs it says its own errors.
            match asked.await {
                Ok(names) => self.names.set(names),
                Err(_) => self.asked.set_value(false),
            }
            drop(busy);
        });
    }
}

impl Names {
    /// Nothing fetched yet.
    pub(crate) fn new() -> Self {
        Self {
            themes: List::new(),
            departments: List::new(),
            sdgs: List::new(),
        }
    }

    /// The name of a theme by its slug.
    pub(crate) fn theme(self, slug: &str, language: Language) -> String {
        self.themes.name(slug, language, themes)
    }

    /// The slugs of all themes, in the order of their names.
    pub(crate) fn all_themes(self, language: Language) -> Vec<String> {
        self.themes.ensure(themes);
        let slugs: Vec<String> = self.themes.names.with(|names| names.keys().cloned().collect());
        crate::order::by_key(slugs, |slug| aect_types::text::fold(&self.theme(slug, language)))
    }

    /// The name of a department by its code.
    pub(crate) fn department(self, code: &str, language: Language) -> String {
        self.departments.name(code, language, departments)
    }

    /// The departments of the region, by code.
    pub(crate) fn all_departments(self) -> Vec<(String, String)> {
        self.departments.ensure(departments);
        let named = |(code, (name, _)): (&String, &Name)| (code.clone(), name.clone());
        self.departments
            .names
            .with(|names| names.iter().map(named).collect())
    }

    /// The name of a Sustainable Development Goal by its number.
    pub(crate) fn sdg(self, number: &str, language: Language) -> String {
        self.sdgs.name(number, language, |client| async move {
            let page = client.list::<Sdg>(&everything()).await?;
            Ok(page
                .items
                .into_iter()
                .map(|goal| (goal.number.to_string(), (goal.name_fr, goal.name_en)))
                .collect())
        })
    }
}

/// The names fetched so far.
pub(crate) fn use_names() -> Names {
    expect_context()
}

async fn themes(client: Client) -> Result<BTreeMap<String, Name>, Error> {
    let page = client.list::<Theme>(&everything()).await?;
    Ok(page
        .items
        .into_iter()
        .map(|theme| (theme.slug.into(), (theme.name_fr, theme.name_en)))
        .collect())
}

async fn departments(client: Client) -> Result<BTreeMap<String, Name>, Error> {
    let page = client
        .list::<Collectivity>(&everything().with("kind", "department"))
        .await?;
    let named = |name: String, code: Option<String>| code.map(|code| (code, (name.clone(), name)));
    Ok(page
        .items
        .into_iter()
        .filter_map(|summary| named(summary.name, summary.department_code))
        .collect())
}

fn everything() -> ListQuery {
    ListQuery {
        limit: Some(aect_types::query::limits::PAGE_MAX),
        ..ListQuery::default()
    }
}
