//! Hashes of passwords: Argon2id with the parameters of OWASP's Password Storage Cheat Sheet, off the asynchronous threads,
//! so many at once as there are cores. Who comes while many wait is told to come back: a flood of them starves nobody else.

use crate::auth::secrets;
use crate::error::{Error, Result};
use aect_types::problem::ProblemKind;
use anyhow::anyhow;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Argon2, Params};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;

/// Memory of one hash, in KiB.
const MEMORY: u32 = 19 * 1024;
/// Passes over it.
const PASSES: u32 = 2;
/// Bytes of a salt (RFC 9106, 3.1).
const SALT: usize = 16;
/// How many may wait.
const WAITING: usize = 64;

/// Who hashes.
pub(crate) struct Hashing {
    places: Arc<Semaphore>,
    cores: Arc<Semaphore>,
    /// How many passwords were checked.
    checks: Arc<AtomicU64>,
    /// What stands for the password of whoever has none: checking it is the same work.
    nobody: Arc<str>,
}

impl Hashing {
    /// So many at once.
    pub(crate) fn new(cores: usize) -> anyhow::Result<Self> {
        let nobody = hashed(&secrets::word()?)?;
        Ok(Self {
            places: Arc::new(Semaphore::new(WAITING)),
            cores: Arc::new(Semaphore::new(cores)),
            checks: Arc::default(),
            nobody: nobody.into(),
        })
    }

    /// What counts the passwords that are checked.
    pub(crate) fn checks(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.checks)
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: String) -> Result<String> {
        self.apart(move || hashed(&password)).await
    }

    /// Whether a password is that of the hash; where there is none the work is done all the same, and it is not.
    pub(crate) async fn is(&self, password: String, hash: Option<String>) -> Result<bool> {
        metrics::counter!("aect_password_checks_total").increment(1);
        self.checks.fetch_add(1, Ordering::Relaxed);
        let (known, nobody) = (hash.is_some(), Arc::clone(&self.nobody));
        let right = self
            .apart(move || checked(&password, hash.as_deref().unwrap_or(&nobody)))
            .await?;
        Ok(right && known)
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T> {
        let _place = self.places.try_acquire().map_err(|_| ProblemKind::Unavailable)?;
        let core = Arc::clone(&self.cores).acquire_owned().await;
        let core = core.map_err(Error::internal)?;
        let done = tokio::task::spawn_blocking(move || {
            // Held until the work is done, even where nobody waits for it any more.
            let _core = core;
            work()
        });
        done.await.map_err(Error::internal)?.map_err(Error::internal)
    }
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, 1, None).map_err(|error| anyhow!("{error}"))?;
    Ok(Argon2::from(params))
}

fn hashed(password: &str) -> anyhow::Result<String> {
    let salt = secrets::bytes::<SALT>()?;
    let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt);
    Ok(hash.map_err(|error| anyhow!("{error}"))?.to_string())
}

fn checked(password: &str, hash: &str) -> anyhow::Result<bool> {
    let hash = PasswordHash::new(hash).map_err(|error| anyhow!("a stored password: {error}"))?;
    Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_its_own_hash_s_and_no_other_s() {
        let hashing = Hashing::new(1).unwrap();
        let hash = hashing.hash("trois pommes rouges".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let is = async |password: &str, hash: Option<&String>| {
            hashing.is(password.to_owned(), hash.cloned()).await.unwrap()
        };
        assert!(is("trois pommes rouges", Some(&hash)).await);
        assert!(!is("trois pommes vertes", Some(&hash)).await);
        assert!(!is("trois pommes rouges", None).await);
        assert_ne!(
            hashing.hash("trois pommes rouges".to_owned()).await.unwrap(),
            hash
        );
    }

    #[tokio::test]
    async fn who_comes_while_many_wait_is_told_to_come_back() {
        let hashing = Hashing::new(1).unwrap();
        let held = Arc::clone(&hashing.cores).acquire_owned().await.unwrap();
        let waiting = (0..=WAITING).map(|_| hashing.is("a".to_owned(), None));
        let mut waiting = Box::pin(futures_util::future::join_all(waiting));
        // All have asked once.
        assert!(futures_util::poll!(&mut waiting).is_pending());
        drop(held);
        let refused = waiting.await.into_iter().filter(Result::is_err).count();
        assert_eq!(refused, 1);
    }
}
