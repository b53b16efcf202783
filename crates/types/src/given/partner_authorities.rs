//! What is given to write a local authority abroad.

use super::{Checks, Code, Given, Reference, Rules, limits};
use crate::Resource;
use crate::partner_authorities::PartnerAuthorityInput;
use crate::policy::Writers;
use crate::problem::ErrorCode;
use uuid::Uuid;

impl Given for PartnerAuthorityInput {
    /// It has no account here, and several collectivities may work with it: what they know of it they share. Since others
    /// name it, only animators make it go.
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
        Vec::new()
    }

    fn coded(&self) -> Vec<Code> {
        vec![Code::new("/country", Resource::Countries, self.country.as_str())]
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/name", &self.name);
        checks.maybe("/authority_type", self.authority_type.as_ref(), limits::TITLE_MAX);
        checks.site("/website", self.website.as_ref());
        checks.maybe("/description", self.description.as_ref(), limits::TEXT_MAX);
        if let Some(item) = &self.wikidata_id
            && !is_wikidata_item(item)
        {
            checks.note("/wikidata_id", ErrorCode::Format, "Q47822");
        }
    }
}

fn is_wikidata_item(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| {
        (1..=12).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
