//! The register of processing activities: what is done with data about people, and why. How long it is kept, the program
//! says itself (`aect_db::retention`).

use super::Text;
use crate::Language;
use aect_types::register::Period;

/// What is said of one activity.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    /// What it is called.
    pub name: Text,
    /// What it is for.
    pub purpose: Text,
    /// Why it is lawful; `None` where it is what the operator's file says.
    pub basis: Option<Text>,
    /// Whose data.
    pub people: Text,
    /// Which data.
    pub data: Text,
    /// Who gets them.
    pub recipients: Text,
    /// What of it the program forgets after a time.
    pub periods: &'static [Period],
    /// What is kept until something happens.
    pub until: &'static [(Text, Text)],
}

texts! {
    BASIS_UNKNOWN = "Intérêt légitime ou mission d’intérêt public : à préciser dans le fichier de l’exploitant", "Legitimate interest or task in the public interest: to be said in the operator’s file";
    BASIS_LEGITIMATE = "Intérêt légitime : animer le réseau (article 6, 1, f du RGPD)", "Legitimate interest: running the network (GDPR, article 6(1)(f))";
    BASIS_PUBLIC = "Mission d’intérêt public (article 6, 1, e du RGPD)", "Task in the public interest (GDPR, article 6(1)(e))";
    BASIS_CONSENT = "Consentement, retiré à tout moment (article 6, 1, a du RGPD)", "Consent, withdrawn at any time (GDPR, article 6(1)(a))";
    BASIS_SECURITY = "Intérêt légitime : la sécurité du service (articles 6, 1, f et 32 du RGPD)", "Legitimate interest: the security of the service (GDPR, articles 6(1)(f) and 32)";

    MEMBERS = "Élus, agents et salariés qui ont un compte", "Elected officials, civil servants and employees who have an account";
    ANYBODY = "Toute personne qui écrit depuis une fiche", "Anybody who writes from a record";
    NOBODY_ELSE = "La personne elle-même et l’hébergeur, sous-traitant", "The person and the host, a processor";
    TEAM = "L’équipe du réseau et l’hébergeur, sous-traitant", "The network’s team and the host, a processor";

    ACCOUNTS = "Comptes et connexion", "Accounts and signing in";
    ACCOUNTS_PURPOSE = "Reconnaître les membres et leur ouvrir ce qu’ils tiennent", "Knowing members and opening to them what they keep";
    ACCOUNTS_DATA = "Adresse électronique professionnelle, nom, fonction, élu ou agent, fin de mandat, langue ; empreinte du mot de passe ; secret du second facteur ; identifiant donné par un autre service ; navigateurs connectés et dates", "Professional e-mail address, name, function, elected or staff, end of mandate, language; digest of the password; secret of the second factor; identifier given by another site; browsers signed in and dates";
    ACCOUNTS_RECIPIENTS = "La personne elle-même, l’équipe du réseau (nom, adresse, fonction) et l’hébergeur, sous-traitant", "The person, the network’s team (name, address, function) and the host, a processor";
    ACCOUNTS_UNTIL = "Le compte lui-même", "The account itself";
    ACCOUNTS_UNTIL_WHEN = "tant qu’il sert ; effacé aussitôt sur demande", "as long as it is used; erased at once when asked";

    MEMBERSHIPS = "Rattachements et invitations", "Memberships and invitations";
    MEMBERSHIPS_PURPOSE = "Savoir qui peut tenir la fiche d’une collectivité ou d’un acteur", "Knowing who may keep the record of a local authority or an organisation";
    MEMBERSHIPS_DATA = "Collectivité ou acteur, rôle, dates, message de la demande, motif d’un refus, adresse invitée", "Local authority or organisation, role, dates, message of the request, reason of a refusal, invited address";
    MEMBERSHIPS_RECIPIENTS = "Les responsables de la fiche, l’équipe du réseau, les membres de la même équipe (nom, fonction) et l’hébergeur, sous-traitant", "Those in charge of the record, the network’s team, members of the same team (name, function) and the host, a processor";
    MEMBERSHIPS_UNTIL = "Le rattachement", "The membership";
    MEMBERSHIPS_UNTIL_WHEN = "autant que le compte", "as long as the account";

    WRITING = "Fiches et historique", "Records and history";
    WRITING_PURPOSE = "Savoir qui a écrit quoi, et pouvoir revenir en arrière", "Knowing who wrote what, and being able to go back";
    WRITING_DATA = "Identifiant de l’auteur, date, ce qui a changé", "Identifier of the author, date, what changed";
    WRITING_RECIPIENTS = "Celles et ceux qui peuvent modifier la fiche, l’équipe du réseau et l’hébergeur, sous-traitant", "Those who may change the record, the network’s team and the host, a processor";
    WRITING_UNTIL = "L’historique", "The history";
    WRITING_UNTIL_WHEN = "autant que la fiche ; le compte effacé, l’identifiant ne mène plus à personne", "as long as the record; once the account is erased, the identifier leads to nobody";

    REMARKS = "Corrections et signalements", "Corrections and reports";
    REMARKS_PURPOSE = "Corriger les fiches, et répondre à qui l’a demandé", "Correcting records, and answering whoever asked for it";
    REMARKS_DATA = "Ce qui a été écrit ; l’adresse, avec consentement, pour recevoir une réponse", "What was written; the address, with consent, to get an answer";
    REMARKS_RECIPIENTS = "Les responsables de la fiche (sans l’adresse), l’équipe du réseau et l’hébergeur, sous-traitant", "Those in charge of the record (without the address), the network’s team and the host, a processor";

    CONTACTS = "Coordonnées montrées à côté des fiches", "Contacts shown beside records";
    CONTACTS_PURPOSE = "Laisser joindre les personnes qui l’ont choisi", "Letting those be reached who have chosen it";
    CONTACTS_DATA = "Nom, fonction, adresse, chacun selon le choix de la personne", "Name, function, address, each as the person chose";
    CONTACTS_RECIPIENTS = "Les membres ou tout le monde, selon le choix de la personne", "Members or everybody, as the person chose";
    CONTACTS_UNTIL = "Le choix", "The choice";
    CONTACTS_UNTIL_WHEN = "jusqu’à ce que la personne en change, avec effet immédiat", "until the person changes it, at once";

    ACTS = "Journal des actes d’autorité", "Log of acts of authority";
    ACTS_PURPOSE = "Rendre compte des décisions prises au nom du réseau", "Accounting for decisions made in the name of the network";
    ACTS_DATA = "Identifiants de qui a agi et de qui est concerné, acte, date", "Identifiers of who acted and who is concerned, act, date";

    MAIL = "Courriels", "Mail";
    MAIL_PURPOSE = "Ouvrir une session et prévenir de ce qui attend", "Opening a session and telling what waits";
    MAIL_DATA = "Adresse, objet et texte, effacés dès que le message est parti ou refusé ; date d’envoi", "Address, subject and text, erased once the message has left or was refused; date of sending";
    MAIL_RECIPIENTS = "Le destinataire, le service de courriel et l’hébergeur, sous-traitants", "The recipient, the mail service and the host, processors";

    FILES = "Images et documents", "Pictures and documents";
    FILES_PURPOSE = "Illustrer et documenter les fiches", "Illustrating and documenting records";
    FILES_DATA = "Le fichier, débarrassé des données de l’appareil (lieu, auteur), son titre et son texte de remplacement ; aucun nom n’est gardé à côté", "The file, stripped of what the camera added (place, author), its title and its alternative text; no name is kept beside it";
    FILES_PEOPLE = "Personnes visibles ou nommées dans un fichier", "People seen or named in a file";
    FILES_RECIPIENTS = "Les lecteurs de la fiche", "The readers of the record";
    FILES_UNTIL = "Le fichier", "The file";
    FILES_UNTIL_WHEN = "autant que la fiche", "as long as the record";

    SECURITY = "Protection contre les abus", "Protection against abuse";
    SECURITY_PURPOSE = "Empêcher de deviner un mot de passe ou de remplir une messagerie", "Keeping anybody from guessing a password or filling a mailbox";
    SECURITY_DATA = "Empreinte chiffrée de l’adresse du réseau et de l’adresse électronique, en mémoire vive seulement", "Keyed digest of the network and e-mail addresses, in memory only";
    SECURITY_PEOPLE = "Toute personne qui demande à se connecter ou écrit depuis une fiche", "Anybody who asks to sign in or writes from a record";
    SECURITY_UNTIL = "Les compteurs", "The counts";
    SECURITY_UNTIL_WHEN = "vingt-quatre heures au plus, et jamais sur disque", "twenty-four hours at most, and never on disk";

    LOGS = "Journal technique", "Technical log";
    LOGS_PURPOSE = "Trouver les pannes", "Finding faults";
    LOGS_DATA = "Numéro de la demande, heure, page, résultat, durée : ni adresse, ni nom, ni mots cherchés", "Number of the request, time, page, result, duration: no address, no name, no words searched";
    LOGS_PEOPLE = "Personne : ces données ne permettent de reconnaître personne", "Nobody: these data let nobody be known";
    LOGS_UNTIL = "Le journal", "The log";
    LOGS_UNTIL_WHEN = "selon les réglages de l’hébergeur", "as the host has set";

    MEASURE_SECOND_FACTOR = "Second facteur exigé de l’équipe du réseau ; mots de passe gardés en empreinte (Argon2id), liens et jetons en empreinte, à usage unique", "Second factor demanded of the network’s team; passwords kept as digests (Argon2id), links and tokens as digests, good once";
    MEASURE_RIGHTS = "Droits décidés à un seul endroit du programme et vérifiés par un essai de chaque opération par chaque sorte d’appelant", "Rights decided in one place of the program, and checked by a test of each operation by each kind of caller";
    MEASURE_JOURNAL = "Chaque écriture dans une transaction, avec son historique ; actes d’autorité non modifiables", "Each write in one transaction, with its history; acts of authority cannot be changed";
    MEASURE_MINIMAL = "Ni publicité, ni mesure d’audience, ni service tiers dans les pages ; aucun cookie pour les visiteurs", "No advertising, no audience measurement, no third party in pages; no cookie for visitors";
    MEASURE_RIGHTS_OF_PEOPLE = "Export et effacement par la personne elle-même, depuis « Mon compte »", "Export and erasure by the person, from “My account”";
    MEASURE_FORGETTING = "Durées appliquées par le programme, chaque heure", "Periods applied by the program, every hour";
    MEASURE_TRANSPORT = "Chiffrement des échanges par l’hébergeur (HTTPS) ; règles de sécurité du contenu (CSP) sur chaque page", "Exchanges encrypted by the host (HTTPS); content security policy on each page";

    YEAR = "un an", "one year";
    YEARS = "ans", "years";
    DAYS = "jours", "days";
    HOURS = "heures", "hours";
    MINUTES = "minutes", "minutes";
}

