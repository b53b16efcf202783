//! What is written to people about who belongs to what.

use super::Words;
use crate::{Labelled as _, Language, phrases};
use aect_types::memberships::Vacancy;

/// What has happened. Names of people and records, and what people wrote, are as they gave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// To whoever decides: somebody asks to belong.
    Asked {
        /// Who.
        who: String,
        /// To what.
        record: String,
        /// What they wrote.
        message: Option<String>,
    },
    /// To whoever decides: somebody belongs from now on, by their address or a code.
    Joined {
        /// Who.
        who: String,
        /// To what.
        record: String,
    },
    /// To the person: they may come in.
    Invited {
        /// Who asks them.
        who: String,
        /// To what.
        record: String,
        /// What they wrote.
        message: Option<String>,
    },
    /// To the person: they were let in.
    Accepted {
        /// To what.
        record: String,
    },
    /// To the person: they were not let in.
    Refused {
        /// To what.
        record: String,
        /// Why.
        reason: String,
    },
    /// To the person: they no longer belong.
    Ended {
        /// To what.
        record: String,
        /// Why.
        reason: String,
    },
    /// To its people and the animators: somebody has left a place that nobody fills.
    Succession {
        /// Of what.
        record: String,
        /// Which places.
        places: Vec<Vacancy>,
    },
    /// To the person: their mandate has ended.
    MandateEnded,
    /// To the person: they have not said that they still are in office.
    OnlyReads,
}

/// The words of such a mail; its link leads to Mon espace.
#[must_use]
pub fn words(language: Language, site: &str, news: &News) -> Words {
    let (subject, said, quoted) = match language {
        Language::Fr => french(site, news),
        Language::En => english(site, news),
    };
    let (hello, button, after) = match language {
        Language::Fr => (
            "Bonjour,",
            "Ouvrir mon espace",
            "Vous recevez ce message parce que vous avez un compte, ou une invitation, sur cette plateforme.",
        ),
        Language::En => (
            "Hello,",
            "Open my space",
            "You get this message because you have an account, or an invitation, on this platform.",
        ),
    };
    let mut before = vec![hello.to_owned(), said];
    before.extend(quoted.map(|quoted| phrases::quoted(&quoted, language)));
    Words {
        subject,
        before,
        button: button.to_owned(),
        after: vec![after.to_owned()],
    }
}

/// What a team lacks, one sentence behind the other.
fn listed(places: &[Vacancy], language: Language) -> String {
    let labels: Vec<&str> = places.iter().map(|place| place.label(language)).collect();
    labels.join(" ")
}

/// Subject, sentence, and what is quoted.
type Said = (String, String, Option<String>);

fn french(site: &str, news: &News) -> Said {
    match news {
        News::Asked { who, record, message } => (
            format!("{who} demande à rejoindre {record}"),
            format!(
                "{who} demande à rejoindre l’équipe de {record} sur {site}. Vous pouvez accepter ou refuser."
            ),
            message.clone(),
        ),
        News::Joined { who, record } => (
            format!("{who} a rejoint {record}"),
            format!(
                "{who} a rejoint l’équipe de {record} sur {site}, par son adresse professionnelle, par le SIRET de son employeur ou par un code remis lors d’une visite."
            ),
            None,
        ),
        News::Invited { who, record, message } => (
            format!("{who} vous invite à rejoindre {record}"),
            format!(
                "{who} vous invite à rejoindre l’équipe de {record} sur {site}. Connectez-vous avec cette adresse pour répondre."
            ),
            message.clone(),
        ),
        News::Accepted { record } => (
            format!("Bienvenue dans l’équipe de {record}"),
            format!(
                "Votre demande est acceptée\u{a0}: vous faites partie de l’équipe de {record} sur {site}."
            ),
            None,
        ),
        News::Refused { record, reason } => (
            format!("Votre demande pour {record}"),
            format!(
                "Votre demande de rejoindre l’équipe de {record} sur {site} n’a pas été acceptée. Voici pourquoi\u{a0}:"
            ),
            Some(reason.clone()),
        ),
        News::Ended { record, reason } => (
            format!("Vous ne faites plus partie de l’équipe de {record}"),
            format!("Votre rattachement à {record} sur {site} a pris fin. Voici pourquoi\u{a0}:"),
            Some(reason.clone()),
        ),
        News::Succession { record, places } => (
            format!("{record} cherche une relève"),
            format!(
                "Une place est libre dans l’équipe de {record} sur {site}. {} La page «\u{a0}Passation\u{a0}» de son équipe dit ce qui est promis et en cours.",
                listed(places, Language::Fr)
            ),
            None,
        ),
        News::MandateEnded => (
            "Êtes-vous toujours en fonction\u{202f}?".to_owned(),
            format!(
                "Votre mandat a pris fin, d’après votre compte sur {site}. Si vous êtes toujours en fonction, dites-le dans votre espace. Sans réponse dans les trente jours, vous pourrez lire vos fiches, mais plus les modifier."
            ),
            None,
        ),
        News::OnlyReads => (
            "Vous pouvez désormais lire vos fiches, sans les modifier".to_owned(),
            format!(
                "Votre mandat a pris fin, et vous n’avez pas dit être toujours en fonction. Vous restez dans vos équipes sur {site} comme lecteur. Si c’est une erreur, un responsable ou l’équipe du réseau vous rendra vos droits."
            ),
            None,
        ),
    }
}

