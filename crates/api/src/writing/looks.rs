//! What people publish waits for an animator's first look, where that is set; in every case animators find it in their
//! queue. What animators publish is seen.

use aect_db::people::looks::Look;
use aect_db::{Result, Write};
use aect_types::given::Given;
use aect_types::policy::{Caller, Person};
use aect_types::{Uuid, Visibility};

/// Whoever is no animator, and publishes.
fn author(caller: &Caller, wanted: Visibility) -> Option<&Person> {
    let person = caller.person().filter(|person| !person.animates());
    person.filter(|_| wanted != Visibility::Draft)
}

/// Who sees a record that is about to be entered.
pub(super) fn at_first(
    write: &mut Write<'_>,
    caller: &Caller,
    input: &impl Given,
    wanted: Visibility,
) -> Result<Visibility> {
    let Some(person) = author(caller, wanted) else {
        return Ok(wanted);
    };
    // Who would lose sight of it publishes it at once.
    let own = input.is_changed_by(caller, Uuid::nil());
    if own && write.waits_for_first_look(person.id)? {
        return Ok(Visibility::Draft);
    }
    Ok(wanted)
}

/// It was entered.
pub(super) fn entered(
    write: &mut Write<'_>,
    caller: &Caller,
    id: Uuid,
    wanted: Visibility,
    shown: Visibility,
) -> Result<()> {
    match author(caller, wanted) {
        Some(person) => write.ask_first_look(id, person.id, (shown != wanted).then_some(wanted)),
        None => Ok(()),
    }
}

/// Who sees a record from now on of which `wanted` was said.
pub(super) fn changed(
    write: &mut Write<'_>,
    caller: &Caller,
    input: &impl Given,
    id: Uuid,
    before: Visibility,
    wanted: Visibility,
) -> Result<Visibility> {
    let look = write.first_look(id)?;
    let waits = look.as_ref().is_some_and(|look| look.state == Look::Waiting);
    let Some(person) = author(caller, wanted) else {
        if waits && wanted == Visibility::Draft {
            write.withdraw_first_look(id)?;
        } else if waits {
            let by = caller.person().map(|person| person.id);
            write.set_first_look(id, Look::Seen, None, None, by)?;
        }
        return Ok(wanted);
    };
    if before != Visibility::Draft {
        return Ok(wanted);
    }
    let holds = match look {
        Some(look) => look.state != Look::Seen,
        None => write.waits_for_first_look(person.id)?,
    } && input.is_changed_by(caller, id);
    if holds || !waits {
        write.ask_first_look(id, person.id, holds.then_some(wanted))?;
    }
    Ok(if holds { Visibility::Draft } else { wanted })
}

/// A deleted record comes back: as a draft, where an animator has taken it down and its people want it.
pub(super) fn brought_back(write: &mut Write<'_>, caller: &Caller, id: Uuid) -> Result<()> {
    let look = write.first_look(id)?;
    let taken_down = look.is_some_and(|look| look.state == Look::Refused);
    if taken_down && !caller.may_animate() {
        write.set_visibility(id, Visibility::Draft)?;
    }
    Ok(())
}
