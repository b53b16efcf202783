//! What one searches for and does not find is entered in place, from the words of the search: the page is not left.

use super::chooser::{Found, choose};
use super::kinds;
use super::record::{Editor, Field};
use super::shapes::{List, Source};
use crate::browser;
use crate::data::Loaded;
use crate::intl;
use crate::ui::form::Fault;
use crate::ui::node::{live, told};
use aect_client::Error;
use aect_types::Resource;
use aect_types::actors::ActorKind;
use aect_types::external_initiatives::InitiativeKind;
use aect_words::pages::{Text, editor as words, initiatives, shared_forms as shared};
use aect_words::phrases;
use leptos::prelude::*;
use serde_json::Value;

/// What may be entered from a search: its kind, what is asked besides the name, and among what.
struct Asked {
    resource: Resource,
    called: Text,
    name: &'static str,
    label: Text,
    list: List,
}

const fn asked(source: Source) -> Option<Asked> {
    match source {
        Source::Records(Resource::PartnerAuthorities) => Some(Asked {
            resource: Resource::PartnerAuthorities,
            called: shared::CREATE_PARTNER,
            name: "country",
            label: shared::COUNTRY,
            list: List::Countries,
        }),
        Source::Records(Resource::ExternalInitiatives) => Some(Asked {
            resource: Resource::ExternalInitiatives,
            called: initiatives::CREATE,
            name: "kind",
            label: words::KIND,
            list: List::Codes(|language| kinds::codes(InitiativeKind::ALL, language)),
        }),
        Source::Actors(_) => Some(Asked {
            resource: Resource::Actors,
            called: shared::CREATE_ACTOR,
            name: "kind",
            label: words::KIND,
            list: List::Codes(|language| kinds::codes(ActorKind::ALL, language)),
        }),
        _ => None,
    }
}

/// The offer, once a search has been answered.
pub(super) fn view(
    editor: Editor,
    field: Field,
    source: Source,
    typed: RwSignal<String>,
    found: Loaded<Vec<Found>>,
) -> Option<AnyView> {
    let asked = asked(source)?;
    let language = editor.language;
    let (second, fault) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let id = [field.spec.id, "/create"].concat();
    let answered = Memo::new(move |_| found.value.with(|found| found.as_ref().map(Vec::is_empty)));
    let resource = asked.resource;
    let enter = move |_| {
        let mut record = kinds::blank(resource);
        let name = intl::capitalised(typed.get_untracked().trim());
        kinds::put(&mut record, "name", Value::from(name.as_str()));
        let said = second.get_untracked();
        if said.is_empty() {
            return fault.set(Some(words::REQUIRED.of(language).to_owned()));
        }
        kinds::put(&mut record, asked.name, Value::from(said));
        let client = editor.client();
        leptos::task::spawn_local(async move {
            match client.enter::<Value>(resource, &record).await {
                Ok(record) => {
                    let key = kinds::value(&record, "id").as_str().unwrap_or_default();
                    choose(
                        field,
                        key.to_owned(),
                        name,
                        source.codes().map(|(_, codes)| codes),
                        language,
                    );
                    typed.set(String::new());
                    browser::focus(field.spec.id);
                }
                Err(error) if error.status() == Some(401) => editor.session().end(),
                Err(error) => fault.set(Some(why(&error, editor))),
            }
        });
    };
    let choices = StoredValue::new(editor.listed(asked.list));
    Some(live(move || {
        let open = answered.get()?;
        fault.set(None);
        let option = |(code, name): (String, String)| view! { <option value=code>{name}</option> }.into_any();
        let empty = (String::new(), words::CHOOSE.of(language).to_owned());
        let options = std::iter::once(empty).chain(choices.get_value()).map(option);
        let called = move || {
            [
                asked.called.of(language),
                " ",
                &phrases::quoted(&intl::capitalised(typed.get().trim()), language),
            ]
            .concat()
        };
        Some(view! {
            <details class="create" open=open>
                <summary>{live(called)}</summary>
                <div class="field-parts">
                    <label class="field-part"><span>{asked.label.of(language)}</span>
                        <select id=id.clone() on:change=move |event| second.set(event_target_value(&event))>{options.collect::<Vec<_>>()}</select>
                    </label>
                    <button type="button" class="button" on:click=enter>{words::ADD.of(language)}</button>
                </div>
                <div role="alert">{live(move || fault.get().map(|words| told("p", "field-error", words)))}</div>
            </details>
        }
        .into_any())
    }))
}

/// Why it was not taken, in the words of the server.
fn why(error: &Error, editor: Editor) -> String {
    let faults = Fault::told(error, editor.language);
    faults
        .first()
        .map(|fault| fault.words().to_owned())
        .unwrap_or_default()
}
