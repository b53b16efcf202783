//! The question that a list answers: parsed from, and written to, the query part of an address.
//!
//! The server, the client and the pages share it, so that the address of a page is the address of its data.

mod decimals;
mod reading;

use crate::geo::{BoundingBox, Position};
use crate::problem::ErrorCode;
use crate::resource::Resource;
use crate::{Instant, PartialDate};
use reading::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

codes! {
    /// What a list can be sorted by. Unknown values come last in either direction.
    Sorting {
        /// Name or title, folded.
        Name = "name",
        /// Last change.
        UpdatedAt = "updated_at",
        /// First day.
        Start = "start",
        /// Day that it bears.
        PublishedOn = "published_on",
        /// Inhabitants.
        Population = "population",
        /// Upper end of the budget.
        Budget = "budget",
        /// Number of the goal or sector.
        Code = "code",
    }
}

/// An order: a field, and whether it runs backwards (`-field`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The field.
    pub by: Sorting,
    /// Largest first.
    pub descending: bool,
}

/// Limits of a question, for the documentation as well.
pub mod limits {
    /// Largest `limit`.
    pub const PAGE_MAX: u16 = 200;
    /// `limit` where none is given.
    pub const PAGE_DEFAULT: u16 = 50;
    /// Longest `q`, in characters.
    pub const Q_MAX: usize = 200;
    /// Most values of one filter.
    pub const VALUES_MAX: usize = 50;
    /// Largest `radius_km`.
    pub const RADIUS_MAX_KM: f64 = 20_000.0;
    /// Longest cursor, in characters.
    pub const CURSOR_MAX: usize = 512;
}

/// What a reader asks of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListQuery {
    /// Words to search.
    pub q: Option<String>,
    /// For each filter of the resource, its values (OR).
    pub filters: BTreeMap<&'static str, BTreeSet<String>>,
    /// A box that a point of the record must lie in.
    pub bbox: Option<BoundingBox>,
    /// A point, and how many kilometres around it a point of the record must lie.
    pub near: Option<(Position, f64)>,
    /// First day of an interval that the record must overlap.
    pub from: Option<PartialDate>,
    /// Last day of that interval.
    pub to: Option<PartialDate>,
    /// Only records that changed at or after this moment.
    pub updated_since: Option<Instant>,
    /// The order; rank with `q`, the list's own otherwise.
    pub sort: Option<Sort>,
    /// Records a page.
    pub limit: Option<u16>,
    /// Where to go on from.
    pub cursor: Option<String>,
    /// The facets to count.
    pub facets: BTreeSet<&'static str>,
    /// The top-level fields of the full record to keep; all of the summary's where empty.
    pub fields: BTreeSet<String>,
}

/// What is wrong with one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterError {
    /// The parameter, as it was written.
    pub parameter: String,
    /// What is wrong.
    pub code: ErrorCode,
    /// What would have been right: listed values, bounds, the other parameter.
    pub expected: String,
}

impl ParameterError {
    /// An error on a parameter.
    pub fn new(parameter: &str, code: ErrorCode, expected: impl Into<String>) -> Self {
        Self {
            parameter: parameter.to_owned(),
            code,
            expected: expected.into(),
        }
    }
}

impl ListQuery {
    /// Reads a question on `resource` from decoded pairs. Every error is named, not only the first.
    pub fn parse<'a>(
        resource: Resource,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<ParameterError>> {
        let mut reading = Reading::of(resource);
        for (name, value) in pairs {
            reading.parameter(name, value);
        }
        reading.finish()
    }

    /// Reads the address of a page: what cannot be read is left aside, for a reader cannot repair an address; and
    /// whether anything was.
    #[must_use]
    pub fn parse_leniently(resource: Resource, mut pairs: Vec<(String, String)>) -> (Self, bool) {
        let mut wrong = false;
        loop {
            let borrowed = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            match Self::parse(resource, borrowed) {
                Ok(query) => return (query, wrong),
                Err(errors) => {
                    wrong = true;
                    let before = pairs.len();
                    pairs.retain(|(name, _)| !errors.iter().any(|error| error.parameter == *name));
                    if pairs.len() == before {
                        pairs.clear();
                    }
                }
            }
        }
    }

