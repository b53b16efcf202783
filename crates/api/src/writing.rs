//! Writing a record: entering, changing, deleting and restoring it, and what happened to it.
//!
//! The order of refusals: 401, 404 where the caller may not read the record, 403 where they may not write it, 428 and
//! 412, then 400 and 422 with everything that is wrong.

mod answer;
mod arranging;
mod found;
mod looks;
mod merging;
mod refusals;

use crate::address;
use crate::auth;
use crate::body;
use crate::co_leads;
use crate::error::{Error, Result};
pub(crate) use crate::once::POSITION;
use crate::once::{self, respond, respond_once};
use crate::sign_in::private;
use crate::site::Site;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Origin, Stored, Write, renditions};
use aect_types::audit::ActKind;
use aect_types::given::Given;
use aect_types::history::Restoration;
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::provenance::SourceKind;
use aect_types::query::ParameterError;
use aect_types::{Page, Record as _, Resource, Uuid};
pub(crate) use arranging::{Admitted, admitted, arrange};
use found::find;
pub(crate) use found::own;
pub(crate) use merging::merge;
use refusals::{author, expected, faults, not_theirs, reserved, stale};
use std::time::Duration;

/// How long a deletion waits for index and cache: they follow in milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// What people write; the rest are code lists, which imports bring.
pub(crate) const WRITTEN: [Resource; 10] = [
    Resource::Collectivities,
    Resource::Actors,
    Resource::PartnerAuthorities,
    Resource::Projects,
    Resource::Events,
    Resource::News,
    Resource::ThematicGroups,
    Resource::Resources,
    Resource::ExternalInitiatives,
    Resource::Themes,
];

/// Calls a function with what is given to write a resource; of the code lists, gives `$otherwise`.
macro_rules! with_given {
    ($resource:expr, $otherwise:expr, $use:ident($($argument:expr),*) $($after:tt)*) => {{
        use aect_types::Resource as Kind;
        match $resource {
            Kind::Collectivities => $use::<aect_types::collectivities::CollectivityInput>($($argument),*) $($after)*,
            Kind::Actors => $use::<aect_types::actors::ActorInput>($($argument),*) $($after)*,
            Kind::PartnerAuthorities => {
                $use::<aect_types::partner_authorities::PartnerAuthorityInput>($($argument),*) $($after)*
            }
            Kind::Projects => $use::<aect_types::projects::ProjectInput>($($argument),*) $($after)*,
            Kind::Events => $use::<aect_types::events::EventInput>($($argument),*) $($after)*,
            Kind::News => $use::<aect_types::news::NewsInput>($($argument),*) $($after)*,
            Kind::ThematicGroups => $use::<aect_types::thematic_groups::ThematicGroupInput>($($argument),*) $($after)*,
            Kind::Resources => $use::<aect_types::resources::SharedResourceInput>($($argument),*) $($after)*,
            Kind::ExternalInitiatives => {
                $use::<aect_types::external_initiatives::ExternalInitiativeInput>($($argument),*) $($after)*
            }
            Kind::Themes => $use::<aect_types::themes::ThemeInput>($($argument),*) $($after)*,
            Kind::Countries | Kind::Sdgs | Kind::DacSectors => $otherwise,
        }
    }};
}
pub(crate) use with_given;

/// Enters a record.
pub(crate) async fn create(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    content: Bytes,
) -> Result<HttpResponse> {
    let resource = address::resource(&path)?;
    with_given!(resource, nowhere(), create_of(&state, &request, &content).await)
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
    with_given!(
        resource,
        nowhere(),
        change_of(&state, &request, key, &content).await
    )
}

/// Deletes a record: it is hidden, and leaves a tombstone.
pub(crate) async fn delete(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, nowhere(), delete_of(&state, &request, key).await)
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
    with_given!(
        resource,
        nowhere(),
        restore_of(&state, &request, key, &content).await
    )
}

/// Answers what happened to a record, to those who may write it.
pub(crate) async fn history(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(resource, nowhere(), history_of(&state, &request, key).await)
}

/// No address of the code lists leads here.
fn nowhere() -> Result<HttpResponse> {
    Err(ProblemKind::NotFound.into())
}

/// The person who calls; whoever has not signed in is refused.
pub(crate) async fn signed_in(state: &State, request: &HttpRequest) -> Result<Caller> {
    Ok(Caller::Person(auth::required(state, request).await?.person))
}

