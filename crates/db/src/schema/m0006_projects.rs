//! Cooperations, twinnings and other actions.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    projects (id) {
        id -> Uid,
        title -> Text,
        summary -> Nullable<Text>,
        description -> Nullable<Text>,
        kind -> Text,
        status -> Text,
        status_note -> Nullable<Text>,
        to_confirm -> Bool,
        lead_id -> Nullable<Uid>,
        lead_name -> Nullable<Text>,
        parent_id -> Nullable<Uid>,
        area -> Nullable<Text>,
        start_date -> Nullable<Text>,
        start_note -> Nullable<Text>,
        end_date -> Nullable<Text>,
        budget_min_cents -> Nullable<BigInt>,
        budget_max_cents -> Nullable<BigInt>,
        budget_note -> Nullable<Text>,
        looking_for -> Json,
        looking_for_note -> Nullable<Text>,
        brings_home -> Nullable<Text>,
        results -> Nullable<Text>,
        beneficiaries -> Nullable<Text>,
        other_participants -> Json,
        links -> Json,
        documents -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_collectivities (project_id, collectivity_id) {
        project_id -> Uid,
        collectivity_id -> Uid,
        rank -> Integer,
        role -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_actors (project_id, actor_id, role) {
        project_id -> Uid,
        actor_id -> Uid,
        role -> Text,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_partner_authorities (project_id, partner_authority_id) {
        project_id -> Uid,
        partner_authority_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_countries (project_id, country_code) {
        project_id -> Uid,
        country_code -> Text,
        rank -> Integer,
        share_percent -> Nullable<SmallInt>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_places (project_id, rank) {
        project_id -> Uid,
        rank -> Integer,
        name -> Text,
        country_code -> Nullable<Text>,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
        exactness -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_themes (project_id, theme_id) {
        project_id -> Uid,
        theme_id -> Uid,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_sdgs (project_id, number) {
        project_id -> Uid,
        number -> SmallInt,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_dac_sectors (project_id, code) {
        project_id -> Uid,
        code -> Text,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    project_funding_lines (project_id, rank) {
        project_id -> Uid,
        rank -> Integer,
        funder_id -> Nullable<Uid>,
        funder_name -> Nullable<Text>,
        scheme -> Nullable<Text>,
        amount_cents -> Nullable<BigInt>,
        year -> Nullable<Integer>,
        state -> Text,
    }
}
