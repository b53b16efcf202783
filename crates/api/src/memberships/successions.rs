//! Succession: when somebody leaves a place of a team that nobody else fills, its people and the animators are told, and a
//! collectivity is marked as in transition until somebody takes over. Whose mandate has ended is asked whether they still
//! are in office, and only reads where they say nothing.

use super::{letters, named};
use crate::error::Result;
use crate::site::Site;
use crate::state::State;
use aect_db::people::memberships::{Decision, of_user};
use aect_db::people::successions::{self, Succession};
use aect_db::people::team;
use aect_db::people::users::User;
use aect_db::{Write, naming};
use aect_types::Uuid;
use aect_types::memberships::{Departure, Vacancy};
use aect_types::people::{MemberRole, MembershipState, Standing};
use aect_words::mails::memberships::News;

/// How the journal names the program that follows successions.
pub(crate) const AUTHOR: &str = "program:succession";

/// Does what lets somebody leave a record, and remembers which places are empty by that.
pub(crate) fn leaving<T>(
    write: &mut Write<'_>,
    records: &[Uuid],
    because: Departure,
    doing: impl FnOnce(&mut Write<'_>) -> aect_db::Result<T>,
) -> aect_db::Result<T> {
    let mut before = Vec::new();
    for record in records {
        before.push(write.vacancies(*record)?);
    }
    let done = doing(write)?;
    for (record, before) in records.iter().zip(before) {
        let mut emptied = write.vacancies(*record)?;
        emptied.retain(|place| !before.contains(place));
        if !emptied.is_empty() {
            write.open_succession(*record, &emptied, because)?;
        }
    }
    Ok(done)
}

/// Follows what has just been remembered; the hourly look finds what is left undone.
pub(crate) async fn follow(state: &State) -> Result<()> {
    if state.read(|conn| Ok(successions::all(conn)?)).await?.is_empty() {
        return Ok(());
    }
    let site = state.site.clone();
    state
        .db
        .write(AUTHOR.to_owned(), move |write| sweep(write, &site))
        .await?;
    state.post.hurry();
    Ok(())
}

/// Tells of places that are left, and of none that are filled again. `site` is where the site is.
pub(crate) fn sweep(write: &mut Write<'_>, site: &Site) -> aect_db::Result<()> {
    for one in write.raw(successions::all)? {
        let empty = write.vacancies(one.record)?;
        if !one.places.iter().any(|place| empty.contains(place)) {
            write.close_succession(&one)?;
        } else if one.told_at.is_none() {
            write.announce_succession(&one)?;
            announce(write, &one, site)?;
        } else if write.raw(|conn| naming::in_transition(conn, one.record))? == Some(false) {
            // Somebody has taken the mark away by hand.
            write.close_succession(&one)?;
        }
    }
    Ok(())
}

fn announce(write: &mut Write<'_>, one: &Succession, site: &Site) -> aect_db::Result<()> {
    let news = News::Succession {
        record: named(write, one.record)?,
        places: one.places.clone(),
    };
    let mut people = write.raw(|conn| team::everybody(conn, one.record))?;
    people.extend(write.raw(team::animators)?);
    people.sort();
    people.dedup();
    letters::send(write, site, &people, &news, None)
}

/// Asks those whose mandate has ended, and lets those only read who have said nothing for long.
pub(crate) fn mandates(write: &mut Write<'_>, site: &Site) -> aect_db::Result<()> {
    for user in write.mandates_to_ask()? {
        ask(write, &user, site)?;
    }
    for user in write.mandates_unanswered()? {
        lower(write, &user, site)?;
    }
    Ok(())
}

fn ask(write: &mut Write<'_>, user: &User, site: &Site) -> aect_db::Result<()> {
    let place = match user.standing {
        Standing::Elected => Vacancy::Elected,
        Standing::Staff => Vacancy::Staff,
    };
    for record in belongs_to(write, user.id, MemberRole::Reader)? {
        if write.vacancies(record)?.contains(&place) {
            write.open_succession(record, &[place], Departure::MandateEnd)?;
        }
    }
    let to = [(user.email.clone(), user.language.clone())];
    letters::send(write, site, &to, &News::MandateEnded, None)
}

fn lower(write: &mut Write<'_>, user: &User, site: &Site) -> aect_db::Result<()> {
    let records = belongs_to(write, user.id, MemberRole::Editor)?;
    let reads = Decision {
        state: MembershipState::Accepted,
        role: Some(MemberRole::Reader),
        reason: None,
        by: None,
    };
    leaving(write, &records, Departure::MandateEnd, |write| {
        for record in &records {
            if let Some(known) = write.membership_of(user.id, *record)? {
                write.decide_membership(known.id, &reads)?;
            }
        }
        Ok(())
    })?;
    let to = [(user.email.clone(), user.language.clone())];
    letters::send(write, site, &to, &News::OnlyReads, None)
}

/// What somebody belongs to with that role at least.
fn belongs_to(write: &mut Write<'_>, user: Uuid, role: MemberRole) -> aect_db::Result<Vec<Uuid>> {
    let all = write.raw(|conn| of_user(conn, user))?.into_iter();
    let accepted = all.filter(|one| one.state == MembershipState::Accepted && one.role >= Some(role));
    Ok(accepted.map(|one| one.record).collect())
}
