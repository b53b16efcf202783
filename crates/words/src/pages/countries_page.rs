//! Pays: the list of countries, and one of them.

texts! {
    TITLE = "Pays", "Countries";
    INTRODUCTION = "Choisissez un pays pour voir quelles collectivités de Nouvelle-Aquitaine y travaillent, sur quoi et avec qui.", "Choose a country to see which local authorities of Nouvelle-Aquitaine work there, on what and with whom.";
    SEARCH_LABEL = "Nom du pays", "Name of the country";
    WHO = "Quelles collectivités de Nouvelle-Aquitaine y travaillent, sur quoi et avec qui.", "Which local authorities of Nouvelle-Aquitaine work there, on what and with whom.";
    KEY_FACTS = "L’essentiel", "Key facts";
    CAPITAL = "Capitale", "Capital";
    CODE = "Code ISO", "ISO code";
    MAP = "Carte", "Map";
    SEE_ON_THE_MAP = "voir sur la carte", "see on the map";
    PARTNERS = "Collectivités partenaires", "Partner authorities";
    SEE_ALL_PARTNERS = "Voir toutes les collectivités partenaires de ce pays", "See all partner authorities of this country";
}