/// All activities, in the order of the register.
pub const ACTIVITIES: [Activity; 10] = [
    Activity {
        name: ACCOUNTS,
        purpose: ACCOUNTS_PURPOSE,
        basis: None,
        people: MEMBERS,
        data: ACCOUNTS_DATA,
        recipients: ACCOUNTS_RECIPIENTS,
        periods: &[
            Period::Account,
            Period::FirstNotice,
            Period::LastNotice,
            Period::Session,
            Period::Link,
            Period::Detour,
            Period::Trace,
        ],
        until: &[(ACCOUNTS_UNTIL, ACCOUNTS_UNTIL_WHEN)],
    },
    Activity {
        name: MEMBERSHIPS,
        purpose: MEMBERSHIPS_PURPOSE,
        basis: None,
        people: MEMBERS,
        data: MEMBERSHIPS_DATA,
        recipients: MEMBERSHIPS_RECIPIENTS,
        periods: &[Period::Invitation, Period::CoLead],
        until: &[(MEMBERSHIPS_UNTIL, MEMBERSHIPS_UNTIL_WHEN)],
    },
    Activity {
        name: WRITING,
        purpose: WRITING_PURPOSE,
        basis: None,
        people: MEMBERS,
        data: WRITING_DATA,
        recipients: WRITING_RECIPIENTS,
        periods: &[Period::Retry],
        until: &[(WRITING_UNTIL, WRITING_UNTIL_WHEN)],
    },
    Activity {
        name: REMARKS,
        purpose: REMARKS_PURPOSE,
        basis: Some(BASIS_CONSENT),
        people: ANYBODY,
        data: REMARKS_DATA,
        recipients: REMARKS_RECIPIENTS,
        periods: &[Period::Remark, Period::RemarkAddress],
        until: &[],
    },
    Activity {
        name: CONTACTS,
        purpose: CONTACTS_PURPOSE,
        basis: Some(BASIS_CONSENT),
        people: MEMBERS,
        data: CONTACTS_DATA,
        recipients: CONTACTS_RECIPIENTS,
        periods: &[],
        until: &[(CONTACTS_UNTIL, CONTACTS_UNTIL_WHEN)],
    },
    Activity {
        name: ACTS,
        purpose: ACTS_PURPOSE,
        basis: None,
        people: MEMBERS,
        data: ACTS_DATA,
        recipients: TEAM,
        periods: &[Period::Act],
        until: &[],
    },
    Activity {
        name: MAIL,
        purpose: MAIL_PURPOSE,
        basis: None,
        people: MEMBERS,
        data: MAIL_DATA,
        recipients: MAIL_RECIPIENTS,
        periods: &[Period::Trace],
        until: &[],
    },
    Activity {
        name: FILES,
        purpose: FILES_PURPOSE,
        basis: None,
        people: FILES_PEOPLE,
        data: FILES_DATA,
        recipients: FILES_RECIPIENTS,
        periods: &[Period::File],
        until: &[(FILES_UNTIL, FILES_UNTIL_WHEN)],
    },
    Activity {
        name: SECURITY,
        purpose: SECURITY_PURPOSE,
        basis: Some(BASIS_SECURITY),
        people: SECURITY_PEOPLE,
        data: SECURITY_DATA,
        recipients: NOBODY_ELSE,
        periods: &[],
        until: &[(SECURITY_UNTIL, SECURITY_UNTIL_WHEN)],
    },
    Activity {
        name: LOGS,
        purpose: LOGS_PURPOSE,
        basis: Some(BASIS_SECURITY),
        people: LOGS_PEOPLE,
        data: LOGS_DATA,
        recipients: TEAM,
        periods: &[],
        until: &[(LOGS_UNTIL, LOGS_UNTIL_WHEN)],
    },
];

