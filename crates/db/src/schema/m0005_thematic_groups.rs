//! Groups of members at work.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_groups (id) {
        id -> Uid,
        name -> Text,
        kind -> Text,
        purpose -> Nullable<Text>,
        deliverable -> Nullable<Text>,
        next_date -> Nullable<Text>,
        elsewhere -> Json,
        join_policy -> Text,
        restricted_to -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_group_themes (group_id, theme_id) {
        group_id -> Uid,
        theme_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_group_countries (group_id, country_code) {
        group_id -> Uid,
        country_code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_group_members (group_id, collectivity_id) {
        group_id -> Uid,
        collectivity_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    thematic_group_animators (group_id, actor_id) {
        group_id -> Uid,
        actor_id -> Uid,
    }
}
