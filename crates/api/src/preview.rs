//! What a long text will look like, for whoever writes it.

use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::limits::Source;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::markdown;
use aect_types::preview::{Preview, PreviewRequest};

/// Answers the HTML of a text.
pub(crate) async fn preview(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    auth::required(&state, &request).await?;
    let asked: PreviewRequest = body::read(&request, &content)?;
    let wrong = asked.wrong();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    state.limits.preview(&Source::of(&state, &request))?;
    let html = tokio::task::spawn_blocking(move || markdown::html(&asked.text)).await;
    let html = html.map_err(Error::internal)?;
    Ok(private(HttpResponse::Ok()).json(Preview { html }))
}
