//! Nobody is kept for ever: an account that nobody uses is closed, after its person was told twice.

use crate::files::{self, Storage};
use crate::mail::{self, Post};
use crate::memberships::successions;
use crate::personal::forget;
use crate::remarks;
use crate::site::Site;
use aect_db::pairs;
use aect_db::people::retention::{self, NOTICES, UNUSED};
use aect_db::people::users::User;
use aect_db::{Db, Write};
use aect_types::Instant;
use aect_types::site::paths;
use aect_words::{Language, mails};
use std::time::Duration;
use tokio::task::JoinHandle;

/// How often one looks.
const LOOK: Duration = Duration::from_hours(1);

/// Looks at once, and every hour from then on.
pub(crate) fn start(db: Db, post: Post, storage: Storage, site: Site) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut clock = tokio::time::interval(LOOK);
        loop {
            clock.tick().await;
            if let Err(error) = forget_unused(&db, &post, site.clone()).await {
                tracing::error!(
                    cause = format!("{error:#}"),
                    "nothing is forgotten for the moment"
                );
            }
            if let Err(error) = files::sweep(&db, &storage).await {
                tracing::error!(cause = format!("{error:#}"), "no file is erased for the moment");
            }
        }
    })
}

/// Looks once.
pub(crate) async fn forget_unused(db: &Db, post: &Post, site: Site) -> anyhow::Result<()> {
    let here = site.clone();
    db.write("retention".to_owned(), move |write| sweep(write, &here))
        .await?;
    let look = db.read(pairs::look).await?;
    if !look.is_empty() {
        db.write("program:duplicates".to_owned(), move |write| {
            write.keep_look(&look)
        })
        .await?;
    }
    let place = site;
    db.write(successions::AUTHOR.to_owned(), move |write| {
        successions::mandates(write, &place)?;
        successions::sweep(write, &place)
    })
    .await?;
    post.hurry();
    // What is still read is emptied at the next look.
    db.empty_log().await?;
    Ok(())
}

/// Tells those whose account will be closed, and closes those that were told.
fn sweep(write: &mut Write<'_>, site: &Site) -> aect_db::Result<()> {
    let now = write.now();
    for user in write.raw(|conn| retention::ended(conn, now))? {
        forget(write, user.id)?;
    }
    for (told, ahead) in (1..).zip(NOTICES) {
        let since = Instant::new(now.as_datetime() - (UNUSED - ahead));
        for user in write.raw(|conn| retention::unused(conn, since, told))? {
            if write.set_notices(user.id, told)? {
                tell(write, &user, ahead.num_days(), site)?;
            }
        }
    }
    remarks::sweep(write, site)?;
    write.forget_traces()
}

fn tell(write: &mut Write<'_>, user: &User, days: i64, site: &Site) -> aect_db::Result<()> {
    let language = Language::of_tag(&user.language).unwrap_or_default();
    let words = mails::closing(language, &site.name(language), days);
    let link = site.link(language, paths::SIGN_IN);
    write.send_mail(&mail::written(&words, &link, user.email.as_str(), language.tag()))
}
