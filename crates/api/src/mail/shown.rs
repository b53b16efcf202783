//! `/mails`: the mails of a server that only tries things out, to be read in the browser.
//!
//! Whoever reads them signs in as anybody. So they are shown on demand alone, by a server that sends none and is reached from
//! its own machine only, to whoever asks it by that machine's name (another site cannot have its name point here).

use crate::config::Config;
use crate::error::{Error, Result};
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::Uri;
use actix_web::http::header::HOST;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use aect_types::Uuid;
use aect_types::problem::ProblemKind;
use aect_words::Language;
use aect_words::pages::mails as words;
use mail_parser::{DateTime, Message, MessageParser};
use maud::{DOCTYPE, Markup, html};
use std::io::ErrorKind;
use std::net::IpAddr;
use std::path::{Path as FilePath, PathBuf};

/// Mails that are listed.
const SHOWN: usize = 100;

/// The folder to show, if it may be shown.
pub(crate) fn folder(config: &Config) -> Option<PathBuf> {
    let asked = config.mail.show_mails;
    let alone = config.listen.ip().is_loopback() && is_here(&config.public_url());
    if asked && (config.mail.smtp_url.is_some() || !alone) {
        tracing::warn!(
            "mails are not shown: only where none are sent, and where this machine alone reaches the server"
        );
        return None;
    }
    asked.then(|| config.mail.folder(&config.data.data_dir))
}

/// Whether an address is this machine's own.
fn is_here(address: &str) -> bool {
    let address: Option<Uri> = address.parse().ok();
    let host = address.as_ref().and_then(Uri::host).unwrap_or_default();
    let ip: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    host == "localhost" || ip.is_some_and(|ip| ip.is_loopback())
}

/// The folder, for whoever asks from here.
fn allowed<'a>(state: &'a State, request: &HttpRequest) -> Result<&'a FilePath> {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let here = host.is_some_and(|host| is_here(&format!("http://{host}")));
    let folder = state.mails.as_deref().filter(|_| here);
    folder.ok_or_else(|| ProblemKind::NotFound.into())
}

/// Lists the mails, the newest first.
pub(crate) async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let folder = allowed(&state, &request)?.to_owned();
    let mut names = names(&folder).await.map_err(Error::internal)?;
    // Named by identifiers that sort by time.
    names.sort_unstable_by(|one, other| other.cmp(one));
    names.truncate(SHOWN);
    let mut rows = Vec::new();
    for id in names {
        let raw = read(&folder, id).await?;
        rows.push(Row::of(id, &parsed(&raw)?));
    }
    Ok(page().body(listed(&rows).into_string()))
}

/// A mail of the list.
struct Row {
    id: Uuid,
    subject: String,
    recipient: String,
    at: String,
}

impl Row {
    fn of(id: Uuid, mail: &Message<'_>) -> Self {
        let first = mail.to().and_then(|to| to.first());
        Self {
            id,
            subject: mail.subject().unwrap_or_default().to_owned(),
            recipient: first.and_then(|to| to.address()).unwrap_or_default().to_owned(),
            at: mail.date().map(DateTime::to_rfc3339).unwrap_or_default(),
        }
    }
}

fn listed(rows: &[Row]) -> Markup {
    let said = |text: aect_words::pages::Text| {
        let [fr, en] = Language::ALL.map(|language| text.of(language));
        html! { (fr) " · " span lang="en" { (en) } }
    };
    html! {
        (DOCTYPE)
        html lang="fr" {
            head { meta charset="utf-8"; meta name="viewport" content="width=device-width"; title { (words::TITLE.of(Language::Fr)) } }
            body {
                main {
                    h1 { (said(words::TITLE)) }
                    p { (said(words::INTRODUCTION)) }
                    @if rows.is_empty() { p { (said(words::NONE)) } }
                    ul {
                        @for row in rows {
                            li { a href={ "/mails/" (row.id) } { (row.subject) } " — " (row.recipient) ", " (row.at) }
                        }
                    }
                }
            }
        }
    }
}

/// Shows one, as programs for mail that know HTML do.
pub(crate) async fn one(state: Data<State>, request: HttpRequest, id: Path<Uuid>) -> Result<HttpResponse> {
    let folder = allowed(&state, &request)?;
    let raw = read(folder, id.into_inner()).await?;
    let html = parsed(&raw)?.body_html(0).map(std::borrow::Cow::into_owned);
    Ok(page().body(html.ok_or(ProblemKind::NotFound)?))
}

fn page() -> HttpResponseBuilder {
    let mut response = private(HttpResponse::Ok());
    response.content_type("text/html; charset=utf-8");
    response
}

async fn names(folder: &FilePath) -> std::io::Result<Vec<Uuid>> {
    let mut files = match tokio::fs::read_dir(folder).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let mut names = Vec::new();
    while let Some(file) = files.next_entry().await? {
        let path = file.path();
        if path.extension().is_some_and(|kind| kind == "eml") {
            let name = path.file_stem().and_then(|name| name.to_str());
            names.extend(name.and_then(|name| name.parse::<Uuid>().ok()));
        }
    }
    Ok(names)
}

async fn read(folder: &FilePath, id: Uuid) -> Result<Vec<u8>> {
    match tokio::fs::read(folder.join(format!("{id}.eml"))).await {
        Err(error) if error.kind() == ErrorKind::NotFound => Err(ProblemKind::NotFound.into()),
        raw => raw.map_err(Error::internal),
    }
}

fn parsed(raw: &[u8]) -> Result<Message<'_>> {
    let mail = MessageParser::default().parse(raw);
    mail.ok_or_else(|| Error::internal(anyhow::anyhow!("a mail in the folder cannot be read")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    fn shown(options: &[&str]) -> bool {
        let line = ["aect"].iter().chain(options);
        folder(&Line::parse_from(line).config).is_some()
    }

    #[test]
    fn mails_are_shown_on_demand_and_on_this_machine_alone() {
        assert!(!shown(&[]));
        assert!(shown(&["--show-mails"]));
        for more in [
            ["--listen", "0.0.0.0:8080"],
            ["--public-url", "https://aect.example.fr"],
            ["--public-url", "http://127.0.0.1.example.fr"],
            ["--smtp-url", "smtp://localhost"],
        ] {
            assert!(!shown(&["--show-mails", more[0], more[1]]), "{more:?}");
        }
    }
}
