//! Ressources: the library, and the form by which one adds to it.

texts! {
    TITLE = "Ressources", "Resources";
    INTRODUCTION = "Guides, modèles, notes juridiques, études : ce qui a déjà été écrit et peut resservir.", "Guides, models, legal notes, studies: what has been written already and can be used again.";
    SEARCH_LABEL = "Mots de la ressource", "Words of the resource";
    SEE_ALL = "Toutes ces ressources", "All these resources";
    OPEN = "Ouvrir la ressource", "Open the resource";
    PUBLISHER = "Publiée par", "Published by";
    PUBLISHED_ON = "Parue", "Came out";
    LANGUAGE = "Langue", "Language";
    AUDIENCE = "Pour qui", "For whom";
    REVIEWED_ON = "Relue le", "Read again on";
    REVIEW_DUE_ON = "À relire à partir du", "To be read again from";
    REVIEW_DUE = "À relire : cette ressource devait être vérifiée à partir du", "To be read again: this resource had to be checked from";
    REVIEW_DUE_DETAIL = "Ce qu’elle dit a pu changer depuis.", "What it says may have changed since.";
    REVIEW_DUE_SHORT = "à relire", "to be read again";
    NONE = "La bibliothèque est encore vide.", "The library is still empty.";
    NONE_NEXT = "On y ajoute guides et modèles depuis Mon espace. En attendant, les projets disent qui a déjà fait quoi.", "One adds guides and models from My space. Meanwhile, the projects say who has done what.";
    NONE_PROJECTS = "Voir les projets", "See the projects";

    TITLE_HELP = "Le titre qui est sur la couverture.", "The title that is on the cover.";
    KIND_HELP = "Une note juridique dit jusqu’à quand s’y fier : voyez « Relecture ».", "A legal note says until when it may be relied upon: see “Review”.";
    LINK = "Adresse", "Address";
    LINK_HELP = "Là où elle se lit ou se télécharge ; commence par https://", "Where it can be read or downloaded; begins with https://";
    PUBLISHERS = "Qui la publie", "Who publishes it";
    PUBLISHERS_HELP = "Leurs éditeurs pourront modifier cette fiche.", "Their editors will be able to change this record.";
    PUBLISHER_NAME = "Qui la publie, sans fiche ici", "Who publishes it, without a record here";
    PUBLISHER_NAME_HELP = "Le nom d’une organisation qui n’est pas dans l’annuaire.", "The name of an organisation that is not in the directory.";
    SUMMARY_HELP = "Une ou deux phrases, lues dans la liste.", "One or two sentences, read in the list.";
    DESCRIPTION_HELP = "Ce qu’on y trouve, comment s’en servir. Une ligne vide sépare les paragraphes.", "What is in it, how to use it. An empty line separates paragraphs.";
    SECTION_ABOUT = "De quoi et pour qui", "About what and for whom";
    SECTION_REVIEW = "Relecture", "Review";
    REVIEWED_ON_HELP = "Le jour où quelqu’un l’a relue et trouvée juste.", "The day on which somebody read it again and found it right.";
    REVIEW_DUE_ON_HELP = "Obligatoire pour une note juridique : passé ce jour, la fiche dit qu’elle est à relire.", "Required for a legal note: after that day, the record says that it has to be read again.";
}

counted! {
    COUNTED = "ressource" / "ressources", "resource" / "resources";
}
