//! Accounts, and how one signs in.

use crate::{Instant, PartialDate, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longest values, in characters.
pub mod limits {
    /// An address (RFC 5321, 4.5.3.1.3).
    pub const EMAIL_MAX: usize = 254;
    /// A name or a function.
    pub const NAME_MAX: usize = 120;
}

codes! {
    /// What an account may do on the whole platform.
    #[derive(Default)]
    UserRole {
        /// What its memberships say.
        #[default]
        Member = "member",
        /// Runs the platform: a person of the network or the Region.
        Animator = "animator",
        /// Runs the instance.
        Admin = "admin",
    }
}

codes! {
    /// Whether an account may be used.
    UserState {
        /// It may.
        Active = "active",
        /// An animator has suspended it.
        Suspended = "suspended",
    }
}

codes! {
    /// What a person is to their collectivity.
    #[derive(Default)]
    Standing {
        /// An elected official.
        Elected = "elected",
        /// A civil servant, or an employee of an actor.
        #[default]
        Staff = "staff",
    }
}

codes! {
    /// What a member may do with a record, the least first.
    MemberRole {
        /// Reads what is for members.
        Reader = "reader",
        /// Writes.
        Editor = "editor",
        /// Writes, and decides who belongs to it.
        Owner = "owner",
    }
}

codes! {
    /// How far a membership has come.
    MembershipState {
        /// Somebody asked the person to join.
        Invited = "invited",
        /// The person asks to join.
        Pending = "pending",
        /// They belong to it.
        Accepted = "accepted",
        /// They were refused.
        Refused = "refused",
        /// They have left, or were made to.
        Former = "former",
    }
}

codes! {
    /// How somebody has signed in.
    SignInWay {
        /// By a link sent to their address.
        Link = "link",
        /// By a password.
        Password = "password",
        /// By another site (OpenID Connect).
        OpenId = "openid",
    }
}

/// An e-mail address as it is compared: trimmed and in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, format = "email"))]
pub struct Email(String);

/// Not an address that mail can be sent to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NoEmail;

impl Email {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl std::str::FromStr for Email {
    type Err = NoEmail;

    /// Accepts what mail servers of the public accept: one `@`, a local part without spaces or quotes, a domain of
    /// letters, digits, dots and hyphens. Stricter than RFC 5322, whose comments and quotes nobody uses.
    fn from_str(text: &str) -> Result<Self, NoEmail> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.split_once('@').ok_or(NoEmail)?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
        let local_is_right = (1..=64).contains(&local.len())
            && local.bytes().all(plain)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let label_is_right = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let domain_is_right = domain.contains('.') && domain.split('.').all(label_is_right);
        if local_is_right && domain_is_right && text.len() <= limits::EMAIL_MAX {
            Ok(Self(text))
        } else {
            Err(NoEmail)
        }
    }
}

impl TryFrom<String> for Email {
    type Error = NoEmail;
    fn try_from(text: String) -> Result<Self, NoEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// A request to sign in by a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInLinkRequest {
    /// Where to send it.
    pub email: Email,
}

/// That a link is on its way, whether the address is known or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInLinkSent {
    /// Which request this was.
    pub id: Uuid,
    /// What this browser keeps to itself until then: who opens the link elsewhere gets a code, not a session.
    pub browser: String,
    /// Until when the link is good.
    pub expires_at: Instant,
}

/// A link that was opened, and whose button was pressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInLinkUse {
    /// What the link holds.
    pub link: String,
    /// What this browser kept, where it is the one that asked.
    #[serde(default)]
    pub browser: Option<String>,
}

/// What a link gives: a session in the browser that asked, a code to be typed there in any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum SignInLinkUsed {
    /// The session's access token.
    SignedIn(AccessToken),
    /// The code.
    Code {
        /// Six digits.
        code: String,
    },
}

/// The code that was shown in another browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInCodeUse {
    /// Which request was answered.
    pub id: Uuid,
    /// What this browser kept.
    pub browser: String,
    /// Six digits.
    pub code: String,
}

