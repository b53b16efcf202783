//! Bodies of requests: JSON, read whole, what is wrong with it named.

use crate::error::{Error, Result};
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Bytes;
use aect_types::Visibility;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// Reads a body as JSON of that form.
///
/// 415 for another content type, 400 for what is no JSON at all, 422 with the field for what has another form.
pub(crate) fn read<T: DeserializeOwned>(request: &HttpRequest, body: &Bytes) -> Result<T> {
    json_of(request)?;
    serde_json::from_slice::<IgnoredAny>(body).map_err(|_| ProblemKind::BadRequest)?;
    // To serde a list of its values is an object as well.
    if body.trim_ascii_start().first() != Some(&b'{') {
        return Err(no_object());
    }
    let mut reader = serde_json::Deserializer::from_slice(body);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| wrong(&error))
}

/// What `present` becomes by a merge patch (RFC 7396). Every field that is wrong is named, not only the first.
pub(crate) fn patched<T>(request: &HttpRequest, body: &Bytes, present: &T) -> Result<T>
where
    T: Serialize + DeserializeOwned,
{
    json_of(request)?;
    let patch: Value = serde_json::from_slice(body).map_err(|_| ProblemKind::BadRequest)?;
    let Value::Object(patch) = patch else {
        return Err(no_object());
    };
    let Value::Object(present) = serde_json::to_value(present).map_err(Error::internal)? else {
        return Err(Error::internal(anyhow::anyhow!(
            "what is to be changed is no object"
        )));
    };
    let (mut whole, mut errors) = (present.clone(), Vec::new());
    for (name, change) in patch {
        let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        let Some(before) = present.get(&name) else {
            errors.push(ParameterError::new(&pointer, ErrorCode::Unknown, ""));
            continue;
        };
        let after = merged(before.clone(), change);
        // Alone among fields that are right, so that each tells its own mistakes.
        let mut one = present.clone();
        one.insert(name.clone(), after.clone());
        match serde_path_to_error::deserialize::<_, T>(Value::Object(one)) {
            Ok(_) => drop(whole.insert(name, after)),
            Err(error) => errors.extend(wrong(&error).parameters.iter().cloned()),
        }
    }
    if !errors.is_empty() {
        return Err(Error::fields(errors));
    }
    serde_path_to_error::deserialize(Value::Object(whole)).map_err(|error| wrong(&error))
}

/// Takes `visibility` out of a body: who may see a record is no field of what it says.
pub(crate) fn with_visibility(request: &HttpRequest, body: &Bytes) -> Result<(Option<Visibility>, Bytes)> {
    json_of(request)?;
    let mut given: Value = serde_json::from_slice(body).map_err(|_| ProblemKind::BadRequest)?;
    let Some(visibility) = given
        .as_object_mut()
        .and_then(|fields| fields.remove("visibility"))
    else {
        return Ok((None, body.clone()));
    };
    let not_listed =
        || ParameterError::new("/visibility", ErrorCode::NotListed, Visibility::CODES.join(", "));
    let visibility = serde_json::from_value(visibility).map_err(|_| Error::fields([not_listed()]))?;
    let rest = serde_json::to_vec(&given).map_err(Error::internal)?;
    Ok((Some(visibility), rest.into()))
}

/// A value after a merge patch (RFC 7396, 2).
fn merged(before: Value, patch: Value) -> Value {
    let Value::Object(patch) = patch else {
        return patch;
    };
    let mut object = match before {
        Value::Object(object) => object,
        _ => serde_json::Map::new(),
    };
    for (name, change) in patch {
        if change.is_null() {
            object.remove(&name);
        } else {
            let before = object.remove(&name).unwrap_or(Value::Null);
            object.insert(name, merged(before, change));
        }
    }
    Value::Object(object)
}

/// Refuses what does not say that it is JSON.
fn json_of(request: &HttpRequest) -> Result<()> {
    let given = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let given = given.and_then(|text| text.parse::<mime::Mime>().ok());
    let is_json = |given: &mime::Mime| {
        *given.essence_str() == *mime::APPLICATION_JSON.essence_str() || given.suffix() == Some(mime::JSON)
    };
    if given.as_ref().is_some_and(is_json) {
        Ok(())
    } else {
        Err(ProblemKind::UnsupportedMediaType.into())
    }
}

fn no_object() -> Error {
    Error::fields([ParameterError::new("", ErrorCode::Format, "{…}")])
}

