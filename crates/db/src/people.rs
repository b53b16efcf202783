//! Accounts and what belongs to them. Not records: what names a person is in these tables only, and no part of the
//! journal.

pub mod audit;
pub mod claims;
pub mod co_leads;
pub mod contacts;
pub mod decisions;
pub mod hand_over;
pub mod keys;
pub mod links;
pub mod looks;
pub mod mails;
pub mod memberships;
pub mod moderation;
pub mod openid;
pub mod passwords;
pub mod personal;
pub mod remarks;
pub mod retention;
pub mod second_factors;
pub mod sessions;
pub mod settings;
pub mod successions;
pub mod team;
pub mod users;
