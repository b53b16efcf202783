//! Descriptors of files and sockets: as many as are needed and allowed, so that however many visitors hold a
//! connection, the database and the index can still be opened.

use crate::Config;
use anyhow::{Context as _, ensure};
use nix::sys::resource::{Resource, getrlimit, setrlimit};

/// Kept free beside both: the log, what listens, the runtime, the index while it is written.
const OTHERS: u64 = 64;
/// What a connection to the database may hold: SQLite's file, its log, its shared memory.
const EACH_DATABASE_CONNECTION: u64 = 3;
/// With fewer connections a thread is of no use.
const LEAST: u64 = 8;

/// Raises the process' own limit as far as it is needed and allowed; how many connections each of `workers` may hold.
pub(crate) fn connections_a_worker(config: &Config, workers: u64) -> anyhow::Result<usize> {
    let wanted = u64::from(config.max_connections);
    let ours = OTHERS + EACH_DATABASE_CONNECTION * u64::from(config.data.connections());
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE).context("the limit of descriptors is not told")?;
    let limit = soft.max(hard.min(ours + workers * wanted));
    if limit > soft {
        setrlimit(Resource::RLIMIT_NOFILE, limit, hard)
            .context("the limit of descriptors cannot be raised")?;
    }
    let room = room(limit, ours, workers);
    ensure!(
        room >= LEAST,
        "{limit} descriptors are too few for {workers} threads: {} are needed (`ulimit -n`)",
        ours + workers * LEAST
    );
    if room < wanted {
        tracing::info!("{limit} descriptors: each thread holds {room} connections instead of {wanted}");
    }
    Ok(usize::try_from(room.min(wanted))?)
}

const fn room(limit: u64, ours: u64, workers: u64) -> u64 {
    limit.saturating_sub(ours) / workers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_database_needs_is_never_given_to_visitors() {
        assert_eq!(room(1_024, 100, 2), 462);
        assert_eq!(room(80, 100, 2), 0);
    }
}
