//! Lists: which records, in which order, how many, and what their facets count.

use crate::facets::Counters;
use crate::order::{Best, Order, Place, Row, keyed, merge};
use crate::question::{Asked, Question};
use crate::segments::Snapshot;
use crate::words::Spelling;
use crate::{Index, Result};
use aect_types::page::Facets;
use aect_types::policy::Reader;
use aect_types::query::ListQuery;
use aect_types::{Resource, Uuid};
use serde::{Deserialize, Serialize};

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    /// How many records the whole list holds.
    pub total: u64,
    /// How many twinnings to confirm the list leaves out; only where it leaves any out by default.
    pub left_out: Option<u64>,
    /// The records of the page, in order.
    pub ids: Vec<Uuid>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<After>,
    /// The facets asked for.
    pub facets: Facets,
}

/// Where a page begins: behind this row. It stays right while records come and go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// What the row is sorted by.
    #[serde(rename = "k")]
    pub(crate) key: Key,
    /// Its identifier.
    #[serde(rename = "i")]
    pub(crate) id: Uuid,
    /// Whether the list was found by words spelt otherwise: its other pages are then too.
    #[serde(rename = "l", default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) loose: bool,
}

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    /// A number, smallest first whatever the direction.
    Rank(u64),
    /// A name, folded.
    Name(String),
}

impl After {
    const fn spelling(&self) -> Spelling {
        if self.loose {
            Spelling::Loose
        } else {
            Spelling::Strict
        }
    }
}

/// What one pass over a list gives.
struct Pass {
    total: u64,
    left_out: Option<u64>,
    rows: Vec<Row>,
    facets: Facets,
}

impl Index {
    /// A page of at most `limit` records behind `after`, with the total and the facets of the whole list.
    pub fn select(
        &self,
        resource: Resource,
        reader: Reader,
        query: &ListQuery,
        after: Option<&After>,
        limit: usize,
    ) -> Result<Hits> {
        let snapshot = self.snapshot();
        let mut asked = Asked {
            resource,
            reader,
            query,
            spelling: after.map_or(Spelling::Strict, After::spelling),
        };
        let mut pass = pass_over(&snapshot, asked, after, limit.saturating_add(1))?;
        if after.is_none() && pass.total == 0 && asked.may_be_respelt(&snapshot)? {
            asked.spelling = Spelling::Loose;
            pass = pass_over(&snapshot, asked, after, limit.saturating_add(1))?;
        }
        let more = pass.rows.len() > limit;
        pass.rows.truncate(limit);
        let last = pass.rows.last().filter(|_| more);
        Ok(Hits {
            total: pass.total,
            left_out: pass.left_out,
            next: last.map(|row| After {
                key: row.key.clone(),
                id: row.id,
                loose: asked.spelling == Spelling::Loose,
            }),
            ids: pass.rows.into_iter().map(|row| row.id).collect(),
            facets: pass.facets,
        })
    }

    /// The whole list in its order.
    pub fn ids(&self, resource: Resource, reader: Reader, query: &ListQuery) -> Result<Vec<Uuid>> {
        let snapshot = self.snapshot();
        let mut asked = Asked {
            resource,
            reader,
            query,
            spelling: Spelling::Strict,
        };
        let (mut total, mut rows) = rows_of(&snapshot, asked, None, usize::MAX, &mut [])?;
        if total == 0 && asked.may_be_respelt(&snapshot)? {
            asked.spelling = Spelling::Loose;
            (total, rows) = rows_of(&snapshot, asked, None, usize::MAX, &mut [])?;
        }
        debug_assert_eq!(u64::try_from(rows.len()).ok(), Some(total));
        Ok(rows.into_iter().map(|row| row.id).collect())
    }
}

fn order(asked: Asked<'_>) -> Order {
    match (asked.query.sort, asked.words()) {
        (Some(sort), _) => Order::Field(sort),
        (None, Some(words)) => Order::Answers(words, asked.spelling),
        (None, None) => Order::Field(asked.resource.spec().default_sort()),
    }
}

fn pass_over(snapshot: &Snapshot, asked: Asked<'_>, after: Option<&After>, limit: usize) -> Result<Pass> {
    let facets = asked.query.facets.iter().copied();
    let (apart, shared): (Vec<&str>, Vec<&str>) = facets.partition(|facet| asked.filters_by(facet));
    let mut counters: Vec<Counters<'_>> = shared.into_iter().map(Counters::new).collect();
    let (total, rows) = rows_of(snapshot, asked, after, limit, &mut counters)?;
    for facet in apart {
        let mut counter = Counters::new(facet);
        counter.count(snapshot, &asked.list_without(facet))?;
        counters.push(counter);
    }
    Ok(Pass {
        total,
        left_out: asked
            .left_out()
            .map(|question| snapshot.count(&question))
            .transpose()?,
        rows,
        facets: counters.into_iter().map(Counters::finish).collect(),
    })
}

/// The total and the first rows behind a place, with what the counters count on the way.
fn rows_of(
    snapshot: &Snapshot,
    asked: Asked<'_>,
    after: Option<&After>,
    limit: usize,
    counters: &mut [Counters<'_>],
) -> Result<(u64, Vec<Row>)> {
    let order = order(asked);
    let question: Question = asked.list();
    let mut total = 0;
    let mut rows = Vec::with_capacity(snapshot.segments.len());
    for segment in &snapshot.segments {
        let place = after.map_or(Ok(Place::Start), |after| order.place(segment, after))?;
        let mut ranks = order.ranks(segment)?;
        let mut best = Best::new(limit, place);
        for counter in &mut *counters {
            counter.enter(segment);
        }
        segment.visit(&question, |documents, by| {
            total += u64::try_from(documents.len()).unwrap_or(0);
            for document in documents {
                best.offer(ranks.of(*document, by), || segment.id(*document));
            }
            for counter in &mut *counters {
                counter.add(segment, documents);
            }
            Ok(())
        })?;
        for counter in &mut *counters {
            counter.leave(segment);
        }
        rows.push(keyed(&order, segment, &best.rows())?);
    }
    let mut rows = merge(&order, rows);
    rows.truncate(limit);
    Ok((total, rows))
}
