//! `/api/v1/search`: the best records of every kind.

mod hints;

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::questions;
use crate::state::{Snapshot, State};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Conn, renditions};
use aect_search::{FoundGroup, FoundHit};
use aect_types::problem::ErrorCode;
use aect_types::query::{ParameterError, limits};
use aect_types::resource::Format;
use aect_types::search::{SearchGroup, SearchHit, SearchResults};
use aect_types::{Resource, Uuid};
use serde::de::DeserializeOwned;

/// Hits of each kind where the request does not say.
pub(crate) const PER_KIND_DEFAULT: u8 = 5;
/// Most hits of each kind.
pub(crate) const PER_KIND_MAX: u8 = 20;

struct Question {
    q: String,
    per_kind: u8,
}

/// Answers the best hits of every kind.
pub(crate) async fn search(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let Question { q, per_kind } = read(address::pairs(&request))?;
    let question = format!(
        "search?{}",
        address::query([("q", q.as_str()), ("limit", &per_kind.to_string())])
    );
    let reading = state.clone();
    answers::answer(&state, &request, question, async |snapshot| {
        let position = snapshot.position;
        let results = reading
            .read(move |conn| found(conn, &snapshot, &q, per_kind.into()))
            .await?;
        let body = serde_json::to_vec(&results).map_err(Error::internal)?;
        Ok(Made::new(Format::Json.media_type(), position, body))
    })
    .await
}

fn read(mut pairs: Vec<(String, String)>) -> Result<Question> {
    let q = questions::take(&mut pairs, "q")?;
    let limit = questions::take(&mut pairs, "limit")?;
    let mut errors: Vec<ParameterError> = pairs
        .iter()
        .map(|(name, _)| ParameterError::new(name, ErrorCode::Unknown, "q, limit"))
        .collect();
    match &q {
        None => errors.push(ParameterError::new("q", ErrorCode::Required, "")),
        Some(q) if q.chars().count() > limits::Q_MAX => {
            errors.push(ParameterError::new(
                "q",
                ErrorCode::TooLong,
                limits::Q_MAX.to_string(),
            ));
        }
        Some(_) => {}
    }
    let per_kind = limit.map_or(Some(PER_KIND_DEFAULT), |limit| limit.parse().ok());
    match per_kind {
        Some(per_kind @ 1..=PER_KIND_MAX) if errors.is_empty() => Ok(Question {
            q: q.unwrap_or_default().trim().to_owned(),
            per_kind,
        }),
        Some(1..=PER_KIND_MAX) => Err(Error::parameters(errors)),
        _ => {
            errors.push(ParameterError::new(
                "limit",
                ErrorCode::Range,
                format!("1 … {PER_KIND_MAX}"),
            ));
            Err(Error::parameters(errors))
        }
    }
}

/// The best hits of every kind, at most `per_kind` each.
pub(crate) fn found(conn: &mut Conn, snapshot: &Snapshot, q: &str, per_kind: u16) -> Result<SearchResults> {
    let found = snapshot.index.search(snapshot.reader, q, per_kind.into())?;
    let groups = found.groups.into_iter().map(|group| {
        let FoundGroup {
            resource,
            total,
            hits,
        } = group;
        let ids: Vec<Uuid> = hits.iter().map(|FoundHit { id, .. }| *id).collect();
        let summaries = renditions::summaries(conn, snapshot.reader, &ids)?;
        let hits = summaries
            .iter()
            .map(|summary| hit(resource, summary))
            .collect::<Result<_>>()?;
        Ok(SearchGroup {
            resource,
            total,
            hits,
        })
    });
    Ok(SearchResults {
        groups: groups.collect::<Result<_>>()?,
        total: found.total,
    })
}

/// What is shown of a record found: its name, and what tells it from others of that name.
fn hit(resource: Resource, summary: &str) -> Result<SearchHit> {
    match resource {
        Resource::Collectivities => of(summary, hints::collectivity),
        Resource::Actors => of(summary, hints::actor),
        Resource::PartnerAuthorities => of(summary, hints::partner_authority),
        Resource::Projects => of(summary, hints::project),
        Resource::Events => of(summary, hints::event),
        Resource::News => of(summary, hints::news),
        Resource::ThematicGroups => of(summary, hints::thematic_group),
        Resource::Resources => of(summary, hints::resource),
        Resource::ExternalInitiatives => of(summary, hints::external_initiative),
        Resource::Themes => of(summary, hints::theme),
        Resource::Countries => of(summary, hints::country),
        Resource::Sdgs => of(summary, hints::sdg),
        Resource::DacSectors => of(summary, hints::dac_sector),
    }
}

fn of<S: DeserializeOwned>(summary: &str, hint: fn(S) -> SearchHit) -> Result<SearchHit> {
    serde_json::from_str(summary).map(hint).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(pairs: &[(&str, &str)]) -> Vec<(String, ErrorCode)> {
        let pairs = pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
        match read(pairs) {
            Ok(_) => Vec::new(),
            Err(error) => error
                .parameters
                .iter()
                .map(|e| (e.parameter.clone(), e.code))
                .collect(),
        }
    }

    #[test]
    fn a_search_names_every_error() {
        assert!(errors(&[("q", "")]).is_empty());
        assert!(errors(&[("q", "eau"), ("limit", "20")]).is_empty());
        assert_eq!(errors(&[]), [("q".to_owned(), ErrorCode::Required)]);
        assert_eq!(
            errors(&[("limit", "21"), ("page", "2")]),
            [
                ("page".to_owned(), ErrorCode::Unknown),
                ("q".to_owned(), ErrorCode::Required),
                ("limit".to_owned(), ErrorCode::Range)
            ]
        );
    }
}
