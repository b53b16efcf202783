//! A `VTIMEZONE` (RFC 5545, 3.6.5) out of the zone's own transitions: a change of the clock that returns every year is
//! written as a yearly rule, which every calendar reads; what no rule covers, date by date.

use super::line::{raw, text};
use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// The years that events here may lie in.
const YEARS: std::ops::Range<i32> = 1990..2051;
/// No zone has changed its clocks twice within it since.
const STEP: TimeDelta = TimeDelta::days(7);
/// From so many years in a row on, a change of the clock is a rule.
const RULE_YEARS: usize = 3;

/// Writes the definition of a zone.
pub(super) fn define(out: &mut Vec<u8>, zone: Tz) {
    raw(out, "BEGIN", "VTIMEZONE");
    raw(out, "TZID", zone.name());
    let start = first_of(YEARS.start);
    let clock = Clock::at(zone, start);
    Observance {
        before: clock.clone(),
        after: clock,
        onsets: vec![start.naive_utc()],
    }
    .write(out);
    for observance in observances(zone) {
        observance.write(out);
    }
    raw(out, "END", "VTIMEZONE");
}

fn first_of(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .map_or(NaiveDateTime::MIN, |day| day.and_time(NaiveTime::MIN))
        .and_utc()
}

/// What clocks show.
#[derive(Clone, PartialEq, Eq)]
struct Clock {
    seconds_east: i32,
    daylight: bool,
    name: Option<String>,
}

impl Clock {
    fn at(zone: Tz, moment: DateTime<Utc>) -> Self {
        let offset = zone.offset_from_utc_datetime(&moment.naive_utc());
        Self {
            seconds_east: offset.fix().local_minus_utc(),
            daylight: !offset.dst_offset().is_zero(),
            name: offset.abbreviation().map(str::to_owned),
        }
    }

    /// `+0100`, as TZOFFSETFROM and TZOFFSETTO give it.
    fn offset(&self) -> String {
        let sign = if self.seconds_east < 0 { '-' } else { '+' };
        let (minutes, seconds) = (self.seconds_east.abs() / 60, self.seconds_east.abs() % 60);
        let whole = format!("{sign}{:02}{:02}", minutes / 60, minutes % 60);
        if seconds == 0 {
            whole
        } else {
            format!("{whole}{seconds:02}")
        }
    }
}

/// The same change of the clock, once or more often.
struct Observance {
    before: Clock,
    after: Clock,
    /// When it is made, by the clock as it was before.
    onsets: Vec<NaiveDateTime>,
}

/// Every change of the clocks of a zone, equal ones together.
fn observances(zone: Tz) -> Vec<Observance> {
    let mut observances: Vec<Observance> = Vec::new();
    let (mut moment, end) = (first_of(YEARS.start), first_of(YEARS.end));
    let mut before = Clock::at(zone, moment);
    while moment < end {
        let after = Clock::at(zone, moment + STEP);
        if after != before {
            let change = moment_of_change(zone, moment, &before);
            let onset = change.naive_utc() + TimeDelta::seconds(before.seconds_east.into());
            match observances
                .iter_mut()
                .find(|known| known.before == before && known.after == after)
            {
                Some(known) => known.onsets.push(onset),
                None => observances.push(Observance {
                    before,
                    after: after.clone(),
                    onsets: vec![onset],
                }),
            }
        }
        before = after;
        moment += STEP;
    }
    observances
}

/// The first second, within a step of `from`, at which clocks no longer show `before`.
fn moment_of_change(zone: Tz, from: DateTime<Utc>, before: &Clock) -> DateTime<Utc> {
    let (mut unchanged, mut changed) = (from, from + STEP);
    while changed - unchanged > TimeDelta::seconds(1) {
        let middle = unchanged + TimeDelta::seconds((changed - unchanged).num_seconds() / 2);
        if Clock::at(zone, middle) == *before {
            unchanged = middle;
        } else {
            changed = middle;
        }
    }
    changed
}

impl Observance {
    /// Writes the onsets that follow no rule, then those of the rule that still holds.
    fn write(&self, out: &mut Vec<u8>) {
        let rule = self.rule();
        let split = rule.map_or(self.onsets.len(), |(_, since)| since);
        let (dates, ruled) = self.onsets.split_at(split);
        if let [onset, others @ ..] = dates {
            self.write_part(out, *onset, |out| {
                if !others.is_empty() {
                    let dates: Vec<String> = others.iter().map(local).collect();
                    raw(out, "RDATE", &dates.join(","));
                }
            });
        }
        if let (Some((rule, _)), [onset, ..]) = (rule, ruled) {
            self.write_part(out, *onset, |out| raw(out, "RRULE", &rule.to_string()));
        }
    }

