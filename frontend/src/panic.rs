//! A panic must not freeze the page in silence: the message that `index.html` holds hidden is shown, with a button
//! that `start.js` serves, since nothing here can be trusted any more.

use crate::browser;

/// Shows the message and logs the cause.
pub(crate) fn show_on_panic() {
    std::panic::set_hook(Box::new(|cause| {
        browser::error(&cause.to_string());
        if let Some(message) = browser::document().get_element_by_id("failure") {
            browser::set_attribute(&message, "hidden", None);
        }
    }));
}
