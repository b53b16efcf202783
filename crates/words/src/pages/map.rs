//! Carte.

texts! {
    TITLE = "Carte des coopérations", "Map of cooperations";
    INTRODUCTION = "Les pays où agissent les collectivités de Nouvelle-Aquitaine.", "The countries where Nouvelle-Aquitaine’s local authorities act.";
    SKIP = "Passer la carte", "Skip the map";
    TAB_MAP = "Carte", "Map";
    TAB_TABLE = "Tableau", "Table";
    VIEWS = "Affichage", "View";
    LABEL = "Carte du monde. Flèches : aller au pays le plus proche ; Entrée : ouvrir le pays.", "World map. Arrow keys: go to the nearest country; Enter: open the country.";
    KEYS = "Au clavier : flèches pour passer d’un pays à l’autre, Entrée pour ouvrir. À la souris : glisser pour déplacer, Ctrl et molette pour agrandir.", "Keyboard: arrows to go from one country to another, Enter to open. Mouse: drag to move, Ctrl and wheel to zoom.";
    ZOOM_IN = "Agrandir", "Zoom in";
    ZOOM_OUT = "Réduire", "Zoom out";
    ZOOM_RESET = "Monde entier", "Whole world";
    LEGEND = "Projets par pays", "Projects by country";
    LEGEND_TWINNINGS = "jumelages à confirmer seulement", "twinnings to be confirmed only";
    COUNT_TWINNINGS = "Compter aussi les jumelages à confirmer", "Count twinnings to be confirmed too";
    BORDERS = "Le tracé des frontières n’engage pas les éditeurs de ce site.", "The drawing of borders does not commit the publishers of this site.";
    COLUMN_COUNTRY = "Pays", "Country";
    COLUMN_PROJECTS = "Projets", "Projects";
    COLUMN_TWINNINGS = "Jumelages à confirmer", "Twinnings to be confirmed";
    COLUMN_BUDGET = "Budgets indiqués", "Stated budgets";
    CAPTION = "Projets et jumelages par pays", "Projects and twinnings by country";
    CLOSE = "Fermer", "Close";
    PANEL_EMPTY = "Choisissez un pays sur la carte pour voir qui y agit.", "Choose a country on the map to see who acts there.";
    SEE_PROJECTS = "Voir les projets", "See the projects";
    SEE_TWINNINGS = "Voir les jumelages à confirmer", "See the twinnings to be confirmed";
    SEE_COLLECTIVITIES = "Voir les collectivités", "See the local authorities";
    NOTHING_THERE = "Aucun projet ni jumelage n’est connu ici dans ce pays.", "No project or twinning is known here in this country.";
}
