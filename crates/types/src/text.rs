//! How text is compared: one folding for the server's index, the addresses and the search in the browser.
//!
//! Accents, case, hyphens, apostrophes, ligatures and St/Saint do not count. The folding is a table of our own
//! for the letters of Latin scripts: the Unicode tables of a normalisation crate would weigh more in the WASM than
//! the whole of this crate.

/// Lower-case letters without accents and digits; everything else is one space. `Saint` stays as written.
#[must_use]
pub fn fold_letters(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let before = folded.len();
        push_folded(&mut folded, letter);
        if folded.len() == before && !is_combining_mark(letter) && !folded.ends_with(' ') && before > 0 {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// As [`fold_letters`], with `saint`, `sainte`, `saints` and `saintes` written `st`, `ste`, `sts` and `stes`: the
/// form in which names are compared.
#[must_use]
pub fn fold(text: &str) -> String {
    let letters = fold_letters(text);
    let mut folded = String::with_capacity(letters.len());
    for word in letters.split(' ') {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(match word {
            "saint" => "st",
            "sainte" => "ste",
            "saints" => "sts",
            "saintes" => "stes",
            other => other,
        });
    }
    folded
}

/// The French words that say too little to be searched, in folded form (an elided article is one letter).
const STOP_WORDS: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "s", "sur", "un", "une",
    "the", "of", "and",
];

/// Whether a folded word is too common to be asked for.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// Words with fewer letters are their own stems.
pub const SHORTEST_STEMMED: usize = 4;

/// The stem of a folded French word: Savoy's minimal stemmer (J. Savoy, “A stemming procedure and stopword list
/// for general French corpora”, JASIS 50(10), 1999), applied to folded letters.
#[must_use]
pub fn stem(word: &str) -> String {
    if word.len() < SHORTEST_STEMMED || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    if let Some(root) = word.strip_suffix("eaux") {
        return format!("{root}eau");
    }
    if let Some(root) = word.strip_suffix("aux") {
        return format!("{root}al");
    }
    let mut root = word.strip_suffix('x').unwrap_or(word);
    // Twice an `e`: “décentralisée” has lost its accent and ends in two.
    for ending in ['s', 'r', 'e', 'e'] {
        root = root.strip_suffix(ending).unwrap_or(root);
    }
    let bytes = root.as_bytes();
    match bytes {
        [.., before, last] if before == last => root.get(..root.len() - 1).unwrap_or(root).to_owned(),
        _ => root.to_owned(),
    }
}

const fn is_combining_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn push_folded(folded: &mut String, letter: char) {
    match letter {
        'a'..='z' | '0'..='9' => folded.push(letter),
        'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => folded.push('a'),
        'Æ' | 'æ' => folded.push_str("ae"),
        'Ç' | 'ç' | 'Ć'..='č' => folded.push('c'),
        'Ð' | 'ð' | 'Ď'..='đ' | 'Ḍ' | 'ḍ' => folded.push('d'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => folded.push('e'),
        'Ĝ'..='ģ' => folded.push('g'),
        'Ĥ'..='ħ' | 'Ḥ' | 'ḥ' => folded.push('h'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => folded.push('i'),
        'Ĳ' | 'ĳ' => folded.push_str("ij"),
        'Ĵ' | 'ĵ' => folded.push('j'),
        'Ķ'..='ĸ' => folded.push('k'),
        'Ĺ'..='ł' => folded.push('l'),
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => folded.push('n'),
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => {
            folded.push('o');
        }
        'Œ' | 'œ' => folded.push_str("oe"),
        'Ŕ'..='ř' => folded.push('r'),
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṣ' | 'ṣ' => folded.push('s'),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṭ' | 'ṭ' => folded.push('t'),
        'Þ' | 'þ' => folded.push_str("th"),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => folded.push('u'),
        'Ŵ' | 'ŵ' => folded.push('w'),
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => folded.push('y'),
        'Ź'..='ž' | 'Ẓ' | 'ẓ' => folded.push('z'),
        // Other scripts are kept as they are, in lower case; punctuation and signs separate words.
        // The browser has no tables of ours for their cases: there they stay as written.
        #[cfg(target_arch = "wasm32")]
        other if other.is_alphanumeric() => folded.push(other),
        #[cfg(not(target_arch = "wasm32"))]
        other if other.is_alphanumeric() => folded.extend(other.to_lowercase()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_what_a_reader_forgets() {
        for (text, folded) in [
            ("L’Île-d'Yeu", "l ile d yeu"),
            ("SAINT-ÉMILION", "st emilion"),
            ("Sainte-Foy-la-Grande", "ste foy la grande"),
            ("Bœuf, cœur & Co.", "boeuf coeur co"),
            ("e\u{301}te\u{301}", "ete"),
            ("  ", ""),
            ("Łódź", "lodz"),
            ("Đà Nẵng", "da nang"),
            ("Дакар", "дакар"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn stems_meet() {
        for (one, other) in [
            ("coopérations", "cooperation"),
            ("décentralisées", "decentralisee"),
            ("décentralisée", "décentralisé"),
            ("régionaux", "régional"),
            ("eaux", "eau"),
            ("villes", "ville"),
            ("jumelages", "jumelage"),
        ] {
            assert_eq!(stem(&fold(one)), stem(&fold(other)), "{one} / {other}");
        }
    }
}
