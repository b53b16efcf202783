//! Animation: the queue, accounts, who did what, settings, ways into a record.

texts! {
    QUEUE = "File d’attente", "Queue";
    QUEUE_INTRODUCTION = "Ce qui attend l’équipe du réseau : signalements, nouvelles fiches, demandes, corrections.", "What waits for the network’s team: reports, new records, requests, corrections.";
    ACCOUNTS = "Comptes", "Accounts";
    ACCOUNTS_INTRODUCTION = "Retrouver un compte, le suspendre, lui donner un rôle.", "Find an account, suspend it, give it a role.";
    ACTS = "Journal des actes", "Audit log";
    ACTS_INTRODUCTION = "Qui a fait quoi, à qui. Gardé trois ans.", "Who did what, to whom. Kept for three years.";
    SETTINGS = "Réglages", "Settings";
    SETTINGS_INTRODUCTION = "Ce qui vaut pour toute la plateforme.", "What holds for the whole platform.";
    MENU = "Animation", "Animation";
    NOT_YOURS = "Cette page est pour l’équipe du réseau, avec un second facteur.", "This page is for the network’s team, with a second factor.";

    NOTHING = "Rien n’attend. Bonne journée !", "Nothing waits. Have a good day!";
    KIND = "Afficher", "Show";
    ALL = "Tout", "Everything";
    SELECT_ALL = "Tout cocher", "Tick all";
    SELECT_NONE = "Tout décocher", "Untick all";
    SELECT = "Cocher", "Tick";
    SELECTED = "Avec ce qui est coché :", "With what is ticked:";
    HELD = "attend d’être publiée", "waits to be published";
    RIGHT = "Serait juste :", "Would be right:";
    BY = "Par", "By";
    SEEN = "Vu", "Seen";
    PUBLISH = "Publier", "Publish";
    LET_IN = "Accepter", "Accept";
    CORRECTED = "C’est corrigé", "It is corrected";
    SETTLED = "Traité", "Settled";
    UNFOUNDED = "Sans suite", "No action";
    ACCEPT = "Accepter", "Accept";
    REFUSE = "Refuser…", "Refuse…";
    SEND_BACK = "Renvoyer en brouillon…", "Send back as a draft…";
    HIDE = "Retirer la fiche…", "Take the record down…";
    REASON = "Motif", "Reason";
    REASON_HELP = "Les personnes concernées le liront dans dix minutes, sauf si vous annulez.", "Those concerned read it in ten minutes, unless you undo.";
    REASON_MISSING = "Dites pourquoi, en quelques mots.", "Say why, in a few words.";
    CONFIRM = "Confirmer", "Confirm";
    KEEP = "Annuler", "Cancel";
    DONE = "C’est fait. Vous pouvez l’annuler pendant dix minutes.", "Done. You can undo it for ten minutes.";
    UNDO = "Annuler ce que je viens de faire", "Undo what I just did";
    UNDONE = "C’est annulé.", "It is undone.";
    TOO_LATE = "Trop tard : c’est déjà parti.", "Too late: it has left already.";
    NOT_ALL = "Une partie avait déjà été traitée ou modifiée par quelqu’un d’autre. La file est à jour.", "Some of it had been decided or changed by somebody else. The queue is up to date.";
    ROLE = "Rôle", "Role";
    ROLE_DEFAULT = "Éditeur", "Editor";

    FIND = "Nom ou adresse", "Name or address";
    FIND_BUTTON = "Chercher", "Find";
    FOUND_NONE = "Aucun compte ne correspond.", "No account matches.";
    SUSPEND = "Suspendre", "Suspend";
    REACTIVATE = "Rétablir", "Reactivate";
    CHANGED = "C’est fait.", "Done.";
    NAMELESS = "Nom non renseigné", "Name not given";

    ACTS_NONE = "Aucun acte de ce genre.", "No act of this kind.";
    ACTS_KIND = "Genre d’acte", "Kind of act";
    ACTS_MORE = "Plus anciens", "Older ones";
    FORGOTTEN = "une personne effacée", "a person who was erased";
    COMMAND = "la ligne de commande", "the command line";
    WHEN = "Quand", "When";
    WHO = "Qui", "Who";
    WHAT = "Quoi", "What";
    TO_WHOM = "À qui, à quoi", "To whom, to what";

    FIRST_LOOK = "Relire la première fiche de chaque nouveau membre avant qu’elle paraisse", "Look at each new member’s first record before it appears";
    FIRST_LOOK_HELP = "Elle reste un brouillon, que son équipe voit, jusqu’à ce que vous la publiiez.", "It stays a draft, which its team sees, until you publish it.";
    SAVE = "Enregistrer", "Save";
    SAVED = "Réglages enregistrés.", "Settings saved.";

    ACCESS = "Ouvrir l’accès", "Open the access";
    ACCESS_INTRODUCTION = "Codes à remettre lors d’une visite, et domaines de courriel : pour l’équipe du réseau.", "Codes to leave at a visit, and e-mail domains: for the network’s team.";
    CODES = "Code de visite", "Code of a visit";
    CODES_DETAIL = "Il fait entrer une personne, une fois, pendant quatre-vingt-dix jours.", "It lets one person in, once, for ninety days.";
    CODE_MAKE = "Faire un code", "Make a code";
    CODE_ONCE = "Imprimez-le maintenant : il ne sera plus affiché.", "Print it now: it is not shown again.";
    CODE_PRINT = "Imprimer la feuille", "Print the sheet";
    CODE_SHEET = "Tenez votre fiche à jour", "Keep your record up to date";
    CODE_SHEET_HOW = "Ouvrez cette adresse ou photographiez le carré, connectez-vous avec votre adresse de courriel, et saisissez le code.", "Open this address or photograph the square, sign in with your e-mail address, and type the code.";
    CODE_SHEET_CODE = "Votre code :", "Your code:";
    CODE_SHEET_UNTIL = "Valable une fois, jusqu’au", "Good once, until";
    CODES_MADE = "Codes déjà faits", "Codes made so far";
    CODE_USED = "utilisé le", "used on";
    CODE_OPEN = "valable jusqu’au", "good until";
    CODE_OVER = "périmé depuis le", "over since";
    CODE_QR = "Carré à photographier (code QR) qui mène à l’adresse ci-dessus", "Square to photograph (QR code) that leads to the address above";
    DOMAINS = "Domaines de courriel", "E-mail domains";
    DOMAINS_DETAIL = "Qui a une adresse sur ce domaine rejoint l’équipe sans attendre.", "Whoever has an address on this domain joins the team at once.";
    DOMAINS_NONE = "Aucun domaine n’est rattaché.", "No domain is attached.";
    DOMAIN = "Domaine", "Domain";
    DOMAIN_HELP = "Par exemple : mairie-poitiers.fr. Jamais celui d’un fournisseur.", "For example: mairie-poitiers.fr. Never that of a provider.";
    DOMAIN_REFUSED = "Ce domaine ne peut pas être rattaché : il n’en est pas un, ou c’est celui d’un fournisseur.", "This domain cannot be attached: it is none, or a provider’s.";
    ATTACH = "Rattacher", "Attach";
    DETACH = "Détacher", "Detach";
}
