//! What a form sends: fields and one file (`multipart/form-data`, RFC 7578), read within bounds.

use crate::error::{Error, Result};
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use aect_types::files::FileRole;
use aect_types::files::limits::DOCUMENT_BYTES_MAX;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use futures_util::TryStreamExt as _;

/// Most of a field that is text, in bytes.
const TEXT_MAX: usize = 8 * 1024;
/// Longest body of a form: the largest file, and what is said of it.
pub(crate) const BODY_MAX: usize = DOCUMENT_BYTES_MAX + 64 * 1024;

/// What was sent.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// The bytes of the file.
    pub(crate) bytes: Vec<u8>,
    /// What its sender calls the file.
    pub(crate) name: String,
    /// What it shall be to the record.
    pub(crate) role: Option<FileRole>,
    pub(crate) title: Option<String>,
    pub(crate) alt: Option<String>,
    /// What is wrong with the form.
    pub(crate) wrong: Vec<ParameterError>,
}

/// Reads a form to its end. What is sent to no end is read as well, and not kept: whoever still sends hears no answer.
pub(crate) async fn read(request: &HttpRequest, mut form: Multipart, keep: bool) -> Result<Sent> {
    let given = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let given = given.and_then(|text| text.parse::<mime::Mime>().ok());
    if given.is_none_or(|given| *given.essence_str() != *mime::MULTIPART_FORM_DATA.essence_str()) {
        return Err(ProblemKind::UnsupportedMediaType.into());
    }
    let (mut sent, mut seen) = (Sent::default(), Vec::new());
    let mut left = BODY_MAX;
    while let Some(mut field) = form.try_next().await.map_err(|error| unread(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = name == "file";
        let bytes = content(
            &mut field,
            if is_file { BODY_MAX } else { TEXT_MAX },
            keep,
            &mut left,
        )
        .await?;
        let pointer = format!("/{name}");
        if seen.contains(&name) {
            sent.wrong
                .push(ParameterError::new(&pointer, ErrorCode::Repeated, ""));
            continue;
        }
        seen.push(name);
        if is_file {
            sent.name = file_name(&field);
            sent.bytes = bytes.unwrap_or_default();
            continue;
        }
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text else {
            sent.wrong
                .push(ParameterError::new(&pointer, ErrorCode::Format, ""));
            continue;
        };
        sent.take(&pointer, text);
    }
    Ok(sent)
}

impl Sent {
    fn take(&mut self, pointer: &str, text: String) {
        let said = (!text.trim().is_empty()).then_some(text);
        match pointer {
            "/title" => self.title = said,
            "/alt" => self.alt = said,
            "/role" => match said.as_deref().map(str::parse) {
                Some(Ok(role)) => self.role = Some(role),
                Some(Err(_)) => {
                    let listed = FileRole::CODES.join(", ");
                    self.wrong
                        .push(ParameterError::new(pointer, ErrorCode::NotListed, listed));
                }
                None => {}
            },
            _ => self
                .wrong
                .push(ParameterError::new(pointer, ErrorCode::Unknown, "")),
        }
    }
}

/// What a field holds, `None` where that is more than `most` bytes; 413 where it is all more than the form may hold.
async fn content(field: &mut Field, most: usize, keep: bool, left: &mut usize) -> Result<Option<Vec<u8>>> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(chunk) = field.try_next().await.map_err(|error| unread(&error))? {
        length += chunk.len();
        *left = left
            .checked_sub(chunk.len())
            .ok_or(ProblemKind::PayloadTooLarge)?;
        if keep && length <= most {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((length <= most).then_some(bytes))
}

fn file_name(field: &Field) -> String {
    let disposition = field.content_disposition();
    let name = disposition.and_then(|disposition| disposition.get_filename());
    name.unwrap_or_default().to_owned()
}

/// What came is no form, or stopped in its middle.
fn unread(error: &MultipartError) -> Error {
    match error {
        MultipartError::ContentTypeIncompatible
        | MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse => ProblemKind::UnsupportedMediaType.into(),
        _ => ProblemKind::BadRequest.into(),
    }
}
