//! The ruler of the benchmarks: a fixed body behind the same middleware as everything else.

use actix_web::HttpResponse;
use bytes::Bytes;
use std::sync::LazyLock;

static BODY: LazyLock<Bytes> = LazyLock::new(|| "x".repeat(12 * 1024).into());

/// `/bench/fixed`: 12 KB.
pub(crate) async fn fixed() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(BODY.clone())
}
