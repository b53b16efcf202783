//! How the platform presents itself.

diesel::table! {
    platform (id) {
        id -> Integer,
        version -> BigInt,
        said -> Text,
    }
}
