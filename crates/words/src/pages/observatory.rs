//! Observatoire: figures and charts.

texts! {
    TITLE = "Observatoire", "Observatory";
    INTRODUCTION = "Combien de projets, où, sur quoi et quand : chaque chiffre mène à la liste qu’il compte.", "How many projects, where, on what and when: each figure leads to the list that it counts.";
    NOTE = "D’après ce que les documents et les collectivités ont dit jusqu’ici. Un projet peut compter dans plusieurs pays ou thématiques.", "From what documents and local authorities have said so far. A project may count in several countries or themes.";
    ALL = "Tous", "All";
    SHOW = "Afficher", "Show";
    CHART = "Nombre de projets", "Number of projects";
    TABLE = "Tableau", "Table";
    BUDGET = "de budgets connus", "of known budgets";
    BUDGET_COLUMN = "Budgets connus", "Known budgets";
    NOTHING = "Rien à compter sous ces filtres.", "Nothing to count under these filters.";
    SVG = "Image SVG", "SVG image";
    PNG = "Image PNG", "PNG image";
    CSV = "Tableau CSV", "CSV table";
}
