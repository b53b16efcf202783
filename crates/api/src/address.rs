//! Which list or record a path names, in which format; and its query part as pairs.

use crate::error::{Error, Result};
use crate::negotiation;
use actix_web::HttpRequest;
use aect_types::Resource;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::resource::Format;

/// Where the API lives.
pub(crate) const BASE: &str = "/api/v1";

/// The last segment of a path without its suffix, and the format that its suffix or else `Accept` asks for among
/// those `offered` (JSON always is).
pub(crate) fn format<'a>(
    request: &HttpRequest,
    segment: &'a str,
    offered: &[Format],
) -> Result<(&'a str, Format)> {
    let Some((name, suffix)) = segment.rsplit_once('.') else {
        let format = negotiation::format(request, offered).ok_or(ProblemKind::NotAcceptable)?;
        return Ok((segment, format));
    };
    match suffix.parse::<Format>() {
        Ok(format) if format == Format::Json || offered.contains(&format) => Ok((name, format)),
        _ => Err(ProblemKind::NotFound.into()),
    }
}

/// The resource of a segment without suffix.
pub(crate) fn resource(segment: &str) -> Result<Resource> {
    segment.parse().map_err(|_| ProblemKind::NotFound.into())
}

/// The formats of one record: those of its lists that make sense for one.
pub(crate) fn record_formats(resource: Resource) -> Vec<Format> {
    let spec = resource.spec();
    let single = |format: &&Format| matches!(format, Format::GeoJson | Format::Ics);
    spec.formats.iter().filter(single).copied().collect()
}

/// The query part, decoded.
pub(crate) fn pairs(request: &HttpRequest) -> Vec<(String, String)> {
    form_urlencoded::parse(request.query_string().as_bytes())
        .into_owned()
        .collect()
}

/// Refuses every parameter: the address takes none.
pub(crate) fn no_parameters(request: &HttpRequest) -> Result<()> {
    let unknown: Vec<ParameterError> = pairs(request)
        .iter()
        .map(|(name, _)| ParameterError::new(name, ErrorCode::Unknown, ""))
        .collect();
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(Error::parameters(unknown))
    }
}

/// Pairs as a query part, encoded.
pub(crate) fn query<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_suffix_wins_over_accept_and_must_be_offered() {
        let request = TestRequest::get()
            .insert_header(("accept", "text/csv"))
            .to_http_request();
        let offered = [Format::Csv, Format::Ndjson];
        let of = |segment| format(&request, segment, &offered);
        assert_eq!(of("projects.ndjson").unwrap(), ("projects", Format::Ndjson));
        assert_eq!(of("projects.json").unwrap(), ("projects", Format::Json));
        assert_eq!(of("projects").unwrap(), ("projects", Format::Csv));
        assert_eq!(of("projects.ics").unwrap_err().kind, ProblemKind::NotFound);
        assert_eq!(of("projects.exe").unwrap_err().kind, ProblemKind::NotFound);
    }

    #[test]
    fn a_record_has_a_map_and_an_agenda_but_no_table() {
        assert_eq!(record_formats(Resource::Events), [Format::GeoJson, Format::Ics]);
        assert!(record_formats(Resource::Themes).is_empty());
    }
}
