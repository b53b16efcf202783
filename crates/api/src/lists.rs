//! Pages of a list: `/api/v1/{resource}`.

use crate::address::{self, BASE};
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::state::{Snapshot, State};
use crate::{cursor, exports, openapi, questions};
use actix_web::http::header::{HeaderValue, LINK};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Conn, renditions};
use aect_search::After;
use aect_types::problem::ErrorCode;
use aect_types::query::{ListQuery, ParameterError, limits};
use aect_types::resource::Format;
use aect_types::{Page, Resource};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Answers a page of a list, or the whole list in another format.
pub(crate) async fn list(
    state: Data<State>,
    request: HttpRequest,
    segment: Path<String>,
) -> Result<HttpResponse> {
    let resource = address::resource(segment.split('.').next().unwrap_or_default())?;
    let (_, format) = address::format(&request, &segment, resource.spec().formats)?;
    if format != Format::Json {
        return exports::export(state, request, resource, format).await;
    }
    let list = List::read(resource, address::pairs(&request))?;
    let question = format!("{segment}?{}", address::query(list.query.to_pairs()));
    let path = format!("{BASE}/{segment}");
    let reading = state.clone();
    answers::answer(&state, &request, question, async |snapshot| {
        reading.read(move |conn| list.page(conn, &snapshot, &path)).await
    })
    .await
}

/// A question on a list, checked as a whole.
pub(crate) struct List {
    resource: Resource,
    pub(crate) query: ListQuery,
    /// Where the page before ended.
    after: Option<After>,
    /// The top-level fields to keep, in the order of the record; the summary where none is named.
    fields: Vec<&'static String>,
}

impl List {
    pub(crate) fn read(resource: Resource, pairs: Vec<(String, String)>) -> Result<Self> {
        let query = questions::read(resource, pairs, &[])?;
        let mut errors = Vec::new();
        let after = match &query.cursor {
            None => None,
            Some(given) => {
                let place = cursor::read(resource, &query, given);
                let place = place.and_then(|place| serde_json::from_slice(&place).ok());
                if place.is_none() {
                    errors.push(ParameterError::new("cursor", ErrorCode::Cursor, ""));
                }
                place
            }
        };
        let known = openapi::fields(resource);
        if query.fields.iter().any(|field| !known.contains(field)) {
            errors.push(ParameterError::new(
                "fields",
                ErrorCode::NotListed,
                known.join(", "),
            ));
        }
        let fields = known.iter().filter(|name| query.fields.contains(*name)).collect();
        if errors.is_empty() {
            Ok(Self {
                resource,
                query,
                after,
                fields,
            })
        } else {
            Err(Error::parameters(errors))
        }
    }

    fn page(&self, conn: &mut Conn, snapshot: &Snapshot, path: &str) -> Result<Made> {
        let (items, around) = self.rows(conn, snapshot)?;
        let links = self.links(path, around.next.as_deref())?;
        let body = write(&items, &around)?;
        let mut made = Made::new(Format::Json.media_type(), snapshot.position, body);
        made.headers.push((LINK, links));
        Ok(made)
    }

    /// The rows of the page as JSON, and what surrounds them.
    pub(crate) fn rows(&self, conn: &mut Conn, snapshot: &Snapshot) -> Result<(Vec<String>, Page<()>)> {
        let Snapshot { index, reader, .. } = snapshot;
        let limit = self.query.limit.unwrap_or(limits::PAGE_DEFAULT);
        let hits = index.select(
            self.resource,
            *reader,
            &self.query,
            self.after.as_ref(),
            limit.into(),
        )?;
        let items = if self.fields.is_empty() {
            renditions::summaries(conn, *reader, &hits.ids)?
        } else {
            let records = renditions::records(conn, *reader, &hits.ids)?;
            records
                .iter()
                .map(|record| pick(record, &self.fields))
                .collect::<Result<_>>()?
        };
        let next = hits.next.as_ref().map(|place| self.cursor(place)).transpose()?;
        let around = Page {
            items: Vec::new(),
            total: hits.total,
            left_out: hits.left_out,
            next,
            facets: (!self.query.facets.is_empty()).then_some(hits.facets),
        };
        Ok((items, around))
    }

