//! What holds for the whole platform.

use super::{identity, post};
use crate::data::{self, Loaded};
use crate::session::use_session;
use crate::ui::form::{Fault, Form};
use crate::ui::node::told;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::mail::MailStatus;
use aect_types::moderation::Settings;
use aect_types::people::UserRole;
use aect_types::platform::Platform;
use aect_words::Language;
use aect_words::pages::animation as words;
use futures_util::future::try_join;
use leptos::prelude::*;

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let loaded: Loaded<(Settings, Option<(Platform, MailStatus)>)> = data::load_apart(read);
    let form = Form::new(language);
    states::part(loaded, move |(settings, own)| {
        let (session, client) = (use_session(), expect_context::<Client>());
        let first_look = RwSignal::new(settings.first_look);
        let choice = view! {
            <div class="field">
                <label class="field-choice">
                    <input type="checkbox" id="first_look" aria-describedby="first_look-aide"
                        prop:checked=move || first_look.get()
                        on:change=move |event| first_look.set(event_target_checked(&event)) />
                    {words::FIRST_LOOK.of(language)}
                </label>
                <p class="hint" id="first_look-aide">{words::FIRST_LOOK_HELP.of(language)}</p>
            </div>
        };
        let send = move || {
            let wanted = Settings {
                first_look: first_look.get_untracked(),
            };
            let client = client.clone();
            form.send(async move {
                match client.set_settings(&wanted).await {
                    Ok(_) => form.say(words::SAVED),
                    Err(error) if error.status() == Some(401) => session.end(),
                    Err(error) => form.refuse(Fault::told(&error, language)),
                }
            });
        };
        view! {
            {told("p", "lead", words::SETTINGS_INTRODUCTION.of(language))}
            {form.view(vec![choice.into_any()], words::SAVE, send)}
            {own.clone().map(|(platform, mail)| view! {
                {identity::section(platform, language)}
                {post::section(mail, language)}
            })}
        }
        .into_any()
    })
}

/// The settings, and what only admins set.
async fn read(client: Client) -> Result<(Settings, Option<(Platform, MailStatus)>), Error> {
    let (settings, account) = try_join(client.settings(), client.account()).await?;
    let own = match account.role {
        UserRole::Admin => Some(try_join(client.platform(), client.mail()).await?),
        _ => None,
    };
    Ok((settings, own))
}