/// How they are protected.
pub const MEASURES: [Text; 7] = [
    MEASURE_SECOND_FACTOR,
    MEASURE_RIGHTS,
    MEASURE_JOURNAL,
    MEASURE_MINIMAL,
    MEASURE_RIGHTS_OF_PEOPLE,
    MEASURE_FORGETTING,
    MEASURE_TRANSPORT,
];

crate::labels!(Period {
        Account: "Un compte que personne n’utilise", "An account that nobody uses";
        FirstNotice: "Premier avertissement avant sa fermeture", "First notice before it is closed";
        LastNotice: "Dernier avertissement", "Last notice";
        Invitation: "Une invitation restée sans réponse", "An invitation that nobody answers";
        Trace: "La trace d’une session terminée ou d’un courriel parti", "The trace of a session that has ended or of a mail that has left";
        Session: "Une session ouverte", "A session that stays open";
        Link: "Un lien de connexion", "A link that signs in";
        Detour: "Le passage par un autre service de connexion", "Being led to another site that signs in";
        Remark: "Ce qui a été écrit, après la décision", "What was written, after the decision";
        RemarkAddress: "L’adresse laissée pour une réponse, au plus", "The address left for an answer, at most";
        Act: "Un acte", "An act";
        CoLead: "Les mots échangés pour partager un projet", "Words exchanged to share a project";
        File: "Un fichier retiré, avant effacement", "A file that was removed, until it is erased";
        Retry: "La réponse à une demande qui peut être répétée", "The answer to a request that may be sent again";
});

