//! The accessibility statement: the sentences of its fixed model (arrêté du 20 septembre 2019) that depend on whether and
//! how the site was audited.

use crate::{Language, dates};
use aect_types::PartialDate;

texts! {
    STATE_NOT_AUDITED = "Ce site n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : il n’a pas encore été audité.", "This site does not comply with the French rules of accessibility (RGAA), version 4.1.2: it has not been audited yet.";
    STATE_NONE = "Ce site n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, en raison des non-conformités et des dérogations énumérées ci-dessous.", "This site does not comply with the French rules of accessibility (RGAA), version 4.1.2, because of the cases of non-compliance and the exemptions listed below.";
    STATE_PARTIAL = "Ce site est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, en raison des non-conformités et des dérogations énumérées ci-dessous.", "This site complies in part with the French rules of accessibility (RGAA), version 4.1.2, because of the cases of non-compliance and the exemptions listed below.";
    STATE_TOTAL = "Ce site est totalement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2.", "This site complies fully with the French rules of accessibility (RGAA), version 4.1.2.";

    RESULTS_NOT_AUDITED = "Aucun audit de conformité n’a encore été réalisé. Des vérifications automatiques accompagnent chaque version du site ; elles ne trouvent qu’une partie des défauts et ne remplacent pas un audit.", "No audit of compliance has been made yet. Automatic checks come with each version of the site; they find only part of the defects and do not replace an audit.";

    NON_CONFORMITIES_UNKNOWN = "La liste n’en est pas encore établie, faute d’audit.", "They have not been listed yet, for want of an audit.";
    NON_CONFORMITIES_NONE = "L’audit n’en a relevé aucune.", "The audit found none.";
    DISPROPORTIONATE_BURDEN_NONE = "Aucune dérogation n’est demandée.", "No exemption is claimed.";
    EXEMPT_NONE = "Aucun contenu n’est concerné.", "No content is concerned.";

    ENVIRONMENTS_AUTOMATIC = "Les vérifications automatiques utilisent Chromium, sur un écran large et sur un écran de 320 pixels de large, en clair et en sombre. Le site n’a pas encore été vérifié avec un lecteur d’écran.", "The automatic checks use Chromium, on a wide screen and on one 320 pixels wide, light and dark. The site has not been checked with a screen reader yet.";
    TOOLS_AUTOMATIC = "L’outil axe-core, et des parcours automatiques au clavier.", "The tool axe-core, and automatic journeys by keyboard.";
    PAGES_AUTOMATIC = "Les vérifications automatiques portent entre autres sur l’accueil, la carte, l’annuaire, une fiche de collectivité, les projets et la page d’erreur.", "The automatic checks cover, among others, the home page, the map, the directory, the record of a local authority, the projects and the error page.";
}

/// «L’audit de conformité réalisé le 3 mars 2027 par … révèle que 72,5 % des critères… sont respectés.»; `rate` in percent.
#[must_use]
pub fn audited(on: PartialDate, by: &str, rate: f64, language: Language) -> String {
    let (date, rate) = (dates::date(on, language), rate.to_string());
    match language {
        Language::Fr => format!(
            "L’audit de conformité réalisé le {date} par {by} révèle que {}\u{a0}% des critères du RGAA, version 4.1.2, sont respectés.",
            rate.replace('.', ",")
        ),
        Language::En => format!(
            "The audit of compliance made on {date} by {by} shows that {rate}% of the criteria of the RGAA, version 4.1.2, are met."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audit_says_when_by_whom_and_how_much() {
        let on = "2027-03-01".parse().unwrap();
        assert_eq!(
            audited(on, "Untel", 72.5, Language::Fr),
            "L’audit de conformité réalisé le 1er mars 2027 par Untel révèle que 72,5\u{a0}% des critères du RGAA, version 4.1.2, sont respectés."
        );
        assert!(
            audited(on, "Untel", 100.0, Language::En).contains("on 1 March 2027 by Untel shows that 100% of")
        );
    }
}
