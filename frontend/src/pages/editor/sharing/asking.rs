//! Asking one more collectivity: a search by its name, and a word to its people.

use super::Page;
use crate::pages::editor::chooser::Found;
use crate::pages::editor::finding::found;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::{live, told};
use aect_types::co_leads::CoLeadRequest;
use aect_types::{Resource, Uuid};
use aect_words::pages::sharing as words;
use leptos::prelude::*;

const WHICH: &str = "collectivity";

impl Page {
    pub(super) fn asking(self, project: Uuid) -> AnyView {
        let language = self.language;
        let form = Form::new(language);
        let (typed, message) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let chosen: RwSignal<Option<Found>> = RwSignal::new(None);
        let which = Field {
            id: WHICH,
            label: words::WHICH,
            help: Some(words::WHICH_HELP),
            value: typed,
        };
        let word = Field {
            id: "message",
            label: words::MESSAGE,
            help: Some(words::MESSAGE_HELP),
            value: message,
        };
        let choose = move |one: Found| {
            chosen.set(Some(one));
            crate::browser::focus(WHICH);
        };
        let lines = vec![
            form.line(which, "search", "off"),
            found(Resource::Collectivities, typed, language, choose),
            self.chosen(chosen),
            form.area(word),
        ];
        let send = move || {
            let id = chosen.get_untracked().and_then(|(id, _)| id.parse().ok());
            let Some(collectivity) = id else {
                let missing = words::WHICH_MISSING.of(language);
                return form.refuse_first(vec![Fault::of(WHICH, missing)]);
            };
            let said = message.get_untracked().trim().to_owned();
            let request = CoLeadRequest {
                project,
                collectivity,
                message: Some(said).filter(|said| !said.is_empty()),
            };
            let client = self.client.get_value();
            form.send(async move {
                match client.ask_co_lead(&request).await {
                    Ok(_) => self.done(words::SENT),
                    Err(error) if error.status() == Some(401) => self.session.end(),
                    Err(error) if error.status() == Some(422) => {
                        let refused = words::REFUSED.of(language);
                        form.refuse_first(vec![Fault::of(WHICH, refused)]);
                    }
                    Err(error) => form.refuse(Fault::told(&error, language)),
                }
            });
        };
        view! {
            <section class="aside">
                <h2>{words::ASK.of(language)}</h2>
                {form.view(lines, words::SEND, send)}
            </section>
        }
        .into_any()
    }

    /// What was chosen.
    fn chosen(self, chosen: RwSignal<Option<Found>>) -> AnyView {
        let taken = move || {
            let (_, name) = chosen.get()?;
            let words = [words::CHOSEN.of(self.language), " ", &name].concat();
            Some(told("p", "", words))
        };
        view! { <div role="status">{live(taken)}</div> }.into_any()
    }
}
