//! Another site that signs people in (OpenID Connect). The defaults are those of ProConnect, the sign-in of French public
//! agents.

use anyhow::{Context as _, ensure};
use clap::Args;
use std::fmt;
use std::str::FromStr;

/// Another site that signs people in: none without an issuer.
#[derive(Args, Clone, Debug)]
pub struct OpenIdConfig {
    /// Address of the site that signs people in (OpenID Connect), as it calls itself: `https://…` [default: none].
    #[arg(
        long,
        env = "AECT_OPENID_ISSUER",
        requires_all = ["openid_client_id", "openid_client_secret"]
    )]
    pub openid_issuer: Option<String>,

    /// What that site calls this one.
    #[arg(long, env = "AECT_OPENID_CLIENT_ID")]
    pub openid_client_id: Option<String>,

    /// What this site shows it for that.
    #[arg(long, env = "AECT_OPENID_CLIENT_SECRET", hide_env_values = true)]
    pub openid_client_secret: Option<Secret>,

    /// What people call it: on the button.
    #[arg(long, env = "AECT_OPENID_NAME", default_value = "ProConnect")]
    pub openid_name: String,

    /// What it is asked to tell.
    #[arg(
        long,
        env = "AECT_OPENID_SCOPES",
        value_delimiter = ' ',
        default_value = "openid given_name usual_name email uid siret"
    )]
    pub openid_scopes: Vec<String>,

    /// How surely it shall know people (`acr_values`); ProConnect wants `eidas1`.
    #[arg(long, env = "AECT_OPENID_ACR_VALUES", value_delimiter = ' ')]
    pub openid_acr_values: Vec<String>,

    /// Whether it vouches for what it tells, as ProConnect does: an e-mail address then leads to the account that has it, or
    /// makes one, and a SIRET to the collectivity. Otherwise people link it in their account first, and belong to nothing
    /// by it.
    #[arg(long, env = "AECT_OPENID_TRUSTED")]
    pub openid_trusted: bool,

    /// What it calls an e-mail address.
    #[arg(long, env = "AECT_OPENID_CLAIM_EMAIL", default_value = "email")]
    pub openid_claim_email: String,

    /// What it calls a first name.
    #[arg(long, env = "AECT_OPENID_CLAIM_GIVEN_NAME", default_value = "given_name")]
    pub openid_claim_given_name: String,

    /// What it calls a last name.
    #[arg(long, env = "AECT_OPENID_CLAIM_FAMILY_NAME", default_value = "usual_name")]
    pub openid_claim_family_name: String,

    /// What it calls the SIRET of the organisation that somebody works for.
    #[arg(long, env = "AECT_OPENID_CLAIM_SIRET", default_value = "siret")]
    pub openid_claim_siret: String,
}

impl OpenIdConfig {
    /// The issuer's address: `https`, or this machine itself.
    pub(crate) fn issuer(&self) -> anyhow::Result<Option<reqwest::Url>> {
        let Some(issuer) = &self.openid_issuer else {
            return Ok(None);
        };
        let url: reqwest::Url = issuer
            .parse()
            .context("the issuer of OpenID Connect is given as `https://…`")?;
        ensure!(
            url.scheme() == "https" || is_here(&url),
            "the issuer of OpenID Connect is reached by `https` only, but for one on this machine"
        );
        Ok(Some(url))
    }
}

/// Whether an address is one of this machine.
pub(crate) fn is_here(url: &reqwest::Url) -> bool {
    url.scheme() == "http" && matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"))
}

/// A word that never shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The word: for whoever it is shown to only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(Self(word.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"***\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser, Debug)]
    struct Line {
        #[command(flatten)]
        config: OpenIdConfig,
    }

    const CLIENT: [&str; 4] = ["--openid-client-id", "aect", "--openid-client-secret", "s3cret"];

    fn issuer(address: &str) -> anyhow::Result<Option<reqwest::Url>> {
        let line = ["aect", "--openid-issuer", address].into_iter().chain(CLIENT);
        let line = Line::parse_from(line);
        assert!(!format!("{line:?}").contains("s3cret"));
        line.config.issuer()
    }

    #[test]
    fn an_issuer_is_reached_in_secret_or_is_here() {
        assert!(issuer("https://auth.example.fr/api/v2").is_ok());
        assert!(issuer("http://127.0.0.1:3000").is_ok());
        for wrong in [
            "http://auth.example.fr",
            "http://127.0.0.1.example.fr",
            "ftp://127.0.0.1",
            "auth.example.fr",
        ] {
            assert!(issuer(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_issuer_needs_what_it_knows_this_site_by() {
        assert!(Line::try_parse_from(["aect", "--openid-issuer", "https://auth.example.fr"]).is_err());
        assert!(Line::parse_from(["aect"]).config.issuer().unwrap().is_none());
    }
}