    /// The question as pairs, in one canonical order: equal questions give equal text.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let written = |at: Position| {
            let (lon, lat) = (decimals::written(at.lon()), decimals::written(at.lat()));
            format!("{lon},{lat}")
        };
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut push = |name: &str, value: String| pairs.push((name.to_owned(), value));
        if let Some(q) = &self.q {
            push("q", q.clone());
        }
        for (name, values) in &self.filters {
            for value in values {
                push(name, value.clone());
            }
        }
        if let Some(BoundingBox {
            south_west,
            north_east,
        }) = self.bbox
        {
            push("bbox", format!("{},{}", written(south_west), written(north_east)));
        }
        if let Some((point, radius)) = self.near {
            push("near", written(point));
            push("radius_km", decimals::written(radius));
        }
        if let Some(from) = self.from {
            push("from", from.to_string());
        }
        if let Some(to) = self.to {
            push("to", to.to_string());
        }
        if let Some(since) = self.updated_since {
            push("updated_since", since.to_string());
        }
        if let Some(sort) = self.sort {
            push("sort", sort.to_string());
        }
        if let Some(limit) = self.limit {
            push("limit", limit.to_string());
        }
        if let Some(cursor) = &self.cursor {
            push("cursor", cursor.clone());
        }
        let joined = |names: Vec<&str>| names.join(",");
        if !self.facets.is_empty() {
            push("facets", joined(self.facets.iter().copied().collect()));
        }
        if !self.fields.is_empty() {
            push("fields", joined(self.fields.iter().map(String::as_str).collect()));
        }
        pairs
    }

    /// Adds a value to a filter.
    #[must_use]
    pub fn with(mut self, filter: &'static str, value: impl Into<String>) -> Self {
        self.filters.entry(filter).or_default().insert(value.into());
        self
    }

    /// Whether anything narrows the list.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.q.is_some()
            || !self.filters.is_empty()
            || self.bbox.is_some()
            || self.near.is_some()
            || self.from.is_some()
            || self.to.is_some()
            || self.updated_since.is_some()
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", if self.descending { "-" } else { "" }, self.by)
    }
}

impl FromStr for Sort {
    type Err = crate::UnknownCode;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        let (field, descending) = value
            .strip_prefix('-')
            .map_or((value, false), |field| (field, true));
        Ok(Self {
            by: field.parse()?,
            descending,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(pairs: &[(&str, &str)]) -> Result<ListQuery, Vec<ParameterError>> {
        ListQuery::parse(Resource::Projects, pairs.iter().copied())
    }

    #[test]
    fn a_question_survives_the_round_trip() {
        let pairs = [
            ("q", "eau potable"),
            ("country", "SN"),
            ("country", "MA"),
            ("theme", "eau-et-assainissement"),
            ("bbox", "-20,10,-10.5,20"),
            ("near", "-17.4,14.7"),
            ("radius_km", "50"),
            ("from", "2010"),
            ("sort", "-start"),
            ("limit", "20"),
            ("facets", "country,theme"),
            ("fields", "id,title"),
        ];
        let query = parse(&pairs).unwrap();
        let written = query.to_pairs();
        let again = ListQuery::parse(
            Resource::Projects,
            written.iter().map(|(n, v)| (n.as_str(), v.as_str())),
        );
        assert_eq!(again.unwrap(), query);
    }

    #[test]
    fn every_error_is_named_at_once() {
        let errors = parse(&[
            ("contry", "SN"),
            ("country", "Sénégal"),
            ("limit", "-1.4e28"),
            ("limit", "5"),
            ("near", "1,2"),
            ("bbox", "nan,0,1,1"),
            ("sort", "population"),
            ("facets", "country,nothing"),
        ])
        .unwrap_err();
        let named: Vec<(&str, ErrorCode)> = errors.iter().map(|e| (e.parameter.as_str(), e.code)).collect();
        assert_eq!(
            named,
            [
                ("contry", ErrorCode::Unknown),
                ("country", ErrorCode::Format),
                ("limit", ErrorCode::Range),
                ("limit", ErrorCode::Repeated),
                ("bbox", ErrorCode::Format),
                ("sort", ErrorCode::NotListed),
                ("facets", ErrorCode::NotListed),
                ("near", ErrorCode::Conflict),
            ]
        );
    }

    #[test]
    fn a_filter_takes_fifty_values_repeats_included() {
        let values = |count| vec![("country", "SN"); count];
        assert!(parse(&values(limits::VALUES_MAX)).is_ok());
        let errors = parse(&values(limits::VALUES_MAX + 5)).unwrap_err();
        assert_eq!(errors.len(), 1, "said once");
        assert_eq!(errors[0].code, ErrorCode::Range);
    }
}
