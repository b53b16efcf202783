//! One search for everything: the best records of every kind.

use crate::order::{Best, Place};
use crate::question::Question;
use crate::segments::Snapshot;
use crate::shelf::{Aside, Shelf};
use crate::tiers::Tiers;
use crate::words::{Spelling, Words};
use crate::{Index, Result};
use aect_types::policy::Reader;
use aect_types::{Resource, Uuid};

/// What a search finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// For each kind with a hit, its best hits; the kind with the best hit first.
    pub groups: Vec<FoundGroup>,
    /// How many records of all kinds.
    pub total: u64,
}

/// What a search finds of one kind: as many as the list of that kind shows with the same `q`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// The kind.
    pub resource: Resource,
    /// How many.
    pub total: u64,
    /// The best, best first.
    pub hits: Vec<FoundHit>,
}

/// A record found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundHit {
    /// Its identifier.
    pub id: Uuid,
    /// How well it answers; smaller is better.
    pub tier: u64,
}

impl Index {
    /// Searches every kind of record; `per_kind` of the best of each.
    pub fn search(&self, reader: Reader, q: &str, per_kind: usize) -> Result<Found> {
        let Some(words) = Words::read(q) else {
            return Ok(Found::default());
        };
        let snapshot = self.snapshot();
        let (found, any) = search(&snapshot, reader, &words, Spelling::Strict, per_kind)?;
        if any {
            return Ok(found);
        }
        Ok(search(&snapshot, reader, &words, Spelling::Loose, per_kind)?.0)
    }
}

/// What is gathered of one kind.
struct Gathered {
    resource: Resource,
    total: u64,
    rows: Vec<(u64, u128)>,
}

/// What a shelf is to a search: nothing, something that lists leave out, or a place among `Gathered`.
#[derive(Clone, Copy)]
enum Use {
    Unseen,
    LeftOut,
    Shown(usize),
}

fn uses(reader: Reader) -> Vec<Use> {
    let mut uses = vec![Use::Unseen; Shelf::COUNT];
    for (rank, resource) in Resource::ALL.iter().enumerate() {
        for shelf in Shelf::seen(*resource, reader, Aside::With) {
            let code = usize::try_from(shelf.code()).unwrap_or(usize::MAX);
            if let Some(place) = uses.get_mut(code) {
                *place = if shelf.is_aside() {
                    Use::LeftOut
                } else {
                    Use::Shown(rank)
                };
            }
        }
    }
    uses
}

/// What is found, and whether anything is, even only what lists leave out.
fn search(
    snapshot: &Snapshot,
    reader: Reader,
    words: &Words,
    spelling: Spelling,
    per_kind: usize,
) -> Result<(Found, bool)> {
    let question = Question::of_words(words, spelling);
    let uses = uses(reader);
    let gathering = |resource: &Resource| Gathered {
        resource: *resource,
        total: 0,
        rows: Vec::new(),
    };
    let mut kinds: Vec<Gathered> = Resource::ALL.iter().map(gathering).collect();
    let mut any = false;
    for segment in &snapshot.segments {
        let mut tiers = Tiers::new(segment, words, spelling)?;
        let mut best: Vec<Best> = kinds.iter().map(|_| Best::new(per_kind, Place::Start)).collect();
        segment.visit(&question, |documents, by| {
            for document in documents {
                match uses.get(segment.shelf(*document)) {
                    Some(Use::Shown(kind)) => {
                        any = true;
                        if let (Some(kind), Some(best)) = (kinds.get_mut(*kind), best.get_mut(*kind)) {
                            kind.total += 1;
                            best.offer(tiers.of(*document, by), || segment.id(*document));
                        }
                    }
                    Some(Use::LeftOut) => any = true,
                    Some(Use::Unseen) | None => {}
                }
            }
            Ok(())
        })?;
        for (kind, best) in kinds.iter_mut().zip(best) {
            kind.rows.extend(best.rows());
        }
    }
    Ok((found(kinds, per_kind), any))
}

fn found(kinds: Vec<Gathered>, per_kind: usize) -> Found {
    let mut groups: Vec<FoundGroup> = kinds
        .into_iter()
        .filter(|kind| kind.total > 0)
        .map(|mut kind| {
            kind.rows.sort_unstable();
            kind.rows.truncate(per_kind);
            let hit = |(tier, id): (u64, u128)| FoundHit {
                id: Uuid::from_u128(id),
                tier,
            };
            FoundGroup {
                resource: kind.resource,
                total: kind.total,
                hits: kind.rows.into_iter().map(hit).collect(),
            }
        })
        .collect();
    // Stable: kinds with equally good hits stay in their usual order.
    groups.sort_by_key(|group| group.hits.first().map_or(u64::MAX, |hit| hit.tier));
    Found {
        total: groups.iter().map(|group| group.total).sum(),
        groups,
    }
}
