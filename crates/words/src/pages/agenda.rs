//! Agenda: the shared diary, and one event.

texts! {
    TITLE = "Agenda", "Agenda";
    INTRODUCTION = "Réunions, webinaires, délégations et missions : un seul agenda pour toutes les collectivités.", "Meetings, webinars, delegations and missions: one agenda for all local authorities.";
    SEARCH_LABEL = "Mots de l’événement, lieu, organisateur", "Words of the event, place, organiser";
    VIEWS = "Présentation de l’agenda", "Ways through the agenda";
    VIEW_COMING = "À venir", "To come";
    VIEW_PAST = "Passés", "Past";
    VIEW_MONTH = "Mois par mois", "Month by month";
    MONTHS = "Changer de mois", "Change the month";
    MONTH_BEFORE = "Mois précédent", "Previous month";
    MONTH_AFTER = "Mois suivant", "Next month";
    NONE_COMING = "Aucun événement à venir n’est annoncé pour l’instant.", "No event is announced for now.";
    SEE_PAST = "Voir les événements passés", "See past events";
    SUBSCRIBE = "S’abonner à cet agenda", "Subscribe to this agenda";
    SUBSCRIBE_WHAT = "Votre propre calendrier (Outlook, Google Agenda, celui de votre téléphone…) peut afficher ces événements et se tenir à jour tout seul. C’est gratuit et sans compte.", "Your own calendar (Outlook, Google Calendar, that of your telephone…) can show these events and keep itself up to date. It is free and needs no account.";
    SUBSCRIBE_COPY = "Copiez cette adresse :", "Copy this address:";
    SUBSCRIBE_ADDRESS = "adresse de l’agenda (.ics)", "address of the agenda (.ics)";
    SUBSCRIBE_PASTE = "Dans votre calendrier, choisissez « Ajouter un calendrier », puis « À partir d’Internet » ou « À partir de l’URL », et collez l’adresse.", "In your calendar, choose “Add a calendar”, then “From the internet” or “From URL”, and paste the address.";
    SUBSCRIBE_DONE = "C’est tout : les nouveaux événements et les changements apparaîtront d’eux-mêmes, en général dans la journée.", "That is all: new events and changes will appear by themselves, usually within the day.";
    SUBSCRIBE_FILTERS = "L’abonnement suit les filtres choisis ci-dessous : par exemple une seule thématique, un seul pays ou un seul département.", "The subscription follows the filters chosen below: for instance one theme, one country or one department.";
    MONDAY = "lundi", "Monday";
    TUESDAY = "mardi", "Tuesday";
    WEDNESDAY = "mercredi", "Wednesday";
    THURSDAY = "jeudi", "Thursday";
    FRIDAY = "vendredi", "Friday";
    SATURDAY = "samedi", "Saturday";
    SUNDAY = "dimanche", "Sunday";
    ADD_TO_CALENDAR = "Ajouter à mon calendrier", "Add to my calendar";
    KEY_FACTS = "L’essentiel", "Key facts";
    WHEN = "Quand", "When";
    REPEATED = "Se répète", "Comes back";
    EXCEPT = "Sauf", "Except";
    WHERE = "Où", "Where";
    WHERE_ELSE = "À distance", "Remotely";
    ONLINE = "En ligne", "Online";
    ORGANISED_BY = "Organisation", "Organised by";
    AUDIENCE = "Pour qui", "For whom";
    GROUP = "Groupe", "Group";
    ATTENDANCE = "Participation", "Attendance";
    PROGRAMME = "Programme", "Programme";
    REPORT = "Compte rendu", "Report";
    DOCUMENTS = "Documents", "Documents";
    REMARKS = "À noter", "To be noted";
}

counted! {
    PARTICIPANTS = "participant" / "participants", "participant" / "participants";
    ELECTED = "élu" / "élus", "elected official" / "elected officials";
}
