//! Random words that open something, and what is kept of them: a digest, never the word.

use crate::error::{Error, Result};
use aws_lc_rs::{digest, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::fmt::Write as _;

/// 256 random bits, in base64url.
pub(crate) fn word() -> Result<String> {
    let mut bytes = [0_u8; 32];
    rand::fill(&mut bytes).map_err(|_| Error::internal(anyhow::anyhow!("no random bytes can be had")))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Six random digits.
pub(crate) fn code() -> Result<String> {
    let mut bytes = [0_u8; 8];
    rand::fill(&mut bytes).map_err(|_| Error::internal(anyhow::anyhow!("no random bytes can be had")))?;
    // Of 2^64 numbers, each of the million comes as often as any other, to one part in 10^13.
    Ok(format!("{:06}", u64::from_be_bytes(bytes) % 1_000_000))
}

/// What is kept of a word: SHA-256 in hexadecimal. Words are random and long: no salt, no stretching.
pub(crate) fn digest(word: impl AsRef<[u8]>) -> String {
    let digest = digest::digest(&digest::SHA256, word.as_ref());
    digest.as_ref().iter().fold(String::new(), |mut text, byte| {
        // Writing into a string does not fail.
        let _written = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_long_and_never_the_same() {
        let (one, other) = (word().unwrap(), word().unwrap());
        assert_eq!(one.len(), 43);
        assert_ne!(one, other);
        assert_eq!(
            digest("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(code().unwrap().len() == 6 && code().unwrap().bytes().all(|byte| byte.is_ascii_digit()));
    }
}
