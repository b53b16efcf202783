//! `/api/v1/collectivities/points`: the collectivities of a question as points of a map, in one small answer.

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::questions;
use crate::state::{Snapshot, State};
use crate::stats::OF_LISTS;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::renditions;
use aect_types::Resource;
use aect_types::collectivities::{CollectivityPoint, CollectivityPoints, CollectivitySummary};
use aect_types::query::ListQuery;
use aect_types::resource::Format;

/// Answers the points of the collectivities under the filters of their list.
pub(crate) async fn points(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let query = questions::read(Resource::Collectivities, address::pairs(&request), &OF_LISTS)?;
    let question = format!("collectivities/points?{}", address::query(query.to_pairs()));
    let reading = state.clone();
    answers::answer(&state, &request, question, async |snapshot| {
        let position = snapshot.position;
        let asked = query.clone();
        let points = reading.read(move |conn| all(conn, &snapshot, &asked)).await?;
        let body = serde_json::to_vec(&points).map_err(Error::internal)?;
        Ok(Made::new(Format::Json.media_type(), position, body))
    })
    .await
}

fn all(conn: &mut aect_db::Conn, snapshot: &Snapshot, query: &ListQuery) -> Result<CollectivityPoints> {
    let Snapshot { index, reader, .. } = snapshot;
    let ids = index.ids(Resource::Collectivities, *reader, query)?;
    let mut points = Vec::with_capacity(ids.len());
    for summary in renditions::summaries(conn, *reader, &ids)? {
        let summary: CollectivitySummary = serde_json::from_str(&summary).map_err(Error::internal)?;
        if let Some(position) = summary.position {
            points.push(CollectivityPoint(
                summary.slug,
                summary.name,
                summary.kind,
                summary.department_code,
                position.rounded(),
            ));
        }
    }
    Ok(CollectivityPoints { points })
}
