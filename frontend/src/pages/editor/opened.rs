//! What an editor needs before its first letter: whose it is, the record, and the names of what may be chosen.

use super::kinds;
use super::shapes::{ACTOR, COLLECTIVITY, Known, Row, Shape, Source, organisation};
use crate::intl;
use crate::names::use_names;
use crate::pages::records::rights::{edited, edited_all, may_enter, may_write};
use aect_client::{Client, Error};
use aect_types::Resource;
use aect_types::events::EventRole;
use aect_types::people::{Account, Membership};
use aect_types::policy::Caller;
use aect_types::query::{ListQuery, limits};
use aect_words::Language;
use futures_util::future::join4;
use serde_json::Value;
use std::collections::BTreeMap;

/// What was opened.
#[derive(Clone)]
pub(super) struct Opened {
    pub(super) account: Account,
    /// `None`: one that is still to come.
    pub(super) record: Option<Value>,
    /// What that is a copy of.
    pub(super) model: Option<Value>,
    pub(super) options: Options,
}

/// What may be chosen, with its names in the reader's language, in their order.
#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) themes: Vec<(String, String)>,
    pub(super) countries: Vec<(String, String)>,
    pub(super) groups: Vec<(String, String)>,
    /// What lists call a theme, by its identifier.
    pub(super) theme_slugs: BTreeMap<String, String>,
}

impl Opened {
    /// Opens a record, or none, which may be a copy of another.
    pub(super) async fn load(
        client: Client,
        resource: Resource,
        key: Option<String>,
        model: Option<String>,
        language: Language,
    ) -> Result<Self, Error> {
        let record = async |key: Option<String>| match key {
            Some(key) => client.json(&client.site().record(resource, &key)).await.map(Some),
            None => Ok(None),
        };
        let both = async { Ok::<_, Error>((record(key).await?, record(model).await?)) };
        let (account, both, options, ()) = join4(
            client.account(),
            both,
            options(&client, resource, language),
            use_names().ready(),
        )
        .await;
        let (record, model) = both?;
        Ok(Self {
            account: account?,
            record,
            model,
            options: options?,
        })
    }

    /// Whether its person may write it: the record that was opened, or a new one for somebody.
    pub(super) fn may_write(&self, resource: Resource) -> bool {
        match &self.record {
            Some(record) => may_write(&self.account, resource, record),
            None => may_enter(&self.account, resource),
        }
    }

    /// Who organises a new event, tells or publishes something new, runs a new group: the one organisation that the person writes
    /// for, or that of the slug.
    pub(super) fn own(&self, shape: Shape, slug: Option<&str>) -> Option<Row> {
        let Shape::Chosen(source) = shape else { return None };
        let organises = source.owns();
        let runs = matches!(source, Source::Records(Resource::Actors));
        let wanted = |one: &&Membership| organises || runs && one.resource == Resource::Actors;
        let mut own: Vec<&Membership> = edited_all(&self.account).filter(wanted).collect();
        if own.len() > 1 {
            own.retain(|one| slug == Some(one.slug.as_str()));
        }
        let one = own.first()?;
        Some(if organises {
            let (key, label) = named(one);
            let role = source.codes().map(|_| EventRole::Organiser.as_str());
            let extra = role.unwrap_or_default().to_owned();
            Row { key, label, extra }
        } else {
            Row {
                label: one.name.clone(),
                ..Row::of(one.record.to_string())
            }
        })
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

    /// Who copies an event organises it without the others: only animators name them.
    fn keep_own(&self, rows: &mut Vec<Row>) {
        if !Caller::from(&self.account).may_animate() {
            let own = organisations(&self.account);
            rows.retain(|row| own.iter().any(|(key, _)| *key == row.key));
        }
    }

    /// What each field holds at first: what the record says; of a new one what its model says, or what is usual.
    pub(super) fn beginning(&self, resource: Resource, slug: Option<&str>, known: &Known) -> Vec<Vec<Row>> {
        let blank = Value::Object(kinds::blank(resource));
        let said = self.record.as_ref().or(self.model.as_ref()).unwrap_or(&blank);
        let rows = kinds::specs(resource).map(|spec| {
            let copied = self.record.is_some() || !kinds::kind(resource).own.contains(&spec.id);
            let value = kinds::value(if copied { said } else { &blank }, spec.id);
            let own = match spec.shape {
                _ if self.record.is_some() || self.model.is_some() => None,
                Shape::Lead => self.lead(slug),
                // What others run is not one’s own.
                _ if resource == Resource::ExternalInitiatives => None,
                shape => self.own(shape, slug),
            };
            let mut rows = own.map_or_else(|| spec.shape.read(value, known), |own| vec![own]);
            if matches!(spec.shape, Shape::Time) && self.record.is_none() {
                // A copy begins at the same hour, on a day that is still to be said.
                for row in &mut rows {
                    row.key.clear();
                }
            }
            if matches!(spec.shape, Shape::Chosen(source) if source.owns()) && self.model.is_some() {
                self.keep_own(&mut rows);
            }
            rows
        });
        rows.collect()
    }

    /// What records that it names are called.
    pub(super) fn known(&self, language: Language) -> Known {
        let own = edited_all(&self.account).map(|one| (one.record.to_string(), one.name.clone()));
        let groups = self.options.groups.iter().cloned();
        Known {
            language,
            names: self
                .options
                .themes
                .iter()
                .cloned()
                .chain(groups)
                .chain(own)
                .collect(),
        }
    }
}

/// The organisations that a person writes for, as events name them.
pub(super) fn organisations(account: &Account) -> Vec<(String, String)> {
    edited_all(account).map(named).collect()
}

fn named(one: &Membership) -> (String, String) {
    let kind = if one.resource == Resource::Actors {
        ACTOR
    } else {
        COLLECTIVITY
    };
    (organisation(kind, &one.record.to_string()), one.name.clone())
}

async fn options(client: &Client, resource: Resource, language: Language) -> Result<Options, Error> {
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
    let slugs = themes
        .iter()
        .map(|theme| (text(theme, "id"), text(theme, "slug")));
    let theme_slugs = slugs.collect();
    let themes = themes.iter().map(|theme| (text(theme, "id"), text(theme, own)));
    let countries = all(client, Resource::Countries).await?;
    let countries = countries.iter().map(|country| {
        let code = text(country, "code");
        let name = intl::country(&code, language);
        (code, name)
    });
    let groups = match resource {
        Resource::Events => all(client, Resource::ThematicGroups).await?,
        _ => Vec::new(),
    };
    let groups = groups
        .iter()
        .map(|group| (text(group, "id"), text(group, "name")));
    Ok(Options {
        theme_slugs,
        groups: by_name(groups.collect()),
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
