//! Whether the process lives, whether it can answer, and its figures.

use crate::error::Result;
use crate::state::State;
use crate::telemetry::Figures;
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use aect_db::renditions;
use aect_types::problem::ProblemKind;
use serde_json::json;
use std::time::Duration;

/// How long the database may take to say where it is.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/health/live`: the process answers.
pub(crate) async fn live() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(json!({ "status": "live" }))
}

/// `/health/ready`: the database answers and the index has caught up once.
pub(crate) async fn ready(state: Data<State>) -> Result<HttpResponse> {
    let (_, indexed) = state.follower.ready().ok_or(ProblemKind::Unavailable)?;
    let written = state.read(|conn| Ok(renditions::position(conn)?));
    let written = match tokio::time::timeout(PATIENCE, written).await {
        Ok(Ok(written)) => written,
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready: the database does not answer");
            return Err(ProblemKind::Unavailable.into());
        }
        Err(_) => return Err(ProblemKind::Unavailable.into()),
    };
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(json!({ "status": "ready", "journal": written, "index": indexed })))
}

/// `/metrics`, for Prometheus.
pub(crate) async fn metrics(state: Data<State>, figures: Data<Figures>) -> HttpResponse {
    let kept = state.cache.weight().await;
    #[expect(
        clippy::cast_precision_loss,
        clippy::as_conversions,
        reason = "a gauge is a float"
    )]
    metrics::gauge!("aect_cache_bytes").set(kept as f64);
    HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(figures.render())
}
