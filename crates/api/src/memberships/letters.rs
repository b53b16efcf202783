//! Mail about who belongs to what.

use crate::mail;
use crate::site::Site;
use aect_db::people::mails::Mail;
use aect_db::people::team;
use aect_db::people::users::User;
use aect_db::{Result, Write};
use aect_types::Uuid;
use aect_types::people::Email;
use aect_types::site::paths;
use aect_words::Language;
use aect_words::mails::memberships::{News, words};

/// Puts a mail to each of them on its way; `about` is whom it speaks of.
pub(super) fn send(
    write: &mut Write<'_>,
    site: &Site,
    recipients: &[(Email, String)],
    news: &News,
    about: Option<Uuid>,
) -> Result<()> {
    for to in recipients {
        write.send_mail_about(&letter(site, to, news), about)?;
    }
    Ok(())
}

/// A mail to one of them.
pub(crate) fn letter(site: &Site, to: &(Email, String), news: &News) -> Mail {
    let (email, language) = (&to.0, Language::of_tag(&to.1).unwrap_or_default());
    let words = words(language, &site.name(language), news);
    let link = site.link(language, paths::SPACE);
    mail::written(&words, &link, email.as_str(), language.tag())
}

/// Whoever decides who belongs to a record: those in charge of it, the animators where nobody is.
pub(super) fn in_charge(write: &mut Write<'_>, record: Uuid) -> Result<Vec<(Email, String)>> {
    write.raw(|conn| {
        let owners = team::owners(conn, record)?;
        if owners.is_empty() {
            team::animators(conn)
        } else {
            Ok(owners)
        }
    })
}

/// Those in charge and the animators, each once.
pub(super) fn everybody_in_charge(write: &mut Write<'_>, record: Uuid) -> Result<Vec<(Email, String)>> {
    write.raw(|conn| {
        let mut all = team::owners(conn, record)?;
        all.extend(team::animators(conn)?);
        all.sort();
        all.dedup();
        Ok(all)
    })
}

/// How a person is called: by their name, or else their address.
pub(crate) fn called(user: &User) -> String {
    if user.name.is_empty() {
        user.email.as_str().to_owned()
    } else {
        user.name.clone()
    }
}
