//! From what was sent to what is kept: what it is, seen in its bytes; whether it may be; in which forms.

use super::intake::Sent;
use super::pictures::{self, Refusal};
use super::storage::Form;
use super::{Files, NewFile};
use crate::error::{Error, Result};
use aect_types::files::limits::{DOCUMENT_BYTES_MAX, PICTURE_BYTES_MAX, PIXELS_MAX};
use aect_types::files::{FileInput, FileRole, MediaType, has_logo, safe_name};
use aect_types::problem::ErrorCode;
use aect_types::query::ParameterError;
use aect_types::{Resource, Uuid};
use bytes::Bytes;
use image::ImageFormat;

/// How a PDF begins, and how it ends (ISO 32000-2, 7.5.2 and 7.5.5).
const PDF_BEGINS: &[u8] = b"%PDF-";
const PDF_ENDS: &[u8] = b"%%EOF";

/// A file that may be kept: what is known of it, and its bytes in each form.
pub(super) struct Made {
    pub(super) new: NewFile,
    pub(super) forms: Vec<(Form, Bytes)>,
}

/// What a file may be.
#[derive(Clone, Copy)]
enum Kind {
    Picture(ImageFormat),
    Document,
}

/// Makes of what was sent what is kept; everything that is wrong with it is named.
pub(super) async fn make(files: &Files, resource: Resource, sent: Sent) -> Result<Made> {
    let (role, kind) = fitting(resource, &sent)?;
    let Sent {
        bytes,
        name,
        title,
        alt,
        ..
    } = sent;
    let (media_type, pixels, forms) = match kind {
        Kind::Document => (MediaType::Pdf, None, vec![(Form::Whole, Bytes::from(bytes))]),
        Kind::Picture(format) => {
            let _turn = files.turns.acquire().await.map_err(Error::internal)?;
            let made = tokio::task::spawn_blocking(move || pictures::remake(&bytes, format, role))
                .await
                .map_err(Error::internal)?;
            let made = made.map_err(refused)?;
            (made.media_type, Some((made.width, made.height)), made.forms)
        }
    };
    let weight = forms.first().map_or(0, |(_, bytes)| bytes.len());
    let new = NewFile {
        id: Uuid::now_v7(),
        role,
        media_type,
        name: safe_name(&name, media_type),
        title,
        alt,
        bytes: i64::try_from(weight).map_err(Error::internal)?,
        pixels,
    };
    Ok(Made { new, forms })
}

/// What a file is to the record and what it is, where they go together.
fn fitting(resource: Resource, sent: &Sent) -> Result<(FileRole, Kind)> {
    let mut wrong = sent.wrong.clone();
    let mut note = |pointer: &str, code, expected: String| {
        // A field that could not be read is named already.
        if !wrong.iter().any(|error| error.parameter == pointer) {
            wrong.push(ParameterError::new(pointer, code, expected));
        }
    };
    let kind = kind(&sent.bytes);
    match sent.role {
        None => note("/role", ErrorCode::Required, String::new()),
        Some(FileRole::Logo) if !has_logo(resource) => {
            note("/role", ErrorCode::NotListed, "picture, document".to_owned());
        }
        Some(_) => {}
    }
    let listed = match sent.role {
        Some(FileRole::Document) => "PDF",
        Some(_) => "JPEG, PNG, WebP",
        None => "JPEG, PNG, WebP, PDF",
    };
    let is_wanted = match (sent.role, kind) {
        (Some(FileRole::Document), Some(Kind::Picture(_)))
        | (Some(FileRole::Logo | FileRole::Picture), Some(Kind::Document))
        | (_, None) => false,
        (_, Some(_)) => true,
    };
    if sent.bytes.is_empty() {
        note("/file", ErrorCode::Required, String::new());
    } else if !is_wanted {
        note("/file", ErrorCode::NotListed, listed.to_owned());
    } else if let Some(most) = too_heavy(kind, sent.bytes.len()) {
        note("/file", ErrorCode::TooLong, format!("{} Mo", most / 1024 / 1024));
    } else if matches!(kind, Some(Kind::Document)) && !pdf_ends(&sent.bytes) {
        note("/file", ErrorCode::Format, "PDF".to_owned());
    }
    if let Some(role) = sent.role {
        let said = FileInput {
            title: sent.title.clone(),
            alt: sent.alt.clone(),
            rank: 0,
        };
        wrong.extend(said.wrong(role));
    }
    match (sent.role, kind) {
        (Some(role), Some(kind)) if wrong.is_empty() => Ok((role, kind)),
        _ => Err(Error::fields(wrong)),
    }
}

/// What a file is; whatever its name or its sender says does not count.
fn kind(bytes: &[u8]) -> Option<Kind> {
    let picture = pictures::format(bytes).map(Kind::Picture);
    picture.or_else(|| bytes.starts_with(PDF_BEGINS).then_some(Kind::Document))
}

/// How many bytes it may have, where it has more.
fn too_heavy(kind: Option<Kind>, bytes: usize) -> Option<usize> {
    let most = match kind {
        Some(Kind::Picture(_)) => PICTURE_BYTES_MAX,
        _ => DOCUMENT_BYTES_MAX,
    };
    (bytes > most).then_some(most)
}

/// Whether nothing but blanks follows the end of a PDF: neither was it cut off, nor is something else behind it.
fn pdf_ends(bytes: &[u8]) -> bool {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let last = bytes.iter().rposition(|byte| !blank(byte)).unwrap_or_default();
    bytes.get(..=last).is_some_and(|bytes| bytes.ends_with(PDF_ENDS))
}

fn refused(refusal: Refusal) -> Error {
    let (code, expected) = match refusal {
        Refusal::TooLarge => (ErrorCode::Range, format!("≤ {} Mpx", PIXELS_MAX / 1_000_000)),
        Refusal::Broken => (ErrorCode::Format, "JPEG, PNG, WebP".to_owned()),
    };
    Error::fields([ParameterError::new("/file", code, expected)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_pdf_is_one() {
        let is_pdf = |bytes: &[u8]| matches!(kind(bytes), Some(Kind::Document)) && pdf_ends(bytes);
        assert!(is_pdf(b"%PDF-1.7\n...\n%%EOF\r\n"));
        for wrong in [
            &b"%PDF-1.7\n..."[..],
            b"%PDF-1.7\n%%EOF\n<script>alert(1)</script>",
            b"<html>%PDF-1.7\n%%EOF",
            b"\n%PDF-1.7\n%%EOF",
            b"GIF89a=1/*%PDF-%%EOF",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"",
        ] {
            assert!(!is_pdf(wrong), "{wrong:?}");
        }
    }
}
