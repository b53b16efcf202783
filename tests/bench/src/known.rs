//! What the reference data holds, for projects to refer to.

use aect_db::{Db, renditions};
use aect_types::{Resource, Uuid};
use anyhow::{Context, Result};
use serde_json::Value;

/// A record that others refer to.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) name: String,
}

/// The lists to choose from, each in an order that does not change from run to run.
pub(crate) struct Known {
    pub(crate) collectivities: Vec<Named>,
    pub(crate) themes: Vec<Named>,
    /// Codes of countries.
    pub(crate) countries: Vec<String>,
}

const PAGE: i64 = 1_000;

impl Known {
    pub(crate) fn read(db: &Db) -> Result<Self> {
        let mut known = Self {
            collectivities: Vec::new(),
            themes: Vec::new(),
            countries: Vec::new(),
        };
        let (mut position, mut last) = (0, Uuid::nil());
        loop {
            let page = db.read_blocking(|conn| renditions::after(conn, position, last, PAGE))?;
            let Some(end) = page.last() else { break };
            (position, last) = (end.position, end.id);
            for rendition in &page {
                known.keep(rendition)?;
            }
        }
        known.collectivities.sort_by(|a, b| a.slug.cmp(&b.slug));
        known.themes.sort_by(|a, b| a.slug.cmp(&b.slug));
        known.countries.sort();
        Ok(known)
    }

    fn keep(&mut self, rendition: &renditions::Rendition) -> Result<()> {
        let record = || serde_json::from_str::<Value>(&rendition.record);
        match rendition.resource {
            Resource::Collectivities => self.collectivities.push(named(rendition, &record()?, "name")?),
            Resource::Themes => self.themes.push(named(rendition, &record()?, "name_fr")?),
            Resource::Countries => {
                let record = record()?;
                let code = record
                    .get("code")
                    .and_then(Value::as_str)
                    .context("a country without code")?;
                self.countries.push(code.to_owned());
            }
            _ => {}
        }
        Ok(())
    }
}

fn named(rendition: &renditions::Rendition, record: &Value, field: &str) -> Result<Named> {
    let name = record.get(field).and_then(Value::as_str);
    Ok(Named {
        id: rendition.id,
        slug: rendition.slug.to_string(),
        name: name
            .with_context(|| format!("a record without {field}"))?
            .to_owned(),
    })
}
