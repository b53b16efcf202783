//! Ways to sign in besides the link: a password, another site (OpenID Connect).

use crate::Instant;
use crate::people::Email;
use serde::{Deserialize, Serialize};

/// Bounds of what is sent (NIST SP 800-63B, 5.1.1.2: length counts, composition does not).
pub mod limits {
    /// The shortest password, in characters.
    pub const PASSWORD_MIN: usize = 12;
    /// The longest.
    pub const PASSWORD_MAX: usize = 128;
    /// The longest path to go back to, in bytes.
    pub const BACK_MAX: usize = 300;
}

/// What leads in besides the link, here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInWays {
    /// What the other site is called, where there is one.
    pub openid: Option<String>,
}

/// Signing in by a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordSignIn {
    /// Whose.
    pub email: Email,
    /// The password.
    pub password: String,
}

/// Signing in by the other site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenIdRequest {
    /// Where to go afterwards: a path of this site.
    #[serde(default)]
    pub back: Option<String>,
}

/// Where to go for that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenIdBegun {
    /// An address of the other site. Whoever comes back from there within ten minutes, in the browser that asked, is
    /// signed in.
    pub url: String,
}

/// What leads in to one's own account besides the link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountWays {
    /// Since when there is a password that is this one.
    pub password_since: Option<Instant>,
    /// Whether this session has begun so lately that a password can be set without the present one.
    pub recent: bool,
    /// The other site, where there is one.
    pub openid: Option<LinkedSite>,
}

/// Another site, as one's account knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkedSite {
    /// What it is called.
    pub name: String,
    /// Since when it leads in to this account.
    pub since: Option<Instant>,
}

/// A new password, or none any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordInput {
    /// The new one; `null` takes it away.
    pub password: Option<String>,
    /// The present one, where the session is not recent.
    #[serde(default)]
    pub current: Option<String>,
}
