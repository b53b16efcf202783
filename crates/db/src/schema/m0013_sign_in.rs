//! Ways to sign in besides the link: another site, a password.

use super::users;

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    openid_identities (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        user_id -> Uid,
        linked_at -> Moment,
        used_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    openid_attempts (state_digest) {
        state_digest -> Text,
        browser_digest -> Text,
        nonce -> Text,
        verifier -> Text,
        back -> Nullable<Text>,
        language -> Text,
        user_id -> Nullable<Uid>,
        expires_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    passwords (user_id) {
        user_id -> Uid,
        hash -> Text,
        set_at -> Moment,
    }
}

diesel::joinable!(passwords -> users (user_id));
