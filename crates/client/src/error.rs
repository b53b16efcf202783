//! What can go wrong between a caller and the API.

use crate::reading;
use aect_types::Problem;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// The result of a call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call has no answer. Cheap to clone: a page keeps it to show it.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum Error {
    /// The address of the site cannot be used.
    #[error("`{address}` is not the absolute address of a site: {reason}")]
    Address {
        /// What was given.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The server could not be reached, or went away.
    #[error("the server cannot be reached: {0}")]
    Network(String),
    /// The server did not answer in time.
    #[error("the server did not answer in time")]
    Timeout,
    /// The server says no, and why.
    #[error("{}: {}", .0.title, .0.detail)]
    Problem(Box<Problem>),
    /// The record has changed since it was read: the problem document, with the present record in it.
    #[error("the record has changed since it was read")]
    Stale(String),
    /// The answer is not what the API promises: a server of another version, or something between us and it.
    #[error("the answer of {address} cannot be read: {reason}")]
    Unreadable {
        /// What was asked.
        address: String,
        /// What is wrong with the answer.
        reason: String,
    },
}

impl Error {
    /// The status of the problem, where the server answered with one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Problem(problem) => Some(problem.status),
            Self::Stale(_) => Some(412),
            _ => None,
        }
    }

    /// The record as it is now, where it has changed since it was read.
    #[must_use]
    pub fn present<T: DeserializeOwned>(&self) -> Option<T> {
        #[derive(Deserialize)]
        struct Stale<T> {
            present: T,
        }
        match self {
            Self::Stale(body) => reading::read::<Stale<T>>(body.as_bytes())
                .ok()
                .map(|stale| stale.present),
            _ => None,
        }
    }

    /// Whether there is nothing at that address (any more).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Whether trying again later may help.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Network(_) | Self::Timeout => true,
            _ => matches!(self.status(), Some(408 | 429 | 503)),
        }
    }
}
