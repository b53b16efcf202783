//! What one lets others see of oneself, on Mon compte.

use crate::data::{self, Loaded};
use crate::session::use_session;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::told;
use crate::ui::states;
use aect_client::Client;
use aect_types::contacts::{ContactAudience, ContactConsent};
use aect_words::pages::{contacts as words, form as form_words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

/// The part of Mon compte.
pub(super) fn section(language: Language) -> AnyView {
    let loaded: Loaded<ContactConsent> =
        data::load_apart(|client: Client| async move { client.contact_consent().await });
    let form = Form::new(language);
    view! {
        <section class="aside">
            <h2>{words::WHO_SEES.of(language)}</h2>
            {told("p", "", words::WHO_SEES_DETAIL.of(language))}
            {states::part(loaded, move |consent| choices(*consent, form, language))}
        </section>
    }
    .into_any()
}

fn choices(consent: ContactConsent, form: Form, language: Language) -> AnyView {
    let (session, client) = (use_session(), expect_context::<Client>());
    let said =
        [consent.name, consent.function, consent.email].map(|audience| RwSignal::new(audience.to_string()));
    let fields = [
        ("name_seen", words::NAME),
        ("function_seen", words::FUNCTION),
        ("email_seen", words::EMAIL),
    ];
    let lines = fields.into_iter().zip(said).map(|((id, label), value)| {
        let audiences = ContactAudience::ALL.iter();
        let audiences = audiences.map(|code| (code.as_str(), code.label(language)));
        let field = Field {
            id,
            label,
            help: None,
            value,
        };
        form.choice(field, audiences.collect())
    });
    let lines = lines.collect();
    let send = move || {
        let [name, function, email] = said.map(|text| text.get_untracked().parse().unwrap_or_default());
        let consent = ContactConsent {
            name,
            function,
            email,
        };
        let client = client.clone();
        form.send(async move {
            match client.set_contact_consent(&consent).await {
                Ok(()) => form.say(form_words::SAVED),
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => form.refuse(Fault::told(&error, language)),
            }
        });
    };
    form.view(lines, form_words::SAVE, send)
}
