//! One thing that waits, and what can be done with it.

use super::keys;
use super::queue::{Queue, target};
use crate::address::Address;
use crate::intl;
use crate::ui::node::{linked, node, told};
use aect_types::moderation::{ModerationAct, ModerationItem, ModerationKind};
use aect_types::people::MemberRole;
use aect_types::site::{self, EditorPage};
use aect_words::Labelled as _;
use aect_words::pages::{Text, animation as words, merging, sharing, succession};
use js_sys::Date;
use leptos::prelude::*;

fn badge(class: &'static str, words: &str) -> AnyView {
    node("p", "badges", vec![told("span", class, words)])
}

impl Queue {
    /// A row; `place` is its own in the list.
    pub(super) fn row(self, item: &ModerationItem, place: usize) -> AnyView {
        let language = self.language;
        let (key, id) = ((item.kind, item.id), item.id);
        let href = site::record(item.resource, item.slug.as_str());
        let title = href.map_or_else(
            || item.name.clone().into_any(),
            |href| linked(&href, "", item.name.clone()),
        );
        let label = [words::SELECT.of(language), " ", &item.name].concat();
        let tick = move |event| {
            let on = event_target_checked(&event);
            self.ticked.update(|ticked| {
                ticked.retain(|one| *one != key);
                ticked.extend(on.then_some(key));
            });
        };
        view! {
            <li class="row" id=keys::id_of(keys::ROW, id) tabindex="-1" on:focusin=move |_| self.at.set(Some((id, place)))>
                <p class="row-title">
                    <input type="checkbox" aria-label=label on:change=tick
                        prop:checked=move || self.ticked.with(|ticked| ticked.contains(&key)) />
                    " " {title}
                </p>
                {self.notes(item)}
                {self.acts(item)}
                {self.reason_for(&item.id.to_string())}
            </li>
        }
        .into_any()
    }

    /// Who says what, and since when it waits.
    fn notes(self, item: &ModerationItem) -> Vec<AnyView> {
        let language = self.language;
        let name = item.person.as_ref().map(|person| person.name.clone());
        let email = item.email.as_ref().map(|email| email.as_str().to_owned());
        let function = item.person.as_ref().and_then(|person| person.function.clone());
        let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let who: Vec<String> = [said(&name), said(&function), said(&email)]
            .into_iter()
            .flatten()
            .collect();
        let mut notes = Vec::new();
        if item.held {
            notes.push(badge("badge badge-coming", words::HELD.of(language)));
        }
        if let Some(reason) = item.report {
            notes.push(badge("badge", reason.label(language)));
        }
        if let Some(other) = &item.other {
            let said = match item.kind {
                ModerationKind::Duplicate => [merging::MAYBE.of(language), " ", &other.name].concat(),
                _ => [&other.name, " ", sharing::ASKED.of(language)].concat(),
            };
            notes.push(told("p", "row-note", said));
        }
        let places = item.places.iter();
        notes.extend(places.map(|place| badge("badge badge-coming", place.label(language))));
        notes.extend(said(&item.message).map(|message| told("p", "", message)));
        let right = |right: String| told("p", "row-note", [words::RIGHT.of(language), " ", &right].concat());
        notes.extend(said(&item.proposal).map(right));
        if !who.is_empty() {
            let by = [words::BY.of(language), " ", &who.join(" – ")].concat();
            notes.push(told("p", "row-note", by));
        }
        let at = intl::moment(Date::parse(&item.at.to_string()), language);
        notes.push(told("p", "row-note", at));
        notes
    }

    fn acts(self, item: &ModerationItem) -> AnyView {
        if item.kind == ModerationKind::Succession {
            let page = EditorPage::HandOver(item.resource, item.slug.clone()).path();
            let words = succession::TITLE.of(self.language).to_owned();
            return node("div", "tools", vec![linked(&page, "button", words)]);
        }
        let compare = (item.kind == ModerationKind::Duplicate).then(|| self.compare(item));
        let (accept, refuse) = match item.kind {
            ModerationKind::Report => (words::SETTLED, words::UNFOUNDED),
            ModerationKind::NewRecord if item.held => (words::PUBLISH, words::SEND_BACK),
            ModerationKind::NewRecord => (words::SEEN, words::SEND_BACK),
            ModerationKind::Claim => (words::LET_IN, words::REFUSE),
            ModerationKind::Correction => (words::CORRECTED, words::REFUSE),
            ModerationKind::Duplicate => (words::ACCEPT, merging::DIFFERENT),
            ModerationKind::CoLead | ModerationKind::Succession => (words::ACCEPT, words::REFUSE),
        };
        let claims = item.kind == ModerationKind::Claim;
        let role = RwSignal::new(MemberRole::Editor);
        let (one, place) = (target(item), item.id.to_string());
        let name = item.name.clone();
        let button = |class: &'static str, prefix: Option<&str>, act: ModerationAct, words: Text| {
            let place = place.clone();
            let id = prefix.map(|prefix| keys::id_of(prefix, item.id));
            let label = [words.of(self.language), " – ", &name].concat();
            let press = move |_| {
                let role = claims.then(|| role.get_untracked());
                self.begin(act, vec![one], role, &place);
            };
            view! {
                <button type="button" class=class id=id aria-label=label on:click=press>{words.of(self.language)}</button>
            }
            .into_any()
        };
        let accepts = ModerationAct::Accept.fits(item.kind);
        let hide = ModerationAct::Hide.fits(item.kind);
        view! {
            <div class="tools">
                {claims.then(|| self.roles(role))}
                {compare}
                {accepts.then(|| button("button", Some(keys::YES), ModerationAct::Accept, accept))}
                {button("tool", Some(keys::NO), ModerationAct::Refuse, refuse)}
                {hide.then(|| button("tool", None, ModerationAct::Hide, words::HIDE))}
            </div>
        }
        .into_any()
    }

    /// The way to both records, side by side.
    fn compare(self, item: &ModerationItem) -> AnyView {
        let page = EditorPage::Merging(item.resource, item.slug.clone()).path();
        let other = item.other.as_ref().map(|other| other.slug.as_str());
        let href = Address::with_pairs(&page, [(EditorPage::WITH, other.unwrap_or_default())]).href();
        linked(&href, "button", merging::COMPARE.of(self.language).to_owned())
    }

    fn roles(self, role: RwSignal<MemberRole>) -> AnyView {
        let language = self.language;
        let option = |one: &MemberRole| {
            let one = *one;
            view! {
                <option value=one.as_str() prop:selected=move || role.get() == one>{one.label(language)}</option>
            }
            .into_any()
        };
        let choose = move |event| {
            if let Ok(one) = event_target_value(&event).parse() {
                role.set(one);
            }
        };
        view! {
            <select aria-label=words::ROLE.of(language) on:change=choose>
                {MemberRole::ALL.iter().map(option).collect::<Vec<_>>()}
            </select>
        }
        .into_any()
    }
}
