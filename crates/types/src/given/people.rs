//! What people say of themselves and to each other.

use super::Checks;
use crate::memberships::limits::MESSAGE_MAX;
use crate::people::{AccountInput, limits};
use crate::problem::ErrorCode;
use crate::query::ParameterError;

impl AccountInput {
    /// Everything that is wrong with it, at once, its language apart.
    #[must_use]
    pub fn wrong(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        let function = self.function.as_deref().unwrap_or_default();
        for (pointer, line) in [("/name", self.name.as_str()), ("/function", function)] {
            checks.text(pointer, line, limits::NAME_MAX);
            // They stand in the subjects of mails.
            if line.contains(['\n', '\t']) {
                checks.note(pointer, ErrorCode::Format, "");
            }
        }
        checks.0
    }
}

/// What is wrong with a word to somebody, or a reason given to them.
#[must_use]
pub fn wrong_message(pointer: &str, message: Option<&String>) -> Vec<ParameterError> {
    let mut checks = Checks::default();
    checks.maybe(pointer, message, MESSAGE_MAX);
    checks.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Standing;

    #[test]
    fn names_are_one_line_that_hides_nothing() {
        let named = |name: &str| {
            let account = AccountInput {
                name: name.to_owned(),
                function: Some("Élue".to_owned()),
                standing: Standing::Elected,
                mandate_end: None,
                language: "fr".to_owned(),
            };
            let wrong = account.wrong();
            wrong
                .into_iter()
                .map(|error| (error.parameter, error.code))
                .collect::<Vec<_>>()
        };
        assert_eq!(named("Maïté d’Étchebarne"), []);
        for wrong in ["a\nBcc: b@c.fr", "a\0b", "a\u{1b}[31m", "a\tb"] {
            assert_eq!(
                named(wrong),
                [("/name".to_owned(), ErrorCode::Format)],
                "{wrong:?}"
            );
        }
        let long = "é".repeat(limits::NAME_MAX + 1);
        assert_eq!(named(&long), [("/name".to_owned(), ErrorCode::TooLong)]);
    }

    #[test]
    fn a_message_may_have_lines() {
        assert!(wrong_message("/message", Some(&"Bonjour,\nà bientôt.".to_owned())).is_empty());
        assert_eq!(wrong_message("/message", Some(&"\0".to_owned())).len(), 1);
        assert_eq!(
            wrong_message("/message", Some(&"a".repeat(MESSAGE_MAX + 1))).len(),
            1
        );
        assert!(wrong_message("/message", None).is_empty());
    }
}
