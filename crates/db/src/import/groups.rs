//! Thematic groups that documents state.

use super::importing::{Importing, OURS, Refusal};
use super::organisations;
use super::rows::each_json_item;
use super::themes::topic_key;
use crate::{Imported, Key, Result};
use aect_types::collectivities::CollectivityKind;
use aect_types::provenance::CitationInput;
use aect_types::thematic_groups::{GroupKind, JoinPolicy, ThematicGroupInput};
use aect_types::{PartialDate, Resource, Slug, Uuid};
use serde::Deserialize;
use std::io::Read;

#[derive(Deserialize)]
struct Group {
    id: String,
    name: String,
    kind: GroupKind,
    purpose: Option<String>,
    join_policy: JoinPolicy,
    restricted_to: Vec<CollectivityKind>,
    themes: Vec<String>,
    members: Vec<String>,
    animators: Vec<String>,
    document: Slug,
    stated_on: Option<PartialDate>,
    evidence: Option<String>,
}

/// What such files do not tell.
const SILENT: &[&str] = &[
    "deliverable",
    "next_date",
    "elsewhere",
    "countries",
    "initiatives",
];

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_json_item(importing, file, "/groups", |importing, line, item: Group| {
        let refusal = |field: &str, word: &str| Refusal {
            line,
            field: field.to_owned(),
            reason: format!("«{word}» is not known here"),
        };
        let themes: Vec<String> = item.themes.iter().map(|id| topic_key(id)).collect();
        let animators: Vec<String> = item
            .animators
            .iter()
            .map(|id| organisations::key(id).id)
            .collect();
        let themes = match all(importing, Resource::Themes, &themes)? {
            Ok(ids) => ids,
            Err(word) => return Ok(Some(refusal("themes", &word))),
        };
        let members = match all(importing, Resource::Collectivities, &item.members)? {
            Ok(ids) => ids,
            Err(word) => return Ok(Some(refusal("members", &word))),
        };
        let animators = match all(importing, Resource::Actors, &animators)? {
            Ok(ids) => ids,
            Err(word) => return Ok(Some(refusal("animators", &word))),
        };
        let input = ThematicGroupInput {
            name: item.name,
            kind: item.kind,
            purpose: item.purpose,
            deliverable: None,
            next_date: None,
            elsewhere: Vec::new(),
            join_policy: item.join_policy,
            restricted_to: item.restricted_to,
            countries: Vec::new(),
            themes,
            members,
            animators,
            initiatives: Vec::new(),
        };
        let citation = CitationInput {
            document: item.document,
            quotation: None,
            stated_on: item.stated_on,
            evidence: item.evidence,
        };
        let key = Key {
            scheme: OURS,
            id: format!("group:{}", item.id),
        };
        importing.put(
            line,
            &Imported {
                key,
                input,
                citations: vec![citation],
                slug: None,
                silent: SILENT,
            },
        )?;
        Ok(None)
    })
}

/// The records that `words` name, sorted and each once (as they come out of the database), or the first word that
/// names none.
fn all(
    importing: &mut Importing<'_, '_>,
    resource: Resource,
    words: &[String],
) -> Result<std::result::Result<Vec<Uuid>, String>> {
    let mut ids = Vec::new();
    for word in words {
        match importing.find(resource, word)? {
            Some(id) => ids.push(id),
            None => return Ok(Err(word.clone())),
        }
    }
    ids.sort();
    ids.dedup();
    Ok(Ok(ids))
}
