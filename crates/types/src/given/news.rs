//! What is given to write news.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::news::NewsInput;
use crate::problem::ErrorCode;
use crate::{Resource, authors};
use chrono::NaiveDate;
use uuid::Uuid;

impl Given for NewsInput {
    /// Without an author it is the network's, and so an animator's.
    const RULES: Rules = Rules::OWNED;

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "/authors";

    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        authors::owners(&self.authors)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::authors("/authors", &self.authors)
            .chain(Reference::each("/themes", Resource::Themes, &self.themes))
            .chain(Reference::each("/projects", Resource::Projects, &self.projects))
            .chain(Reference::each("/events", Resource::Events, &self.events))
            .collect()
    }

    fn coded(&self) -> Vec<Code> {
        Code::countries(&self.countries).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/title", &self.title);
        checks.maybe("/summary", self.summary.as_ref(), limits::SUMMARY_MAX);
        checks.maybe("/description", self.description.as_ref(), limits::TEXT_MAX);
        checks.day("/published_on", Some(self.published_on));
        checks.day("/useful_until", self.useful_until);
        if self
            .useful_until
            .is_some_and(|last: NaiveDate| last < self.published_on)
        {
            checks.note("/useful_until", ErrorCode::Conflict, "≥ /published_on");
        }
        checks.links("/links", &self.links);
        checks.once("/countries", &self.countries);
        checks.once("/themes", &self.themes);
        checks.once("/projects", &self.projects);
        checks.once("/events", &self.events);
        authors::check("/authors", &self.authors, checks);
    }
}
