//! A question of a list, as sets of documents.

use crate::Result;
use crate::entry::day_number;
use crate::points::Area;
use crate::schema::FIELDS;
use crate::segments::Snapshot;
use crate::shelf::{Aside, Shelf};
use crate::terms::AnyOf;
use crate::words::{Spelling, Words};
use aect_types::Resource;
use aect_types::policy::Reader;
use aect_types::query::ListQuery;

/// What leaves twinnings to confirm out of a list where it is not given.
pub(crate) const TO_CONFIRM: &str = "to_confirm";

/// Who asks what of which list.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) resource: Resource,
    pub(crate) reader: Reader,
    pub(crate) query: &'a ListQuery,
    pub(crate) spelling: Spelling,
}

/// A question, ready to be answered by any segment.
pub(crate) struct Question {
    filters: Vec<AnyOf>,
    words: Option<FoundBy>,
    checks: Vec<Check>,
    impossible: bool,
}

/// The documents that the words of a question find.
pub(crate) struct FoundBy {
    /// By the whole of it.
    pub(crate) exact: AnyOf,
    /// By each word, anywhere.
    pub(crate) text: Vec<AnyOf>,
}

/// What is checked on each document, having no terms.
#[derive(Clone, Debug)]
pub(crate) enum Check {
    /// A point lies there.
    In(Area),
    /// It lasted until that day at least.
    From(i64),
    /// It had begun by that day.
    To(i64),
    /// It changed at that moment or later.
    UpdatedSince(i64),
}

impl Asked<'_> {
    /// Which shelves the list is about.
    fn aside(self) -> Aside {
        if self.query.filters.contains_key(TO_CONFIRM) {
            Aside::With
        } else {
            Aside::Without
        }
    }

    /// The list.
    pub(crate) fn list(self) -> Question {
        self.question(self.aside(), None)
    }

    /// The list without one of its filters. What is left out by default is a part of `to_confirm`.
    pub(crate) fn list_without(self, filter: &str) -> Question {
        let aside = if filter == TO_CONFIRM {
            Aside::With
        } else {
            self.aside()
        };
        self.question(aside, Some(filter))
    }

    /// What the list leaves out; `None` where it leaves nothing out.
    pub(crate) fn left_out(self) -> Option<Question> {
        let leaves_out = self.resource == Resource::Projects && self.aside() == Aside::Without;
        leaves_out.then(|| self.question(Aside::Only, None))
    }

    /// The list with what it leaves out.
    pub(crate) fn with_left_out(self) -> Question {
        self.question(Aside::With, None)
    }

    /// Whether a filter narrows the list.
    pub(crate) fn filters_by(self, filter: &str) -> bool {
        self.query.filters.contains_key(filter)
            || (self.resource == Resource::Projects && filter == TO_CONFIRM)
    }

    /// Whether words may be spelt otherwise: only where nothing at all answers them as they are, not even what the
    /// list leaves out.
    pub(crate) fn may_be_respelt(self, snapshot: &Snapshot) -> Result<bool> {
        Ok(self.words().is_some() && snapshot.count(&self.with_left_out())? == 0)
    }

    /// The words asked for; `None` where no words are, or none has a letter or digit.
    pub(crate) fn words(self) -> Option<Words> {
        self.query.q.as_deref().and_then(Words::read)
    }

    fn question(self, aside: Aside, without: Option<&str>) -> Question {
        let shelves = Shelf::seen(self.resource, self.reader, aside);
        let given = self.query.filters.iter();
        let mut filters: Vec<AnyOf> = given
            .filter(|(name, _)| Some(**name) != without)
            .map(|(name, values)| {
                let mut any = AnyOf::default();
                for shelf in &shelves {
                    for value in values {
                        any.term(FIELDS.filters, &shelf.filter_term(name, value));
                    }
                }
                any
            })
            .collect();
        if filters.is_empty() {
            let mut any = AnyOf::default();
            for shelf in &shelves {
                any.term(FIELDS.filters, &shelf.term());
            }
            filters.push(any);
        }
        let words = self.words();
        Question {
            filters,
            impossible: self.query.q.is_some() && words.is_none(),
            words: words.map(|words| FoundBy::new(&words, self.spelling)),
            checks: checks(self.query),
        }
    }
}

impl FoundBy {
    fn new(words: &Words, spelling: Spelling) -> Self {
        Self {
            exact: words.exact(spelling),
            text: words.in_text(spelling),
        }
    }
}

fn checks(query: &ListQuery) -> Vec<Check> {
    let boxed = query.bbox.map(|bbox| Check::In(Area::of_box(bbox)));
    let near = query
        .near
        .map(|(point, kilometres)| Check::In(Area::Around(point, kilometres)));
    let from = query.from.map(|date| Check::From(day_number(date.first_day())));
    let to = query.to.map(|date| Check::To(day_number(date.last_day())));
    let since = query
        .updated_since
        .map(|moment| Check::UpdatedSince(moment.micros()));
    [boxed, near, from, to, since].into_iter().flatten().collect()
}

impl Question {
    /// Words through all kinds of records.
    pub(crate) fn of_words(words: &Words, spelling: Spelling) -> Self {
        Self {
            filters: Vec::new(),
            words: Some(FoundBy::new(words, spelling)),
            checks: Vec::new(),
            impossible: false,
        }
    }

    /// Whether nothing can answer it: words without a letter.
    pub(crate) const fn is_impossible(&self) -> bool {
        self.impossible
    }

    pub(crate) fn filters(&self) -> &[AnyOf] {
        &self.filters
    }

    pub(crate) const fn words(&self) -> Option<&FoundBy> {
        self.words.as_ref()
    }

    pub(crate) fn checks(&self) -> &[Check] {
        &self.checks
    }
}
