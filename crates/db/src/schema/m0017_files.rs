//! Pictures and documents of records.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    files (id) {
        id -> Uid,
        record_id -> Uid,
        role -> Text,
        media_type -> Text,
        name -> Text,
        title -> Nullable<Text>,
        alt -> Nullable<Text>,
        bytes -> BigInt,
        width -> Nullable<Integer>,
        height -> Nullable<Integer>,
        rank -> Integer,
        removed_at -> Nullable<Moment>,
    }
}
