//! The library, and what other networks run.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    resources (id) {
        id -> Uid,
        title -> Text,
        summary -> Nullable<Text>,
        description -> Nullable<Text>,
        kind -> Text,
        link -> Nullable<Text>,
        published_on -> Nullable<Text>,
        language -> Nullable<Text>,
        audience -> Json,
        publisher_name -> Nullable<Text>,
        reviewed_on -> Nullable<Text>,
        review_due_on -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    resource_publishers (resource_id, rank) {
        resource_id -> Uid,
        rank -> Integer,
        collectivity_id -> Nullable<Uid>,
        actor_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    resource_themes (resource_id, theme_id) {
        resource_id -> Uid,
        theme_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    resource_countries (resource_id, country_code) {
        resource_id -> Uid,
        country_code -> Text,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    external_initiatives (id) {
        id -> Uid,
        name -> Text,
        summary -> Nullable<Text>,
        kind -> Text,
        status -> Text,
        website -> Nullable<Text>,
        run_by_name -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    initiative_actors (initiative_id, actor_id) {
        initiative_id -> Uid,
        actor_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    initiative_themes (initiative_id, theme_id) {
        initiative_id -> Uid,
        theme_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    initiative_countries (initiative_id, country_code) {
        initiative_id -> Uid,
        country_code -> Text,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_group_initiatives (group_id, initiative_id) {
        group_id -> Uid,
        initiative_id -> Uid,
        rank -> Integer,
    }
}
