//! Saying what is wrong with a record, with or without an account; and what waits for those in charge.

texts! {
    CORRECT = "Proposer une correction, ou signaler cette fiche", "Propose a correction, or report this record";
    TITLE = "Proposer une correction", "Propose a correction";
    INTRODUCTION = "Dites ce qui est faux. Les responsables de la fiche vous liront ; s’il n’y en a pas, l’équipe du réseau le fera. Pas besoin de compte.", "Say what is wrong. Those in charge of the record will read you; where nobody is, the network’s team will. No account needed.";
    ABOUT = "À propos de :", "About:";
    WRONG = "Ce qui est faux", "What is wrong";
    WRONG_HELP = "Par exemple : ce jumelage n’existe plus.", "For example: this twinning no longer exists.";
    WRONG_MISSING = "Dites ce qui est faux.", "Say what is wrong.";
    RIGHT = "Ce qui serait juste (facultatif)", "What would be right (optional)";
    RIGHT_HELP = "Une phrase, une date, un lien qui le montre.", "A sentence, a date, a link that shows it.";
    EMAIL = "Votre adresse, si vous voulez une réponse (facultatif)", "Your address, if you would like an answer (optional)";
    EMAIL_HELP = "Nous vous écrivons une seule fois, puis nous l’effaçons.", "We write to you once, then erase it.";
    CONSENT = "J’accepte que cette adresse soit gardée jusqu’à la réponse, six mois au plus.", "I agree that this address is kept until the answer, six months at most.";
    CONSENT_MISSING = "Cochez la case pour recevoir une réponse, ou effacez l’adresse.", "Tick the box to get an answer, or clear the address.";
    ANSWERED_BY_MAIL = "Nous vous répondrons à l’adresse de votre compte.", "We will answer at the address of your account.";
    TRAP = "Ne remplissez pas ce champ", "Do not fill in this field";
    SEND = "Envoyer", "Send";
    SENT = "Merci, votre message est parti.", "Thank you, your message is on its way.";
    BACK = "Revenir à la fiche", "Back to the record";
    TOO_MANY = "Beaucoup de messages sont partis d’ici. Réessayez dans une heure.", "Many messages have left from here. Try again in an hour.";

    REPORT = "Signaler cette fiche", "Report this record";
    REPORT_DETAIL = "Si elle ne devrait pas être là : propos blessants, données personnelles, publicité. L’équipe du réseau la regardera.", "If it should not be there: hurtful words, personal data, advertising. The network’s team will look at it.";
    REPORT_WHY = "Pourquoi ?", "Why?";
    REPORT_MESSAGE = "Précisez, si vous voulez (facultatif)", "Tell us more, if you like (optional)";
    REPORT_SEND = "Envoyer le signalement", "Send the report";

    WAITING = "Corrections qui vous attendent", "Corrections that wait for you";
    PROPOSES = "Quelqu’un propose :", "Somebody proposes:";
    CHANGE = "Corriger la fiche", "Correct the record";
    DONE = "C’est corrigé", "It is corrected";
    REFUSE = "Refuser…", "Refuse…";
    REFUSE_NOW = "Refuser la correction", "Refuse the correction";
    REASON = "Pourquoi ?", "Why?";
    REASON_HELP = "Si cette personne a laissé son adresse, elle lira votre réponse.", "If this person left an address, they will read your answer.";
    REASON_MISSING = "Dites pourquoi, en quelques mots.", "Say why, in a few words.";
    KEEP = "Annuler", "Cancel";
    ANSWERED = "C’est fait.", "Done.";
    TOO_LATE = "Quelqu’un d’autre a déjà répondu.", "Somebody else has answered already.";
}
