//! Ce que font d’autres réseaux, and the form by which one tells of it.

texts! {
    TITLE = "Ce que font d’autres réseaux", "What other networks do";
    INTRODUCTION = "Les groupes, programmes et appels que d’autres animent déjà – Cités Unies France, l’ADF, le pS-Eau, le ministère… – à rejoindre plutôt qu’à refaire.", "Groups, programmes and calls that others already run – Cités Unies France, ADF, pS-Eau, the ministry… – to be joined rather than done again.";
    SEARCH_LABEL = "Mots de l’initiative", "Words of the initiative";
    RUN_BY = "Animée par", "Run by";
    KIND = "Type", "Kind";
    STATUS = "État", "Status";
    WEBSITE = "Site", "Website";
    GROUPS = "Groupes d’ici qui s’y réfèrent", "Groups from here that refer to it";
    NONE = "Aucune initiative d’un autre réseau n’est encore décrite.", "No initiative of another network has been described yet.";
    NONE_NEXT = "On en décrit une depuis Mon espace. En attendant, l’annuaire des acteurs dit qui est qui.", "One describes one from My space. Meanwhile, the directory of organisations says who is who.";
    NONE_ACTORS = "Voir les acteurs", "See the organisations";
    TAB = "Autres réseaux", "Other networks";

    NAME_HELP = "Le nom que ceux qui l’animent lui donnent.", "The name that those who run it give it.";
    SUMMARY_HELP = "Ce qu’on y fait et pour qui, en une ou deux phrases.", "What is done there and for whom, in one or two sentences.";
    RUN_BY_LABEL = "Qui l’anime", "Who runs it";
    RUN_BY_NAME = "Qui l’anime, sans fiche ici", "Who runs it, without a record here";
    RUN_BY_NAME_HELP = "Le nom d’une organisation qui n’est pas dans l’annuaire.", "The name of an organisation that is not in the directory.";
    ALREADY = "Ce que d’autres réseaux font déjà", "What other networks already do";
    ALREADY_DETAIL = "Sur les mêmes mots, thématiques ou pays. Nommez ce que votre groupe veut compléter.", "On the same words, themes or countries. Name what your group means to complete.";
    ADDED = "ajoutée au groupe", "added to the group";
    NAMED = "Initiatives d’autres réseaux", "Initiatives of other networks";
    NAMED_HELP = "Ce que le groupe complète, sans le refaire.", "What the group completes, without doing it again.";
    ELSEWHERE_LINKS = "Autres liens", "Other links";
    SEARCH = "Chercher une initiative", "Search for an initiative";
    CREATE = "Décrire", "Describe";
}

counted! {
    COUNTED = "initiative" / "initiatives", "initiative" / "initiatives";
}
