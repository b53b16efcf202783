//! Requests that may come twice.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    idempotency_keys (user_id, key) {
        user_id -> Uid,
        key -> Text,
        digest -> Text,
        status -> Integer,
        location -> Nullable<Text>,
        etag -> Nullable<Text>,
        position -> Nullable<BigInt>,
        body -> Text,
        created_at -> Moment,
    }
}