async fn create_of<S>(state: &State, request: &HttpRequest, content: &Bytes) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let attempt = once::attempt(request, &caller, content)?;
    if let Some(told) = once::earlier(state, attempt.clone()).await? {
        return respond_once(told);
    }
    let (visibility, content) = body::with_visibility(request, content)?;
    let input: S = body::read(request, &content)?;
    // Owners of a record that is still to come are those that it names.
    let unborn = Uuid::nil();
    if !caller.is_among(S::RULES.enter, &input.owners(unborn)) {
        return Err(ProblemKind::Forbidden.into());
    }
    let visibility = visibility.unwrap_or_else(S::visibility_at_first);
    let mut wrong = faults(state, &caller, None, &input, unborn).await?;
    if !caller.may_read(visibility, input.is_changed_by(&caller, unborn)) {
        wrong.push(not_theirs("/visibility"));
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let told = state
        .db
        .write(author(&caller), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let origin = Origin {
                    kind: SourceKind::Person,
                    source: None,
                    license: None,
                };
                let shown = looks::at_first(write, &caller, &input, visibility)?;
                let id = write.create(&input, &origin, shown)?;
                looks::entered(write, &caller, id, visibility, shown)?;
                Ok(Ok(answer::of_record(write, StatusCode::CREATED, id)?.into()))
            })
        })
        .await??;
    respond_once(told)
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
    let id = found.rendition.id;
    let narrower = visibility.is_some_and(|visibility| visibility > found.rendition.visibility);
    let mut wrong = faults(state, &caller, Some(&found.present), &input, id).await?;
    // Whoever hides a record takes it away from those that name it.
    if narrower && !found.present.is_deleted_by(&caller, id) {
        wrong.push(not_theirs("/visibility"));
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let site = state.site.clone();
    let answer = state
        .db
        .write(author(&caller), move |write| {
            if write.version(id)? != version {
                return Ok(Err(stale(write, id)?));
            }
            if narrower && S::STAYS_WHILE_NAMED && write.is_named(id)? {
                return Ok(Err(ProblemKind::InUse.into()));
            }
            let changed = write.edit(id, &input)?;
            owned_anew(write, &caller, &found.present, id, &site)?;
            match visibility {
                Some(wanted) => {
                    let before = found.rendition.visibility;
                    let shown = looks::changed(write, &caller, &input, id, before, wanted)?;
                    write.set_visibility(id, shown)?;
                }
                // Nothing else is said: that it is still true.
                None if changed.is_empty() => write.confirm(id)?,
                None => {}
            }
            Ok(Ok(answer::of_record(write, StatusCode::OK, id)?))
        })
        .await??;
    if narrower {
        followed(state, answer.position).await?;
    }
    respond(answer)
}

/// What follows where a project has other owners than before.
fn owned_anew<S: Stored + Given>(
    write: &mut Write<'_>,
    caller: &Caller,
    before: &S,
    id: Uuid,
    site: &Site,
) -> aect_db::Result<()> {
    match caller.person() {
        Some(person) if S::IS_LED => co_leads::owners_changed(write, person, id, &before.owners(id), site),
        _ => Ok(()),
    }
}

async fn delete_of<S>(state: &State, request: &HttpRequest, key: String) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let found = find::<S>(state, &caller, key).await?.shown()?;
    let id = found.rendition.id;
    if !found.present.is_deleted_by(&caller, id) {
        return Err(ProblemKind::Forbidden.into());
    }
    let version = expected(request, &found.rendition)?;
    let (done, position) = state
        .db
        .write_records(author(&caller), move |write| {
            if write.version(id)? != version {
                return Ok(Err(stale(write, id)?));
            }
            if S::STAYS_WHILE_NAMED && write.is_named(id)? {
                return Ok(Err(ProblemKind::InUse.into()));
            }
            write.hide(id)?;
            if caller.may_animate() {
                write.note_act(ActKind::Record, None, Some(id), Some("deleted"))?;
            }
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
    let attempt = once::attempt(request, &caller, content)?;
    if let Some(told) = once::earlier(state, attempt.clone()).await? {
        return respond_once(told);
    }
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
    let merged = move |conn: &mut _| Ok(renditions::was_merged(conn, S::Record::RESOURCE, id)?);
    if hidden && state.read(merged).await? {
        return Err(ProblemKind::NotFound.into());
    }
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
    let site = state.site.clone();
    let told = state
        .db
        .write(author(&caller), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                if write.version(id)? != version {
                    return Ok(Err(stale(write, id)?));
                }
                if hidden {
                    looks::brought_back(write, &caller, id)?;
                    write.restore(id)?;
                }
                if caller.may_animate() {
                    write.note_act(ActKind::Record, None, Some(id), Some("restored"))?;
                }
                write.edit(id, &before)?;
                owned_anew(write, &caller, &found.present, id, &site)?;
                Ok(Ok(answer::of_record(write, StatusCode::OK, id)?.into()))
            })
        })
        .await??;
    respond_once(told)
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
pub(crate) async fn followed(state: &State, position: Option<i64>) -> Result<()> {
    if let Some(position) = position {
        let following = state.follower.at_least(position);
        let followed = tokio::time::timeout(PATIENCE, following).await;
        followed.ok().flatten().ok_or(ProblemKind::Unavailable)?;
    }
    Ok(())
}
