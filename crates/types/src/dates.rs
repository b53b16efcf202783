//! Instants, and dates that are only as exact as what was said.

use chrono::{DateTime, Datelike, Months, NaiveDate, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A moment, RFC 3339 in UTC with microseconds: always 27 characters, so that text sorts as time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, format = DateTime))]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// The moment, cut to the microsecond.
    #[must_use]
    pub fn new(moment: DateTime<Utc>) -> Self {
        Self(moment.trunc_subsecs(6))
    }

    /// As chrono's type.
    #[must_use]
    pub const fn as_datetime(self) -> DateTime<Utc> {
        self.0
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl FromStr for Instant {
    type Err = chrono::ParseError;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        DateTime::parse_from_rfc3339(value).map(|moment| Self::new(moment.with_timezone(&Utc)))
    }
}

impl TryFrom<String> for Instant {
    type Error = chrono::ParseError;
    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl From<Instant> for String {
    fn from(value: Instant) -> Self {
        value.to_string()
    }
}

/// A date with the precision it was said with (ISO 8601): `2026`, `2026-04` or `2026-04-01`. As an interval it
/// covers all of its days; it sorts as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// A year alone.
    Year(i32),
    /// A month.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// Years that a date here may have.
pub const YEARS: std::ops::RangeInclusive<i32> = 1000..=2999;

impl PartialDate {
    /// The year, always known.
    #[must_use]
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// The first day it covers.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let first = match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Day(day) => Some(day),
        };
        first.unwrap_or(NaiveDate::MIN)
    }

    /// The last day it covers.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let months = match self {
            Self::Year(_) => 12,
            Self::Month(..) => 1,
            Self::Day(day) => return day,
        };
        self.first_day()
            .checked_add_months(Months::new(months))
            .and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }
}

/// Not a year, a month or a day in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date is written 2026, 2026-04 or 2026-04-01")]
pub struct InvalidDate;

impl FromStr for PartialDate {
    type Err = InvalidDate;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        let digits = |text: &str, length: usize| {
            (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse::<u32>().ok())
                .flatten()
                .ok_or(InvalidDate)
        };
        let mut parts = value.split('-');
        let year = i32::try_from(digits(parts.next().unwrap_or(""), 4)?).map_err(|_| InvalidDate)?;
        if !YEARS.contains(&year) {
            return Err(InvalidDate);
        }
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        match (month, day, parts.next()) {
            (None, None, None) => Ok(Self::Year(year)),
            (Some(month @ 1..=12), None, None) => Ok(Self::Month(year, month)),
            (Some(month), Some(day), None) => NaiveDate::from_ymd_opt(year, month, day)
                .map(Self::Day)
                .ok_or(InvalidDate),
            _ => Err(InvalidDate),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = InvalidDate;
    fn try_from(value: String) -> Result<Self, Self::Error> {
        value.parse()
    }
}

impl From<PartialDate> for String {
    fn from(value: PartialDate) -> Self {
        value.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            // As `%Y-%m-%d`, without the interpreter of formats in the WASM.
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_alone_stays_a_year_alone() {
        for text in ["2008", "2017-01", "2016-09-20"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for bad in [
            "",
            "208",
            "2008-13",
            "2008-02-30",
            "2008-1",
            "2008-01-01-01",
            "-2008",
            "２００８",
        ] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_date_covers_all_its_days() {
        let days = |text: &str| {
            let date: PartialDate = text.parse().unwrap();
            (date.first_day().to_string(), date.last_day().to_string())
        };
        assert_eq!(days("2024"), ("2024-01-01".into(), "2024-12-31".into()));
        assert_eq!(days("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(days("2024-02-10"), ("2024-02-10".into(), "2024-02-10".into()));
    }

    #[test]
    fn an_instant_has_one_width() {
        let instant: Instant = "2026-11-22T06:00:00.123456789+01:00".parse().unwrap();
        assert_eq!(instant.to_string(), "2026-11-22T05:00:00.123456Z");
        assert_eq!(
            "2026-11-22T05:00:00Z"
                .parse::<Instant>()
                .unwrap()
                .to_string()
                .len(),
            27
        );
    }
}
