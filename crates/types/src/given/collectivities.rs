//! What is given to write a collectivity.

use super::{Checks, Given, Reference, limits};
use crate::Resource;
use crate::collectivities::CollectivityInput;
use crate::people::Email;
use crate::problem::ErrorCode;
use uuid::Uuid;

impl Given for CollectivityInput {
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

    fn owners(&self, id: Uuid) -> Vec<Uuid> {
        vec![id]
    }

    fn references(&self) -> Vec<Reference> {
        let epci = self.epci.map(|id| Reference {
            pointer: "/epci".to_owned(),
            resource: Resource::Collectivities,
            id,
        });
        let themes = self.interests.iter().enumerate().filter_map(|(rank, interest)| {
            Some(Reference {
                pointer: format!("/interests/{rank}/theme"),
                resource: Resource::Themes,
                id: interest.theme?,
            })
        });
        epci.into_iter().chain(themes).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.required("/name", &self.name, limits::TITLE_MAX);
        checks.required("/full_name", &self.full_name, limits::TITLE_MAX);
        if let Some(site) = &self.website {
            checks.url("/website", site);
        }
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
