//! Reading a question: one parameter after the other, every error noted.

use super::decimals;
use super::{ListQuery, ParameterError, Sort, limits};
use crate::geo::{BoundingBox, Position};
use crate::problem::ErrorCode;
use crate::resource::{Filter, FilterKind, Resource};
use crate::{CountryCode, Slug};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

pub(super) struct Reading {
    resource: Resource,
    query: ListQuery,
    point: Option<Position>,
    radius: Option<f64>,
    seen: BTreeSet<String>,
    /// Values given so far, by filter.
    given: BTreeMap<&'static str, usize>,
    errors: Vec<ParameterError>,
}

impl Reading {
    pub(super) fn of(resource: Resource) -> Self {
        Self {
            resource,
            query: ListQuery::default(),
            point: None,
            radius: None,
            seen: BTreeSet::new(),
            given: BTreeMap::new(),
            errors: Vec::new(),
        }
    }

    pub(super) fn parameter(&mut self, name: &str, value: &str) {
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
        // Repeats count: what is refused is the length of the question.
        let given = self.given.entry(filter.name).or_default();
        *given += 1;
        if *given == limits::VALUES_MAX + 1 {
            self.fail(
                filter.name,
                ErrorCode::Range,
                format!("≤ {} × {}", limits::VALUES_MAX, filter.name),
            );
        }
        let values = self.query.filters.entry(filter.name).or_default();
        if values.len() < limits::VALUES_MAX {
            values.insert(value.to_owned());
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
                format!("0 < … ≤ {}", decimals::written(limits::RADIUS_MAX_KM)),
            ),
        }
    }

    pub(super) fn finish(mut self) -> Result<ListQuery, Vec<ParameterError>> {
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
            let part = Some(part).filter(|part| plain(part))?;
            decimals::read(part).filter(|n| n.is_finite())
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
            Self::Country => format(value.parse::<CountryCode>().is_ok(), "SN"),
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
