//! Tables that every kind of record shares.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    records (id) {
        id -> Uid,
        resource -> Text,
        slug -> Text,
        version -> BigInt,
        visibility -> Text,
        created_at -> Moment,
        updated_at -> Moment,
        confirmed_at -> Nullable<Moment>,
        source_kind -> Text,
        source -> Nullable<Text>,
        license -> Nullable<Text>,
        hidden_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    slugs (resource, slug) {
        resource -> Text,
        slug -> Text,
        record_id -> Uid,
        kind -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    external_ids (resource, scheme, external_id) {
        resource -> Text,
        scheme -> Text,
        external_id -> Text,
        record_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    documents (slug) {
        slug -> Text,
        title -> Text,
        issuer -> Nullable<Text>,
        nature -> Nullable<Text>,
        date -> Nullable<Text>,
        date_note -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    citations (record_id, rank) {
        record_id -> Uid,
        rank -> Integer,
        document_slug -> Text,
        quotation -> Nullable<Text>,
        stated_on -> Nullable<Text>,
        evidence -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    imports (name) {
        name -> Text,
        digest -> Text,
        finished_at -> Moment,
        added -> BigInt,
        changed -> BigInt,
        unchanged -> BigInt,
        refused -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    field_edits (record_id, field) {
        record_id -> Uid,
        field -> Text,
        author -> Text,
        edited_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    proposals (id) {
        id -> Uid,
        record_id -> Uid,
        field -> Text,
        proposed -> Json,
        author -> Text,
        created_at -> Moment,
        decided_at -> Nullable<Moment>,
        decision -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    journal (sequence) {
        sequence -> BigInt,
        at -> Moment,
        author -> Text,
        record_id -> Uid,
        operation -> Text,
        version -> BigInt,
        changes -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    renditions (record_id) {
        record_id -> Uid,
        resource -> Text,
        visibility -> Text,
        hidden -> Bool,
        version -> BigInt,
        position -> BigInt,
        summary -> Text,
        record -> Text,
        format -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Json, Moment, Uid};

    rendition_links (from_id, to_id) {
        from_id -> Uid,
        to_id -> Uid,
    }
}
