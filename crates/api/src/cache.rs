//! Ready answers: what was made once is given again, byte for byte, until something public changes.
//!
//! The key holds the position of the index at which the answer was made: what was begun before a change cannot be
//! found after it. Emptying only gives the memory back.

use crate::error::{Error, Result};
use crate::negotiation::Coding;
use crate::{compression, etag};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use aect_types::policy::Reader;
use bytes::Bytes;
use std::future::Future;
use std::sync::Arc;

/// What an answer answers. The address is canonical: equal questions are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Kind of request, format included, and its canonical question.
    pub(crate) request: String,
    /// Who asks.
    pub(crate) reader: Reader,
    /// How its bytes are compressed.
    pub(crate) coding: Coding,
    /// Position of the index.
    pub(crate) position: i64,
}

/// What a handler makes.
#[derive(Debug)]
pub(crate) struct Made {
    /// The bytes.
    pub(crate) body: Bytes,
    /// Their type.
    pub(crate) media_type: &'static str,
    /// What the entity tag begins with: the record's version, or the position.
    pub(crate) version: i64,
    /// 200, or 308 for a former address.
    pub(crate) status: StatusCode,
    /// Headers of this answer alone: `Link`, `Location`, `Content-Disposition`.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Made {
    /// An answer of that type.
    pub(crate) fn new(media_type: &'static str, version: i64, body: impl Into<Bytes>) -> Self {
        Self {
            body: body.into(),
            media_type,
            version,
            status: StatusCode::OK,
            headers: Vec::new(),
        }
    }
}

/// An answer ready to be sent.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) body: Bytes,
    pub(crate) coding: Coding,
    pub(crate) etag: HeaderValue,
    pub(crate) media_type: HeaderValue,
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    version: i64,
}

/// The answers kept.
#[derive(Clone)]
pub(crate) struct Cache {
    answers: moka::future::Cache<Key, Arc<Ready>>,
}

impl Cache {
    /// A cache that holds at most so many bytes.
    pub(crate) fn new(bytes: u64) -> Self {
        let answers = moka::future::Cache::builder()
            .max_capacity(bytes)
            .weigher(|key: &Key, ready: &Arc<Ready>| weight(key, ready))
            .build();
        Self { answers }
    }

    /// The answer to `key`: kept, or made now; whoever asks for the same meanwhile waits for it.
    pub(crate) async fn get<F>(&self, key: Key, make: impl FnOnce() -> F) -> Result<Arc<Ready>>
    where
        F: Future<Output = Result<Made>>,
    {
        if let Some(ready) = self.answers.get(&key).await {
            metrics::counter!("aect_cache_lookups_total", "result" => "hit").increment(1);
            return Ok(ready);
        }
        metrics::counter!("aect_cache_lookups_total", "result" => "miss").increment(1);
        let plain = Key {
            coding: Coding::Identity,
            ..key.clone()
        };
        let ready = self
            .keep(plain, async { Ok(Ready::plain(make().await?)) })
            .await?;
        if key.coding == Coding::Identity || ready.body.len() < compression::WORTH_IT {
            return Ok(ready);
        }
        let coding = key.coding;
        self.keep(key, async move { ready.compressed(coding).await })
            .await
    }

    async fn keep(&self, key: Key, make: impl Future<Output = Result<Ready>>) -> Result<Arc<Ready>> {
        self.answers
            .try_get_with(key, async { make.await.map(Arc::new) })
            .await
            .map_err(|error| Error::clone(&error))
    }

    /// Gives the memory of all answers back: what they were made from has changed.
    pub(crate) fn empty(&self) {
        self.answers.invalidate_all();
    }

    /// Bytes kept, about.
    pub(crate) async fn weight(&self) -> u64 {
        self.answers.run_pending_tasks().await;
        self.answers.weighted_size()
    }
}

/// Bytes of an entry with what the cache itself needs for it.
fn weight(key: &Key, ready: &Arc<Ready>) -> u32 {
    const OVERHEAD: usize = 512;
    u32::try_from(ready.body.len() + key.request.len() + OVERHEAD).unwrap_or(u32::MAX)
}

impl Ready {
    fn plain(made: Made) -> Self {
        Self {
            etag: etag::of(made.version, &made.body),
            coding: Coding::Identity,
            media_type: HeaderValue::from_static(made.media_type),
            body: made.body,
            status: made.status,
            headers: made.headers,
            version: made.version,
        }
    }

    /// The same, compressed off the asynchronous threads.
    async fn compressed(&self, coding: Coding) -> Result<Self> {
        let body = self.body.clone();
        let body = tokio::task::spawn_blocking(move || compression::compress(&body, coding))
            .await
            .map_err(Error::internal)?
            .map_err(Error::internal)?;
        Ok(Self {
            etag: etag::of(self.version, &body),
            body,
            coding,
            media_type: self.media_type.clone(),
            status: self.status,
            headers: self.headers.clone(),
            version: self.version,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn key(coding: Coding, position: i64) -> Key {
        Key {
            request: "projects.json?".into(),
            reader: Reader::Visitor,
            coding,
            position,
        }
    }

    fn made() -> Made {
        Made::new("application/json", 7, "coopération ".repeat(200))
    }

    #[tokio::test]
    async fn an_answer_is_made_once_for_all_who_ask_and_all_codings() {
        let cache = Cache::new(1_000_000);
        let makings = AtomicUsize::new(0);
        let make = || async {
            makings.fetch_add(1, Ordering::SeqCst);
            Ok(made())
        };
        let (first, second, packed) = tokio::join!(
            cache.get(key(Coding::Identity, 1), make),
            cache.get(key(Coding::Identity, 1), make),
            cache.get(key(Coding::Brotli, 1), make),
        );
        assert_eq!(makings.load(Ordering::SeqCst), 1);
        assert_eq!(first.unwrap().body, second.unwrap().body);
        let packed = packed.unwrap();
        assert_eq!(packed.coding, Coding::Brotli);
        assert_ne!(
            packed.etag,
            cache.get(key(Coding::Identity, 1), make).await.unwrap().etag
        );
        cache.get(key(Coding::Identity, 2), make).await.unwrap();
        assert_eq!(
            makings.load(Ordering::SeqCst),
            2,
            "another position, another answer"
        );
    }

    #[tokio::test]
    async fn a_failure_is_not_kept() {
        let cache = Cache::new(1_000_000);
        let failed = cache
            .get(key(Coding::Identity, 1), || async {
                Err(aect_types::problem::ProblemKind::NotFound.into())
            })
            .await;
        assert!(failed.is_err());
        assert!(
            cache
                .get(key(Coding::Identity, 1), || async { Ok(made()) })
                .await
                .is_ok()
        );
    }
}
