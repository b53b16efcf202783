//! What the index knows of a record.

use aect_db::renditions::Rendition;
use aect_types::geo::Position;
use aect_types::{CountryCode, Instant, PartialDate, Record, Resource};
use chrono::{Datelike, NaiveDate};

/// What the index knows of a record, whatever it is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Its name or title: what lists sort by.
    pub(crate) name: String,
    /// Its other names: full name, acronym, name in English.
    pub(crate) aliases: Vec<String>,
    /// Codes and numbers that people type to find it.
    pub(crate) codes: Vec<String>,
    /// Everything else that is searched.
    pub(crate) text: Vec<String>,
    /// Values of the filters of its list.
    pub(crate) filters: Vec<(&'static str, String)>,
    /// Points of it that are known exactly enough to be pinned.
    pub(crate) points: Vec<Position>,
    /// What `sort=start` compares: microseconds since 1970.
    pub(crate) start: Option<i64>,
    /// First and last day of what `from` and `to` must overlap, as days since the year 1.
    pub(crate) days: Option<(i64, i64)>,
    /// Last change, microseconds since 1970.
    pub(crate) updated_at: i64,
    /// Inhabitants.
    pub(crate) population: Option<i64>,
    /// Upper end of the budget, else its lower end.
    pub(crate) budget_cents: Option<i64>,
    /// The same, divided between its countries.
    pub(crate) country_cents: Vec<(CountryCode, i64)>,
    /// Number of the goal or sector.
    pub(crate) code: Option<i64>,
    /// Lists leave it out by default.
    pub(crate) aside: bool,
}

impl Entry {
    /// The name and the aliases.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// Adds values of a filter.
    pub(crate) fn filter(&mut self, filter: &'static str, values: impl IntoIterator<Item = impl ToString>) {
        let values = values.into_iter().map(|value| (filter, value.to_string()));
        self.filters.extend(values);
    }

    /// Adds text that is searched.
    pub(crate) fn read(&mut self, texts: impl IntoIterator<Item = impl Into<String>>) {
        self.text.extend(texts.into_iter().map(Into::into));
    }
}

/// A record that the index can hold.
pub(crate) trait Indexed: Record {
    /// What the index knows of it, but for what all records have; `None` where no list shows it.
    fn entry(&self) -> Option<Entry>;
}

/// The entry of a rendition, or `None` where no list shows it.
pub(crate) fn of_rendition(rendition: &Rendition) -> crate::Result<Option<Entry>> {
    match rendition.resource {
        Resource::Collectivities => read::<aect_types::collectivities::Collectivity>(rendition),
        Resource::Actors => read::<aect_types::actors::Actor>(rendition),
        Resource::PartnerAuthorities => read::<aect_types::partner_authorities::PartnerAuthority>(rendition),
        Resource::Projects => read::<aect_types::projects::Project>(rendition),
        Resource::Events => read::<aect_types::events::Event>(rendition),
        Resource::News => read::<aect_types::news::News>(rendition),
        Resource::ThematicGroups => read::<aect_types::thematic_groups::ThematicGroup>(rendition),
        Resource::Resources => read::<aect_types::resources::SharedResource>(rendition),
        Resource::ExternalInitiatives => {
            read::<aect_types::external_initiatives::ExternalInitiative>(rendition)
        }
        Resource::Themes => read::<aect_types::themes::Theme>(rendition),
        Resource::Countries => read::<aect_types::countries::Country>(rendition),
        Resource::Sdgs => read::<aect_types::sdgs::Sdg>(rendition),
        Resource::DacSectors => read::<aect_types::dac_sectors::DacSector>(rendition),
    }
}

fn read<T: Indexed>(rendition: &Rendition) -> crate::Result<Option<Entry>> {
    let record: T = serde_json::from_str(&rendition.record).map_err(|source| crate::Error::Rendition {
        resource: rendition.resource,
        id: rendition.id,
        source,
    })?;
    Ok(record.entry().map(|mut entry| {
        entry.updated_at = record.updated_at().micros();
        entry.text.push(record.slug().as_str().to_owned());
        entry
    }))
}

/// A day as a number.
pub(crate) fn day_number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// The first moment of a date, in microseconds: what it sorts by.
pub(crate) fn first_moment(date: PartialDate) -> i64 {
    let midnight = date.first_day().and_hms_opt(0, 0, 0).unwrap_or_default();
    Instant::new(midnight.and_utc()).micros()
}

#[cfg(test)]
mod tests {
    use crate::testing;
    use aect_types::Resource;
    use std::collections::BTreeSet;

    #[test]
    fn every_filter_of_every_list_is_filled_by_its_resource() {
        for resource in Resource::ALL {
            let entry = super::of_rendition(&testing::full(*resource)).unwrap().unwrap();
            let filled: BTreeSet<&str> = entry.filters.iter().map(|(filter, _)| *filter).collect();
            let expected: BTreeSet<&str> = resource.spec().filters.iter().map(|f| f.name).collect();
            assert_eq!(filled, expected, "{resource}");
            assert_eq!(!entry.points.is_empty(), resource.spec().located, "{resource}");
            assert_eq!(entry.days.is_some(), resource.spec().dated, "{resource}");
        }
    }
}
