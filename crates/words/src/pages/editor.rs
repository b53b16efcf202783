//! The pages on which members write records, their history, and what Mon espace says of them.

use super::Text;
use aect_types::Resource;

texts! {
    NEW_PROJECT = "Ajouter un projet", "Add a project";
    NEW_PROJECT_INTRODUCTION = "Deux minutes suffisent : le titre, la collectivité, le type et l’état. Le reste peut attendre.", "Two minutes are enough: the title, the local authority, the kind and the status. The rest can wait.";
    CHANGE_PROJECT = "Modifier le projet", "Change the project";
    CHANGE_COLLECTIVITY = "Modifier la fiche", "Change the record";
    NEW_EVENT = "Ajouter un événement", "Add an event";
    CHANGE_EVENT = "Modifier l’événement", "Change the event";
    NEW_ACTOR = "Ajouter un acteur", "Add an organisation";
    CHANGE_ACTOR = "Modifier l’acteur", "Change the organisation";
    NEW_PARTNER = "Ajouter une collectivité partenaire", "Add a partner authority";
    CHANGE_PARTNER = "Modifier la collectivité partenaire", "Change the partner authority";
    NEW_NEWS = "Publier une actualité", "Publish news";
    CHANGE_NEWS = "Modifier l’actualité", "Change the news";
    NEW_GROUP = "Ajouter un groupe", "Add a group";
    CHANGE_GROUP = "Modifier le groupe", "Change the group";
    NEW_RESOURCE = "Ajouter une ressource", "Add a resource";
    CHANGE_RESOURCE = "Modifier la ressource", "Change the resource";
    NEW_INITIATIVE = "Décrire une initiative d’un autre réseau", "Describe an initiative of another network";
    CHANGE_INITIATIVE = "Modifier l’initiative", "Change the initiative";
    NEW_THEME = "Ajouter une thématique", "Add a theme";
    CHANGE_THEME = "Modifier la thématique", "Change the theme";
    NEW_INTRODUCTION = "Pour les éditeurs d’une collectivité ou d’un acteur, une fois connectés.", "For editors of a local authority or an organisation, once signed in.";
    CHANGE_INTRODUCTION = "Pour les membres de la collectivité, une fois connectés.", "For members of the local authority, once signed in.";
    HISTORY = "Historique", "History";
    HISTORY_INTRODUCTION = "Qui a modifié quoi, et quand ; pour les membres de la collectivité, une fois connectés.", "Who changed what, and when; for members of the local authority, once signed in.";
    CHANGE = "Modifier", "Change";
    NOT_YOURS = "Cette page est réservée aux éditeurs de la fiche.", "This page is for editors of the record.";
    NO_COLLECTIVITY = "Pour ajouter un projet, il faut être éditeur d’une collectivité. Trouvez la vôtre dans l’annuaire.", "To add a project, one must be an editor of a local authority. Find yours in the directory.";
    NO_ORGANISATION = "Pour cela, il faut être éditeur d’une collectivité ou d’un acteur. Trouvez la vôtre dans l’annuaire.", "For this, one must be an editor of a local authority or an organisation. Find yours in the directory.";
    FOR_ANIMATORS = "Cette page est réservée aux animateurs du réseau.", "This page is for those who run the network.";
    SEE_RECORD = "Voir la fiche", "See the record";
    SEE_HISTORY = "Historique des modifications", "History of changes";
    DRAFT_NOTE = "Brouillon : seuls ses éditeurs le voient.", "Draft: only its editors see it.";
    MEMBERS_NOTE = "Pour les membres : les visiteurs ne voient pas cette fiche.", "For members: visitors do not see this record.";
    PUBLIC_NOTE = "En ligne : tout le monde voit cette fiche, et vos modifications dès que vous les enregistrez.", "Online: everybody sees this record, and your changes as soon as you save them.";
    NEW_NOTE = "Rien n’est encore enregistré. Un brouillon le sera dès que les champs obligatoires sont remplis.", "Nothing is saved yet. A draft will be as soon as the required fields are filled in.";

    NEW_SHARED_NOTE = "Une fois ajoutée, la fiche est visible de tous : elle sert à toutes les collectivités.", "Once it is added, everybody sees the record: it serves all local authorities.";

    DRAFTS = "Mes brouillons", "My drafts";
    DRAFT_LAST = "Dernière modification :", "Last change:";
    SAVED_AT = "Enregistré à", "Saved at";
    DRAFT_SAVED_AT = "Brouillon enregistré à", "Draft saved at";
    UNSAVED = "Modifications non enregistrées", "Changes not saved";
    NOT_SAVED_FAULTS = "Pas enregistré : corrigez les champs signalés.", "Not saved: correct the fields that are marked.";
    NOT_SAVED_YET = "Pas encore enregistré : il manque un champ obligatoire.", "Not saved yet: a required field is missing.";
    KEPT = "Ce que vous aviez écrit sans l’enregistrer est revenu.", "What you had written without saving is back.";
    SAVE_DRAFT = "Enregistrer le brouillon", "Save the draft";
    PUBLISH = "Publier", "Publish";
    WAITS_FOR_LOOK = "L’équipe du réseau va relire cette fiche. Elle paraîtra ensuite ; vous recevrez un courriel.", "The network’s team will look at this record. It appears afterwards; you will get an e-mail.";
    FOR_MEMBERS = "Pour les membres seulement", "For members only";
    STILL_TRUE = "Tout est encore vrai", "Everything is still true";
    STILL_TRUE_HELP = "Un clic suffit pour dire que rien n’a changé : la fiche sera datée d’aujourd’hui.", "One click is enough to say that nothing has changed: the record will bear today’s date.";
    CONFIRMED = "Merci : la fiche est confirmée à ce jour.", "Thank you: the record is confirmed as of today.";
    REQUIRED = "Remplissez ce champ.", "Fill in this field.";

    DELETE = "Supprimer…", "Delete…";
    DELETE_TITLE = "Supprimer cette fiche ?", "Delete this record?";
    DELETE_DETAIL = "Elle disparaîtra du site, des listes, de la carte et des exports. Vous pourrez annuler aussitôt après.", "It will disappear from the site, the lists, the map and the exports. You can undo it right afterwards.";
    DELETE_NOW = "Supprimer la fiche", "Delete the record";
    DELETE_KEEP = "Garder la fiche", "Keep the record";
    DELETED_TITLE = "Fiche supprimée", "Record deleted";
    DELETED_DETAIL = "Elle n’est plus visible nulle part. C’était une erreur ?", "It is no longer visible anywhere. Was it a mistake?";
    UNDO = "Annuler la suppression", "Undo the deletion";
    TO_SPACE = "Aller à Mon espace", "Go to My space";

    CONFLICT_NOTE = "Quelqu’un a modifié les mêmes champs pendant que vous écriviez. Choisissez pour chacun.", "Somebody changed the same fields while you were writing. Choose for each of them.";
    CONFLICT_HERE = "Mon texte", "Mine";
    CONFLICT_ELSEWHERE = "L’autre version", "The other version";
    CONFLICT_APPLY = "Enregistrer ces choix", "Save these choices";

    DUPLICATES = "Existe-t-il déjà ?", "Is it here already?";
    DUPLICATES_DETAIL = "Ces fiches ressemblent à celle que vous commencez. S’il s’agit de la même, modifiez-la plutôt.", "These records resemble the one that you begin. If it is the same, rather change that one.";
    NEW_WINDOW = "nouvelle fenêtre", "new window";

    SEARCH_COUNTRY = "Chercher un pays", "Search for a country";
    SEARCH_ACTOR = "Chercher un acteur", "Search for an organisation";
    SEARCH_PARTNER = "Chercher une collectivité à l’étranger", "Search for a local authority abroad";
    SEARCH_COLLECTIVITY = "Chercher une collectivité de la région", "Search for a local authority of the region";
    SEARCH_INTEREST = "Chercher une thématique ou un pays", "Search for a theme or a country";
    SEARCH_NONE = "Aucun résultat. Essayez un autre mot.", "No result. Try another word.";
    SEARCH_FAILED = "La recherche n’a pas abouti. Continuez à écrire pour réessayer.", "The search failed. Go on typing to try again.";
    SEARCH_ORGANISATION = "Chercher une collectivité ou un acteur", "Search for a local authority or an organisation";
    ADD = "Ajouter", "Add";
    CHOOSE_ONE = "Choisir", "Choose";
    REMOVE = "Retirer", "Remove";
    SHARE = "Part en %", "Share in %";
    ROLE = "Rôle", "Role";
    LEVEL = "Niveau", "Level";
    CHOOSE = "Choisir…", "Choose…";
    AT_LEAST = "De, en euros", "From, in euros";
    AT_MOST = "à, en euros", "to, in euros";
    LINK_TITLE = "Ce que c’est", "What it is";
    LINK_URL = "Adresse, qui commence par https://", "Address, beginning with https://";
    ADD_LINK = "Ajouter un lien", "Add a link";
    LETTERS_OF = "caractères sur", "characters of";
    YES = "oui", "yes";
    NO = "non", "no";
    DATE_WRONG = "Écrivez une année, un mois ou un jour, comme 2024, 09/2024 ou 15/09/2024.", "Write a year, a month or a day, such as 2024, 09/2024 or 15/09/2024.";
    NUMBER_WRONG = "Écrivez un nombre, comme 2 ou 0,5.", "Write a number, such as 2 or 0.5.";
    SHARES_WRONG = "Le total des parts dépasse 100 %.", "The shares are more than 100% together.";
    END_WRONG = "La fin est avant le début.", "The end is before the start.";
    RANGE_WRONG = "Le second montant est plus petit que le premier.", "The second amount is smaller than the first.";
    MONEY_WRONG = "Écrivez un montant en euros, comme 15000.", "Write an amount in euros, such as 15000.";
    COUNT_WRONG = "Écrivez un nombre entier, comme 12.", "Write a whole number, such as 12.";
    DAY_WRONG = "Écrivez un jour, comme 15/09/2027.", "Write a day, such as 15/09/2027.";
    HOUR_WRONG = "Écrivez une heure, comme 14:30.", "Write a time, such as 14:30.";
    HOUR_MISSING = "Indiquez l’heure de début, ou choisissez « Des journées entières ».", "Say at what time it begins, or choose “Whole days”.";
    SHARE_WRONG = "Écrivez la part en chiffres, de 0 à 100.", "Write the share in digits, from 0 to 100.";

    TITLE = "Titre", "Title";
    TITLE_HELP = "Ce que l’on comprend en le lisant dans une liste : « Eau potable à Bilma (Niger) ».", "What one understands when reading it in a list: “Drinking water in Bilma (Niger)”.";
    LEAD = "Collectivité qui porte le projet", "Local authority that leads the project";
    LEAD_HELP = "Ses éditeurs pourront modifier la fiche.", "Its editors will be able to change the record.";
    COUNTRIES = "Pays", "Countries";
    COUNTRIES_HELP = "Le projet apparaîtra sur la carte et dans la liste de ces pays.", "The project will appear on the map and in the list of these countries.";
    SHARES_HELP = "S’il y en a plusieurs, la part de chacun évite de compter deux fois les montants.", "Where there are several, the share of each keeps amounts from being counted twice.";
    THEMES = "Thématiques", "Themes";
    THEMES_HELP = "Pour que d’autres collectivités qui y travaillent vous trouvent.", "So that other local authorities that work on them find you.";
    KIND = "Type", "Kind";
    STATUS = "Où en est-il ?", "How does it stand?";
    STATUS_HELP = "Un projet en sommeil ou arrêté intéresse aussi : on apprend de tout.", "A project that is asleep or stopped is of interest too: one learns from everything.";

    SECTION_TELL = "Raconter le projet", "Tell about the project";
    SECTION_WHERE = "Lieux", "Places";
    SECTION_DATES = "Dates et budget", "Dates and budget";
    SECTION_WITH = "Avec qui", "With whom";
    SECTION_LOOKING = "Ce que le projet recherche", "What the project looks for";
    SECTION_RESULTS = "Résultats et retour sur le territoire", "Results, and what comes home";
    SUMMARY = "Résumé", "Summary";
    SUMMARY_HELP = "Deux ou trois phrases, lues dans les listes et les moteurs de recherche.", "Two or three sentences, read in lists and search engines.";
    DESCRIPTION = "Description", "Description";
    DESCRIPTION_HELP = "Le contexte, ce qui est fait, avec qui. Une ligne vide sépare les paragraphes.", "The context, what is done, with whom. An empty line separates paragraphs.";
    SDGS = "Objectifs de développement durable", "Sustainable Development Goals";
    SDGS_HELP = "Ceux auxquels le projet contribue directement.", "Those to which the project contributes directly.";
    LINKS = "Liens", "Links";
    LINKS_HELP = "Un article, une vidéo, une délibération.", "An article, a video, a decision of the council.";
    START = "Début", "Start";
    END = "Fin", "End";
    DATE_HELP = "Aussi précis que vous le savez : 2024, 09/2024 ou 15/09/2024.", "As exact as you know: 2024, 09/2024 or 15/09/2024.";
    BUDGET = "Budget", "Budget";
    BUDGET_HELP = "Une fourchette suffit. Un montant exact s’écrit deux fois ; laissez vide ce que vous ne savez pas.", "A range is enough. Write an exact amount twice; leave empty what you do not know.";
    PARTNERS = "Collectivités partenaires à l’étranger", "Partner authorities abroad";
    ACTORS = "Acteurs", "Organisations";
    ACTORS_HELP = "Associations, financeurs, universités, opérateurs.", "Associations, funders, universities, operators.";
    COLLECTIVITIES = "Autres collectivités de la région", "Other local authorities of the region";
    LOOKING_FOR = "Le projet recherche", "The project looks for";
    LOOKING_FOR_HELP = "Les mises en relation se fondent sur ce que vous cochez.", "What you tick is what contacts are proposed on.";
    LOOKING_FOR_NOTE = "En une phrase", "In a sentence";
    LOOKING_FOR_NOTE_HELP = "Par exemple : une commune rurale prête à accueillir quatre jeunes en juillet.", "For example: a rural commune ready to host four young people in July.";
    BRINGS_HOME = "Ce que le projet apporte ici", "What the project brings home";
    BRINGS_HOME_HELP = "Ce que les habitants, les agents ou les entreprises du territoire y gagnent.", "What people, staff or companies of the territory gain from it.";
    RESULTS = "Résultats", "Results";
    RESULTS_HELP = "Ce qui a été fait, et ce qui a changé.", "What was done, and what has changed.";
    BENEFICIARIES = "Bénéficiaires", "Beneficiaries";
    BENEFICIARIES_HELP = "Qui, et combien.", "Who, and how many.";

    SECTION_SERVICE = "Service international", "International service";
    COLLECTIVITY_SUMMARY = "À l’international, en quelques phrases", "Abroad, in a few sentences";
    COLLECTIVITY_SUMMARY_HELP = "Ce que fait la collectivité, ou ce qu’elle aimerait faire.", "What the local authority does, or would like to do.";
    ENGAGEMENT = "Engagement à l’international", "Engagement abroad";
    ENGAGEMENT_HELP = "Celles qui souhaitent s’engager intéressent autant que les autres.", "Those who would like to engage are of as much interest as the others.";
    WEBSITE = "Site", "Website";
    WEBSITE_HELP = "L’adresse complète : https://www.mairie.example.fr", "The whole address: https://www.mairie.example.fr";
    MAILBOX = "Boîte de contact", "Contact mailbox";
    MAILBOX_HELP = "Une boîte de service plutôt que celle d’une personne : elle reste quand les personnes changent.", "A mailbox of the service rather than of a person: it stays when people change.";
    TRANSITION = "Période de transition", "Period of transition";
    TRANSITION_LABEL = "Élections ou poste vacant : ne nous rappelez rien pour l’instant", "Elections or a vacancy: remind us of nothing for now";
    SERVICE_NAME = "Nom du service", "Name of the service";
    SERVICE_ATTACHED = "Rattachement", "Attached to";
    SERVICE_ATTACHED_HELP = "La direction ou l’élu dont il dépend.", "The department or elected official that it reports to.";
    SERVICE_STAFF = "Agents, en équivalents temps plein", "Staff, in full-time equivalents";
    SERVICE_STAFF_HELP = "Une personne à mi-temps compte pour 0,5.", "One person at half time counts as 0.5.";
    SERVICE_BUDGET = "Budget annuel", "Yearly budget";
    SERVICE_MANDATE = "Délégation de l’élu en charge", "Mandate of the elected official in charge";
    SERVICE_MANDATE_HELP = "La fonction, jamais un nom : adjointe aux relations internationales.", "The function, never a name: deputy mayor for international relations.";
    INTERESTS = "Centres d’intérêt", "Interests";
    INTERESTS_HELP = "Thématiques et pays, avec ce que vous pourriez apporter aux autres.", "Themes and countries, with what you could bring to others.";

    VISIBILITY = "Visibilité", "Visibility";
    TO_CONFIRM = "À confirmer", "To be confirmed";
    STATUS_NOTE = "Note sur l’état", "Note on the status";
    AREA = "Zone", "Area";
    HISTORY_CREATED = "a créé la fiche", "created the record";
    HISTORY_CHANGED = "a modifié la fiche", "changed the record";
    HISTORY_HIDDEN = "a supprimé la fiche", "deleted the record";
    HISTORY_RESTORED = "a rétabli la fiche", "brought the record back";
    HISTORY_CONFIRMED = "a confirmé la fiche", "confirmed the record";
    HISTORY_VERSION = "Version", "Version";
    HISTORY_NOW = "version actuelle", "present version";
    HISTORY_SOMEBODY = "Quelqu’un", "Somebody";
    HISTORY_IMPORT = "Un import", "An import";
    HISTORY_BEFORE = "Avant", "Before";
    HISTORY_AFTER = "Après", "Afterwards";
    HISTORY_RESTORE = "Rétablir cette version", "Restore this version";

    RECORDS = "Mes fiches et mes projets", "My records and projects";
    RECORD_CHANGE = "Modifier la fiche", "Change the record";
    PROJECTS = "Projets", "Projects";
    EVENTS = "Événements à venir", "Events to come";
    SHARED = "Compléter ce qui sert à tous", "Complete what serves everybody";
    NO_PROJECT = "Aucun projet n’est encore connu ici.", "No project is known here yet.";
    TO_CONFIRM_LIST = "À confirmer : ces projets viennent de documents", "To be confirmed: these projects come from documents";
    EXACT = "C’est exact", "It is right";
    NOT_OURS = "Ce n’est pas le nôtre", "It is not ours";
    EXACT_DONE = "Merci, le projet est confirmé.", "Thank you, the project is confirmed.";
    NOT_OURS_DONE = "Le projet est retiré.", "The project is removed.";
    UNDO_SHORT = "Annuler", "Undo";
    UNDONE = "Le projet est de retour.", "The project is back.";
}

counted! {
    TO_CONFIRM_COUNT = "projet à confirmer" / "projets à confirmer", "project to be confirmed" / "projects to be confirmed";
}

/// What the pages are called on which one enters a record of that kind, and changes one.
#[must_use]
pub const fn titles(resource: Resource) -> (Text, Text) {
    match resource {
        Resource::Projects => (NEW_PROJECT, CHANGE_PROJECT),
        Resource::Events => (NEW_EVENT, CHANGE_EVENT),
        Resource::Actors => (NEW_ACTOR, CHANGE_ACTOR),
        Resource::PartnerAuthorities => (NEW_PARTNER, CHANGE_PARTNER),
        Resource::News => (NEW_NEWS, CHANGE_NEWS),
        Resource::ThematicGroups => (NEW_GROUP, CHANGE_GROUP),
        Resource::Resources => (NEW_RESOURCE, CHANGE_RESOURCE),
        Resource::ExternalInitiatives => (NEW_INITIATIVE, CHANGE_INITIATIVE),
        Resource::Themes => (NEW_THEME, CHANGE_THEME),
        // The others are not entered here.
        _ => (CHANGE_COLLECTIVITY, CHANGE_COLLECTIVITY),
    }
}
