//! Operations that write records, and what happened to them.

use super::said::{self, JSON, PATCH, Said};
use super::{examples, names};
use crate::duplicates;
use crate::writing::{WRITTEN, with_given};
use aect_types::given::{Given, Rules};
use aect_types::policy::Writers;
use aect_types::problem::ProblemKind;
use aect_types::{Resource, Visibility};
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Paths};

/// What any write may be refused for; the first only where a record that others name stays.
const REFUSED: &[ProblemKind] = &[
    ProblemKind::InUse,
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::NotFound,
    ProblemKind::PreconditionFailed,
    ProblemKind::InvalidBody,
    ProblemKind::PreconditionRequired,
];
const NOT_MADE: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::InvalidBody,
];
const NOT_READ: &[ProblemKind] = &[
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::NotFound,
];

/// Adds those of the kinds that people write.
pub(super) fn add(paths: &mut Paths) -> anyhow::Result<()> {
    for resource in WRITTEN {
        said::add(paths, operations(resource)?);
        said::add(paths, [merging(resource)?]);
    }
    for resource in duplicates::RESOURCES {
        said::add(paths, [likely_duplicates(resource)?]);
    }
    Ok(())
}

/// What one asks before entering a record.
fn likely_duplicates(resource: Resource) -> anyhow::Result<Said> {
    let record = examples::record(resource)?;
    let field = |name: &str| record.get(name).cloned().unwrap_or_default();
    let name = if resource == Resource::Projects {
        field("title")
    } else {
        field("name")
    };
    let found = json!({"id": field("id"), "slug": field("slug"), "name": name, "visibility": "public", "alike": ["name", "country"]});
    let parameters: &[&str] = match resource {
        Resource::Projects => &[
            "Duplicates.name",
            "Duplicates.country",
            "Duplicates.lead",
            "Duplicates.partner_authority",
        ],
        Resource::Actors => &["Duplicates.name", "Duplicates.acronym"],
        _ => &["Duplicates.name", "Duplicates.country"],
    };
    Ok(Said {
        method: HttpMethod::Get,
        path: format!("/{resource}/likely-duplicates"),
        tag: names::title(resource),
        id: format!("listLikelyDuplicate{}", names::plural(resource)),
        summary: format!("List {} that may be the same", names::words(resource)),
        description: "The likeliest first, ten at most, of those that the caller may read, with what they have in common: for a form \
                      to ask before it enters a record."
            .into(),
        signed_in: true,
        parameters,
        sends: None,
        status: "200",
        answers: (
            "All of them, on one page.".into(),
            Some(("LikelyDuplicatePage".into(), json!({"items": [found], "total": 1, "next": null}))),
        ),
        problems: &[ProblemKind::InvalidParameters, ProblemKind::Unauthorized],
    })
}

/// The parameters of an operation on one record: what names it, then the version that is written.
pub(super) const fn parameters(resource: Resource) -> &'static [&'static str; 2] {
    match resource {
        Resource::Collectivities => &["Collectivities.key", "If-Match"],
        Resource::Actors => &["Actors.key", "If-Match"],
        Resource::PartnerAuthorities => &["PartnerAuthorities.key", "If-Match"],
        Resource::Projects => &["Projects.key", "If-Match"],
        Resource::Events => &["Events.key", "If-Match"],
        Resource::News => &["News.key", "If-Match"],
        Resource::ThematicGroups => &["ThematicGroups.key", "If-Match"],
        Resource::Resources => &["Resources.key", "If-Match"],
        Resource::ExternalInitiatives => &["ExternalInitiatives.key", "If-Match"],
        Resource::Themes => &["Themes.key", "If-Match"],
        Resource::Countries => &["Countries.key", "If-Match"],
        Resource::Sdgs => &["Sdgs.key", "If-Match"],
        Resource::DacSectors => &["DacSectors.key", "If-Match"],
    }
}

/// A change that a person might make.
fn patch(resource: Resource) -> Value {
    match resource {
        Resource::Events => json!({"status": "postponed"}),
        Resource::ThematicGroups => json!({"next_date": "2026-12-03"}),
        Resource::Themes | Resource::Actors | Resource::PartnerAuthorities => {
            json!({"description": "En quelques mots."})
        }
        _ => json!({"summary": "En quelques mots."}),
    }
}

/// Who writes a kind, and who sees a new record of it.
struct Who {
    rules: Rules,
    at_first: Visibility,
    stays: bool,
}

fn who<S: Given>() -> Who {
    Who {
        rules: S::RULES,
        at_first: S::visibility_at_first(),
        stays: S::STAYS_WHILE_NAMED,
    }
}

/// People, in a sentence.
const fn by(writers: Writers) -> &'static str {
    match writers {
        Writers::Owners => "an editor of one of its owners, or an animator",
        Writers::Editors => "any editor of a collectivity or an actor, or an animator",
        Writers::Animators => "an animator",
    }
}

fn entering(writers: Writers, at_first: Visibility) -> String {
    format!(
        "Enters a record; `visibility` is `{at_first}` unless it is said. By {}.",
        by(writers)
    )
}

