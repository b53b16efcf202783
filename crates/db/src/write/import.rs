//! Writing as an import does: never over a person's words.

use super::{Origin, Write, differences, fields_of};
use crate::schema::{citations, field_edits, journal, proposals};
use crate::sql::{At, Doc, Id};
use crate::stored::Stored;
use crate::{Conn, Result};
use aect_types::provenance::CitationInput;
use aect_types::{Record as _, Uuid, Visibility};
use diesel::prelude::*;
use serde_json::{Map, Value};

/// A record as an import gives it.
#[derive(Clone, Debug)]
pub struct Imported<S> {
    /// How the source calls it.
    pub key: Key,
    /// What is given.
    pub input: S,
    /// What documents say of it.
    pub citations: Vec<CitationInput>,
    /// The words of its address, where they are not those of the record alone (homonyms).
    pub slug: Option<String>,
    /// Fields of which the source says nothing: their value is for a new record only.
    pub silent: &'static [&'static str],
}

/// How a source calls a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The source's way of counting: `wikidata`, `aect`.
    pub scheme: &'static str,
    /// Its identifier there.
    pub id: String,
}

/// What an import did to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// These fields changed.
    Changed(Vec<String>),
    /// Nothing changed.
    Unchanged,
    /// A person has written these fields: the source's values wait for a decision. Other fields that changed were written.
    Proposed(Vec<String>),
}

