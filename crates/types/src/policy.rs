//! Who may do what, decided in one place for the server and the pages alike.

use crate::Visibility;

/// Who reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reader {
    /// Anybody, and every account without an accepted membership.
    #[default]
    Visitor,
    /// A user with an accepted membership, or an animator.
    Member,
}

impl Reader {
    /// The visibilities that this reader finds in lists, counts, feeds, exports and search. Drafts are in none of
    /// them: their own editors reach them by their address.
    #[must_use]
    pub const fn sees(self) -> &'static [Visibility] {
        match self {
            Self::Visitor => &[Visibility::Public],
            Self::Member => &[Visibility::Public, Visibility::Members],
        }
    }
}
