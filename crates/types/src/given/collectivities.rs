//! What is given to write a collectivity.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::Resource;
use crate::collectivities::CollectivityInput;
use crate::people::Email;
use crate::policy::Writers;
use crate::problem::ErrorCode;
use uuid::Uuid;

impl Given for CollectivityInput {
    /// Those of the State's registers are there before anybody signs in, and stay.
    const RULES: Rules = Rules {
        enter: Writers::Animators,
        change: Writers::Owners,
        delete: Writers::Animators,
    };

    /// What the State's registers say of it, and what the platform does.
    const RESERVED: &'static [&'static str] = &[
        "kind",
        "name",
        "full_name",
        "siren",
        "insee_code",
        "population",
        "department_code",
        "region_code",
        "position",
        "former_insee_codes",
        "associated_sirens",
        "postal_codes",
        "member_since",
        "in_scope",
        "epci",
    ];

    const OWNERS_AT: &'static str = "";

    fn owners(&self, id: Uuid) -> Vec<Uuid> {
        vec![id]
    }

    fn references(&self) -> Vec<Reference> {
        let epci = self
            .epci
            .map(|id| Reference::new("/epci", Resource::Collectivities, id));
        let themes = self.interests.iter().enumerate().filter_map(|(rank, interest)| {
            let pointer = format!("/interests/{rank}/theme");
            Some(Reference::new(pointer, Resource::Themes, interest.theme?))
        });
        epci.into_iter().chain(themes).collect()
    }

    fn coded(&self) -> Vec<Code> {
        let countries = self.interests.iter().enumerate().filter_map(|(rank, interest)| {
            let pointer = format!("/interests/{rank}/country");
            Some(Code::new(
                pointer,
                Resource::Countries,
                interest.country.as_ref()?.as_str(),
            ))
        });
        countries.collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name", &self.name);
        checks.name("/full_name", &self.full_name);
        checks.site("/website", self.website.as_ref());
        for (pointer, codes) in [
            ("/former_insee_codes", &self.former_insee_codes),
            ("/postal_codes", &self.postal_codes),
        ] {
            checks.once(pointer, codes);
        }
        checks.once("/associated_sirens", &self.associated_sirens);
        self.check_codes(checks);
        checks.maybe("/summary", self.summary.as_ref(), limits::NOTE_MAX);
        if let Some(mailbox) = &self.contact_mailbox
            && mailbox.parse::<Email>().is_err()
        {
            checks.note(
                "/contact_mailbox",
                ErrorCode::Format,
                "international@mairie.example.fr",
            );
        }
        if let Some(service) = &self.international_service {
            let at = |name: &str| format!("/international_service/{name}");
            checks.maybe(&at("name"), service.name.as_ref(), limits::TITLE_MAX);
            checks.maybe(
                &at("attached_to"),
                service.attached_to.as_ref(),
                limits::TITLE_MAX,
            );
            checks.maybe(&at("mandate"), service.mandate.as_ref(), limits::TITLE_MAX);
            checks.money(&at("yearly_budget"), service.yearly_budget);
            if service
                .staff_fte
                .is_some_and(|staff| !(0.0..=1_000.0).contains(&staff))
            {
                checks.note(&at("staff_fte"), ErrorCode::Range, "0 … 1000");
            }
        }
        checks.few("/interests", self.interests.len());
        for (rank, interest) in self.interests.iter().enumerate() {
            if interest.theme.is_some() == interest.country.is_some() {
                let one = "theme, country";
                checks.note(&format!("/interests/{rank}"), ErrorCode::Conflict, one);
            }
        }
    }
}

impl CollectivityInput {
    /// Codes of Insee and La Poste are short, of digits and capital letters (`2A`); nobody has fewer than no inhabitants.
    fn check_codes(&self, checks: &mut Checks) {
        let is_code = |code: &str, least: usize, most: usize| {
            (least..=most).contains(&code.len())
                && code
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        };
        for (pointer, code, most) in [
            ("/insee_code", &self.insee_code, 5),
            ("/department_code", &self.department_code, 3),
            ("/region_code", &self.region_code, 2),
        ] {
            if code.as_ref().is_some_and(|code| !is_code(code, 1, most)) {
                checks.note(pointer, ErrorCode::Format, "33063, 2A, 75");
            }
        }
        for (pointer, codes) in [
            ("/former_insee_codes", &self.former_insee_codes),
            ("/postal_codes", &self.postal_codes),
        ] {
            for (rank, code) in codes.iter().enumerate() {
                if !is_code(code, 5, 5) {
                    checks.note(&format!("{pointer}/{rank}"), ErrorCode::Format, "33063");
                }
            }
        }
        if self.population.is_some_and(|population| population < 0) {
            checks.note("/population", ErrorCode::Range, "0 …");
        }
    }
}
