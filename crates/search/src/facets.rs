//! Facets: how many documents have each value.

use crate::Result;
use crate::question::Question;
use crate::segments::{Segment, Snapshot};
use aect_types::page::FacetCount;
use std::collections::BTreeMap;
use tantivy::DocId;

/// Counts the values of one facet.
pub(crate) struct Counters<'a> {
    facet: &'a str,
    /// By number of the value, in the segment of the moment.
    here: Vec<u64>,
    counts: BTreeMap<String, u64>,
}

impl<'a> Counters<'a> {
    pub(crate) const fn new(facet: &'a str) -> Self {
        Self {
            facet,
            here: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Counts all documents of a question.
    pub(crate) fn count(&mut self, snapshot: &Snapshot, question: &Question) -> Result<()> {
        for segment in &snapshot.segments {
            self.enter(segment);
            segment.visit(question, |documents, _| {
                self.add(segment, documents);
                Ok(())
            })?;
            self.leave(segment);
        }
        Ok(())
    }

    /// Begins a segment.
    pub(crate) fn enter(&mut self, segment: &Segment) {
        self.here.clear();
        let values = segment.facet(self.facet).map_or(0, |column| column.values.len());
        self.here.resize(values, 0);
    }

    /// Counts documents of the segment, each value of each once.
    pub(crate) fn add(&mut self, segment: &Segment, documents: &[DocId]) {
        let Some(column) = segment.facet(self.facet) else {
            return;
        };
        for document in documents {
            for number in column.numbers(*document) {
                if let Some(count) = self.here.get_mut(number) {
                    *count += 1;
                }
            }
        }
    }

    /// Ends a segment.
    pub(crate) fn leave(&mut self, segment: &Segment) {
        let Some(column) = segment.facet(self.facet) else {
            return;
        };
        for (value, count) in column
            .values
            .iter()
            .zip(&self.here)
            .filter(|(_, count)| **count > 0)
        {
            *self.counts.entry(value.clone()).or_default() += count;
        }
    }

    /// The counts, the most frequent first, then by value.
    pub(crate) fn finish(self) -> (String, Vec<FacetCount>) {
        let counts = self.counts.into_iter();
        let mut counts: Vec<FacetCount> = counts.map(|(value, count)| FacetCount { value, count }).collect();
        counts.sort_by(|one, other| {
            other
                .count
                .cmp(&one.count)
                .then_with(|| one.value.cmp(&other.value))
        });
        (self.facet.to_owned(), counts)
    }
}
