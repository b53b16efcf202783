//! One part of a file (RFC 9110, 14): what readers of documents ask for, and downloads that go on where they stopped.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::{
    ByteRangeSpec, ContentRange, ContentRangeSpec, Header as _, HeaderValue, IF_RANGE, Range as Asked,
};
use std::ops::Range;

/// The part that is asked for: of a `GET` only, and not where the reader has a part of what bore another tag than this one
/// (`If-Range`; we know no dates). Several parts at once, other units and what cannot be read count as not asked (14.2).
pub(super) fn asked(request: &HttpRequest, tag: &HeaderValue) -> Option<ByteRangeSpec> {
    if request.method() != Method::GET {
        return None;
    }
    let same = |known: &HeaderValue| known == tag;
    if !request.headers().get(IF_RANGE).is_none_or(same) {
        return None;
    }
    match Asked::parse(request).ok()? {
        Asked::Bytes(parts) => <[ByteRangeSpec; 1]>::try_from(parts).ok().map(|[part]| part),
        Asked::Unregistered(..) => None,
    }
}

/// The bytes of that part of something so long; `None` where it has none of them.
pub(super) fn bytes(part: &ByteRangeSpec, length: u64) -> Option<Range<u64>> {
    let (first, last) = part.to_satisfiable_range(length)?;
    Some(first..last + 1)
}

/// What `Content-Range` says of these bytes of something so long; that there are none of those that were asked for.
pub(super) fn told(bytes: Option<&Range<u64>>, length: u64) -> ContentRange {
    ContentRange(ContentRangeSpec::Bytes {
        range: bytes.map(|bytes| (bytes.start, bytes.end - 1)),
        instance_length: Some(length),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::RANGE;
    use actix_web::test::TestRequest;

    const TAG: HeaderValue = HeaderValue::from_static("\"a\"");

    #[derive(Debug, PartialEq)]
    enum Found {
        Whole,
        Part(Range<u64>),
        Nothing,
    }

    fn found(request: TestRequest, range: &str) -> Found {
        let request = request.insert_header((RANGE, range)).to_http_request();
        asked(&request, &TAG).map_or(Found::Whole, |part| {
            bytes(&part, 10).map_or(Found::Nothing, Found::Part)
        })
    }

    #[test]
    fn one_part_is_found_and_several_are_all_of_it() {
        for (range, expected) in [
            ("bytes=0-3", Found::Part(0..4)),
            ("bytes=8-", Found::Part(8..10)),
            ("bytes=5-99999", Found::Part(5..10)),
            ("bytes=-3", Found::Part(7..10)),
            ("bytes=-99", Found::Part(0..10)),
            ("bytes=10-", Found::Nothing),
            ("bytes=-0", Found::Nothing),
            ("bytes=18446744073709551615-", Found::Nothing),
            ("bytes=0-18446744073709551615", Found::Part(0..10)),
            ("bytes=0-1,4-5", Found::Whole),
            ("bytes=3-1", Found::Whole),
            ("bytes=", Found::Whole),
            ("bytes=a-b", Found::Whole),
            ("bytes=99999999999999999999-", Found::Whole),
            ("lines=0-3", Found::Whole),
            ("0-3", Found::Whole),
        ] {
            assert_eq!(found(TestRequest::get(), range), expected, "{range}");
        }
        assert_eq!(
            found(TestRequest::default().method(Method::HEAD), "bytes=0-3"),
            Found::Whole
        );
    }

    #[test]
    fn what_has_changed_comes_whole() {
        for (known, whole) in [
            ("\"a\"", false),
            ("\"b\"", true),
            ("W/\"a\"", true),
            ("Mon, 23 Nov 2026 05:00:00 GMT", true),
        ] {
            let request = TestRequest::get().insert_header((IF_RANGE, known));
            assert_eq!(found(request, "bytes=0-3") == Found::Whole, whole, "{known}");
        }
    }
}
