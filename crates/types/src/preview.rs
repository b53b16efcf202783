//! What a long text will look like, while it is written.

use crate::given::{Checks, limits};
use crate::query::ParameterError;
use serde::{Deserialize, Serialize};

/// A long text, in Markdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PreviewRequest {
    /// The text.
    pub text: String,
}

impl PreviewRequest {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn wrong(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        checks.text("/text", &self.text, limits::TEXT_MAX);
        checks.found()
    }
}

/// What it will look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// HTML that is safe to show.
    pub html: String,
}
