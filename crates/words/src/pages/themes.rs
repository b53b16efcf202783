//! Thématiques: the shared list, and one theme.

texts! {
    TITLE = "Thématiques", "Themes";
    INTRODUCTION = "La liste commune des sujets de coopération : choisissez-en un pour voir qui travaille dessus, où et quand.", "The shared list of subjects of cooperation: choose one to see who works on it, where and when.";
    SEARCH_LABEL = "Mot de la thématique", "Word of the theme";
    WHO = "Qui travaille sur ce sujet en Nouvelle-Aquitaine : collectivités, projets, événements, groupes.", "Who works on this subject in Nouvelle-Aquitaine: local authorities, projects, events, groups.";
    WHO_ACTS = "Qui agit", "Who acts";
    WHAT = "Projets et coopérations", "Projects and cooperations";
    WHEN = "Dans l’agenda", "In the agenda";
    GROUPS = "Groupes au travail", "Groups at work";
    FIGURES = "En chiffres", "In figures";
    SEE_ALL = "Tout voir", "See all";
    NOBODY = "Aucune collectivité n’est encore connue ici. Cela ne veut pas dire qu’il n’y en a pas.", "No local authority is known here yet. That does not mean there is none.";
    NO_PROJECTS = "Aucun projet n’est encore connu ici.", "No project is known here yet.";
    MORE = "En savoir plus", "Know more";
    ORIGIN = "D’où vient ce sujet", "Where the subject comes from";
}

counted! {
    COUNTED = "thématique" / "thématiques", "theme" / "themes";
}
