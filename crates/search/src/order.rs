//! The order of a list: the first so many after a place in it, in one pass over the documents.

use crate::lists::{After, Key};
use crate::segments::{By, Segment};
use crate::tiers::Tiers;
use crate::words::{Spelling, Words};
use crate::{Error, Result};
use aect_types::Uuid;
use aect_types::query::{Sort, Sorting};
use std::ops::Bound;
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, i64_to_u64};

/// Rank of a document without the value that is sorted by: last in either direction.
const UNKNOWN: u64 = u64::MAX;

/// By what a list is ordered.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// How well words are answered.
    Answers(Words, Spelling),
    /// A field.
    Field(Sort),
}

/// The order within one segment: ranks of documents, smallest first.
pub(crate) enum Ranks<'s> {
    Answers(Tiers<'s>),
    Name {
        numbers: &'s Column<u64>,
        descending: bool,
    },
    Number {
        column: Option<&'s Column<i64>>,
        descending: bool,
    },
}

impl Order {
    /// The ranks of a segment.
    pub(crate) fn ranks<'s>(&self, segment: &'s Segment) -> Result<Ranks<'s>> {
        let Sort { by, descending } = match self {
            Self::Answers(words, spelling) => {
                return Ok(Ranks::Answers(Tiers::new(segment, words, *spelling)?));
            }
            Self::Field(sort) => *sort,
        };
        let numbers = &segment.numbers;
        let column = match by {
            Sorting::Name => {
                return Ok(segment.name.as_ref().map_or(
                    Ranks::Number {
                        column: None,
                        descending,
                    },
                    |name| Ranks::Name {
                        numbers: name.ords(),
                        descending,
                    },
                ));
            }
            Sorting::UpdatedAt => &numbers.updated_at,
            Sorting::Start | Sorting::PublishedOn => &numbers.start,
            Sorting::Population => &numbers.population,
            Sorting::Budget => &numbers.budget,
            Sorting::Code => &numbers.code,
        };
        Ok(Ranks::Number {
            column: column.as_ref(),
            descending,
        })
    }

    /// Whether its keys are names, whose ranks differ from segment to segment.
    pub(crate) const fn is_by_name(&self) -> bool {
        matches!(
            self,
            Self::Field(Sort {
                by: Sorting::Name,
                ..
            })
        )
    }

    /// Whether its keys run backwards.
    pub(crate) const fn is_descending(&self) -> bool {
        matches!(self, Self::Field(Sort { descending: true, .. }))
    }

    /// The place in a segment after which a page begins.
    pub(crate) fn place(&self, segment: &Segment, after: &After) -> Result<Place> {
        let id = after.id.as_u128();
        match (&after.key, self.is_by_name()) {
            (Key::Rank(rank), false) => Ok(Place::Behind(*rank, id)),
            (Key::Name(name), true) => match &segment.name {
                Some(column) => place_of_name(column, name, id, self.is_descending()),
                None => Ok(Place::Start),
            },
            _ => Err(Error::After),
        }
    }
}

/// Where a page begins in a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// At the beginning.
    Start,
    /// Behind that rank and identifier.
    Behind(u64, u128),
}

fn place_of_name(column: &StrColumn, name: &str, id: u128, descending: bool) -> Result<Place> {
    let dictionary = column.dictionary();
    let from = |bound: Bound<&str>| -> Result<u64> {
        let terms = u64::try_from(column.num_terms()).unwrap_or(u64::MAX);
        let (lower, _) = dictionary.term_bounds_to_ord(bound, Bound::Unbounded)?;
        Ok(match lower {
            Bound::Included(number) => number.min(terms),
            Bound::Excluded(number) => number.saturating_add(1).min(terms),
            Bound::Unbounded => 0,
        })
    };
    let at_or_after = from(Bound::Included(name))?;
    let after = from(Bound::Excluded(name))?;
    Ok(match (at_or_after < after, descending) {
        (true, _) => Place::Behind(name_rank(at_or_after, descending), id),
        // The name is not here: what comes next begins the page.
        (false, false) => at_or_after
            .checked_sub(1)
            .map_or(Place::Start, |before| Place::Behind(before, u128::MAX)),
        (false, true) => Place::Behind(name_rank(at_or_after, true), u128::MAX),
    })
}

const fn name_rank(number: u64, descending: bool) -> u64 {
    if descending { UNKNOWN - 1 - number } else { number }
}

