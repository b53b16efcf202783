//! Where the bytes of files lie: a folder, or a bucket of what speaks S3. Each file has a place of its own, named by its
//! identifier, with one object a form.

use crate::config::StorageConfig;
use crate::error::{Error, Result};
use aect_types::Uuid;
use aect_types::problem::ProblemKind;
use anyhow::Context as _;
use bytes::Bytes;
use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt as _, RetryConfig};
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// For how long a service that does not answer is asked again: somebody waits.
const RETRYING: Duration = Duration::from_secs(10);

/// In which form a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A document, or the largest form of a picture.
    Whole,
    /// A picture so many pixels wide.
    Width(i32),
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("whole"),
            Self::Width(width) => write!(f, "{width}"),
        }
    }
}

/// Where the bytes of files lie; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Storage(Arc<dyn ObjectStore>);

impl Storage {
    /// The folder or the bucket; a folder that is missing is made.
    pub(crate) fn open(config: &StorageConfig, data_dir: &Path) -> anyhow::Result<Self> {
        let Some(bucket) = &config.s3_bucket else {
            let folder = config.files_dir.clone().unwrap_or_else(|| data_dir.join("files"));
            std::fs::create_dir_all(&folder)
                .with_context(|| format!("the folder of files {} cannot be created", folder.display()))?;
            // What is acknowledged is on the disk.
            let store = LocalFileSystem::new_with_prefix(&folder)?
                .with_fsync(true)
                .with_automatic_cleanup(true);
            return Ok(Self(Arc::new(store)));
        };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(bucket)
            .with_region(&config.s3_region)
            .with_retry(RetryConfig {
                max_retries: 2,
                retry_timeout: RETRYING,
                ..RetryConfig::default()
            });
        if let Some(endpoint) = &config.s3_endpoint {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http:"));
        }
        if let Some(key) = &config.s3_access_key {
            builder = builder.with_access_key_id(key);
        }
        if let Some(secret) = &config.s3_secret_key {
            builder = builder.with_secret_access_key(secret.reveal());
        }
        let store = builder.build().context("the bucket of files cannot be used")?;
        Ok(Self(Arc::new(store)))
    }

    /// Writes one form of a file.
    pub(crate) async fn put(&self, id: Uuid, form: Form, bytes: Bytes) -> Result<()> {
        let put = self.0.put(&place(id, form), bytes.into()).await;
        put.map(drop).map_err(unavailable)
    }

    /// One form of a file, or these bytes of it; `None` where it is not there.
    pub(crate) async fn get(
        &self,
        id: Uuid,
        form: Form,
        bytes: Option<Range<u64>>,
    ) -> Result<Option<GetResult>> {
        let part = GetOptions {
            range: bytes.map(GetRange::Bounded),
            ..GetOptions::default()
        };
        there(self.0.get_opts(&place(id, form), part).await)
    }

    /// How many bytes one form of a file has; `None` where it is not there.
    pub(crate) async fn length(&self, id: Uuid, form: Form) -> Result<Option<u64>> {
        let found = there(self.0.head(&place(id, form)).await)?;
        Ok(found.map(|about| about.size))
    }

    /// Erases every form of a file.
    pub(crate) async fn erase(&self, id: Uuid) -> anyhow::Result<()> {
        let forms: Vec<_> = self
            .0
            .list(Some(&Place::from(id.to_string())))
            .try_collect()
            .await?;
        for form in forms {
            match self.0.delete(&form.location).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The files of which something lies there.
    pub(crate) async fn all(&self) -> anyhow::Result<Vec<Uuid>> {
        let listed = self.0.list_with_delimiter(None).await?;
        let names = listed.common_prefixes.iter().filter_map(Place::filename);
        Ok(names.filter_map(|name| name.parse().ok()).collect())
    }
}

/// What was found; `None` where it is not there.
fn there<T>(found: object_store::Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(unavailable(error)),
    }
}

/// It may come back: whoever asked is told so too, and the log says why.
fn unavailable(error: object_store::Error) -> Error {
    Error {
        cause: Some(Arc::new(error.into())),
        ..ProblemKind::Unavailable.into()
    }
}

fn place(id: Uuid, form: Form) -> Place {
    Place::from(format!("{id}/{form}"))
}
