//! Organisations as a table.

use crate::cell::{Cell, code, optional};
use crate::text::Text;
use aect_types::actors::ActorKind;

super::table! {
    Actors, ActorRow;
    reads {
        kind: ActorKind,
        name: Text<'a>,
        acronym: Option<Text<'a>>,
        iati_organisation_type: Option<Text<'a>>,
        scope: Option<Text<'a>>,
        status_note: Option<Text<'a>>,
        description: Option<Text<'a>>,
        website: Option<Text<'a>>,
        to_confirm: bool,
    }
    columns {
        Kind: |row| code(row.kind),
        Name: |row| Cell::Text(&row.name),
        Acronym: |row| optional(row.acronym.as_ref()),
        IatiOrganisationType: |row| optional(row.iati_organisation_type.as_ref()),
        Scope: |row| optional(row.scope.as_ref()),
        StatusNote: |row| optional(row.status_note.as_ref()),
        Description: |row| optional(row.description.as_ref()),
        Website: |row| optional(row.website.as_ref()),
        ToConfirm: |row| Cell::Bool(row.to_confirm),
    }
    points |_row| Vec::new();
}
