//! What people type, read as words.

use crate::schema::FIELDS;
use crate::terms::AnyOf;
use aect_types::text;
use std::collections::BTreeSet;
use tantivy::schema::Field;

/// The words of texts, folded. `st` is found by those who have typed `sai…` too.
pub(crate) fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for text in texts {
        for word in text::fold(text).split_ascii_whitespace() {
            let whole = match word {
                "st" => Some("saint"),
                "ste" => Some("sainte"),
                "sts" => Some("saints"),
                "stes" => Some("saintes"),
                _ => None,
            };
            words.extend(whole.map(ToOwned::to_owned));
            words.insert(word.to_owned());
        }
    }
    words
}

/// A folded name without the articles it begins with: «bouscat» for «le bouscat».
pub(crate) fn without_article(folded: &str) -> &str {
    let mut rest = folded;
    while let Some((word, behind)) = rest.split_once(' ')
        && text::is_stop_word(word)
    {
        rest = behind;
    }
    rest
}

/// The beginning of a text, at most so many bytes, cut between two letters.
pub(crate) fn cut(text: &str, bytes: usize) -> &str {
    let end = text.floor_char_boundary(bytes);
    text.get(..end).unwrap_or(text)
}

/// Words to be found, all of them, in any order.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// The question, folded.
    whole: String,
    /// The words that count.
    telling: Vec<String>,
    /// The last one may be only begun.
    open: bool,
}

/// Whether words may be spelt a little otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As typed.
    Strict,
    /// A letter or two added, left out, changed or swapped with its neighbour.
    Loose,
}

impl Words {
    /// The words of a question; `None` for one without a letter or digit, which nothing answers.
    pub(crate) fn read(q: &str) -> Option<Self> {
        let whole = text::fold(q);
        let all: Vec<&str> = whole.split_ascii_whitespace().collect();
        let last = *all.last()?;
        let telling: Vec<&str> = all
            .iter()
            .copied()
            .filter(|word| !text::is_stop_word(word))
            .collect();
        let (kept, open) = if telling.is_empty() {
            (all, true)
        } else {
            let open = !text::is_stop_word(last);
            (telling, open)
        };
        let mut words: Vec<String> = Vec::new();
        for word in kept.into_iter().map(ToOwned::to_owned) {
            // The last word stays last: it may be only begun.
            words.retain(|known| *known != word);
            words.push(word);
        }
        Some(Self {
            whole,
            telling: words,
            open,
        })
    }

    /// The whole question, folded: what a name may begin with.
    pub(crate) fn whole(&self) -> &str {
        &self.whole
    }

    /// Documents that bear the whole question as a name or code; «200 053 759» and «A.F.D.» are written without
    /// what separates them too.
    pub(crate) fn exact(&self, spelling: Spelling) -> AnyOf {
        let mut any = AnyOf::default();
        any.term(FIELDS.exact, &self.whole);
        let typos = typos(&self.whole);
        if spelling == Spelling::Loose && typos > 0 {
            any.typos(FIELDS.exact, &self.whole, typos);
        }
        let compact = self.whole.replace(' ', "");
        if compact != self.whole {
            any.term(FIELDS.exact, &compact);
        }
        any
    }

    /// For each word, the documents that bear it in their names.
    pub(crate) fn in_names(&self, spelling: Spelling) -> Vec<AnyOf> {
        self.each(FIELDS.name_stems, FIELDS.name_words, spelling)
    }

    /// For each word, the documents that bear it anywhere.
    pub(crate) fn in_text(&self, spelling: Spelling) -> Vec<AnyOf> {
        self.each(FIELDS.text_stems, FIELDS.text_words, spelling)
    }

    fn each(&self, stems: Field, words: Field, spelling: Spelling) -> Vec<AnyOf> {
        let begun = self.telling.last().filter(|_| self.open);
        let documents = |word: &String| {
            let mut any = AnyOf::default();
            if begun == Some(word) {
                any.begun(stems, words, word);
            } else {
                any.term(stems, &text::stem(word));
            }
            let typos = typos(word);
            if spelling == Spelling::Loose && typos > 0 {
                any.typos(words, word, typos);
            }
            any
        };
        self.telling.iter().map(documents).collect()
    }
}

/// How many letters of a word or name may be wrong: none of a short one or of a number.
fn typos(word: &str) -> u8 {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(q: &str) -> Option<(Vec<String>, bool)> {
        Words::read(q).map(|words| (words.telling, words.open))
    }

    #[test]
    fn stop_words_go_unless_nothing_else_remains() {
        let read = |list: &[&str], open| Some((list.iter().map(ToString::to_string).collect(), open));
        assert_eq!(words("l’accès à l’eau"), read(&["acces", "eau"], true));
        assert_eq!(words("eau de"), read(&["eau"], false));
        assert_eq!(words("de la"), read(&["de", "la"], true));
        assert_eq!(words("eau, Eau"), read(&["eau"], true));
        assert_eq!(words("« ? »"), None);
    }

    #[test]
    fn names_lose_their_articles_only() {
        assert_eq!(without_article("le bouscat"), "bouscat");
        assert_eq!(without_article("l ile d yeu"), "ile d yeu");
        assert_eq!(without_article("les"), "les");
    }

    #[test]
    fn a_cut_never_splits_a_letter() {
        assert_eq!(cut("дакар", 3), "д");
        assert_eq!(cut("dakar", 9), "dakar");
    }
}
