//! The rules that every text is held against: ours here, and the fragments of the editorial pages in the server's tests.

#[cfg(test)]
use crate::Labelled;
use crate::Language;

/// Panics unless every value reads well in both languages.
#[cfg(test)]
pub(crate) fn check_labels<T: Labelled>(values: &[T]) {
    for language in Language::ALL {
        for value in values {
            check_text(language, value.label(language));
        }
    }
}

/// Panics unless `text` follows the typography of its language.
#[cfg(test)]
pub(crate) fn check_text(language: Language, text: &str) {
    assert_eq!(text.trim(), text, "spaces at an end");
    assert!(!text.is_empty(), "an empty text in {language:?}");
    assert!(!text.contains("  "), "two spaces: {text}");
    if let Some(fault) = fault(language, text) {
        panic!("{fault}: {text:?}");
    }
}

/// What is wrong with the typography of `text` in its language; `None` where nothing is.
#[must_use]
pub fn fault(language: Language, text: &str) -> Option<&'static str> {
    if text.contains('\'') {
        return Some("a straight apostrophe");
    }
    let letters: Vec<char> = text.chars().collect();
    let around = |at: usize| {
        (
            at.checked_sub(1).and_then(|before| letters.get(before)).copied(),
            letters.get(at + 1).copied(),
        )
    };
    letters
        .iter()
        .enumerate()
        .find_map(|(at, letter)| match (language, letter, around(at)) {
            (Language::Fr, ';' | '!' | '?', (before, _)) if before != Some('\u{202f}') => {
                Some("U+202F is missing before ; ! or ?")
            }
            // A colon inside a time or an address has no space on either side.
            (Language::Fr, ':', (before, None | Some(' '))) if before != Some('\u{a0}') => {
                Some("U+00A0 is missing before a colon")
            }
            (Language::Fr, '«', (_, next)) if next != Some('\u{a0}') => Some("U+00A0 is missing after «"),
            (Language::Fr, '»', (before, _)) if before != Some('\u{a0}') => {
                Some("U+00A0 is missing before »")
            }
            (Language::En, '«' | '»', _) => Some("French quotation marks"),
            (_, '"', _) => Some("a straight quotation mark"),
            _ => None,
        })
}

#[test]
fn faults_are_found() {
    for bad in [
        "Vraiment ?",
        "Quoi!",
        "a;b",
        "Fin :",
        "« mot »",
        "l'eau",
        "un \"mot\"",
    ] {
        assert!(fault(Language::Fr, bad).is_some(), "{bad}");
    }
    for good in [
        "Vraiment\u{202f}?",
        "À 10:30",
        "Fin\u{a0}: oui",
        "«\u{a0}mot\u{a0}»",
        "l’eau",
    ] {
        assert_eq!(fault(Language::Fr, good), None, "{good}");
    }
}
