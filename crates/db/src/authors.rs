//! Those in whose name something is told, as tables hold them.

use crate::Result;
use crate::lookup::Lookup;
use crate::sql::Id;
use aect_types::authors::{Author, AuthorInput};

/// An author's two columns: a collectivity or an actor.
pub(crate) type Columns = (Option<Id>, Option<Id>);

/// Authors out of their columns.
pub(crate) fn read(rows: Vec<Columns>) -> Vec<AuthorInput> {
    let one = |(collectivity, actor): Columns| AuthorInput {
        collectivity: collectivity.map(|id| id.0),
        actor: actor.map(|id| id.0),
    };
    rows.into_iter().map(one).collect()
}

/// Those that may be named.
pub(crate) fn named(authors: &[AuthorInput], lookup: &mut Lookup<'_>) -> Result<Vec<Author>> {
    let mut found = Vec::with_capacity(authors.len());
    for author in authors {
        let collectivity = author
            .collectivity
            .map_or(Ok(None), |id| lookup.collectivity(id))?;
        let actor = author.actor.map_or(Ok(None), |id| lookup.actor(id))?;
        if collectivity.is_some() || actor.is_some() {
            found.push(Author { collectivity, actor });
        }
    }
    Ok(found)
}
