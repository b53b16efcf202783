//! Whoever the other site vouches for: which account is theirs, and which collectivity they work for.

use super::Failure;
use super::provider::{Provider, Told};
use crate::memberships::asking;
use crate::sign_in::let_in;
use crate::site::Site;
use crate::ways;
use aect_db::Write;
use aect_db::people::openid::Attempt;
use aect_db::people::users::User;
use aect_db::people::{openid, users};
use aect_types::people::{Email, SignInWay, limits};
use aect_types::{Siren, Uuid};
use aect_words::mails::ways::WayChange;
use serde_json::Value;

/// The longest name that a site has for somebody (OpenID Connect Core 1.0, 2: `sub`).
const SUBJECT_MAX: usize = 255;

/// What the other site says of somebody, as far as it is believed.
pub(super) struct Arrival {
    issuer: String,
    /// How people call the other site.
    called: String,
    subject: String,
    /// An address that it vouches for.
    email: Option<Email>,
    /// Whether it vouches for anything at all.
    trusted: bool,
    name: String,
    siren: Option<Siren>,
    language: String,
    site: Site,
}

type Arrived = aect_db::Result<Result<(), Failure>>;

impl Arrival {
    /// Reads what was told; `site` is this site.
    pub(super) fn new(
        provider: &Provider,
        told: &Told,
        attempt: &Attempt,
        site: &Site,
    ) -> Result<Self, Failure> {
        let config = provider.config();
        let text = |name: &str| told.claims.get(name).and_then(Value::as_str).map(plain);
        let is_right = |subject: &String| subject.len() <= SUBJECT_MAX && *subject == plain(subject);
        // A site that vouches for addresses in general says of which it does not.
        let denied = told.claims.get("email_verified") == Some(&Value::Bool(false));
        let email = text(&config.openid_claim_email).and_then(|email| email.parse().ok());
        let names = [&config.openid_claim_given_name, &config.openid_claim_family_name];
        let names: Vec<String> = names.into_iter().filter_map(|name| text(name)).collect();
        let siret = text(&config.openid_claim_siret);
        Ok(Self {
            issuer: provider.issuer().to_owned(),
            called: provider.name().to_owned(),
            subject: Some(told.subject.clone())
                .filter(is_right)
                .ok_or(Failure::NotVouched)?,
            email: email.filter(|_| config.openid_trusted && !denied),
            trusted: config.openid_trusted,
            name: names.join(" ").trim().chars().take(limits::NAME_MAX).collect(),
            siren: siret
                .as_deref()
                .and_then(siren_of)
                .filter(|_| config.openid_trusted),
            language: attempt.language.clone(),
            site: site.clone(),
        })
    }

    /// Begins a session: of the account that the site leads in to, or of the one that has the address it vouches for,
    /// made now where there is none.
    pub(super) fn sign_in(&self, write: &mut Write<'_>, agent: Option<&str>, refresh: &str) -> Arrived {
        let user = match self.account(write)? {
            Ok(user) => user,
            Err(failure) => return Ok(Err(failure)),
        };
        if let_in(write, &user, SignInWay::OpenId, agent, refresh)?.is_none() {
            return Ok(Err(Failure::Refused));
        }
        self.settle(write, &user)?;
        Ok(Ok(()))
    }

    fn account(&self, write: &mut Write<'_>) -> aect_db::Result<Result<User, Failure>> {
        let known = write.raw(|conn| openid::user_of(conn, &self.issuer, &self.subject))?;
        if let Some(user) = known {
            write.identity_used(&self.issuer, &self.subject)?;
            return Ok(write.user(user)?.ok_or(Failure::Refused));
        }
        let Some(email) = &self.email else {
            let failure = if self.trusted {
                Failure::NoAddress
            } else {
                Failure::NotLinked
            };
            return Ok(Err(failure));
        };
        let user = write.user_of(email, &self.language)?;
        self.link_now(write, &user)?;
        Ok(Ok(user))
    }

    /// Links the account of somebody who has signed in here.
    pub(super) fn link(&self, write: &mut Write<'_>, user: Uuid) -> Arrived {
        let Some(user) = write.user(user)? else {
            return Ok(Err(Failure::Expired));
        };
        match write.raw(|conn| openid::user_of(conn, &self.issuer, &self.subject))? {
            Some(known) if known != user.id => return Ok(Err(Failure::Another)),
            Some(_) => write.identity_used(&self.issuer, &self.subject)?,
            None => self.link_now(write, &user)?,
        }
        self.settle(write, &user)?;
        Ok(Ok(()))
    }

    /// Links an account; its person is told, unless the account is of this very moment.
    fn link_now(&self, write: &mut Write<'_>, user: &User) -> aect_db::Result<()> {
        write.link_identity(user.id, &self.issuer, &self.subject)?;
        if user.created_at < write.now() {
            let change = WayChange::SiteLinked(self.called.clone());
            ways::tell(write, &self.site, user, &change)?;
        }
        Ok(())
    }

    /// What the site says besides: a name, and which collectivity they work for.
    fn settle(&self, write: &mut Write<'_>, user: &User) -> aect_db::Result<()> {
        if !self.name.is_empty() {
            write.name_user(user.id, &self.name)?;
        }
        if let Some(siren) = &self.siren
            && let Some(user) = write.raw(|conn| users::by_id(conn, user.id))?
        {
            asking::vouched(write, &user, siren, &self.site)?;
        }
        Ok(())
    }
}

/// A text without what no database keeps and no mail shows.
fn plain(text: impl AsRef<str>) -> String {
    text.as_ref()
        .chars()
        .filter(|letter| !letter.is_control())
        .collect()
}

/// The SIREN of a SIRET: its first nine digits; the five others tell the places of one organisation apart.
fn siren_of(siret: &str) -> Option<Siren> {
    let digits: String = siret.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_siret = digits.len() == 14 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.get(..9).filter(|_| is_siret)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_siret_begins_with_a_siren() {
        assert_eq!(siren_of("213 303 183 00014").unwrap().as_str(), "213303183");
        for wrong in [
            "",
            "213303183",
            "2133031830001",
            "21330318300014a",
            "２１３３０３１８３０００１４",
        ] {
            assert_eq!(siren_of(wrong), None, "{wrong}");
        }
        assert_eq!(siren_of("21330318400014"), None, "its check digit is wrong");
    }

    #[test]
    fn what_no_database_keeps_goes() {
        assert_eq!(plain("Marie\0 Curie\r\n"), "Marie Curie");
    }
}
