//! Who lets whom see what of them.

diesel::table! {
    use diesel::sql_types::*;
    use crate::sql::{Moment, Uid};

    contact_consents (user_id) {
        user_id -> Uid,
        name -> Text,
        function -> Text,
        email -> Text,
        given_at -> Moment,
    }
}
