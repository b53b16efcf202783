//! When an event takes place.

use crate::PartialDate;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// When an event takes place, as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "precision", rename_all = "snake_case", try_from = "Written")]
pub enum EventTime {
    /// Whole days, the last one included.
    Days {
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// A month or a year alone, as it was said.
    Period {
        /// The month or year.
        date: PartialDate,
    },
    /// Local times in a time zone.
    Times {
        /// Local start.
        #[cfg_attr(
            feature = "openapi",
            schema(value_type = String, pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$", example = "2026-11-24T09:30:00")
        )]
        start: NaiveDateTime,
        /// Local end; null: not stated.
        #[cfg_attr(
            feature = "openapi",
            schema(value_type = Option<String>, pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$", example = "2026-11-24T17:00:00")
        )]
        end: Option<NaiveDateTime>,
        /// IANA time zone.
        #[cfg_attr(feature = "openapi", schema(example = "Europe/Paris"))]
        time_zone: String,
    },
}

/// An [`EventTime`] as it is written, its moments still as text: what serde derives for a tagged enumeration and
/// chrono's interpreter of formats would weigh more in the WASM than a page.
#[derive(Deserialize)]
struct Written {
    precision: String,
    first: Option<PartialDate>,
    last: Option<PartialDate>,
    date: Option<PartialDate>,
    start: Option<String>,
    end: Option<String>,
    time_zone: Option<String>,
}

impl TryFrom<Written> for EventTime {
    type Error = &'static str;
    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let moment = |text: &String| local_moment(text).ok_or("a local time is written 2026-11-24T09:30:00");
        match (written.precision.as_str(), &written) {
            (
                "days",
                Written {
                    first: Some(PartialDate::Day(first)),
                    last: Some(PartialDate::Day(last)),
                    ..
                },
            ) => Ok(Self::Days {
                first: *first,
                last: *last,
            }),
            ("period", Written { date: Some(date), .. }) => Ok(Self::Period { date: *date }),
            (
                "times",
                Written {
                    start: Some(start),
                    end,
                    time_zone: Some(time_zone),
                    ..
                },
            ) => Ok(Self::Times {
                start: moment(start)?,
                end: end.as_ref().map(moment).transpose()?,
                time_zone: time_zone.clone(),
            }),
            _ => Err(
                "a time is `days` with `first` and `last`, `period` with `date`, or `times` with `start` and `time_zone`",
            ),
        }
    }
}

/// Reads `2026-11-24T09:30:00`.
fn local_moment(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    let PartialDate::Day(day) = day.parse().ok()? else {
        return None;
    };
    let mut parts = time.split(':');
    let mut two_digits = || {
        let part = parts.next()?;
        (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)?;
        part.parse().ok()
    };
    let moment = day.and_hms_opt(two_digits()?, two_digits()?, two_digits()?)?;
    parts.next().is_none().then_some(moment)
}

impl EventTime {
    /// First and last day, as they were written: local ones.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        match self {
            Self::Days { first, last } => (*first, *last),
            Self::Period { date } => (date.first_day(), date.last_day()),
            Self::Times { start, end, .. } => (start.date(), end.unwrap_or(*start).date()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<EventTime, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn a_time_is_read_as_it_is_written() {
        for json in [
            r#"{"precision":"days","first":"2026-11-24","last":"2026-11-25"}"#,
            r#"{"precision":"period","date":"2026-11"}"#,
            r#"{"precision":"times","start":"2026-11-24T09:30:00","end":null,"time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11-24T09:30:00","end":"2026-11-24T17:00:05","time_zone":"Europe/Paris"}"#,
        ] {
            assert_eq!(serde_json::to_string(&read(json).unwrap()).unwrap(), json);
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for json in [
            r#"{"precision":"days","first":"2026-11","last":"2026-11-25"}"#,
            r#"{"precision":"days","first":"2026-11-24"}"#,
            r#"{"precision":"moons","date":"2026-11"}"#,
            r#"{"precision":"times","start":"2026-11-24T9:30:00","time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11-24T09:30","time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11-24T24:30:00","time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11T09:30:00","time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11-24T09:30:00+01:00","time_zone":"Europe/Paris"}"#,
            r#"{"precision":"times","start":"2026-11-24T09:30:00"}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
