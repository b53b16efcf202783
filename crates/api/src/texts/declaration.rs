//! The parts of the accessibility statement that depend on whether the site was audited.

use super::operator::{Accessibility, Audit, Said, Status};
use aect_words::Language;
use aect_words::pages::{Text, declaration as words};
use maud::{Markup, html};

/// Each part, by the name of its placeholder.
pub(super) fn parts(accessibility: &Accessibility, language: Language) -> [(&'static str, Markup); 8] {
    let audit = accessibility.audit.as_ref();
    let list = |said: &[Said], otherwise: Text| list(said, otherwise, language);
    let of_audit = |part: fn(&Audit) -> &[Said], otherwise| list(audit.map_or(&[], part), otherwise);
    let no_conformity_known = match audit {
        None => words::NON_CONFORMITIES_UNKNOWN,
        Some(_) => words::NON_CONFORMITIES_NONE,
    };
    [
        (
            "accessibility.state",
            paragraph(state(accessibility).of(language)),
        ),
        ("accessibility.results", paragraph(&results(audit, language))),
        (
            "accessibility.non_conformities",
            list(&accessibility.non_conformities, no_conformity_known),
        ),
        (
            "accessibility.disproportionate_burden",
            list(
                &accessibility.disproportionate_burden,
                words::DISPROPORTIONATE_BURDEN_NONE,
            ),
        ),
        (
            "accessibility.exempt",
            list(&accessibility.exempt, words::EXEMPT_NONE),
        ),
        (
            "accessibility.environments",
            of_audit(|audit| &audit.environments, words::ENVIRONMENTS_AUTOMATIC),
        ),
        (
            "accessibility.tools",
            of_audit(|audit| &audit.tools, words::TOOLS_AUTOMATIC),
        ),
        (
            "accessibility.pages",
            of_audit(|audit| &audit.pages, words::PAGES_AUTOMATIC),
        ),
    ]
}

const fn state(accessibility: &Accessibility) -> Text {
    match (accessibility.status, &accessibility.audit) {
        (Status::Not, None) => words::STATE_NOT_AUDITED,
        (Status::Not, Some(_)) => words::STATE_NONE,
        (Status::Partly, _) => words::STATE_PARTIAL,
        (Status::Fully, _) => words::STATE_TOTAL,
    }
}

fn results(audit: Option<&Audit>, language: Language) -> String {
    audit.map_or_else(
        || words::RESULTS_NOT_AUDITED.of(language).to_owned(),
        |audit| words::audited(audit.on.0, &audit.by.0, audit.rate, language),
    )
}

fn list(said: &[Said], otherwise: Text, language: Language) -> Markup {
    if said.is_empty() {
        return paragraph(otherwise.of(language));
    }
    html! {
        ul {
            @for one in said {
                li { (one.of(language)) }
            }
        }
    }
}

fn paragraph(text: &str) -> Markup {
    html! { p { (text) } }
}
