//! What each resource is called and how its lists can be filtered, sorted, counted and read.
//!
//! One table for the server (which parameters exist), the OpenAPI document (how they are described), the client
//! and the pages: a filter that is not here exists nowhere.

mod lists;

use crate::query::{Sort, Sorting};

codes! {
    /// Every kind of record that has an address of its own.
    Resource {
        /// Local authorities of the region.
        Collectivities = "collectivities",
        /// Other organisations.
        Actors = "actors",
        /// Local authorities abroad.
        PartnerAuthorities = "partner-authorities",
        /// Cooperations, twinnings and other actions.
        Projects = "projects",
        /// The shared agenda.
        Events = "events",
        /// What members and the network tell.
        News = "news",
        /// Groups of members at work.
        ThematicGroups = "thematic-groups",
        /// The library: guides, models, legal notes.
        Resources = "resources",
        /// What other networks run.
        ExternalInitiatives = "external-initiatives",
        /// The shared list of themes.
        Themes = "themes",
        /// Countries and territories.
        Countries = "countries",
        /// Sustainable Development Goals.
        Sdgs = "sdgs",
        /// OECD DAC sectors, three digits.
        DacSectors = "dac-sectors",
    }
}

codes! {
    /// How a list or record is written.
    Format {
        /// JSON.
        Json = "json",
        /// GeoJSON (RFC 7946).
        GeoJson = "geojson",
        /// CSV (RFC 4180).
        Csv = "csv",
        /// One JSON record a line.
        Ndjson = "ndjson",
        /// iCalendar (RFC 5545).
        Ics = "ics",
    }
}

impl Format {
    /// The media type, with its charset where one is needed.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::GeoJson => "application/geo+json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Ndjson => "application/x-ndjson",
            Self::Ics => "text/calendar; charset=utf-8",
        }
    }
}

/// A filter of a list: a query parameter, repeatable (OR).
#[derive(Clone, Copy, Debug)]
pub struct Filter {
    /// The parameter, and the facet of the same name.
    pub name: &'static str,
    /// What values it takes.
    pub kind: FilterKind,
    /// What it keeps, one sentence for the documentation.
    pub doc: &'static str,
    /// Whether `facets=` may name it.
    pub facet: bool,
}

/// What values a filter takes.
#[derive(Clone, Copy, Debug)]
pub enum FilterKind {
    /// One of a closed list.
    Code(&'static [&'static str]),
    /// The slug of a record of that resource.
    Slug(Resource),
    /// ISO 3166-1 alpha-2.
    Country,
    /// INSEE code of a department: `16`, `2A`.
    Department,
    /// A year.
    Year,
    /// A number between two bounds.
    Number(u32, u32),
    /// `true` or `false`.
    Bool,
}

/// What a list can do.
#[derive(Debug)]
pub struct Spec {
    /// The filters, besides those that every list has.
    pub filters: &'static [Filter],
    /// The values of `sort`; the first is the default without `q`.
    pub sorts: &'static [Sorting],
    /// The suffixes, besides `.json`.
    pub formats: &'static [Format],
    /// Whether `bbox`, `near` and `radius_km` apply.
    pub located: bool,
    /// Whether `from` and `to` apply.
    pub dated: bool,
}

impl Resource {
    /// What its list can do.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        match self {
            Self::Collectivities => &lists::COLLECTIVITIES,
            Self::Actors => &lists::ACTORS,
            Self::PartnerAuthorities => &lists::PARTNER_AUTHORITIES,
            Self::Projects => &lists::PROJECTS,
            Self::Events => &lists::EVENTS,
            Self::News => &lists::NEWS,
            Self::ThematicGroups => &lists::THEMATIC_GROUPS,
            Self::Resources => &lists::RESOURCES,
            Self::ExternalInitiatives => &lists::EXTERNAL_INITIATIVES,
            Self::Themes => &lists::THEMES,
            Self::Countries => &lists::COUNTRIES,
            Self::Sdgs | Self::DacSectors => &lists::CODE_LISTS,
        }
    }
}

impl Spec {
    /// The filter of that name.
    #[must_use]
    pub fn filter(&self, name: &str) -> Option<&'static Filter> {
        self.filters.iter().find(|filter| filter.name == name)
    }

    /// The order without `sort` and `q`: the first of `sorts`; by last change or day, the newest first.
    #[must_use]
    pub fn default_sort(&self) -> Sort {
        let by = self.sorts.first().copied().unwrap_or(Sorting::Name);
        Sort {
            by,
            descending: matches!(by, Sorting::UpdatedAt | Sorting::PublishedOn),
        }
    }
}
