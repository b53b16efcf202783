//! What a request asks of a list: its query part, read and checked.

use crate::error::{Error, Result};
use aect_types::Resource;
use aect_types::problem::ErrorCode;
use aect_types::query::{ListQuery, ParameterError};

/// Reads a question on `resource`; what is in `without` does not exist here. Every error is named at once.
pub(crate) fn read(resource: Resource, pairs: Vec<(String, String)>, without: &[&str]) -> Result<ListQuery> {
    let (refused, kept): (Vec<_>, Vec<_>) = pairs
        .into_iter()
        .partition(|(name, _)| without.contains(&name.as_str()));
    let mut errors: Vec<ParameterError> = refused
        .iter()
        .map(|(name, _)| ParameterError::new(name, ErrorCode::Unknown, ""))
        .collect();
    let read = ListQuery::parse(
        resource,
        kept.iter().map(|(name, value)| (name.as_str(), value.as_str())),
    );
    match read {
        Ok(query) if errors.is_empty() => Ok(query),
        Ok(_) => Err(Error::parameters(errors)),
        Err(more) => {
            errors.extend(more);
            Err(Error::parameters(errors))
        }
    }
}

/// Takes the parameter `name` out of the pairs; given twice, it is an error.
pub(crate) fn take(pairs: &mut Vec<(String, String)>, name: &str) -> Result<Option<String>> {
    let mut values = pairs
        .extract_if(.., |(given, _)| given == name)
        .map(|(_, value)| value);
    let first = values.next();
    match values.next() {
        Some(_) => Err(Error::parameter(name, ErrorCode::Repeated, "")),
        None => Ok(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect()
    }

    #[test]
    fn what_does_not_exist_here_is_named_with_the_other_errors() {
        let given = pairs(&[("limit", "5"), ("country", "sn"), ("theme", "eau")]);
        let error = read(Resource::Projects, given, &["limit"]).unwrap_err();
        let named: Vec<_> = error
            .parameters
            .iter()
            .map(|e| (e.parameter.as_str(), e.code))
            .collect();
        assert_eq!(
            named,
            [("limit", ErrorCode::Unknown), ("country", ErrorCode::Format)]
        );
    }

    #[test]
    fn a_parameter_is_taken_once() {
        let mut given = pairs(&[("by", "theme"), ("country", "SN")]);
        assert_eq!(take(&mut given, "by").unwrap().as_deref(), Some("theme"));
        assert_eq!(given, pairs(&[("country", "SN")]));
        assert_eq!(take(&mut given, "by").unwrap(), None);
        assert!(take(&mut pairs(&[("by", "theme"), ("by", "kind")]), "by").is_err());
    }
}
