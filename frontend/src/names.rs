//! Names that records only give by code: themes, departments, goals. Each list is fetched once, when first needed.

use crate::router::use_router;
use aect_client::{Client, Error};
use aect_types::collectivities::Collectivity;
use aect_types::query::ListQuery;
use aect_types::sdgs::Sdg;
use aect_types::themes::Theme;
use aect_words::Language;
use leptos::prelude::*;
use std::pin::Pin;

/// A code with its name in both languages.
struct Name {
    code: String,
    fr: String,
    en: String,
}

/// The lists fetched so far.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    themes: List,
    departments: List,
    sdgs: List,
}

#[derive(Clone, Copy)]
struct List {
    names: RwSignal<Vec<Name>>,
    asked: StoredValue<bool>,
}

/// A list on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Vec<Name>, Error>>>>;

impl List {
    fn new() -> Self {
        Self {
            names: RwSignal::new(Vec::new()),
            asked: StoredValue::new(false),
        }
    }

    /// The name, or the code until it is known; asks for the list the first time.
    fn name(self, code: &str, language: Language, ask: fn(Client) -> Coming) -> String {
        self.ensure(ask);
        self.names.with(|names| {
            let found = names.iter().find(|name| name.code == code);
            match (found, language) {
                (Some(name), Language::Fr) => name.fr.clone(),
                (Some(name), Language::En) => name.en.clone(),
                (None, _) => code.to_owned(),
            }
        })
    }

    fn ensure(self, ask: fn(Client) -> Coming) {
        if self.asked.get_value() {
            return;
        }
        self.asked.set_value(true);
        let (router, coming) = (use_router(), ask(expect_context()));
        leptos::task::spawn_local(async move {
            let busy = untrack(|| router.busy());
            // Without the list, codes are shown: still true, and the page that needs it says its own errors.
            match coming.await {
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
        let slugs: Vec<String> = self
            .themes
            .names
            .with(|names| names.iter().map(|name| name.code.clone()).collect());
        crate::order::by_key(slugs, |slug| aect_types::text::fold(&self.theme(slug, language)))
    }

    /// The name of a department by its code.
    pub(crate) fn department(self, code: &str, language: Language) -> String {
        self.departments.name(code, language, departments)
    }

    /// The departments of the region, by code.
    pub(crate) fn all_departments(self) -> Vec<(String, String)> {
        self.departments.ensure(departments);
        let named = |name: &Name| (name.code.clone(), name.fr.clone());
        self.departments
            .names
            .with(|names| names.iter().map(named).collect())
    }

    /// The name of a Sustainable Development Goal by its number.
    pub(crate) fn sdg(self, number: &str, language: Language) -> String {
        self.sdgs.name(number, language, sdgs)
    }
}

/// The names fetched so far.
pub(crate) fn use_names() -> Names {
    expect_context()
}

fn themes(client: Client) -> Coming {
    Box::pin(async move {
        let mut names = Vec::new();
        for theme in client.list::<Theme>(&everything()).await?.items {
            names.push(Name {
                code: theme.slug.into(),
                fr: theme.name_fr,
                en: theme.name_en,
            });
        }
        Ok(names)
    })
}

fn departments(client: Client) -> Coming {
    Box::pin(async move {
        let mut names = Vec::new();
        let departments = everything().with("kind", "department");
        for summary in client.list::<Collectivity>(&departments).await?.items {
            if let Some(code) = summary.department_code {
                names.push(Name {
                    code,
                    fr: summary.name.clone(),
                    en: summary.name,
                });
            }
        }
        Ok(names)
    })
}

fn sdgs(client: Client) -> Coming {
    Box::pin(async move {
        let mut names = Vec::new();
        for goal in client.list::<Sdg>(&everything()).await?.items {
            names.push(Name {
                code: goal.number.to_string(),
                fr: goal.name_fr,
                en: goal.name_en,
            });
        }
        Ok(names)
    })
}

fn everything() -> ListQuery {
    ListQuery {
        limit: Some(aect_types::query::limits::PAGE_MAX),
        ..ListQuery::default()
    }
}
