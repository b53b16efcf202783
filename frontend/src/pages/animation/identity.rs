//! What the platform says of itself, for admins.

use crate::session::use_session;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::told;
use aect_client::Client;
use aect_types::platform::{Platform, PlatformInput};
use aect_words::Language;
use aect_words::pages::animation as words;
use leptos::prelude::*;

/// Its form.
pub(super) fn section(platform: Platform, language: Language) -> AnyView {
    let form = Form::new(language);
    let version = RwSignal::new(platform.version);
    let set = platform.input();
    let fields = [
        ("name_fr", words::NAME_FR, set.name_fr),
        ("name_en", words::NAME_EN, set.name_en),
        ("long_name_fr", words::LONG_NAME_FR, set.long_name_fr),
        ("long_name_en", words::LONG_NAME_EN, set.long_name_en),
        ("introduction_fr", words::INTRODUCTION_FR, set.introduction_fr),
        ("introduction_en", words::INTRODUCTION_EN, set.introduction_en),
        ("about_fr", words::ABOUT_FR, set.about_fr),
        ("about_en", words::ABOUT_EN, set.about_en),
        ("colour_light", words::COLOUR_LIGHT, set.colour_light),
        ("colour_dark", words::COLOUR_DARK, set.colour_dark),
    ]
    .map(|(id, label, said)| Field {
        id,
        label,
        help: id.starts_with("colour").then_some(words::COLOUR_HELP),
        value: RwSignal::new(said.unwrap_or_default()),
    });
    let shown = |(rank, field): (usize, Field)| match rank {
        0..4 | 8.. => form.line(field, "text", "off"),
        _ => form.area(field),
    };
    let shown = fields.into_iter().enumerate().map(shown).collect();
    let (session, client) = (use_session(), expect_context::<Client>());
    let send = move || {
        // A sentence is one line, however it was typed.
        let [
            name_fr,
            name_en,
            long_name_fr,
            long_name_en,
            introduction_fr,
            introduction_en,
            about_fr,
            about_en,
            colour_light,
            colour_dark,
        ] = fields.map(|field| Some(field.value.get_untracked().replace('\n', " ")));
        let wanted = PlatformInput {
            name_fr,
            name_en,
            long_name_fr,
            long_name_en,
            introduction_fr,
            introduction_en,
            about_fr,
            about_en,
            colour_light,
            colour_dark,
        };
        let client = client.clone();
        form.send(async move {
            match client.set_platform(version.get_untracked(), &wanted).await {
                Ok(now) => {
                    version.set(now.version);
                    form.say(words::IDENTITY_SAVED);
                }
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) if error.status() == Some(412) => {
                    form.refuse(vec![Fault::of("", words::IDENTITY_STALE.of(language))]);
                }
                Err(error) => form.refuse(Fault::told(&error, language)),
            }
        });
    };
    view! {
        <section class="aside">
            {told("h2", "", words::IDENTITY.of(language))}
            {told("p", "", words::IDENTITY_INTRODUCTION.of(language))}
            {form.view(shown, words::SAVE, send)}
        </section>
    }
    .into_any()
}
