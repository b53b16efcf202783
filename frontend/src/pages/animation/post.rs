//! How mail leaves and fares, and a mail to oneself, for admins.

use crate::intl;
use crate::session::use_session;
use crate::ui::form::{Fault, Form};
use crate::ui::node::{node, told};
use aect_client::{Client, Error};
use aect_types::mail::{MailStatus, MailTrial};
use aect_words::Language;
use aect_words::pages::{Text, animation as words};
use js_sys::Date;
use leptos::prelude::*;

/// What is known of it, and the button that tries it.
pub(super) fn section(status: MailStatus, language: Language) -> AnyView {
    let form = Form::new(language);
    let (session, client) = (use_session(), expect_context::<Client>());
    let send = move || {
        let client = client.clone();
        form.send(async move {
            match tried(&client).await {
                Ok(trial) if trial.sent => form.say(words::MAIL_TRIED),
                Ok(MailTrial {
                    failure: Some(reason),
                    ..
                }) => {
                    let told = [words::MAIL_NOT_LEFT.of(language), " ", &reason].concat();
                    form.refuse(vec![Fault::of("", told)]);
                }
                Ok(_) => form.say(words::MAIL_WAITS),
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => form.refuse(Fault::told(&error, language)),
            }
        });
    };
    view! {
        <section class="aside">
            {told("h2", "", words::MAIL.of(language))}
            {known(status, language)}
            {form.view(Vec::new(), words::MAIL_TRY, send)}
        </section>
    }
    .into_any()
}

async fn tried(client: &Client) -> Result<MailTrial, Error> {
    let trial = client.try_mail().await?;
    client.mail_trial(trial.id).await
}

fn known(status: MailStatus, language: Language) -> AnyView {
    let host = status
        .host
        .unwrap_or_else(|| words::MAIL_FOLDER.of(language).to_owned());
    let failure = status.failure.map(|failure| {
        let at = intl::moment(Date::parse(&failure.at.to_string()), language);
        (words::MAIL_FAILURE, [&at, " – ", &failure.reason].concat())
    });
    let facts: [(Text, String); 4] = [
        (words::MAIL_BY, host),
        (words::MAIL_FROM, status.sender),
        (words::MAIL_WAITING, intl::number(status.waiting, language)),
        (words::MAIL_GIVEN_UP, intl::number(status.given_up, language)),
    ];
    let facts = facts.into_iter().chain(failure);
    let parts = facts.map(|(name, value)| {
        let name = told("dt", "", name.of(language));
        node("div", "fact", vec![name, told("dd", "", value)])
    });
    node("dl", "facts", parts.collect())
}
