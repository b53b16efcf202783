//! Countries, goals, sectors and themes.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    countries (id) {
        id -> Uid,
        code -> Text,
        iso3 -> Text,
        iso_numeric -> Nullable<Text>,
        name_fr -> Text,
        name_en -> Text,
        continent -> Text,
        capital -> Nullable<Text>,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    sdgs (id) {
        id -> Uid,
        number -> SmallInt,
        name_fr -> Text,
        name_en -> Text,
        title_fr -> Text,
        title_en -> Text,
        color -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    dac_sectors (id) {
        id -> Uid,
        code -> Text,
        name_fr -> Text,
        name_en -> Text,
        active -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    themes (id) {
        id -> Uid,
        kind -> Text,
        name_fr -> Text,
        name_en -> Text,
        description -> Nullable<Text>,
        origin -> Nullable<Text>,
        rank -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    theme_sdgs (theme_id, number) {
        theme_id -> Uid,
        number -> SmallInt,
    }
}
