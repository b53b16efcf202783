//! What a problem document says: what happened, and what to do about it.

use crate::{Labelled, Language, labels};
use aect_types::problem::{ErrorCode, ProblemKind};

// The title of a problem is its label.
labels!(ProblemKind {
    BadRequest: "Requête illisible", "Unreadable request";
    InvalidParameters: "Paramètres incorrects", "Invalid parameters";
    Unauthorized: "Connexion nécessaire", "Sign-in needed";
    SignInRefused: "Connexion refusée", "Sign-in refused";
    Forbidden: "Action réservée", "Not yours to do";
    SecondFactorRequired: "Second facteur attendu", "Second factor awaited";
    NotFound: "Introuvable", "Not found";
    MethodNotAllowed: "Méthode non admise", "Method not allowed";
    NotAcceptable: "Format non proposé", "Format not offered";
    RequestTimeout: "Requête trop lente", "Request too slow";
    InUse: "Encore utilisée", "Still in use";
    PreconditionFailed: "Modifié entre-temps", "Changed in the meantime";
    PayloadTooLarge: "Contenu trop volumineux", "Content too large";
    UriTooLong: "Adresse trop longue", "Address too long";
    UnsupportedMediaType: "Type de contenu non pris en charge", "Unsupported content type";
    RangeNotSatisfiable: "Partie de fichier inexistante", "No such part of the file";
    InvalidBody: "Champs incorrects", "Invalid fields";
    IdempotencyKeyReused: "Clé déjà utilisée", "Key already used";
    PreconditionRequired: "Version non précisée", "Version not named";
    TooManyRequests: "Trop de requêtes", "Too many requests";
    Internal: "Erreur de notre côté", "Error on our side";
    Unavailable: "Service momentanément indisponible", "Service unavailable for the moment";
});

/// What to do about a problem.
#[must_use]
pub const fn detail(kind: ProblemKind, language: Language) -> &'static str {
    match language {
        Language::Fr => french(kind),
        Language::En => english(kind),
    }
}

const fn french(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::BadRequest => {
            "Le chemin, un en-tête ou le contenu de la requête ne peut pas être lu. Vérifiez son écriture."
        }
        ProblemKind::InvalidParameters => {
            "Un ou plusieurs paramètres de l’adresse sont inconnus ou incorrects\u{202f}; ils sont tous cités dans «\u{a0}errors\u{a0}»."
        }
        ProblemKind::Unauthorized => "Connectez-vous, ou renouvelez votre jeton d’accès, puis recommencez.",
        ProblemKind::SignInRefused => {
            "Ce lien, ce code ou ce mot de passe n’ouvre pas de session, ou plus. Demandez un nouveau lien."
        }
        ProblemKind::Forbidden => {
            "Vous pouvez consulter cette fiche, mais cette action est réservée à d’autres. Demandez-la à ses responsables."
        }
        ProblemKind::SecondFactorRequired => {
            "Ce compte est protégé par un second facteur. Donnez le code de votre application, ou un code de secours, puis recommencez."
        }
        ProblemKind::NotFound => {
            "Il n’y a rien à cette adresse, ou rien que vous puissiez consulter. Vérifiez l’adresse."
        }
        ProblemKind::MethodNotAllowed => {
            "Cette adresse existe, mais n’accepte pas cette méthode. L’en-tête «\u{a0}Allow\u{a0}» cite celles qu’elle accepte."
        }
        ProblemKind::NotAcceptable => {
            "Aucun des formats demandés n’est proposé à cette adresse. Corrigez l’en-tête «\u{a0}Accept\u{a0}» ou l’extension."
        }
        ProblemKind::RequestTimeout => "La requête a mis trop de temps à arriver. Envoyez-la de nouveau.",
        ProblemKind::InUse => {
            "D’autres fiches citent celle-ci et la perdraient. Retirez-la d’abord de ces fiches."
        }
        ProblemKind::PreconditionFailed => {
            "Quelqu’un a modifié cette fiche depuis que vous l’avez lue. Comparez, puis recommencez sur la version actuelle."
        }
        ProblemKind::PayloadTooLarge => "Le contenu de la requête dépasse la taille admise.",
        ProblemKind::UriTooLong => "L’adresse dépasse la longueur admise. Retirez des filtres.",
        ProblemKind::UnsupportedMediaType => {
            "Ce type de contenu, ou ce codage, n’est pas lu à cette adresse. Envoyez la requête sans contenu ou sans codage."
        }
        ProblemKind::RangeNotSatisfiable => {
            "La partie demandée commence après la fin du fichier. L’en-tête «\u{a0}Content-Range\u{a0}» indique sa taille."
        }
        ProblemKind::InvalidBody => {
            "Un ou plusieurs champs sont inconnus ou incorrects\u{202f}; ils sont tous cités dans «\u{a0}errors\u{a0}»."
        }
        ProblemKind::IdempotencyKeyReused => {
            "La clé de l’en-tête «\u{a0}Idempotency-Key\u{a0}» a déjà servi à une autre demande. Prenez-en une nouvelle pour chaque demande."
        }
        ProblemKind::PreconditionRequired => {
            "Précisez dans l’en-tête «\u{a0}If-Match\u{a0}» la version que vous modifiez, telle que l’en-tête «\u{a0}ETag\u{a0}» l’a donnée."
        }
        ProblemKind::TooManyRequests => {
            "Vous avez envoyé trop de requêtes. L’en-tête «\u{a0}Retry-After\u{a0}» indique quand reprendre."
        }
        ProblemKind::Internal => {
            "Une erreur est survenue de notre côté. Réessayez\u{202f}; si elle persiste, écrivez-nous en citant «\u{a0}request_id\u{a0}»."
        }
        ProblemKind::Unavailable => {
            "Le service démarre ou est très sollicité. L’en-tête «\u{a0}Retry-After\u{a0}» indique quand réessayer."
        }
    }
}