    fn write_part(&self, out: &mut Vec<u8>, onset: NaiveDateTime, repeat: impl FnOnce(&mut Vec<u8>)) {
        let kind = if self.after.daylight {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        raw(out, "BEGIN", kind);
        raw(out, "DTSTART", &local(&onset));
        raw(out, "TZOFFSETFROM", &self.before.offset());
        raw(out, "TZOFFSETTO", &self.after.offset());
        if let Some(name) = &self.after.name {
            text(out, "TZNAME", name);
        }
        repeat(out);
        raw(out, "END", kind);
    }

    /// The yearly rule that the last onsets follow, and the first of them; `None` where there is no such rule, or it
    /// ends.
    fn rule(&self) -> Option<(Yearly, usize)> {
        let last = *self.onsets.last()?;
        let candidates = [Yearly::nth(last), Yearly::last(last)].into_iter().flatten();
        candidates
            .map(|rule| (rule, self.onsets.len() - self.years_of(rule)))
            .filter(|(_, since)| last.year() + 1 == YEARS.end && self.onsets.len() - since >= RULE_YEARS)
            .min_by_key(|(_, since)| *since)
    }

    /// How many years in a row, up to the last, follow the rule.
    fn years_of(&self, rule: Yearly) -> usize {
        let backwards = self.onsets.iter().rev().zip((0..YEARS.end).rev());
        backwards
            .take_while(|(onset, year)| {
                onset.year() == *year
                    && Some(onset.time()) == self.onsets.last().map(NaiveDateTime::time)
                    && [Yearly::nth(**onset), Yearly::last(**onset)].contains(&Some(rule))
            })
            .count()
    }
}

fn local(moment: &NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%S").to_string()
}

/// A weekday of a month, every year: the second, or the last.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Yearly {
    month: u32,
    weekday: Weekday,
    /// 1 to 4, or -1 for the last.
    rank: i8,
}

impl Yearly {
    /// The rule by which `day` is the second such weekday of its month.
    fn nth(day: NaiveDateTime) -> Option<Self> {
        let rank = i8::try_from(day.day0() / 7 + 1).ok().filter(|rank| *rank <= 4)?;
        Some(Self::of(day, rank))
    }

    /// The rule by which `day` is the last such weekday of its month.
    fn last(day: NaiveDateTime) -> Option<Self> {
        let next = day.checked_add_signed(TimeDelta::days(7))?;
        (next.month() != day.month()).then(|| Self::of(day, -1))
    }

    fn of(day: NaiveDateTime, rank: i8) -> Self {
        Self {
            month: day.month(),
            weekday: day.weekday(),
            rank,
        }
    }
}

impl std::fmt::Display for Yearly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let weekday = match self.weekday {
            Weekday::Mon => "MO",
            Weekday::Tue => "TU",
            Weekday::Wed => "WE",
            Weekday::Thu => "TH",
            Weekday::Fri => "FR",
            Weekday::Sat => "SA",
            Weekday::Sun => "SU",
        };
        write!(
            f,
            "FREQ=YEARLY;BYMONTH={};BYDAY={}{weekday}",
            self.month, self.rank
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defined(zone: Tz) -> String {
        let mut out = Vec::new();
        define(&mut out, zone);
        String::from_utf8(out).unwrap().replace("\r\n ", "")
    }

    #[test]
    fn paris_follows_the_rule_of_the_union_since_1996() {
        let zone = defined(Tz::Europe__Paris);
        let summer = "BEGIN:DAYLIGHT\r\nDTSTART:19900325T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
            TZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n";
        let winter = "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
            TZNAME:CET\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n";
        assert!(zone.contains(summer), "{zone}");
        assert!(zone.contains(winter), "{zone}");
        // Winter began in September before.
        assert!(zone.contains("RDATE:19910929T030000,19920927T030000"), "{zone}");
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        let zone = defined(Tz::Africa__Dakar);
        assert_eq!(zone.matches("BEGIN:STANDARD").count(), 1, "{zone}");
        assert!(!zone.contains("RRULE") && !zone.contains("RDATE"), "{zone}");
    }

    #[test]
    fn a_zone_that_follows_the_moon_is_written_date_by_date() {
        let zone = defined(Tz::Africa__Casablanca);
        assert!(zone.contains("RDATE:") && !zone.contains("RRULE"), "{zone}");
    }

    #[test]
    fn the_second_sunday_of_march_is_not_the_last() {
        let zone = defined(Tz::America__New_York);
        assert!(zone.contains("DTSTART:20070311T020000"), "{zone}");
        assert!(zone.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"), "{zone}");
        assert!(zone.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"), "{zone}");
    }

    #[test]
    fn every_zone_can_be_defined() {
        for zone in chrono_tz::TZ_VARIANTS {
            let zone = defined(zone);
            assert!(zone.starts_with("BEGIN:VTIMEZONE\r\nTZID:") && zone.ends_with("END:VTIMEZONE\r\n"));
        }
    }
}
