//! One person of a team, and what may be done about them.

use super::{Act, Page};
use crate::intl;
use crate::ui::form::Field;
use crate::ui::node::{live, told};
use aect_types::Uuid;
use aect_types::memberships::TeamMember;
use aect_types::people::{MemberRole, MembershipState};
use aect_words::Labelled as _;
use aect_words::pages::team as words;
use js_sys::Date;
use leptos::prelude::*;

impl Page {
    /// A row; `decides`: the reader does, `me`: their account.
    pub(super) fn row(self, member: &TeamMember, decides: bool, me: Uuid) -> AnyView {
        let language = self.language;
        let mine = member.person.as_ref().is_some_and(|person| person.id == me);
        let name = self.name(member);
        let email = member.email.as_ref().map(|email| email.as_str().to_owned());
        let beside = email.filter(|email| *email != name);
        let function = member.person.as_ref().and_then(|person| person.function.clone());
        let notes = [function, beside]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" – ");
        let message = member
            .message
            .as_ref()
            .filter(|_| member.state == MembershipState::Pending)
            .map(|message| told("p", "row-note", message.clone()));
        let asked = (member.state != MembershipState::Accepted).then(|| {
            let at = intl::moment(Date::parse(&member.asked_at.to_string()), language);
            told("p", "row-note", at)
        });
        let standing = member
            .person
            .as_ref()
            .map(|person| told("span", "badge", person.standing.label(language)));
        let role = member
            .role
            .map(|role| told("span", "badge badge-alive", role.label(language)));
        let you = mine.then(|| told("span", "badge", words::YOU.of(language)));
        view! {
            <li class="row">
                {told("p", "row-title", name.clone())}
                {(!notes.is_empty()).then(|| told("p", "row-note", notes))}
                <p class="badges">{role} {standing} {you}</p>
                {message}
                {asked}
                {self.doing(member, decides, mine, &name)}
            </li>
        }
        .into_any()
    }

    /// How a person is called: by their name, or else their address.
    fn name(self, member: &TeamMember) -> String {
        let name = member.person.as_ref().map(|person| person.name.clone());
        let email = member.email.as_ref().map(|email| email.as_str().to_owned());
        name.filter(|name| !name.is_empty())
            .or(email)
            .unwrap_or_else(|| words::NAMELESS.of(self.language).to_owned())
    }

    fn doing(self, member: &TeamMember, decides: bool, mine: bool, name: &str) -> Option<AnyView> {
        let id = member.id;
        let buttons = match member.state {
            MembershipState::Pending if decides => self.answers(id, name),
            MembershipState::Invited if decides => {
                self.button("tool", words::WITHDRAW_INVITATION, move || {
                    self.decide(id, MembershipState::Former, None);
                })
            }
            MembershipState::Accepted if mine => {
                self.button("tool", words::LEAVE, move || self.think(id, Act::Leave))
            }
            MembershipState::Accepted if decides => self.changes(member, name),
            _ => return None,
        };
        let sure = move || {
            let (of, act) = self.act.get()?;
            (of == id).then(|| self.sure(id, act))
        };
        Some(view! { <div class="tools">{buttons}</div> {live(sure)} }.into_any())
    }

    /// A role to accept somebody with, and the two answers.
    fn answers(self, id: Uuid, name: &str) -> AnyView {
        let role = RwSignal::new(MemberRole::Editor);
        view! {
            {self.roles(name, role, |_| ())}
            {self.button("button button-main", words::ACCEPT, move || {
                self.decide(id, MembershipState::Accepted, Some(role.get_untracked()));
            })}
            {self.button("tool", words::REFUSE, move || self.think(id, Act::Refuse))}
        }
        .into_any()
    }

    /// Another role, or the end of it.
    fn changes(self, member: &TeamMember, name: &str) -> AnyView {
        let id = member.id;
        let role = RwSignal::new(member.role.unwrap_or(MemberRole::Reader));
        let change = move |role| self.decide(id, MembershipState::Accepted, Some(role));
        view! {
            {self.roles(name, role, change)}
            {self.button("tool", words::END, move || self.think(id, Act::End))}
        }
        .into_any()
    }

    pub(super) fn roles(
        self,
        name: &str,
        role: RwSignal<MemberRole>,
        chosen: impl Fn(MemberRole) + 'static,
    ) -> AnyView {
        let option = |one: &MemberRole| {
            let one = *one;
            view! {
                <option value=one.as_str() prop:selected=move || role.get() == one>{one.label(self.language)}</option>
            }
            .into_any()
        };
        let label = [words::ROLE_OF.of(self.language), " ", name].concat();
        let choose = move |event| {
            if let Ok(one) = event_target_value(&event).parse() {
                role.set(one);
                chosen(one);
            }
        };
        view! {
            <select aria-label=label on:change=choose>
                {MemberRole::ALL.iter().map(option).collect::<Vec<_>>()}
            </select>
        }
        .into_any()
    }

    /// Asks once more before something is done.
    fn think(self, id: Uuid, act: Act) {
        self.reason.set(String::new());
        self.act.set(Some((id, act)));
        request_animation_frame(|| crate::ui::form::go_to("reason"));
    }

    /// What is asked: a reason where somebody else is concerned, whether one is sure where oneself is.
    fn sure(self, id: Uuid, act: Act) -> AnyView {
        let (button, state) = match act {
            Act::Refuse => (words::REFUSE_NOW, MembershipState::Refused),
            Act::End => (words::END_NOW, MembershipState::Former),
            Act::Leave => (words::LEAVE_NOW, MembershipState::Former),
        };
        let field = Field {
            id: "reason",
            label: words::REASON,
            help: Some(words::REASON_HELP),
            value: self.reason,
        };
        let asked = if act == Act::Leave {
            view! { <p id="reason" tabindex="-1">{words::LEAVE_DETAIL.of(self.language)}</p> }.into_any()
        } else {
            self.form.line(field, "text", "off")
        };
        view! {
            <div class="form">
                {asked}
                <div class="form-send">
                    {self.button("button button-main", button, move || self.decide(id, state, None))}
                    {self.button("tool", words::KEEP, move || self.act.set(None))}
                </div>
            </div>
        }
        .into_any()
    }
}
