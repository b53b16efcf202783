//! Mails: their subjects and words, in the reader's language.

pub mod co_leads;
pub mod memberships;
pub mod remarks;
pub mod ways;

use crate::Language;

/// A mail's words, each paragraph by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its subject.
    pub subject: String,
    /// What comes before the link.
    pub before: Vec<String>,
    /// What is written on its one button.
    pub button: String,
    /// What comes behind.
    pub after: Vec<String>,
}

/// The link that signs in.
#[must_use]
pub fn sign_in(language: Language, site: &str) -> Words {
    match language {
        Language::Fr => Words {
            subject: format!("Votre lien de connexion à {site}"),
            before: vec![
                "Bonjour,".to_owned(),
                format!(
                    "Vous avez demandé à vous connecter à {site}. Ce lien ouvre une page où un bouton vous connecte."
                ),
            ],
            button: "Me connecter".to_owned(),
            after: vec![
                "Il est valable quinze minutes et ne sert qu’une fois.".to_owned(),
                "Si vous n’avez rien demandé, ignorez ce message\u{a0}: rien ne se passera.".to_owned(),
            ],
        },
        Language::En => Words {
            subject: format!("Your sign-in link for {site}"),
            before: vec![
                "Hello,".to_owned(),
                format!(
                    "You asked to sign in to {site}. This link opens a page where a button signs you in."
                ),
            ],
            button: "Sign in".to_owned(),
            after: vec![
                "It is good for fifteen minutes and works once.".to_owned(),
                "If you did not ask for it, ignore this message: nothing will happen.".to_owned(),
            ],
        },
    }
}

/// A mail to oneself, by which an admin sees that mail leaves.
#[must_use]
pub fn trial(language: Language, site: &str) -> Words {
    match language {
        Language::Fr => Words {
            subject: format!("{site}\u{a0}: message d’essai"),
            before: vec![
                "Bonjour,".to_owned(),
                format!(
                    "Vous avez demandé ce message d’essai. Si vous le lisez, les courriels de {site} partent bien."
                ),
            ],
            button: "Revenir aux réglages".to_owned(),
            after: Vec::new(),
        },
        Language::En => Words {
            subject: format!("{site}: trial message"),
            before: vec![
                "Hello,".to_owned(),
                format!(
                    "You asked for this trial message. If you read it, mail from {site} leaves as it should."
                ),
            ],
            button: "Back to the settings".to_owned(),
            after: Vec::new(),
        },
    }
}

/// That an account nobody uses will be closed within so many days.
#[must_use]
pub fn closing(language: Language, site: &str, days: i64) -> Words {
    match language {
        Language::Fr => Words {
            subject: format!("Votre compte sur {site} sera fermé dans {days} jours"),
            before: vec![
                "Bonjour,".to_owned(),
                format!(
                    "Vous ne vous êtes pas connecté à {site} depuis presque deux ans. Sans nouvelles de vous, votre compte sera fermé dans {days} jours, et ce que nous savons de vous effacé. Ce que vous avez publié restera."
                ),
            ],
            button: "Garder mon compte".to_owned(),
            after: vec!["Pour le garder, il suffit de vous connecter une fois.".to_owned()],
        },
        Language::En => Words {
            subject: format!("Your account on {site} will be closed in {days} days"),
            before: vec![
                "Hello,".to_owned(),
                format!(
                    "You have not signed in to {site} for almost two years. Unless we hear from you, your account will be closed in {days} days, and what we know of you erased. What you published will stay."
                ),
            ],
            button: "Keep my account".to_owned(),
            after: vec!["To keep it, sign in once.".to_owned()],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typography::check_text;

    #[test]
    fn mails_read_well_in_both_languages() {
        for language in Language::ALL {
            let site = "AECT Nouvelle-Aquitaine";
            check(language, &sign_in(language, site));
            check(language, &closing(language, site, 30));
            check(language, &trial(language, site));
            for news in memberships::samples() {
                check(language, &memberships::words(language, site, &news));
            }
            for change in ways::samples() {
                check(language, &ways::words(language, site, &change));
            }
            for news in co_leads::samples() {
                check(language, &co_leads::words(language, site, &news));
            }
            for notice in remarks::samples() {
                check(language, &remarks::words(language, site, &notice));
            }
        }
    }

    fn check(language: Language, words: &Words) {
        let parts = [&words.subject, &words.button];
        for text in parts.into_iter().chain(&words.before).chain(&words.after) {
            check_text(language, text);
        }
    }
}
