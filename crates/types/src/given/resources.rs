//! What is given to write a resource of the library.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::problem::ErrorCode;
use crate::resources::{ResourceKind, SharedResourceInput};
use crate::{Resource, authors};
use uuid::Uuid;

impl Given for SharedResourceInput {
    /// What others have published is an animator's to enter.
    const RULES: Rules = Rules::OWNED;

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "/publishers";

    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        authors::owners(&self.publishers)
    }

    fn references(&self) -> Vec<Reference> {
        Reference::authors("/publishers", &self.publishers)
            .chain(Reference::each("/themes", Resource::Themes, &self.themes))
            .collect()
    }

    fn coded(&self) -> Vec<Code> {
        Code::countries(&self.countries).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/title", &self.title);
        checks.maybe("/summary", self.summary.as_ref(), limits::SUMMARY_MAX);
        checks.maybe("/description", self.description.as_ref(), limits::TEXT_MAX);
        checks.maybe("/publisher_name", self.publisher_name.as_ref(), limits::TITLE_MAX);
        checks.site("/link", self.link.as_ref());
        checks.once("/audience", &self.audience);
        checks.once("/countries", &self.countries);
        checks.once("/themes", &self.themes);
        authors::check("/publishers", &self.publishers, checks);
        self.check_review(checks);
    }
}

impl SharedResourceInput {
    /// The law changes: a note on it says until when it may be believed.
    fn check_review(&self, checks: &mut Checks) {
        checks.day("/reviewed_on", self.reviewed_on);
        checks.day("/review_due_on", self.review_due_on);
        let (reviewed, due) = (self.reviewed_on, self.review_due_on);
        if self.kind == ResourceKind::LegalNote && due.is_none() {
            checks.note("/review_due_on", ErrorCode::Required, "");
        }
        if reviewed.zip(due).is_some_and(|(reviewed, due)| due < reviewed) {
            checks.note("/review_due_on", ErrorCode::Conflict, "≥ /reviewed_on");
        }
    }
}
