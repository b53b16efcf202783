//! What is given to write a thematic group.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::Resource;
use crate::thematic_groups::ThematicGroupInput;
use uuid::Uuid;

impl Given for ThematicGroupInput {
    const RULES: Rules = Rules::OWNED;

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "/animators";

    /// The organisations that run it; its members take part, and do not write it.
    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        self.animators.clone()
    }

    fn references(&self) -> Vec<Reference> {
        Reference::each("/themes", Resource::Themes, &self.themes)
            .chain(Reference::each(
                "/members",
                Resource::Collectivities,
                &self.members,
            ))
            .chain(Reference::each("/animators", Resource::Actors, &self.animators))
            .chain(Reference::each(
                "/initiatives",
                Resource::ExternalInitiatives,
                &self.initiatives,
            ))
            .collect()
    }

    fn coded(&self) -> Vec<Code> {
        Code::countries(&self.countries).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name", &self.name);
        checks.maybe("/purpose", self.purpose.as_ref(), limits::TEXT_MAX);
        checks.maybe("/deliverable", self.deliverable.as_ref(), limits::TEXT_MAX);
        checks.links("/elsewhere", &self.elsewhere);
        checks.once("/restricted_to", &self.restricted_to);
        checks.once("/countries", &self.countries);
        checks.once("/themes", &self.themes);
        checks.once("/members", &self.members);
        checks.once("/animators", &self.animators);
        checks.once("/initiatives", &self.initiatives);
    }
}
