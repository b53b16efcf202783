//! Operations that write records, and what happened to them.

use super::said::{self, JSON, PATCH, Said};
use super::{examples, names};
use crate::writing::WRITTEN;
use aect_types::Resource;
use aect_types::problem::ProblemKind;
use serde_json::json;
use utoipa::openapi::path::{HttpMethod, Paths};

/// What any write may be refused for.
const REFUSED: &[ProblemKind] = &[
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
    }
    Ok(())
}

/// The parameter that names a record of a kind.
fn key(resource: Resource) -> &'static [&'static str] {
    match resource {
        Resource::Collectivities => &["Collectivities.key"],
        _ => &["Projects.key"],
    }
}

fn versioned(resource: Resource) -> &'static [&'static str] {
    match resource {
        Resource::Collectivities => &["Collectivities.key", "If-Match"],
        _ => &["Projects.key", "If-Match"],
    }
}

fn operations(resource: Resource) -> anyhow::Result<[Said; 5]> {
    let (one, singular, tag) = (
        names::one(resource),
        names::singular(resource),
        names::title(resource),
    );
    let record = || examples::record(resource).map(|example| (singular.to_owned(), example));
    let path = format!("/{resource}/{{key}}");
    Ok([
        Said {
            method: HttpMethod::Post,
            path: format!("/{resource}"),
            tag: tag.clone(),
            id: format!("create{singular}"),
            summary: format!("Enter {one}"),
            description: "Enters a record, as a draft unless `visibility` says otherwise. By an editor of one of its owners.".into(),
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
            description: "Changes what a merge patch (RFC 7396) names, `visibility` included. By an editor of one of its owners, or an \
                          animator. Whoever writes a record says that it is true today."
                .into(),
            signed_in: true,
            parameters: versioned(resource),
            sends: Some((PATCH, format!("{singular}Patch"), json!({"summary": "En quelques mots."}))),
            status: "200",
            answers: ("The record, changed.".into(), Some(record()?)),
            problems: REFUSED,
        },
        Said {
            method: HttpMethod::Delete,
            path: path.clone(),
            tag: tag.clone(),
            id: format!("delete{singular}"),
            summary: format!("Delete {one}"),
            description: "Hides a record; it can be brought back. Answered once no list, search or cache shows it any more.".into(),
            signed_in: true,
            parameters: versioned(resource),
            sends: None,
            status: "204",
            answers: ("It is hidden.".into(), None),
            problems: REFUSED,
        },
        Said {
            method: HttpMethod::Post,
            path: format!("{path}/restore"),
            tag: tag.clone(),
            id: format!("restore{singular}"),
            summary: format!("Restore {one}"),
            description: "Brings a deleted record back, or what it said at one of its versions.".into(),
            signed_in: true,
            parameters: versioned(resource),
            sends: Some((JSON, "Restoration".into(), json!({"version": 1}))),
            status: "200",
            answers: ("The record, restored.".into(), Some(record()?)),
            problems: REFUSED,
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
            parameters: key(resource),
            sends: None,
            status: "200",
            answers: ("All of them, on one page.".into(), Some(("RevisionPage".into(), examples::revisions()))),
            problems: NOT_READ,
        },
    ])
}
