//! What is given to write an actor.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::actors::ActorInput;
use crate::policy::Writers;
use crate::problem::ErrorCode;
use uuid::Uuid;

/// Codes of the IATI list `OrganisationType` (2.03).
const IATI_TYPES: [&str; 16] = [
    "10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90",
];

/// Letters of an acronym.
const ACRONYM_MAX: usize = 40;

impl Given for ActorInput {
    /// The directory needs those that a project or an event names: any editor enters one. From then on it speaks for
    /// itself, and since others name it, only animators make it go.
    const RULES: Rules = Rules {
        enter: Writers::Editors,
        change: Writers::Owners,
        delete: Writers::Animators,
    };

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "";

    fn owners(&self, id: Uuid) -> Vec<Uuid> {
        vec![id]
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }

    fn coded(&self) -> Vec<Code> {
        Vec::new()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name", &self.name);
        checks.maybe("/acronym", self.acronym.as_ref(), ACRONYM_MAX);
        if let Some(code) = &self.iati_organisation_type
            && !IATI_TYPES.contains(&code.as_str())
        {
            checks.note(
                "/iati_organisation_type",
                ErrorCode::NotListed,
                IATI_TYPES.join(", "),
            );
        }
        checks.maybe("/scope", self.scope.as_ref(), limits::NOTE_MAX);
        checks.maybe("/status_note", self.status_note.as_ref(), limits::NOTE_MAX);
        checks.maybe("/description", self.description.as_ref(), limits::TEXT_MAX);
        checks.site("/website", self.website.as_ref());
    }
}
