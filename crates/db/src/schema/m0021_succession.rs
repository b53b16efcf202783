//! Places that nobody fills any more, and pairs of records that may be one.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    successions (record_id) {
        record_id -> Uid,
        places -> Text,
        because -> Text,
        opened_at -> Moment,
        told_at -> Nullable<Moment>,
        marked -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    likely_duplicates (id) {
        id -> Uid,
        one_id -> Uid,
        other_id -> Uid,
        alike -> Text,
        state -> Text,
        found_at -> Moment,
        decided_at -> Nullable<Moment>,
        decided_by -> Nullable<Uid>,
    }
}

diesel::table! {
    duplicate_scans (resource) {
        resource -> Text,
        position -> BigInt,
    }
}
