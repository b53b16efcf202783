//! The question that a list answers: parsed from, and written to, the query part of an address.
//!
//! The server, the client and the pages share it, so that the address of a page is the address of its data.

use crate::geo::{BoundingBox, Position};
use crate::problem::ErrorCode;
use crate::resource::{Filter, FilterKind, Resource};
use crate::{Instant, PartialDate, Slug};
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
        let mut reading = Reading {
            resource,
            query: Self::default(),
            point: None,
            radius: None,
            seen: BTreeSet::new(),
            errors: Vec::new(),
        };
        for (name, value) in pairs {
            reading.parameter(name, value);
        }
        reading.finish()
    }

    /// The question as pairs, in one canonical order: equal questions give equal text.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(String, String)> {
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
            push(
                "bbox",
                format!(
                    "{},{},{},{}",
                    south_west.lon(),
                    south_west.lat(),
                    north_east.lon(),
                    north_east.lat()
                ),
            );
        }
        if let Some((point, radius)) = self.near {
            push("near", format!("{},{}", point.lon(), point.lat()));
            push("radius_km", radius.to_string());
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

struct Reading {
    resource: Resource,
    query: ListQuery,
    point: Option<Position>,
    radius: Option<f64>,
    seen: BTreeSet<String>,
    errors: Vec<ParameterError>,
}

impl Reading {
    fn parameter(&mut self, name: &str, value: &str) {
        let spec = self.resource.spec();
        if let Some(filter) = spec.filter(name) {
            return self.filter(filter, value);
        }
        if !self.seen.insert(name.to_owned()) {
            return self.fail(name, ErrorCode::Repeated, "once");
        }
        match name {
            "q" => self.words(value),
            "sort" => self.sort(value),
            "limit" => self.limit(value),
            "cursor" => self.cursor(value),
            "facets" => self.facets(value),
            "fields" => self.fields(value),
            "updated_since" => self.query.updated_since = self.read(name, value, "2026-04-01T00:00:00Z"),
            "bbox" if spec.located => self.bbox(value),
            "near" if spec.located => self.near(value),
            "radius_km" if spec.located => self.radius(value),
            "from" if spec.dated => self.query.from = self.read(name, value, "2026, 2026-04, 2026-04-01"),
            "to" if spec.dated => self.query.to = self.read(name, value, "2026, 2026-04, 2026-04-01"),
            _ => self.fail(name, ErrorCode::Unknown, self.known().join(", ")),
        }
    }

    fn known(&self) -> Vec<&'static str> {
        let spec = self.resource.spec();
        let mut known: Vec<&'static str> = spec.filters.iter().map(|filter| filter.name).collect();
        known.extend([
            "q",
            "sort",
            "limit",
            "cursor",
            "facets",
            "fields",
            "updated_since",
        ]);
        if spec.located {
            known.extend(["bbox", "near", "radius_km"]);
        }
        if spec.dated {
            known.extend(["from", "to"]);
        }
        known
    }

    fn fail(&mut self, parameter: &str, code: ErrorCode, expected: impl Into<String>) {
        self.errors.push(ParameterError::new(parameter, code, expected));
    }

    fn read<T: FromStr>(&mut self, name: &str, value: &str, example: &str) -> Option<T> {
        let read = value.parse().ok();
        if read.is_none() {
            self.fail(name, ErrorCode::Format, example);
        }
        read
    }

    fn filter(&mut self, filter: &'static Filter, value: &str) {
        if let Err((code, expected)) = filter.kind.check(value) {
            return self.fail(filter.name, code, expected);
        }
        let values = self.query.filters.entry(filter.name).or_default();
        values.insert(value.to_owned());
        if values.len() > limits::VALUES_MAX {
            values.pop_last();
            self.fail(
                filter.name,
                ErrorCode::Range,
                format!("≤ {} × {}", limits::VALUES_MAX, filter.name),
            );
        }
    }

    fn words(&mut self, value: &str) {
        if value.chars().count() > limits::Q_MAX {
            return self.fail("q", ErrorCode::TooLong, format!("≤ {}", limits::Q_MAX));
        }
        let words = value.trim();
        if !words.is_empty() {
            self.query.q = Some(words.to_owned());
        }
    }

    fn sort(&mut self, value: &str) {
        let sorts = self.resource.spec().sorts;
        match value.parse::<Sort>() {
            Ok(sort) if sorts.contains(&sort.by) => self.query.sort = Some(sort),
            _ => {
                let listed: Vec<String> = sorts
                    .iter()
                    .flat_map(|by| [by.to_string(), format!("-{by}")])
                    .collect();
                self.fail("sort", ErrorCode::NotListed, listed.join(", "));
            }
        }
    }

    fn limit(&mut self, value: &str) {
        match value.parse::<u16>() {
            Ok(limit @ 1..=limits::PAGE_MAX) => self.query.limit = Some(limit),
            _ => self.fail("limit", ErrorCode::Range, format!("1 … {}", limits::PAGE_MAX)),
        }
    }

    fn cursor(&mut self, value: &str) {
        let letters = value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if value.is_empty() || value.len() > limits::CURSOR_MAX || !letters {
            return self.fail("cursor", ErrorCode::Cursor, "the `next` of an earlier page");
        }
        self.query.cursor = Some(value.to_owned());
    }

    fn facets(&mut self, value: &str) {
        let spec = self.resource.spec();
        for name in value.split(',') {
            match spec.filter(name) {
                Some(filter) if filter.facet => {
                    self.query.facets.insert(filter.name);
                }
                _ => {
                    let listed: Vec<&str> = spec.filters.iter().filter(|f| f.facet).map(|f| f.name).collect();
                    self.fail("facets", ErrorCode::NotListed, listed.join(", "));
                }
            }
        }
    }

    fn fields(&mut self, value: &str) {
        for name in value.split(',') {
            if name.is_empty()
                || name.len() > 64
                || !name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            {
                return self.fail("fields", ErrorCode::Format, "id,slug");
            }
            self.query.fields.insert(name.to_owned());
        }
    }

    fn bbox(&mut self, value: &str) {
        let corners = numbers::<4>(value).and_then(|[west, south, east, north]| {
            let south_west = Position::new(west, south)?;
            let north_east = Position::new(east, north)?;
            (south <= north).then_some(BoundingBox {
                south_west,
                north_east,
            })
        });
        match corners {
            Some(bbox) => self.query.bbox = Some(bbox),
            None => self.fail("bbox", ErrorCode::Format, "west,south,east,north"),
        }
    }

    fn near(&mut self, value: &str) {
        match numbers::<2>(value).and_then(|[lon, lat]| Position::new(lon, lat)) {
            Some(point) => self.point = Some(point),
            None => self.fail("near", ErrorCode::Format, "longitude,latitude"),
        }
    }

    fn radius(&mut self, value: &str) {
        match numbers::<1>(value) {
            Some([radius]) if radius > 0.0 && radius <= limits::RADIUS_MAX_KM => self.radius = Some(radius),
            _ => self.fail(
                "radius_km",
                ErrorCode::Range,
                format!("0 < … ≤ {}", limits::RADIUS_MAX_KM),
            ),
        }
    }

    fn finish(mut self) -> Result<ListQuery, Vec<ParameterError>> {
        let given = |name: &str| self.seen.contains(name);
        match (self.point, self.radius) {
            (Some(point), Some(radius)) => self.query.near = Some((point, radius)),
            _ if given("near") && !given("radius_km") => self.fail("near", ErrorCode::Conflict, "radius_km"),
            _ if given("radius_km") && !given("near") => self.fail("radius_km", ErrorCode::Conflict, "near"),
            _ => {}
        }
        if let (Some(from), Some(to)) = (self.query.from, self.query.to)
            && from.first_day() > to.last_day()
        {
            self.fail("to", ErrorCode::Conflict, "from ≤ to");
        }
        if self.errors.is_empty() {
            Ok(self.query)
        } else {
            Err(self.errors)
        }
    }
}

