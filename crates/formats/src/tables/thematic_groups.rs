//! Groups as a table.

use super::parts::{Link, Named, ThemeName, links, named, themes};
use crate::cell::{Cell, code, codes, optional};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::collectivities::CollectivityKind;
use aect_types::thematic_groups::{GroupKind, JoinPolicy};

super::table! {
    ThematicGroups, ThematicGroupRow;
    reads {
        name: Text<'a>,
        kind: GroupKind,
        purpose: Option<Text<'a>>,
        deliverable: Option<Text<'a>>,
        next_date: Option<Text<'a>>,
        elsewhere: Vec<Link<'a>>,
        join_policy: JoinPolicy,
        restricted_to: Vec<CollectivityKind>,
        countries: Vec<CountryCode>,
        themes: Vec<ThemeName<'a>>,
        members: Vec<Named<'a>>,
        animators: Vec<Named<'a>>,
        initiatives: Vec<Named<'a>>,
    }
    columns {
        Name: |row| Cell::Text(&row.name),
        Kind: |row| code(row.kind),
        Purpose: |row| optional(row.purpose.as_ref()),
        Deliverable: |row| optional(row.deliverable.as_ref()),
        NextDate: |row| optional(row.next_date.as_ref()),
        Themes: |row| themes(&row.themes),
        Countries: |row| Cell::Countries(row.countries.iter().collect()),
        Animators: |row| named(&row.animators),
        Members: |row| named(&row.members),
        JoinPolicy: |row| code(row.join_policy),
        RestrictedTo: |row| codes(&row.restricted_to),
        Initiatives: |row| named(&row.initiatives),
        Elsewhere: |row| links(&row.elsewhere),
    }
    points |_row| Vec::new();
}
