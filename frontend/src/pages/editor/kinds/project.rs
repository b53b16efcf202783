//! What one writes of a project: what takes two minutes first.

use super::{Section, Spec, choice, codes, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source};
use aect_types::given::limits;
use aect_types::projects::{ActorRole, CollectivityRole, LookingFor, ProjectKind, ProjectStatus};
use aect_words::pages::editor as words;
use serde_json::{Map, Value, json};

pub(super) const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: FIRST,
    },
    Section {
        name: Some(words::SECTION_TELL),
        fields: &[
            optional(
                "summary",
                words::SUMMARY,
                Some(words::SUMMARY_HELP),
                Shape::Long(limits::SUMMARY_MAX),
            ),
            optional(
                "description",
                words::DESCRIPTION,
                Some(words::DESCRIPTION_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "sdgs",
                words::SDGS,
                Some(words::SDGS_HELP),
                Shape::Several(List::Goals),
            ),
            optional("links", words::LINKS, Some(words::LINKS_HELP), Shape::Links),
        ],
    },
    Section {
        name: Some(words::SECTION_DATES),
        fields: &[
            optional("start_date", words::START, Some(words::DATE_HELP), Shape::Date),
            optional("end_date", words::END, Some(words::DATE_HELP), Shape::Date),
            optional("budget", words::BUDGET, Some(words::BUDGET_HELP), Shape::Money),
        ],
    },
    Section {
        name: Some(words::SECTION_WITH),
        fields: &[
            optional(
                "partner_authorities",
                words::PARTNERS,
                None,
                Shape::Chosen(Source::PartnerAuthorities),
            ),
            optional(
                "collectivities",
                words::COLLECTIVITIES,
                None,
                Shape::Chosen(Source::Collectivities(|language| {
                    codes(CollectivityRole::ALL, language)
                })),
            ),
            optional(
                "actors",
                words::ACTORS,
                Some(words::ACTORS_HELP),
                Shape::Chosen(Source::Actors(|language| codes(ActorRole::ALL, language))),
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_LOOKING),
        fields: &[
            optional(
                "looking_for",
                words::LOOKING_FOR,
                Some(words::LOOKING_FOR_HELP),
                Shape::Several(List::Codes(|language| codes(LookingFor::ALL, language))),
            ),
            optional(
                "looking_for_note",
                words::LOOKING_FOR_NOTE,
                Some(words::LOOKING_FOR_NOTE_HELP),
                Shape::Long(limits::NOTE_MAX),
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_RESULTS),
        fields: &[
            optional(
                "brings_home",
                words::BRINGS_HOME,
                Some(words::BRINGS_HOME_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "results",
                words::RESULTS,
                Some(words::RESULTS_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "beneficiaries",
                words::BENEFICIARIES,
                Some(words::BENEFICIARIES_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
        ],
    },
];

const FIRST: &[Spec] = &[
    required(
        "title",
        words::TITLE,
        Some(words::TITLE_HELP),
        Shape::Line("text"),
    ),
    required("lead", words::LEAD, Some(words::LEAD_HELP), Shape::Lead),
    required(
        "kind",
        words::KIND,
        None,
        choice(|language| codes(ProjectKind::ALL, language)),
    ),
    required(
        "status",
        words::STATUS,
        Some(words::STATUS_HELP),
        choice(|language| codes(ProjectStatus::ALL, language)),
    ),
    optional(
        "countries",
        words::COUNTRIES,
        Some(words::COUNTRIES_HELP),
        Shape::Chosen(Source::Countries),
    ),
    optional(
        "themes",
        words::THEMES,
        Some(words::THEMES_HELP),
        Shape::Several(List::Themes),
    ),
];

/// What the contract wants to be said, though it says nothing.
pub(super) fn blank() -> Map<String, Value> {
    let lists = [
        "countries",
        "places",
        "sdgs",
        "dac_sectors",
        "looking_for",
        "other_participants",
        "links",
        "documents",
        "collectivities",
        "actors",
        "partner_authorities",
        "themes",
        "funding_lines",
    ];
    let mut blank: Map<String, Value> = lists
        .map(|list| (list.to_owned(), json!([])))
        .into_iter()
        .collect();
    blank.insert("to_confirm".to_owned(), json!(false));
    blank
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::editor::kinds::{put, specs};
    use aect_types::projects::ProjectInput;
    use aect_types::{Resource, Uuid};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn with_the_required_fields_it_is_a_project() {
        let mut project = blank();
        for spec in specs(Resource::Projects).filter(|spec| spec.required) {
            let value = match spec.id {
                "title" => json!("Eau"),
                "lead" => json!(Uuid::nil()),
                "kind" => json!("twinning"),
                _ => json!("idea"),
            };
            put(&mut project, spec.id, value);
        }
        let project: ProjectInput = serde_json::from_value(Value::Object(project)).unwrap();
        assert_eq!(project.title, "Eau");
    }
}
