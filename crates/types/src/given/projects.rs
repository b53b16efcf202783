//! What is given to write a project.

use super::{Checks, Given, Reference, limits};
use crate::Resource;
use crate::problem::ErrorCode;
use crate::projects::{CollectivityRole, Link, ProjectInput};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Given for ProjectInput {
    /// The name of a lead without a record is what an import has found.
    const RESERVED: &'static [&'static str] = &["lead_name"];

    /// The lead and those who lead with it.
    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        let co_leads = self
            .collectivities
            .iter()
            .filter(|part| part.role == CollectivityRole::CoLead);
        self.lead
            .into_iter()
            .chain(co_leads.map(|part| part.collectivity))
            .collect()
    }

    fn references(&self) -> Vec<Reference> {
        let one = |pointer: String, resource, id| Reference {
            pointer,
            resource,
            id,
        };
        let mut named = Vec::new();
        named.extend(
            self.lead
                .map(|id| one("/lead".to_owned(), Resource::Collectivities, id)),
        );
        named.extend(
            self.parent
                .map(|id| one("/parent".to_owned(), Resource::Projects, id)),
        );
        for (rank, part) in self.collectivities.iter().enumerate() {
            let pointer = format!("/collectivities/{rank}/collectivity");
            named.push(one(pointer, Resource::Collectivities, part.collectivity));
        }
        for (rank, part) in self.actors.iter().enumerate() {
            named.push(one(format!("/actors/{rank}/actor"), Resource::Actors, part.actor));
        }
        for (rank, id) in self.partner_authorities.iter().enumerate() {
            let pointer = format!("/partner_authorities/{rank}");
            named.push(one(pointer, Resource::PartnerAuthorities, *id));
        }
        for (rank, id) in self.themes.iter().enumerate() {
            named.push(one(format!("/themes/{rank}"), Resource::Themes, *id));
        }
        for (rank, line) in self.funding_lines.iter().enumerate() {
            let funder = line
                .funder
                .map(|id| one(format!("/funding_lines/{rank}/funder"), Resource::Actors, id));
            named.extend(funder);
        }
        named
    }

    fn check(&self, checks: &mut Checks) {
        checks.required("/title", &self.title, limits::TITLE_MAX);
        checks.maybe("/summary", self.summary.as_ref(), limits::SUMMARY_MAX);
        for (pointer, text) in [
            ("/description", &self.description),
            ("/results", &self.results),
            ("/brings_home", &self.brings_home),
            ("/beneficiaries", &self.beneficiaries),
        ] {
            checks.maybe(pointer, text.as_ref(), limits::TEXT_MAX);
        }
        for (pointer, text) in [
            ("/status_note", &self.status_note),
            ("/start_note", &self.start_note),
            ("/budget_note", &self.budget_note),
            ("/looking_for_note", &self.looking_for_note),
            ("/area", &self.area),
            ("/lead_name", &self.lead_name),
        ] {
            checks.maybe(pointer, text.as_ref(), limits::NOTE_MAX);
        }
        checks.texts("/other_participants", &self.other_participants, limits::TITLE_MAX);
        checks.money("/budget", self.budget);
        if let (Some(start), Some(end)) = (self.start_date, self.end_date)
            && end.last_day() < start.first_day()
        {
            checks.note("/end_date", ErrorCode::Conflict, "≥ /start_date");
        }
        links("/links", &self.links, checks);
        links("/documents", &self.documents, checks);
        self.check_countries(checks);
        self.check_lists(checks);
    }
}

impl ProjectInput {
    /// Shares are percents of one whole, each country once.
    fn check_countries(&self, checks: &mut Checks) {
        let mut seen = BTreeSet::new();
        for (rank, share) in self.countries.iter().enumerate() {
            if let Some(percent) = share.share_percent {
                checks.within(
                    &format!("/countries/{rank}/share_percent"),
                    percent.into(),
                    0,
                    100,
                );
            }
            if !seen.insert(share.country.as_str()) {
                checks.note(&format!("/countries/{rank}/country"), ErrorCode::Repeated, "");
            }
        }
        let whole: i64 = self
            .countries
            .iter()
            .filter_map(|share| share.share_percent)
            .map(i64::from)
            .sum();
        if whole > 100 {
            checks.note("/countries", ErrorCode::Range, "≤ 100 %");
        }
    }

    fn check_lists(&self, checks: &mut Checks) {
        for (pointer, length) in [
            ("/places", self.places.len()),
            ("/collectivities", self.collectivities.len()),
            ("/actors", self.actors.len()),
            ("/partner_authorities", self.partner_authorities.len()),
            ("/themes", self.themes.len()),
            ("/funding_lines", self.funding_lines.len()),
            ("/dac_sectors", self.dac_sectors.len()),
        ] {
            checks.few(pointer, length);
        }
        for (rank, goal) in self.sdgs.iter().enumerate() {
            checks.within(&format!("/sdgs/{rank}"), (*goal).into(), 1, 17);
        }
        for (rank, place) in self.places.iter().enumerate() {
            checks.required(&format!("/places/{rank}/name"), &place.name, limits::TITLE_MAX);
        }
        for (rank, line) in self.funding_lines.iter().enumerate() {
            let at = |name: &str| format!("/funding_lines/{rank}/{name}");
            checks.maybe(&at("funder_name"), line.funder_name.as_ref(), limits::TITLE_MAX);
            checks.maybe(&at("scheme"), line.scheme.as_ref(), limits::TITLE_MAX);
            if let Some(amount) = line.amount {
                checks.within(&at("amount/amount_cents"), amount.amount_cents, 0, i64::MAX);
            }
            if let Some(year) = line.year {
                checks.within(&at("year"), year.into(), 1900, 2999);
            }
        }
        let once = |ids: Vec<Uuid>| ids.iter().collect::<BTreeSet<_>>().len() == ids.len();
        for (pointer, ids) in [
            ("/themes", self.themes.clone()),
            ("/partner_authorities", self.partner_authorities.clone()),
            (
                "/collectivities",
                self.collectivities.iter().map(|part| part.collectivity).collect(),
            ),
        ] {
            if !once(ids) {
                checks.note(pointer, ErrorCode::Repeated, "");
            }
        }
    }
}

fn links(pointer: &str, links: &[Link], checks: &mut Checks) {
    checks.few(pointer, links.len());
    for (rank, link) in links.iter().enumerate() {
        checks.required(&format!("{pointer}/{rank}/title"), &link.title, limits::TITLE_MAX);
        checks.url(&format!("{pointer}/{rank}/url"), &link.url);
    }
}
