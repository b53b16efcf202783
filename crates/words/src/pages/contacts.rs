//! Who can be reached: what each person lets others see, and where others see it.

texts! {
    TITLE = "Contacts", "Contacts";
    INTRODUCTION = "Les personnes de cette fiche qui ont choisi d’apparaître.", "The people of this record who have chosen to be shown.";
    SEE = "Voir les contacts", "See the contacts";
    NOBODY = "Personne n’a choisi d’apparaître ici pour vous.", "Nobody has chosen to be shown to you here.";
    NOBODY_VISITOR = "Personne n’a choisi d’apparaître ici publiquement. Les membres voient parfois davantage.", "Nobody has chosen to be shown publicly here. Members sometimes see more.";
    MAILBOX = "Adresse du service :", "Address of the service:";
    BACK = "Revenir à la fiche", "Back to the record";
    WHO_SEES = "Qui peut me joindre", "Who can reach me";
    WHO_SEES_DETAIL = "Sur les fiches auxquelles vous êtes rattaché, vous choisissez qui voit quoi. Par défaut, personne. Rien n’en part vers les sites partenaires.", "On the records you belong to, you choose who sees what. Nobody by default. None of it goes to partner sites.";
    NAME = "Mon nom", "My name";
    FUNCTION = "Ma fonction", "My function";
    EMAIL = "Mon adresse électronique", "My e-mail address";
}
