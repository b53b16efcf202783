//! One record: `/api/v1/{resource}/{key}`.

use crate::address::{self, BASE};
use crate::answers;
use crate::auth;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::exports;
use crate::state::{Snapshot, State};
use crate::writing;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::renditions::{self, Found, Rendition};
use aect_types::problem::ProblemKind;
use aect_types::resource::Format;
use aect_types::{Resource, Slug, Visibility};

/// Answers one record, by identifier, slug or code; a former slug leads to the present one.
pub(crate) async fn record(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (resource, segment) = path.into_inner();
    let resource = address::resource(&resource)?;
    let (key, format) = address::format(&request, &segment, &address::record_formats(resource))?;
    address::no_parameters(&request)?;
    // Only the suffix says which address one is sent on to.
    let suffix = segment.get(key.len()..).unwrap_or_default().to_owned();
    let question = format!("{resource}/{key}{suffix} {format}");
    let key = key.to_owned();
    if let Some(rendition) = own_draft(&state, &request, resource, &key).await? {
        return Ok(answers::to_one(write(&state, rendition, format)?));
    }
    answers::answer(&state, &request, question, async |snapshot| {
        let Snapshot { reader, position, .. } = snapshot;
        let found = state
            .read(move |conn| Ok(renditions::find(conn, resource, reader, &key)?))
            .await?;
        match found {
            Found::Here(rendition) => write(&state, rendition, format),
            Found::Moved(slug) => moved(resource, &slug, &suffix, position),
            Found::Nowhere => Err(ProblemKind::NotFound.into()),
        }
    })
    .await
}

/// The draft at `key`, for a person who may write it: no other reader finds it, and no cache keeps it.
async fn own_draft(
    state: &State,
    request: &HttpRequest,
    resource: Resource,
    key: &str,
) -> Result<Option<Rendition>> {
    let caller = auth::caller(state, request).await?;
    if caller.person().is_none() {
        return Ok(None);
    }
    let own = writing::own(state, &caller, resource, key.to_owned()).await?;
    Ok(own.filter(|rendition| rendition.visibility == Visibility::Draft))
}

fn moved(resource: Resource, slug: &Slug, suffix: &str, position: i64) -> Result<Made> {
    let location = format!("{BASE}/{resource}/{slug}{suffix}");
    let location = HeaderValue::try_from(location).map_err(Error::internal)?;
    let mut made = Made::new("text/plain; charset=utf-8", position, "");
    made.status = StatusCode::PERMANENT_REDIRECT;
    made.headers.push((LOCATION, location));
    Ok(made)
}

fn write(state: &State, rendition: Rendition, format: Format) -> Result<Made> {
    let Rendition {
        resource,
        slug,
        version,
        record,
        ..
    } = rendition;
    if format == Format::Json {
        return Ok(Made::new(format.media_type(), version, record));
    }
    let body = exports::one(state, resource, format, &record)?;
    let mut made = Made::new(format.media_type(), version, body);
    made.headers
        .push(answers::attachment(&format!("{slug}.{format}")));
    Ok(made)
}
