// Every kind of page, with what its heading and its window must say. The records are of the reference data.

const PLATFORM = "AECT Nouvelle-Aquitaine";

export const COLLECTIVITY = "/annuaire/departement-de-la-dordogne";
export const EVENT = "/agenda/rencontre-entre-les-services-aect-des-conseils-departementaux-de-la-region-nouvelle-aquitaine-2016";
export const TEXTS = ["/aide", "/donnees", "/mentions-legales", "/donnees-personnelles", "/accessibilite"];

export const ROUTES = [
  { href: "/", heading: "L’action extérieure des collectivités de Nouvelle-Aquitaine" },
  { href: "/carte", heading: "Carte des coopérations" },
  { href: "/annuaire", heading: "Annuaire des collectivités" },
  { href: COLLECTIVITY, heading: "Département de la Dordogne", section: "Annuaire" },
  { href: "/acteurs", heading: "Annuaire des acteurs" },
  { href: "/acteurs/cap-cooperation", heading: "Cap Coopération", section: "Acteurs" },
  { href: "/partenaires", heading: "Collectivités partenaires" },
  { href: "/partenaires/abrantes-pt", heading: "Abrantes", section: "Collectivités partenaires" },
  { href: "/projets", heading: "Projets et coopérations" },
  { href: "/agenda", heading: "Agenda" },
  { href: "/agenda?view=passes", heading: "Agenda" },
  { href: "/agenda?view=mois&mois=2016-09", heading: "Agenda" },
  {
    href: EVENT,
    heading: "Rencontre entre les services AECT des Conseils départementaux de la Région Nouvelle-Aquitaine",
    section: "Agenda",
  },
  { href: "/groupes", heading: "Groupes thématiques" },
  { href: "/groupes/groupe-de-travail-des-departements", heading: "Groupe de travail des départements", section: "Groupes" },
  { href: "/actualites", heading: "Actualités" },
  { href: "/ressources", heading: "Ressources" },
  { href: "/initiatives", heading: "Ce que font d’autres réseaux" },
  { href: "/thematiques", heading: "Thématiques" },
  { href: "/thematiques/eau-et-assainissement", heading: "Eau et assainissement", section: "Thématiques" },
  { href: "/pays", heading: "Pays" },
  { href: "/pays/senegal", heading: "Sénégal", section: "Pays" },
  { href: "/observatoire", heading: "Observatoire" },
  { href: "/recherche?q=senegal", heading: "Recherche" },
  { href: "/comparer?c=bordeaux&c=limoges", heading: "Comparer des collectivités" },
  { href: "/plan-du-site", heading: "Plan du site" },
  { href: "/aide", heading: "Aide" },
  { href: "/donnees", heading: "Données et API" },
  { href: "/mentions-legales", heading: "Mentions légales" },
  { href: "/donnees-personnelles", heading: "Données personnelles" },
  { href: "/accessibilite", heading: "Accessibilité" },
  { href: "/connexion", heading: "Connexion" },
  { href: "/nulle-part", heading: "Page introuvable" },
].map((route) => ({ ...route, title: [route.heading, route.section, PLATFORM].filter(Boolean).join(" – ") }));