impl Ranks<'_> {
    /// The rank of a document. With [`Ranks::Answers`], documents must be asked for in order.
    pub(crate) fn of(&mut self, document: DocId, by: By) -> u64 {
        match self {
            Self::Answers(tiers) => tiers.of(document, by),
            Self::Name { numbers, descending } => numbers
                .first(document)
                .map_or(UNKNOWN, |number| name_rank(number, *descending)),
            Self::Number { column, descending } => {
                let value = column.and_then(|column| column.first(document)).map(i64_to_u64);
                // The largest and smallest values are no dates, counts or amounts: none meets `UNKNOWN`.
                value.map_or(UNKNOWN, |value| if *descending { !value } else { value })
            }
        }
    }
}

/// The first so many rows behind a place.
pub(crate) struct Best {
    limit: usize,
    place: Place,
    rows: Vec<(u64, u128)>,
    /// Rows at or behind this one cannot be among them any more.
    bar: Option<(u64, u128)>,
}

impl Best {
    /// The first `limit` rows behind `place`.
    pub(crate) const fn new(limit: usize, place: Place) -> Self {
        Self {
            limit,
            place,
            rows: Vec::new(),
            bar: None,
        }
    }

    /// Shows it a row. The identifier is read only where the rank does not decide.
    pub(crate) fn offer(&mut self, rank: u64, id: impl FnOnce() -> u128) {
        if self.bar.is_some_and(|(bar, _)| rank > bar) {
            return;
        }
        if let Place::Behind(place, _) = self.place
            && rank < place
        {
            return;
        }
        let row = (rank, id());
        if let Place::Behind(place, place_id) = self.place
            && row <= (place, place_id)
        {
            return;
        }
        if self.bar.is_some_and(|bar| row >= bar) {
            return;
        }
        self.rows.push(row);
        if self.rows.len() >= self.limit.saturating_mul(2) {
            self.shorten();
        }
    }

    fn shorten(&mut self) {
        let Some(last) = self.limit.checked_sub(1) else {
            return self.rows.clear();
        };
        if last < self.rows.len() {
            let (_, bar, _) = self.rows.select_nth_unstable(last);
            self.bar = Some(*bar);
            self.rows.truncate(self.limit);
        }
    }

    /// The rows in order.
    pub(crate) fn rows(mut self) -> Vec<(u64, u128)> {
        self.shorten();
        self.rows.sort_unstable();
        self.rows
    }
}

/// A row of the whole list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) key: Key,
    pub(crate) id: Uuid,
}

/// The rows of one segment with keys that compare with those of others.
pub(crate) fn keyed(order: &Order, segment: &Segment, rows: &[(u64, u128)]) -> Result<Vec<Row>> {
    let ids = rows.iter().map(|(_, id)| Uuid::from_u128(*id));
    let Some(names) = segment.name.as_ref().filter(|_| order.is_by_name()) else {
        let keys = rows.iter().map(|(rank, _)| Key::Rank(*rank));
        return Ok(keys.zip(ids).map(|(key, id)| Row { key, id }).collect());
    };
    let descending = order.is_descending();
    let mut numbers: Vec<u64> = rows
        .iter()
        .map(|(rank, _)| name_rank(*rank, descending))
        .collect();
    if descending {
        numbers.reverse();
    }
    let mut keys = Vec::with_capacity(numbers.len());
    let name = |bytes: &[u8]| Key::Name(String::from_utf8_lossy(bytes).into_owned());
    names
        .dictionary()
        .sorted_ords_to_term_cb(&numbers, |bytes| keys.push(name(bytes)))?;
    if descending {
        keys.reverse();
    }
    Ok(keys
        .into_iter()
        .zip(ids)
        .map(|(key, id)| Row { key, id })
        .collect())
}

/// Sorts rows of several segments together.
pub(crate) fn merge(order: &Order, mut segments: Vec<Vec<Row>>) -> Vec<Row> {
    if segments.len() == 1 {
        return segments.pop().unwrap_or_default();
    }
    let mut rows: Vec<Row> = segments.into_iter().flatten().collect();
    let by_name_backwards = order.is_by_name() && order.is_descending();
    rows.sort_unstable_by(|one, other| {
        let keys = one.key.cmp(&other.key);
        let keys = if by_name_backwards { keys.reverse() } else { keys };
        keys.then_with(|| one.id.cmp(&other.id))
    });
    rows
}
