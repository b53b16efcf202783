//! What filters and their values are called.

use crate::intl;
use crate::names::Names;
use aect_types::Resource;
use aect_types::actors::ActorKind;
use aect_types::collectivities::{CollectivityKind, Engagement};
use aect_types::countries::Continent;
use aect_types::events::{Audience, EventKind, EventStatus};
use aect_types::external_initiatives::{InitiativeKind, InitiativeStatus};
use aect_types::projects::{LookingFor, ProjectKind, ProjectStatus};
use aect_types::resources::ResourceKind;
use aect_types::thematic_groups::GroupKind;
use aect_types::themes::ThemeKind;
use aect_words::pages::{Text, agenda, list};
use aect_words::{Labelled, Language};

/// The name of a filter.
pub(crate) fn filter(name: &str) -> Text {
    match name {
        "kind" => list::FIELD_KIND,
        "department" => list::FIELD_DEPARTMENT,
        "country" => list::FIELD_COUNTRY,
        "continent" => list::FIELD_CONTINENT,
        "theme" => list::FIELD_THEME,
        "status" => list::FIELD_STATUS,
        "sdg" => list::FIELD_SDG,
        "year" => list::FIELD_YEAR,
        "engagement" => list::FIELD_ENGAGEMENT,
        "to_confirm" => list::FIELD_TO_CONFIRM,
        "active" => list::FIELD_ACTIVE,
        "collectivity" => list::FIELD_COLLECTIVITY,
        "epci" => list::FIELD_EPCI,
        "review_year" => list::FIELD_REVIEW_YEAR,
        "project" => list::FIELD_PROJECT,
        "event" => list::FIELD_EVENT,
        "actor" => list::FIELD_ACTOR,
        "partner_authority" => list::FIELD_PARTNER,
        "dac_sector" => list::FIELD_SECTOR,
        "looking_for" => list::FIELD_LOOKING_FOR,
        "audience" => agenda::AUDIENCE,
        "group" => agenda::GROUP,
        _ => list::FIELD_Q,
    }
}

/// The name of a filter's value.
pub(crate) fn value(
    resource: Resource,
    filter: &str,
    value: &str,
    names: Names,
    language: Language,
) -> String {
    match (resource, filter) {
        (Resource::Collectivities, "kind") => code::<CollectivityKind>(value, language),
        (Resource::Projects, "kind") => code::<ProjectKind>(value, language),
        (Resource::Actors, "kind") => code::<ActorKind>(value, language),
        (Resource::Events, "kind") => code::<EventKind>(value, language),
        (Resource::ThematicGroups, "kind") => code::<GroupKind>(value, language),
        (Resource::Resources, "kind") => code::<ResourceKind>(value, language),
        (Resource::ExternalInitiatives, "kind") => code::<InitiativeKind>(value, language),
        (Resource::ExternalInitiatives, "status") => code::<InitiativeStatus>(value, language),
        (Resource::Themes, "kind") => code::<ThemeKind>(value, language),
        (Resource::Events, "status") => code::<EventStatus>(value, language),
        (_, "status") => code::<ProjectStatus>(value, language),
        (_, "audience") => code::<Audience>(value, language),
        (_, "engagement") => code::<Engagement>(value, language),
        (_, "continent") => code::<Continent>(value, language),
        (_, "looking_for") => code::<LookingFor>(value, language),
        (_, "country") => intl::country(value, language),
        (_, "department") => names.department(value, language),
        (_, "review_year") => [list::REVIEW_IN.of(language), " ", value].concat(),
        (_, "theme") => names.theme(value, language),
        (_, "sdg") => format!("{value}. {}", names.sdg(value, language)),
        (_, "to_confirm" | "active") if value == "true" => list::YES.of(language).to_owned(),
        (_, "to_confirm" | "active") => list::NO.of(language).to_owned(),
        (
            _,
            "collectivity" | "epci" | "actor" | "partner_authority" | "group" | "project" | "event"
            | "initiative",
        ) => from_slug(value),
        _ => value.to_owned(),
    }
}

fn code<T: std::str::FromStr + Labelled>(value: &str, language: Language) -> String {
    value
        .parse::<T>()
        .map_or_else(|_| value.to_owned(), |code| code.label(language).to_owned())
}

/// A slug as a person would write it, where only the slug is known.
fn from_slug(slug: &str) -> String {
    crate::intl::capitalised(&slug.replace('-', " "))
}
