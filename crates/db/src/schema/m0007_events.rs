//! The shared agenda.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    events (id) {
        id -> Uid,
        title -> Text,
        description -> Nullable<Text>,
        kind -> Text,
        status -> Text,
        time -> Json,
        starts_at -> Moment,
        ends_at -> Nullable<Moment>,
        sequence -> Integer,
        recurrence -> Nullable<Text>,
        recurrence_exceptions -> Json,
        venue -> Json,
        online -> Bool,
        call_for_co_hosts -> Bool,
        audience -> Json,
        audience_note -> Nullable<Text>,
        programme -> Json,
        registration -> Json,
        report -> Nullable<Text>,
        documents -> Json,
        attendance -> Json,
        mission -> Json,
        remarks -> Json,
        group_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    event_organisations (event_id, rank) {
        event_id -> Uid,
        rank -> Integer,
        collectivity_id -> Nullable<Uid>,
        actor_id -> Nullable<Uid>,
        role -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    event_themes (event_id, theme_id) {
        event_id -> Uid,
        theme_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    event_countries (event_id, country_code) {
        event_id -> Uid,
        country_code -> Text,
        rank -> Integer,
    }
}
