//! Source documents: what citations refer to.

use super::importing::Importing;
use super::rows::each_csv_row;
use crate::schema::documents;
use crate::{Outcome, Result};
use aect_types::{PartialDate, Slug};
use diesel::prelude::*;
use std::io::Read;

#[derive(Queryable, Selectable, Insertable, PartialEq)]
#[diesel(table_name = documents, treat_none_as_default_value = false)]
struct Row {
    slug: String,
    title: String,
    issuer: Option<String>,
    nature: Option<String>,
    date: Option<String>,
    date_note: Option<String>,
}

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, &["id", "titre"], |importing, row| {
        let slug: Option<Slug> = row.value("id");
        let date: Option<PartialDate> = row.value("date");
        let given = Row {
            slug: row.required("id"),
            title: row.required("titre"),
            issuer: row.text("emetteur"),
            nature: row.text("nature"),
            date: date.map(|date| date.to_string()),
            date_note: row.text("date_precision"),
        };
        if slug.is_none() || !row.is_sound() {
            return Ok(());
        }
        let conn = &mut *importing.write.conn;
        let before: Option<Row> = documents::table
            .find(&given.slug)
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let outcome = match before {
            None => {
                diesel::insert_into(documents::table)
                    .values(&given)
                    .execute(conn)?;
                Outcome::Added
            }
            Some(before) if before == given => Outcome::Unchanged,
            Some(_) => {
                diesel::update(documents::table.find(&given.slug))
                    .set((
                        documents::title.eq(&given.title),
                        documents::issuer.eq(&given.issuer),
                        documents::nature.eq(&given.nature),
                        documents::date.eq(&given.date),
                        documents::date_note.eq(&given.date_note),
                    ))
                    .execute(conn)?;
                Outcome::Changed(vec!["document".to_owned()])
            }
        };
        importing.count(row.line, &given.slug, outcome);
        Ok(())
    })
}
