//! Local authorities abroad as a table.

use crate::cell::{Cell, latitude, longitude, optional};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::geo::Position;

super::table! {
    PartnerAuthorities, PartnerAuthorityRow;
    reads {
        name: Text<'a>,
        authority_type: Option<Text<'a>>,
        country: CountryCode,
        position: Option<Position>,
        website: Option<Text<'a>>,
        description: Option<Text<'a>>,
        wikidata_id: Option<Text<'a>>,
        to_confirm: bool,
    }
    columns {
        Name: |row| Cell::Text(&row.name),
        AuthorityType: |row| optional(row.authority_type.as_ref()),
        Country: |row| Cell::Country(&row.country),
        Longitude: |row| longitude(row.position),
        Latitude: |row| latitude(row.position),
        Website: |row| optional(row.website.as_ref()),
        Description: |row| optional(row.description.as_ref()),
        WikidataId: |row| optional(row.wikidata_id.as_ref()),
        ToConfirm: |row| Cell::Bool(row.to_confirm),
    }
    points |row| row.position.into_iter().collect();
}
