//! Pictures and documents of records: adding, describing and removing them. Each of these is a write of the record: who
//! may, which version, the history are the record's.
//!
//! Bytes are written first, then the row that names them: what is acknowledged is there. Bytes that nothing names are swept
//! (`retention.rs`).

mod intake;
mod making;
mod pictures;
mod ranges;
mod serving;
mod storage;
mod sweeping;

use crate::address;
use crate::body;
use crate::error::{Error, Result};
use crate::state::State;
use crate::writing::{self, Admitted};
use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::files::{self, Known, NewFile};
use aect_types::Uuid;
use aect_types::files::FileInput;
use aect_types::files::limits::FILES_MAX;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
pub(crate) use intake::BODY_MAX;
pub(crate) use serving::serve;
pub(crate) use storage::Storage;
pub(crate) use sweeping::sweep;
use tokio::sync::Semaphore;

/// What handlers need to take files in.
pub(crate) struct Files {
    pub(crate) storage: Storage,
    /// Turns of decoding: one picture may take hundreds of megabytes while it is read.
    turns: Semaphore,
}

impl Files {
    pub(crate) fn new(storage: Storage) -> Self {
        Self {
            storage,
            turns: Semaphore::new(1),
        }
    }
}

/// Adds a file to a record.
pub(crate) async fn add(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Multipart,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    let admitted = writing::admitted(&state, &request, resource, key).await;
    let sent = intake::read(&request, form, admitted.is_ok()).await;
    let (admitted, sent) = (admitted?, sent?);
    let made = making::make(&state.files, resource, sent).await?;
    let id = admitted.record;
    let new = made.new;
    let address = format!("{}/{}/{}", aect_types::files::ADDRESS, new.id, new.name);
    for (form, bytes) in made.forms {
        state.files.storage.put(new.id, form, bytes).await?;
    }
    let answer = writing::arrange(&state, admitted, StatusCode::CREATED, move |write| {
        if write.count_files(id)? >= FILES_MAX {
            let most = format!("≤ {FILES_MAX}");
            let many = ParameterError::new("/file", ErrorCode::Range, most);
            return Ok(Err(Error::fields([many])));
        }
        write.add_file(id, &new)?;
        Ok(Ok(()))
    })
    .await?;
    let mut response = answer;
    let address = address.parse().map_err(Error::internal)?;
    response.headers_mut().insert(LOCATION, address);
    Ok(response)
}

/// Changes what is said of a file, or its place among the others.
pub(crate) async fn describe(
    state: Data<State>,
    request: HttpRequest,
    id: Path<Uuid>,
    content: Bytes,
) -> Result<HttpResponse> {
    let (known, admitted) = found(&state, &request, *id, false).await?;
    let placed = known.clone();
    let rank = state.read(move |conn| Ok(files::place(conn, &placed)?)).await?;
    let present = FileInput {
        title: known.file.title.clone(),
        alt: known.file.alt.clone(),
        rank,
    };
    let input: FileInput = body::patched(&request, &content, &present)?;
    let wrong = input.wrong(known.file.role);
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    writing::arrange(&state, admitted, StatusCode::OK, move |write| {
        write.describe_file(&known, &input).map(Ok)
    })
    .await
}

/// Takes a file from its record.
pub(crate) async fn remove(state: Data<State>, request: HttpRequest, id: Path<Uuid>) -> Result<HttpResponse> {
    let (known, admitted) = found(&state, &request, *id, false).await?;
    writing::arrange(&state, admitted, StatusCode::OK, move |write| {
        write.remove_file(&known).map(Ok)
    })
    .await
}

/// Puts a file back that was removed.
pub(crate) async fn restore(
    state: Data<State>,
    request: HttpRequest,
    id: Path<Uuid>,
) -> Result<HttpResponse> {
    let (known, admitted) = found(&state, &request, *id, true).await?;
    writing::arrange(&state, admitted, StatusCode::OK, move |write| {
        write.restore_file(&known).map(Ok)
    })
    .await
}

/// The file of that identifier, for whoever may write its record; 404 where it is `removed` and should not be, or the other
/// way round.
async fn found(state: &State, request: &HttpRequest, id: Uuid, removed: bool) -> Result<(Known, Admitted)> {
    writing::signed_in(state, request).await?;
    let known = state.read(move |conn| Ok(files::by_id(conn, id)?)).await?;
    let known = known.ok_or(ProblemKind::NotFound)?;
    let key = known.record.to_string();
    let admitted = writing::admitted(state, request, known.resource, key).await?;
    if known.removed != removed {
        return Err(ProblemKind::NotFound.into());
    }
    Ok((known, admitted))
}
