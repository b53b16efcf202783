//! Local authorities of the region.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    collectivities (id) {
        id -> Uid,
        kind -> Text,
        name -> Text,
        full_name -> Text,
        siren -> Nullable<Text>,
        insee_code -> Nullable<Text>,
        population -> Nullable<Integer>,
        department_code -> Nullable<Text>,
        region_code -> Nullable<Text>,
        epci_id -> Nullable<Uid>,
        lon -> Nullable<Double>,
        lat -> Nullable<Double>,
        website -> Nullable<Text>,
        summary -> Nullable<Text>,
        engagement -> Text,
        member_since -> Nullable<Text>,
        service_name -> Nullable<Text>,
        service_attached_to -> Nullable<Text>,
        service_staff_fte -> Nullable<Double>,
        service_budget_min_cents -> Nullable<BigInt>,
        service_budget_max_cents -> Nullable<BigInt>,
        service_mandate -> Nullable<Text>,
        contact_mailbox -> Nullable<Text>,
        in_transition -> Bool,
        in_scope -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    collectivity_codes (collectivity_id, scheme, code) {
        collectivity_id -> Uid,
        scheme -> Text,
        code -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    interests (collectivity_id, rank) {
        collectivity_id -> Uid,
        rank -> Integer,
        theme_id -> Nullable<Uid>,
        country_code -> Nullable<Text>,
        level -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    service_notes (collectivity_id, year, document_slug) {
        collectivity_id -> Uid,
        year -> Integer,
        document_slug -> Text,
        name -> Nullable<Text>,
        attached_to -> Nullable<Text>,
        staff_min -> Nullable<Integer>,
        staff_max -> Nullable<Integer>,
        staff_fte -> Nullable<Double>,
        staff_note -> Nullable<Text>,
        budget_min_cents -> Nullable<BigInt>,
        budget_max_cents -> Nullable<BigInt>,
        budget_note -> Nullable<Text>,
        quotation -> Nullable<Text>,
        stated_on -> Nullable<Text>,
    }
}