    fn cursor(&self, place: &After) -> Result<String> {
        let place = serde_json::to_vec(place).map_err(Error::internal)?;
        Ok(cursor::write(self.resource, &self.query, &place))
    }

    /// `Link` (RFC 8288): the first page, and the next one where there is one.
    fn links(&self, path: &str, next: Option<&str>) -> Result<HeaderValue> {
        let address = |cursor: Option<&str>| {
            let query = ListQuery {
                cursor: cursor.map(str::to_owned),
                ..self.query.clone()
            };
            match address::query(query.to_pairs()) {
                query if query.is_empty() => path.to_owned(),
                query => format!("{path}?{query}"),
            }
        };
        let mut links = format!("<{}>; rel=\"first\"", address(None));
        if next.is_some() {
            links = format!("<{}>; rel=\"next\", {links}", address(next));
        }
        HeaderValue::try_from(links).map_err(Error::internal)
    }
}

/// The fields of a record that were asked for, in its own order.
fn pick<F: AsRef<str>>(record: &str, fields: &[F]) -> Result<String> {
    let mut whole: BTreeMap<&str, &RawValue> = serde_json::from_str(record).map_err(Error::internal)?;
    let kept: Vec<String> = fields
        .iter()
        .map(AsRef::as_ref)
        .filter_map(|field: &str| {
            whole
                .remove(field)
                .map(|value| format!("\"{field}\":{}", value.get()))
        })
        .collect();
    Ok(format!("{{{}}}", kept.join(",")))
}

/// The page as JSON: the items are bytes already, so only what surrounds them is written.
fn write(items: &[String], around: &Page<()>) -> Result<String> {
    // An empty page in the form of the contract, with the items put between its brackets.
    const EMPTY: &str = "{\"items\":[";
    let around = serde_json::to_string(around).map_err(Error::internal)?;
    let rest = around
        .strip_prefix(EMPTY)
        .ok_or_else(|| Error::internal(anyhow::anyhow!("a page begins with its items")))?;
    let mut page =
        String::with_capacity(items.iter().map(|item| item.len() + 1).sum::<usize>() + around.len());
    page.push_str(EMPTY);
    for (rank, item) in items.iter().enumerate() {
        if rank > 0 {
            page.push(',');
        }
        page.push_str(item);
    }
    page.push_str(rest);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::page::FacetCount;

    #[test]
    fn a_page_written_by_hand_reads_as_a_page() {
        let around = Page {
            items: Vec::new(),
            total: 3,
            left_out: Some(1),
            next: Some("abc".into()),
            facets: Some(
                [(
                    "theme".to_owned(),
                    vec![FacetCount {
                        value: "eau".into(),
                        count: 2,
                    }],
                )]
                .into(),
            ),
        };
        let written = write(&["{\"a\":1}".into(), "{\"a\":2}".into()], &around).unwrap();
        let read: Page<BTreeMap<String, u8>> = serde_json::from_str(&written).unwrap();
        assert_eq!(
            read.items,
            [[("a".to_owned(), 1)].into(), [("a".to_owned(), 2)].into()]
        );
        assert_eq!(
            (read.total, read.left_out, read.next, read.facets),
            (3, Some(1), Some("abc".into()), around.facets)
        );
    }

    #[test]
    fn fields_come_in_the_order_of_the_record() {
        let record = r#"{"id":"1","slug":"a","title":"T","themes":[{"slug":"x"}]}"#;
        assert_eq!(
            pick(record, &["slug", "themes"]).unwrap(),
            r#"{"slug":"a","themes":[{"slug":"x"}]}"#
        );
    }
}
