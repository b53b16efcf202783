//! Content lines (RFC 5545, 3.1): escaped, without control characters, folded at 75 octets.

/// Writes `NAME:value` as it stands; for values that are not TEXT.
pub(super) fn raw(out: &mut Vec<u8>, name: &str, value: &str) {
    let mut line = Line { out, octets: 0 };
    line.push_all(name);
    line.push(':');
    line.push_all(value);
    line.out.extend_from_slice(b"\r\n");
}

/// Writes a TEXT value.
pub(super) fn text(out: &mut Vec<u8>, name: &str, value: &str) {
    raw(out, name, &escaped(value));
}

/// Writes a list of TEXT values, nothing for an empty one.
pub(super) fn texts<'a>(out: &mut Vec<u8>, name: &str, values: impl Iterator<Item = &'a str>) {
    let escaped: Vec<String> = values.map(escaped).collect();
    if !escaped.is_empty() {
        raw(out, name, &escaped.join(","));
    }
}

/// A TEXT value (3.3.11): any line ending is `\n`.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len() + 8);
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => escaped.push_str("\\n"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The longest a line may be, its ending left out.
const FOLD_AT: usize = 75;

struct Line<'a> {
    out: &'a mut Vec<u8>,
    octets: usize,
}

impl Line<'_> {
    fn push_all(&mut self, text: &str) {
        text.chars().for_each(|letter| self.push(letter));
    }

    /// A control character cannot be said in a calendar, a tab excepted: it is left out.
    fn push(&mut self, letter: char) {
        if letter.is_control() && letter != '\t' {
            return;
        }
        if self.octets + letter.len_utf8() > FOLD_AT {
            self.out.extend_from_slice(b"\r\n ");
            self.octets = 1;
        }
        self.octets += letter.len_utf8();
        self.out
            .extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        for letter in ["a", "é", "老", "🌍"] {
            let mut out = Vec::new();
            text(&mut out, "SUMMARY", &letter.repeat(200));
            let lines = String::from_utf8(out).unwrap();
            assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
            assert_eq!(
                lines.replace("\r\n ", ""),
                format!("SUMMARY:{}\r\n", letter.repeat(200))
            );
        }
    }

    #[test]
    fn nothing_leaves_its_line() {
        let mut out = Vec::new();
        text(&mut out, "SUMMARY", "a\r\nATTENDEE:b\n\u{0}\u{7}\u{85}c;d,e\\f");
        raw(&mut out, "RRULE", "FREQ=DAILY\r\nATTENDEE:b");
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "SUMMARY:a\\nATTENDEE:b\\nc\\;d\\,e\\\\f\r\nRRULE:FREQ=DAILYATTENDEE:b\r\n"
        );
    }
}
