//! What is given to write what another network runs.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::Resource;
use crate::external_initiatives::ExternalInitiativeInput;
use crate::policy::Writers;
use uuid::Uuid;

impl Given for ExternalInitiativeInput {
    /// It is run by others, and several members may know of it: what they know they share. Since groups name it, only
    /// animators make it go.
    const RULES: Rules = Rules {
        enter: Writers::Editors,
        change: Writers::Editors,
        delete: Writers::Animators,
    };

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "";

    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        Vec::new()
    }

    fn references(&self) -> Vec<Reference> {
        Reference::each("/run_by", Resource::Actors, &self.run_by)
            .chain(Reference::each("/themes", Resource::Themes, &self.themes))
            .collect()
    }

    fn coded(&self) -> Vec<Code> {
        Code::countries(&self.countries).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name", &self.name);
        checks.maybe("/summary", self.summary.as_ref(), limits::SUMMARY_MAX);
        checks.maybe("/run_by_name", self.run_by_name.as_ref(), limits::TITLE_MAX);
        checks.site("/website", self.website.as_ref());
        checks.once("/countries", &self.countries);
        checks.once("/run_by", &self.run_by);
        checks.once("/themes", &self.themes);
    }
}
