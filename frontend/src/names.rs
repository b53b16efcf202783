//! Names that records only give by code: themes, departments, goals. Each list is fetched once, when first needed.

use crate::router::{Busy, use_router};
use aect_client::{Client, Error};
use aect_types::collectivities::Collectivity;
use aect_types::query::ListQuery;
use aect_types::sdgs::Sdg;
use aect_types::themes::Theme;
use aect_words::Language;
use futures_util::future::{FutureExt as _, LocalBoxFuture, Shared, join3};
use leptos::prelude::*;
use std::cell::Cell;

/// A code with its name in both languages.
struct Name {
    code: String,
    fr: String,
    en: String,
}

/// The lists fetched so far.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    client: StoredValue<Client>,
    themes: List,
    departments: List,
    sdgs: List,
}

thread_local! {
    /// One for the application: pages are also written where no component is near.
    static NAMES: Cell<Option<Names>> = const { Cell::new(None) };
}

#[derive(Clone, Copy)]
struct List {
    names: RwSignal<Vec<Name>>,
    coming: StoredValue<Option<Shared<LocalBoxFuture<'static, ()>>>, LocalStorage>,
    ask: fn(Client) -> Coming,
}

/// A list on its way.
type Coming = LocalBoxFuture<'static, Result<Vec<Name>, Error>>;

impl List {
    fn new(ask: fn(Client) -> Coming) -> Self {
        Self {
            names: RwSignal::new(Vec::new()),
            coming: StoredValue::new_local(None),
            ask,
        }
    }

    /// The name, or the code until it is known; asks for the list the first time.
    fn name(self, code: &str, language: Language) -> String {
        self.ensure();
        self.names.with(|names| {
            let found = names.iter().find(|name| name.code == code);
            match (found, language) {
                (Some(name), Language::Fr) => name.fr.clone(),
                (Some(name), Language::En) => name.en.clone(),
                (None, _) => code.to_owned(),
            }
        })
    }

    /// Asks for the list, once.
    fn ensure(self) {
        drop(self.coming());
    }

    /// Asks for the list, once; what is answered ends when it is there, or cannot be had.
    fn coming(self) -> Shared<LocalBoxFuture<'static, ()>> {
        if let Some(coming) = self.coming.get_value() {
            return coming;
        }
        let asked = (self.ask)(use_names().client.get_value());
        let busy: Busy = untrack(|| use_router().busy());
        let coming = async move {
            // Without the list, codes are shown: still true, and the page that needs it says its own errors.
            match asked.await {
                Ok(names) => self.names.set(names),
                Err(_) => self.coming.set_value(None),
            }
            drop(busy);
        };
        let coming = coming.boxed_local().shared();
        self.coming.set_value(Some(coming.clone()));
        leptos::task::spawn_local(coming.clone());
        coming
    }
}

impl Names {
    /// Nothing fetched yet. Called once.
    pub(crate) fn start(client: Client) {
        NAMES.set(Some(Self {
            client: StoredValue::new(client),
            themes: List::new(themes),
            departments: List::new(departments),
            sdgs: List::new(sdgs),
        }));
    }

    /// Waits for all of them; those that cannot be had stay codes.
    pub(crate) async fn ready(self) {
        join3(
            self.themes.coming(),
            self.departments.coming(),
            self.sdgs.coming(),
        )
        .await;
    }

    /// The name of a theme by its slug.
    pub(crate) fn theme(self, slug: &str, language: Language) -> String {
        self.themes.name(slug, language)
    }

    /// The slugs of all themes, in the order of their names.
    pub(crate) fn all_themes(self, language: Language) -> Vec<String> {
        self.themes.ensure();
        let slugs: Vec<String> = self
            .themes
            .names
            .with(|names| names.iter().map(|name| name.code.clone()).collect());
        aect_pages::order::by_key(slugs, |slug| aect_types::text::fold(&self.theme(slug, language)))
    }

    /// The name of a department by its code.
    pub(crate) fn department(self, code: &str, language: Language) -> String {
        self.departments.name(code, language)
    }

    /// The departments of the region, by code.
    pub(crate) fn all_departments(self) -> Vec<(String, String)> {
        self.departments.ensure();
        let named = |name: &Name| (name.code.clone(), name.fr.clone());
        self.departments
            .names
            .with(|names| names.iter().map(named).collect())
    }

    /// The name of a Sustainable Development Goal by its number.
    pub(crate) fn sdg(self, number: &str, language: Language) -> String {
        self.sdgs.name(number, language)
    }
}

/// The names fetched so far.
#[expect(
    clippy::expect_used,
    reason = "the application starts them before its first page"
)]
pub(crate) fn use_names() -> Names {
    NAMES.get().expect("the names")
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
