//! Random words that open something, and what is kept of them: a digest, never the word.

use crate::error::{Error, Result};
use aws_lc_rs::{digest, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::fmt::Write as _;

/// So many random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0_u8; N];
    rand::fill(&mut bytes).map_err(|_| Error::internal(anyhow::anyhow!("no random bytes can be had")))?;
    Ok(bytes)
}

/// 256 random bits, in base64url.
pub(crate) fn word() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(bytes::<32>()?))
}

/// Six random digits.
pub(crate) fn code() -> Result<String> {
    // Of 2^64 numbers, each of the million comes as often as any other, to one part in 10^13.
    Ok(format!("{:06}", u64::from_be_bytes(bytes()?) % 1_000_000))
}

/// What codes are made of that people copy from paper: Crockford's base 32, without letters that look like digits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Eight random letters and digits.
pub(crate) fn letters() -> Result<String> {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map(char::from);
    Ok(bytes::<8>()?.iter().filter_map(letter).collect())
}

/// Such a code as it was meant: in capitals, without the spaces and hyphens that people put in, and with digits for the
/// letters that look like them.
pub(crate) fn plain(code: &str) -> String {
    let kept = code.chars().filter(|letter| !matches!(letter, ' ' | '-'));
    kept.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
    .collect()
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
        let copied = letters().unwrap();
        assert_eq!(copied.len(), 8);
        assert_eq!(
            plain(&format!(" {}-{}", copied[..4].to_lowercase(), &copied[4..])),
            copied
        );
        assert_eq!(plain("ol-i0"), "0110");
        assert!(code().unwrap().len() == 6 && code().unwrap().bytes().all(|byte| byte.is_ascii_digit()));
    }
}
