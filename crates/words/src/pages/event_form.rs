//! The form of an event.

use super::Text;
use crate::Language;

texts! {
    TITLE_HELP = "Ce que l’on comprend en le lisant dans l’agenda : « Visite d’une délégation de Bilma ».", "What one understands when reading it in the agenda: “Visit of a delegation from Bilma”.";
    KIND_HELP = "Mission : vous partez. Délégation : vous recevez.", "Mission: you travel. Delegation: you receive.";
    WHEN = "Quand", "When";
    PRECISION = "Ce que vous savez de la date", "What you know of the date";
    TIMES = "Une date et une heure", "A date and a time";
    DAYS = "Des journées entières", "Whole days";
    PERIOD = "Un mois ou une année", "A month or a year";
    FIRST_DAY = "Premier jour", "First day";
    LAST_DAY = "Dernier jour", "Last day";
    DAY = "Jour", "Day";
    START = "Début", "Start";
    END = "Fin", "End";
    END_DAY = "Jour de fin, si c’est un autre", "Last day, if it is another";
    DATE = "Mois ou année", "Month or year";
    DATE_HELP = "Par exemple 2027 ou 03/2027.", "For example 2027 or 03/2027.";
    ZONE = "Heure de", "Time zone";
    PAST = "Cette date est passée : l’événement ira avec ceux qui ont eu lieu.", "This date is past: the event will be among those that have taken place.";
    END_WRONG = "La fin est avant le début.", "The end is before the start.";
    ORGANISERS = "Qui organise", "Who organises";
    ORGANISERS_HELP = "Leurs éditeurs pourront modifier l’événement. Pour nommer une organisation qui n’est pas la vôtre, écrivez aux animateurs.", "Their editors will be able to change the event. To name an organisation that is not yours, write to those who run the network.";
    STATUS = "État", "Status";
    STATUS_HELP = "Annulé ou reporté : l’événement reste dans l’agenda et le dit, y compris dans les calendriers abonnés.", "Cancelled or postponed: the event stays in the agenda and says so, in subscribed calendars as well.";

    SECTION_STATUS = "Annuler ou reporter", "Cancel or postpone";
    VENUE = "Lieu", "Place";
    VENUE_HELP = "Par exemple : hôtel de ville, salle du conseil.", "For example: town hall, council room.";
    ADDRESS = "Adresse du lieu", "Address of the place";
    COMMUNE = "Commune", "Commune";
    ONLINE = "À distance", "Remotely";
    ONLINE_LABEL = "On peut y assister en ligne", "One can attend online";

    SECTION_ABOUT = "En dire plus", "Say more";
    DESCRIPTION = "Description", "Description";
    DESCRIPTION_HELP = "Ce qui est prévu, et pourquoi venir. Une ligne vide sépare les paragraphes.", "What is planned, and why to come. An empty line separates paragraphs.";
    COUNTRIES_HELP = "L’événement sera trouvé sous ces pays.", "The event will be found under these countries.";
    THEMES_HELP = "L’événement sera trouvé sous ces thématiques, et dans les abonnements qui les suivent.", "The event will be found under these themes, and in the subscriptions that follow them.";
    AUDIENCE = "Pour qui", "For whom";
    AUDIENCE_NOTE = "Pour qui, en une phrase", "For whom, in a sentence";
    GROUP = "Groupe thématique", "Thematic group";
    DOCUMENTS = "Documents", "Documents";
    DOCUMENTS_HELP = "Un programme, une invitation, une présentation.", "A programme, an invitation, a presentation.";
    CO_HOSTS = "Accueil", "Hosting";
    CO_HOSTS_LABEL = "Nous cherchons une collectivité pour l’accueillir avec nous", "We are looking for a local authority to host it with us";

    SECTION_REPEAT = "Se répète", "Comes back";
    REPEAT = "Répétition", "Repetition";
    RHYTHM = "À quel rythme", "How often";
    ONCE = "Une seule fois", "Once only";
    DAILY = "Chaque jour", "Every day";
    WEEKLY = "Chaque semaine", "Every week";
    FORTNIGHTLY = "Toutes les deux semaines", "Every two weeks";
    MONTHLY = "Chaque mois, à la même date", "Every month, on the same date";
    QUARTERLY = "Tous les trois mois, à la même date", "Every three months, on the same date";
    YEARLY = "Chaque année", "Every year";
    OTHER_RULE = "À un autre rythme", "At another rhythm";
    REPEAT_COUNT = "Nombre de fois en tout", "How many times in all";
    REPEAT_COUNT_HELP = "Vide : sans fin.", "Empty: without end.";
    REPEAT_TIMES = "fois", "times";
    EXCEPTIONS = "Sauf ces jours", "Except on these days";
    ADD_DAY = "Ajouter un jour", "Add a day";

    SECTION_REGISTRATION = "Inscription", "Registration";
    REGISTRATION = "Comment s’inscrire", "How to register";
    CAPACITY = "Nombre de places", "Seats";
    CAPACITY_HELP = "Vide : sans limite.", "Empty: no limit.";
    WAITING_LIST = "Liste d’attente", "Waiting list";
    WAITING_LIST_LABEL = "Ouvrir une liste d’attente quand c’est complet", "Open a waiting list once it is full";

    SECTION_MISSION = "Mission ou délégation", "Mission or delegation";
    TERRITORY = "Territoire visité ou reçu", "Territory visited or received";
    OPEN_SEATS = "Places ouvertes à d’autres collectivités", "Seats open to other local authorities";
    OPEN_SEATS_HELP = "Une délégation à plusieurs coûte moins à chacun.", "A shared delegation costs each less.";
    REPORT_DUE = "Compte rendu attendu le", "Report due on";

    SECTION_AFTER = "Après coup", "Afterwards";
    REPORT = "Compte rendu", "Report";
    REPORT_HELP = "Ce qui s’est dit, ce qui est décidé, la suite.", "What was said, what is decided, what comes next.";
    PARTICIPANTS = "Participants", "Participants";
    ELECTED = "Élus parmi eux", "Elected officials among them";
    COLLECTIVITIES = "Collectivités présentes", "Local authorities present";

    DUPLICATE = "Dupliquer", "Duplicate";
    DUPLICATED = "Une copie, encore à dater : rien n’est enregistré.", "A copy, still to be dated: nothing is saved.";
}

