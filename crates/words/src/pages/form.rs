//! What every form says.

texts! {
    WRONG = "Il y a un problème", "There is a problem";
    ERROR = "Erreur :", "Error:";
    SENDING = "Envoi en cours…", "Sending…";
    SAVE = "Enregistrer", "Save";
    SAVED = "Modifications enregistrées.", "Changes saved.";
    OPTIONAL = "facultatif", "optional";
    TOO_LONG = "Ce texte est trop long : 120 caractères au plus.", "This text is too long: 120 characters at most.";
    LEAVE = "Vos modifications ne sont pas enregistrées. Quitter cette page sans les enregistrer ?", "Your changes are not saved. Leave this page without saving them?";
    CHANGED = "Modifié ailleurs entre-temps", "Changed elsewhere in the meantime";
    CHANGED_DETAIL = "Rien n’est perdu. Comparez, puis choisissez.", "Nothing is lost. Compare, then choose.";
    FIELD = "Champ", "Field";
    HERE = "Ce que vous avez écrit ici", "What you wrote here";
    ELSEWHERE = "Ce qui a été enregistré ailleurs", "What was saved elsewhere";
    KEEP_HERE = "Garder ce que j’ai écrit", "Keep what I wrote";
    TAKE_ELSEWHERE = "Reprendre l’autre version", "Take the other version";
    NOTHING = "rien", "nothing";
}
