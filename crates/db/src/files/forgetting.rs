//! What somebody said of pictures and documents names nobody once they are forgotten, in its history either.

use super::{of_record, told};
use crate::journal::Operation;
use crate::schema::{files, journal, renditions};
use crate::sql::{Doc, Id};
use crate::{Result, Write};
use aect_types::Uuid;
use diesel::prelude::*;
use serde_json::{Map, Value, json};

/// Stands where a name was.
const SOMEBODY: &str = "…";
/// Shorter names are parts of other words.
const SHORTEST: usize = 4;

impl Write<'_> {
    /// Takes these names of a person out of what is said of files, in the records that they have written.
    pub(crate) fn forget_in_files(&mut self, user: Uuid, names: &[&str]) -> Result<()> {
        let long = |name: &&&str| name.chars().count() >= SHORTEST;
        let names: Vec<&str> = names.iter().filter(long).copied().collect();
        let records: Vec<Id> = journal::table
            .filter(journal::author.eq(format!("user:{user}")))
            .select(journal::record_id)
            .distinct()
            .load(self.conn)?;
        for record in records {
            if self.forget_in_files_of(record, &names)? {
                self.say_files(record.0)?;
            }
            self.forget_in_history_of(record, &names)?;
        }
        Ok(())
    }

    /// Of one record, removed files included; whether it said any of it.
    fn forget_in_files_of(&mut self, record: Id, names: &[&str]) -> Result<bool> {
        let rows: Vec<(Id, Option<String>, Option<String>)> = files::table
            .filter(files::record_id.eq(record))
            .select((files::id, files::title, files::alt))
            .load(self.conn)?;
        let mut said = false;
        for (id, title, alt) in rows {
            let [new_title, new_alt] =
                [&title, &alt].map(|text| text.as_ref().map(|text| without(text, names)));
            if (&new_title, &new_alt) == (&title, &alt) {
                continue;
            }
            said = true;
            diesel::update(files::table.find(id))
                .set((files::title.eq(new_title), files::alt.eq(new_alt)))
                .execute(self.conn)?;
        }
        Ok(said)
    }

    /// Has a record shown with its files as they are now; of one that was deleted nothing is shown.
    fn say_files(&mut self, record: Uuid) -> Result<()> {
        let shown: Option<bool> = renditions::table
            .find(Id(record))
            .select(renditions::hidden)
            .first(self.conn)
            .optional()?;
        if shown != Some(false) {
            return Ok(());
        }
        // What was said before is said no more, in the history either.
        let now = told(&of_record(self.conn, record)?);
        let changes = Map::from_iter([("files".to_owned(), json!([now, now]))]);
        self.advance(record, Operation::Update, changes)
    }

    fn forget_in_history_of(&mut self, record: Id, names: &[&str]) -> Result<()> {
        let entries: Vec<(i64, Doc)> = journal::table
            .filter(journal::record_id.eq(record))
            .select((journal::sequence, journal::changes))
            .load(self.conn)?;
        for (sequence, changes) in entries {
            let before: Map<String, Value> = changes.read()?;
            let mut after = before.clone();
            if let Some(files) = after.get_mut("files") {
                forget_in(files, names);
            }
            if after != before {
                diesel::update(journal::table.find(sequence))
                    .set(journal::changes.eq(Doc::of(&after)?))
                    .execute(self.conn)?;
            }
        }
        Ok(())
    }
}

fn without(text: &str, names: &[&str]) -> String {
    let mut text = text.to_owned();
    for name in names {
        text = text.replace(name, SOMEBODY);
    }
    text
}

fn forget_in(value: &mut Value, names: &[&str]) {
    match value {
        Value::String(text) => *text = without(text, names),
        Value::Array(items) => items.iter_mut().for_each(|item| forget_in(item, names)),
        Value::Object(fields) => fields.values_mut().for_each(|field| forget_in(field, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
