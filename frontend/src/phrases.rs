//! Small sentences out of records, with numbers and dates as the browser writes them.

use crate::browser;

pub(crate) use aect_words::phrases::{counted, euros, inhabitants, money, period, source, status};

/// With a capital, as a sentence begins.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| browser::upper_case(first) + letters.as_str())
}
