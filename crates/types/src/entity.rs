//! What every record has in common, and the macro that writes a record from one list of fields.

use crate::files::File;
use crate::provenance::Provenance;
use crate::{Instant, Resource, Slug};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

codes! {
    /// Who may see a record.
    #[derive(Default)]
    Visibility {
        /// Everybody, without an account.
        #[default]
        Public = "public",
        /// Users with an accepted membership, and animators.
        Members = "members",
        /// Its own editors.
        Draft = "draft",
    }
}

/// The fields that every record has, whatever it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// UUID version 7, for life.
    pub id: Uuid,
    /// Readable address, stable once published.
    pub slug: Slug,
    /// Number of writes so far; 1 when created.
    pub version: i64,
    /// Who may see it.
    pub visibility: Visibility,
    /// When it was entered here.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// When one of its owners last said that it is still true.
    pub confirmed_at: Option<Instant>,
    /// Who gave the data, under which licence, and what the documents say.
    pub provenance: Provenance,
    /// Its pictures and documents.
    pub files: Vec<File>,
    /// Its long texts as HTML, by field.
    pub html: BTreeMap<String, String>,
}

/// What list, search, cache and client need to know of any record.
pub trait Record: Serialize + for<'de> Deserialize<'de> {
    /// Where it lives in the API.
    const RESOURCE: Resource;
    /// What a list shows of it.
    type Summary: Serialize + for<'de> Deserialize<'de> + Clone + Send + Sync + 'static;

    /// UUID version 7.
    fn id(&self) -> Uuid;
    /// Readable address.
    fn slug(&self) -> &Slug;
    /// Number of writes.
    fn version(&self) -> i64;
    /// Who may see it.
    fn visibility(&self) -> Visibility;
    /// Last change.
    fn updated_at(&self) -> Instant;
    /// The line that a list shows.
    fn summarise(&self) -> Self::Summary;
}

/// Writes the two faces of a record from one list of fields: `…Input`, what a person, an import or a partner
/// gives (references by identifier), and the record itself, what a reader gets (references with their names,
/// and fields that the server computes). `compose` goes from one to the other.
macro_rules! entity {
    (
        $(#[$meta:meta])*
        $name:ident, $input:ident, $refs:ident, $resource:ident, $summary:ident;
        fields { $($(#[$fmeta:meta])* $field:ident: $ty:ty),* $(,)? }
        references { $($(#[$rmeta:meta])* $rfield:ident: $rin:ty => $rout:ty),* $(,)? }
        computed { $($(#[$cmeta:meta])* $cfield:ident: $cty:ty),* $(,)? }
    ) => {
        #[doc = concat!("What is given to write a [`", stringify!($name), "`].")]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $input {
            $($(#[$fmeta])* pub $field: $ty,)*
            $($(#[$rmeta])* pub $rfield: $rin,)*
        }

        #[doc = concat!("The references and computed fields of a [`", stringify!($name), "`], looked up.")]
        #[derive(Clone, Debug, PartialEq)]
        pub struct $refs {
            $($(#[$rmeta])* pub $rfield: $rout,)*
            $($(#[$cmeta])* pub $cfield: $cty,)*
        }

        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name {
            /// Stable identifier, UUID version 7 (RFC 9562).
            pub id: uuid::Uuid,
            /// Readable address within the resource; former ones redirect.
            pub slug: $crate::Slug,
            /// Number of writes so far.
            pub version: i64,
            /// Who may see the record.
            pub visibility: $crate::Visibility,
            /// When it was entered here.
            pub created_at: $crate::Instant,
            /// When it last changed.
            pub updated_at: $crate::Instant,
            /// When one of its owners last said that it is still true; null: never.
            pub confirmed_at: Option<$crate::Instant>,
            /// Who gave the data, under which licence, and what the documents say.
            pub provenance: $crate::provenance::Provenance,
            /// Its pictures and documents, in order.
            #[serde(default)]
            #[cfg_attr(feature = "openapi", schema(required))]
            pub files: Vec<$crate::files::File>,
            /// Its long texts, which are written in Markdown, as HTML that is safe to show; by field.
            #[serde(default)]
            #[cfg_attr(feature = "openapi", schema(required))]
            pub html: std::collections::BTreeMap<String, String>,
            $($(#[$fmeta])* pub $field: $ty,)*
            $($(#[$rmeta])* pub $rfield: $rout,)*
            $($(#[$cmeta])* pub $cfield: $cty,)*
        }

        impl $name {
            /// The record as a reader gets it.
            #[must_use]
            pub fn compose(meta: $crate::Meta, input: $input, refs: $refs) -> Self {
                let $refs { $($rfield,)* $($cfield,)* } = refs;
                Self {
                    id: meta.id,
                    slug: meta.slug,
                    version: meta.version,
                    visibility: meta.visibility,
                    created_at: meta.created_at,
                    updated_at: meta.updated_at,
                    confirmed_at: meta.confirmed_at,
                    provenance: meta.provenance,
                    files: meta.files,
                    html: meta.html,
                    $($field: input.$field,)*
                    $($rfield,)*
                    $($cfield,)*
                }
            }
        }

        impl $crate::Record for $name {
            const RESOURCE: $crate::Resource = $crate::Resource::$resource;
            type Summary = $summary;
            fn id(&self) -> uuid::Uuid { self.id }
            fn slug(&self) -> &$crate::Slug { &self.slug }
            fn version(&self) -> i64 { self.version }
            fn visibility(&self) -> $crate::Visibility { self.visibility }
            fn updated_at(&self) -> $crate::Instant { self.updated_at }
            fn summarise(&self) -> Self::Summary { $summary::from(self) }
        }
    };
}
