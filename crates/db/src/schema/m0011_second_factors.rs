//! Second factors and recovery codes.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    second_factors (user_id) {
        user_id -> Uid,
        secret -> Text,
        confirmed_at -> Nullable<Moment>,
        last_step -> Nullable<BigInt>,
        tries -> Integer,
        wait_until -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    recovery_codes (digest) {
        digest -> Text,
        user_id -> Uid,
        used_at -> Nullable<Moment>,
    }
}
