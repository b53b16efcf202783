//! Comparer: collectivities side by side.

texts! {
    TITLE = "Comparer des collectivités", "Compare local authorities";
    INTRODUCTION = "Mettez deux ou trois collectivités côte à côte : leur taille, leurs pays, leurs thématiques.", "Put two or three local authorities side by side: their size, their countries, their themes.";
    WITH_ANOTHER = "Comparer avec une autre collectivité", "Compare with another local authority";
    ADD = "Ajouter une collectivité : nom, code INSEE ou SIREN", "Add a local authority: name, INSEE code or SIREN";
    CHOOSE = "Choisissez celle à ajouter :", "Choose the one to add:";
    NOT_FOUND = "Nous ne trouvons pas ce nom en Nouvelle-Aquitaine.", "We do not find this name in Nouvelle-Aquitaine.";
    COLUMN = "Ce qui est comparé", "What is compared";
    RECORD = "Fiche", "Record";
    PROJECTS = "Projets", "Projects";
    NOTHING = "non renseigné", "not stated";
    REMOVE = "Retirer", "Remove";
    REMOVE_ONE = "retirer", "remove";
}
