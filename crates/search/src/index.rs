//! The index itself: opened, filled by following the journal, read at its last commit.

use crate::Result;
use crate::entry;
use crate::schema::{FIELDS, RULES};
use crate::segments::Snapshot;
use crate::shelf::Shelf;
use aect_db::Db;
use aect_db::renditions::{self, Rendition};
use aect_types::Uuid;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::indexer::IndexWriterOptions;
use tantivy::merge_policy::{LogMergePolicy, MergePolicy, NoMergePolicy};
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Term};

/// Memory of the writer, which exists only while there is something to write.
const WRITER_BYTES: usize = 24_000_000;

/// Renditions read at a time.
const BATCH: i64 = 1_000;

/// Renditions after which a long catching-up is committed, so that an interruption does not begin again.
const COMMIT_EVERY: usize = 50_000;

/// From so many renditions on, all segments are merged into one at the end.
const MANY: usize = 5_000;

/// Segments of small commits that are merged at once.
const MERGED_AT_ONCE: usize = 4;

/// The index; clones share it.
#[derive(Clone)]
pub struct Index {
    shared: Arc<Shared>,
}

struct Shared {
    index: tantivy::Index,
    reader: IndexReader,
    /// What questions are answered from, and the position it has reached.
    current: RwLock<(Arc<Snapshot>, Position)>,
    /// One writes at a time.
    writing: Mutex<()>,
}

/// How far the journal is followed, kept with each commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Position {
    rules: u32,
    journal: i64,
    id: Uuid,
}

impl Position {
    const START: Self = Self {
        rules: RULES,
        journal: 0,
        id: Uuid::nil(),
    };

    const fn behind(rendition: &Rendition) -> Self {
        Self {
            rules: RULES,
            journal: rendition.position,
            id: rendition.id,
        }
    }

    /// The position of an index; `None` where it was written under other rules or by something else.
    fn of(index: &tantivy::Index) -> Result<Option<Self>> {
        let Some(payload) = index.load_metas()?.payload else {
            return Ok((index.searchable_segment_ids()?.is_empty()).then_some(Self::START));
        };
        let position: Option<Self> = serde_json::from_str(&payload).ok();
        Ok(position.filter(|position| position.rules == RULES))
    }
}

impl Index {
    /// Opens the index in a folder, or begins one there. One that is damaged or was written under other rules is
    /// begun anew: the next [`Index::follow`] fills it.
    pub fn open(dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir)?;
        match Self::open_existing(dir) {
            Ok(Some(index)) => return Ok(index),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the index cannot be opened and is begun anew"),
        }
        std::fs::remove_dir_all(dir)?;
        std::fs::create_dir_all(dir)?;
        let directory = MmapDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
        let settings = IndexSettings {
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let builder = tantivy::Index::builder().schema(FIELDS.schema.clone());
        Self::new(builder.settings(settings).open_or_create(directory)?)
    }

    /// An index in memory.
    pub fn in_memory() -> Result<Self> {
        Self::new(tantivy::Index::create_in_ram(FIELDS.schema.clone()))
    }

    fn open_existing(dir: &Path) -> Result<Option<Self>> {
        let directory = MmapDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
        if !tantivy::Index::exists(&directory).map_err(tantivy::TantivyError::from)? {
            return Ok(None);
        }
        let index = tantivy::Index::open(directory)?;
        if index.schema() != FIELDS.schema || Position::of(&index)?.is_none() {
            return Ok(None);
        }
        Self::new(index).map(Some)
    }

