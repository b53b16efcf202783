//! Collectivities that were asked to lead a project with its lead.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    co_leads (id) {
        id -> Uid,
        project_id -> Uid,
        collectivity_id -> Uid,
        state -> Text,
        message -> Nullable<Text>,
        answer -> Nullable<Text>,
        asked_at -> Moment,
        asked_by -> Nullable<Uid>,
        decided_at -> Nullable<Moment>,
        decided_by -> Nullable<Uid>,
    }
}
