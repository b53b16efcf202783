//! Everything that speaks SQL, on SQLite and PostgreSQL: the tables, the journal, the imports. It knows no HTTP.

mod db;
mod error;
pub mod reference;
pub mod renditions;

pub use db::{Conn, Db, Options};
pub use error::{Error, Result};
