//! News.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news (id) {
        id -> Uid,
        title -> Text,
        summary -> Nullable<Text>,
        description -> Nullable<Text>,
        published_on -> Text,
        useful_until -> Nullable<Text>,
        links -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news_authors (news_id, rank) {
        news_id -> Uid,
        rank -> Integer,
        collectivity_id -> Nullable<Uid>,
        actor_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news_themes (news_id, theme_id) {
        news_id -> Uid,
        theme_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news_countries (news_id, country_code) {
        news_id -> Uid,
        country_code -> Text,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news_projects (news_id, project_id) {
        news_id -> Uid,
        project_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    news_events (news_id, event_id) {
        news_id -> Uid,
        event_id -> Uid,
        rank -> Integer,
    }
}