impl Write<'_> {
    /// Enters or updates a record as an import does: what a person has written is never overwritten, but proposed.
    pub fn import<S: Stored>(&mut self, given: &Imported<S>, origin: &Origin) -> Result<(Uuid, Outcome)> {
        let resource = S::Record::RESOURCE.as_str();
        let known = match self.find_external(resource, &given.key)? {
            None => self.adopt(given)?,
            known => known,
        };
        let Some(id) = known else {
            let words = match &given.slug {
                Some(words) => words.clone(),
                None => given.input.slug_source(self.conn)?,
            };
            let slug = self.free_slug(resource, &words, &given.key.id)?;
            let id = Uuid::now_v7();
            self.insert(id, &given.input, origin, Visibility::Public, &slug)?;
            self.attach(resource, &given.key, id)?;
            self.write_citations(id, &given.citations)?;
            return Ok((id, Outcome::Added));
        };
        let present = S::load(self.conn, id)?;
        let mut changes = differences(&present, &given.input)?;
        for field in given.silent {
            changes.remove(*field);
        }
        let held = self.held_fields(id, &changes)?;
        for field in &held {
            if let Some(change) = changes.remove(field) {
                self.propose(id, field, change.get(1).unwrap_or(&Value::Null))?;
            }
        }
        let cited = citations_of(self.conn, id)?;
        if cited != given.citations {
            changes.insert(
                "citations".to_owned(),
                serde_json::json!([cited, given.citations]),
            );
            self.write_citations(id, &given.citations)?;
        }
        let fields: Vec<String> = changes.keys().cloned().collect();
        if !fields.is_empty() {
            let kept = held
                .iter()
                .map(String::as_str)
                .chain(given.silent.iter().copied());
            self.replace(id, &merged(&present, &given.input, kept)?, changes)?;
        }
        Ok((
            id,
            match (held.is_empty(), fields.is_empty()) {
                (false, _) => Outcome::Proposed(held),
                (true, true) => Outcome::Unchanged,
                (true, false) => Outcome::Changed(fields),
            },
        ))
    }

    /// The record that answers to a code of what is given, entered before its source named it: it is the source's from now
    /// on. What a person has said of it stays theirs.
    fn adopt<S: Stored>(&mut self, given: &Imported<S>) -> Result<Option<Uuid>> {
        let resource = S::Record::RESOURCE.as_str();
        let mut found = None;
        for (_, code) in given.input.codes() {
            if found.is_none() {
                found = self.at_address(resource, &code)?;
            }
        }
        let Some(id) = found else {
            return Ok(None);
        };
        self.attach(resource, &given.key, id)?;
        let entered_by: String = journal::table
            .filter(journal::record_id.eq(Id(id)))
            .filter(journal::version.eq(1_i64))
            .select(journal::author)
            .first(self.conn)?;
        if entered_by.starts_with("user:") {
            let said = fields_of(&S::load(self.conn, id)?)?;
            let says = |value: &Value| !value.is_null() && *value != Value::Array(Vec::new());
            for (field, _) in said.iter().filter(|(_, value)| says(value)) {
                let written = field_edits::table.find((Id(id), field));
                let known: i64 = written.count().get_result(self.conn)?;
                if known == 0 {
                    self.remember_edit(id, field, &entered_by)?;
                }
            }
        }
        Ok(Some(id))
    }

    fn held_fields(&mut self, id: Uuid, changes: &Map<String, Value>) -> Result<Vec<String>> {
        let edited: Vec<String> = field_edits::table
            .filter(field_edits::record_id.eq(Id(id)))
            .select(field_edits::field)
            .order(field_edits::field)
            .load(self.conn)?;
        Ok(edited
            .into_iter()
            .filter(|field| changes.contains_key(field))
            .collect())
    }

    /// Puts a source's value before a person, once.
    fn propose(&mut self, id: Uuid, field: &str, value: &Value) -> Result<()> {
        let waiting: Vec<Doc> = proposals::table
            .filter(proposals::record_id.eq(Id(id)))
            .filter(proposals::field.eq(field))
            .select(proposals::proposed)
            .load(self.conn)?;
        for proposal in waiting {
            if proposal.read::<Value>()? == *value {
                return Ok(());
            }
        }
        diesel::insert_into(proposals::table)
            .values((
                proposals::id.eq(Id(Uuid::now_v7())),
                proposals::record_id.eq(Id(id)),
                proposals::field.eq(field),
                proposals::proposed.eq(Doc::of(value)?),
                proposals::author.eq(self.author),
                proposals::created_at.eq(At(self.now)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    fn write_citations(&mut self, id: Uuid, given: &[CitationInput]) -> Result<()> {
        diesel::delete(citations::table.filter(citations::record_id.eq(Id(id)))).execute(self.conn)?;
        for (rank, citation) in (0_i32..).zip(given) {
            diesel::insert_into(citations::table)
                .values((
                    citations::record_id.eq(Id(id)),
                    citations::rank.eq(rank),
                    citations::document_slug.eq(citation.document.as_str()),
                    citations::quotation.eq(citation.quotation.as_deref()),
                    citations::stated_on.eq(citation.stated_on.map(|date| date.to_string())),
                    citations::evidence.eq(citation.evidence.as_deref()),
                ))
                .execute(self.conn)?;
        }
        Ok(())
    }
}

/// What documents say of a record, as it was given.
fn citations_of(conn: &mut Conn, id: Uuid) -> Result<Vec<CitationInput>> {
    type Row = (String, Option<String>, Option<String>, Option<String>);
    let rows: Vec<Row> = citations::table
        .filter(citations::record_id.eq(Id(id)))
        .order(citations::rank)
        .select((
            citations::document_slug,
            citations::quotation,
            citations::stated_on,
            citations::evidence,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(document, quotation, stated_on, evidence)| {
            let stated_on = stated_on.map(|date| date.parse()).transpose()?;
            Ok(CitationInput {
                document: document.parse()?,
                quotation,
                stated_on,
                evidence,
            })
        })
        .collect()
}

/// `given`, with the `kept` fields as they are at `present`.
fn merged<'f, S: Stored>(present: &S, given: &S, kept: impl Iterator<Item = &'f str>) -> Result<S> {
    let mut before = fields_of(present)?;
    let mut fields = fields_of(given)?;
    for field in kept {
        if let Some(value) = before.remove(field) {
            fields.insert(field.to_owned(), value);
        }
    }
    Ok(serde_json::from_value(Value::Object(fields))?)
}
