//! An import under way: what it may look up, and what it reports.

use super::{Kind, Options};
use crate::schema::{actors, slugs};
use crate::sql::Id;
use crate::stored::Stored;
use crate::{Error, Imported, Key, Origin, Outcome, Result, Write};
use aect_types::provenance::SourceKind;
use aect_types::text::fold;
use aect_types::{Resource, Uuid};
use diesel::prelude::*;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its line in the file (CSV) or its place in the list, from 1 (JSON).
    pub line: u64,
    /// The column, in our words.
    pub field: String,
    /// Why.
    pub reason: String,
}

/// A row that changed, or would change, something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its line.
    pub line: u64,
    /// How the source calls the record.
    pub key: String,
    /// What happened, or would.
    pub outcome: Outcome,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Rows read so far.
    pub rows: usize,
}

/// What an import did, or would do.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was imported.
    pub kind: Kind,
    /// Rows that made a new record.
    pub added: usize,
    /// Rows that changed a record.
    pub changed: usize,
    /// Rows that changed nothing.
    pub unchanged: usize,
    /// Rows with a value that waits for a person's decision.
    pub proposed: usize,
    /// Rows left out.
    pub refused: Vec<Refusal>,
    /// Rows that changed something, in the order of the file.
    pub changes: Vec<Change>,
    /// Whether it was kept: not after a rehearsal, nor when a strict import refused a row.
    pub kept: bool,
}

impl Report {
    pub(super) const fn new(kind: Kind) -> Self {
        Self {
            kind,
            added: 0,
            changed: 0,
            unchanged: 0,
            proposed: 0,
            refused: Vec::new(),
            changes: Vec::new(),
            kept: false,
        }
    }

    fn count(&mut self, line: u64, key: &str, outcome: Outcome) {
        match outcome {
            Outcome::Added => self.added += 1,
            Outcome::Changed(_) => self.changed += 1,
            Outcome::Proposed(_) => self.proposed += 1,
            Outcome::Unchanged => {
                self.unchanged += 1;
                return;
            }
        }
        self.changes.push(Change {
            line,
            key: key.to_owned(),
            outcome,
        });
    }
}

/// The scheme of the keys in our own files; other files may use them, SIREN or INSEE codes.
pub(super) const OURS: &str = "aect";

/// An import under way.
pub(super) struct Importing<'i, 'c> {
    pub(super) write: &'i mut Write<'c>,
    pub(super) options: &'i Options,
    pub(super) report: &'i mut Report,
    progress: &'i mut dyn FnMut(Progress) -> ControlFlow<()>,
    rows: usize,
    origin: Origin,
    known: HashMap<(Resource, String), Option<Uuid>>,
    actor_names: Option<HashMap<String, Uuid>>,
}

impl<'i, 'c> Importing<'i, 'c> {
    pub(super) fn new(
        write: &'i mut Write<'c>,
        options: &'i Options,
        report: &'i mut Report,
        progress: &'i mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Self {
        let origin = Origin {
            kind: SourceKind::Import,
            source: Some(options.source.clone()),
            license: options.license.clone(),
        };
        Self {
            write,
            options,
            report,
            progress,
            rows: 0,
            origin,
            known: HashMap::new(),
            actor_names: None,
        }
    }

    /// Tells how far it has come; breaks off when told to.
    pub(super) fn step(&mut self) -> Result<()> {
        self.rows += 1;
        match (self.progress)(Progress { rows: self.rows }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Error::Interrupted),
        }
    }

    /// Writes one record and counts what happened.
    pub(super) fn put<S: Stored>(&mut self, line: u64, given: &Imported<S>) -> Result<Uuid> {
        let (id, outcome) = self.write.import(given, &self.origin)?;
        self.count(line, &given.key.id, outcome);
        Ok(id)
    }

    /// Counts what happened to a row that is not a record of its own.
    pub(super) fn count(&mut self, line: u64, key: &str, outcome: Outcome) {
        self.report.count(line, key, outcome);
    }

    /// Writes a record that a row brings along; it is not counted as a row.
    pub(super) fn put_along<S: Stored>(&mut self, given: &Imported<S>) -> Result<Uuid> {
        Ok(self.write.import(given, &self.origin)?.0)
    }

    /// The record that a file calls `key`: by our key, else by its code (SIREN, INSEE, ISO) or address.
    pub(super) fn find(&mut self, resource: Resource, key: &str) -> Result<Option<Uuid>> {
        let known = (resource, key.to_owned());
        if let Some(found) = self.known.get(&known) {
            return Ok(*found);
        }
        let ours = Key {
            scheme: OURS,
            id: key.to_owned(),
        };
        let mut found = self.write.find_external(resource.as_str(), &ours)?;
        if found.is_none() {
            let coded: Option<Id> = slugs::table
                .find((resource.as_str(), key))
                .select(slugs::record_id)
                .first(self.write.conn)
                .optional()?;
            found = coded.map(|id| id.0);
        }
        // What is not there yet may come with a later row.
        if found.is_some() {
            self.known.insert(known, found);
        }
        Ok(found)
    }

    /// The actor of that name or acronym.
    pub(super) fn actor_named(&mut self, name: &str) -> Result<Option<Uuid>> {
        if self.actor_names.is_none() {
            let rows: Vec<(Id, String, Option<String>)> = actors::table
                .select((actors::id, actors::name, actors::acronym))
                .order(actors::id)
                .load(self.write.conn)?;
            let mut names = HashMap::new();
            for (id, name, acronym) in rows {
                names.insert(fold(&name), id.0);
                if let Some(acronym) = acronym {
                    names.insert(fold(&acronym), id.0);
                }
            }
            self.actor_names = Some(names);
        }
        Ok(self
            .actor_names
            .as_ref()
            .and_then(|names| names.get(&fold(name)).copied()))
    }
}
