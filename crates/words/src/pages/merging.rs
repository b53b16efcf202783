//! Two records that may be one.

texts! {
    TITLE = "Fusionner deux fiches", "Merge two records";
    INTRODUCTION = "Deux fiches disent la même chose ? Choisissez celle qui reste. Pour l’équipe du réseau.", "Do two records say the same? Choose the one that stays. For the network’s team.";
    MERGE = "Fusionner…", "Merge…";
    COMPARE = "Comparer et fusionner", "Compare and merge";
    DIFFERENT = "Ce sont deux fiches distinctes", "They are two records";
    MAYBE = "pourrait être", "may be";
    WITH = "Avec quelle autre fiche ?", "With which other record?";
    WITH_HELP = "Tapez les premières lettres de son nom, puis choisissez.", "Type the first letters of its name, then choose.";
    SIDE_BY_SIDE = "Ce que disent les deux fiches", "What the two records say";
    FIELD = "Champ", "Field";
    STAYS = "Quelle fiche reste ?", "Which record stays?";
    WHAT_HAPPENS = "L’autre disparaît. Ses adresses, ses liens, ses personnes et son histoire mènent à celle qui reste ; ce qu’elle dit n’y est pas recopié. Cela ne s’annule pas.", "The other one goes. Its addresses, links, people and history lead to the one that stays; what it says is not copied there. This cannot be undone.";
    NOW = "Fusionner", "Merge";
    CHOOSE = "Choisissez la fiche qui reste.", "Choose the record that stays.";
    REFUSED = "Cette fiche ne peut pas rester : elle est moins visible que l’autre, ou n’existe plus.", "This record cannot stay: fewer people see it than the other, or it is gone.";
    CHANGED = "Quelqu’un a modifié une de ces fiches. Relisez-les, puis recommencez.", "Somebody has changed one of these records. Read them again, then start over.";
    SAME = "Ce sont la même fiche.", "They are the same record.";
}
