//! Entity tags: `"{version}-{digest of these bytes}"` (RFC 9110, 8.8.3).

use crate::error::Result;
use actix_web::http::header::{HeaderMap, HeaderValue, IF_MATCH, IF_NONE_MATCH};
use aect_types::problem::ProblemKind;
use xxhash_rust::xxh3::xxh3_64;

/// The tag of a body: `version` is what `If-Match` will compare, the digest tells one representation from another.
pub(crate) fn of(version: i64, body: &[u8]) -> HeaderValue {
    let tag = format!("\"{version}-{:016x}\"", xxh3_64(body));
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// The tag of what is made from `made_from`: the same things, but perhaps not the same bytes.
pub(crate) fn weak(version: i64, made_from: &[u8]) -> HeaderValue {
    let tag = format!("W/\"{version}-{:016x}\"", xxh3_64(made_from));
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

/// Whether the reader already has what bears `tag`: `If-None-Match` names it or is `*` (weak comparison, RFC 9110, 13.1.2).
pub(crate) fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    headers
        .get_all(IF_NONE_MATCH)
        .any(|value| value.as_bytes() == b"*" || names(value.as_bytes(), tag.as_bytes()))
}

/// The tag of what only has a version.
pub(crate) fn of_version(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// The version that a writer says they have read: that of the one tag of `If-Match`. 428 without one; a tag of no
/// version of ours is one that is not present any more.
pub(crate) fn demanded(headers: &HeaderMap) -> Result<i64> {
    let given = headers.get(IF_MATCH).ok_or(ProblemKind::PreconditionRequired)?;
    let version = given.to_str().ok().and_then(|tag| {
        let tag = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        // One tag, not several.
        let tag = (!tag.contains('"')).then_some(tag)?;
        tag.split('-').next()?.parse().ok()
    });
    version.ok_or_else(|| ProblemKind::PreconditionFailed.into())
}

fn names(list: &[u8], tag: &[u8]) -> bool {
    let opaque = |tag| <[u8]>::strip_prefix(tag, b"W/").unwrap_or(tag);
    // Our own tags hold no comma.
    list.split(|byte| *byte == b',')
        .map(<[u8]>::trim_ascii)
        .any(|one| opaque(one) == opaque(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(if_none_match: &str, tag: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, HeaderValue::from_str(if_none_match).unwrap());
        is_known(&headers, &HeaderValue::from_str(tag).unwrap())
    }

    #[test]
    fn a_tag_changes_with_the_version_and_with_each_byte() {
        assert_eq!(of(3, b"abc"), of(3, b"abc"));
        assert_ne!(of(3, b"abc"), of(4, b"abc"));
        assert_ne!(of(3, b"abc"), of(3, b"abd"));
        assert!(of(3, b"abc").to_str().unwrap().starts_with("\"3-"));
    }

    #[test]
    fn a_writer_names_the_version_they_read() {
        let version = |given: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            if let Some(given) = given {
                headers.insert(IF_MATCH, HeaderValue::from_static(given));
            }
            demanded(&headers).map_err(|error| error.kind)
        };
        assert_eq!(version(Some("\"3-00aa\"")), Ok(3));
        assert_eq!(version(Some("\"12\"")), Ok(12));
        assert_eq!(version(None), Err(ProblemKind::PreconditionRequired));
        for stale in ["*", "3", "\"x\"", "W/\"3-aa\"", "\"3-a\", \"4-b\""] {
            assert_eq!(
                version(Some(stale)),
                Err(ProblemKind::PreconditionFailed),
                "{stale}"
            );
        }
    }

    #[test]
    fn a_reader_may_know_several() {
        assert!(known("\"3-aa\"", "\"3-aa\""));
        assert!(known("\"x\", W/\"3-aa\"", "\"3-aa\""));
        assert!(known("W/\"3-aa\"", "W/\"3-aa\""));
        assert!(known("*", "\"3-aa\""));
        assert!(!known("\"3-ab\"", "\"3-aa\""));
        assert!(!known("3-aa", "\"3-aa\""));
        assert!(!known("", "\"3-aa\""));
    }
}
