//! Succession: what is handed over, and mandates that have ended.

texts! {
    TITLE = "Passation", "Hand-over";
    INTRODUCTION = "Ce que trouve qui prend la suite : engagements, projets en cours, réponses attendues.", "What whoever takes over finds: commitments, running projects, awaited answers.";
    TRANSITION = "Cette fiche est en transition : les relances se taisent, et le réseau est prévenu.", "This record is in transition: reminders keep silent, and the network is told.";
    SINCE = "Depuis le", "Since";
    PEOPLE = "Qui est là", "Who is here";
    ASKING = "Demandes de rattachement en attente :", "Requests to belong that wait:";
    UNTIL = "fin du mandat :", "end of the mandate:";
    PROMISED = "Ce qui est promis", "What is promised";
    RUNNING = "Ce qui est en cours", "What is running";
    PENDING = "Ce qui attend une réponse", "What awaits an answer";
    NOTHING = "Rien.", "Nothing.";
    WITH = "avec", "with";
    TO_TEAM = "Ouvrir l’équipe", "Open the team";
    PRINT_NOTE = "Pages à imprimer et à laisser à qui prend la suite.", "Pages to print and leave for whoever takes over.";
    FOR_TEAM = "Cette page est pour l’équipe de la fiche.", "This page is for the record’s team.";

    MANDATE_ENDED = "Votre mandat a pris fin, d’après votre compte. Êtes-vous toujours en fonction ?", "Your mandate has ended, as your account has it. Are you still in office?";
    MANDATE_DETAIL = "Sans réponse dans les trente jours, vous pourrez lire vos fiches, mais plus les modifier.", "Without an answer within thirty days, you may read your records, but no longer change them.";
    STILL = "Oui, jusqu’en", "Yes, until";
    OTHER_DATE = "Oui, jusqu’à une autre date", "Yes, until another date";
    NOT_ANY_MORE = "Non : ouvrir l’équipe pour passer la main", "No: open the team to hand over";
    STILL_DONE = "Merci, c’est noté.", "Thank you, it is noted.";
}
