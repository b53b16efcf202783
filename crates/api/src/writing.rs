//! Writing a record: entering, changing, deleting and restoring it, and what happened to it.
//!
//! The order of refusals: 401, 404 where the caller may not read the record, 403 where they may not write it, 428 and
//! 412, then 400 and 422 with everything that is wrong.

mod refusals;

use crate::address::{self, BASE};
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::etag;
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, HeaderName, HeaderValue, LOCATION};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::renditions::{self, Rendition};
use aect_db::{Conn, Origin, Stored};
use aect_types::collectivities::CollectivityInput;
use aect_types::given::Given;
use aect_types::history::Restoration;
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::projects::ProjectInput;
use aect_types::provenance::SourceKind;
use aect_types::query::ParameterError;
use aect_types::{Page, Record as _, Resource, Uuid, Visibility};
use refusals::{author, expected, missing, reserved, stale};
use std::time::Duration;

/// Which position of the journal a write has: a read with `Journal-At-Least` sees it.
pub(crate) const POSITION: HeaderName = HeaderName::from_static("journal-position");

/// How long a deletion waits for index and cache: they follow in milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// What people write; the rest is what imports and the platform itself bring.
pub(crate) const WRITTEN: [Resource; 2] = [Resource::Collectivities, Resource::Projects];

/// Calls a function with what is given to write a resource.
macro_rules! with_given {
    ($resource:expr, $use:ident($($argument:expr),*)) => {
        match $resource {
            Resource::Collectivities => $use::<CollectivityInput>($($argument),*).await,
            Resource::Projects => $use::<ProjectInput>($($argument),*).await,
            // No address of theirs leads here.
            _ => Err(ProblemKind::NotFound.into()),
        }
    };
}

/// Enters a record.
pub(crate) async fn create(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    content: Bytes,
) -> Result<HttpResponse> {
    let resource = address::resource(&path)?;
    with_given!(resource, create_of(&state, &request, &content))
}

/// Changes a record by a merge patch.
pub(crate) async fn change(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    content: Bytes,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, change_of(&state, &request, key, &content))
}

/// Deletes a record: it is hidden, and leaves a tombstone.
pub(crate) async fn delete(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, delete_of(&state, &request, key))
}

/// Brings a deleted record back, or one of its versions.
pub(crate) async fn restore(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    content: Bytes,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, restore_of(&state, &request, key, &content))
}

/// Answers what happened to a record, to those who may write it.
pub(crate) async fn history(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, history_of(&state, &request, key))
}

/// The person who calls; whoever has not signed in is refused.
async fn signed_in(state: &State, request: &HttpRequest) -> Result<Caller> {
    Ok(Caller::Person(auth::required(state, request).await?.person))
}

/// The record at `key` where the caller may write it, and so read it as a draft; `None` in every other case.
pub(crate) async fn own(
    state: &State,
    caller: &Caller,
    resource: Resource,
    key: String,
) -> Result<Option<Rendition>> {
    let found = match resource {
        Resource::Collectivities => find::<CollectivityInput>(state, caller, key)
            .await
            .map(|found| found.rendition),
        Resource::Projects => find::<ProjectInput>(state, caller, key)
            .await
            .map(|found| found.rendition),
        _ => return Ok(None),
    };
    match found {
        Ok(rendition) if !rendition.hidden => Ok(Some(rendition)),
        Ok(_) => Ok(None),
        Err(error) if matches!(error.kind, ProblemKind::NotFound | ProblemKind::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A record as one who writes it finds it.
struct Found<S> {
    rendition: Rendition,
    present: S,
}

impl<S> Found<S> {
    /// The record, where it is not deleted: what is gone is brought back first.
    fn shown(self) -> Result<Self> {
        if self.rendition.hidden {
            return Err(ProblemKind::NotFound.into());
        }
        Ok(self)
    }
}

/// Finds a record that the caller may write; 404 where they may not even read it.
async fn find<S>(state: &State, caller: &Caller, key: String) -> Result<Found<S>>
where
    S: Stored + Given + Send + 'static,
{
    let found = state
        .read(move |conn: &mut Conn| {
            let Some(rendition) = renditions::any(conn, S::Record::RESOURCE, &key)? else {
                return Ok(None);
            };
            let present = S::load(conn, rendition.id)?;
            Ok(Some(Found { rendition, present }))
        })
        .await?;
    let found: Found<S> = found.ok_or(ProblemKind::NotFound)?;
    let owners = found.present.owners(found.rendition.id);
    let (visibility, may_write) = (found.rendition.visibility, caller.may_write(&owners));
    // A deleted record is there only for those who may bring it back.
    if found.rendition.hidden && !may_write || !caller.may_read(visibility, &owners) {
        return Err(ProblemKind::NotFound.into());
    }
    if !may_write {
        return Err(ProblemKind::Forbidden.into());
    }
    Ok(found)
}

async fn create_of<S>(state: &State, request: &HttpRequest, content: &Bytes) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let (visibility, content) = body::with_visibility(request, content)?;
    let input: S = body::read(request, &content)?;
    // Owners of a record that is still to come are those that it names.
    if !caller.may_write(&input.owners(Uuid::nil())) {
        return Err(ProblemKind::Forbidden.into());
    }
    let mut wrong = input.wrong();
    wrong.extend(reserved(&caller, None, &input, Uuid::nil())?);
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let author = author(&caller);
    let written = state
        .db
        .write_records(author, move |write| {
            let dangling = write.dangling(input.references())?;
            if !dangling.is_empty() {
                return Ok(Err(missing(&dangling)));
            }
            let origin = Origin {
                kind: SourceKind::Person,
                source: None,
                license: None,
            };
            let id = write.create(&input, &origin, visibility.unwrap_or(Visibility::Draft))?;
            Ok(Ok(id))
        })
        .await?;
    answer::<S>(state, StatusCode::CREATED, written).await
}

async fn change_of<S>(
    state: &State,
    request: &HttpRequest,
    key: String,
    content: &Bytes,
) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let found = find::<S>(state, &caller, key).await?.shown()?;
    let version = expected(request, &found.rendition)?;
    let (visibility, content) = body::with_visibility(request, content)?;
    let input = body::patched(request, &content, &found.present)?;
    let mut wrong = input.wrong();
    wrong.extend(reserved(
        &caller,
        Some(&found.present),
        &input,
        found.rendition.id,
    )?);
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let id = found.rendition.id;
    let narrower = visibility.is_some_and(|visibility| visibility > found.rendition.visibility);
    let written = state
        .db
        .write_records(author(&caller), move |write| {
            if write.hold(id)? != version {
                return Ok(Err(stale(write, id)?));
            }
            let dangling = write.dangling(input.references())?;
            if !dangling.is_empty() {
                return Ok(Err(missing(&dangling)));
            }
            let changed = write.edit(id, &input)?;
            match visibility {
                Some(visibility) => write.set_visibility(id, visibility)?,
                // Nothing else is said: that it is still true.
                None if changed.is_empty() => write.confirm(id)?,
                None => {}
            }
            Ok(Ok(id))
        })
        .await?;
    if narrower {
        followed(state, written.1).await?;
    }
    answer::<S>(state, StatusCode::OK, written).await
}

async fn delete_of<S>(state: &State, request: &HttpRequest, key: String) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let found = find::<S>(state, &caller, key).await?.shown()?;
    let version = expected(request, &found.rendition)?;
    // Those of the State's registers are there before anybody signs in, and stay.
    if S::Record::RESOURCE == Resource::Collectivities && !caller.may_animate() {
        return Err(ProblemKind::Forbidden.into());
    }
    let id = found.rendition.id;
    let (done, position) = state
        .db
        .write_records(author(&caller), move |write| {
            if write.hold(id)? != version {
                return Ok(Err(stale(write, id)?));
            }
            write.hide(id)?;
            Ok(Ok(()))
        })
        .await?;
    done?;
    followed(state, position).await?;
    let mut response = private(HttpResponse::NoContent());
    if let Some(position) = position {
        response.insert_header((POSITION, position.to_string()));
    }
    Ok(response.finish())
}

