//! Mail about what was decided in the queue: it leaves once that cannot be undone any more.

use super::deciding::Wanted;
use crate::co_leads::letters as co_leads;
use crate::memberships::letters as memberships;
use crate::remarks::{in_charge, letter};
use crate::site::Site;
use aect_db::people::co_leads::Asked;
use aect_db::people::looks::FirstLook;
use aect_db::people::memberships::{Belonging, Decision, name_of};
use aect_db::renditions::Rendition;
use aect_db::{Result, Write};
use aect_types::Uuid;
use aect_types::co_leads::CoLeadState;
use aect_types::moderation::ModerationAct;
use aect_types::people::MembershipState;
use aect_types::site::paths;
use aect_words::mails::memberships::News;
use aect_words::mails::remarks::Notice;

/// Tells whoever asked to belong.
pub(super) fn about_claim(
    write: &mut Write<'_>,
    known: &Belonging,
    made: &Decision<'_>,
    site: &Site,
    decision: Uuid,
) -> Result<()> {
    let record = write.raw(|conn| name_of(conn, known.record))?;
    let reason = made.reason.unwrap_or_default().to_owned();
    let news = if made.state == MembershipState::Accepted {
        News::Accepted { record }
    } else {
        News::Refused { record, reason }
    };
    if let Some(user) = write.user(known.user)? {
        let to = (user.email, user.language);
        write.send_mail_of(&memberships::letter(site, &to, &news), decision)?;
    }
    Ok(())
}

/// Tells whoever asked a collectivity to lead with them.
pub(super) fn about_co_lead(
    write: &mut Write<'_>,
    asked: &Asked,
    state: CoLeadState,
    wanted: &Wanted<'_>,
    decision: Uuid,
) -> Result<()> {
    let pair = (asked.project, asked.collectivity);
    let told = co_leads::about(write, pair, asked.asked_by, state, wanted.reason)?;
    if let Some((news, people)) = told {
        for to in people {
            write.send_mail_of(&co_leads::letter(wanted.site, &to, &news), decision)?;
        }
    }
    Ok(())
}

/// Tells the author of a new record, unless all that has happened is that somebody has seen it.
pub(super) fn about_look(
    write: &mut Write<'_>,
    look: &FirstLook,
    record: &Rendition,
    wanted: &Wanted<'_>,
    decision: Uuid,
) -> Result<()> {
    let name = write.raw(|conn| name_of(conn, record.id))?;
    let reason = wanted.reason.unwrap_or_default().to_owned();
    let notice = match wanted.act {
        ModerationAct::Accept if look.wanted.is_none() => return Ok(()),
        ModerationAct::Accept => Notice::Published { record: name },
        ModerationAct::Refuse => Notice::SentBack { record: name, reason },
        ModerationAct::Hide => Notice::Hidden { record: name, reason },
    };
    if let Some(user) = write.user(look.author)? {
        let to = (user.email, user.language);
        write.send_mail_of(&letter(wanted.site, &to, &notice, paths::SPACE), decision)?;
    }
    Ok(())
}

/// Tells those in charge of a record that it was deleted.
pub(super) fn about_hidden(
    write: &mut Write<'_>,
    record: &Rendition,
    wanted: &Wanted<'_>,
    decision: Uuid,
) -> Result<()> {
    let notice = Notice::Hidden {
        record: write.raw(|conn| name_of(conn, record.id))?,
        reason: wanted.reason.unwrap_or_default().to_owned(),
    };
    for to in in_charge(write, record)? {
        write.send_mail_of(&letter(wanted.site, &to, &notice, paths::SPACE), decision)?;
    }
    Ok(())
}
