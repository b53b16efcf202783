//! What is written about corrections, first looks and what animators decide.

use super::Words;
use crate::{Language, phrases};
use aect_types::remarks::RemarkKind;

/// What has happened to a record. Its name, and what people wrote, are as they gave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// To those in charge: somebody proposes a correction.
    Proposed {
        /// Of what.
        record: String,
        /// What is wrong.
        wrong: String,
    },
    /// To the animators: nobody has answered one in time.
    Late {
        /// Of what.
        record: String,
    },
    /// To whoever sent a remark: what became of it.
    Answered(Answer),
    /// To its author: an animator has looked, and it is published.
    Published {
        /// What.
        record: String,
    },
    /// To its author: it is a draft again.
    SentBack {
        /// What.
        record: String,
        /// Why.
        reason: String,
    },
    /// To its people: it was deleted.
    Hidden {
        /// What.
        record: String,
        /// Why.
        reason: String,
    },
}

/// What became of a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Of which record.
    pub record: String,
    /// What the remark was.
    pub kind: RemarkKind,
    /// Whether the record stays as it is.
    pub refused: bool,
    /// Why, or a word with it.
    pub reason: Option<String>,
    /// Whether it goes to the address of an account, instead of one that was left for this answer.
    pub member: bool,
}

/// The words of such a mail. Its link leads to Mon espace, or to the record for whoever sent a remark.
#[must_use]
pub fn words(language: Language, site: &str, notice: &Notice) -> Words {
    let (subject, said, quoted) = match language {
        Language::Fr => french(site, notice),
        Language::En => english(site, notice),
    };
    let hello = match language {
        Language::Fr => "Bonjour,",
        Language::En => "Hello,",
    };
    let (button, after) = foot(language, notice);
    let mut before = vec![hello.to_owned(), said];
    before.extend(quoted.map(|quoted| phrases::quoted(&quoted, language)));
    Words {
        subject,
        before,
        button: button.to_owned(),
        after: vec![after.to_owned()],
    }
}

/// Where the link leads, and why this mail has come.
const fn foot(language: Language, notice: &Notice) -> (&'static str, &'static str) {
    let answer = matches!(notice, Notice::Answered(_));
    let erased = matches!(notice, Notice::Answered(answer) if !answer.member);
    match language {
        Language::Fr => (
            if answer {
                "Voir la fiche"
            } else {
                "Ouvrir la plateforme"
            },
            if erased {
                "Vous aviez laissé votre adresse pour recevoir cette réponse. Nous l’effaçons maintenant."
            } else {
                "Vous recevez ce message parce que vous avez un compte sur cette plateforme."
            },
        ),
        Language::En => (
            if answer {
                "See the record"
            } else {
                "Open the platform"
            },
            if erased {
                "You left your address to get this answer. We erase it now."
            } else {
                "You get this message because you have an account on this platform."
            },
        ),
    }
}

/// Subject, sentence, and what is quoted.
type Said = (String, String, Option<String>);

fn french(site: &str, notice: &Notice) -> Said {
    match notice {
        Notice::Proposed { record, wrong } => (
            format!("Une correction proposée pour {record}"),
            format!(
                "Quelqu’un propose une correction à la fiche «\u{a0}{record}\u{a0}» sur {site}. Vous pouvez l’accepter, ou la refuser en disant pourquoi."
            ),
            Some(wrong.clone()),
        ),
        Notice::Late { record } => (
            format!("Une correction attend une réponse\u{a0}: {record}"),
            format!(
                "Une correction proposée à la fiche «\u{a0}{record}\u{a0}» sur {site} n’a pas reçu de réponse. Elle est dans votre file."
            ),
            None,
        ),
        Notice::Answered(answer) => french_answer(site, answer),
        Notice::Published { record } => (
            format!("Votre fiche est publiée\u{a0}: {record}"),
            format!(
                "L’équipe du réseau a relu votre fiche «\u{a0}{record}\u{a0}». Elle est publiée sur {site}."
            ),
            None,
        ),
        Notice::SentBack { record, reason } => (
            format!("Votre fiche est redevenue un brouillon\u{a0}: {record}"),
            format!(
                "L’équipe du réseau a relu votre fiche «\u{a0}{record}\u{a0}» sur {site}. Elle est de nouveau un brouillon\u{a0}: vous pouvez la corriger, puis la publier. Voici pourquoi\u{a0}:"
            ),
            Some(reason.clone()),
        ),
        Notice::Hidden { record, reason } => (
            format!("Une fiche a été retirée\u{a0}: {record}"),
            format!(
                "L’équipe du réseau a retiré la fiche «\u{a0}{record}\u{a0}» de {site}. Rien n’est perdu\u{a0}: répondez à ce message si c’est une erreur. Voici pourquoi\u{a0}:"
            ),
            Some(reason.clone()),
        ),
    }
}

