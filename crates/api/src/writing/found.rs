//! The record at an address, as those find it who may write it.

use super::with_given;
use crate::error::{Error, Result};
use crate::state::State;
use aect_db::renditions::{self, Rendition};
use aect_db::{Conn, Stored};
use aect_types::given::Given;
use aect_types::policy::Caller;
use aect_types::problem::ProblemKind;
use aect_types::{Record as _, Resource};

/// A record as one who writes it finds it.
pub(super) struct Found<S> {
    pub(super) rendition: Rendition,
    pub(super) present: S,
}

impl<S> Found<S> {
    /// The record, where it is not deleted: what is gone is brought back first.
    pub(super) fn shown(self) -> Result<Self> {
        if self.rendition.hidden {
            return Err(ProblemKind::NotFound.into());
        }
        Ok(self)
    }
}

/// Finds a record that the caller may change; 404 where they may not even read it.
pub(super) async fn find<S>(state: &State, caller: &Caller, key: String) -> Result<Found<S>>
where
    S: Stored + Given + Send + 'static,
{
    let found = state
        .read(move |conn: &mut Conn| {
            let Some(rendition) = renditions::any(conn, S::Record::RESOURCE, &key)? else {
                return Ok(None);
            };
            let present = S::load(conn, rendition.id)?;
            Ok(Some(Found { rendition, present }))
        })
        .await?;
    let found: Found<S> = found.ok_or(ProblemKind::NotFound)?;
    let (rendition, present) = (&found.rendition, &found.present);
    let changes = present.is_changed_by(caller, rendition.id);
    // A deleted record is there only for those who may bring it back.
    let gone = rendition.hidden && !present.is_deleted_by(caller, rendition.id);
    if gone || !caller.may_read(rendition.visibility, changes) {
        return Err(ProblemKind::NotFound.into());
    }
    if !changes {
        return Err(ProblemKind::Forbidden.into());
    }
    Ok(found)
}

/// The record at `key` where the caller may change it, and so read it as a draft; `None` in every other case.
pub(crate) async fn own(
    state: &State,
    caller: &Caller,
    resource: Resource,
    key: String,
) -> Result<Option<Rendition>> {
    match with_given!(resource, return Ok(None), rendition_of(state, caller, key).await) {
        Ok(rendition) => Ok(Some(rendition)),
        Err(Error {
            kind: ProblemKind::NotFound | ProblemKind::Forbidden,
            ..
        }) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn rendition_of<S>(state: &State, caller: &Caller, key: String) -> Result<Rendition>
where
    S: Stored + Given + Send + 'static,
{
    Ok(find::<S>(state, caller, key).await?.shown()?.rendition)
}
