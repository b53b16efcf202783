//! Asking one more collectivity: a search by its name, and a word to its people.

use super::Page;
use crate::data::{self, Loaded, Question};
use crate::pages::editor::chooser::{Found, there};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::{live, node, told};
use aect_client::Client;
use aect_types::co_leads::CoLeadRequest;
use aect_types::{Resource, Uuid};
use aect_words::pages::{editor, list, sharing as words};
use aect_words::phrases;
use leptos::prelude::*;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;
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
        let lines = vec![
            form.line(which, "search", "off"),
            self.found(typed, chosen),
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

    /// What the words that are typed find, and what was chosen.
    fn found(self, typed: RwSignal<String>, chosen: RwSignal<Option<Found>>) -> AnyView {
        let language = self.language;
        let question = move || {
            let words = typed.get().trim().to_owned();
            (words.chars().count() >= 2).then_some(Question {
                key: words,
                after: REST,
            })
        };
        let found: Loaded<Vec<Found>> = data::load(question, |client: Client, words: String| {
            there(client, Resource::Collectivities, words)
        });
        let option = move |one: &Found| {
            let (one, name) = (one.clone(), one.1.clone());
            let label = [editor::CHOOSE_ONE.of(language), " ", &name].concat();
            let press = move |_| {
                chosen.set(Some(one.clone()));
                typed.set(String::new());
                crate::browser::focus(WHICH);
            };
            view! { <li><button type="button" class="tool" aria-label=label on:click=press>{name}</button></li> }
                .into_any()
        };
        let said = move || {
            let count = found.value.with(|found| found.as_ref().map(Vec::len))?;
            let count = u64::try_from(count).unwrap_or_default();
            Some(match count {
                0 => editor::SEARCH_NONE.of(language).to_owned(),
                count => phrases::counted(count, list::RESULTS, crate::intl::Browser(language)),
            })
        };
        let options = move || {
            let options = found
                .value
                .with(|found| found.iter().flatten().map(option).collect::<Vec<_>>());
            (!options.is_empty()).then(|| node("ul", "tags", options))
        };
        let taken = move || {
            let (_, name) = chosen.get()?;
            let words = [words::CHOSEN.of(language), " ", &name].concat();
            Some(told("p", "", words))
        };
        view! {
            <p class="hint" role="status">{live(said)}</p>
            {live(options)}
            <div role="status">{live(taken)}</div>
        }
        .into_any()
    }
}
