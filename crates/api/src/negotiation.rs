//! Which format, encoding and language a request asks for (RFC 9110, 12.5).

use actix_web::HttpRequest;
use actix_web::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, Accept, AcceptEncoding, ContentEncoding, Encoding, Header as _,
};
use aect_types::resource::Format;
use aect_words::Language;

/// How a body is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Coding {
    /// Not at all.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Coding {
    /// What `Content-Encoding` says.
    pub(crate) const fn header(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// The smallest one that the reader takes; as is where nothing is said or nothing of ours is taken.
    pub(crate) fn asked_by(request: &HttpRequest) -> Self {
        if !request.headers().contains_key(ACCEPT_ENCODING) {
            return Self::Identity;
        }
        let ours = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
        let chosen = AcceptEncoding::parse(request)
            .ok()
            .and_then(|accepted| accepted.negotiate(ours.iter()));
        match chosen {
            Some(Encoding::Known(ContentEncoding::Brotli)) => Self::Brotli,
            Some(Encoding::Known(ContentEncoding::Gzip)) => Self::Gzip,
            _ => Self::Identity,
        }
    }
}

/// The language that `Accept-Language` asks for.
pub(crate) fn language(request: &HttpRequest) -> Language {
    let asked = request.headers().get(ACCEPT_LANGUAGE);
    Language::negotiate(asked.and_then(|header| header.to_str().ok()).unwrap_or_default())
}

/// The format that `Accept` asks for among `offered` (JSON always is); `None` where none of them is acceptable.
/// No header, or one that cannot be read, takes JSON.
pub(crate) fn format(request: &HttpRequest, offered: &[Format]) -> Option<Format> {
    let Some(header) = request.headers().get(ACCEPT) else {
        return Some(Format::Json);
    };
    if matches!(header.as_bytes(), b"*/*" | b"application/json") {
        return Some(Format::Json);
    }
    let Some(accept) = Accept::parse(request).ok().filter(|accept| !accept.is_empty()) else {
        return Some(Format::Json);
    };
    let formats = || std::iter::once(Format::Json).chain(offered.iter().copied());
    let refused: Vec<_> = accept
        .iter()
        .filter(|item| item.quality == actix_web::http::header::Quality::ZERO)
        .map(|item| &item.item)
        .collect();
    accept
        .ranked()
        .into_iter()
        .filter(|range| !refused.contains(&range))
        .find_map(|range| formats().find(|format| matches(&range, *format)))
}

/// Whether a media range (`text/*`, `text/csv;charset=utf-8`) takes a format; parameters say nothing.
fn matches(range: &mime::Mime, format: Format) -> bool {
    let essence = format.media_type().split(';').next().unwrap_or_default();
    let Some((kind, subtype)) = essence.split_once('/') else {
        return false;
    };
    let subtype_of_range = range.suffix().map_or_else(
        || range.subtype().to_string(),
        |suffix| format!("{}+{suffix}", range.subtype()),
    );
    (range.type_() == mime::STAR || range.type_() == kind)
        && (range.subtype() == mime::STAR || subtype_of_range == subtype)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn accepting(accept: &str, offered: &[Format]) -> Option<Format> {
        format(
            &TestRequest::get()
                .insert_header((ACCEPT, accept))
                .to_http_request(),
            offered,
        )
    }

    fn coding(accepted: &str) -> Coding {
        Coding::asked_by(
            &TestRequest::get()
                .insert_header((ACCEPT_ENCODING, accepted))
                .to_http_request(),
        )
    }

    #[test]
    fn the_best_offered_format_wins() {
        let maps = [Format::GeoJson, Format::Csv];
        assert_eq!(accepting("text/csv", &maps), Some(Format::Csv));
        assert_eq!(accepting("application/geo+json", &maps), Some(Format::GeoJson));
        assert_eq!(
            accepting("text/csv;q=0.5, application/geo+json", &maps),
            Some(Format::GeoJson)
        );
        assert_eq!(accepting("text/html, */*;q=0.1", &maps), Some(Format::Json));
        assert_eq!(accepting("text/*", &maps), Some(Format::Csv));
        assert_eq!(
            accepting("application/json; charset=utf-8", &maps),
            Some(Format::Json)
        );
        assert_eq!(accepting("text/calendar", &maps), None);
        assert_eq!(accepting("image/png", &maps), None);
        assert_eq!(accepting("nonsense", &maps), Some(Format::Json));
    }

    #[test]
    fn the_smallest_coding_that_is_taken_wins() {
        assert_eq!(coding("gzip, deflate, br, zstd"), Coding::Brotli);
        assert_eq!(coding("gzip"), Coding::Gzip);
        assert_eq!(coding("br;q=0, gzip;q=0.2, identity;q=0.1"), Coding::Gzip);
        assert_eq!(coding("deflate"), Coding::Identity);
        assert_eq!(coding("*;q=0"), Coding::Identity);
        assert_eq!(coding(""), Coding::Identity);
    }
}
