//! Acts of authority.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    acts (id) {
        id -> Uid,
        at -> Moment,
        actor_id -> Nullable<Uid>,
        act -> Text,
        person_id -> Nullable<Uid>,
        record_id -> Nullable<Uid>,
        detail -> Nullable<Text>,
    }
}
