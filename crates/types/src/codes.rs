//! Closed lists of codes: one enum, one spelling (`snake_case`) on the wire, in the database and in addresses.

use thiserror::Error;

/// A word that is not in the list it was read for.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{value}` is not one of: {}", allowed.join(", "))]
pub struct UnknownCode {
    /// What was read.
    pub value: String,
    /// What would have been accepted.
    pub allowed: &'static [&'static str],
}

/// Defines a closed list: the enum, `ALL`, `CODES`, `as_str`, `FromStr`, `Display`, `Into<&str>` and serde with the same spelling.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every value, in the order in which people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code used on the wire, in the database and in addresses.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $crate::schemas::codes(Self::CODES)
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {}

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match value {
                    $($code => Ok(Self::$variant),)+
                    other => Err($crate::UnknownCode { value: other.to_owned(), allowed: Self::CODES }),
                }
            }
        }

        impl From<$name> for &'static str {
            fn from(value: $name) -> Self {
                value.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
