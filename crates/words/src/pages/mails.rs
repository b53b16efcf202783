//! What the page says that shows the mails of a server which only tries things out.

texts! {
    TITLE = "Messages", "Mails";
    INTRODUCTION = "Aucun serveur de messagerie n’est configuré : les messages restent ici.", "No mail server is configured: mail stays here.";
    NONE = "Aucun message pour l’instant.", "No mail yet.";
}
