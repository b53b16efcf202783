//! Who of a record's people can be reached: each says for themselves, field by field, and takes it back at any time (GDPR,
//! articles 6 and 7). Nothing of it is in a record, an export or a mirror.

use crate::Instant;
use crate::people::{Email, Standing};
use crate::policy::Reader;
use serde::{Deserialize, Serialize};

codes! {
    /// Who may see something of a person.
    #[derive(Default)]
    ContactAudience {
        /// The people of their own records, as before.
        #[default]
        Nobody = "nobody",
        /// Whoever has an accepted membership.
        Members = "members",
        /// Anybody.
        Public = "public",
    }
}

impl ContactAudience {
    /// Whether that reader is one of them.
    #[must_use]
    pub const fn includes(self, reader: Reader) -> bool {
        match (self, reader) {
            (Self::Nobody, _) | (Self::Members, Reader::Visitor) => false,
            (Self::Public, _) | (Self::Members, Reader::Member) => true,
        }
    }
}

/// Who may see what of a person beside the records they belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactConsent {
    /// Their name.
    pub name: ContactAudience,
    /// What they do.
    pub function: ContactAudience,
    /// Their address.
    pub email: ContactAudience,
}

/// A consent, and since when it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactConsentKept {
    /// Who may see what.
    pub consent: ContactConsent,
    /// When it was said.
    pub given_at: Instant,
}

/// Somebody of a record, as far as they let the reader see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// Their name.
    pub name: Option<String>,
    /// What they do.
    pub function: Option<String>,
    /// Elected or staff.
    pub standing: Standing,
    /// Where to write to them.
    pub email: Option<Email>,
}

impl Contact {
    /// Whether there is anything to see.
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        self.name.is_some() || self.function.is_some() || self.email.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_shown_further_than_they_said() {
        use ContactAudience::{Members, Nobody, Public};
        let seen = |audience: ContactAudience| {
            [Reader::Visitor, Reader::Member].map(|reader| audience.includes(reader))
        };
        assert_eq!(
            [Nobody, Members, Public].map(seen),
            [[false, false], [false, true], [true, true]]
        );
        assert_eq!(ContactConsent::default().email, Nobody);
    }
}
