//! What an animator does with one thing of the queue.

use super::letters;
use crate::remarks::{self, answer_to};
use crate::site::Site;
use crate::writing::with_given;
use aect_db::pairs::PairState;
use aect_db::people::co_leads;
use aect_db::people::decisions::{Before, Decided};
use aect_db::people::looks::Look;
use aect_db::people::memberships::Decision;
use aect_db::renditions::{self, Rendition};
use aect_db::{Result, Stored, Write};
use aect_types::co_leads::CoLeadState;
use aect_types::given::Given;
use aect_types::memberships::{Decider, may_become};
use aect_types::moderation::{ModerationAct, ModerationKind, ModerationResult, ModerationTarget};
use aect_types::people::{MemberRole, MembershipState};
use aect_types::remarks::{RemarkKind, RemarkState};
use aect_types::{Resource, Uuid, Visibility};

/// What is done, and by whom.
pub(super) struct Wanted<'w> {
    pub(super) act: ModerationAct,
    pub(super) role: Option<MemberRole>,
    pub(super) reason: Option<&'w str>,
    pub(super) by: Uuid,
    /// Where the site is.
    pub(super) site: &'w Site,
}

/// What came of it: how far the thing has come, and how it was before where it was done.
struct Came {
    status: u16,
    state: Option<&'static str>,
    before: Option<Before>,
}

impl Came {
    const NOWHERE: Self = Self::not(404, None);

    /// It was not done.
    const fn not(status: u16, state: Option<&'static str>) -> Self {
        Self {
            status,
            state,
            before: None,
        }
    }

    const fn done(state: &'static str, before: Before) -> Self {
        Self {
            status: 200,
            state: Some(state),
            before: Some(before),
        }
    }
}

/// Does it, unless somebody else was faster.
pub(super) fn decide(
    write: &mut Write<'_>,
    target: ModerationTarget,
    wanted: &Wanted<'_>,
) -> Result<ModerationResult> {
    // Mail about it names the decision, which is kept only where there is one.
    let decision = Uuid::now_v7();
    let came = match target.kind {
        ModerationKind::Claim => claim(write, target.id, wanted, decision)?,
        ModerationKind::NewRecord => new_record(write, target, wanted, decision)?,
        ModerationKind::Report => remark(write, target.id, RemarkKind::Report, wanted, decision)?,
        ModerationKind::Correction => remark(write, target.id, RemarkKind::Correction, wanted, decision)?,
        ModerationKind::CoLead => co_lead(write, target.id, wanted, decision)?,
        ModerationKind::Duplicate => two_records(write, target.id, wanted)?,
        // No act fits it.
        ModerationKind::Succession => Came::NOWHERE,
    };
    if let Some(before) = came.before {
        let decided = Decided {
            kind: target.kind,
            item: target.id,
            act: wanted.act,
            before,
        };
        write.keep_decision(decision, &decided, wanted.by)?;
    }
    Ok(ModerationResult {
        kind: target.kind,
        id: target.id,
        status: came.status,
        state: came.state.map(str::to_owned),
        decision: came.before.map(|_| decision),
    })
}

fn claim(write: &mut Write<'_>, id: Uuid, wanted: &Wanted<'_>, decision: Uuid) -> Result<Came> {
    let Some(known) = write.membership(id)? else {
        return Ok(Came::NOWHERE);
    };
    let (state, role) = match wanted.act {
        ModerationAct::Accept => (
            MembershipState::Accepted,
            Some(wanted.role.unwrap_or(MemberRole::Reader)),
        ),
        ModerationAct::Refuse | ModerationAct::Hide => (MembershipState::Refused, None),
    };
    let waits = known.state == MembershipState::Pending;
    if !waits || !may_become(known.state, state, Decider::InCharge) {
        return Ok(Came::not(412, Some(known.state.as_str())));
    }
    let made = Decision {
        state,
        role,
        reason: wanted.reason,
        by: Some(wanted.by),
    };
    write.decide_membership(id, &made)?;
    letters::about_claim(write, &known, &made, wanted.site, decision)?;
    Ok(Came::done(state.as_str(), Before::default()))
}

