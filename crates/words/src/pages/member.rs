//! Connexion, Mon espace, Mon compte.

texts! {
    SIGN_IN = "Connexion", "Sign in";
    SIGN_IN_INTRODUCTION = "Le plus simple : nous vous envoyons un lien par courriel.", "The easiest way: we send you a link by e-mail.";
    SPACE_INTRODUCTION = "Vos collectivités et vos organisations, et ce qui manque.", "Your local authorities and organisations, and what is missing.";
    ACCOUNT = "Mon compte", "My account";
    ACCOUNT_INTRODUCTION = "Ce que vous dites de vous, et les navigateurs où vous êtes connecté.", "What you say of yourself, and the browsers you are signed in to.";
    NEEDS_SCRIPT = "La connexion a besoin de JavaScript. Tout ce qui est public se lit sans lui, et sans se connecter.", "Signing in needs JavaScript. Everything public can be read without it, and without signing in.";

    EMAIL = "Votre adresse de courriel", "Your e-mail address";
    EMAIL_HELP = "De préférence celle de votre collectivité : prenom.nom@mairie.fr", "Preferably that of your local authority: first.last@mairie.fr";
    EMAIL_WRONG = "Écrivez une adresse complète, comme prenom.nom@mairie.fr.", "Write a whole address, such as first.last@mairie.fr.";
    SEND_LINK = "Recevoir un lien", "Get a link";
    SIGNED_OUT = "Vous êtes déconnecté de ce navigateur.", "You are signed out of this browser.";
    SIGN_IN_FIRST = "Connectez-vous pour ouvrir cette page ; elle s’ouvrira ensuite.", "Sign in to open this page; it opens afterwards.";

    SENT_TITLE = "Consultez vos courriels", "Check your e-mail";
    SENT = "Un lien est parti à", "A link is on its way to";
    SENT_NEXT = "Ouvrez le courriel et suivez le lien. Il est valable quinze minutes et ne sert qu’une fois.", "Open the e-mail and follow the link. It is good for fifteen minutes and works once.";
    SENT_SPAM = "Rien reçu ? Attendez une minute et regardez dans les indésirables.", "Nothing came? Wait a minute and look into your spam folder.";
    SENT_AGAIN = "Un nouveau lien est parti.", "A new link is on its way.";
    SEND_AGAIN = "Renvoyer un lien", "Send another link";
    OTHER_ADDRESS = "Changer d’adresse", "Change the address";
    CODE_ELSEWHERE = "Ouvert dans un autre navigateur ?", "Opened in another browser?";
    CODE_ELSEWHERE_DETAIL = "Sur un téléphone par exemple, le lien donne un code. Saisissez-le ici.", "On a telephone for example, the link gives a code. Type it here.";
    CODE = "Code à six chiffres", "Six-digit code";
    CODE_WRONG = "Le code a six chiffres, comme 012345.", "The code has six digits, such as 012345.";
    CODE_REFUSED = "Ce code n’est pas le bon, ou ne l’est plus. Vérifiez-le, ou demandez un nouveau lien.", "This code is not right, or no longer is. Check it, or ask for a new link.";
    SIGN_IN_HERE = "Me connecter", "Sign me in";

    LINK_TITLE = "Vous connecter", "Sign in here";
    LINK_DETAIL = "Ce bouton vous connecte à la plateforme dans ce navigateur, si c’est ici que vous avez demandé le lien. Sinon, il affiche un code à saisir là-bas.", "This button signs you in to the platform in this browser, if it is here that you asked for the link. If not, it shows a code to be typed there.";
    LINK_NOT_YOU = "Vous n’avez rien demandé ? Fermez cette page : rien ne se passera.", "You asked for nothing? Close this page: nothing will happen.";
    LINK_REFUSED_TITLE = "Ce lien n’ouvre plus rien", "This link opens nothing any more";
    LINK_REFUSED = "Il a déjà servi, ou ses quinze minutes sont passées. Demandez-en un autre.", "It has been used, or its fifteen minutes are over. Ask for another one.";
    ASK_ANOTHER = "Demander un autre lien", "Ask for another link";
    YOUR_CODE = "Votre code", "Your code";
    YOUR_CODE_DETAIL = "Saisissez-le dans le navigateur où vous avez demandé le lien. Vous pourrez ensuite fermer cette page.", "Type it in the browser where you asked for the link. You can then close this page.";

    HELLO = "Bonjour", "Hello";
    MISSING = "Ce qui manque", "What is missing";
    MISSING_NAME = "Dites comment vous vous appelez", "Say what your name is";
    MISSING_NAME_DETAIL = "Les autres membres sauront à qui ils parlent.", "Other members will know to whom they speak.";
    MISSING_FUNCTION = "Dites ce que vous faites", "Say what you do";
    MISSING_FUNCTION_DETAIL = "Votre fonction aide à vous trouver.", "Your function helps others to find you.";
    MEMBERSHIPS = "Mes collectivités et organisations", "My local authorities and organisations";
    NO_MEMBERSHIP = "Vous n’êtes rattaché à aucune collectivité ni organisation.", "You belong to no local authority or organisation.";
    NO_MEMBERSHIP_WAY = "Trouver ma collectivité dans l’annuaire", "Find my local authority in the directory";
    REASON = "Motif :", "Reason:";

    WHO = "Qui je suis", "Who I am";
    SIGNED_IN_AS = "Vous êtes connecté avec l’adresse", "You are signed in with the address";
    NAME = "Prénom et nom", "First name and last name";
    NAME_HELP = "Tels que les autres membres les liront.", "As other members will read them.";
    FUNCTION = "Fonction", "Function";
    FUNCTION_HELP = "Par exemple : adjointe au maire, chargé de mission international.", "For example: deputy mayor, international officer.";
    STANDING = "Vous êtes", "You are";
    MANDATE_END = "Fin du mandat", "End of the mandate";
    MANDATE_END_HELP = "L’année, ou le mois et l’année : 2032 ou 03/2032.", "The year, or the month and the year: 2032 or 03/2032.";
    MANDATE_END_WRONG = "Écrivez une année ou un mois, comme 2032 ou 03/2032.", "Write a year or a month, such as 2032 or 03/2032.";
    LANGUAGE = "Langue des courriels", "Language of e-mails";
    SESSION_OVER = "Votre session a pris fin. Ce que vous avez écrit est toujours là : reconnectez-vous, puis enregistrez.", "Your session has ended. What you wrote is still here: sign in again, then save.";
    SIGN_IN_BESIDE = "Se connecter dans une autre fenêtre", "Sign in in another window";

    SESSIONS = "Où je suis connecté", "Where I am signed in";
    SESSION_PRESENT = "ce navigateur", "this browser";
    SESSION_USED = "Dernière activité :", "Last used:";
    SESSION_END = "Mettre fin", "End";
    SESSION_ENDED = "La session a pris fin.", "The session has ended.";
    SESSIONS_END_OTHERS = "Fermer toutes les autres", "Close all the others";
    SESSIONS_ENDED = "Toutes les autres sessions ont pris fin.", "All other sessions have ended.";
    AGENT_UNKNOWN = "Navigateur inconnu", "Unknown browser";
    AGENT_ON = "sur", "on";
    SIGN_OUT = "Me déconnecter", "Sign out";

    FACTOR = "Second facteur", "Second factor";
    FACTOR_DETAIL = "En plus du courriel, un code de six chiffres que donne une application de votre téléphone. Il est nécessaire à l’équipe du réseau, et recommandé à qui est responsable d’une fiche.", "Besides the e-mail, a six-digit code that an application on your telephone gives. The network’s team needs it, and whoever is in charge of a record should have it.";
    FACTOR_SET_UP = "Mettre en place", "Set up";
    FACTOR_SCAN = "Photographiez ce dessin avec votre application de codes, ou saisissez-y cette clé", "Take a picture of this drawing with your application of codes, or type this key into it";
    FACTOR_DRAWING = "Code QR à photographier", "QR code to take a picture of";
    FACTOR_CODE = "Code de l’application", "Code of the application";
    FACTOR_CODE_HELP = "Six chiffres, qui changent toutes les trente secondes.", "Six digits, which change every thirty seconds.";
    FACTOR_CODE_WRONG = "Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.", "This code is not right, or has been used. Wait for the next one.";
    FACTOR_CONFIRM = "Vérifier et protéger mon compte", "Check and protect my account";
    FACTOR_CODES = "Vos codes de secours", "Your recovery codes";
    FACTOR_CODES_DETAIL = "Notez-les sur papier, maintenant : ils ne seront plus montrés. Chacun ouvre une fois votre compte si vous perdez votre téléphone.", "Write them down on paper, now: they will not be shown again. Each opens your account once if you lose your telephone.";
    FACTOR_ON = "Votre compte est protégé par un second facteur.", "Your account is protected by a second factor.";
    FACTOR_RENEW = "Obtenir de nouveaux codes de secours", "Get new recovery codes";
    FACTOR_REMOVE = "Retirer le second facteur", "Take the second factor away";
    FACTOR_REMOVED = "Le second facteur est retiré.", "The second factor is taken away.";
    FACTOR_DUE = "Votre compte est protégé par un second facteur. Donnez le code de votre application, ou un code de secours.", "Your account is protected by a second factor. Give the code of your application, or a recovery code.";
    FACTOR_SHOW = "Continuer", "Go on";
    FACTOR_NEEDED = "Protégez votre compte", "Protect your account";
    FACTOR_NEEDED_DETAIL = "Vous faites partie de l’équipe du réseau : un second facteur est nécessaire pour agir.", "You are part of the network’s team: a second factor is needed to act.";

    DATA = "Mes données", "My data";
    DATA_DETAIL = "Tout ce que la plateforme garde de vous, dans un fichier : votre compte, vos rattachements, vos connexions, ce que vous avez écrit.", "Everything that the platform keeps of you, in a file: your account, your memberships, your sessions, what you wrote.";
    DATA_TAKE = "Télécharger mes données", "Download my data";
    DATA_TAKEN = "Le fichier est enregistré.", "The file is saved.";
    ERASE = "Supprimer mon compte…", "Delete my account…";
    ERASE_DETAIL = "Votre nom, votre adresse et vos rattachements seront effacés aussitôt, et ne pourront pas être retrouvés. Les fiches que vous avez tenues restent, sans votre nom.", "Your name, your address and your memberships will be erased at once, and cannot be brought back. The records that you kept stay, without your name.";
    ERASE_NOW = "Supprimer mon compte", "Delete my account";
    ERASE_KEEP = "Garder mon compte", "Keep my account";
}
