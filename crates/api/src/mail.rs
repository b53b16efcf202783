//! Mail: what is written in the database leaves here, by SMTP or, in development, into a folder.

pub(crate) mod shown;
pub(crate) mod status;

use crate::config::MailConfig;
use aect_db::Db;
use aect_db::people::mails::{self, Mail, Waiting};
use aect_types::Instant;
use aect_words::mails::Words;
use anyhow::Context as _;
use lettre::address::AddressError;
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use maud::{DOCTYPE, html};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// How often one looks for what waits, besides when something is written here.
const LOOK: Duration = Duration::from_secs(15);
/// Mails taken at once.
const AT_ONCE: i64 = 20;

/// How mail leaves.
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Why a mail did not leave, without addresses.
#[derive(Debug)]
enum Failure {
    /// It is tried again.
    ForNow(String),
    /// Nobody will ever take it.
    ForGood(String),
}

/// Replies by which a server refuses a recipient or what is sent to them, and not us (RFC 5321, 4.2.3; RFC 7504): what else
/// fails for good, like a wrong password, is ours to mend, and the mail waits for that.
const REFUSALS: [u16; 5] = [550, 551, 552, 553, 556];

impl From<lettre::transport::smtp::Error> for Failure {
    fn from(error: lettre::transport::smtp::Error) -> Self {
        let refused = error
            .status()
            .is_some_and(|code| REFUSALS.contains(&u16::from(code)));
        let words = without_addresses(&format!("{:#}", anyhow::Error::from(error)));
        if refused {
            Self::ForGood(words)
        } else {
            Self::ForNow(words)
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::ForNow(error.to_string())
    }
}

impl From<AddressError> for Failure {
    fn from(error: AddressError) -> Self {
        Self::ForGood(error.to_string())
    }
}

impl From<lettre::error::Error> for Failure {
    fn from(error: lettre::error::Error) -> Self {
        Self::ForGood(error.to_string())
    }
}

/// What a mail server said, without whom it was about.
fn without_addresses(said: &str) -> String {
    let word = |word| if str::contains(word, '@') { "…" } else { word };
    said.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The office: knows that something waits, and sends it.
#[derive(Clone)]
pub(crate) struct Post {
    waits: Arc<Notify>,
    rounds: watch::Receiver<u64>,
    /// The server that takes mail, without its password.
    host: Option<Arc<str>>,
    /// Who mail is from.
    sender: Arc<str>,
}

impl Post {
    /// Says that a mail was written.
    pub(crate) fn hurry(&self) {
        self.waits.notify_one();
    }

    /// Waits until all that was written has been tried.
    pub(crate) async fn has_tried_all(&self, db: &Db) -> anyhow::Result<()> {
        let mut rounds = self.rounds.clone();
        loop {
            rounds.mark_unchanged();
            let now = Instant::new(chrono::Utc::now());
            if db.read(move |conn| mails::due(conn, now, 1)).await?.is_empty() {
                return Ok(());
            }
            self.hurry();
            rounds.changed().await?;
        }
    }

    /// Sends what waits, from now on.
    pub(crate) fn start(
        db: Db,
        config: &MailConfig,
        data_dir: &Path,
    ) -> anyhow::Result<(Self, JoinHandle<()>)> {
        let from: Mailbox = config.mail_from.parse().context("--mail-from is no address")?;
        let way = if let Some(url) = &config.smtp_url {
            let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.reveal());
            Way::Smtp(smtp.context("--smtp-url cannot be read")?.build())
        } else {
            let folder = config.folder(data_dir);
            tracing::warn!(folder = %folder.display(), "no mail server is named: mail is put into a folder, and reaches nobody");
            Way::Folder(folder)
        };
        let (done, rounds) = watch::channel(0_u64);
        let post = Self {
            waits: Arc::new(Notify::new()),
            rounds,
            host: config.smtp_url.as_ref().map(|url| url.host().into()),
            sender: config.mail_from.as_str().into(),
        };
        let waits = Arc::clone(&post.waits);
        let working = tokio::spawn(async move {
            loop {
                if let Err(error) = send_all(&db, &way, &from).await {
                    tracing::error!(cause = format!("{error:#}"), "mail cannot be sent");
                }
                done.send_modify(|rounds| *rounds = rounds.wrapping_add(1));
                // Woken, or time to look again: both lead to the same look.
                let _woken = tokio::time::timeout(LOOK, waits.notified()).await;
            }
        });
        Ok((post, working))
    }
}

async fn send_all(db: &Db, way: &Way, from: &Mailbox) -> anyhow::Result<()> {
    loop {
        let now = Instant::new(chrono::Utc::now());
        let due = db.read(move |conn| mails::due(conn, now, AT_ONCE)).await?;
        let last = due.len() < usize::try_from(AT_ONCE)?;
        for waiting in due {
            let sent = send(way, from, &waiting).await;
            count(&sent);
            db.write("mail".to_owned(), move |write| match sent {
                Ok(()) => write.mail_left(waiting.id),
                Err(Failure::ForNow(said)) => write.mail_stayed(&waiting, &said),
                Err(Failure::ForGood(said)) => write.mail_refused(waiting.id, &said),
            })
            .await?;
        }
        if last {
            return Ok(());
        }
    }
}

fn count(sent: &Result<(), Failure>) {
    let result = match sent {
        Ok(()) => "sent",
        Err(Failure::ForNow(_)) => "stayed",
        Err(Failure::ForGood(_)) => "refused",
    };
    metrics::counter!("aect_mails_total", "result" => result).increment(1);
}

async fn send(way: &Way, from: &Mailbox, waiting: &Waiting) -> Result<(), Failure> {
    let Mail {
        recipient,
        subject,
        text,
        html,
    } = &waiting.mail;
    let message = Message::builder()
        .from(from.clone())
        .to(recipient.parse()?)
        .subject(subject)
        // The same mail, should it be sent twice.
        .message_id(Some(format!("<{}@{}>", waiting.id, from.email.domain())))
        .multipart(MultiPart::alternative_plain_html(text.clone(), html.clone()))?;
    match way {
        Way::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(Into::into),
        Way::Folder(folder) => {
            tokio::fs::create_dir_all(folder).await?;
            let file = folder.join(format!("{}.eml", waiting.id));
            tokio::fs::write(file, message.formatted())
                .await
                .map_err(Into::into)
        }
    }
}

/// A mail in both its forms, with one link.
pub(crate) fn written(words: &Words, link: &str, recipient: &str, language: &str) -> Mail {
    let mut text = String::new();
    for paragraph in &words.before {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text.push_str(link);
    for paragraph in &words.after {
        text.push_str("\n\n");
        text.push_str(paragraph);
    }
    text.push('\n');
    let html = html! {
        (DOCTYPE)
        html lang=(language) {
            head { meta charset="utf-8"; title { (words.subject) } }
            body {
                @for paragraph in &words.before { p { (paragraph) } }
                p { a href=(link) { (words.button) } }
                @for paragraph in &words.after { p { (paragraph) } }
            }
        }
    };
    Mail {
        recipient: recipient.to_owned(),
        subject: words.subject.clone(),
        text,
        html: html.into_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mail_servers_say_names_nobody() {
        assert_eq!(
            without_addresses("permanent error (550): 5.1.1 <marie@mairie.example>: no such user"),
            "permanent error (550): 5.1.1 … no such user"
        );
    }
}
