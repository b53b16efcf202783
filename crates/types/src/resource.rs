//! What each resource is called and how its lists can be filtered, sorted, counted and read.
//!
//! One table for the server (which parameters exist), the OpenAPI document (how they are described), the client
//! and the pages: a filter that is not here exists nowhere.

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

const fn filter(name: &'static str, kind: FilterKind, doc: &'static str) -> Filter {
    Filter {
        name,
        kind,
        doc: documented(doc),
        facet: true,
    }
}

const fn unfaceted(name: &'static str, kind: FilterKind, doc: &'static str) -> Filter {
    Filter {
        name,
        kind,
        doc: documented(doc),
        facet: false,
    }
}

/// The documentation is the server's: the WASM leaves it out.
const fn documented(doc: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { doc }
}

const THEME: Filter = filter(
    "theme",
    FilterKind::Slug(Resource::Themes),
    "Keeps records with one of these themes (slug).",
);
const COUNTRY: Filter = filter(
    "country",
    FilterKind::Country,
    "Keeps records that concern one of these countries (ISO 3166-1 alpha-2).",
);
const DEPARTMENT: Filter = filter(
    "department",
    FilterKind::Department,
    "Keeps records of collectivities in one of these departments (INSEE code).",
);

const TABLES: &[Format] = &[Format::Csv, Format::Ndjson];
const MAPS: &[Format] = &[Format::GeoJson, Format::Csv, Format::Ndjson];
const AGENDA: &[Format] = &[Format::GeoJson, Format::Csv, Format::Ndjson, Format::Ics];
const BY_NAME: &[Sorting] = &[Sorting::Name, Sorting::UpdatedAt];

static COLLECTIVITIES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::collectivities::CollectivityKind::CODES),
            "Keeps these kinds.",
        ),
        DEPARTMENT,
        unfaceted(
            "epci",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps the communes of one of these inter-municipal bodies (slug).",
        ),
        filter(
            "engagement",
            FilterKind::Code(crate::collectivities::Engagement::CODES),
            "Keeps collectivities with one of these degrees of engagement abroad.",
        ),
        filter(
            "theme",
            FilterKind::Slug(Resource::Themes),
            "Keeps collectivities that act on, or care about, one of these themes.",
        ),
        filter(
            "country",
            FilterKind::Country,
            "Keeps collectivities that act in, or care about, one of these countries.",
        ),
        filter(
            "active",
            FilterKind::Bool,
            "Whether a project or twinning of theirs is known, confirmed or not.",
        ),
    ],
    sorts: &[Sorting::Name, Sorting::Population, Sorting::UpdatedAt],
    formats: MAPS,
    located: true,
    dated: false,
};

static ACTORS: Spec = Spec {
    filters: &[filter(
        "kind",
        FilterKind::Code(crate::actors::ActorKind::CODES),
        "Keeps these kinds.",
    )],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

static PARTNER_AUTHORITIES: Spec = Spec {
    filters: &[
        COUNTRY,
        filter(
            "to_confirm",
            FilterKind::Bool,
            "Whether nobody has confirmed the record yet.",
        ),
    ],
    sorts: BY_NAME,
    formats: MAPS,
    located: true,
    dated: false,
};

static PROJECTS: Spec = Spec {
    filters: &[
        THEME,
        COUNTRY,
        filter(
            "continent",
            FilterKind::Code(crate::countries::Continent::CODES),
            "Keeps projects on one of these continents.",
        ),
        DEPARTMENT,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps projects that one of these collectivities leads or shares (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps projects with one of these actors (slug).",
        ),
        unfaceted(
            "partner_authority",
            FilterKind::Slug(Resource::PartnerAuthorities),
            "Keeps projects with one of these partner authorities (slug).",
        ),
        filter(
            "kind",
            FilterKind::Code(crate::projects::ProjectKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::projects::ProjectStatus::CODES),
            "Keeps these statuses.",
        ),
        filter(
            "sdg",
            FilterKind::Number(1, 17),
            "Keeps projects with one of these Sustainable Development Goals.",
        ),
        filter(
            "dac_sector",
            FilterKind::Number(100, 999),
            "Keeps projects with one of these DAC sectors (three digits).",
        ),
        filter(
            "looking_for",
            FilterKind::Code(crate::projects::LookingFor::CODES),
            "Keeps projects that look for one of these.",
        ),
        filter(
            "year",
            FilterKind::Year,
            "Keeps projects stated to have run in one of these years: from their start to their end, else to the day of the last statement, else in their first year.",
        ),
        filter(
            "to_confirm",
            FilterKind::Bool,
            "Whether nobody has confirmed the record yet. Without this filter, twinnings to confirm are left out and counted in `left_out`.",
        ),
    ],
    sorts: &[Sorting::UpdatedAt, Sorting::Name, Sorting::Start, Sorting::Budget],
    formats: MAPS,
    located: true,
    dated: true,
};

static EVENTS: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::events::EventKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::events::EventStatus::CODES),
            "Keeps these statuses.",
        ),
        THEME,
        COUNTRY,
        DEPARTMENT,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps events that one of these collectivities organises or hosts (slug).",
        ),
        unfaceted(
            "group",
            FilterKind::Slug(Resource::ThematicGroups),
            "Keeps events of one of these groups (slug).",
        ),
        filter(
            "audience",
            FilterKind::Code(crate::events::Audience::CODES),
            "Keeps events for one of these audiences.",
        ),
        filter(
            "year",
            FilterKind::Year,
            "Keeps events that take place in one of these years.",
        ),
    ],
    sorts: &[Sorting::Start, Sorting::Name, Sorting::UpdatedAt],
    formats: AGENDA,
    located: true,
    dated: true,
};