/// A length of time in words: `2 ans`, `90 jours`, `24 heures`, `15 minutes`.
#[must_use]
pub fn lasting(minutes: i64, language: Language) -> String {
    const HOUR: i64 = 60;
    const DAY: i64 = 24 * HOUR;
    const YEAR_LONG: i64 = 365 * DAY;
    let counted = |count: i64, unit: Text| format!("{count}\u{a0}{}", unit.of(language));
    match minutes {
        YEAR_LONG => YEAR.of(language).to_owned(),
        years if years % YEAR_LONG == 0 => counted(years / YEAR_LONG, YEARS),
        days if days % DAY == 0 && days > DAY => counted(days / DAY, DAYS),
        hours if hours % HOUR == 0 => counted(hours / HOUR, HOURS),
        minutes => counted(minutes, MINUTES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_kept_for_a_time_is_in_an_activity() {
        for period in Period::ALL {
            let named = ACTIVITIES
                .iter()
                .any(|activity| activity.periods.contains(period));
            assert!(named, "{period:?}");
        }
    }

    #[test]
    fn lengths_of_time_are_said_in_words() {
        for (minutes, french) in [
            (2 * 365 * 24 * 60, "2\u{a0}ans"),
            (365 * 24 * 60, "un an"),
            (90 * 24 * 60, "90\u{a0}jours"),
            (24 * 60, "24\u{a0}heures"),
            (15, "15\u{a0}minutes"),
        ] {
            assert_eq!(lasting(minutes, Language::Fr), french);
        }
    }
}
