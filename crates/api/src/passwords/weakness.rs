//! Which passwords anybody would try first. What counts is what is left of one without common words, dates and rows of
//! keys: no rule says which letters it must have (NIST SP 800-63B, 5.1.1.2).

use aect_types::people::Email;
use aect_types::text::fold_letters;
use aect_types::ways::limits::PASSWORD_MIN;

/// Different letters that must be left.
const LEFT_MIN: usize = 5;

/// What the most common passwords of twelve characters and more are made of, in French and English, in small letters and
/// without accents.
const COMMON: &[&str] = &[
    "123456789",
    "987654321",
    "0123456789",
    "1234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertz",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "1a2b3c4d",
    "a1b2c3d4",
    "motdepasse",
    "motdepass",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "changeme",
    "changezmoi",
    "administrateur",
    "administrator",
    "admin",
    "azerty",
    "qwerty",
    "bonjour",
    "bienvenue",
    "welcome",
    "letmein",
    "iloveyou",
    "jetaime",
    "soleil",
    "sunshine",
    "doudou",
    "loulou",
    "chouchou",
    "princesse",
    "princess",
    "football",
    "baseball",
    "marseille",
    "bordeaux",
    "aquitaine",
    "nouvelle",
    "limousin",
    "poitou",
    "charentes",
    "france",
    "mairie",
    "commune",
    "collectivite",
    "cooperation",
    "internationale",
    "international",
    "decentralisee",
    "secret",
    "dragon",
    "monkey",
    "shadow",
    "master",
    "superman",
    "batman",
    "starwars",
    "trustno1",
    "whatever",
    "computer",
    "ordinateur",
    "internet",
    "connexion",
    "utilisateur",
    "user",
    "test",
    "login",
    "aect",
    "nicolas",
    "camille",
    "thomas",
    "julien",
    "vacances",
    "printemps",
    "automne",
    "janvier",
    "fevrier",
    "juillet",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "monday",
    "summer",
    "winter",
    "spring",
    "autumn",
    "january",
    "february",
    "december",
    "november",
    "october",
    "september",
];

/// Whether somebody would find a password among their first tries: it is short, a piece said over and over, or made of
/// common words and of the address that it opens.
pub(super) fn is_weak(password: &str, email: &Email) -> bool {
    password.chars().count() < PASSWORD_MIN || repeats(password) || left(password, email) < LEFT_MIN
}

/// Whether it is a short piece, said three times or more.
fn repeats(password: &str) -> bool {
    let letters: Vec<char> = password.chars().collect();
    (1..=letters.len() / 3).any(|length| {
        let follows = |(at, letter): (usize, &char)| at < length || letters.get(at - length) == Some(letter);
        letters.iter().enumerate().all(follows)
    })
}

/// How many different letters are left of it without what is common.
fn left(password: &str, email: &Email) -> usize {
    let mut rest = folded(password);
    let own = email.as_str().split(['@', '.', '-', '_', '+']);
    let mut words: Vec<String> = COMMON.iter().map(|word| (*word).to_owned()).collect();
    words.extend(own.filter(|word| word.len() > 2).map(folded));
    // The longest first: «motdepasse» before what is within.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in &words {
        rest = rest.replace(word.as_str(), " ");
    }
    let mut letters: Vec<char> = rest.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.len()
}

/// In small letters, without accents.
fn folded(text: &str) -> String {
    let plain = |letter: char| {
        let plain = fold_letters(letter.encode_utf8(&mut [0; 4]));
        if plain.is_empty() {
            letter.to_string()
        } else {
            plain
        }
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anybody_would_try_is_weak() {
        let email = "marie.durand@mairie-pessac.fr".parse().unwrap();
        for weak in [
            "court",
            "123456789012",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabc",
            "motdepasse123",
            "Motdepasse2026!",
            "AzertyUiop123456",
            "bonjourbonjour",
            "mairie-pessac-2026",
            "MarieDurand1974",
            "12/07/1974 08:30",
            "password password",
        ] {
            assert!(is_weak(weak, &email), "{weak}");
        }
        for strong in [
            "trois pommes rouges",
            "correct horse battery staple",
            "kX9!vT2#pLqZ",
            "Ma grand-mère cultive des dahlias",
            "日本語の長いパスフレーズです",
        ] {
            assert!(!is_weak(strong, &email), "{strong}");
        }
    }
}
