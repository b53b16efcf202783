//! The team of a record: who keeps it, who asks to, who is invited.

texts! {
    TEAM = "Équipe", "Team";
    INTRODUCTION = "Qui tient cette fiche à jour ; pour les membres, une fois connectés.", "Who keeps this record true; for members, once signed in.";
    YOURS = "C’est votre collectivité ? Tenez sa fiche à jour", "Is this your local authority? Keep its record true";

    YOUR_ORGANISATION = "C’est votre organisation ? Tenez sa fiche à jour", "Is this your organisation? Keep its record true";

    JOIN = "Rejoindre l’équipe", "Join the team";
    JOIN_DETAIL = "Demandez à tenir cette fiche à jour. Ses responsables répondront ; s’il n’y en a pas encore, l’équipe du réseau le fera.", "Ask to keep this record true. Those in charge will answer; where nobody is yet, the network’s team will.";
    MESSAGE = "Un mot pour vous présenter", "A word to introduce yourself";
    MESSAGE_HELP = "Par exemple : je suis chargée de mission à la direction des affaires européennes.", "For example: I am an officer of the European affairs department.";
    CODE = "Code reçu lors d’une visite", "Code received at a visit";
    CODE_HELP = "Huit lettres et chiffres ; laissez vide si vous n’en avez pas.", "Eight letters and digits; leave it empty if you have none.";
    CODE_REFUSED = "Ce code n’ouvre pas cette fiche, ou a déjà servi.", "This code does not open this record, or has been used.";
    ASK = "Envoyer ma demande", "Send my request";
    PENDING = "Votre demande attend une réponse. Vous recevrez un courriel.", "Your request awaits an answer. You will get an e-mail.";
    WITHDRAW = "Retirer ma demande", "Withdraw my request";
    INVITED = "Vous êtes invité à rejoindre cette équipe, avec ce rôle :", "You are invited to join this team, with this role:";
    SAY_YES = "Accepter l’invitation", "Accept the invitation";
    SAY_NO = "Décliner", "Decline";

    VACANCIES = "Ce qui manque à cette équipe", "What this team lacks";
    WAITING = "Demandes à traiter", "Requests to decide";
    MEMBERS = "Membres", "Members";
    INVITATIONS = "Invitations sans réponse", "Invitations without an answer";
    NOBODY = "Personne ne tient encore cette fiche.", "Nobody keeps this record yet.";
    NAMELESS = "Nom non renseigné", "Name not given";
    YOU = "vous", "you";
    ROLE = "Rôle", "Role";
    ROLE_OF = "Rôle de", "Role of";
    ACCEPT = "Accepter", "Accept";
    REFUSE = "Refuser…", "Refuse…";
    REFUSE_NOW = "Refuser la demande", "Refuse the request";
    END = "Retirer de l’équipe…", "Remove from the team…";
    END_NOW = "Retirer de l’équipe", "Remove from the team";
    LEAVE = "Quitter l’équipe…", "Leave the team…";
    LEAVE_NOW = "Quitter l’équipe", "Leave the team";
    LEAVE_DETAIL = "Vous ne pourrez plus modifier cette fiche. Si vous en êtes seul responsable, l’équipe du réseau sera prévenue.", "You will no longer be able to change this record. If you alone are in charge of it, the network’s team will be told.";
    KEEP = "Annuler", "Cancel";
    REASON = "Motif", "Reason";
    REASON_HELP = "La personne le lira.", "The person will read it.";
    WITHDRAW_INVITATION = "Retirer l’invitation", "Withdraw the invitation";
    INVITE = "Inviter quelqu’un", "Invite somebody";
    INVITE_MESSAGE = "Un mot pour l’accompagner", "A word to go with it";
    INVITE_SEND = "Envoyer l’invitation", "Send the invitation";
    INVITE_EMAIL = "Son adresse de courriel", "Their e-mail address";
    DONE = "C’est fait.", "Done.";
    INVITED_DONE = "L’invitation est partie.", "The invitation is on its way.";

    MY_WAITING = "Demandes qui vous attendent", "Requests that wait for you";
    ASKS_FOR = "demande à rejoindre", "asks to join";
    DECIDE = "Répondre", "Answer";
}
