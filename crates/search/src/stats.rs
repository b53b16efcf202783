//! Figures about projects: how many, and for how much.

use crate::question::{Asked, TO_CONFIRM};
use crate::segments::{FacetColumn, Segment, Snapshot};
use crate::shelf::{Aside, Shelf};
use crate::words::Spelling;
use crate::{Index, Result, points};
use aect_types::Resource;
use aect_types::policy::Reader;
use aect_types::query::ListQuery;
use aect_types::stats::StatsBy;
use std::collections::BTreeMap;
use tantivy::DocId;

/// Figures by value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// All projects under the filters, each counted once.
    pub all: Counts,
    /// Each value with what it counts, the most frequent first.
    pub rows: Vec<(String, Counts)>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// As many as the list of the same question shows: twinnings to confirm left out, unless it asks for them.
    pub projects: u64,
    /// Twinnings to confirm.
    pub twinnings_to_confirm: u64,
    /// Sum of the upper ends of the budgets of `projects`, else of their lower ends.
    pub budget_cents: i64,
}

impl Index {
    /// Figures of the projects that `query` keeps, by value; its `to_confirm` filter counts like any other. Where
    /// it filters by what is counted, only the values asked for have a row: another one's list would be longer
    /// than its figure.
    pub fn stats(&self, reader: Reader, by: StatsBy, query: &ListQuery) -> Result<Figures> {
        let snapshot = self.snapshot();
        let mut asked = Asked {
            resource: Resource::Projects,
            reader,
            query,
            spelling: Spelling::Strict,
        };
        if asked.may_be_respelt(&snapshot)? {
            asked.spelling = Spelling::Loose;
        }
        let figures = gathered(&snapshot, asked, by)?;
        let asked_for = query.filters.get(by.as_str());
        Ok(figures.finish(|value| asked_for.is_none_or(|values| values.contains(value))))
    }
}

fn gathered(snapshot: &Snapshot, asked: Asked<'_>, by: StatsBy) -> Result<Gathered> {
    let question = asked.with_left_out();
    let mut figures = Gathered::new(asked, by);
    for segment in &snapshot.segments {
        let mut here = Here::new(segment, by);
        segment.visit(&question, |documents, _| {
            for document in documents {
                figures.add(segment, &mut here, *document);
            }
            Ok(())
        })?;
        figures.leave(here);
    }
    Ok(figures)
}

/// What is gathered over all segments.
struct Gathered {
    by: StatsBy,
    /// The list of the same question shows what is set aside.
    shows_aside: bool,
    /// By code of a shelf: whether what stands there is set aside.
    aside: Vec<bool>,
    all: Counts,
    rows: BTreeMap<String, Counts>,
}

/// What is gathered in one segment, by number of the value.
struct Here<'s> {
    column: Option<&'s FacetColumn>,
    counts: Vec<Counts>,
}

impl<'s> Here<'s> {
    fn new(segment: &'s Segment, by: StatsBy) -> Self {
        let column = segment.facet(by.as_str());
        let values = column.map_or(0, |column| column.values.len());
        Self {
            column,
            counts: vec![Counts::default(); values],
        }
    }
}

impl Gathered {
    fn new(asked: Asked<'_>, by: StatsBy) -> Self {
        let mut aside = vec![false; Shelf::COUNT];
        for shelf in Shelf::seen(Resource::Projects, asked.reader, Aside::Only) {
            let code = usize::try_from(shelf.code()).unwrap_or(usize::MAX);
            if let Some(place) = aside.get_mut(code) {
                *place = true;
            }
        }
        Self {
            by,
            shows_aside: asked.query.filters.contains_key(TO_CONFIRM),
            aside,
            all: Counts::default(),
            rows: BTreeMap::new(),
        }
    }

    fn add(&mut self, segment: &Segment, here: &mut Here<'_>, document: DocId) {
        let aside = self.aside.get(segment.shelf(document)) == Some(&true);
        let shown = !aside || self.shows_aside;
        let budget = segment
            .numbers
            .budget
            .as_ref()
            .filter(|_| shown)
            .and_then(|budget| budget.first(document));
        let counted = Counts {
            projects: u64::from(shown),
            twinnings_to_confirm: u64::from(aside),
            budget_cents: budget.unwrap_or(0),
        };
        self.all.add(counted);
        // The sums of countries are in a column of their own: a budget is divided between them.
        let divided = self.by == StatsBy::Country;
        let row = Counts {
            budget_cents: if divided { 0 } else { counted.budget_cents },
            ..counted
        };
        for number in here.column.iter().flat_map(|column| column.numbers(document)) {
            if let Some(counts) = here.counts.get_mut(number) {
                counts.add(row);
            }
        }
        if divided && shown {
            for packed in segment
                .country_cents
                .iter()
                .flat_map(|cents| cents.values_for_doc(document))
            {
                let (country, cents) = points::unpack_cents(packed);
                self.rows.entry(country).or_default().budget_cents += cents;
            }
        }
    }

    fn leave(&mut self, here: Here<'_>) {
        let values = here.column.iter().flat_map(|column| &column.values);
        for (value, counts) in values.zip(here.counts) {
            if counts != Counts::default() {
                self.rows.entry(value.clone()).or_default().add(counts);
            }
        }
    }

    fn finish(self, keep: impl Fn(&str) -> bool) -> Figures {
        let mut rows: Vec<(String, Counts)> =
            self.rows.into_iter().filter(|(value, _)| keep(value)).collect();
        // Stable: equal counts stay in the order of their values.
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse((counts.projects, counts.twinnings_to_confirm)));
        Figures { all: self.all, rows }
    }
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.projects += other.projects;
        self.twinnings_to_confirm += other.twinnings_to_confirm;
        self.budget_cents = self.budget_cents.saturating_add(other.budget_cents);
    }
}
