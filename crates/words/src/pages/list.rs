//! What every list says.

texts! {
    SEARCH = "Rechercher", "Search";
    FILTERS = "Filtres", "Filters";
    FILTER_BY = "Filtrer", "Filter";
    ACTIVE_FILTERS = "Filtres actifs", "Active filters";
    REMOVE = "Retirer le filtre", "Remove the filter";
    CLEAR_ALL = "Tout effacer", "Clear all";
    SHOW_ALL = "Tout afficher", "Show all";
    SHOW_LESS = "Afficher moins", "Show fewer";
    SORT = "Trier par", "Sort by";
    SORT_RANK = "pertinence", "relevance";
    SORT_NAME = "nom", "name";
    SORT_POPULATION = "population", "population";
    SORT_START = "début, le plus récent", "start, latest first";
    SORT_DATE = "date", "date";
    SORT_PUBLISHED = "date, la plus récente d’abord", "date, latest first";
    SORT_UPDATED = "dernière mise à jour", "last update";
    PREVIOUS = "Page précédente", "Previous page";
    NEXT = "Page suivante", "Next page";
    FIRST = "Première page", "First page";
    PAGES = "Pages de résultats", "Pages of results";
    EMPTY = "Aucun résultat ne correspond à votre recherche.", "Nothing matches your search.";
    EMPTY_FILTERS = "Retirez un filtre, ou essayez un mot plus court.", "Remove a filter, or try a shorter word.";
    EMPTY_CLEAR = "Effacer tous les filtres", "Clear all filters";
    WRONG_ADDRESS = "Certains filtres de cette adresse n’existent pas ; ils ont été laissés de côté.", "Some filters in this address do not exist; they were left aside.";
    RESULTS_LIST = "Résultats", "Results";
    YES = "oui", "yes";
    NO = "non", "no";

    FIELD_KIND = "Type", "Kind";
    FIELD_DEPARTMENT = "Département", "Department";
    FIELD_COUNTRY = "Pays", "Country";
    FIELD_CONTINENT = "Continent", "Continent";
    FIELD_THEME = "Thématique", "Theme";
    FIELD_STATUS = "État", "Status";
    FIELD_SDG = "Objectif de développement durable", "Sustainable Development Goal";
    FIELD_YEAR = "Année", "Year";
    FIELD_ENGAGEMENT = "Engagement à l’international", "Engagement abroad";
    FIELD_TO_CONFIRM = "À confirmer", "To be confirmed";
    FIELD_ACTIVE = "Actions connues à l’international", "Known action abroad";
    FIELD_COLLECTIVITY = "Collectivité", "Local authority";
    FIELD_EPCI = "Intercommunalité", "Inter-municipal body";
    FIELD_PROJECT = "Projet", "Project";
    FIELD_EVENT = "Événement", "Event";
    FIELD_ACTOR = "Acteur", "Organisation";
    FIELD_PARTNER = "Collectivité partenaire", "Partner authority";
    FIELD_SECTOR = "Secteur CAD", "DAC sector";
    FIELD_LOOKING_FOR = "Recherche", "Looking for";
    FIELD_REVIEW_YEAR = "Relecture", "Review";
    REVIEW_IN = "à relire en", "to be read again in";
    FIELD_Q = "Mots", "Words";
}

counted! {
    RESULTS = "résultat" / "résultats", "result" / "results";
    COLLECTIVITIES = "collectivité" / "collectivités", "local authority" / "local authorities";
    ACTIVE_COLLECTIVITIES = "collectivité active à l’international" / "collectivités actives à l’international", "local authority active abroad" / "local authorities active abroad";
    LISTED_COLLECTIVITIES = "collectivité dans l’annuaire" / "collectivités dans l’annuaire", "local authority in the directory" / "local authorities in the directory";
    PROJECTS = "projet" / "projets", "project" / "projects";
    TWINNINGS_TO_CONFIRM = "jumelage à confirmer" / "jumelages à confirmer", "twinning to be confirmed" / "twinnings to be confirmed";
    COUNTRIES = "pays" / "pays", "country" / "countries";
    EVENTS = "événement" / "événements", "event" / "events";
    LEFT_OUT = "jumelage à confirmer n’est pas montré" / "jumelages à confirmer ne sont pas montrés", "twinning to be confirmed is not shown" / "twinnings to be confirmed are not shown";
    LEFT_OUT_SHOW = "l’afficher" / "les afficher", "show it" / "show them";
}
