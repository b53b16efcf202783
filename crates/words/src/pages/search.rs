//! Recherche.

texts! {
    TITLE = "Recherche", "Search";
    INTRODUCTION = "Une seule recherche pour tout : collectivités, projets, pays, acteurs, événements, groupes.", "One search for everything: local authorities, projects, countries, organisations, events, groups.";
}
