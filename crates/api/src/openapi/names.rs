//! What a resource is called in the document: `operationId`s are read as method names.

use aect_types::Resource;
use aect_types::resource::Format;

/// `PartnerAuthorities`.
pub(super) fn plural(resource: Resource) -> String {
    pascal(resource.as_str())
}

/// `PartnerAuthority`.
pub(super) const fn singular(resource: Resource) -> &'static str {
    match resource {
        Resource::Collectivities => "Collectivity",
        Resource::Actors => "Actor",
        Resource::PartnerAuthorities => "PartnerAuthority",
        Resource::Projects => "Project",
        Resource::Events => "Event",
        Resource::News => "News",
        Resource::ThematicGroups => "ThematicGroup",
        Resource::Resources => "SharedResource",
        Resource::ExternalInitiatives => "ExternalInitiative",
        Resource::Themes => "Theme",
        Resource::Countries => "Country",
        Resource::Sdgs => "Sdg",
        Resource::DacSectors => "DacSector",
    }
}

/// `Partner authorities`.
pub(super) fn title(resource: Resource) -> String {
    match resource {
        Resource::Sdgs => "SDGs".to_owned(),
        Resource::DacSectors => "DAC sectors".to_owned(),
        other => capital(&words(other)),
    }
}

/// `partner authorities`, within a sentence.
pub(super) fn words(resource: Resource) -> String {
    match resource {
        Resource::Sdgs => "SDGs".to_owned(),
        Resource::DacSectors => "DAC sectors".to_owned(),
        other => other.as_str().replace('-', " "),
    }
}

/// `a partner authority`.
pub(super) const fn one(resource: Resource) -> &'static str {
    match resource {
        Resource::Collectivities => "a collectivity",
        Resource::Actors => "an actor",
        Resource::PartnerAuthorities => "a partner authority",
        Resource::Projects => "a project",
        Resource::Events => "an event",
        Resource::News => "a piece of news",
        Resource::ThematicGroups => "a thematic group",
        Resource::Resources => "a resource",
        Resource::ExternalInitiatives => "an external initiative",
        Resource::Themes => "a theme",
        Resource::Countries => "a country",
        Resource::Sdgs => "an SDG",
        Resource::DacSectors => "a DAC sector",
    }
}

/// What the records are.
pub(super) const fn about(resource: Resource) -> &'static str {
    match resource {
        Resource::Collectivities => {
            "Local authorities of Nouvelle-Aquitaine: region, departments, inter-municipal bodies, communes."
        }
        Resource::Actors => {
            "Other organisations: associations, networks, services of the state, universities, hospitals…"
        }
        Resource::PartnerAuthorities => "Local authorities abroad with which collectivities cooperate.",
        Resource::Projects => "Cooperations, twinnings and other actions abroad or with abroad.",
        Resource::Events => "The shared agenda.",
        Resource::News => "What members and the network tell.",
        Resource::ThematicGroups => "Groups of members at work on a subject.",
        Resource::Resources => {
            "The library: guides, models, legal notes and whatever else may be used again."
        }
        Resource::ExternalInitiatives => "What other networks run, to be joined rather than done again.",
        Resource::Themes => "The shared list of themes.",
        Resource::Countries => "Countries and territories (ISO 3166-1).",
        Resource::Sdgs => "The seventeen Sustainable Development Goals.",
        Resource::DacSectors => "Sectors of aid (OECD DAC, three digits).",
    }
}

/// By which codes a record is found besides its identifier and its slug.
pub(super) const fn codes(resource: Resource) -> Option<&'static str> {
    match resource {
        Resource::Collectivities => Some("SIREN or INSEE code"),
        Resource::Countries => Some("ISO 3166-1 alpha-2 code"),
        Resource::Sdgs => Some("number"),
        Resource::DacSectors => Some("code"),
        _ => None,
    }
}

/// `GeoJson`.
pub(super) const fn format(format: Format) -> &'static str {
    match format {
        Format::Json => "Json",
        Format::GeoJson => "GeoJson",
        Format::Csv => "Csv",
        Format::Ndjson => "Ndjson",
        Format::Ics => "Ics",
    }
}

/// How people call the format.
pub(super) const fn format_title(format: Format) -> &'static str {
    match format {
        Format::Json => "JSON",
        Format::GeoJson => "GeoJSON (RFC 7946)",
        Format::Csv => "CSV (RFC 4180)",
        Format::Ndjson => "NDJSON, one record a line",
        Format::Ics => "iCalendar (RFC 5545)",
    }
}

fn pascal(code: &str) -> String {
    code.split('-').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
