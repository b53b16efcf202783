//! Actualités: what members and the network tell, and the form by which they do.

texts! {
    TITLE = "Actualités", "News";
    INTRODUCTION = "Ce que racontent les collectivités, les acteurs et le réseau.", "What local authorities, organisations and the network tell.";
    SEARCH_LABEL = "Mots de l’actualité", "Words of the news";
    SEE_ALL = "Toutes ces actualités", "All this news";
    TOLD_BY = "Publié par", "Published by";
    NETWORK = "le réseau", "the network";
    PUBLISHED_ON = "Le", "On";
    PROJECTS = "Projets concernés", "Projects it is about";
    EVENTS = "Événements concernés", "Events it is about";
    LINKS = "Pour en savoir plus", "To know more";
    PAST = "Cette actualité n’est plus d’actualité depuis le", "This news has been out of date since";
    PAST_SHORT = "passée", "past";
    NONE = "Personne n’a encore rien raconté ici.", "Nobody has told anything here yet.";
    NONE_NEXT = "On publie depuis Mon espace. En attendant, l’agenda dit ce qui se prépare.", "One publishes from My space. Meanwhile, the agenda says what is coming.";
    NONE_AGENDA = "Voir l’agenda", "See the agenda";

    TITLE_HELP = "Ce que l’on comprend en le lisant dans une liste : « Bilma inaugure son château d’eau ».", "What one understands when reading it in a list: “Bilma opens its water tower”.";
    SUMMARY_HELP = "Une ou deux phrases, lues dans la liste.", "One or two sentences, read in the list.";
    DESCRIPTION = "Texte", "Text";
    DESCRIPTION_HELP = "Ce qui s’est passé, avec qui, ce qui vient ensuite. Une ligne vide sépare les paragraphes.", "What happened, with whom, what comes next. An empty line separates paragraphs.";
    AUTHORS = "Au nom de qui", "In whose name";
    AUTHORS_HELP = "Leurs éditeurs pourront modifier cette actualité. Sans personne, c’est le réseau qui parle : pour les animateurs.", "Their editors will be able to change this news. With nobody, it is the network that speaks: for those who run it.";
    PUBLISHED_ON_LABEL = "Date", "Date";
    PUBLISHED_ON_HELP = "Le jour qu’elle porte ; la liste commence par la plus récente.", "The day that it bears; the list begins with the latest.";
    USEFUL_UNTIL = "D’actualité jusqu’au", "Of use until";
    USEFUL_UNTIL_HELP = "Pour une inscription ou un délai : après ce jour, la page dit que c’est passé.", "For a registration or a deadline: after that day, the page says that it is past.";
    SECTION_ABOUT = "De quoi il s’agit", "What it is about";
    COUNTRIES_HELP = "L’actualité sera trouvée sous ces pays.", "The news will be found under these countries.";
    SEARCH_PROJECT = "Chercher un projet", "Search for a project";
    SEARCH_EVENT = "Chercher un événement", "Search for an event";
}

counted! {
    COUNTED = "actualité" / "actualités", "news item" / "news items";
}