async fn restore_of<S>(
    state: &State,
    request: &HttpRequest,
    key: String,
    content: &Bytes,
) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let found = find::<S>(state, &caller, key).await?;
    let version = expected(request, &found.rendition)?;
    let wanted: Restoration = body::read(request, content)?;
    if wanted
        .version
        .is_some_and(|wanted| !(1..=version).contains(&wanted))
    {
        let bounds = format!("1 … {version}");
        return Err(Error::fields([ParameterError::new(
            "/version",
            ErrorCode::Range,
            bounds,
        )]));
    }
    let (id, hidden) = (found.rendition.id, found.rendition.hidden);
    let before = state
        .read(move |conn| {
            Ok(aect_db::at_version::<S>(
                conn,
                id,
                wanted.version.unwrap_or(version),
            )?)
        })
        .await?;
    let wrong = reserved(&caller, Some(&found.present), &before, id)?;
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let written = state
        .db
        .write_records(author(&caller), move |write| {
            if write.hold(id)? != version {
                return Ok(Err(stale(write, id)?));
            }
            if hidden {
                write.restore(id)?;
            }
            write.edit(id, &before)?;
            Ok(Ok(id))
        })
        .await?;
    answer::<S>(state, StatusCode::OK, written).await
}

async fn history_of<S>(state: &State, request: &HttpRequest, key: String) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let found = find::<S>(state, &caller, key).await?;
    let id = found.rendition.id;
    let items = state.read(move |conn| crate::history::of(conn, id)).await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Waits until no answer is given any more that was made before that position.
async fn followed(state: &State, position: Option<i64>) -> Result<()> {
    if let Some(position) = position {
        let following = state.follower.at_least(position);
        let followed = tokio::time::timeout(PATIENCE, following).await;
        followed.ok().flatten().ok_or(ProblemKind::Unavailable)?;
    }
    Ok(())
}

/// The record as it is after a write.
async fn answer<S: Stored>(
    state: &State,
    status: StatusCode,
    (written, position): (Result<Uuid>, Option<i64>),
) -> Result<HttpResponse> {
    let id = written?;
    let rendition = state
        .read(move |conn| Ok(renditions::by_identifier(conn, id)?))
        .await?
        .ok_or(ProblemKind::NotFound)?;
    let mut response = private(HttpResponse::build(status));
    response
        .content_type("application/json")
        .insert_header((ETAG, etag::of(rendition.version, rendition.record.as_bytes())));
    if let Some(position) = position {
        response.insert_header((POSITION, HeaderValue::from(position)));
    }
    if status == StatusCode::CREATED {
        let location = format!("{BASE}/{}/{}", S::Record::RESOURCE, rendition.slug);
        response.insert_header((LOCATION, location));
    }
    Ok(response.body(rendition.record))
}