static NEWS: Spec = Spec {
    filters: &[
        THEME,
        COUNTRY,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps news that one of these collectivities tells (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps news that one of these actors tells (slug).",
        ),
        unfaceted(
            "project",
            FilterKind::Slug(Resource::Projects),
            "Keeps news of one of these projects (slug).",
        ),
        unfaceted(
            "event",
            FilterKind::Slug(Resource::Events),
            "Keeps news of one of these events (slug).",
        ),
        filter("year", FilterKind::Year, "Keeps news of one of these years."),
    ],
    sorts: &[Sorting::PublishedOn, Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: true,
};

static THEMATIC_GROUPS: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::thematic_groups::GroupKind::CODES),
            "Keeps these kinds.",
        ),
        THEME,
        COUNTRY,
        unfaceted(
            "initiative",
            FilterKind::Slug(Resource::ExternalInitiatives),
            "Keeps groups that name one of these initiatives of other networks (slug).",
        ),
    ],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

static RESOURCES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::resources::ResourceKind::CODES),
            "Keeps these kinds.",
        ),
        THEME,
        COUNTRY,
        filter(
            "language",
            FilterKind::Code(crate::resources::ResourceLanguage::CODES),
            "Keeps resources in one of these languages (ISO 639-1).",
        ),
        filter(
            "audience",
            FilterKind::Code(crate::events::Audience::CODES),
            "Keeps resources for one of these audiences.",
        ),
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps resources that one of these collectivities publishes (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps resources that one of these actors publishes (slug).",
        ),
        filter(
            "review_year",
            FilterKind::Year,
            "Keeps resources that have to be read again from a day of one of these years on.",
        ),
    ],
    sorts: &[Sorting::PublishedOn, Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: false,
};

static EXTERNAL_INITIATIVES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::external_initiatives::InitiativeKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::external_initiatives::InitiativeStatus::CODES),
            "Keeps these statuses.",
        ),
        THEME,
        COUNTRY,
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps what one of these actors runs (slug).",
        ),
    ],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

static THEMES: Spec = Spec {
    filters: &[filter(
        "kind",
        FilterKind::Code(crate::themes::ThemeKind::CODES),
        "Keeps these kinds.",
    )],
    sorts: &[Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: false,
};

static COUNTRIES: Spec = Spec {
    filters: &[filter(
        "continent",
        FilterKind::Code(crate::countries::Continent::CODES),
        "Keeps these continents.",
    )],
    sorts: BY_NAME,
    formats: MAPS,
    located: true,
    dated: false,
};

static CODE_LISTS: Spec = Spec {
    filters: &[],
    sorts: &[Sorting::Code, Sorting::Name],
    formats: TABLES,
    located: false,
    dated: false,
};

impl Resource {
    /// What its list can do.
    #[must_use]
    pub fn spec(self) -> &'static Spec {
        match self {
            Self::Collectivities => &COLLECTIVITIES,
            Self::Actors => &ACTORS,
            Self::PartnerAuthorities => &PARTNER_AUTHORITIES,
            Self::Projects => &PROJECTS,
            Self::Events => &EVENTS,
            Self::News => &NEWS,
            Self::ThematicGroups => &THEMATIC_GROUPS,
            Self::Resources => &RESOURCES,
            Self::ExternalInitiatives => &EXTERNAL_INITIATIVES,
            Self::Themes => &THEMES,
            Self::Countries => &COUNTRIES,
            Self::Sdgs | Self::DacSectors => &CODE_LISTS,
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
