//! From the time that was written to moments in UTC.

use crate::{Error, Result};
use aect_types::Instant;
use aect_types::events::{EventInput, EventTime};
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

/// Whole days are days of the region.
const REGION: Tz = chrono_tz::Europe::Paris;

/// First and last moment.
pub(super) fn of(time: &EventTime) -> Result<(Instant, Option<Instant>)> {
    if let EventTime::Times {
        start,
        end,
        time_zone,
    } = time
    {
        let unknown = || Error::Invalid(format!("«{time_zone}» is no IANA time zone"));
        let zone: Tz = time_zone.parse().map_err(|_| unknown())?;
        return Ok((
            in_zone(*start, zone)?,
            end.map(|end| in_zone(end, zone)).transpose()?,
        ));
    }
    let (first, last) = time.days();
    let after = last
        .succ_opt()
        .ok_or_else(|| Error::Invalid("a day outside the calendar".to_owned()))?;
    Ok((midnight(first)?, Some(midnight(after)?)))
}

/// The year in which it starts, as it was written.
pub(super) fn year(time: &EventTime) -> i32 {
    time.days().0.year()
}

/// Whether calendars must be told: time, place or status changed (RFC 5546, 2.1.4).
pub(super) fn calls_for_notice(before: &EventInput, after: &EventInput) -> bool {
    before.time != after.time
        || before.status != after.status
        || before.venue != after.venue
        || before.online != after.online
        || before.recurrence != after.recurrence
        || before.recurrence_exceptions != after.recurrence_exceptions
}

fn midnight(day: NaiveDate) -> Result<Instant> {
    in_zone(day.and_time(NaiveTime::MIN), REGION)
}

/// A local time as a moment. One that the clocks skip (an hour in spring; a whole day where a country changed its side of
/// the date line) counts as before the change; of two that they repeat, the first (RFC 5545, 3.3.5).
fn in_zone(local: NaiveDateTime, zone: Tz) -> Result<Instant> {
    let outside = || Error::Invalid(format!("{local} is no time in {zone}"));
    if let Some(moment) = zone.from_local_datetime(&local).earliest() {
        return Ok(Instant::new(moment.with_timezone(&Utc)));
    }
    let longest_gap = TimeDelta::days(2);
    let before = local.checked_sub_signed(longest_gap).ok_or_else(outside)?;
    let moment = zone.from_local_datetime(&before).earliest().ok_or_else(outside)? + longest_gap;
    Ok(Instant::new(moment.with_timezone(&Utc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(local: &str) -> String {
        in_zone(local.parse().unwrap(), REGION).unwrap().to_string()
    }

    #[test]
    fn a_day_that_never_was_has_its_moment() {
        let samoa: Tz = "Pacific/Apia".parse().unwrap();
        let moment = in_zone("2011-12-30T12:00:00".parse().unwrap(), samoa).unwrap();
        assert_eq!(moment.to_string(), "2011-12-30T22:00:00.000000Z");
    }

    #[test]
    fn clock_changes() {
        assert_eq!(at("2026-07-01T10:00:00"), "2026-07-01T08:00:00.000000Z");
        assert_eq!(
            at("2026-03-29T02:30:00"),
            "2026-03-29T01:30:00.000000Z",
            "skipped"
        );
        assert_eq!(
            at("2026-10-25T02:30:00"),
            "2026-10-25T00:30:00.000000Z",
            "repeated: the first"
        );
    }
}
