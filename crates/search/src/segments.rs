//! The index as it stands at one commit, its columns opened once.

use crate::Result;
use crate::question::{Check, Question};
use crate::schema::{columns, facet_column, facet_names};
use crate::shelf::Shelf;
use crate::terms::{AnyOf, in_all};
use std::collections::BTreeMap;
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Scorer;
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, Searcher, SegmentReader};

/// The whole index at one commit.
pub(crate) struct Snapshot {
    pub(crate) segments: Vec<Segment>,
    /// Keeps the files of the segments.
    _searcher: Searcher,
}

/// A part of the index.
pub(crate) struct Segment {
    pub(crate) reader: SegmentReader,
    id_high: Column<u64>,
    id_low: Column<u64>,
    pub(crate) shelves: Column<u64>,
    pub(crate) name: Option<StrColumn>,
    pub(crate) short_name: Option<StrColumn>,
    pub(crate) numbers: Numbers,
    points: Option<Column<u64>>,
    pub(crate) country_cents: Option<Column<u64>>,
    facets: BTreeMap<&'static str, FacetColumn>,
}

/// Columns of numbers; absent where no document of the segment has one.
pub(crate) struct Numbers {
    pub(crate) updated_at: Option<Column<i64>>,
    pub(crate) start: Option<Column<i64>>,
    first_day: Option<Column<i64>>,
    last_day: Option<Column<i64>>,
    pub(crate) population: Option<Column<i64>>,
    pub(crate) budget: Option<Column<i64>>,
    pub(crate) code: Option<Column<i64>>,
}

/// The values of a facet, by number, and which documents have which.
pub(crate) struct FacetColumn {
    pub(crate) numbers: Column<u64>,
    pub(crate) values: Vec<String>,
}

/// How a document was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// By the whole question as one of its names or codes; or the question has no words.
    Whole,
    /// By the words of the question.
    Words,
}

impl Snapshot {
    /// Opens the columns.
    pub(crate) fn open(searcher: Searcher) -> Result<Self> {
        let segments = searcher.segment_readers().iter().map(Segment::open);
        Ok(Self {
            segments: segments.collect::<Result<_>>()?,
            _searcher: searcher,
        })
    }

    /// How many documents a question has.
    pub(crate) fn count(&self, question: &Question) -> Result<u64> {
        let mut count = 0;
        for segment in &self.segments {
            segment.visit(question, |documents, _| {
                count += u64::try_from(documents.len()).unwrap_or(0);
                Ok(())
            })?;
        }
        Ok(count)
    }
}

impl Segment {
    fn open(reader: &SegmentReader) -> Result<Self> {
        let fast = reader.fast_fields();
        let mut facets = BTreeMap::new();
        for facet in facet_names() {
            if let Some(column) = fast.str(&facet_column(facet))? {
                facets.insert(facet, FacetColumn::open(&column)?);
            }
        }
        Ok(Self {
            id_high: fast.u64(columns::ID_HIGH)?,
            id_low: fast.u64(columns::ID_LOW)?,
            shelves: fast.u64(columns::SHELF)?,
            name: fast.str(columns::NAME)?,
            short_name: fast.str(columns::SHORT_NAME)?,
            numbers: Numbers {
                updated_at: fast.column_opt(columns::UPDATED_AT)?,
                start: fast.column_opt(columns::START)?,
                first_day: fast.column_opt(columns::FIRST_DAY)?,
                last_day: fast.column_opt(columns::LAST_DAY)?,
                population: fast.column_opt(columns::POPULATION)?,
                budget: fast.column_opt(columns::BUDGET)?,
                code: fast.column_opt(columns::CODE)?,
            },
            points: fast.column_opt(columns::POINTS)?,
            country_cents: fast.column_opt(columns::COUNTRY_CENTS)?,
            facets,
            reader: reader.clone(),
        })
    }

    /// The identifier of a document.
    pub(crate) fn id(&self, document: DocId) -> u128 {
        let half = |column: &Column<u64>| u128::from(column.first(document).unwrap_or(0));
        half(&self.id_high) << 64 | half(&self.id_low)
    }