/// An access token (RFC 6750): it goes into `Authorization: Bearer`, and is kept in the page's memory only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessToken {
    /// A signed JWT (RFC 7519); the keys are at `/.well-known/jwks.json`.
    pub access_token: String,
    /// `Bearer`.
    pub token_type: String,
    /// Seconds until it is worth nothing.
    pub expires_in: u32,
}

codes! {
    /// What a session has to do with the second factor of its account.
    SecondFactor {
        /// The account has none.
        Off = "off",
        /// It has one that this session has not shown: until then its person is anybody.
        Due = "due",
        /// This session has shown it.
        Shown = "shown",
    }
}

/// What an application of codes is given (TOTP, RFC 6238).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorSecret {
    /// The secret in base 32, to be typed where no picture can be taken.
    pub secret: String,
    /// The same as an `otpauth:` address.
    pub uri: String,
    /// That address as a QR code: SVG.
    pub qr_code: String,
}

/// A code that shows the second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SecondFactorCode {
    /// Six digits of the application, or a recovery code.
    pub code: String,
}

/// What opens where the application of codes is lost: each once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// Codes of eight letters and digits; they are not shown again.
    pub codes: Vec<String>,
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Who one is to the journal.
    pub id: Uuid,
    /// Number of writes, for `If-Match`.
    pub version: i64,
    /// Where mail goes, and how one signs in.
    pub email: Email,
    /// How others call one; empty until it was said.
    pub name: String,
    /// What one does.
    pub function: Option<String>,
    /// Elected or staff.
    pub standing: Standing,
    /// When the mandate ends, where one has one.
    pub mandate_end: Option<PartialDate>,
    /// The language of mails (BCP 47): `fr` or `en`.
    pub language: String,
    /// What the account may do on the whole platform.
    pub role: UserRole,
    /// Whether it has a second factor, and this session has shown it.
    pub second_factor: SecondFactor,
    /// When it was made.
    pub created_at: Instant,
    /// What one belongs to, asked to, or did; nothing before a second factor that is due was shown.
    pub memberships: Vec<Membership>,
}

/// What a person may change of their own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountInput {
    /// How others call one.
    pub name: String,
    /// What one does.
    pub function: Option<String>,
    /// Elected or staff.
    pub standing: Standing,
    /// When the mandate ends.
    pub mandate_end: Option<PartialDate>,
    /// The language of mails.
    pub language: String,
}

/// Who belongs to what, seen by the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Membership {
    /// Its identifier.
    pub id: Uuid,
    /// What the record is: a collectivity or an actor.
    pub resource: Resource,
    /// Which one.
    pub record: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub state: MembershipState,
    /// What one may do, once accepted.
    pub role: Option<MemberRole>,
    /// Why it was refused, in words.
    pub reason: Option<String>,
    /// When it was asked.
    pub asked_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

/// A browser in which one has signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = BrowserSession))]
pub struct Session {
    /// Its identifier.
    pub id: Uuid,
    /// How one signed in.
    pub way: SignInWay,
    /// With a second factor.
    pub second_factor: bool,
    /// The browser, as it called itself.
    pub agent: Option<String>,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Instant,
    /// Whether it is this one.
    pub present: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_small_letters() {
        let email: Email = " Marie.Curie+aect@Mairie-Poitiers.FR ".parse().unwrap();
        assert_eq!(email.as_str(), "marie.curie+aect@mairie-poitiers.fr");
        assert_eq!(email.domain(), "mairie-poitiers.fr");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "a",
            "a@",
            "@b.fr",
            "a@b",
            "a b@c.fr",
            "a@b..fr",
            "a@-b.fr",
            ".a@b.fr",
            "a..b@c.fr",
            "a@b.fr\r\nBcc: c@d.fr",
            "\"a\"@b.fr",
            "a@b.fr, c@d.fr",
            "a@b@c.fr",
            "<a@b.fr>",
        ] {
            assert_eq!(wrong.parse::<Email>(), Err(NoEmail), "{wrong}");
        }
        let long = format!("{}@b.fr", "a".repeat(65));
        assert_eq!(long.parse::<Email>(), Err(NoEmail));
    }
}
