//! Whether somebody whose mandate has ended still is in office.

use crate::routes;
use crate::session::use_session;
use crate::ui::form::{Fault, Form};
use crate::ui::node::{linked, live, told};
use aect_client::Client;
use aect_types::PartialDate;
use aect_types::people::{Account, AccountInput, MembershipState};
use aect_types::site::EditorPage;
use aect_words::Language;
use aect_words::pages::succession as words;
use js_sys::Date;
use leptos::prelude::*;

/// Years of a mandate (code électoral, art. L. 227, L. 192 and L. 336).
const TERM: i32 = 6;

/// The question, where the mandate has ended and the person belongs to something.
pub(super) fn section(account: &Account, language: Language) -> Option<AnyView> {
    let end = account.mandate_end.filter(|end| is_over(*end))?;
    let first = account
        .memberships
        .iter()
        .find(|one| one.state == MembershipState::Accepted)?;
    let team = EditorPage::Team(first.resource, first.slug.clone()).path();
    let until = end.year() + TERM;
    let (form, answered) = (Form::new(language), RwSignal::new(false));
    let (client, session): (Client, _) = (expect_context(), use_session());
    let input = AccountInput {
        name: account.name.clone(),
        function: account.function.clone(),
        standing: account.standing,
        mandate_end: Some(PartialDate::Year(until)),
        language: account.language.clone(),
    };
    let version = account.version;
    let still = move |_| {
        let (client, input) = (client.clone(), input.clone());
        form.send(async move {
            match client.describe_account(version, &input).await {
                Ok(_) => {
                    answered.set(true);
                    form.say(words::STILL_DONE);
                }
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => form.refuse(Fault::told(&error, language)),
            }
        });
    };
    let ask = move || {
        let still = still.clone();
        (!answered.get()).then(|| {
            view! {
                {told("p", "", words::MANDATE_DETAIL.of(language))}
                <div class="tools">
                    <button type="button" class="button button-main" on:click=still>{words::STILL.of(language)} " " {until}</button>
                    {linked(routes::ACCOUNT, "button", words::OTHER_DATE.of(language).to_owned())}
                    {linked(&team, "tool", words::NOT_ANY_MORE.of(language).to_owned())}
                </div>
            }
            .into_any()
        })
    };
    Some(
        view! {
            <section class="aside">
                <h2>{words::MANDATE_ENDED.of(language)}</h2>
                {form.summary()}
                <p class="said">{form.status()}</p>
                {live(ask)}
            </section>
        }
        .into_any(),
    )
}

/// Whether the last day of a date is over, by the clock of the browser.
fn is_over(date: PartialDate) -> bool {
    let today = String::from(Date::new_0().to_iso_string());
    date.last_day().to_string().as_str() < today.get(..10).unwrap_or_default()
}
