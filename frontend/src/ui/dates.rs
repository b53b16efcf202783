//! Dates as people type them.

use aect_types::PartialDate;

/// A date as people write it: `2032`, `03/2032`, `3/2032`, `31/03/2032`; or as programs do.
pub(crate) fn read(text: &str) -> Option<PartialDate> {
    let two_digits = |part: &str| match part.len() {
        1 => ["0", part].concat(),
        _ => part.to_owned(),
    };
    let parts: Vec<String> = text
        .split('/')
        .rev()
        .map(|part| two_digits(part.trim()))
        .collect();
    parts.join("-").parse().ok()
}

/// A date of the API as one would type it.
pub(crate) fn typed(date: &str) -> String {
    date.split('-').rev().collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("2032", "2032"),
            ("03/2032", "2032-03"),
            ("3 / 2032", "2032-03"),
            ("31/03/2032", "2032-03-31"),
            ("2032-03", "2032-03"),
        ] {
            let read = read(text).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(date), "{text}");
        }
        for wrong in ["mars 2032", "13/2032", "32", "/"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_typed_is_typed_again() {
        for text in ["2032", "03/2032", "31/03/2032"] {
            let date = read(text).map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(typed(&date), text);
        }
    }
}
