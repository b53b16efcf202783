//! Bytes that nothing needs any more: of files that were removed long ago, and of those whose row was never written.

use super::Storage;
use aect_db::Db;
use aect_db::files::{self, KEPT};
use aect_types::{Instant, Uuid};
use chrono::{DateTime, TimeDelta};

/// How old bytes without a row must be: a form may still be on its way.
const UNNAMED: TimeDelta = TimeDelta::days(1);
/// How many files are looked up at once.
const BATCH: usize = 500;

/// Looks once. Rows go before their bytes, so that no row ever promises what is not there.
pub(crate) async fn sweep(db: &Db, storage: &Storage) -> anyhow::Result<()> {
    let removed = db
        .write("retention".to_owned(), |write| {
            let before = Instant::new(write.now().as_datetime() - KEPT);
            let removed = write.raw(|conn| files::removed_before(conn, before))?;
            write.forget_files(&removed)?;
            Ok(removed)
        })
        .await?;
    for id in removed {
        storage.erase(id).await?;
    }
    let old: Vec<Uuid> = storage.all().await?.into_iter().filter(is_old).collect();
    for batch in old.chunks(BATCH) {
        let sought = batch.to_vec();
        let known = db.read(move |conn| files::known(conn, &sought)).await?;
        for id in batch.iter().filter(|id| !known.contains(id)) {
            storage.erase(*id).await?;
        }
    }
    Ok(())
}

/// Whether an identifier was made long enough ago (its first digits are the moment: RFC 9562, 5.7). What is none of ours stays.
fn is_old(id: &Uuid) -> bool {
    let made = id.get_timestamp().and_then(|moment| {
        let (seconds, _) = moment.to_unix();
        DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)
    });
    made.is_some_and(|made| chrono::Utc::now() - made > UNNAMED)
}