/// How an event comes back, of what one chooses: the rule (RFC 5545, RRULE) and its name.
pub const RULES: [(&str, Text); 6] = [
    ("FREQ=DAILY", DAILY),
    ("FREQ=WEEKLY", WEEKLY),
    ("FREQ=WEEKLY;INTERVAL=2", FORTNIGHTLY),
    ("FREQ=MONTHLY", MONTHLY),
    ("FREQ=MONTHLY;INTERVAL=3", QUARTERLY),
    ("FREQ=YEARLY", YEARLY),
];

/// A rule in words, with how many times in all; one that has no name here comes back some other way.
#[must_use]
pub fn repeated(rule: &str, language: Language) -> String {
    let (rule, count) = match rule.split_once(";COUNT=") {
        Some((rule, count)) if !count.contains(';') => (rule, Some(count)),
        _ => (rule, None),
    };
    let known = RULES.iter().find(|(known, _)| *known == rule);
    let name = known.map_or(OTHER_RULE, |(_, name)| *name).of(language);
    match count {
        Some(count) => format!("{name} ({count} {})", REPEAT_TIMES.of(language)),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_told_in_words() {
        let told = |rule| repeated(rule, Language::Fr);
        assert_eq!(told("FREQ=WEEKLY"), "Chaque semaine");
        assert_eq!(
            told("FREQ=MONTHLY;COUNT=6"),
            "Chaque mois, à la même date (6 fois)"
        );
        assert_eq!(told("FREQ=WEEKLY;BYDAY=TU"), "À un autre rythme");
    }
}
