//! Inviting somebody by e-mail.

use super::Page;
use crate::ui::form::{Fault, Field, Form};
use aect_types::memberships::Invitation;
use aect_types::people::{Email, MemberRole};
use aect_words::pages::{member, team as words};
use leptos::prelude::*;

impl Page {
    pub(super) fn inviting(self) -> AnyView {
        let language = self.language;
        let form = Form::new(language);
        let (email, message) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let role = RwSignal::new(MemberRole::Editor);
        let field = |id, label, value| Field {
            id,
            label,
            help: None,
            value,
        };
        let chosen = view! {
            <div class="field">
                <p class="label" aria-hidden="true">{words::ROLE.of(language)}</p>
                {self.roles("", role, |_| ())}
            </div>
        };
        let lines = vec![
            form.line(field("email", words::INVITE_EMAIL, email), "email", "off"),
            chosen.into_any(),
            form.line(
                field("invitation-message", words::INVITE_MESSAGE, message),
                "text",
                "off",
            ),
        ];
        let send = move || {
            let Ok(address) = email.get_untracked().parse::<Email>() else {
                return form.refuse(vec![Fault::of("email", member::EMAIL_WRONG.of(language))]);
            };
            let word = message.get_untracked().trim().to_owned();
            let invitation = Invitation {
                record: self.record,
                email: address,
                role: role.get_untracked(),
                message: Some(word).filter(|word| !word.is_empty()),
            };
            let client = self.client.get_value();
            form.send(async move {
                match client.invite(&invitation).await {
                    Ok(_) => {
                        self.form.say(words::INVITED_DONE);
                        self.loaded.retry();
                        crate::browser::focus(super::HEADING);
                    }
                    Err(error) if error.status() == Some(401) => self.session.end(),
                    Err(error) => form.refuse(Fault::told(&error, language)),
                }
            });
        };
        view! {
            <section class="aside">
                <h2>{words::INVITE.of(language)}</h2>
                {form.view(lines, words::INVITE_SEND, send)}
            </section>
        }
        .into_any()
    }
}
