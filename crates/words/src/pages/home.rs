//! Accueil.

texts! {
    TITLE = "L’action extérieure des collectivités de Nouvelle-Aquitaine", "The external action of Nouvelle-Aquitaine’s local authorities";
    INTRODUCTION = "Qui coopère avec qui, dans quel pays, sur quel sujet : retrouvez les coopérations, les jumelages et les rendez-vous des communes, intercommunalités, départements et de la Région.", "Who cooperates with whom, in which country, on what: find the cooperations, twinnings and meetings of communes, inter-municipal bodies, departments and the Region.";
    SEARCH_LABEL = "Chercher une collectivité, un projet, un pays, un acteur", "Search for a local authority, a project, a country, an organisation";
    SEARCH_HINT = "Par exemple : Bordeaux, Sénégal, eau, Larache", "For example: Bordeaux, Senegal, water, Larache";
    SEARCH_NOTHING = "Rien ne correspond. Essayez un mot plus court, ou le nom d’un pays.", "Nothing matches. Try a shorter word, or the name of a country.";
    SEARCH_RESULTS = "Résultats de la recherche", "Search results";
    SEE_ALL = "Tout voir", "See all";
    DOORS = "Par où commencer", "Where to start";
    DOOR_MAP = "Voir où agissent les collectivités, pays par pays.", "See where local authorities act, country by country.";
    DOOR_DIRECTORY = "Trouver une commune, une intercommunalité, un département.", "Find a commune, an inter-municipal body, a department.";
    DOOR_PROJECTS = "Parcourir les coopérations par thématique, pays, état.", "Browse cooperations by theme, country, status.";
    DOOR_AGENDA = "Voir les réunions, webinaires, délégations et missions.", "See meetings, webinars, delegations and missions.";
    FIGURES = "En chiffres", "In figures";
    FIGURES_NOTE = "Chaque chiffre mène à la liste qu’il compte. D’après des documents de 2016 et 2022 : ce site est nouveau, les collectivités le complètent.", "Each figure leads to the list that it counts. From documents of 2016 and 2022: this site is new, local authorities are completing it.";
    EVENTS = "Prochains événements", "Next events";
    NO_EVENTS = "Aucun événement à venir n’est annoncé pour l’instant.", "No event is announced for now.";
    LAST_EVENTS = "Derniers événements", "Last events";
    ALL_EVENTS = "Tout l’agenda", "The whole agenda";
    REFERENCED = "Ma collectivité est-elle référencée ?", "Is my local authority listed?";
    REFERENCED_INTRODUCTION = "Toutes les communes, intercommunalités et départements de la région ont déjà leur fiche.", "Every commune, inter-municipal body and department of the region already has its record.";
    REFERENCED_LABEL = "Nom, code INSEE ou SIREN de votre collectivité", "Name, INSEE code or SIREN of your local authority";
    REFERENCED_YES = "Oui, la voici :", "Yes, here it is:";
    REFERENCED_CHOICE = "Oui, plusieurs portent ce nom ou lui ressemblent :", "Yes, several bear this name or one like it:";
    REFERENCED_NO = "Nous ne trouvons pas ce nom en Nouvelle-Aquitaine. Vérifiez l’orthographe, ou cherchez par le code INSEE.", "We do not find this name in Nouvelle-Aquitaine. Please check the spelling, or search by the INSEE code.";
    RESOURCE_COLLECTIVITIES = "Collectivités", "Local authorities";
    RESOURCE_ACTORS = "Acteurs", "Organisations";
    RESOURCE_PARTNERS = "Collectivités partenaires", "Partner authorities";
    RESOURCE_PROJECTS = "Projets et coopérations", "Projects and cooperations";
    RESOURCE_EVENTS = "Événements", "Events";
    RESOURCE_NEWS = "Actualités", "News";
    RESOURCE_GROUPS = "Groupes thématiques", "Thematic groups";
    RESOURCE_RESOURCES = "Ressources", "Resources";
    RESOURCE_INITIATIVES = "Initiatives d’autres réseaux", "Initiatives of other networks";
    RESOURCE_THEMES = "Thématiques", "Themes";
    RESOURCE_COUNTRIES = "Pays", "Countries";
    RESOURCE_SDGS = "Objectifs de développement durable", "Sustainable Development Goals";
    RESOURCE_SECTORS = "Secteurs CAD", "DAC sectors";
}
