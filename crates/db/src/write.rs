//! A write transaction: records go in, journal entries and renditions come with them, all or nothing.

use crate::journal::{self, Entry, Operation};
use crate::schema::{external_ids, field_edits, records, slugs};
use crate::sql::{At, Id};
use crate::stored::Stored;
use crate::{Conn, Error, Result, render};
use aect_types::provenance::SourceKind;
use aect_types::site::EditorPage;
use aect_types::{Instant, Record as _, Slug, Uuid, Visibility};
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

mod change;
mod import;
mod merge;

pub use change::{Revision, at_version, history};
pub use import::{Imported, Key, Outcome};

/// A write transaction under way.
pub struct Write<'c> {
    /// The connection, for what a write needs to look up.
    pub(crate) conn: &'c mut Conn,
    pub(crate) author: &'c str,
    now: Instant,
    entries: Vec<Entry>,
    /// What this transaction wrote, and whether it made it.
    touched: BTreeMap<Uuid, bool>,
    /// The journal's last position, once it was written to.
    position: Option<i64>,
}

/// Where a record comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Who gave it.
    pub kind: SourceKind,
    /// The file or partner, as it calls itself.
    pub source: Option<String>,
    /// The licence it states.
    pub license: Option<String>,
}

impl<'c> Write<'c> {
    /// Runs `work`, then writes the journal and the renditions of what it touched. Gives the journal's last position with
    /// it, where anything was written there.
    pub(crate) fn run<T>(
        conn: &'c mut Conn,
        author: &'c str,
        work: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<(T, Option<i64>)> {
        let now = Instant::new(chrono::Utc::now());
        let mut write = Self {
            conn,
            author,
            now,
            entries: Vec::new(),
            touched: BTreeMap::new(),
            position: None,
        };
        let value = work(&mut write)?;
        let position = write.settle()?;
        Ok((value, position))
    }

    /// Writes the journal and the renditions of what was done so far, for an answer that belongs to the same transaction.
    /// Gives the journal's last position, where anything was written there.
    pub fn settle(&mut self) -> Result<Option<i64>> {
        if !self.entries.is_empty() {
            let position = journal::append(self.conn, self.author, self.now, &self.entries)?;
            render::all(self.conn, &self.touched, position)?;
            self.entries.clear();
            self.touched.clear();
            self.position = Some(position);
        }
        Ok(self.position)
    }

    /// The moment of this transaction.
    #[must_use]
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// Enters a record and returns its identifier.
    pub fn create<S: Stored>(&mut self, input: &S, origin: &Origin, visibility: Visibility) -> Result<Uuid> {
        let words = input.slug_source(self.conn)?;
        let id = Uuid::now_v7();
        // The last digits are the random ones of a UUID version 7.
        let digits = id.as_simple().to_string();
        let slug = self.free_slug(
            S::Record::RESOURCE.as_str(),
            &words,
            digits.get(24..).unwrap_or(&digits),
        )?;
        self.insert(id, input, origin, visibility, &slug)?;
        Ok(id)
    }

    fn insert<S: Stored>(
        &mut self,
        id: Uuid,
        input: &S,
        origin: &Origin,
        visibility: Visibility,
        slug: &Slug,
    ) -> Result<()> {
        let resource = S::Record::RESOURCE.as_str();
        diesel::insert_into(records::table)
            .values((
                records::id.eq(Id(id)),
                records::resource.eq(resource),
                records::slug.eq(slug.as_str()),
                records::version.eq(1_i64),
                records::visibility.eq(visibility.as_str()),
                records::created_at.eq(At(self.now)),
                records::updated_at.eq(At(self.now)),
                records::source_kind.eq(origin.kind.as_str()),
                records::source.eq(origin.source.as_deref()),
                records::license.eq(origin.license.as_deref()),
                // A person who enters it vouches for it.
                records::confirmed_at.eq((origin.kind == SourceKind::Person).then_some(At(self.now))),
            ))
            .execute(self.conn)?;
        self.add_address(resource, slug.as_str(), id, "current")?;
        self.add_codes(resource, &input.codes(), id)?;
        input.save(self.conn, id, true)?;
        self.note(id, Operation::Create, 1, Map::new());
        Ok(())
    }

    /// Replaces what a record says. `changes` are the fields that differ, `[before, after]`.
    fn replace<S: Stored>(&mut self, id: Uuid, input: &S, changes: Map<String, Value>) -> Result<()> {
        diesel::delete(
            slugs::table
                .filter(slugs::record_id.eq(Id(id)))
                .filter(slugs::kind.eq("code")),
        )
        .execute(self.conn)?;
        self.add_codes(S::Record::RESOURCE.as_str(), &input.codes(), id)?;
        input.save(self.conn, id, false)?;
        self.advance(id, Operation::Update, changes)
    }

    /// Changes a record as a person does: fields that differ are written and remembered as this person's, who says with
    /// it that the record is true.
    pub fn edit<S: Stored>(&mut self, id: Uuid, input: &S) -> Result<Vec<String>> {
        let changes = differences(&S::load(self.conn, id)?, input)?;
        let fields: Vec<String> = changes.keys().cloned().collect();
        if fields.is_empty() {
            return Ok(fields);
        }
        for field in &fields {
            diesel::delete(field_edits::table.find((Id(id), field))).execute(self.conn)?;
            self.remember_edit(id, field, self.author)?;
        }
        self.mark_confirmed(id)?;
        self.replace(id, input, changes)?;
        Ok(fields)
    }

    /// Remembers that a field is what a person has written: imports propose from now on.
    fn remember_edit(&mut self, id: Uuid, field: &str, author: &str) -> Result<()> {
        diesel::insert_into(field_edits::table)
            .values((
                field_edits::record_id.eq(Id(id)),
                field_edits::field.eq(field),
                field_edits::author.eq(author),
                field_edits::edited_at.eq(At(self.now)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Lets others see a record, or no longer.
    pub fn set_visibility(&mut self, id: Uuid, visibility: Visibility) -> Result<()> {
        let before: String = records::table
            .find(Id(id))
            .select(records::visibility)
            .first(self.conn)?;
        if before == visibility.as_str() {
            return Ok(());
        }
        diesel::update(records::table.find(Id(id)))
            .set(records::visibility.eq(visibility.as_str()))
            .execute(self.conn)?;
        let change = serde_json::json!([before, visibility]);
        self.advance(
            id,
            Operation::Update,
            Map::from_iter([("visibility".to_owned(), change)]),
        )
    }

    /// Deletes a record: it is hidden, and leaves a tombstone.
    pub fn hide(&mut self, id: Uuid) -> Result<()> {
        diesel::update(records::table.find(Id(id)))
            .set(records::hidden_at.eq(Some(At(self.now))))
            .execute(self.conn)?;
        self.advance(id, Operation::Hide, Map::new())
    }

    /// Brings a deleted record back.
    pub fn restore(&mut self, id: Uuid) -> Result<()> {
        diesel::update(records::table.find(Id(id)))
            .set(records::hidden_at.eq(None::<At>))
            .execute(self.conn)?;
        self.advance(id, Operation::Restore, Map::new())
    }

    /// Gives a record another address; the former one leads to it.
    pub fn move_to(&mut self, id: Uuid, slug: &Slug) -> Result<()> {
        let (resource, before): (String, String) = records::table
            .find(Id(id))
            .select((records::resource, records::slug))
            .first(self.conn)?;
        if before == slug.as_str() {
            return Ok(());
        }
        if self
            .at_address(&resource, slug.as_str())?
            .is_some_and(|owner| owner != id)
        {
            return Err(Error::Invalid(format!("the address {slug} is taken")));
        }
        diesel::update(slugs::table.find((&resource, &before)))
            .set(slugs::kind.eq("former"))
            .execute(self.conn)?;
        diesel::delete(slugs::table.find((&resource, slug.as_str()))).execute(self.conn)?;
        self.add_address(&resource, slug.as_str(), id, "current")?;
        diesel::update(records::table.find(Id(id)))
            .set(records::slug.eq(slug.as_str()))
            .execute(self.conn)?;
        let change = serde_json::json!([before, slug]);
        self.advance(
            id,
            Operation::Update,
            Map::from_iter([("slug".to_owned(), change)]),
        )
    }

    /// Runs statements of one's own in this transaction, past journal and renditions: for maintenance and tests.
    pub fn raw<T>(&mut self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        work(self.conn)
    }

    /// The record that a source calls so.
    pub(crate) fn find_external(&mut self, resource: &str, key: &Key) -> Result<Option<Uuid>> {
        let found: Option<Id> = external_ids::table
            .find((resource, key.scheme, &key.id))
            .select(external_ids::record_id)
            .first(self.conn)
            .optional()?;
        Ok(found.map(|id| id.0))
    }

    /// Remembers how a source calls a record.
    pub(crate) fn attach(&mut self, resource: &str, key: &Key, id: Uuid) -> Result<()> {
        diesel::insert_into(external_ids::table)
            .values((
                external_ids::resource.eq(resource),
                external_ids::scheme.eq(key.scheme),
                external_ids::external_id.eq(&key.id),
                external_ids::record_id.eq(Id(id)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// One more write of a record that exists: version, moment, journal.
    pub(crate) fn advance(
        &mut self,
        id: Uuid,
        operation: Operation,
        changes: Map<String, Value>,
    ) -> Result<()> {
        let version: i64 = records::table
            .find(Id(id))
            .select(records::version)
            .first(self.conn)?;
        diesel::update(records::table.find(Id(id)))
            .set((
                records::version.eq(version + 1),
                records::updated_at.eq(At(self.now)),
            ))
            .execute(self.conn)?;
        self.note(id, operation, version + 1, changes);
        Ok(())
    }

    fn note(&mut self, record: Uuid, operation: Operation, version: i64, changes: Map<String, Value>) {
        self.entries.push(Entry {
            record,
            operation,
            version,
            changes,
        });
        let made = operation == Operation::Create;
        self.touched.entry(record).or_insert(made);
    }

    fn add_address(&mut self, resource: &str, slug: &str, id: Uuid, kind: &str) -> Result<()> {
        diesel::insert_into(slugs::table)
            .values((
                slugs::resource.eq(resource),
                slugs::slug.eq(slug),
                slugs::record_id.eq(Id(id)),
                slugs::kind.eq(kind),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Lets a record answer to its codes; [`Error::Taken`] where another one does.
    fn add_codes(&mut self, resource: &str, codes: &[(&'static str, String)], id: Uuid) -> Result<()> {
        for (field, code) in codes {
            match self.at_address(resource, code)? {
                None => self.add_address(resource, code, id, "code")?,
                // That of a record which was merged with this one.
                Some(owner) if owner == id => {
                    diesel::update(slugs::table.find((resource, code)))
                        .set(slugs::kind.eq("code"))
                        .execute(self.conn)?;
                }
                Some(_) => return Err(Error::Taken { field }),
            }
        }
        Ok(())
    }

    /// The record that an address leads to.
    fn at_address(&mut self, resource: &str, slug: &str) -> Result<Option<Uuid>> {
        let found: Option<Id> = slugs::table
            .find((resource, slug))
            .select(slugs::record_id)
            .first(self.conn)
            .optional()?;
        Ok(found.map(|id| id.0))
    }

    /// The slug of `words`, or with `qualifier` behind it where another record or a page has it.
    fn free_slug(&mut self, resource: &str, words: &str, qualifier: &str) -> Result<Slug> {
        let nameless = || Error::Invalid(format!("no address can be made of «{words}»"));
        let slug = Slug::of_name(words).ok_or_else(nameless)?;
        let taken = self.at_address(resource, slug.as_str())?;
        if taken.is_none() && !EditorPage::takes(resource, &slug) {
            Ok(slug)
        } else {
            slug.qualified(qualifier).ok_or_else(nameless)
        }
    }
}

/// The fields of an input, by name.
fn fields_of(input: &impl Serialize) -> Result<Map<String, Value>> {
    match serde_json::to_value(input)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Error::Corrupt("an input is not an object".to_owned())),
    }
}

/// The fields that differ, each with `[before, after]`.
fn differences<S: Stored>(before: &S, after: &S) -> Result<Map<String, Value>> {
    if before == after {
        return Ok(Map::new());
    }
    let mut fields = fields_of(before)?;
    let mut changes = Map::new();
    for (field, value) in fields_of(after)? {
        let present = fields.remove(&field).unwrap_or(Value::Null);
        if present != value {
            changes.insert(field, Value::Array(vec![present, value]));
        }
    }
    Ok(changes)
}
