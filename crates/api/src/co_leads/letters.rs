//! Mail about shared projects.

use crate::mail;
use crate::site::Site;
use aect_db::people::mails::Mail;
use aect_db::people::memberships::name_of;
use aect_db::people::team;
use aect_db::{Result, Stored as _, Write};
use aect_types::Uuid;
use aect_types::co_leads::CoLeadState;
use aect_types::people::Email;
use aect_types::projects::ProjectInput;
use aect_types::site::paths;
use aect_words::Language;
use aect_words::mails::co_leads::{CoLeading, words};

/// A mail to one of them.
pub(crate) fn letter(site: &Site, to: &(Email, String), news: &CoLeading) -> Mail {
    let (email, language) = (&to.0, Language::of_tag(&to.1).unwrap_or_default());
    let words = words(language, &site.name(language), news);
    let link = site.link(language, paths::SPACE);
    mail::written(&words, &link, email.as_str(), language.tag())
}

/// Whom a collectivity's request is told: those who write for it, the animators where nobody does.
pub(super) fn asked(write: &mut Write<'_>, collectivity: Uuid) -> Result<Vec<(Email, String)>> {
    write.raw(|conn| {
        let editors = team::editors(conn, collectivity)?;
        if editors.is_empty() {
            team::animators(conn)
        } else {
            Ok(editors)
        }
    })
}

/// A piece of news, and whom it is told: their addresses and languages.
type Told = (CoLeading, Vec<(Email, String)>);

/// What is told of a decision about a project and a collectivity, and whom: those who asked, or, of the end of it, the other side. Nobody where nobody asked to
/// know.
pub(crate) fn about(
    write: &mut Write<'_>,
    (project_id, collectivity): (Uuid, Uuid),
    asked_by: Option<Uuid>,
    state: CoLeadState,
    reason: Option<&str>,
) -> Result<Option<Told>> {
    let record = write.raw(|conn| name_of(conn, collectivity))?;
    let project = write.raw(|conn| name_of(conn, project_id))?;
    let reason = reason.map(str::to_owned);
    Ok(match state {
        CoLeadState::Asked | CoLeadState::Withdrawn => None,
        CoLeadState::Accepted => Some((
            CoLeading::Accepted { record, project },
            asking(write, project_id, asked_by)?,
        )),
        CoLeadState::Declined => {
            let reason = reason.unwrap_or_default();
            let news = CoLeading::Declined {
                record,
                project,
                reason,
            };
            Some((news, asking(write, project_id, asked_by)?))
        }
        CoLeadState::Left => {
            let news = CoLeading::Left {
                record,
                project,
                reason,
            };
            Some((news, leading(write, project_id)?))
        }
        CoLeadState::Removed => {
            let news = CoLeading::Removed {
                record,
                project,
                reason,
            };
            let theirs = write.raw(|conn| team::editors(conn, collectivity))?;
            Some((news, theirs))
        }
    })
}

/// Whoever asked; those who write for the lead where they are gone.
fn asking(write: &mut Write<'_>, project: Uuid, by: Option<Uuid>) -> Result<Vec<(Email, String)>> {
    let person = match by {
        Some(by) => write.user(by)?,
        None => None,
    };
    match person {
        Some(user) => Ok(vec![(user.email, user.language)]),
        None => leading(write, project),
    }
}

/// Those who write for the lead.
fn leading(write: &mut Write<'_>, project: Uuid) -> Result<Vec<(Email, String)>> {
    let lead = write.raw(|conn| ProjectInput::load(conn, project))?.lead;
    match lead {
        Some(lead) => write.raw(|conn| team::editors(conn, lead)),
        None => Ok(Vec::new()),
    }
}
