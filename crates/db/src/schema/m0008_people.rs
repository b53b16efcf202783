//! Accounts, sessions, memberships, mail.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    users (id) {
        id -> Uid,
        email -> Text,
        name -> Text,
        function -> Nullable<Text>,
        standing -> Text,
        mandate_end -> Nullable<Text>,
        language -> Text,
        role -> Text,
        state -> Text,
        version -> BigInt,
        created_at -> Moment,
        seen_at -> Nullable<Moment>,
        notices -> Integer,
        mandate_asked_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    sessions (id) {
        id -> Uid,
        user_id -> Uid,
        way -> Text,
        second_factor -> Bool,
        agent -> Nullable<Text>,
        created_at -> Moment,
        used_at -> Moment,
        ended_at -> Nullable<Moment>,
        ended_because -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    refresh_tokens (digest) {
        digest -> Text,
        session_id -> Uid,
        issued_at -> Moment,
        expires_at -> Moment,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::Moment;

    signing_keys (kid) {
        kid -> Text,
        secret -> Text,
        public -> Text,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    sign_in_links (id) {
        id -> Uid,
        email -> Text,
        link_digest -> Text,
        browser_digest -> Text,
        code_digest -> Nullable<Text>,
        code_tries -> Integer,
        language -> Text,
        created_at -> Moment,
        expires_at -> Moment,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    memberships (id) {
        id -> Uid,
        user_id -> Uid,
        record_id -> Uid,
        state -> Text,
        role -> Nullable<Text>,
        way -> Text,
        message -> Nullable<Text>,
        reason -> Nullable<Text>,
        asked_at -> Moment,
        decided_at -> Nullable<Moment>,
        decided_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    mails (id) {
        id -> Uid,
        recipient -> Text,
        subject -> Text,
        text -> Text,
        html -> Text,
        created_at -> Moment,
        next_try_at -> Moment,
        tries -> Integer,
        sent_at -> Nullable<Moment>,
        failure -> Nullable<Text>,
        about_id -> Nullable<Uid>,
        decision_id -> Nullable<Uid>,
        failed_at -> Nullable<Moment>,
    }
}

diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(memberships -> users (user_id));
