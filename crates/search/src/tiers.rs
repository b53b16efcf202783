//! How well a record answers words: tiers that depend on the record and the question alone.

use crate::Result;
use crate::schema::NAME_MAX;
use crate::segments::{By, Segment};
use crate::terms::{after_prefix, in_all};
use crate::words::{Spelling, Words, cut};
use std::ops::{Bound, Range};
use tantivy::DocId;
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Scorer;

/// The tiers; smaller is better.
mod tier {
    /// A name or code is what was typed.
    pub(crate) const EXACT: u64 = 0;
    /// The name begins so.
    pub(crate) const BEGINNING: u64 = 1;
    /// All words are in its names.
    pub(crate) const NAME: u64 = 2;
    /// All words are somewhere in it.
    pub(crate) const TEXT: u64 = 3;
    /// What is added to a tier where words were spelt otherwise.
    pub(crate) const LOOSE: u64 = 4;
}

/// Tiers of the documents that words find.
pub(crate) struct Tiers<'s> {
    in_names: Box<dyn Scorer>,
    beginnings: Vec<(&'s Column<u64>, Range<u64>)>,
    added: u64,
}

impl<'s> Tiers<'s> {
    pub(crate) fn new(segment: &'s Segment, words: &Words, spelling: Spelling) -> Result<Self> {
        let names = [&segment.name, &segment.short_name].into_iter().flatten();
        let beginnings = match spelling {
            Spelling::Strict => names
                .map(|column| Ok((column.ords(), beginning(column, words.whole())?)))
                .collect::<Result<_>>()?,
            Spelling::Loose => Vec::new(),
        };
        Ok(Self {
            in_names: in_all(&words.in_names(spelling), &segment.reader)?,
            beginnings,
            added: if spelling == Spelling::Loose {
                tier::LOOSE
            } else {
                0
            },
        })
    }

    /// The tier of a document; asked for in order.
    pub(crate) fn of(&mut self, document: DocId, by: By) -> u64 {
        if by == By::Whole {
            return tier::EXACT + self.added;
        }
        if self.in_names.doc() < document {
            self.in_names.seek(document);
        }
        let tier = if self.in_names.doc() != document {
            tier::TEXT
        } else if self.begins(document) {
            tier::BEGINNING
        } else {
            tier::NAME
        };
        tier + self.added
    }

    fn begins(&self, document: DocId) -> bool {
        self.beginnings.iter().any(|(names, range)| {
            names
                .first(document)
                .is_some_and(|number| range.contains(&number))
        })
    }
}

/// The numbers of the names that begin so.
fn beginning(column: &StrColumn, text: &str) -> Result<Range<u64>> {
    let text = cut(text, NAME_MAX);
    let bounds = (
        Bound::Included(text.as_bytes().to_vec()),
        Bound::Excluded(after_prefix(text)),
    );
    let (lower, upper) = column.dictionary().term_bounds_to_ord(bounds.0, bounds.1)?;
    let start = match lower {
        Bound::Included(number) => number,
        Bound::Excluded(number) => number.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match upper {
        Bound::Included(number) => number.saturating_add(1),
        Bound::Excluded(number) => number,
        Bound::Unbounded => u64::MAX,
    };
    Ok(start..end)
}
