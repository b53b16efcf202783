//! Projets and projet.

texts! {
    TITLE = "Projets et coopérations", "Projects and cooperations";
    INTRODUCTION = "Coopérations décentralisées, actions transfrontalières, économiques ou éducatives, d’après les documents qui les citent.", "Decentralised cooperation, cross-border, economic or educational action, from the documents that state them.";
    SEARCH_LABEL = "Mots du projet, partenaire, territoire", "Words of the project, partner, territory";
    LEAD = "Porté par", "Led by";
    WITH = "avec", "with";
    PARTNERS = "Partenaires", "Partners";
    PARTNER_AUTHORITIES = "Collectivités partenaires", "Partner authorities";
    COLLECTIVITIES = "Autres collectivités", "Other local authorities";
    ACTORS = "Acteurs", "Organisations";
    OTHER_PARTICIPANTS = "Autres participants", "Other participants";
    COUNTRIES = "Pays", "Countries";
    AREA = "Zone", "Area";
    PLACES = "Lieux", "Places";
    DATES = "Dates", "Dates";
    SINCE = "depuis", "since";
    UNTIL = "jusqu’en", "until";
    NO_DATES = "Le document ne donne pas de date de début.", "The document gives no start date.";
    STATUS = "État", "Status";
    MONEY = "Budget", "Budget";
    FUNDING = "Financements", "Funding";
    FUNDER = "Financeur", "Funder";
    SCHEME = "Dispositif", "Scheme";
    AMOUNT = "Montant", "Amount";
    YEAR = "Année", "Year";
    STATE = "État", "State";
    BETWEEN = "entre", "between";
    AND = "et", "and";
    AT_LEAST = "au moins", "at least";
    AT_MOST = "au plus", "at most";
    THEMES = "Thématiques", "Themes";
    SDGS = "Objectifs de développement durable", "Sustainable Development Goals";
    SDGS_NOTE = "Objectifs proposés par la plateforme, à confirmer par la collectivité.", "Goals proposed by the platform, to be confirmed by the local authority.";
    BRINGS_HOME = "Ce que le projet apporte au territoire", "What the project brings home";
    RESULTS = "Résultats", "Results";
    BENEFICIARIES = "Bénéficiaires", "Beneficiaries";
    LOOKING_FOR = "Ce que le projet recherche", "What the project looks for";
    LINKS = "Liens et documents", "Links and documents";
    PARENT = "Fait partie de", "Part of";
    NONE_KNOWN = "Aucun projet n’est encore connu ici.", "No project is known here yet.";
    SEE_ALL = "Voir tous les projets", "See all projects";
    SIMILAR = "Projets proches", "Similar projects";
    KEY_FACTS = "L’essentiel", "Key facts";
    IN_YEAR = "en", "in";
    TO_CONFIRM_NOTE = "Ce jumelage vient de Wikidata (septembre 2016). Personne ne l’a encore confirmé : il n’est pas compté avec les projets.", "This twinning comes from Wikidata (September 2016). Nobody has confirmed it yet: it is not counted with the projects.";
    DATED_STATUS_NOTE = "C’est l’état indiqué par le document à sa date ; il a pu changer depuis.", "This is the status given by the document at its date; it may have changed since.";
}

counted! {
    WITH_TWINNINGS = "projet ou jumelage" / "projets et jumelages", "project or twinning" / "projects and twinnings";
}
