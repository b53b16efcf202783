//! What waits for animators, and what they decided.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    remarks (id) {
        id -> Uid,
        record_id -> Uid,
        kind -> Text,
        reason -> Nullable<Text>,
        message -> Nullable<Text>,
        proposal -> Nullable<Text>,
        email -> Nullable<Text>,
        language -> Text,
        author_id -> Nullable<Uid>,
        state -> Text,
        answer -> Nullable<Text>,
        created_at -> Moment,
        due_at -> Moment,
        told_at -> Nullable<Moment>,
        decided_at -> Nullable<Moment>,
        decided_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    first_looks (record_id) {
        record_id -> Uid,
        author_id -> Uid,
        wanted -> Nullable<Text>,
        state -> Text,
        answer -> Nullable<Text>,
        asked_at -> Moment,
        decided_at -> Nullable<Moment>,
        decided_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    decisions (id) {
        id -> Uid,
        kind -> Text,
        item_id -> Uid,
        act -> Text,
        before -> Text,
        decided_at -> Moment,
        decided_by -> Uid,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}
