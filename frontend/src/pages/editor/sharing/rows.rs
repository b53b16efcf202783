//! One collectivity that was asked, and what may be done about it.

use super::Page;
use crate::intl;
use crate::ui::form::{Field, go_to};
use crate::ui::node::{linked, live, node, told};
use aect_types::co_leads::{CoLead, CoLeadState, Side, may_become};
use aect_types::people::Account;
use aect_types::policy::Caller;
use aect_types::{Instant, Uuid, site};
use aect_words::Labelled as _;
use aect_words::pages::{Text, sharing as words};
use js_sys::Date;
use leptos::prelude::*;
use serde_json::Value;

impl Page {
    /// Those that were asked, behind those that lead the project without having been.
    pub(super) fn rows(self, project: &Value, account: &Account, asked: &[CoLead]) -> Vec<AnyView> {
        let lead = project
            .pointer("/lead/id")
            .and_then(Value::as_str)
            .and_then(|id| id.parse().ok());
        let parts = project.get("collectivities").and_then(Value::as_array);
        let leading = parts
            .into_iter()
            .flatten()
            .filter(|part| part.get("role").and_then(Value::as_str) == Some("co_lead"));
        let unasked = leading.filter(|part| {
            let id = part.pointer("/collectivity/id").and_then(Value::as_str);
            let is = |one: &&CoLead| Some(one.collectivity.id.to_string().as_str()) == id;
            !asked
                .iter()
                .any(|one| is(&one) && one.state == CoLeadState::Accepted)
        });
        let unasked = unasked.filter_map(|part| part.pointer("/collectivity/name")?.as_str());
        let unasked = unasked.map(|name| self.leading(name));
        let asked = asked.iter().map(|one| self.row(one, lead, account));
        unasked.chain(asked).collect()
    }

    fn leading(self, name: &str) -> AnyView {
        let badge = told("span", "badge badge-alive", words::LEADS.of(self.language));
        let parts = vec![
            told("p", "row-title", name.to_owned()),
            node("p", "badges", vec![badge]),
            told("p", "row-note", words::IN_FORM.of(self.language)),
        ];
        node("li", "row", parts)
    }

    fn row(self, one: &CoLead, lead: Option<Uuid>, account: &Account) -> AnyView {
        let language = self.language;
        let href = site::record(one.collectivity.resource, one.collectivity.slug.as_str());
        let tone = match one.state {
            CoLeadState::Accepted => "badge badge-alive",
            CoLeadState::Asked => "badge badge-coming",
            _ => "badge",
        };
        let day = |at: Instant| intl::moment(Date::parse(&at.to_string()), language);
        let quoted = |text: &Option<String>| text.clone().map(|text| told("p", "row-note", text));
        let again = one.again_from.map(|from| {
            let words = [words::AGAIN_FROM.of(language), " ", &day(from)].concat();
            told("p", "row-note", words)
        });
        let id = one.id;
        let sure = move || {
            let (of, state) = self.act.get()?;
            (of == id).then(|| self.sure(id, state))
        };
        view! {
            <li class="row">
                <p class="row-title">{linked(&href.unwrap_or_default(), "", one.collectivity.name.clone())}</p>
                <p class="badges">{told("span", tone, one.state.label(language))}</p>
                {quoted(&one.message)}
                {quoted(&one.reason)}
                {told("p", "row-note", day(one.decided_at.unwrap_or(one.asked_at)))}
                {again}
                <div class="tools">{self.acts(one, lead, account)}</div>
                {live(sure)}
            </li>
        }
        .into_any()
    }

    /// What the reader may do, as the server decides it.
    fn acts(self, one: &CoLead, lead: Option<Uuid>, account: &Account) -> Vec<AnyView> {
        let caller = Caller::from(account);
        let asked = [one.collectivity.id];
        let theirs = caller.person().is_some_and(|person| person.edits(&asked));
        // Whoever is here changes the project; to end what was accepted is the lead's.
        let leads = lead.is_some_and(|lead| caller.may_write(&[lead]));
        let asking = if one.state == CoLeadState::Accepted {
            leads
        } else {
            leads || !theirs
        };
        let (id, from) = (one.id, one.state);
        let button = |side: Side, state: CoLeadState, words: Text| {
            let may = match side {
                Side::Asked => theirs,
                Side::Asking => asking,
            };
            (may && may_become(from, state, side)).then(|| {
                let press = move |_| {
                    if state.needs_reason() {
                        self.reason.set(String::new());
                        self.act.set(Some((id, state)));
                        request_animation_frame(|| go_to("reason"));
                    } else {
                        self.decide(id, state);
                    }
                };
                let label = [words.of(self.language), " – ", &one.collectivity.name].concat();
                view! { <button type="button" class="tool" aria-label=label on:click=press>{words.of(self.language)}</button> }.into_any()
            })
        };
        let all = [
            button(Side::Asked, CoLeadState::Accepted, words::ACCEPT),
            button(Side::Asked, CoLeadState::Declined, words::DECLINE),
            button(Side::Asked, CoLeadState::Left, words::LEAVE),
            button(Side::Asking, CoLeadState::Withdrawn, words::WITHDRAW),
            button(Side::Asking, CoLeadState::Removed, words::REMOVE),
        ];
        all.into_iter().flatten().collect()
    }

    fn sure(self, id: Uuid, state: CoLeadState) -> AnyView {
        let language = self.language;
        let button = match state {
            CoLeadState::Left => words::LEAVE_NOW,
            CoLeadState::Removed => words::REMOVE_NOW,
            _ => words::DECLINE_NOW,
        };
        let field = Field {
            id: "reason",
            label: words::REASON,
            help: Some(words::REASON_HELP),
            value: self.reason,
        };
        view! {
            <div class="form">
                {self.form.line(field, "text", "off")}
                <div class="form-send">
                    <button type="button" class="button button-main" on:click=move |_| self.decide(id, state)>{button.of(language)}</button>
                    <button type="button" class="tool" on:click=move |_| self.act.set(None)>{words::KEEP.of(language)}</button>
                </div>
            </div>
        }
        .into_any()
    }
}
