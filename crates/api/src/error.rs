//! What can go wrong with a request, before it is put into words.
//!
//! A handler returns an [`Error`]; the edge (`edge.rs`) turns it, and whatever the framework itself refuses, into a
//! problem document in the reader's language. What is internal is logged there and never leaves.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use std::fmt;
use std::sync::Arc;

/// The result of a handler.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why a request has no good answer. Cheap to clone: all who wait for one computation get it.
#[derive(Clone, Debug)]
pub(crate) struct Error {
    /// What the reader is told.
    pub(crate) kind: ProblemKind,
    /// Which parameters are wrong; of a body (422), which fields, by their pointers (RFC 6901).
    pub(crate) parameters: Arc<[ParameterError]>,
    /// The record as it is now, JSON, for whoever wanted to change an earlier version of it.
    pub(crate) present: Option<Arc<str>>,
    /// Seconds after which it is worth coming back, where that is not the same for everybody.
    pub(crate) later: Option<i64>,
    /// What happened, for the log.
    pub(crate) cause: Option<Arc<anyhow::Error>>,
}

impl Error {
    /// Wrong parameters.
    pub(crate) fn parameters(errors: impl Into<Arc<[ParameterError]>>) -> Self {
        Self {
            parameters: errors.into(),
            ..ProblemKind::InvalidParameters.into()
        }
    }

    /// One wrong parameter.
    pub(crate) fn parameter(name: &str, code: ErrorCode, expected: &str) -> Self {
        Self::parameters([ParameterError::new(name, code, expected)])
    }

    /// Wrong fields of a body.
    pub(crate) fn fields(errors: impl Into<Arc<[ParameterError]>>) -> Self {
        Self {
            parameters: errors.into(),
            ..ProblemKind::InvalidBody.into()
        }
    }

    /// The record was changed by somebody else: it is now this one.
    pub(crate) fn stale(present: &str) -> Self {
        Self {
            present: Some(present.into()),
            ..ProblemKind::PreconditionFailed.into()
        }
    }

    /// Too many requests: come back after so many seconds.
    pub(crate) fn later(seconds: i64) -> Self {
        Self {
            later: Some(seconds),
            ..ProblemKind::TooManyRequests.into()
        }
    }

    /// Our own fault, with what happened.
    pub(crate) fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self {
            cause: Some(Arc::new(cause.into())),
            ..ProblemKind::Internal.into()
        }
    }
}

impl From<ProblemKind> for Error {
    fn from(kind: ProblemKind) -> Self {
        Self {
            kind,
            parameters: Arc::new([]),
            present: None,
            later: None,
            cause: None,
        }
    }
}

impl From<Vec<ParameterError>> for Error {
    fn from(errors: Vec<ParameterError>) -> Self {
        Self::parameters(errors)
    }
}

impl From<aect_db::Error> for Error {
    fn from(error: aect_db::Error) -> Self {
        match error {
            aect_db::Error::Overloaded => ProblemKind::Unavailable.into(),
            aect_db::Error::Taken { field } => {
                let pointer = format!("/{field}");
                Self::fields([ParameterError::new(&pointer, ErrorCode::Taken, "")])
            }
            // It comes back: the reader is told to do so too, and the log says why.
            aect_db::Error::Unreachable(_) => Self {
                cause: Some(Arc::new(error.into())),
                ..ProblemKind::Unavailable.into()
            },
            other => Self::internal(other),
        }
    }
}

impl From<aect_search::Error> for Error {
    fn from(error: aect_search::Error) -> Self {
        match error {
            // A cursor of ours whose place belongs to another order: the question changed in between.
            aect_search::Error::After => Self::parameter("cursor", ErrorCode::Cursor, ""),
            aect_search::Error::Database(error) => error.into(),
            other => Self::internal(other),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Some(cause) => write!(f, "{}: {cause:#}", self.kind),
            None => write!(f, "{}", self.kind),
        }
    }
}

impl std::error::Error for Error {}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Only the status: the edge writes the body.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