fn french_answer(site: &str, answer: &Answer) -> Said {
    let record = &answer.record;
    let (subject, done) = match answer.kind {
        RemarkKind::Correction => (
            format!("Votre correction de {record}"),
            format!("Merci. La fiche «\u{a0}{record}\u{a0}» sur {site} a été corrigée grâce à vous."),
        ),
        RemarkKind::Report => (
            format!("Votre signalement de {record}"),
            format!(
                "Merci. L’équipe du réseau a examiné la fiche «\u{a0}{record}\u{a0}» que vous avez signalée sur {site}, et a fait le nécessaire."
            ),
        ),
    };
    let why = if answer.reason.is_some() {
        " Voici pourquoi\u{a0}:"
    } else {
        ""
    };
    let stays = format!(
        "Merci de nous avoir écrit. La fiche «\u{a0}{record}\u{a0}» sur {site} reste comme elle est.{why}"
    );
    let said = if answer.refused { stays } else { done };
    (subject, said, answer.reason.clone())
}

fn english(site: &str, notice: &Notice) -> Said {
    match notice {
        Notice::Proposed { record, wrong } => (
            format!("A correction proposed for {record}"),
            format!(
                "Somebody proposes a correction to the record “{record}” on {site}. You can accept it, or refuse it and say why."
            ),
            Some(wrong.clone()),
        ),
        Notice::Late { record } => (
            format!("A correction awaits an answer: {record}"),
            format!(
                "A correction proposed to the record “{record}” on {site} has had no answer. It is in your queue."
            ),
            None,
        ),
        Notice::Answered(answer) => english_answer(site, answer),
        Notice::Published { record } => (
            format!("Your record is published: {record}"),
            format!("The network’s team has read your record “{record}”. It is published on {site}."),
            None,
        ),
        Notice::SentBack { record, reason } => (
            format!("Your record is a draft again: {record}"),
            format!(
                "The network’s team has read your record “{record}” on {site}. It is a draft again: you can correct it, then publish it. This is why:"
            ),
            Some(reason.clone()),
        ),
        Notice::Hidden { record, reason } => (
            format!("A record was taken down: {record}"),
            format!(
                "The network’s team has taken the record “{record}” down from {site}. Nothing is lost: answer this message if it is a mistake. This is why:"
            ),
            Some(reason.clone()),
        ),
    }
}

fn english_answer(site: &str, answer: &Answer) -> Said {
    let record = &answer.record;
    let (subject, done) = match answer.kind {
        RemarkKind::Correction => (
            format!("Your correction of {record}"),
            format!("Thank you. The record “{record}” on {site} was corrected thanks to you."),
        ),
        RemarkKind::Report => (
            format!("Your report of {record}"),
            format!(
                "Thank you. The network’s team has looked at the record “{record}” that you reported on {site}, and has done what was needed."
            ),
        ),
    };
    let why = if answer.reason.is_some() {
        " This is why:"
    } else {
        ""
    };
    let stays = format!("Thank you for writing. The record “{record}” on {site} stays as it is.{why}");
    let said = if answer.refused { stays } else { done };
    (subject, said, answer.reason.clone())
}

/// One of each, for tests.
#[cfg(test)]
pub(super) fn samples() -> Vec<Notice> {
    let (record, reason) = ("Bordeaux".to_owned(), "Le jumelage est terminé.".to_owned());
    let mut all = vec![
        Notice::Proposed {
            record: record.clone(),
            wrong: reason.clone(),
        },
        Notice::Late {
            record: record.clone(),
        },
        Notice::Published {
            record: record.clone(),
        },
        Notice::SentBack {
            record: record.clone(),
            reason: reason.clone(),
        },
        Notice::Hidden {
            record: record.clone(),
            reason: reason.clone(),
        },
    ];
    for kind in RemarkKind::ALL {
        for (refused, member) in [(false, false), (false, true), (true, false)] {
            all.push(Notice::Answered(Answer {
                record: record.clone(),
                kind: *kind,
                refused,
                reason: refused.then(|| reason.clone()),
                member,
            }));
        }
    }
    all
}