fn operations(resource: Resource) -> anyhow::Result<[Said; 5]> {
    let (one, singular, tag) = (
        names::one(resource),
        names::singular(resource),
        names::title(resource),
    );
    let record = || examples::record(resource).map(|example| (singular.to_owned(), example));
    let path = format!("/{resource}/{{key}}");
    let written = anyhow::anyhow!("nobody writes {resource}");
    let Who {
        rules,
        at_first,
        stays,
    } = with_given!(resource, return Err(written), who());
    let (change, delete) = (by(rules.change), by(rules.delete));
    let refused = REFUSED.get(usize::from(!stays)..).unwrap_or_default();
    let kept = if stays {
        " One that other records name stays (409)."
    } else {
        ""
    };
    Ok([
        Said {
            method: HttpMethod::Post,
            path: format!("/{resource}"),
            tag: tag.clone(),
            id: format!("create{singular}"),
            summary: format!("Enter {one}"),
            description: entering(rules.enter, at_first),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, format!("{singular}Input"), examples::input(resource)?)),
            status: "201",
            answers: ("The record; `Location` is its address.".into(), Some(record()?)),
            problems: NOT_MADE,
        },
        Said {
            method: HttpMethod::Patch,
            path: path.clone(),
            tag: tag.clone(),
            id: format!("update{singular}"),
            summary: format!("Change {one}"),
            description: format!(
                "Changes what a merge patch (RFC 7396) names, `visibility` included. By {change}. Whoever writes a record says that it is \
                 true today. Fewer see it only by those who may delete it.{kept}"
            ),
            signed_in: true,
            parameters: parameters(resource),
            sends: Some((PATCH, format!("{singular}Patch"), patch(resource))),
            status: "200",
            answers: ("The record, changed.".into(), Some(record()?)),
            problems: refused,
        },
        Said {
            method: HttpMethod::Delete,
            path: path.clone(),
            tag: tag.clone(),
            id: format!("delete{singular}"),
            summary: format!("Delete {one}"),
            description: format!(
                "Hides a record; it can be brought back. Answered once no list, search or cache shows it any more. By {delete}.{kept}"
            ),
            signed_in: true,
            parameters: parameters(resource),
            sends: None,
            status: "204",
            answers: ("It is hidden.".into(), None),
            problems: refused,
        },
        Said {
            method: HttpMethod::Post,
            path: format!("{path}/restore"),
            tag: tag.clone(),
            id: format!("restore{singular}"),
            summary: format!("Restore {one}"),
            description: format!(
                "Brings back what a record said at one of its versions, by {change}; or a deleted record, by {delete}."
            ),
            signed_in: true,
            parameters: parameters(resource),
            sends: Some((JSON, "Restoration".into(), json!({"version": 1}))),
            status: "200",
            answers: ("The record, restored.".into(), Some(record()?)),
            problems: refused,
        },
        Said {
            method: HttpMethod::Get,
            path: format!("{path}/history"),
            tag,
            id: format!("list{singular}Revisions"),
            summary: format!("List what happened to {one}"),
            description: "Every write, the last first: who, when, and what each field said before and afterwards. For those who may write it."
                .into(),
            signed_in: true,
            parameters: parameters(resource).split_at(1).0,
            sends: None,
            status: "200",
            answers: ("All of them, on one page.".into(), Some(("RevisionPage".into(), examples::revisions()))),
            problems: NOT_READ,
        },
    ])
}

/// How an animator lets one record take the place of another.
fn merging(resource: Resource) -> anyhow::Result<Said> {
    let singular = names::singular(resource);
    Ok(Said {
        method: HttpMethod::Post,
        path: format!("/{resource}/{{key}}/merge"),
        tag: names::title(resource),
        id: format!("merge{singular}"),
        summary: format!("Merge {} into another one", names::one(resource)),
        description: "Lets another record of this kind take the place of this one: addresses, codes, sources, citations, people and \
                      every mention in other records lead to it, and so does this record's own address. This one is hidden for good; \
                      its history stays. By an animator."
            .into(),
        signed_in: true,
        parameters: parameters(resource),
        sends: Some((JSON, "Merging".into(), json!({"into": "0190b5a0-7c3e-7a4f-9d2b-3c1d5e6f7a8b"}))),
        status: "200",
        answers: ("The record that stays.".into(), Some((singular.to_owned(), examples::record(resource)?))),
        problems: REFUSED.split_at(1).1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;

    fn is_right<S: Given + DeserializeOwned>(resource: Resource) {
        let mut example = examples::input(resource).unwrap();
        let input: S = serde_json::from_value(example.clone()).unwrap();
        assert_eq!(input.wrong(), [], "{resource}");
        let changes = patch(resource);
        example
            .as_object_mut()
            .unwrap()
            .extend(changes.as_object().unwrap().clone());
        assert!(
            serde_json::from_value::<S>(example).is_ok(),
            "{resource}: {changes}"
        );
    }

    #[test]
    fn examples_could_be_sent() {
        for resource in WRITTEN {
            with_given!(resource, (), is_right(resource));
        }
    }
}
