//! The way into a team: asking, a code left at a visit, an invitation.

use super::Page;
use crate::router::use_router;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::told;
use aect_types::memberships::MembershipRequest;
use aect_types::people::{Membership, MembershipState};
use aect_types::site::EditorPage;
use aect_words::pages::team as words;
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

impl Page {
    /// What whoever does not belong to it yet may do; `own`: how far they have come.
    pub(super) fn way_in(self, own: Option<&Membership>) -> AnyView {
        let language = self.language;
        match own {
            Some(own) if own.state == MembershipState::Pending => {
                let id = own.id;
                view! {
                    <p class="notice">{words::PENDING.of(language)}</p>
                    <div class="tools">
                        {self.button("tool", words::WITHDRAW, move || self.decide(id, MembershipState::Former, None))}
                    </div>
                }
                .into_any()
            }
            Some(own) if own.state == MembershipState::Invited => {
                let id = own.id;
                let role = own.role.map(|role| role.label(language));
                view! {
                    <p class="notice">{words::INVITED.of(language)} " " <strong>{role}</strong></p>
                    <div class="tools">
                        {self.button("button button-main", words::SAY_YES, move || {
                            self.decide(id, MembershipState::Accepted, None);
                        })}
                        {self.button("tool", words::SAY_NO, move || self.decide(id, MembershipState::Refused, None))}
                    </div>
                }
                .into_any()
            }
            _ => self.asking(),
        }
    }

    fn asking(self) -> AnyView {
        let language = self.language;
        let given = use_router()
            .address
            .with_untracked(|address| address.parameter(EditorPage::CODE));
        let (message, code) = (
            RwSignal::new(String::new()),
            RwSignal::new(given.unwrap_or_default()),
        );
        let form = Form::new(language);
        let field = |id, label, help, value| Field {
            id,
            label,
            help: Some(help),
            value,
        };
        let lines = vec![
            form.line(
                field("message", words::MESSAGE, words::MESSAGE_HELP, message),
                "text",
                "off",
            ),
            form.line(field("code", words::CODE, words::CODE_HELP, code), "text", "off"),
        ];
        let send = move || {
            let said = |text: RwSignal<String>| {
                Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
            };
            let request = MembershipRequest {
                record: self.record,
                message: said(message),
                code: said(code),
            };
            let client = self.client.get_value();
            form.send(async move {
                match client.ask_membership(&request).await {
                    Ok(_) => {
                        self.loaded.retry();
                        crate::browser::focus("titre");
                    }
                    Err(error) if error.status() == Some(401) => self.session.end(),
                    Err(error) => form.refuse(faults(&error, language)),
                }
            });
        };
        view! {
            <section class="aside">
                <h2>{words::JOIN.of(language)}</h2>
                {told("p", "", words::JOIN_DETAIL.of(language))}
                {form.view(lines, words::ASK, send)}
            </section>
        }
        .into_any()
    }
}

/// What is wrong; of a code, in words that say what a code is.
fn faults(error: &aect_client::Error, language: Language) -> Vec<Fault> {
    let told = Fault::told(error, language).into_iter();
    told.map(|fault| {
        if fault.is_of("code") {
            Fault::of("code", words::CODE_REFUSED.of(language))
        } else {
            fault
        }
    })
    .collect()
}