    fn new(index: tantivy::Index) -> Result<Self> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(0)
            .try_into()?;
        let current = read(&index, &reader)?;
        Ok(Self {
            shared: Arc::new(Shared {
                index,
                reader,
                current: RwLock::new(current),
                writing: Mutex::new(()),
            }),
        })
    }

    /// The position in the journal that answers are up to.
    #[must_use]
    pub fn position(&self) -> i64 {
        self.current().1.journal
    }

    /// What questions are answered from.
    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        self.current().0
    }

    fn current(&self) -> (Arc<Snapshot>, Position) {
        self.shared
            .current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Takes in everything that was rendered behind the position it has reached; returns the one it reaches.
    /// Blocks: for a thread of its own.
    pub fn follow(&self, db: &Db) -> Result<i64> {
        let _writing = self.writing();
        let (_, mut position) = self.current();
        let newest = db.read_blocking(renditions::position)?;
        let mut writing = None;
        if newest < position.journal {
            // Another database than the one that was followed: an older copy, or a new beginning.
            tracing::warn!(
                index = position.journal,
                database = newest,
                "the index is ahead of the database and is rebuilt"
            );
            position = Position::START;
            writing = Some(Writing::anew(self)?);
        }
        loop {
            let after = |conn: &mut _| renditions::after(conn, position.journal, position.id, BATCH);
            let batch = db.read_blocking(after)?;
            let Some(last) = batch.last() else { break };
            position = Position::behind(last);
            let mut going_on = match writing {
                Some(writing) => writing,
                None => Writing::begin(self)?,
            };
            going_on.take(&batch)?;
            if going_on.uncommitted >= COMMIT_EVERY {
                going_on.commit(self, position)?;
            }
            writing = Some(going_on);
        }
        if let Some(writing) = writing {
            writing.finish(self, position)?;
        }
        // The journal may have moved on without rendering anything: answers are up to it all the same.
        let mut current = self
            .shared
            .current
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if current.1.journal < newest {
            current.1 = Position {
                journal: newest,
                id: Uuid::max(),
                ..current.1
            };
        }
        Ok(current.1.journal)
    }

    /// Takes in renditions, in their order.
    pub fn apply(&self, renditions: &[Rendition]) -> Result<()> {
        let _writing = self.writing();
        let Some(last) = renditions.last() else {
            return Ok(());
        };
        let mut writing = Writing::begin(self)?;
        writing.take(renditions)?;
        writing.finish(self, Position::behind(last))
    }

    fn writing(&self) -> MutexGuard<'_, ()> {
        self.shared.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers from the last commit from now on.
    fn reload(&self) -> Result<()> {
        self.shared.reader.reload()?;
        let current = read(&self.shared.index, &self.shared.reader)?;
        *self
            .shared
            .current
            .write()
            .unwrap_or_else(PoisonError::into_inner) = current;
        Ok(())
    }
}

fn read(index: &tantivy::Index, reader: &IndexReader) -> Result<(Arc<Snapshot>, Position)> {
    let position = Position::of(index)?.unwrap_or(Position::START);
    Ok((Arc::new(Snapshot::open(reader.searcher())?), position))
}

/// A writer at work.
struct Writing {
    writer: IndexWriter,
    /// Renditions taken in since the last commit.
    uncommitted: usize,
    /// Renditions taken in altogether.
    taken: usize,
}

impl Writing {
    fn begin(index: &Index) -> Result<Self> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(WRITER_BYTES)
            .build();
        let writer: IndexWriter = index.shared.index.writer_with_options(options)?;
        // Merges wait until it is known how much there is to take in.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self {
            writer,
            uncommitted: 0,
            taken: 0,
        })
    }

    fn anew(index: &Index) -> Result<Self> {
        let writing = Self::begin(index)?;
        writing.writer.delete_all_documents()?;
        Ok(writing)
    }

    fn take(&mut self, renditions: &[Rendition]) -> Result<()> {
        for rendition in renditions {
            self.writer
                .delete_term(Term::from_field_bytes(FIELDS.id, rendition.id.as_bytes()));
            if rendition.hidden {
                continue;
            }
            if let Some(entry) = entry::of_rendition(rendition)?
                && let Some(shelf) = Shelf::of(rendition.resource, rendition.visibility, entry.aside)
            {
                self.writer
                    .add_document(FIELDS.document(shelf, rendition.id, &entry))?;
            }
        }
        self.uncommitted += renditions.len();
        self.taken += renditions.len();
        Ok(())
    }

    fn commit(&mut self, index: &Index, position: Position) -> Result<()> {
        let payload = serde_json::to_string(&position)?;
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&payload);
        commit.commit()?;
        self.uncommitted = 0;
        index.reload()
    }

    /// Commits, then merges: readers have the new answers before the segments are tidied up.
    fn finish(mut self, index: &Index, position: Position) -> Result<()> {
        if self.taken < MANY {
            self.writer.set_merge_policy(small_merges());
        }
        self.commit(index, position)?;
        let segments = index.shared.index.searchable_segment_ids()?;
        if self.taken >= MANY && segments.len() > 1 {
            self.writer.merge(&segments).wait()?;
        }
        self.writer.wait_merging_threads()?;
        if index.shared.index.searchable_segment_ids()? == segments {
            return Ok(());
        }
        index.reload()
    }
}

fn small_merges() -> Box<dyn MergePolicy> {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(MERGED_AT_ONCE);
    policy.set_del_docs_ratio_before_merge(0.3);
    Box::new(policy)
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index")
            .field("position", &self.position())
            .finish_non_exhaustive()
    }
}
