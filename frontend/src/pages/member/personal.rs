//! What is kept of oneself: to take away in one click, and to have forgotten.

use crate::browser::document;
use crate::router::{How, use_router};
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::node::{live, told};
use aect_client::{Client, Error};
use aect_types::site::paths;
use aect_words::Language;
use aect_words::pages::{Text, member as words};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[derive(Clone, Copy)]
struct Personal {
    language: Language,
    form: Form,
    /// Whether one is asked if one is sure.
    leaving: RwSignal<bool>,
    client: StoredValue<Client>,
    session: Session,
}

/// The part of Mon compte.
pub(super) fn section(language: Language) -> AnyView {
    let personal = Personal {
        language,
        form: Form::new(language),
        leaving: RwSignal::new(false),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    view! {
        <section class="aside">
            <h2 id="donnees" tabindex="-1">{words::DATA.of(language)}</h2>
            {told("p", "", words::DATA_DETAIL.of(language))}
            {personal.form.summary()}
            <div class="tools">
                {personal.button("button", words::DATA_TAKE, move || personal.take())}
                {personal.button("tool", words::ERASE, move || personal.leaving.set(true))}
            </div>
            {personal.form.status()}
            {live(move || personal.leaving.get().then(|| personal.sure()))}
        </section>
    }
    .into_any()
}

impl Personal {
    fn button(self, class: &'static str, words: Text, press: impl Fn() + 'static) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{words.of(self.language)}</button> }
            .into_any()
    }

    /// Saves everything as a file.
    fn take(self) {
        let client = self.client.get_value();
        self.form.send(async move {
            let address = client.site().absolute("/api/v1/account/data");
            match client.json::<Value>(&address).await {
                Ok(data) => {
                    save(&data.to_string());
                    self.form.say(words::DATA_TAKEN);
                }
                Err(error) => self.fail(&error),
            }
        });
    }

    fn sure(self) -> AnyView {
        let erase = move || {
            let (client, router, session) = (self.client.get_value(), use_router(), self.session);
            self.form.send(async move {
                match client.erase_account().await {
                    Ok(()) => {
                        router.go(paths::HOME, How::Push);
                        session.end();
                    }
                    Err(error) => self.fail(&error),
                }
            });
        };
        view! {
            <div class="notice notice-error" role="group">
                <p>{words::ERASE_DETAIL.of(self.language)}</p>
                <div class="tools">
                    {self.button("button", words::ERASE_NOW, erase)}
                    {self.button("tool", words::ERASE_KEEP, move || self.leaving.set(false))}
                </div>
            </div>
        }
        .into_any()
    }

    fn fail(self, error: &Error) {
        if error.status() == Some(401) {
            self.session.end();
        } else {
            self.form.refuse(Fault::told(error, self.language));
        }
    }
}

/// Saves a text as a file of JSON.
fn save(text: &str) {
    let href = String::from(js_sys::encode_uri_component(text));
    let link = document().create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        crate::browser::set_attribute(&link, "download", Some("aect.json"));
        let href = ["data:application/json,", &href].concat();
        crate::browser::set_attribute(&link, "href", Some(&href));
        link.click();
    }
}
