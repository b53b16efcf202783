//! Collectivités partenaires: local authorities abroad.

texts! {
    TITLE = "Collectivités partenaires", "Partner authorities";
    INTRODUCTION = "Les collectivités étrangères avec lesquelles celles de Nouvelle-Aquitaine coopèrent ou sont jumelées.", "The foreign local authorities that those of Nouvelle-Aquitaine cooperate or are twinned with.";
    SEARCH_LABEL = "Nom de la collectivité étrangère", "Name of the foreign authority";
    ONE = "collectivité partenaire", "partner authority";
    WIKIDATA = "Wikidata", "Wikidata";
}

counted! {
    COUNTED = "collectivité partenaire" / "collectivités partenaires", "partner authority" / "partner authorities";
}
