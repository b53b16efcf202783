//! What is given to write a project.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::problem::ErrorCode;
use crate::projects::{CollectivityRole, ProjectInput};
use crate::{CountryCode, Resource};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Given for ProjectInput {
    const RULES: Rules = Rules::OWNED;

    /// The name of a lead without a record is what an import has found.
    const RESERVED: &'static [&'static str] = &["lead_name"];

    const OWNERS_AT: &'static str = "/lead";

    const IS_LED: bool = true;

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
        let lead = self
            .lead
            .map(|id| Reference::new("/lead", Resource::Collectivities, id));
        let parent = self
            .parent
            .map(|id| Reference::new("/parent", Resource::Projects, id));
        let mut named: Vec<Reference> = lead.into_iter().chain(parent).collect();
        for (rank, part) in self.collectivities.iter().enumerate() {
            let pointer = format!("/collectivities/{rank}/collectivity");
            named.push(Reference::new(
                pointer,
                Resource::Collectivities,
                part.collectivity,
            ));
        }
        for (rank, part) in self.actors.iter().enumerate() {
            let pointer = format!("/actors/{rank}/actor");
            named.push(Reference::new(pointer, Resource::Actors, part.actor));
        }
        let partners = &self.partner_authorities;
        named.extend(Reference::each(
            "/partner_authorities",
            Resource::PartnerAuthorities,
            partners,
        ));
        named.extend(Reference::each("/themes", Resource::Themes, &self.themes));
        for (rank, line) in self.funding_lines.iter().enumerate() {
            let pointer = format!("/funding_lines/{rank}/funder");
            named.extend(
                line.funder
                    .map(|id| Reference::new(pointer, Resource::Actors, id)),
            );
        }
        named
    }

    fn coded(&self) -> Vec<Code> {
        let country = |pointer: String, country: &CountryCode| {
            Code::new(pointer, Resource::Countries, country.as_str())
        };
        let shares = self.countries.iter().enumerate();
        let shares =
            shares.map(|(rank, share)| country(format!("/countries/{rank}/country"), &share.country));
        let places = self.places.iter().enumerate();
        let places = places.filter_map(|(rank, place)| {
            Some(country(
                format!("/places/{rank}/country"),
                place.country.as_ref()?,
            ))
        });
        let sectors = self.dac_sectors.iter().enumerate();
        let sectors = sectors.map(|(rank, code)| {
            Code::new(
                format!("/dac_sectors/{rank}"),
                Resource::DacSectors,
                code.as_str(),
            )
        });
        shares
            .chain(places)
            .chain(sectors)
            .chain(Code::sdgs(&self.sdgs))
            .collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/title", &self.title);
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
        checks.links("/links", &self.links);
        checks.links("/documents", &self.documents);
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
        checks.once("/themes", &self.themes);
        checks.once("/partner_authorities", &self.partner_authorities);
        checks.once(
            "/collectivities",
            self.collectivities.iter().map(|part| part.collectivity),
        );
        checks.once("/actors", self.actors.iter().map(|part| (part.actor, part.role)));
        checks.once("/sdgs", &self.sdgs);
        checks.once("/dac_sectors", &self.dac_sectors);
        checks.once("/looking_for", &self.looking_for);
        checks.few("/places", self.places.len());
        checks.few("/funding_lines", self.funding_lines.len());
        checks.few("/countries", self.countries.len());
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
    }
}
