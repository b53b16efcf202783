//! The reason that is asked for before somebody is told of a decision.

use super::queue::Queue;
use crate::ui::form::{Fault, Field, go_to};
use crate::ui::node::live;
use aect_types::moderation::ModerationDecision;
use aect_words::pages::animation as words;
use leptos::prelude::*;

/// What is about to be done, and where it was pressed.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) place: String,
    pub(super) decision: ModerationDecision,
}

impl Queue {
    pub(super) fn ask(self, asked: Asked) {
        self.reason.set(String::new());
        self.asked.set(Some(asked));
        request_animation_frame(|| go_to("motif"));
    }

    /// The question, where it was pressed.
    pub(super) fn reason_for(self, place: &str) -> AnyView {
        let place = place.to_owned();
        live(move || {
            let asked = self.asked.get().filter(|asked| asked.place == place)?;
            Some(self.question(asked.decision))
        })
    }

    fn question(self, decision: ModerationDecision) -> AnyView {
        let language = self.language;
        let field = Field {
            id: "motif",
            label: words::REASON,
            help: Some(words::REASON_HELP),
            value: self.reason,
        };
        let confirm = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            let reason = self.reason.get_untracked().trim().to_owned();
            if reason.is_empty() {
                let missing = Fault::of("motif", words::REASON_MISSING.of(language));
                return self.form.refuse_first(vec![missing]);
            }
            self.decide(ModerationDecision {
                reason: Some(reason),
                ..decision.clone()
            });
        };
        view! {
            <form class="form" novalidate on:submit=confirm>
                {self.form.line(field, "text", "off")}
                <div class="form-send">
                    <button type="submit" class="button button-main">{words::CONFIRM.of(language)}</button>
                    <button type="button" class="tool" on:click=move |_| self.asked.set(None)>{words::KEEP.of(language)}</button>
                </div>
            </form>
        }
        .into_any()
    }
}
