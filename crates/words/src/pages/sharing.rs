//! Projects that several collectivities lead: asking one, answering, leaving.

texts! {
    TITLE = "Copilotage", "Co-leads";
    INTRODUCTION = "Qui porte ce projet avec vous. Une collectivité est invitée ; elle peut décliner.", "Who leads this project with you. A local authority is asked; it may decline.";
    ABOUT = "Une collectivité qui copilote est affichée avec le projet, et son équipe peut le modifier. Rien n’est affiché avant qu’elle ait accepté.", "A local authority that co-leads is shown with the project, and its team may change it. Nothing is shown before it has accepted.";
    KNOWN = "Collectivités qui copilotent, ou invitées à le faire", "Local authorities that co-lead, or are asked to";
    NOBODY = "Aucune collectivité n’est invitée.", "No local authority is asked.";
    LEADS = "copilote", "co-leads";
    IN_FORM = "Pour changer son rôle, ouvrez « Modifier », puis « Avec qui ».", "To change its role, open “Change”, then “With whom”.";
    AGAIN_FROM = "Peut être invitée de nouveau à partir du", "May be asked again from";
    BY = "Proposé par", "Asked by";

    ASK = "Inviter une collectivité à copiloter", "Ask a local authority to co-lead";
    WHICH = "Collectivité", "Local authority";
    WHICH_HELP = "Tapez les premières lettres de son nom, puis choisissez.", "Type the first letters of its name, then choose.";
    WHICH_MISSING = "Choisissez une collectivité.", "Choose a local authority.";
    CHOSEN = "Choisie :", "Chosen:";
    MESSAGE = "Un mot pour son équipe (facultatif)", "A word to its team (optional)";
    MESSAGE_HELP = "Par exemple : nous pourrions porter ce projet ensemble dès janvier.", "For example: we could lead this project together from January.";
    SEND = "Envoyer l’invitation", "Send the request";
    SENT = "L’invitation est partie.", "The request is on its way.";
    REFUSED = "Cette collectivité ne peut pas être invitée : elle porte déjà ce projet, ou elle a décliné il y a moins de trois mois.", "This local authority cannot be asked: it leads this project already, or has declined within the last three months.";

    WITHDRAW = "Retirer l’invitation", "Withdraw the request";
    REMOVE = "Mettre fin au copilotage…", "End the co-lead…";
    REMOVE_NOW = "Mettre fin au copilotage", "End the co-lead";
    LEAVE = "Quitter le projet…", "Leave the project…";
    LEAVE_NOW = "Quitter le projet", "Leave the project";
    ACCEPT = "Accepter", "Accept";
    DECLINE = "Décliner…", "Decline…";
    DECLINE_NOW = "Décliner", "Decline";
    KEEP = "Annuler", "Cancel";
    REASON = "Pourquoi ?", "Why?";
    REASON_HELP = "L’autre collectivité le lira.", "The other local authority will read it.";
    REASON_MISSING = "Dites pourquoi, en quelques mots.", "Say why, in a few words.";
    DONE = "C’est fait.", "Done.";
    TOO_LATE = "Quelqu’un d’autre a déjà répondu.", "Somebody else has answered already.";

    WAITING = "Copilotages qui vous sont proposés", "Projects that you are asked to co-lead";
    ASKED = "est invitée à copiloter", "is asked to co-lead";
    LED_BY = "Porté par", "Led by";
    HELP_FORM = "Pour inviter une collectivité à copiloter, enregistrez, puis ouvrez « Copilotage » en bas de page.", "To ask a local authority to co-lead, save, then open “Co-leads” at the end of the page.";
}
