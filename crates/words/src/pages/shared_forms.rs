//! The forms of what is everybody's: actors, partner authorities, thematic groups, themes; and the lines of a project.

texts! {
    NAME = "Nom", "Name";
    DESCRIPTION = "Description", "Description";
    WEBSITE_HELP = "L’adresse complète, qui commence par https://", "The whole address, beginning with https://";

    ACTOR_NAME_HELP = "Le nom complet, comme l’acteur l’écrit lui-même.", "The full name, as the organisation writes it itself.";
    ACRONYM = "Sigle", "Acronym";
    SCOPE = "Périmètre d’action", "Scope";
    SCOPE_HELP = "Local, régional, national…", "Local, regional, national…";

    PARTNER_NAME_HELP = "Le nom d’usage en français : « Bilma », « Land de Hesse ».", "The name in use in French: “Bilma”, “Land de Hesse”.";
    COUNTRY = "Pays", "Country";
    AUTHORITY_TYPE = "Nature", "What it is";
    AUTHORITY_TYPE_HELP = "Commune, province, département, Land…", "Commune, province, department, Land…";
    WIKIDATA = "Identifiant Wikidata", "Wikidata item";
    WIKIDATA_HELP = "Par exemple Q47822 : il évite les homonymes.", "For example Q47822: it keeps namesakes apart.";

    GROUP_KIND = "Autour de quoi", "What it is on";
    PURPOSE = "Pourquoi ce groupe", "Why this group";
    DELIVERABLE = "Ce qu’il doit produire", "What it is to produce";
    DELIVERABLE_HELP = "Un groupe qui produit quelque chose dure plus longtemps.", "A group that produces something lasts longer.";
    NEXT_DATE = "Prochaine date", "Next date";
    JOINING = "Pour le rejoindre", "Joining";
    RESTRICTED_TO = "Réservé à", "Restricted to";
    RESTRICTED_TO_HELP = "Rien de coché : ouvert à toutes.", "Nothing ticked: open to all.";
    MEMBERS = "Collectivités membres", "Member authorities";
    ANIMATORS = "Animation", "Animation";
    ANIMATORS_HELP = "Les acteurs qui font vivre le groupe : leurs éditeurs pourront modifier la fiche.", "The organisations that run the group: their editors will be able to change the record.";
    SECTION_WORKS_ON = "Sujets et pays", "Subjects and countries";
    SECTION_WHO = "Qui en fait partie", "Who belongs to it";

    NAME_FR = "Nom en français", "Name in French";
    NAME_EN = "Nom en anglais", "Name in English";
    THEME_KIND = "Nature", "What it says";
    RANK = "Rang dans la liste", "Rank in the list";
    ORIGIN = "Document d’où il vient", "Document that it comes from";

    FUNDING = "Financements", "Funding";
    FUNDING_HELP = "Une ligne par financeur et par année.", "One line for each funder and year.";
    ADD_FUNDING = "Ajouter un financement", "Add funding";
    FUNDER = "Financeur", "Funder";
    SCHEME = "Dispositif ou appel à projets", "Scheme or call";
    AMOUNT = "Montant, en euros", "Amount, in euros";
    YEAR = "Année", "Year";
    FUNDING_STATE = "Où en est-il ?", "How far has it come?";
    PLACES = "Lieux", "Places";
    PLACES_HELP = "Villes, villages ou quartiers où le projet se déroule.", "Towns, villages or districts where the project takes place.";
    ADD_PLACE = "Ajouter un lieu", "Add a place";
    OTHER_PARTICIPANTS = "Autres participants", "Other participants";
    OTHER_PARTICIPANTS_HELP = "Un par ligne : ceux qui n’ont pas de fiche ici.", "One a line: those who have no record here.";

    CREATE_PARTNER = "Créer une collectivité partenaire", "Create a partner authority";
    CREATE_ACTOR = "Créer un acteur", "Create an organisation";
}
