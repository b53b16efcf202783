//! `/api/v1/collectivities/names`: every name in one small answer, for a search as one types.

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::state::{Snapshot, State};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::renditions;
use aect_types::Resource;
use aect_types::collectivities::{CollectivityName, CollectivityNames, CollectivitySummary};
use aect_types::query::{ListQuery, Sort, Sorting};
use aect_types::resource::Format;

/// Answers the names of all collectivities, by name.
pub(crate) async fn names(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let question = "collectivities/names".to_owned();
    let reading = state.clone();
    answers::answer(&state, &request, question, async |snapshot| {
        let position = snapshot.position;
        let names = reading.read(move |conn| all(conn, &snapshot)).await?;
        let body = serde_json::to_vec(&names).map_err(Error::internal)?;
        Ok(Made::new(Format::Json.media_type(), position, body))
    })
    .await
}

fn all(conn: &mut aect_db::Conn, snapshot: &Snapshot) -> Result<CollectivityNames> {
    let Snapshot { index, reader, .. } = snapshot;
    let by_name = ListQuery {
        sort: Some(Sort {
            by: Sorting::Name,
            descending: false,
        }),
        ..ListQuery::default()
    };
    let ids = index.ids(Resource::Collectivities, *reader, &by_name)?;
    let summaries = renditions::summaries(conn, *reader, &ids)?;
    let names = summaries.iter().map(|summary| {
        let summary: CollectivitySummary = serde_json::from_str(summary).map_err(Error::internal)?;
        Ok(CollectivityName(
            summary.slug,
            summary.name,
            summary.kind,
            summary.department_code,
        ))
    });
    Ok(CollectivityNames {
        names: names.collect::<Result<_>>()?,
    })
}