const fn english(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::BadRequest => {
            "The path, a header or the body of the request cannot be read. Check how it is written."
        }
        ProblemKind::InvalidParameters => {
            "One or more query parameters are unknown or wrong; “errors” names them all."
        }
        ProblemKind::Unauthorized => "Sign in, or renew your access token, then try again.",
        ProblemKind::SignInRefused => {
            "This link, code or password opens no session, or no longer does. Ask for a new link."
        }
        ProblemKind::Forbidden => {
            "You may read this record, but this action is for others. Ask the people in charge of it."
        }
        ProblemKind::SecondFactorRequired => {
            "This account is protected by a second factor. Give the code of your application, or a recovery code, then try again."
        }
        ProblemKind::NotFound => {
            "There is nothing at this address, or nothing that you may see. Check the address."
        }
        ProblemKind::MethodNotAllowed => {
            "This address exists but does not take this method. The “Allow” header names those it takes."
        }
        ProblemKind::NotAcceptable => {
            "None of the formats asked for is offered at this address. Correct the “Accept” header or the suffix."
        }
        ProblemKind::RequestTimeout => "The request took too long to arrive. Send it again.",
        ProblemKind::InUse => "Other records name this one and would lose it. Take it out of them first.",
        ProblemKind::PreconditionFailed => {
            "Somebody has changed this record since you read it. Compare, then try again on the present version."
        }
        ProblemKind::PayloadTooLarge => "The body of the request is larger than allowed.",
        ProblemKind::UriTooLong => "The address is longer than allowed. Remove filters.",
        ProblemKind::UnsupportedMediaType => {
            "This content type or encoding is not read at this address. Send the request without a body or encoding."
        }
        ProblemKind::RangeNotSatisfiable => {
            "The part asked for begins behind the end of the file. The “Content-Range” header says how long it is."
        }
        ProblemKind::InvalidBody => "One or more fields are unknown or wrong; “errors” names them all.",
        ProblemKind::IdempotencyKeyReused => {
            "The key of the “Idempotency-Key” header came before with another request. Take a new one for each request."
        }
        ProblemKind::PreconditionRequired => {
            "Name in the “If-Match” header the version that you are changing, as the “ETag” header gave it."
        }
        ProblemKind::TooManyRequests => {
            "You sent too many requests. The “Retry-After” header says when to come back."
        }
        ProblemKind::Internal => {
            "Something went wrong on our side. Try again; if it persists, write to us and name “request_id”."
        }
        ProblemKind::Unavailable => {
            "The service is starting or overloaded. The “Retry-After” header says when to try again."
        }
    }
}