fn english(site: &str, news: &News) -> Said {
    match news {
        News::Asked { who, record, message } => (
            format!("{who} asks to join {record}"),
            format!("{who} asks to join the team of {record} on {site}. You can accept or refuse."),
            message.clone(),
        ),
        News::Joined { who, record } => (
            format!("{who} has joined {record}"),
            format!(
                "{who} has joined the team of {record} on {site}, by their professional address, by the SIRET of their employer or by a code left at a visit."
            ),
            None,
        ),
        News::Invited { who, record, message } => (
            format!("{who} invites you to join {record}"),
            format!(
                "{who} invites you to join the team of {record} on {site}. Sign in with this address to answer."
            ),
            message.clone(),
        ),
        News::Accepted { record } => (
            format!("Welcome to the team of {record}"),
            format!("Your request is accepted: you are part of the team of {record} on {site}."),
            None,
        ),
        News::Refused { record, reason } => (
            format!("Your request for {record}"),
            format!("Your request to join the team of {record} on {site} was not accepted. This is why:"),
            Some(reason.clone()),
        ),
        News::Ended { record, reason } => (
            format!("You are no longer part of the team of {record}"),
            format!("You no longer belong to {record} on {site}. This is why:"),
            Some(reason.clone()),
        ),
        News::Succession { record, places } => (
            format!("{record} is looking for somebody to take over"),
            format!(
                "A place is free in the team of {record} on {site}. {} The page “Hand-over” of its team says what is promised and running.",
                listed(places, Language::En)
            ),
            None,
        ),
        News::MandateEnded => (
            "Are you still in office?".to_owned(),
            format!(
                "Your mandate has ended, as your account on {site} has it. If you are still in office, say so in your space. Without an answer within thirty days, you may read your records, but no longer change them."
            ),
            None,
        ),
        News::OnlyReads => (
            "You may now read your records, without changing them".to_owned(),
            format!(
                "Your mandate has ended, and you have not said that you are still in office. You stay in your teams on {site} as a reader. If this is a mistake, somebody in charge or the network’s team gives you your rights back."
            ),
            None,
        ),
    }
}

/// One of each, for tests.
#[cfg(test)]
pub(super) fn samples() -> Vec<News> {
    let (who, record, reason) = ("Marie Curie", "Bordeaux", "Nous ne vous connaissons pas.");
    let (who, record, reason) = (who.to_owned(), record.to_owned(), reason.to_owned());
    vec![
        News::Asked {
            who: who.clone(),
            record: record.clone(),
            message: Some(reason.clone()),
        },
        News::Joined {
            who: who.clone(),
            record: record.clone(),
        },
        News::Invited {
            who: who.clone(),
            record: record.clone(),
            message: None,
        },
        News::Accepted {
            record: record.clone(),
        },
        News::Refused {
            record: record.clone(),
            reason: reason.clone(),
        },
        News::Ended {
            record: record.clone(),
            reason,
        },
        News::Succession {
            record,
            places: Vacancy::ALL.to_vec(),
        },
        News::MandateEnded,
        News::OnlyReads,
    ]
}
