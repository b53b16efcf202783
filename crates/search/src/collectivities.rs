//! What the index knows of a collectivity.

use crate::country_names;
use crate::entry::{Entry, Indexed};
use aect_types::collectivities::Collectivity;

impl Indexed for Collectivity {
    /// `None` for one outside the region: it is here only as a parent of communes.
    fn entry(&self) -> Option<Entry> {
        if !self.in_scope {
            return None;
        }
        let mut entry = Entry {
            name: self.name.clone(),
            aliases: vec![self.full_name.clone()],
            codes: self.codes(),
            points: self.position.into_iter().collect(),
            population: self.population.map(i64::from),
            ..Entry::default()
        };
        self.fill_filters(&mut entry);
        entry.read(self.department.iter().map(|department| &department.name));
        entry.read(self.epci.iter().map(|epci| &epci.name));
        entry.read(self.summary.clone());
        for interest in &self.interests {
            entry.read(
                interest
                    .theme
                    .iter()
                    .flat_map(|theme| [&theme.name_fr, &theme.name_en]),
            );
            entry.read(interest.country.iter().flat_map(country_names::names));
        }
        entry.read(self.activity.countries.iter().flat_map(country_names::names));
        entry.read(self.activity.themes.iter().map(aect_types::Slug::as_str));
        Some(entry)
    }
}

trait Parts {
    fn codes(&self) -> Vec<String>;
    fn fill_filters(&self, entry: &mut Entry);
}

impl Parts for Collectivity {
    fn codes(&self) -> Vec<String> {
        let sirens = self.siren.iter().chain(&self.associated_sirens);
        let mut codes: Vec<String> = sirens.map(ToString::to_string).collect();
        codes.extend(self.insee_code.clone());
        codes.extend(self.former_insee_codes.iter().cloned());
        codes.extend(self.postal_codes.iter().cloned());
        codes
    }

    fn fill_filters(&self, entry: &mut Entry) {
        let activity = &self.activity;
        let cared_for = || self.interests.iter();
        entry.filter("kind", [self.kind]);
        entry.filter("department", &self.department_code);
        entry.filter("epci", self.epci.iter().map(|epci| &epci.slug));
        entry.filter("engagement", [self.engagement]);
        entry.filter("theme", &activity.themes);
        entry.filter(
            "theme",
            cared_for()
                .filter_map(|interest| interest.theme.as_ref())
                .map(|theme| &theme.slug),
        );
        entry.filter("country", &activity.countries);
        entry.filter(
            "country",
            cared_for().filter_map(|interest| interest.country.as_ref()),
        );
        entry.filter("active", [activity.projects + activity.twinnings_to_confirm > 0]);
    }
}
