//! Acteurs: the directory of organisations, and one of them.

texts! {
    TITLE = "Annuaire des acteurs", "Directory of organisations";
    INTRODUCTION = "Associations, réseaux, opérateurs de l’État, universités et entreprises qui travaillent avec les collectivités à l’international.", "Associations, networks, State operators, universities and companies that work abroad with local authorities.";
    SEARCH_LABEL = "Nom ou sigle", "Name or acronym";
    KEY_FACTS = "L’essentiel", "Key facts";
    KIND = "Type", "Kind";
    ACRONYM = "Sigle", "Acronym";
    SCOPE = "Périmètre", "Scope";
}

counted! {
    COUNTED = "acteur" / "acteurs", "organisation" / "organisations";
}
