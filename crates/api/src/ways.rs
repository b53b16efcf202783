//! Mail to people when what leads into their account has changed: whoever did not do it themselves must hear of it.

use crate::error;
use crate::mail;
use crate::site::Site;
use crate::state::State;
use aect_db::people::users::User;
use aect_db::{Result, Write};
use aect_types::Uuid;
use aect_types::site::paths;
use aect_words::Language;
use aect_words::mails::ways::{WayChange, words};

/// Does something with a person's account in one transaction, and tells them what has changed by it, if anything.
pub(crate) async fn change(
    state: &State,
    user: Uuid,
    work: impl FnOnce(&mut Write<'_>, &User) -> Result<Option<WayChange>> + Send + 'static,
) -> error::Result<()> {
    let site = state.site.clone();
    let done = state.db.write(format!("user:{user}"), move |write| {
        // Erased meanwhile: there is nothing to change, and nobody to tell.
        let Some(account) = write.user(user)? else {
            return Ok(());
        };
        match work(write, &account)? {
            Some(change) => tell(write, &site, &account, &change),
            None => Ok(()),
        }
    });
    done.await?;
    state.post.hurry();
    Ok(())
}

/// Tells a person, in the transaction that makes the change; on that site.
pub(crate) fn tell(write: &mut Write<'_>, site: &Site, user: &User, change: &WayChange) -> Result<()> {
    let language = Language::of_tag(&user.language).unwrap_or_default();
    let words = words(language, &site.name(language), change);
    let link = site.link(language, paths::ACCOUNT);
    write.send_mail(&mail::written(&words, &link, user.email.as_str(), language.tag()))
}