/// What is wrong with a parameter or field; `expected` says what would have been right, as the check put it: listed
/// values, bounds, an example, the other parameter.
#[must_use]
pub fn error_detail(code: ErrorCode, language: Language, expected: &str) -> String {
    let sentence = code.label(language);
    match introduction(code, language) {
        Some(introduction) if !expected.is_empty() => {
            let colon = match language {
                Language::Fr => "\u{a0}:",
                Language::En => ":",
            };
            format!("{sentence} {introduction}{colon} {expected}.")
        }
        _ => sentence.to_owned(),
    }
}

labels!(ErrorCode {
    Unknown: "Ce nom n’existe pas ici.", "There is no such name here.";
    Required: "Ce paramètre est obligatoire.", "This parameter is required.";
    Repeated: "Ce paramètre ne peut être donné qu’une fois.", "This parameter can be given only once.";
    Format: "La valeur n’a pas la forme attendue.", "The value does not have the expected form.";
    NotListed: "La valeur ne figure pas dans la liste.", "The value is not in the list.";
    Range: "La valeur sort des bornes.", "The value is out of bounds.";
    Contrast: "Cette couleur ne se lit pas assez bien.", "This colour cannot be read well enough.";
    TooLong: "Le texte est trop long.", "The text is too long.";
    Weak: "Ce mot de passe est trop court, ou trop facile à deviner.", "This password is too short, or too easy to guess.";
    Conflict: "Ce paramètre en contredit un autre, ou il lui en manque un.", "This parameter contradicts another one, or lacks one it needs.";
    Reserved: "Ce champ est réservé aux animateurs.", "Only animators write this field.";
    NoSuchRecord: "Aucune fiche de cette sorte ne porte cet identifiant.", "No record of this kind has this identifier.";
    Taken: "Une autre fiche porte déjà cette valeur.", "Another record has this value already.";
    Cursor: "Ce curseur ne vient pas de cette liste. Reprenez la valeur «\u{a0}next\u{a0}» d’une page précédente, avec les mêmes filtres et le même tri.", "This cursor does not come from this list. Take the “next” value of an earlier page, with the same filters and sort.";
});

/// What goes before the expected text; `None` where the sentence says it all.
const fn introduction(code: ErrorCode, language: Language) -> Option<&'static str> {
    let (fr, en) = match code {
        ErrorCode::Unknown => ("Noms admis", "Allowed names"),
        ErrorCode::Required | ErrorCode::Format | ErrorCode::Conflict => ("Attendu", "Expected"),
        ErrorCode::NotListed => ("Valeurs admises", "Allowed values"),
        ErrorCode::Range => ("Bornes", "Bounds"),
        ErrorCode::Contrast => ("Contraste attendu, et trouvé", "Contrast expected, and found"),
        ErrorCode::TooLong | ErrorCode::Weak => {
            ("Longueur admise, en caractères", "Allowed length, in characters")
        }
        ErrorCode::Repeated
        | ErrorCode::Reserved
        | ErrorCode::NoSuchRecord
        | ErrorCode::Taken
        | ErrorCode::Cursor => return None,
    };
    match language {
        Language::Fr => Some(fr),
        Language::En => Some(en),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typography::{check_labels, check_text};

    #[test]
    fn every_problem_reads_well_in_both_languages() {
        check_labels(ProblemKind::ALL);
        check_labels(ErrorCode::ALL);
        for language in Language::ALL {
            for kind in ProblemKind::ALL {
                check_text(language, detail(*kind, language));
            }
            for code in ErrorCode::ALL {
                check_text(language, &error_detail(*code, language, "1 … 200"));
                check_text(language, &error_detail(*code, language, ""));
            }
        }
    }

    #[test]
    fn an_error_says_what_was_expected() {
        assert_eq!(
            error_detail(ErrorCode::Range, Language::Fr, "1 … 200"),
            "La valeur sort des bornes. Bornes\u{a0}: 1 … 200."
        );
        assert_eq!(
            error_detail(ErrorCode::Repeated, Language::En, "once"),
            "This parameter can be given only once."
        );
    }
}