fn wrong(error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    let said = error.inner().to_string();
    // The words of the library, which its own tests hold: there is no code for these.
    let quoted = said.split('`').nth(1).unwrap_or_default();
    let (code, name) = if said.starts_with("unknown field") {
        (ErrorCode::Unknown, Some(quoted))
    } else if said.starts_with("missing field") {
        (ErrorCode::Required, Some(quoted))
    } else if said.starts_with("unknown variant") {
        (ErrorCode::NotListed, None)
    } else {
        (ErrorCode::Format, None)
    };
    let mut pointer = pointer(error.path());
    // A missing or unknown field is named by the object that it is not in.
    if let Some(name) = name
        && !pointer.ends_with(&format!("/{name}"))
    {
        pointer = format!("{pointer}/{name}");
    }
    Error::fields([ParameterError::new(&pointer, code, "")])
}

/// Where that is (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Seq { index } => pointer.push_str(&index.to_string()),
            Segment::Map { key } => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => pointer.push_str(variant),
            Segment::Unknown => {}
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;
    use aect_types::people::SignInLinkRequest;

    fn asked(body: &str) -> std::result::Result<SignInLinkRequest, (ProblemKind, String, Option<ErrorCode>)> {
        let request = TestRequest::default()
            .insert_header((CONTENT_TYPE, "application/json"))
            .to_http_request();
        read(&request, &Bytes::copy_from_slice(body.as_bytes())).map_err(|error| {
            let first = error.parameters.first();
            let named = first.map(|wrong| wrong.parameter.clone()).unwrap_or_default();
            (error.kind, named, first.map(|wrong| wrong.code))
        })
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(asked(r#"{"email": "a@b.fr"}"#).unwrap().email.as_str(), "a@b.fr");
        let body = |pointer: &str, code| Err((ProblemKind::InvalidBody, pointer.to_owned(), Some(code)));
        assert_eq!(asked(r#"{"email": "a"}"#), body("/email", ErrorCode::Format));
        assert_eq!(asked(r#"{"email": 1}"#), body("/email", ErrorCode::Format));
        assert_eq!(asked("{}"), body("/email", ErrorCode::Required));
        assert_eq!(
            asked(r#"{"email": "a@b.fr", "x": 1}"#),
            body("/x", ErrorCode::Unknown)
        );
        assert_eq!(asked(r#"["a@b.fr"]"#), body("", ErrorCode::Format));
        let unreadable = Err((ProblemKind::BadRequest, String::new(), None));
        for text in ["", "{", "{}{}", "nul"] {
            assert_eq!(asked(text), unreadable, "{text}");
        }
    }

    #[test]
    fn a_patch_changes_what_it_names_and_tells_all_its_mistakes() {
        use aect_types::people::{AccountInput, Standing};
        let present = AccountInput {
            name: "Marie".to_owned(),
            function: Some("Élue".to_owned()),
            standing: Standing::Elected,
            mandate_end: None,
            language: "fr".to_owned(),
        };
        let request = TestRequest::default()
            .insert_header((CONTENT_TYPE, "application/merge-patch+json"))
            .to_http_request();
        let patched = |body: &str| patched(&request, &Bytes::copy_from_slice(body.as_bytes()), &present);
        let changed = patched(r#"{"name": "Marie C.", "function": null}"#).unwrap();
        assert_eq!((changed.name.as_str(), changed.function), ("Marie C.", None));
        assert_eq!(patched("{}").unwrap(), present);
        let error =
            patched(r#"{"name": 3, "standing": "x", "age": 1, "mandate_end": "2026-13"}"#).unwrap_err();
        let mut named: Vec<_> = error
            .parameters
            .iter()
            .map(|wrong| (wrong.parameter.as_str(), wrong.code))
            .collect();
        named.sort_unstable();
        assert_eq!(
            named,
            [
                ("/age", ErrorCode::Unknown),
                ("/mandate_end", ErrorCode::Format),
                ("/name", ErrorCode::Format),
                ("/standing", ErrorCode::NotListed),
            ]
        );
        assert_eq!(patched("[]").unwrap_err().kind, ProblemKind::InvalidBody);
    }

    #[test]
    fn only_json_is_read() {
        let request = TestRequest::default()
            .insert_header((CONTENT_TYPE, "text/plain"))
            .to_http_request();
        let error = read::<SignInLinkRequest>(&request, &Bytes::from_static(b"{}")).unwrap_err();
        assert_eq!(error.kind, ProblemKind::UnsupportedMediaType);
    }
}
