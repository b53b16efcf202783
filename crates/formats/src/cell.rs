//! The values of a table, before a format writes them.

use crate::text::Text;
use aect_types::CountryCode;
use aect_types::geo::Position;
use aect_words::{Labelled, Language};
use std::fmt::Write;

/// One value of one record. Formats for programs write the codes, tables for people the labels.
pub(crate) enum Cell<'r> {
    Empty,
    Text(&'r str),
    /// A sentence made here, of several values.
    Made(String),
    /// ISO 8601, with a time.
    Moment(&'r str),
    Integer(i64),
    Decimal(f64),
    /// Cents of euro.
    Cents(i64),
    Bool(bool),
    Term(Term<'r>),
    Country(&'r CountryCode),
    Texts(Vec<&'r str>),
    Terms(Vec<Term<'r>>),
    Countries(Vec<&'r CountryCode>),
    Integers(Vec<i64>),
}

/// A value of a list, for programs and for people.
pub(crate) struct Term<'r> {
    pub(crate) code: &'r str,
    pub(crate) label: &'r str,
}

/// A text, or nothing.
pub(crate) fn optional<'r>(text: Option<&'r Text<'_>>) -> Cell<'r> {
    text.map_or(Cell::Empty, |text| Cell::Text(text))
}

/// Several texts.
pub(crate) fn texts<'r>(texts: &'r [Text<'_>]) -> Cell<'r> {
    Cell::Texts(texts.iter().map(|text| &**text).collect())
}

/// A moment, or nothing.
pub(crate) fn moment<'r>(text: Option<&'r Text<'_>>) -> Cell<'r> {
    text.map_or(Cell::Empty, |text| Cell::Moment(text))
}

/// A whole number, or nothing.
pub(crate) fn integer<'r>(number: Option<impl Into<i64>>) -> Cell<'r> {
    number.map_or(Cell::Empty, |number| Cell::Integer(number.into()))
}

/// Several whole numbers.
pub(crate) fn integers<'r>(numbers: &[impl Into<i64> + Copy]) -> Cell<'r> {
    Cell::Integers(numbers.iter().map(|number| (*number).into()).collect())
}

/// One of a closed list.
pub(crate) fn code<'r>(value: impl Labelled + Into<&'static str>) -> Cell<'r> {
    Cell::Term(term(value))
}

/// Several of a closed list.
pub(crate) fn codes<'r>(values: &[impl Labelled + Into<&'static str>]) -> Cell<'r> {
    Cell::Terms(values.iter().map(|value| term(*value)).collect())
}

fn term(value: impl Labelled + Into<&'static str>) -> Term<'static> {
    Term {
        label: value.label(Language::Fr),
        code: value.into(),
    }
}

/// The longitude of a position.
pub(crate) fn longitude<'r>(position: Option<Position>) -> Cell<'r> {
    position.map_or(Cell::Empty, |position| Cell::Decimal(position.lon()))
}

/// The latitude of a position.
pub(crate) fn latitude<'r>(position: Option<Position>) -> Cell<'r> {
    position.map_or(Cell::Empty, |position| Cell::Decimal(position.lat()))
}

/// Positions as well-known text, which geographic software reads from a table.
pub(crate) fn well_known_text<'r>(points: &[Position]) -> Cell<'r> {
    let kind = match points {
        [] => return Cell::Empty,
        [_] => "POINT",
        _ => "MULTIPOINT",
    };
    let mut text = format!("{kind} (");
    for (rank, point) in points.iter().enumerate() {
        let separator = if rank == 0 { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(text, "{separator}{} {}", point.lon(), point.lat());
    }
    text.push(')');
    Cell::Made(text)
}
