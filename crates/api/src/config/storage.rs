//! Where the bytes of pictures and documents lie.

use clap::Args;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where the bytes of pictures and documents lie: a folder, or a bucket of what speaks S3.
#[derive(Args, Clone, Debug)]
pub struct StorageConfig {
    /// Folder of pictures and documents [default: `files` in the data folder].
    #[arg(long, env = "AECT_FILES_DIR", conflicts_with = "s3_bucket")]
    pub files_dir: Option<PathBuf>,

    /// Bucket of pictures and documents, in the place of the folder.
    #[arg(long, env = "AECT_S3_BUCKET")]
    pub s3_bucket: Option<String>,

    /// Address of the service that has the bucket (`https://…`) [default: Amazon's of the region].
    #[arg(long, env = "AECT_S3_ENDPOINT", requires = "s3_bucket")]
    pub s3_endpoint: Option<String>,

    /// Region of the bucket.
    #[arg(long, env = "AECT_S3_REGION", default_value = "us-east-1")]
    pub s3_region: String,

    /// Name of the key that may read, write, list and delete there.
    #[arg(long, env = "AECT_S3_ACCESS_KEY", requires = "s3_bucket")]
    pub s3_access_key: Option<String>,

    /// Its secret.
    #[arg(
        long,
        env = "AECT_S3_SECRET_KEY",
        hide_env_values = true,
        requires = "s3_access_key"
    )]
    pub s3_secret_key: Option<SecretKey>,
}

/// A secret; it never shows.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(String);

impl SecretKey {
    /// The secret: for the storage only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for SecretKey {
    type Err = std::convert::Infallible;

    fn from_str(secret: &str) -> Result<Self, Self::Err> {
        Ok(Self(secret.to_owned()))
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"***\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_do_not_show() {
        let secret: SecretKey = "s3cret".parse().unwrap();
        assert_eq!(format!("{secret:?}"), "\"***\"");
    }
}
