//! Undoing what was decided, as long as its mail has not left.

use super::deciding::record_of;
use aect_db::pairs::PairState;
use aect_db::people::decisions::Decided;
use aect_db::people::looks::Look;
use aect_db::people::memberships::Decision;
use aect_db::{Result, Write};
use aect_types::co_leads::CoLeadState;
use aect_types::moderation::{ModerationAct, ModerationKind, ModerationResult};
use aect_types::people::MembershipState;
use aect_types::remarks::RemarkState;
use aect_types::{Uuid, Visibility};

/// Undoes a decision; nothing where it is too late. What has come further since stays as it is.
pub(super) fn undo(write: &mut Write<'_>, id: Uuid) -> Result<Option<ModerationResult>> {
    let Some(decided) = write.take_decision(id)? else {
        return Ok(None);
    };
    let came = match decided.kind {
        ModerationKind::Claim => claim(write, &decided)?,
        ModerationKind::NewRecord => new_record(write, &decided)?,
        ModerationKind::Report | ModerationKind::Correction => remark(write, &decided)?,
        ModerationKind::CoLead => co_lead(write, &decided)?,
        ModerationKind::Duplicate => two_records(write, &decided)?,
        ModerationKind::Succession => None,
    };
    if came.is_some() {
        write.withdraw_mail_of(id)?;
    }
    Ok(Some(ModerationResult {
        kind: decided.kind,
        id: decided.item,
        status: if came.is_some() { 200 } else { 412 },
        state: came.map(str::to_owned),
        decision: None,
    }))
}

fn claim(write: &mut Write<'_>, decided: &Decided) -> Result<Option<&'static str>> {
    let expected = match decided.act {
        ModerationAct::Accept => MembershipState::Accepted,
        ModerationAct::Refuse | ModerationAct::Hide => MembershipState::Refused,
    };
    let Some(known) = write.membership(decided.item)? else {
        return Ok(None);
    };
    if known.state != expected {
        return Ok(None);
    }
    let before = Decision {
        state: MembershipState::Pending,
        role: None,
        reason: None,
        by: None,
    };
    write.decide_membership(known.id, &before)?;
    Ok(Some(MembershipState::Pending.as_str()))
}

fn two_records(write: &mut Write<'_>, decided: &Decided) -> Result<Option<&'static str>> {
    let known = write.pair(decided.item)?;
    if known.is_none_or(|(_, state)| state != PairState::Different) {
        return Ok(None);
    }
    write.set_pair(decided.item, PairState::Open, None)?;
    Ok(Some(PairState::Open.as_str()))
}

fn co_lead(write: &mut Write<'_>, decided: &Decided) -> Result<Option<&'static str>> {
    let expected = match decided.act {
        ModerationAct::Accept => CoLeadState::Accepted,
        ModerationAct::Refuse | ModerationAct::Hide => CoLeadState::Declined,
    };
    let asked = write.co_lead(decided.item)?;
    let Some(asked) = asked.filter(|asked| asked.state == expected) else {
        return Ok(None);
    };
    write.decide_co_lead(&asked, CoLeadState::Asked, None, None)?;
    Ok(Some(CoLeadState::Asked.as_str()))
}

fn new_record(write: &mut Write<'_>, decided: &Decided) -> Result<Option<&'static str>> {
    let expected = match decided.act {
        ModerationAct::Accept => Look::Seen,
        ModerationAct::Refuse | ModerationAct::Hide => Look::Refused,
    };
    let Some(record) = record_of(write, decided.item)? else {
        return Ok(None);
    };
    let look = write.first_look(record.id)?;
    if look.is_none_or(|look| look.state != expected) {
        return Ok(None);
    }
    match decided.act {
        ModerationAct::Hide if record.hidden => write.restore(record.id)?,
        ModerationAct::Hide => return Ok(None),
        ModerationAct::Accept | ModerationAct::Refuse => {
            let visibility = decided.before.visibility.unwrap_or(Visibility::Draft);
            write.set_visibility(record.id, visibility)?;
        }
    }
    write.set_first_look(record.id, Look::Waiting, decided.before.wanted, None, None)?;
    Ok(Some(Look::Waiting.as_str()))
}

fn remark(write: &mut Write<'_>, decided: &Decided) -> Result<Option<&'static str>> {
    let expected = match decided.act {
        ModerationAct::Refuse => RemarkState::Refused,
        ModerationAct::Accept | ModerationAct::Hide => RemarkState::Accepted,
    };
    let Some(known) = write.remark(decided.item)? else {
        return Ok(None);
    };
    if known.state != expected {
        return Ok(None);
    }
    if decided.act == ModerationAct::Hide
        && let Some(record) = record_of(write, known.record)?
        && record.hidden
    {
        write.restore(record.id)?;
        match decided.before.look {
            Some(look) => write.set_first_look(record.id, look, decided.before.wanted, None, None)?,
            None => write.forget_first_look(record.id)?,
        }
    }
    write.decide_remark(known.id, RemarkState::Open, None, None)?;
    Ok(Some(RemarkState::Open.as_str()))
}
