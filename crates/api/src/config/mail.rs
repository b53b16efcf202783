//! How mail leaves.

use clap::Args;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// How mail leaves.
#[derive(Args, Clone, Debug)]
pub struct MailConfig {
    /// Server that takes our mail: `smtps://user:password@host` or `smtp://host:port?tls=required` [default: none,
    /// mail is put into a folder].
    #[arg(long, env = "AECT_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<SmtpUrl>,

    /// Folder into which mail is put where no server takes it [default: `mails` in the data folder].
    #[arg(long, env = "AECT_MAIL_DIR")]
    pub mail_dir: Option<PathBuf>,

    /// Shows the mails of that folder at `/mails`, to try the platform without a mail server. Whoever reads them signs in
    /// as anybody: only where the server is reached from its own machine alone.
    #[arg(long, env = "AECT_SHOW_MAILS")]
    pub show_mails: bool,

    /// Who mail is from.
    #[arg(
        long,
        env = "AECT_MAIL_FROM",
        default_value = "AECT Nouvelle-Aquitaine <ne-pas-repondre@localhost.localdomain>"
    )]
    pub mail_from: String,
}

impl MailConfig {
    /// Where mail is put that no server takes.
    pub(crate) fn folder(&self, data_dir: &Path) -> PathBuf {
        self.mail_dir.clone().unwrap_or_else(|| data_dir.join("mails"))
    }
}

/// The address of a mail server; its password never shows.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl(String);

impl SmtpUrl {
    /// The whole address, password included: for the mailer only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The name of the server, with its port where it is given.
    pub(crate) fn host(&self) -> &str {
        let host = self.0.rsplit('@').next().unwrap_or_default();
        let host = host.split('?').next().unwrap_or_default();
        let host = host.trim_start_matches("smtps://").trim_start_matches("smtp://");
        host.trim_end_matches('/')
    }
}

impl FromStr for SmtpUrl {
    type Err = anyhow::Error;

    fn from_str(url: &str) -> anyhow::Result<Self> {
        anyhow::ensure!(
            url.starts_with("smtp://") || url.starts_with("smtps://"),
            "a mail server is given as `smtps://user:password@host` or `smtp://host`"
        );
        Ok(Self(url.to_owned()))
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"***@{}\"", self.host())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_of_mail_servers_do_not_show() {
        let url: SmtpUrl = "smtps://aect:secret@smtp.example.fr?tls=required"
            .parse()
            .unwrap();
        assert_eq!(format!("{url:?}"), "\"***@smtp.example.fr\"");
        assert!("http://a".parse::<SmtpUrl>().is_err());
    }
}
