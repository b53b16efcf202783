//! Other organisations, and local authorities abroad.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    actors (id) {
        id -> Uid,
        kind -> Text,
        name -> Text,
        acronym -> Nullable<Text>,
        iati_organisation_type -> Nullable<Text>,
        scope -> Nullable<Text>,
        status_note -> Nullable<Text>,
        description -> Nullable<Text>,
        website -> Nullable<Text>,
        to_confirm -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    partner_authorities (id) {
        id -> Uid,
        name -> Text,
        authority_type -> Nullable<Text>,
        country_code -> Text,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
        website -> Nullable<Text>,
        description -> Nullable<Text>,
        wikidata_id -> Nullable<Text>,
        to_confirm -> Bool,
    }
}
