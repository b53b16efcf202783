//! The name of one request, in the log, in the answer and in every problem document.

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use uuid::Uuid;

/// Header it is taken from and answered in.
pub(crate) const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The name of one request.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(String);

impl RequestId {
    /// The one that the caller gave, where it is short and plain; a new one otherwise.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let given = headers.get(HEADER).and_then(|value| value.to_str().ok());
        let plain = |id: &&str| {
            (1..=64).contains(&id.len())
                && id
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        };
        Self(
            given
                .filter(plain)
                .map_or_else(|| Uuid::now_v7().to_string(), str::to_owned),
        )
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).unwrap_or(HeaderValue::from_static("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(given: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(HEADER, HeaderValue::from_str(given).unwrap());
        RequestId::of(&headers).0
    }

    #[test]
    fn a_plain_name_is_kept_and_anything_else_replaced() {
        assert_eq!(of("gateway-42_a.b"), "gateway-42_a.b");
        for odd in ["", "a b", "a\"b", &"x".repeat(65), "{\"a\":1}"] {
            assert_ne!(of(odd), odd);
            assert!(Uuid::parse_str(&of(odd)).is_ok());
        }
    }
}
