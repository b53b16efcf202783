//! Recurrence rules (RFC 5545, 3.3.10), as far as an agenda needs them: by days and longer, at the time of the first one.

use crate::events::EventTime;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Longest rule, in characters.
const RULE_MAX: usize = 250;
/// How often an event comes back at most, and after how many days, weeks, months or years.
const TIMES_MAX: u16 = 1_000;

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCIES: [&str; 4] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/// Whether a calendar understands the rule of an event of that time.
pub(super) fn is_rule(rule: &str, time: &EventTime) -> bool {
    rule.len() <= RULE_MAX && read(rule, time).is_some()
}

/// The name and value of each part, in which nothing comes twice.
fn parts(rule: &str) -> Option<Vec<(&str, &str)>> {
    let mut seen = BTreeSet::new();
    rule.split(';')
        .map(|part| part.split_once('=').filter(|(name, _)| seen.insert(*name)))
        .collect()
}

fn read(rule: &str, time: &EventTime) -> Option<()> {
    let parts = parts(rule)?;
    let value = |wanted: &str| parts.iter().find(|(name, _)| *name == wanted).map(|part| part.1);
    let frequency = value("FREQ").filter(|frequency| FREQUENCIES.contains(frequency))?;
    let ends_twice = value("COUNT").is_some() && value("UNTIL").is_some();
    let chooses_of_nothing = value("BYSETPOS").is_some() && !parts.iter().any(|(name, _)| is_choice(name));
    if ends_twice || chooses_of_nothing {
        return None;
    }
    let right = |(name, value): &(&str, &str)| match *name {
        "FREQ" => true,
        "COUNT" | "INTERVAL" => is_number(value, 1, TIMES_MAX),
        "UNTIL" => is_end(value, time),
        "WKST" => WEEKDAYS.contains(value),
        "BYMONTH" => value.split(',').all(|month| is_number(month, 1, 12)),
        "BYMONTHDAY" => frequency != "WEEKLY" && value.split(',').all(|day| is_signed(day, 31)),
        "BYYEARDAY" | "BYSETPOS" if frequency == "YEARLY" => value.split(',').all(|day| is_signed(day, 366)),
        "BYSETPOS" => value.split(',').all(|rank| is_signed(rank, 31)),
        "BYWEEKNO" => frequency == "YEARLY" && value.split(',').all(|week| is_signed(week, 53)),
        "BYDAY" => value.split(',').all(|day| is_weekday(day, frequency)),
        _ => false,
    };
    parts.iter().all(right).then_some(())
}

fn is_choice(name: &str) -> bool {
    name.starts_with("BY") && name != "BYSETPOS"
}

/// `MO`; the second or last one, `2MO` or `-1MO`, within a month or a year.
fn is_weekday(day: &str, frequency: &str) -> bool {
    let Some(start) = day
        .len()
        .checked_sub(2)
        .filter(|start| day.is_char_boundary(*start))
    else {
        return false;
    };
    let (rank, weekday) = day.split_at(start);
    let ranked = matches!(frequency, "MONTHLY" | "YEARLY") && is_signed(rank, 53);
    WEEKDAYS.contains(&weekday) && (rank.is_empty() || ranked)
}

fn is_signed(text: &str, most: u16) -> bool {
    is_number(text.strip_prefix(['+', '-']).unwrap_or(text), 1, most)
}

fn is_number(text: &str, least: u16, most: u16) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        && text
            .parse()
            .is_ok_and(|number: u16| (least..=most).contains(&number))
}

/// The last day, or the last moment in UTC: as the event itself is written. Not before it.
fn is_end(text: &str, time: &EventTime) -> bool {
    let (day, moment) = text.split_at_checked(8).unwrap_or((text, ""));
    let same_kind = match time {
        EventTime::Days { .. } => moment.is_empty(),
        EventTime::Times { .. } => is_moment(moment),
        EventTime::Period { .. } => false,
    };
    let (first, _) = time.days();
    // In UTC, an evening may already be tomorrow, or a morning still yesterday.
    same_kind && read_day(day).is_some_and(|last| last >= first.pred_opt().unwrap_or(first))
}

/// `T215959Z`.
fn is_moment(text: &str) -> bool {
    let digits = text.strip_prefix('T').and_then(|rest| rest.strip_suffix('Z'));
    digits.is_some_and(|digits| {
        digits.len() == 6
            && [(0..2, 23), (2..4, 59), (4..6, 59)]
                .into_iter()
                .all(|(range, most)| digits.get(range).is_some_and(|part| is_number(part, 0, most)))
    })
}

/// `20261231`.
fn read_day(text: &str) -> Option<NaiveDate> {
    let number = |range| {
        let part: &str = text.get(range)?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| text.len() == 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days() -> EventTime {
        let first = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        EventTime::Days { first, last: first }
    }

    fn times() -> EventTime {
        let start = NaiveDate::from_ymd_opt(2026, 11, 24)
            .unwrap()
            .and_hms_opt(9, 30, 0)
            .unwrap();
        EventTime::Times {
            start,
            end: None,
            time_zone: "Europe/Paris".to_owned(),
        }
    }

    #[test]
    fn rules_of_calendars_are_understood() {
        for rule in [
            "FREQ=DAILY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO",
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1,-1",
            "BYWEEKNO=20;FREQ=YEARLY;BYDAY=MO",
        ] {
            assert!(is_rule(rule, &times()) && is_rule(rule, &days()), "{rule}");
        }
        assert!(is_rule("FREQ=DAILY;UNTIL=20261224T083000Z", &times()));
        assert!(is_rule("FREQ=DAILY;UNTIL=20261224", &days()));
    }

    #[test]
    fn what_no_calendar_understands_is_refused() {
        for rule in [
            "",
            "DAILY",
            "FREQ=SECONDLY",
            "FREQ=HOURLY",
            "freq=daily",
            "FREQ=DAILY;",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=3;UNTIL=20261224",
            "FREQ=DAILY;COUNT=+3",
            "FREQ=DAILY;UNTIL=20250101",
            "FREQ=DAILY;UNTIL=20261324",
            "FREQ=DAILY;UNTIL=2026-12-24",
            "FREQ=DAILY;BYHOUR=3",
            "FREQ=DAILY;X-OWN=1",
            "FREQ=DAILY\r\nATTENDEE:mailto:a@b.fr",
            "FREQ=WEEKLY;BYDAY=2MO",
            "FREQ=WEEKLY;BYDAY=é",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=MONTHLY;BYSETPOS=1",
            "FREQ=MONTHLY;BYMONTHDAY=0",
            "FREQ=MONTHLY;BYYEARDAY=3",
            "FREQ=YEARLY;BYMONTH=13",
        ] {
            assert!(!is_rule(rule, &days()), "{rule}");
        }
        // The end is said as the start is: a day, or a moment.
        assert!(!is_rule("FREQ=DAILY;UNTIL=20261224", &times()));
        assert!(!is_rule("FREQ=DAILY;UNTIL=20261224T083000Z", &days()));
        assert!(!is_rule("FREQ=DAILY;UNTIL=20261224T250000Z", &times()));
    }
}
