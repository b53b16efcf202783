//! What is written to people when what leads into their account has changed: whoever did not do it hears of it.

use super::Words;
use crate::Language;

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayChange {
    /// There is a password, or another one.
    PasswordSet,
    /// There is none any more.
    PasswordRemoved,
    /// Another site signs in to the account: its name.
    SiteLinked(String),
    /// Another site does so no longer: its name.
    SiteUnlinked(String),
    /// A second factor is asked for.
    SecondFactorSet,
    /// None is asked for any more.
    SecondFactorRemoved,
    /// The recovery codes are others.
    RecoveryCodesRenewed,
}

/// The words of such a mail; its link leads to the account.
#[must_use]
pub fn words(language: Language, site: &str, change: &WayChange) -> Words {
    let happened = happened(language, change);
    match language {
        Language::Fr => Words {
            subject: format!("Votre compte sur {site}\u{a0}: {happened}"),
            before: vec![
                "Bonjour,".to_owned(),
                format!("Un changement vient d’être fait sur votre compte\u{a0}: {happened}."),
            ],
            button: "Voir mon compte".to_owned(),
            after: vec![
                "Si c’était vous, il n’y a rien à faire.".to_owned(),
                "Sinon, quelqu’un d’autre est entré dans votre compte\u{a0}: connectez-vous par un lien, mettez fin à toutes les sessions et prévenez l’équipe du réseau.".to_owned(),
            ],
        },
        Language::En => Words {
            subject: format!("Your account on {site}: {happened}"),
            before: vec![
                "Hello,".to_owned(),
                format!("Something has just changed in your account: {happened}."),
            ],
            button: "See my account".to_owned(),
            after: vec![
                "If it was you, there is nothing to do.".to_owned(),
                "If not, somebody else has entered your account: sign in by a link, end all sessions and tell the network’s team.".to_owned(),
            ],
        },
    }
}

fn happened(language: Language, change: &WayChange) -> String {
    let french = language == Language::Fr;
    let said = match (change, french) {
        (WayChange::PasswordSet, true) => "un mot de passe a été choisi",
        (WayChange::PasswordSet, false) => "a password was chosen",
        (WayChange::PasswordRemoved, true) => "le mot de passe a été retiré",
        (WayChange::PasswordRemoved, false) => "the password was removed",
        (WayChange::SiteLinked(name), true) => return format!("il s’ouvre aussi par {name}"),
        (WayChange::SiteLinked(name), false) => return format!("{name} opens it as well"),
        (WayChange::SiteUnlinked(name), true) => return format!("il ne s’ouvre plus par {name}"),
        (WayChange::SiteUnlinked(name), false) => return format!("{name} no longer opens it"),
        (WayChange::SecondFactorSet, true) => "un second facteur est demandé",
        (WayChange::SecondFactorSet, false) => "a second factor is asked for",
        (WayChange::SecondFactorRemoved, true) => "le second facteur a été retiré",
        (WayChange::SecondFactorRemoved, false) => "the second factor was removed",
        (WayChange::RecoveryCodesRenewed, true) => "de nouveaux codes de secours ont été donnés",
        (WayChange::RecoveryCodesRenewed, false) => "new recovery codes were given",
    };
    said.to_owned()
}

#[cfg(test)]
pub(super) fn samples() -> Vec<WayChange> {
    vec![
        WayChange::PasswordSet,
        WayChange::PasswordRemoved,
        WayChange::SiteLinked("ProConnect".to_owned()),
        WayChange::SiteUnlinked("ProConnect".to_owned()),
        WayChange::SecondFactorSet,
        WayChange::SecondFactorRemoved,
        WayChange::RecoveryCodesRenewed,
    ]
}
