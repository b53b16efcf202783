//! What an editor needs before its first letter: whose it is, the record, and the names of what may be chosen.

use super::shapes::{Known, Row};
use crate::intl;
use crate::names::use_names;
use crate::pages::records::rights::{edited, may_write};
use aect_client::{Client, Error};
use aect_types::Resource;
use aect_types::people::{Account, Membership};
use aect_types::query::{ListQuery, limits};
use aect_words::Language;
use futures_util::future::join4;
use serde_json::Value;

/// What was opened.
#[derive(Clone)]
pub(super) struct Opened {
    pub(super) account: Account,
    /// `None`: a project that is still to come.
    pub(super) record: Option<Value>,
    pub(super) options: Options,
}

/// What may be chosen, with its names in the reader's language, in their order.
#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) themes: Vec<(String, String)>,
    pub(super) countries: Vec<(String, String)>,
}

impl Opened {
    /// Opens a record, or none.
    pub(super) async fn load(
        client: Client,
        resource: Resource,
        key: Option<String>,
        language: Language,
    ) -> Result<Self, Error> {
        let record = async {
            match key {
                Some(key) => client.json(&client.site().record(resource, &key)).await.map(Some),
                None => Ok(None),
            }
        };
        let (account, record, options, ()) = join4(
            client.account(),
            record,
            options(&client, language),
            use_names().ready(),
        )
        .await;
        Ok(Self {
            account: account?,
            record: record?,
            options: options?,
        })
    }

    /// Whether its person may write it: the record that was opened, or a new one for somebody.
    pub(super) fn may_write(&self, resource: Resource) -> bool {
        match &self.record {
            Some(record) => may_write(&self.account, resource, record),
            None => edited(&self.account).next().is_some(),
        }
    }

    /// Who leads a new project: the collectivity of that slug, where the person writes for it, or for one alone.
    pub(super) fn lead(&self, slug: Option<&str>) -> Option<Row> {
        let mut own: Vec<&Membership> = edited(&self.account).collect();
        if own.len() > 1 {
            own.retain(|one| slug == Some(one.slug.as_str()));
        }
        let lead = own.first()?;
        Some(Row {
            key: lead.record.to_string(),
            label: lead.name.clone(),
            extra: String::new(),
        })
    }

    /// What records that it names are called.
    pub(super) fn known(&self, language: Language) -> Known {
        let collectivities = edited(&self.account).map(|one| (one.record.to_string(), one.name.clone()));
        Known {
            language,
            names: self
                .options
                .themes
                .iter()
                .cloned()
                .chain(collectivities)
                .collect(),
        }
    }
}

async fn options(client: &Client, language: Language) -> Result<Options, Error> {
    let own = match language {
        Language::Fr => "name_fr",
        Language::En => "name_en",
    };
    let text = |item: &Value, name: &str| {
        item.get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let themes = all(client, Resource::Themes).await?;
    let themes = themes.iter().map(|theme| (text(theme, "id"), text(theme, own)));
    let countries = all(client, Resource::Countries).await?;
    let countries = countries.iter().map(|country| {
        let code = text(country, "code");
        let name = intl::country(&code, language);
        (code, name)
    });
    Ok(Options {
        themes: by_name(themes.collect()),
        countries: by_name(countries.collect()),
    })
}

/// A whole list.
async fn all(client: &Client, resource: Resource) -> Result<Vec<Value>, Error> {
    let mut query = ListQuery {
        limit: Some(limits::PAGE_MAX),
        ..ListQuery::default()
    };
    let mut all = Vec::new();
    loop {
        let (items, next) = client.items(resource, &query).await?;
        all.extend(items);
        if next.is_none() {
            return Ok(all);
        }
        query.cursor = next;
    }
}

fn by_name(items: Vec<(String, String)>) -> Vec<(String, String)> {
    aect_pages::order::by_key(items, |(_, name)| aect_types::text::fold(name))
}
