//! Errors as readers get them: problem documents (RFC 9457).

use serde::{Deserialize, Serialize};

codes! {
    /// Every kind of problem the API answers with; `type` is `/docs/problems#` and this code.
    ProblemKind {
        /// 400: a path, header or body that cannot be read at all.
        BadRequest = "bad-request",
        /// 400: query parameters that are unknown or wrong, all named in `errors`.
        InvalidParameters = "invalid-parameters",
        /// 401: this needs a person who has signed in, or the token is not good.
        Unauthorized = "unauthorized",
        /// 401: a link, code or password that does not open, or not any more.
        SignInRefused = "sign-in-refused",
        /// 403: the caller may see it, but not do this.
        Forbidden = "forbidden",
        /// 403: the account has a second factor, and this session has not shown it.
        SecondFactorRequired = "second-factor-required",
        /// 404: nothing here, or nothing that the caller may see.
        NotFound = "not-found",
        /// 405: the address exists, the method does not.
        MethodNotAllowed = "method-not-allowed",
        /// 406: none of the formats asked for can be given.
        NotAcceptable = "not-acceptable",
        /// 408: the request took too long to arrive.
        RequestTimeout = "request-timeout",
        /// 409: other records name it, which would lose it.
        InUse = "in-use",
        /// 412: the record has changed since it was read.
        PreconditionFailed = "precondition-failed",
        /// 413: the body is too large.
        PayloadTooLarge = "payload-too-large",
        /// 414: the address is too long.
        UriTooLong = "uri-too-long",
        /// 415: a body of a kind that is not read here.
        UnsupportedMediaType = "unsupported-media-type",
        /// 416: a part of a file behind its end; `Content-Range` says how long it is.
        RangeNotSatisfiable = "range-not-satisfiable",
        /// 422: fields of the body that are unknown or wrong, all named in `errors`.
        InvalidBody = "invalid-body",
        /// 422: an `Idempotency-Key` that came before, with another request.
        IdempotencyKeyReused = "idempotency-key-reused",
        /// 428: `If-Match` must name the version that is to be changed.
        PreconditionRequired = "precondition-required",
        /// 429: too many requests; `Retry-After` says when to come back.
        TooManyRequests = "too-many-requests",
        /// 500: our fault; the request identifier finds it in the log.
        Internal = "internal",
        /// 503: not ready or overloaded; `Retry-After` says when to come back.
        Unavailable = "unavailable",
    }
}

impl ProblemKind {
    /// The HTTP status it is answered with.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest | Self::InvalidParameters => 400,
            Self::Unauthorized | Self::SignInRefused => 401,
            Self::Forbidden | Self::SecondFactorRequired => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::RequestTimeout => 408,
            Self::InUse => 409,
            Self::PreconditionFailed => 412,
            Self::PayloadTooLarge => 413,
            Self::UriTooLong => 414,
            Self::UnsupportedMediaType => 415,
            Self::RangeNotSatisfiable => 416,
            Self::InvalidBody | Self::IdempotencyKeyReused => 422,
            Self::PreconditionRequired => 428,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
        }
    }
}

/// A problem document (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable address of the kind of problem, which also documents it.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    pub kind: String,
    /// What happened, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do about it, in the reader's language.
    pub detail: String,
    /// Name it when you ask for help: it is in our log.
    pub request_id: String,
    /// Everything that is wrong, all at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// One thing that is wrong with the query or the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The query parameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// The field of the body (RFC 6901).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What is wrong, for programs.
    pub code: ErrorCode,
    /// What is wrong, in the reader's language.
    pub detail: String,
}

codes! {
    /// What can be wrong with a parameter or a field.
    ErrorCode {
        /// No such parameter or field.
        Unknown = "unknown",
        /// Missing, though it is required.
        Required = "required",
        /// Given more than once.
        Repeated = "repeated",
        /// Not of the right form.
        Format = "format",
        /// Not one of the listed values.
        NotListed = "not_listed",
        /// Below the smallest or above the largest value.
        Range = "range",
        /// A colour that cannot be read.
        Contrast = "contrast",
        /// Too long.
        TooLong = "too_long",
        /// A password that is too short, or among the first that anybody would try.
        Weak = "weak",
        /// Cannot go together with another parameter, or lacks one it needs.
        Conflict = "conflict",
        /// Only animators write this field.
        Reserved = "reserved",
        /// Names a record that is not there.
        NoSuchRecord = "no_such_record",
        /// Another record has it.
        Taken = "taken",
        /// Not a cursor that this list gave out.
        Cursor = "cursor",
    }
}
