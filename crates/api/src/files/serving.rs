//! The bytes of files, for whoever may read the record at that moment.

use super::ranges;
use super::storage::Form;
use crate::address;
use crate::auth;
use crate::error::{Error, Result};
use crate::etag;
use crate::state::State;
use crate::writing;
use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, ETAG, HeaderValue,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::files::{self, Known};
use aect_db::renditions;
use aect_types::files::{MediaType, narrower};
use aect_types::policy::Reader;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::{Uuid, Visibility};

/// What everybody may read: its bytes never change, but its record may be withdrawn, so nobody keeps it for longer than that.
const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=86400, immutable");
const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-store");
/// Should a browser ever take one for a page: nothing in it runs.
const CSP: HeaderValue = HeaderValue::from_static(
    "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
);
/// That parts of it may be asked for.
const IN_PARTS: (actix_web::http::header::HeaderName, &str) = (ACCEPT_RANGES, "bytes");

/// Answers the bytes of a file, or those that `Range` asks for.
pub(crate) async fn serve(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (id, name) = path.into_inner();
    let id: Uuid = id.parse().map_err(|_| ProblemKind::NotFound)?;
    let known = state.read(move |conn| Ok(files::by_id(conn, id)?)).await?;
    let known = known.filter(|known| !known.removed && known.name == name);
    let known = known.ok_or(ProblemKind::NotFound)?;
    let visibility = readable(&state, &request, &known).await?;
    let form = asked(&request, &known)?;
    let tag = HeaderValue::try_from(format!("\"{id}-{form}\"")).map_err(Error::internal)?;
    let mut response = HttpResponse::Ok();
    let caching = if visibility == Visibility::Public {
        PUBLIC
    } else {
        PRIVATE
    };
    response
        .insert_header((CACHE_CONTROL, caching))
        .insert_header((CONTENT_SECURITY_POLICY, CSP))
        .insert_header((ETAG, tag.clone()))
        .insert_header(IN_PARTS);
    if etag::is_known(request.headers(), &tag) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    let missing = || Error::internal(anyhow::anyhow!("the file {id} has no bytes ({form})"));
    let mut part = None;
    if let Some(asked) = ranges::asked(&request, &tag) {
        let length = state.files.storage.length(id, form).await?;
        let length = length.ok_or_else(missing)?;
        part = ranges::bytes(&asked, length);
        let told = ranges::told(part.as_ref(), length);
        if part.is_none() {
            let nothing = HttpResponse::RangeNotSatisfiable();
            return Ok({ nothing }.insert_header(IN_PARTS).insert_header(told).finish());
        }
        response.status(StatusCode::PARTIAL_CONTENT).insert_header(told);
    }
    let found = state.files.storage.get(id, form, part).await?;
    let found = found.ok_or_else(missing)?;
    let way = match known.file.media_type {
        MediaType::Pdf => "attachment",
        MediaType::Jpeg | MediaType::Png => "inline",
    };
    response
        .content_type(known.file.media_type.as_str())
        .insert_header((CONTENT_DISPOSITION, format!("{way}; filename=\"{}\"", known.name)));
    let length = found.range.end - found.range.start;
    Ok(response.body(SizedStream::new(length, found.into_stream())))
}

/// Who sees the record of a file; 404 for whoever does not.
async fn readable(state: &State, request: &HttpRequest, known: &Known) -> Result<Visibility> {
    let caller = auth::onlooker(state, request).await?;
    let record = known.record;
    let rendition = state
        .read(move |conn| Ok(renditions::by_identifier(conn, record)?))
        .await?;
    let rendition = rendition
        .filter(|rendition| !rendition.hidden)
        .ok_or(ProblemKind::NotFound)?;
    let visibility = rendition.visibility;
    if Reader::Visitor.sees().contains(&visibility) || caller.may_read(visibility, false) {
        return Ok(visibility);
    }
    let own = writing::own(state, &caller, known.resource, record.to_string()).await?;
    own.map(|_| visibility)
        .ok_or_else(|| ProblemKind::NotFound.into())
}

/// The form that is asked for: `width` names one of those that the picture has.
fn asked(request: &HttpRequest, known: &Known) -> Result<Form> {
    let (mut form, mut wrong) = (Form::Whole, Vec::new());
    let widths: Vec<i32> = known.file.width.into_iter().flat_map(narrower).collect();
    for (name, value) in address::pairs(request) {
        if name != "width" {
            wrong.push(ParameterError::new(&name, ErrorCode::Unknown, ""));
            continue;
        }
        if let Some(width) = value.parse().ok().filter(|width| widths.contains(width)) {
            form = Form::Width(width);
        } else {
            let listed: Vec<String> = widths.iter().map(ToString::to_string).collect();
            wrong.push(ParameterError::new(
                &name,
                ErrorCode::NotListed,
                listed.join(", "),
            ));
        }
    }
    if wrong.is_empty() {
        Ok(form)
    } else {
        Err(Error::parameters(wrong))
    }
}
