//! How long people and what is kept of them stay. The notice of personal data says the same.

use super::users::{self, User};
use crate::schema::{mails, openid_attempts, refresh_tokens, remarks, sessions, users as accounts};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::register::Period;
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long an account stays that nobody uses.
pub const UNUSED: TimeDelta = TimeDelta::days(730);
/// How long before its end its person is told, the first time and the last.
pub const NOTICES: [TimeDelta; 2] = [TimeDelta::days(30), TimeDelta::days(7)];
/// How long an account stays that was made by an invitation and never used.
const UNANSWERED: TimeDelta = TimeDelta::days(90);
/// How long it is remembered that a session has ended, or a mail has left.
const TRACES: TimeDelta = TimeDelta::days(90);

/// How long it is remembered what somebody said of a record, once it was decided.
const REMARKS: TimeDelta = TimeDelta::days(365);
/// How long the address of whoever said it is kept at most, should nobody decide.
const ADDRESSES: TimeDelta = TimeDelta::days(180);

/// How long the program keeps something, as the register of processing activities says it.
#[must_use]
pub const fn kept(period: Period) -> TimeDelta {
    let [first, last] = NOTICES;
    match period {
        Period::Account => UNUSED,
        Period::FirstNotice => first,
        Period::LastNotice => last,
        Period::Invitation => UNANSWERED,
        Period::Trace => TRACES,
        Period::Session => super::sessions::LASTING,
        Period::Link => super::links::GOOD_FOR,
        Period::Detour => super::openid::GOOD_FOR,
        Period::Remark => REMARKS,
        Period::RemarkAddress => ADDRESSES,
        Period::Act => super::audit::KEPT,
        Period::CoLead => super::co_leads::KEPT,
        Period::File => crate::files::KEPT,
        Period::Retry => crate::idempotency::KEPT,
    }
}

/// Whose account nobody has used for so long, of those that were told less than `notices` times.
pub fn unused(conn: &mut Conn, since: Instant, notices: i32) -> Result<Vec<User>> {
    let rows: Vec<Id> = accounts::table
        .filter(accounts::seen_at.lt(Some(At(since))))
        .filter(accounts::notices.lt(notices))
        .select(accounts::id)
        .load(conn)?;
    load(conn, rows)
}

/// Whose account has ended: told twice, the last time long enough ago, and still not used; or never used at all.
pub fn ended(conn: &mut Conn, now: Instant) -> Result<Vec<User>> {
    let before = |age: TimeDelta| At(Instant::new(now.as_datetime() - age));
    let told = i32::try_from(NOTICES.len()).unwrap_or_default();
    let unused = accounts::seen_at
        .lt(Some(before(UNUSED)))
        .and(accounts::notices.ge(told));
    let unanswered = accounts::seen_at
        .is_null()
        .and(accounts::created_at.lt(before(UNANSWERED)));
    let rows: Vec<Id> = accounts::table
        .filter(unused.or(unanswered))
        .select(accounts::id)
        .load(conn)?;
    load(conn, rows)
}

fn load(conn: &mut Conn, ids: Vec<Id>) -> Result<Vec<User>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(users::by_id(conn, id.0)?);
    }
    Ok(found)
}

impl Write<'_> {
    /// Remembers how often a person was told that their account will be closed; `false` where another process has.
    pub fn set_notices(&mut self, user: Uuid, notices: i32) -> Result<bool> {
        let set = diesel::update(
            accounts::table
                .find(Id(user))
                .filter(accounts::notices.lt(notices)),
        )
        .set(accounts::notices.eq(notices))
        .execute(self.conn)?;
        Ok(set == 1)
    }

    /// Forgets sessions that have long ended, tokens that are worth nothing any more, and that mails have left.
    pub fn forget_traces(&mut self) -> Result<()> {
        let now = self.now();
        let long_ago = At(Instant::new(now.as_datetime() - TRACES));
        diesel::delete(sessions::table.filter(sessions::ended_at.lt(Some(long_ago)))).execute(self.conn)?;
        diesel::delete(sessions::table.filter(sessions::used_at.lt(long_ago))).execute(self.conn)?;
        diesel::delete(refresh_tokens::table.filter(refresh_tokens::expires_at.lt(At(now))))
            .execute(self.conn)?;
        diesel::delete(openid_attempts::table.filter(openid_attempts::expires_at.lt(At(now))))
            .execute(self.conn)?;
        diesel::delete(mails::table.filter(mails::created_at.lt(long_ago))).execute(self.conn)?;
        self.forget_remarks()?;
        self.forget_co_leads()?;
        self.forget_decisions()?;
        self.forget_acts()
    }

    /// Forgets the addresses of those who have their answer or wait for it too long, and what was said long ago.
    fn forget_remarks(&mut self) -> Result<()> {
        let before = |age: TimeDelta| At(Instant::new(self.now().as_datetime() - age));
        let (old, older) = (before(ADDRESSES), before(REMARKS));
        let answered = remarks::decided_at.le(Some(self.undoable_since()));
        let nobody = || remarks::email.eq(None::<String>);
        diesel::update(remarks::table.filter(answered))
            .set(nobody())
            .execute(self.conn)?;
        diesel::update(remarks::table.filter(remarks::created_at.lt(old)))
            .set(nobody())
            .execute(self.conn)?;
        diesel::delete(remarks::table.filter(remarks::decided_at.lt(Some(older)))).execute(self.conn)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// What is waited for, and keeps nothing of anybody.
    const NOT_KEPT: [&str; 3] = ["FIRST_WAIT", "LONGEST_WAIT", "TWO_WINDOWS"];

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
        entries.flat_map(below).collect()
    }

    /// A new length of time that is not in [`super::kept`] is not in the register either.
    #[test]
    fn every_length_of_time_is_in_the_register() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let table = fs::read_to_string(root.join("people/retention.rs")).unwrap();
        let (_, table) = table.split_once("fn kept(").unwrap();
        let (table, _) = table.split_once("\n}\n").unwrap();
        let mut found = 0;
        for file in sources(&root) {
            let module = file.file_stem().unwrap().to_str().unwrap();
            let source = fs::read_to_string(&file).unwrap();
            let constants = source
                .lines()
                .filter(|line| line.contains("const ") && !line.starts_with(' '));
            for line in constants {
                let Some((head, _)) = line
                    .split_once(": TimeDelta =")
                    .or_else(|| line.split_once(": [TimeDelta;"))
                else {
                    continue;
                };
                let name = head.rsplit(' ').next().unwrap();
                let named = match module {
                    "retention" => name.to_owned(),
                    _ => format!("{module}::{name}"),
                };
                found += 1;
                assert!(
                    NOT_KEPT.contains(&name) || table.contains(&named),
                    "{named} is not in the register"
                );
            }
        }
        assert!(found > 10, "the constants are written otherwise: {found}");
    }
}
