//! Editorial pages: their titles, and what they say in the operator's place where it has said nothing yet.

texts! {
    HELP = "Aide", "Help";
    HELP_SUMMARY = "Trouver qui travaille avec un pays, lire une fiche, recevoir l’agenda, se servir de la carte au clavier, et comprendre les sigles.", "Find who works with a country, read a record, get the agenda, use the map by keyboard, and understand the acronyms.";
    DATA = "Données et API", "Data and API";
    DATA_SUMMARY = "Télécharger les données, connaître leurs sources et leurs licences, les citer, et les lire par programme.", "Download the data, know their sources and licences, cite them, and read them from a program.";
    LEGAL = "Mentions légales", "Legal notice";
    LEGAL_SUMMARY = "Qui publie et qui héberge ce site, et ce que l’on peut réutiliser.", "Who publishes and hosts this site, and what may be used again.";
    PRIVACY = "Données personnelles", "Personal data";
    PRIVACY_SUMMARY = "Ce que le site garde de vos visites et de votre compte, et vos droits.", "What the site keeps of your visits and of your account, and your rights.";
    ACCESSIBILITY = "Accessibilité", "Accessibility";
    ACCESSIBILITY_SUMMARY = "Déclaration d’accessibilité du site, défauts connus, et qui prévenir.", "Accessibility statement of the site, known defects, and whom to tell.";

    UPDATED = "Mis à jour le", "Updated on";
    TO_COMPLETE = "à compléter par l’exploitant", "to be completed by the operator";
    LEGITIMATE_INTEREST = "l’intérêt légitime de l’éditeur à répondre à qui lui écrit (article 6.1.f du RGPD)", "the publisher’s legitimate interest in answering those who write (article 6(1)(f) of the GDPR)";
    PUBLIC_INTEREST = "la mission d’intérêt public de l’éditeur (article 6.1.e du RGPD)", "the publisher’s task in the public interest (article 6(1)(e) of the GDPR)";
}