    /// The number of the shelf of a document, as an index.
    pub(crate) fn shelf(&self, document: DocId) -> usize {
        let code = self
            .shelves
            .first(document)
            .and_then(|code| usize::try_from(code).ok());
        code.unwrap_or(Shelf::COUNT)
    }

    /// The column of a facet; `None` where no document of the segment has a value.
    pub(crate) fn facet(&self, facet: &str) -> Option<&FacetColumn> {
        self.facets.get(facet)
    }

    /// Shows `sink` the documents of a question, each once, in blocks: those found by the whole question in order,
    /// then those found by its words in order.
    pub(crate) fn visit(
        &self,
        question: &Question,
        mut sink: impl FnMut(&[DocId], By) -> Result<()>,
    ) -> Result<()> {
        if question.is_impossible() {
            return Ok(());
        }
        let Some(words) = question.words() else {
            let documents = in_all(question.filters(), &self.reader)?;
            return self.each(documents, question.checks(), &[], |block| sink(block, By::Whole));
        };
        let among = |words: &[AnyOf]| in_all(words.iter().chain(question.filters()), &self.reader);
        let mut whole = Vec::new();
        let documents = among(std::slice::from_ref(&words.exact))?;
        self.each(documents, question.checks(), &[], |block| {
            whole.extend_from_slice(block);
            sink(block, By::Whole)
        })?;
        let documents = among(&words.text)?;
        self.each(documents, question.checks(), &whole, |block| {
            sink(block, By::Words)
        })
    }

    /// Shows `sink` the documents that are not deleted, not in `seen` (sorted), and pass the checks.
    fn each(
        &self,
        mut documents: Box<dyn Scorer>,
        checks: &[Check],
        seen: &[DocId],
        mut sink: impl FnMut(&[DocId]) -> Result<()>,
    ) -> Result<()> {
        let alive = self.reader.alive_bitset();
        let all_pass = alive.is_none() && checks.is_empty() && seen.is_empty();
        let passes = |document: &DocId| {
            alive.is_none_or(|alive| alive.is_alive(*document))
                && seen.binary_search(document).is_err()
                && checks.iter().all(|check| self.passes(*document, check))
        };
        let mut buffer = [0; COLLECT_BLOCK_BUFFER_LEN];
        let mut kept = Vec::with_capacity(COLLECT_BLOCK_BUFFER_LEN);
        loop {
            let filled = documents.fill_buffer(&mut buffer);
            let block = buffer.get(..filled).unwrap_or_default();
            if all_pass {
                sink(block)?;
            } else {
                kept.clear();
                kept.extend(block.iter().copied().filter(passes));
                sink(&kept)?;
            }
            if filled < COLLECT_BLOCK_BUFFER_LEN {
                return Ok(());
            }
        }
    }

    fn passes(&self, document: DocId, check: &Check) -> bool {
        let first = |column: &Option<Column<i64>>| column.as_ref().and_then(|column| column.first(document));
        match check {
            Check::In(area) => self
                .points
                .as_ref()
                .is_some_and(|points| points.values_for_doc(document).any(|point| area.contains(point))),
            Check::From(day) => first(&self.numbers.last_day).is_some_and(|last| last >= *day),
            Check::To(day) => first(&self.numbers.first_day).is_some_and(|first| first <= *day),
            Check::UpdatedSince(moment) => {
                first(&self.numbers.updated_at).is_some_and(|updated| updated >= *moment)
            }
        }
    }
}

impl FacetColumn {
    fn open(column: &StrColumn) -> Result<Self> {
        let mut values = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            values.push(String::from_utf8_lossy(stream.key()).into_owned());
        }
        Ok(Self {
            numbers: column.ords().clone(),
            values,
        })
    }

    /// The number of a value, as an index.
    pub(crate) fn numbers(&self, document: DocId) -> impl Iterator<Item = usize> {
        let numbers = self.numbers.values_for_doc(document);
        numbers.map(|number| usize::try_from(number).unwrap_or(usize::MAX))
    }
}
