//! What leads in besides the link: on Connexion and Mon compte.

use crate::Language;

texts! {
    BY_PASSWORD = "Se connecter avec un mot de passe", "Sign in with a password";
    BY_PASSWORD_DETAIL = "Si vous en avez choisi un dans votre compte.", "If you have chosen one in your account.";
    PASSWORD = "Mot de passe", "Password";
    PASSWORD_MISSING = "Écrivez votre mot de passe.", "Write your password.";
    PASSWORD_REFUSED = "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien.", "This address and this password do not go together. Check them, or ask for a link.";
    PASSWORD_WAIT = "Trop d’essais. Attendez un moment, ou demandez un lien : il marche toujours.", "Too many tries. Wait a moment, or ask for a link: it always works.";
    OR = "Ou", "Or";
    WHAT_IS_PROCONNECT = "Qu’est-ce que ProConnect ?", "What is ProConnect?";
    SITE_UNAVAILABLE = "Ce service ne répond pas pour le moment. Demandez un lien par courriel, ou réessayez plus tard.", "This service does not answer at the moment. Ask for a link by e-mail, or try again later.";

    REFUSED = "Vous n’êtes pas connecté : la demande a été refusée ou abandonnée. Vous pouvez recommencer, ou recevoir un lien par courriel.", "You are not signed in: the request was refused or given up. You can start again, or get a link by e-mail.";
    EXPIRED = "Cette demande a expiré, a déjà servi, ou vient d’un autre navigateur. Recommencez d’ici.", "This request has expired, has been used, or comes from another browser. Start again from here.";
    NOT_VOUCHED = "La réponse de ce service n’a pas pu être vérifiée. Recommencez ; si cela se répète, demandez un lien par courriel.", "The answer of this service could not be checked. Start again; if it happens again, ask for a link by e-mail.";
    NO_ADDRESS = "Ce service n’a pas donné d’adresse de courriel vérifiée. Demandez un lien par courriel.", "This service gave no verified e-mail address. Ask for a link by e-mail.";
    NOT_LINKED = "Ce service n’est lié à aucun compte d’ici. Connectez-vous par un lien, puis liez-le dans « Mon compte ».", "This service is linked to no account here. Sign in by a link, then link it in “My account”.";
    ANOTHER = "Ce service mène déjà à un autre compte d’ici.", "This service already leads in to another account here.";

    WAYS = "Moyens de connexion", "Ways to sign in";
    WAYS_DETAIL = "Un lien envoyé à votre adresse marche toujours. Vous pouvez ajouter d’autres moyens.", "A link sent to your address always works. You can add other ways.";
    PASSWORD_NONE = "Vous n’avez pas de mot de passe.", "You have no password.";
    PASSWORD_SET = "Vous avez un mot de passe.", "You have a password.";
    PASSWORD_CHOOSE = "Choisir un mot de passe", "Choose a password";
    PASSWORD_CHANGE = "Changer le mot de passe", "Change the password";
    PASSWORD_REMOVE = "Retirer le mot de passe", "Take the password away";
    PASSWORD_NEW = "Nouveau mot de passe", "New password";
    PASSWORD_HELP = "Au moins douze caractères. Trois ou quatre mots sans rapport font un bon mot de passe.", "At least twelve characters. Three or four unrelated words make a good password.";
    PASSWORD_LENGTH = "Choisissez entre douze et 128 caractères.", "Choose between twelve and 128 characters.";
    PASSWORD_CURRENT = "Mot de passe actuel", "Present password";
    PASSWORD_CURRENT_WRONG = "Ce n’est pas le mot de passe actuel.", "This is not the present password.";
    PASSWORD_STALE = "Pour choisir un mot de passe, déconnectez-vous puis reconnectez-vous par un lien : c’est la preuve que c’est bien vous.", "To choose a password, sign out and sign in again by a link: it proves that it is you.";
    PASSWORD_SAVE = "Enregistrer le mot de passe", "Save the password";
    PASSWORD_SAVED = "Le mot de passe est enregistré. Vos autres sessions ont pris fin.", "The password is saved. Your other sessions have ended.";
    PASSWORD_REMOVED = "Le mot de passe est retiré. Vos autres sessions ont pris fin.", "The password is taken away. Your other sessions have ended.";
    LINKED = "Ce service est maintenant lié à votre compte.", "This service is now linked to your account.";
    UNLINKED = "Ce service n’est plus lié à votre compte.", "This service is no longer linked to your account.";
}

/// What is written on the button that leads to another site; of ProConnect as its guidelines want it.
#[must_use]
pub fn sign_in_with(name: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("S’identifier avec {name}"),
        Language::En => format!("Sign in with {name}"),
    }
}

/// Whether another site leads in to an account.
#[must_use]
pub fn linked(name: &str, linked: bool, language: Language) -> String {
    match (language, linked) {
        (Language::Fr, true) => format!("{name} est lié à votre compte."),
        (Language::Fr, false) => format!("{name} n’est pas lié à votre compte."),
        (Language::En, true) => format!("{name} is linked to your account."),
        (Language::En, false) => format!("{name} is not linked to your account."),
    }
}

/// What changes that.
#[must_use]
pub fn link(name: &str, linked: bool, language: Language) -> String {
    match (language, linked) {
        (Language::Fr, true) => format!("Délier {name}"),
        (Language::Fr, false) => format!("Lier {name}"),
        (Language::En, true) => format!("Unlink {name}"),
        (Language::En, false) => format!("Link {name}"),
    }
}
