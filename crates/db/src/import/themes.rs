//! Themes: fields (what is done), then topics (how one works). Doubles become one record with several keys.

use super::importing::{Importing, OURS, Refusal};
use super::rows::each_json_item;
use crate::{Imported, Key, Outcome, Result};
use aect_types::Resource;
use aect_types::themes::{ThemeInput, ThemeKind};
use serde::Deserialize;
use std::io::Read;

#[derive(Deserialize)]
struct Theme {
    id: String,
    label_fr: String,
    label_en: String,
    #[serde(rename = "groupe")]
    group: Option<String>,
    #[serde(rename = "odd_proposes", default)]
    sdgs: Vec<i16>,
    /// The key of the row that says the same.
    same_as: Option<String>,
}

/// Key of a field of action in our files.
pub(super) fn field_key(id: &str) -> String {
    format!("domaine:{id}")
}

/// Key of a topic in our files.
pub(super) fn topic_key(id: &str) -> String {
    format!("theme:{id}")
}

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)
        .map_err(|error| crate::Error::Invalid(error.to_string()))?;
    let mut rank = 0;
    each_json_item(
        importing,
        &mut bytes.as_slice(),
        "/domaines",
        |importing, line, item: Theme| {
            rank += 1;
            one(
                importing,
                line,
                rank,
                ThemeKind::Field,
                &field_key(&item.id),
                &item,
            )
        },
    )?;
    each_json_item(
        importing,
        &mut bytes.as_slice(),
        "/themes",
        |importing, line, item: Theme| {
            rank += 1;
            one(
                importing,
                line,
                rank,
                ThemeKind::Topic,
                &topic_key(&item.id),
                &item,
            )
        },
    )
}

fn one(
    importing: &mut Importing<'_, '_>,
    line: u64,
    rank: i32,
    kind: ThemeKind,
    key: &str,
    item: &Theme,
) -> Result<Option<Refusal>> {
    let key = Key {
        scheme: OURS,
        id: key.to_owned(),
    };
    if let Some(same) = &item.same_as {
        return merge(importing, line, &key, same);
    }
    let input = ThemeInput {
        kind,
        name_fr: item.label_fr.clone(),
        name_en: item.label_en.clone(),
        description: None,
        origin: item.group.clone(),
        rank,
        sdgs: item.sdgs.clone(),
    };
    importing.put(
        line,
        &Imported {
            key,
            input,
            citations: Vec::new(),
            slug: None,
            silent: &["description"],
        },
    )?;
    Ok(None)
}

/// Lets the record of another row answer to this row's key too.
fn merge(importing: &mut Importing<'_, '_>, line: u64, key: &Key, same: &str) -> Result<Option<Refusal>> {
    let Some(id) = importing.find(Resource::Themes, same)? else {
        let reason = format!("«{same}» is no theme of an earlier row");
        return Ok(Some(Refusal {
            line,
            field: "same_as".to_owned(),
            reason,
        }));
    };
    let outcome = if importing.find(Resource::Themes, &key.id)?.is_none() {
        importing.write.attach(Resource::Themes.as_str(), key, id)?;
        Outcome::Changed(vec!["key".to_owned()])
    } else {
        Outcome::Unchanged
    };
    importing.count(line, &key.id, outcome);
    Ok(None)
}
