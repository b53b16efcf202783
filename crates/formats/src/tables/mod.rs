//! For each resource, what a row reads of a record and which columns it shows. CSV and the properties of GeoJSON are
//! written from the same columns.

mod actors;
mod collectivities;
mod countries;
mod dac_sectors;
mod events;
mod external_initiatives;
mod news;
mod partner_authorities;
mod parts;
mod projects;
mod resources;
mod sdgs;
mod thematic_groups;
mod themes;

use crate::cell::Cell;
use crate::csv::Csv;
use crate::geojson::GeoJson;
use crate::{Dialect, Export, Site};
use aect_types::Resource;
use aect_types::geo::Position;
use aect_words::exports::Column;
use serde::Deserialize;

/// A resource as a table.
pub(crate) trait Table: 'static {
    /// What is read of a record.
    type Row<'a>: Deserialize<'a>;
    /// The columns, in order.
    const COLUMNS: &'static [(Column, CellOf<Self>)];
    /// The identifier of a record.
    fn id<'r>(row: &'r Self::Row<'_>) -> &'r str;
    /// The points at which a record is shown on a map.
    fn points(row: &Self::Row<'_>) -> Vec<Position>;
}

/// What a column shows of a row.
pub(crate) type CellOf<T> = for<'r, 'a> fn(&'r <T as Table>::Row<'a>, &'r Site) -> Cell<'r>;

/// The CSV writer of a resource.
pub(crate) fn csv(resource: Resource, dialect: Dialect, site: &Site) -> Box<dyn Export> {
    match resource {
        Resource::Collectivities => Box::new(Csv::<collectivities::Collectivities>::new(dialect, site)),
        Resource::Actors => Box::new(Csv::<actors::Actors>::new(dialect, site)),
        Resource::PartnerAuthorities => {
            Box::new(Csv::<partner_authorities::PartnerAuthorities>::new(dialect, site))
        }
        Resource::Projects => Box::new(Csv::<projects::Projects>::new(dialect, site)),
        Resource::Events => Box::new(Csv::<events::Events>::new(dialect, site)),
        Resource::News => Box::new(Csv::<news::News>::new(dialect, site)),
        Resource::ThematicGroups => Box::new(Csv::<thematic_groups::ThematicGroups>::new(dialect, site)),
        Resource::Resources => Box::new(Csv::<resources::Resources>::new(dialect, site)),
        Resource::ExternalInitiatives => Box::new(Csv::<external_initiatives::ExternalInitiatives>::new(
            dialect, site,
        )),
        Resource::Themes => Box::new(Csv::<themes::Themes>::new(dialect, site)),
        Resource::Countries => Box::new(Csv::<countries::Countries>::new(dialect, site)),
        Resource::Sdgs => Box::new(Csv::<sdgs::Sdgs>::new(dialect, site)),
        Resource::DacSectors => Box::new(Csv::<dac_sectors::DacSectors>::new(dialect, site)),
    }
}

/// The GeoJSON writer of a resource; one without places gives features without geometry.
pub(crate) fn geojson(resource: Resource, site: &Site) -> Box<dyn Export> {
    match resource {
        Resource::Collectivities => Box::new(GeoJson::<collectivities::Collectivities>::new(site)),
        Resource::Actors => Box::new(GeoJson::<actors::Actors>::new(site)),
        Resource::PartnerAuthorities => {
            Box::new(GeoJson::<partner_authorities::PartnerAuthorities>::new(site))
        }
        Resource::Projects => Box::new(GeoJson::<projects::Projects>::new(site)),
        Resource::Events => Box::new(GeoJson::<events::Events>::new(site)),
        Resource::News => Box::new(GeoJson::<news::News>::new(site)),
        Resource::ThematicGroups => Box::new(GeoJson::<thematic_groups::ThematicGroups>::new(site)),
        Resource::Resources => Box::new(GeoJson::<resources::Resources>::new(site)),
        Resource::ExternalInitiatives => {
            Box::new(GeoJson::<external_initiatives::ExternalInitiatives>::new(site))
        }
        Resource::Themes => Box::new(GeoJson::<themes::Themes>::new(site)),
        Resource::Countries => Box::new(GeoJson::<countries::Countries>::new(site)),
        Resource::Sdgs => Box::new(GeoJson::<sdgs::Sdgs>::new(site)),
        Resource::DacSectors => Box::new(GeoJson::<dac_sectors::DacSectors>::new(site)),
    }
}

/// Writes a table: the fields read of a record besides those that every record has, the columns besides those that
/// every table has, and the points of a row.
macro_rules! table {
    (
        $table:ident, $row:ident;
        reads { $($field:ident: $ty:ty,)* }
        columns { $($column:ident: |$r:ident| $cell:expr,)* }
        points |$p:ident| $points:expr;
    ) => {
        pub(crate) struct $table;

        #[derive(serde::Deserialize)]
        #[serde(bound(deserialize = "'de: 'a"))]
        pub(crate) struct $row<'a> {
            id: $crate::text::Text<'a>,
            slug: $crate::text::Text<'a>,
            updated_at: $crate::text::Text<'a>,
            confirmed_at: Option<$crate::text::Text<'a>>,
            provenance: $crate::tables::parts::Provenance<'a>,
            $($field: $ty,)*
        }

        impl $crate::tables::Table for $table {
            type Row<'a> = $row<'a>;

            const COLUMNS: &'static [(aect_words::exports::Column, $crate::tables::CellOf<Self>)] = &[
                (aect_words::exports::Column::Id, |row, _| $crate::cell::Cell::Text(&row.id)),
                (aect_words::exports::Column::Slug, |row, _| $crate::cell::Cell::Text(&row.slug)),
                $((aect_words::exports::Column::$column, |$r, _| $cell),)*
                (aect_words::exports::Column::UpdatedAt, |row, _| $crate::cell::Cell::Moment(&row.updated_at)),
                (aect_words::exports::Column::ConfirmedAt, |row, _| $crate::cell::moment(row.confirmed_at.as_ref())),
                (aect_words::exports::Column::Source, |row, _| $crate::cell::optional(row.provenance.source.as_ref())),
                (aect_words::exports::Column::License, |row, _| $crate::cell::optional(row.provenance.license.as_ref())),
                (aect_words::exports::Column::Url, |row, site| {
                    $crate::cell::Cell::Made(site.record_url(aect_types::Resource::$table, &row.slug))
                }),
            ];

            fn id<'r>(row: &'r $row<'_>) -> &'r str {
                &row.id
            }

            fn points($p: &$row<'_>) -> Vec<aect_types::geo::Position> {
                $points
            }
        }
    };
}
use table;
