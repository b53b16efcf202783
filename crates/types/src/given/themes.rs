//! What is given to write a theme.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::policy::Writers;
use crate::themes::ThemeInput;
use uuid::Uuid;

/// The last place within a kind.
const RANK_MAX: i64 = 10_000;

impl Given for ThemeInput {
    /// One list for all: those who run the platform keep it.
    const RULES: Rules = Rules {
        enter: Writers::Animators,
        change: Writers::Animators,
        delete: Writers::Animators,
    };

    const RESERVED: &'static [&'static str] = &[];

    /// Records are found by their themes: they are given others first.
    const STAYS_WHILE_NAMED: bool = true;

    const OWNERS_AT: &'static str = "";

    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        Vec::new()
    }

    fn references(&self) -> Vec<Reference> {
        Vec::new()
    }

    fn coded(&self) -> Vec<Code> {
        Code::sdgs(&self.sdgs).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name_fr", &self.name_fr);
        checks.name("/name_en", &self.name_en);
        checks.maybe("/description", self.description.as_ref(), limits::NOTE_MAX);
        checks.maybe("/origin", self.origin.as_ref(), limits::TITLE_MAX);
        checks.within("/rank", self.rank.into(), 0, RANK_MAX);
        checks.once("/sdgs", &self.sdgs);
    }
}
