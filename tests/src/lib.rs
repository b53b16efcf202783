//! The harness of the API tests: a real server in this process, over a database of its own, a test.
//!
//! [`both_engines!`] runs each test on SQLite and on PostgreSQL. The databases are copies of a template made once a
//! process and engine, which holds the small region of [`world`]; every call goes through the client crate.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a harness that cannot do its work fails the test"
)]

pub mod database;
pub mod inputs;
pub mod openid;
pub mod people;
pub mod raw;
pub mod server;
pub mod world;

pub use database::Engine;
pub use server::Server;
pub use world::World;

/// Makes each function a test on either engine, each over a server of its own:
/// `projects::sqlite::name` and `projects::postgresql::name`.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($server:ident: &Server) $body:block)+) => {
        $($(#[$meta])* async fn $name($server: &$crate::Server) $body)+

        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                let server = $crate::Server::start($crate::Engine::Sqlite).await;
                super::$name(&server).await;
                server.stop().await;
            })+
        }

        mod postgresql {
            $(#[tokio::test]
            async fn $name() {
                let server = $crate::Server::start($crate::Engine::Postgresql).await;
                super::$name(&server).await;
                server.stop().await;
            })+
        }
    };
}

/// Makes each function of an engine a test on either: `limits::sqlite::name` and `limits::postgresql::name`. For those
/// that start servers of their own.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name($crate::Engine::Sqlite).await;
            })+
        }
        mod postgresql {
            $(#[tokio::test]
            async fn $name() {
                super::$name($crate::Engine::Postgresql).await;
            })+
        }
    };
}