fn new_record(
    write: &mut Write<'_>,
    target: ModerationTarget,
    wanted: &Wanted<'_>,
    decision: Uuid,
) -> Result<Came> {
    // The record first, as whoever writes it holds it first.
    let Some(record) = record_of(write, target.id)? else {
        return Ok(Came::NOWHERE);
    };
    let Some(look) = write.first_look(target.id)? else {
        return Ok(Came::NOWHERE);
    };
    let changed = target.version.is_some_and(|version| version != record.version);
    if look.state != Look::Waiting || changed || record.hidden {
        return Ok(Came::not(412, Some(look.state.as_str())));
    }
    let before = Before {
        visibility: Some(record.visibility),
        wanted: look.wanted,
        look: Some(look.state),
    };
    let state = match wanted.act {
        ModerationAct::Accept => {
            if let Some(visibility) = look.wanted {
                write.set_visibility(record.id, visibility)?;
            }
            Look::Seen
        }
        ModerationAct::Refuse => {
            write.set_visibility(record.id, Visibility::Draft)?;
            Look::Refused
        }
        ModerationAct::Hide if stays(write, &record)? => {
            return Ok(Came::not(409, Some(look.state.as_str())));
        }
        ModerationAct::Hide => {
            write.hide(record.id)?;
            Look::Refused
        }
    };
    write.set_first_look(record.id, state, None, wanted.reason, Some(wanted.by))?;
    letters::about_look(write, &look, &record, wanted, decision)?;
    Ok(Came::done(state.as_str(), before))
}

fn remark(
    write: &mut Write<'_>,
    id: Uuid,
    kind: RemarkKind,
    wanted: &Wanted<'_>,
    decision: Uuid,
) -> Result<Came> {
    let Some(known) = write.remark(id)?.filter(|known| known.kind == kind) else {
        return Ok(Came::NOWHERE);
    };
    if known.state != RemarkState::Open {
        return Ok(Came::not(412, Some(known.state.as_str())));
    }
    let state = match wanted.act {
        ModerationAct::Refuse => RemarkState::Refused,
        ModerationAct::Accept | ModerationAct::Hide => RemarkState::Accepted,
    };
    let mut before = Before::default();
    if wanted.act == ModerationAct::Hide {
        let Some(record) = record_of(write, known.record)?.filter(|record| !record.hidden) else {
            return Ok(Came::NOWHERE);
        };
        if stays(write, &record)? {
            return Ok(Came::not(409, Some(known.state.as_str())));
        }
        write.hide(record.id)?;
        let look = write.take_down(record.id, wanted.by)?;
        before.look = look.as_ref().map(|look| look.state);
        before.wanted = look.and_then(|look| look.wanted);
        letters::about_hidden(write, &record, wanted, decision)?;
    }
    let made = remarks::Decision {
        state,
        reason: wanted.reason,
        by: wanted.by,
    };
    write.decide_remark(id, made.state, made.reason, Some(made.by))?;
    if let Some(letter) = answer_to(write, &known, &made, wanted.site)? {
        write.send_mail_of(&letter, decision)?;
    }
    Ok(Came::done(state.as_str(), before))
}

/// Says of two records that they are two.
fn two_records(write: &mut Write<'_>, id: Uuid, wanted: &Wanted<'_>) -> Result<Came> {
    let Some((_, state)) = write.pair(id)? else {
        return Ok(Came::NOWHERE);
    };
    if state != PairState::Open {
        return Ok(Came::not(412, Some(state.as_str())));
    }
    write.set_pair(id, PairState::Different, Some(wanted.by))?;
    Ok(Came::done(PairState::Different.as_str(), Before::default()))
}

/// Answers for a collectivity that nobody writes for.
fn co_lead(write: &mut Write<'_>, id: Uuid, wanted: &Wanted<'_>, decision: Uuid) -> Result<Came> {
    let Some(asked) = write.co_lead(id)? else {
        return Ok(Came::NOWHERE);
    };
    let project = record_of(write, asked.project)?.filter(|record| !record.hidden);
    let theirs = write.raw(|conn| co_leads::is_written(conn, asked.collectivity))?;
    if project.is_none() || theirs {
        return Ok(Came::NOWHERE);
    }
    if asked.state != CoLeadState::Asked {
        return Ok(Came::not(412, Some(asked.state.as_str())));
    }
    let state = match wanted.act {
        ModerationAct::Accept => CoLeadState::Accepted,
        ModerationAct::Refuse | ModerationAct::Hide => CoLeadState::Declined,
    };
    letters::about_co_lead(write, &asked, state, wanted, decision)?;
    write.decide_co_lead(&asked, state, wanted.reason, Some(wanted.by))?;
    Ok(Came::done(state.as_str(), Before::default()))
}

/// A record, whoever may see it.
pub(super) fn record_of(write: &mut Write<'_>, id: Uuid) -> Result<Option<Rendition>> {
    write.raw(|conn| renditions::by_identifier(conn, id))
}

/// Whether a record cannot be deleted, since others name it.
fn stays(write: &mut Write<'_>, record: &Rendition) -> Result<bool> {
    const fn of<S: Stored + Given>() -> bool {
        S::STAYS_WHILE_NAMED
    }
    let resource: Resource = record.resource;
    Ok(with_given!(resource, true, of()) && write.is_named(record.id)?)
}
