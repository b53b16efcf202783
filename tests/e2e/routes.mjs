// Every kind of page, with what its heading and its window must say. The records are of the reference data.

const PLATFORM = "AECT Nouvelle-Aquitaine";

export const COLLECTIVITY = "/annuaire/departement-de-la-dordogne";

export const ROUTES = [
  { href: "/", heading: "L’action extérieure des collectivités de Nouvelle-Aquitaine" },
  { href: "/carte", heading: "Carte des coopérations" },
  { href: "/annuaire", heading: "Annuaire des collectivités" },
  { href: COLLECTIVITY, heading: "Département de la Dordogne", section: "Annuaire" },
  { href: "/projets", heading: "Projets et coopérations" },
  { href: "/nulle-part", heading: "Page introuvable" },
].map((route) => ({ ...route, title: [route.heading, route.section, PLATFORM].filter(Boolean).join(" – ") }));
