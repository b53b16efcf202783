//! Accounts and what belongs to them. Not records: what names a person is in these tables only, and no part of the
//! journal.

pub mod claims;
pub mod keys;
pub mod links;
pub mod mails;
pub mod memberships;
pub mod openid;
pub mod passwords;
pub mod personal;
pub mod retention;
pub mod second_factors;
pub mod sessions;
pub mod team;
pub mod users;
