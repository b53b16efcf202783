//! How people come to belong without being decided on.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    membership_domains (domain) {
        domain -> Text,
        record_id -> Uid,
        attached_at -> Moment,
        attached_by -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    visit_codes (digest) {
        digest -> Text,
        record_id -> Uid,
        role -> Text,
        made_at -> Moment,
        made_by -> Uid,
        expires_at -> Moment,
        used_at -> Nullable<Moment>,
    }
}
