//! `/api/v1/stats`: figures on projects, each with the list that it counts.

use crate::address::{self, BASE};
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::questions;
use crate::state::{Snapshot, State};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_search::Counts;
use aect_types::Resource;
use aect_types::problem::ErrorCode;
use aect_types::projects::ProjectKind;
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::stats::{Figure, Stats, StatsBy, StatsRow};

/// What a list has and a figure has not.
pub(crate) const OF_LISTS: [&str; 5] = ["sort", "limit", "cursor", "facets", "fields"];

/// Answers the figures.
pub(crate) async fn stats(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let mut pairs = address::pairs(&request);
    let by = questions::take(&mut pairs, "by")?;
    let query = questions::read(Resource::Projects, pairs, &OF_LISTS)?;
    let by = by.ok_or_else(|| Error::parameter("by", ErrorCode::Required, &StatsBy::CODES.join(", ")))?;
    let by: StatsBy = by
        .parse()
        .map_err(|_| Error::parameter("by", ErrorCode::NotListed, &StatsBy::CODES.join(", ")))?;
    let question = format!("stats?by={by}&{}", address::query(query.to_pairs()));
    let reading = state.clone();
    answers::answer(&state, &request, question, async |snapshot| {
        let position = snapshot.position;
        let counting = query.clone();
        // No row is read, but counting may take a while: off the asynchronous threads, like the rest.
        let counted = reading
            .read(move |_| self::counted(&snapshot, by, &counting))
            .await?;
        let body = serde_json::to_vec(&counted).map_err(Error::internal)?;
        Ok(Made::new(Format::Json.media_type(), position, body))
    })
    .await
}

/// The figures on the projects under the filters of `query`.
pub(crate) fn counted(snapshot: &Snapshot, by: StatsBy, query: &ListQuery) -> Result<Stats> {
    let figures = snapshot.index.stats(snapshot.reader, by, query)?;
    Ok(Stats {
        by,
        all: figure(query, figures.all),
        rows: figures
            .rows
            .into_iter()
            .map(|(value, counts)| row(query, by, value, counts))
            .collect(),
    })
}

/// A row with its lists.
fn row(query: &ListQuery, by: StatsBy, value: String, counts: Counts) -> StatsRow {
    let mut list = query.clone();
    // The row's own value alone, whatever else the question let in.
    list.filters.insert(by.as_str(), [value.clone()].into());
    StatsRow {
        value,
        figure: figure(&list, counts),
    }
}

/// The counts of a list, with its address.
pub(crate) fn figure(list: &ListQuery, counts: Counts) -> Figure {
    let Counts {
        projects,
        twinnings_to_confirm,
        budget_cents,
    } = counts;
    Figure {
        projects,
        url: address_of(list),
        twinnings_to_confirm,
        twinnings_to_confirm_url: set_aside(list).as_ref().map(address_of),
        budget_cents,
    }
}

/// The twinnings to confirm of a list, which it leaves out unless asked; `None` where it rules them out.
fn set_aside(list: &ListQuery) -> Option<ListQuery> {
    let mut aside = list.clone();
    for (filter, value) in [("kind", ProjectKind::Twinning.as_str()), ("to_confirm", "true")] {
        let given = aside.filters.insert(filter, [value.to_owned()].into());
        if given.is_some_and(|given| !given.contains(value)) {
            return None;
        }
    }
    Some(aside)
}

fn address_of(list: &ListQuery) -> String {
    let query = address::query(list.to_pairs());
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{BASE}/projects{mark}{query}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_leads_to_its_list() {
        let query = ListQuery::default()
            .with("theme", "eau")
            .with("country", "SN")
            .with("country", "MA");
        let row = row(&query, StatsBy::Country, "MA".into(), Counts::default());
        assert_eq!(row.figure.url, "/api/v1/projects?country=MA&theme=eau");
        assert_eq!(
            row.figure.twinnings_to_confirm_url.as_deref(),
            Some("/api/v1/projects?country=MA&kind=twinning&theme=eau&to_confirm=true")
        );
        assert_eq!(
            figure(&ListQuery::default(), Counts::default()).url,
            "/api/v1/projects"
        );
    }

    #[test]
    fn no_list_of_twinnings_stands_beside_a_question_that_rules_them_out() {
        let of = |query: ListQuery| figure(&query, Counts::default()).twinnings_to_confirm_url;
        let kinds = ListQuery::default().with("kind", "youth_mobility");
        assert_eq!(of(kinds.clone()), None);
        assert_eq!(of(ListQuery::default().with("to_confirm", "false")), None);
        assert_eq!(
            of(kinds.with("kind", "twinning")).as_deref(),
            Some("/api/v1/projects?kind=twinning&to_confirm=true")
        );
    }
}
