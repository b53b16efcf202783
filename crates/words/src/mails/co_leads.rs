//! What is written to people about projects that several collectivities lead.

use super::Words;
use crate::{Language, phrases};

/// What has happened. Names of people and records, and what people wrote, are as they gave them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoLeading {
    /// To whoever writes for the collectivity, or the animators where nobody does: it is asked to lead a project.
    Asked {
        /// Who asks.
        who: String,
        /// The collectivity that is asked.
        record: String,
        /// To lead what.
        project: String,
        /// What they wrote.
        message: Option<String>,
    },
    /// To whoever asked: it leads with them.
    Accepted {
        /// The collectivity.
        record: String,
        /// What it leads.
        project: String,
    },
    /// To whoever asked: it does not want to.
    Declined {
        /// The collectivity.
        record: String,
        /// What it was asked to lead.
        project: String,
        /// Why.
        reason: String,
    },
    /// To those who lead: it leads with them no longer.
    Left {
        /// The collectivity.
        record: String,
        /// What it led.
        project: String,
        /// Why, where it was said.
        reason: Option<String>,
    },
    /// To the collectivity: it leads no longer.
    Removed {
        /// The collectivity.
        record: String,
        /// What it led.
        project: String,
        /// Why, where it was said.
        reason: Option<String>,
    },
}

/// The words of such a mail; its link leads to Mon espace.
#[must_use]
pub fn words(language: Language, site: &str, news: &CoLeading) -> Words {
    let (subject, said, quoted) = match language {
        Language::Fr => french(site, news),
        Language::En => english(site, news),
    };
    let (hello, button, after) = match language {
        Language::Fr => (
            "Bonjour,",
            "Ouvrir mon espace",
            "Vous recevez ce message parce que vous avez un compte sur cette plateforme.",
        ),
        Language::En => (
            "Hello,",
            "Open my space",
            "You get this message because you have an account on this platform.",
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

/// Subject, sentence, and what is quoted.
type Said = (String, String, Option<String>);

fn french(site: &str, news: &CoLeading) -> Said {
    match news {
        CoLeading::Asked {
            who,
            record,
            project,
            message,
        } => (
            format!("{record} est invitée à copiloter «\u{a0}{project}\u{a0}»"),
            format!(
                "{who} propose à {record} de copiloter le projet «\u{a0}{project}\u{a0}» sur {site}. Vous pouvez accepter ou décliner. Rien n’est affiché d’ici là."
            ),
            message.clone(),
        ),
        CoLeading::Accepted { record, project } => (
            format!("{record} copilote «\u{a0}{project}\u{a0}»"),
            format!(
                "{record} a accepté\u{a0}: le projet «\u{a0}{project}\u{a0}» est partagé sur {site}. Son équipe peut le modifier comme vous."
            ),
            None,
        ),
        CoLeading::Declined {
            record,
            project,
            reason,
        } => (
            format!("{record} ne copilotera pas «\u{a0}{project}\u{a0}»"),
            format!(
                "{record} a décliné votre proposition de copiloter le projet «\u{a0}{project}\u{a0}» sur {site}. Voici pourquoi\u{a0}:"
            ),
            Some(reason.clone()),
        ),
        CoLeading::Left {
            record,
            project,
            reason,
        } => (
            format!("{record} quitte «\u{a0}{project}\u{a0}»"),
            format!("{record} ne copilote plus le projet «\u{a0}{project}\u{a0}» sur {site}."),
            reason.clone(),
        ),
        CoLeading::Removed {
            record,
            project,
            reason,
        } => (
            format!("{record} ne copilote plus «\u{a0}{project}\u{a0}»"),
            format!(
                "La collectivité qui porte le projet «\u{a0}{project}\u{a0}» sur {site} a mis fin au copilotage par {record}."
            ),
            reason.clone(),
        ),
    }
}

fn english(site: &str, news: &CoLeading) -> Said {
    match news {
        CoLeading::Asked {
            who,
            record,
            project,
            message,
        } => (
            format!("{record} is asked to co-lead “{project}”"),
            format!(
                "{who} asks {record} to co-lead the project “{project}” on {site}. You can accept or decline. Nothing is shown until then."
            ),
            message.clone(),
        ),
        CoLeading::Accepted { record, project } => (
            format!("{record} co-leads “{project}”"),
            format!(
                "{record} has accepted: the project “{project}” is shared on {site}. Its team may change it as you do."
            ),
            None,
        ),
        CoLeading::Declined {
            record,
            project,
            reason,
        } => (
            format!("{record} will not co-lead “{project}”"),
            format!(
                "{record} has declined your request to co-lead the project “{project}” on {site}. This is why:"
            ),
            Some(reason.clone()),
        ),
        CoLeading::Left {
            record,
            project,
            reason,
        } => (
            format!("{record} leaves “{project}”"),
            format!("{record} no longer co-leads the project “{project}” on {site}."),
            reason.clone(),
        ),
        CoLeading::Removed {
            record,
            project,
            reason,
        } => (
            format!("{record} no longer co-leads “{project}”"),
            format!(
                "The local authority that leads the project “{project}” on {site} has ended the co-lead of {record}."
            ),
            reason.clone(),
        ),
    }
}

/// One of each, for tests.
#[cfg(test)]
pub(super) fn samples() -> Vec<CoLeading> {
    let (record, project) = ("Landes".to_owned(), "Des puits".to_owned());
    let reason = "Nous n’avons pas les moyens.".to_owned();
    vec![
        CoLeading::Asked {
            who: "Marie Curie".to_owned(),
            record: record.clone(),
            project: project.clone(),
            message: Some(reason.clone()),
        },
        CoLeading::Accepted {
            record: record.clone(),
            project: project.clone(),
        },
        CoLeading::Declined {
            record: record.clone(),
            project: project.clone(),
            reason: reason.clone(),
        },
        CoLeading::Left {
            record: record.clone(),
            project: project.clone(),
            reason: None,
        },
        CoLeading::Removed {
            record,
            project,
            reason: Some(reason),
        },
    ]
}
