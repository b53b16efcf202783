//! What the index knows of a project.

use crate::country_names;
use crate::entry::{Entry, Indexed, day_number, first_moment};
use aect_types::CountryCode;
use aect_types::collectivities::CollectivityRef;
use aect_types::geo::Exactness;
use aect_types::projects::{CountryShare, Project, ProjectKind};

impl Indexed for Project {
    fn entry(&self) -> Option<Entry> {
        let budget_cents = self
            .budget
            .and_then(|budget| budget.max.or(budget.min))
            .map(|end| end.amount_cents);
        let mut entry = Entry {
            name: self.title.clone(),
            points: points(self),
            start: self.start_date.map(first_moment),
            days: days(self),
            budget_cents,
            country_cents: budget_cents.map_or_else(Vec::new, |cents| divided(cents, &self.countries)),
            aside: self.kind == ProjectKind::Twinning && self.to_confirm,
            ..Entry::default()
        };
        fill_filters(self, &mut entry);
        read_words(self, &mut entry);
        Some(entry)
    }
}

fn points(project: &Project) -> Vec<aect_types::geo::Position> {
    let pinned = project
        .places
        .iter()
        .filter(|place| place.exactness != Exactness::CountryOnly);
    pinned.filter_map(|place| place.position).collect()
}

/// From its start to its end; where one is unknown, the other alone.
fn days(project: &Project) -> Option<(i64, i64)> {
    let first = project.start_date.or(project.end_date)?.first_day();
    let last = project.end_date.or(project.start_date)?.last_day();
    Some((day_number(first), day_number(last.max(first))))
}

/// The years in which it is stated to have run: from its start to its end, else to the last statement, else the
/// one year that is known of it.
fn years(project: &Project) -> std::ops::RangeInclusive<i32> {
    let start = project.start_date.map(aect_types::PartialDate::year);
    let last = project
        .end_date
        .or_else(|| project.stated_on())
        .map(aect_types::PartialDate::year);
    match (start, last) {
        (Some(start), Some(last)) => start..=last.max(start),
        (Some(year), None) | (None, Some(year)) => year..=year,
        #[expect(clippy::reversed_empty_ranges, reason = "no year at all")]
        (None, None) => 1..=0,
    }
}

/// An amount divided by the shares of the countries, those without a stated share having equal parts of the rest.
/// What does not divide evenly goes to the first, so that the parts always add up.
fn divided(cents: i64, countries: &[CountryShare]) -> Vec<(CountryCode, i64)> {
    let stated = |share: &CountryShare| share.share_percent.map(|percent| i128::from(percent.max(0)));
    let unstated =
        i128::try_from(countries.iter().filter(|share| stated(share).is_none()).count()).unwrap_or(1);
    let rest = (100 - countries.iter().filter_map(stated).sum::<i128>()).max(0);
    // In units of one percent of one of the unstated, so that all weights are whole.
    let mut weights: Vec<i128> = countries
        .iter()
        .map(|share| stated(share).map_or(rest, |percent| percent * unstated.max(1)))
        .collect();
    if weights.iter().all(|weight| *weight == 0) {
        weights.fill(1);
    }
    let all: i128 = weights.iter().sum::<i128>().max(1);
    let part = |weight: &i128| i64::try_from(i128::from(cents) * weight / all).unwrap_or(0);
    let mut parts: Vec<(CountryCode, i64)> = countries
        .iter()
        .zip(weights.iter().map(part))
        .map(|(share, part)| (share.country.clone(), part))
        .collect();
    let given: i64 = parts.iter().map(|(_, part)| part).sum();
    if let Some((_, first)) = parts.first_mut() {
        *first += cents - given;
    }
    parts
}

fn collectivities(project: &Project) -> impl Iterator<Item = &CollectivityRef> {
    let others = project.collectivities.iter().map(|part| &part.collectivity);
    project.lead.iter().chain(others)
}

fn fill_filters(project: &Project, entry: &mut Entry) {
    let countries = || project.countries.iter().map(|share| &share.country);
    entry.filter("theme", project.themes.iter().map(|theme| &theme.slug));
    entry.filter("country", countries());
    entry.filter("continent", countries().filter_map(country_names::continent));
    entry.filter("department", &project.departments);
    entry.filter(
        "collectivity",
        collectivities(project).map(|collectivity| &collectivity.slug),
    );
    entry.filter("actor", project.actors.iter().map(|part| &part.actor.slug));
    entry.filter(
        "partner_authority",
        project.partner_authorities.iter().map(|partner| &partner.slug),
    );
    entry.filter("kind", [project.kind]);
    entry.filter("status", [project.status]);
    entry.filter("sdg", &project.sdgs);
    entry.filter("dac_sector", &project.dac_sectors);
    entry.filter("looking_for", &project.looking_for);
    entry.filter("year", years(project));
    entry.filter("to_confirm", [project.to_confirm]);
}

fn read_words(project: &Project, entry: &mut Entry) {
    for text in [
        &project.summary,
        &project.description,
        &project.lead_name,
        &project.area,
        &project.looking_for_note,
        &project.brings_home,
        &project.results,
        &project.beneficiaries,
    ] {
        entry.read(text.clone());
    }
    entry.read(collectivities(project).map(|collectivity| &collectivity.name));
    for part in &project.actors {
        entry.read([&part.actor.name]);
        entry.read(part.actor.acronym.clone());
    }
    entry.read(project.partner_authorities.iter().map(|partner| &partner.name));
    for theme in &project.themes {
        entry.read([&theme.name_fr, &theme.name_en]);
    }
    entry.read(
        project
            .countries
            .iter()
            .flat_map(|share| country_names::names(&share.country)),
    );
    entry.read(project.places.iter().map(|place| &place.name));
    entry.read(&project.other_participants);
    for line in &project.funding_lines {
        entry.read(line.funder.iter().map(|funder| &funder.name));
        entry.read(line.funder_name.clone());
        entry.read(line.scheme.clone());
    }
    let quotations = project
        .provenance
        .citations
        .iter()
        .filter_map(|citation| citation.quotation.as_ref());
    entry.read(quotations);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(country: &str, share_percent: Option<i16>) -> CountryShare {
        CountryShare {
            country: country.parse().unwrap(),
            share_percent,
        }
    }

    #[test]
    fn amounts_are_divided_without_a_cent_lost() {
        let parts = |cents, shares: &[Option<i16>]| {
            let countries: Vec<CountryShare> = shares.iter().map(|percent| share("SN", *percent)).collect();
            divided(cents, &countries)
                .into_iter()
                .map(|(_, part)| part)
                .collect::<Vec<_>>()
        };
        assert_eq!(parts(100, &[None, None, None]), [34, 33, 33]);
        assert_eq!(parts(1000, &[Some(50), None, None]), [500, 250, 250]);
        assert_eq!(parts(1000, &[Some(70), Some(30)]), [700, 300]);
        assert_eq!(parts(1000, &[Some(30), Some(30)]), [500, 500]);
        assert_eq!(parts(1000, &[Some(100), None]), [1000, 0]);
        assert_eq!(parts(1001, &[Some(0), Some(0)]), [501, 500]);
        assert_eq!(parts(7, &[]), Vec::<i64>::new());
    }
}
