//! CSV (RFC 4180): UTF-8, CRLF, a header; safe to open in a spreadsheet.

use crate::cell::{Cell, Term};
use crate::tables::Table;
use crate::{Dialect, Error, Export, Site};
use aect_words::exports::{Column, yes_or_no};
use aect_words::{Labelled, Language};
use std::borrow::Cow;
use std::io;
use std::marker::PhantomData;

/// Byte order mark: without it a French spreadsheet reads UTF-8 as Windows-1252.
const BOM: &[u8] = "\u{feff}".as_bytes();

pub(crate) struct Csv<T> {
    dialect: Dialect,
    site: Site,
    writer: csv::WriterBuilder,
    table: PhantomData<fn() -> T>,
}

impl<T: Table> Csv<T> {
    pub(crate) fn new(dialect: Dialect, site: &Site) -> Self {
        let mut writer = csv::WriterBuilder::new();
        writer
            .terminator(csv::Terminator::CRLF)
            .delimiter(match dialect {
                Dialect::Plain => b',',
                Dialect::ExcelFr => b';',
            })
            // One writer a row: most rows fit.
            .buffer_capacity(4096);
        Self {
            dialect,
            site: site.clone(),
            writer,
            table: PhantomData,
        }
    }

    fn header(&self, column: Column) -> &'static str {
        match self.dialect {
            Dialect::Plain => column.name(),
            Dialect::ExcelFr => column.label(Language::Fr),
        }
    }
}

impl<T: Table> Export for Csv<T> {
    fn start(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        if self.dialect == Dialect::ExcelFr {
            out.extend_from_slice(BOM);
        }
        let mut row = self.writer.from_writer(out);
        row.write_record(T::COLUMNS.iter().map(|(column, _)| self.header(*column)))?;
        finish_row(row)
    }

    fn record(&mut self, json: &str, out: &mut Vec<u8>) -> Result<(), Error> {
        let record: T::Row<'_> = serde_json::from_str(json)?;
        let mut row = self.writer.from_writer(out);
        for (_, cell) in T::COLUMNS {
            row.write_field(self.field(cell(&record, &self.site)).as_bytes())?;
        }
        row.write_record(None::<&[u8]>)?;
        finish_row(row)
    }

    fn finish(&mut self, _: &mut Vec<u8>) -> Result<(), Error> {
        Ok(())
    }
}

fn finish_row<W: io::Write>(mut row: csv::Writer<W>) -> Result<(), Error> {
    Ok(row.flush().map_err(csv::Error::from)?)
}

impl<T> Csv<T> {
    fn field<'r>(&'r self, cell: Cell<'r>) -> Cow<'r, str> {
        match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => inert(Cow::Borrowed(text)),
            Cell::Made(text) => inert(Cow::Owned(text)),
            Cell::Moment(text) => inert(self.moment(text)),
            Cell::Integer(number) => Cow::Owned(number.to_string()),
            Cell::Decimal(number) => Cow::Owned(self.decimal(number.to_string())),
            Cell::Cents(cents) => Cow::Owned(self.decimal(format!("{}.{:02}", cents / 100, cents % 100))),
            Cell::Bool(value) => Cow::Borrowed(self.yes_or_no(value)),
            Cell::Term(term) => inert(Cow::Borrowed(self.term(&term))),
            Cell::Country(code) => inert(Cow::Borrowed(self.country(code))),
            Cell::Texts(texts) => self.joined(texts.into_iter().map(Cow::Borrowed)),
            Cell::Terms(terms) => self.joined(terms.iter().map(|term| Cow::Borrowed(self.term(term)))),
            Cell::Countries(codes) => {
                self.joined(codes.into_iter().map(|code| Cow::Borrowed(self.country(code))))
            }
            Cell::Integers(numbers) => {
                self.joined(numbers.into_iter().map(|number| Cow::Owned(number.to_string())))
            }
        }
    }

    fn term<'r>(&self, term: &Term<'r>) -> &'r str {
        match self.dialect {
            Dialect::Plain => term.code,
            Dialect::ExcelFr => term.label,
        }
    }

    fn country<'r>(&'r self, code: &'r aect_types::CountryCode) -> &'r str {
        match self.dialect {
            Dialect::Plain => code.as_str(),
            Dialect::ExcelFr => self.site.country_name(code),
        }
    }

    fn yes_or_no(&self, value: bool) -> &'static str {
        match (self.dialect, value) {
            (Dialect::Plain, true) => "true",
            (Dialect::Plain, false) => "false",
            (Dialect::ExcelFr, value) => yes_or_no(value, Language::Fr),
        }
    }

    fn decimal(&self, number: String) -> String {
        match self.dialect {
            Dialect::Plain => number,
            Dialect::ExcelFr => number.replace('.', ","),
        }
    }

    /// A spreadsheet knows `2026-11-22 05:10` as a date, RFC 3339 it does not.
    fn moment<'r>(&self, text: &'r str) -> Cow<'r, str> {
        const TO_THE_MINUTE: usize = "2026-11-22T05:10".len();
        match self.dialect {
            Dialect::Plain => Cow::Borrowed(text),
            Dialect::ExcelFr => Cow::Owned(text.get(..TO_THE_MINUTE).unwrap_or(text).replace('T', " ")),
        }
    }

    fn joined<'r>(&self, mut texts: impl Iterator<Item = Cow<'r, str>>) -> Cow<'r, str> {
        let separator = match self.dialect {
            Dialect::Plain => "|",
            Dialect::ExcelFr => ", ",
        };
        let Some(mut joined) = texts.next() else {
            return Cow::Borrowed("");
        };
        for text in texts {
            let whole = joined.to_mut();
            whole.push_str(separator);
            whole.push_str(&text);
        }
        inert(joined)
    }
}

/// A spreadsheet takes a text that starts with one of these for a formula (OWASP, CSV injection); an apostrophe before
/// it makes it a text. Full-width forms count in some locales.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text, as one that no spreadsheet computes.
fn inert(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(FORMULA_STARTS) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"http://evil\",\"click\")",
            "+33 5 56 00 00 00",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "＝1+1",
        ] {
            assert_eq!(inert(Cow::Borrowed(text)), format!("'{text}"));
        }
        for text in ["", "Gironde", "a=b", "'=1", "1-2", "é"] {
            assert_eq!(inert(Cow::Borrowed(text)), text);
        }
    }
}