/// `N` finite decimal numbers separated by commas. `inf`, `nan` and hexadecimal are not numbers here.
fn numbers<const N: usize>(value: &str) -> Option<[f64; N]> {
    let plain = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'))
    };
    let read: Vec<f64> = value
        .split(',')
        .map(|part| {
            Some(part)
                .filter(|part| plain(part))?
                .parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
        })
        .collect::<Option<_>>()?;
    read.try_into().ok()
}

impl FilterKind {
    /// Whether a value can be one of this filter's.
    fn check(self, value: &str) -> Result<(), (ErrorCode, String)> {
        let format = |ok: bool, example: &str| {
            if ok {
                Ok(())
            } else {
                Err((ErrorCode::Format, example.to_owned()))
            }
        };
        let number = |low: u32, high: u32| match value.parse::<u32>() {
            Ok(number) if (low..=high).contains(&number) && number.to_string() == value => Ok(()),
            _ => Err((ErrorCode::Range, format!("{low} … {high}"))),
        };
        match self {
            Self::Code(codes) if codes.contains(&value) => Ok(()),
            Self::Code(codes) => Err((ErrorCode::NotListed, codes.join(", "))),
            Self::Slug(_) => format(value.parse::<Slug>().is_ok(), "a-z, 0-9, -"),
            Self::Country => format(value.parse::<crate::CountryCode>().is_ok(), "SN"),
            Self::Department => format(
                (2..=3).contains(&value.len())
                    && value
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()),
                "33",
            ),
            Self::Year => number(1000, 2999),
            Self::Number(low, high) => number(low, high),
            Self::Bool => format(matches!(value, "true" | "false"), "true, false"),
        }
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
}
