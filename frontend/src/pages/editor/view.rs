//! The page of an editor: who sees the record, its fields, and what one can do with it.

use super::record::{Editor, Step};
use super::saving::Why;
use super::{conflict, controls, deletion, duplicates, elsewhere, files, kinds};
use crate::pages::records::rights::may_delete;
use crate::session::Who;
use crate::ui::heading::heading;
use crate::ui::node::{live, told};
use crate::{routes, ui};
use aect_types::site::{self, EditorPage};
use aect_types::{Resource, Visibility};
use aect_words::pages::{Text, editor as words, form as form_words, member, sharing};
use leptos::prelude::*;

/// The page.
pub(super) fn view(editor: Editor) -> AnyView {
    live(move || {
        let step = editor.step.get();
        untrack(|| match step {
            Step::Writing => writing(editor),
            Step::Deleting => deletion::ask(editor),
            Step::Deleted => deletion::done(editor),
        })
    })
}

fn writing(editor: Editor) -> AnyView {
    let language = editor.language;
    let begun_here = editor
        .router()
        .address
        .with_untracked(|address| address.path == EditorPage::New(editor.resource).path());
    let (new, change) = words::titles(editor.resource);
    let title = if begun_here { new } else { change };
    let called = move || {
        let name = editor.said_of(kinds::kind(editor.resource).name)?;
        let name = name.as_str()?.to_owned();
        (!begun_here).then(|| told("p", "lead", name))
    };
    let confirmed = editor.resource == Resource::Collectivities;
    view! {
        {heading(title.of(language).to_owned(), language)}
        {live(called)}
        {live(move || seen_by(editor))}
        {live(move || session_over(editor))}
        {confirmed.then(|| still_true(editor))}
        {live(move || conflict::view(editor))}
        {form(editor)}
        {files::view(editor)}
    }
    .into_any()
}

/// Who sees it.
fn seen_by(editor: Editor) -> AnyView {
    let words = match (editor.id(), editor.visibility()) {
        (None, _) if !kinds::kind(editor.resource).drafts => words::NEW_SHARED_NOTE,
        (None, _) => words::NEW_NOTE,
        (_, Visibility::Draft) => words::DRAFT_NOTE,
        (_, Visibility::Members) => words::MEMBERS_NOTE,
        (_, Visibility::Public) => words::PUBLIC_NOTE,
    };
    told("p", "seen-by", words.of(editor.language))
}

/// That the session is over, and how to go on.
fn session_over(editor: Editor) -> Option<AnyView> {
    let language = editor.language;
    (editor.session().who() != Who::Member).then(|| {
        view! {
            <p class="notice" role="alert">
                {member::SESSION_OVER.of(language)} " "
                <a href=language.place(routes::SIGN_IN) target="_blank">{member::SIGN_IN_BESIDE.of(language)}</a>
            </p>
        }
        .into_any()
    })
}

fn still_true(editor: Editor) -> AnyView {
    view! {
        <div class="still-true">
            <button type="button" class="button" on:click=move |_| editor.save(Why::Confirm)>{words::STILL_TRUE.of(editor.language)}</button>
            <p class="hint">{words::STILL_TRUE_HELP.of(editor.language)}</p>
        </div>
    }
    .into_any()
}

fn form(editor: Editor) -> AnyView {
    let sections = kinds::kind(editor.resource)
        .sections
        .iter()
        .enumerate()
        .map(|(rank, section)| {
            let fields = section.fields.iter().filter_map(|spec| editor.field(spec.id));
            let fields: Vec<AnyView> = fields.map(|field| controls::control(editor, field)).collect();
            let begun = rank == 0 && untrack(|| editor.id()).is_none();
            let beside = begun.then(|| match editor.resource {
                Resource::ThematicGroups => elsewhere::view(editor),
                _ => duplicates::view(editor),
            });
            match section.name {
                None => view! { {fields} {beside} }.into_any(),
                Some(name) => view! {
                    <details class="fold"><summary>{name.of(editor.language)}</summary>{fields}</details>
                }
                .into_any(),
            }
        });
    view! {
        <form class="form form-long" novalidate on:submit=move |event| { event.prevent_default(); editor.save(Why::Said); }>
            {editor.form().summary()}
            {sections.collect::<Vec<_>>()}
            <div class="form-send form-send-last">
                {live(move || buttons(editor))}
                {status(editor)}
            </div>
        </form>
        {live(move || ways_out(editor))}
    }
    .into_any()
}

/// What can be done with it, by who sees it now.
fn buttons(editor: Editor) -> Vec<AnyView> {
    let language = editor.language;
    let show = |words: Text, class: &'static str, visibility: Visibility| {
        let press = move |_| editor.save(Why::Show(visibility));
        view! { <button type="button" class=class on:click=press>{words.of(language)}</button> }.into_any()
    };
    let save = |words: Text, class: &'static str| {
        view! { <button type="submit" class=class>{words.of(language)}</button> }.into_any()
    };
    let (main, side) = ("button button-main", "button");
    match editor.visibility() {
        _ if !kinds::kind(editor.resource).drafts => vec![match editor.id() {
            Some(_) => save(form_words::SAVE, main),
            None => save(words::ADD, main),
        }],
        Visibility::Draft => vec![
            show(words::PUBLISH, main, Visibility::Public),
            show(words::FOR_MEMBERS, side, Visibility::Members),
            save(words::SAVE_DRAFT, side),
        ],
        Visibility::Members => vec![
            save(form_words::SAVE, main),
            show(words::PUBLISH, side, Visibility::Public),
        ],
        Visibility::Public => vec![
            save(form_words::SAVE, main),
            show(words::FOR_MEMBERS, side, Visibility::Members),
        ],
    }
}

/// What is being done, and what was.
fn status(editor: Editor) -> AnyView {
    let language = editor.language;
    let words = move || {
        if editor.sending.get() {
            return Some(form_words::SENDING.of(language).to_owned());
        }
        let unsaved = editor.changed.get() && !editor.is_draft() && editor.id().is_some();
        let unsaved = unsaved.then(|| words::UNSAVED.of(language).to_owned());
        unsaved.or_else(|| editor.said.get())
    };
    view! { <span class="tools-said" role="status">{live(words)}</span> }.into_any()
}

/// Where one can go from here.
fn ways_out(editor: Editor) -> Option<AnyView> {
    let (language, slug) = (editor.language, editor.slug()?);
    let record = site::record(editor.resource, &slug)?;
    let history = EditorPage::History(editor.resource, slug.parse().ok()?).path();
    let sharing = (editor.resource == Resource::Projects)
        .then(|| Some(EditorPage::Sharing(editor.resource, slug.parse().ok()?).path()))
        .flatten()
        .map(|href| ui::node::linked(&href, "tool", sharing::TITLE.of(language).to_owned()));
    let record_now = editor.record.get();
    let deletes = record_now.is_some_and(|record| {
        editor
            .around
            .with_value(|around| may_delete(&around.account, editor.resource, &record))
    });
    let deletes = deletes && editor.resource != Resource::Collectivities;
    let delete = deletes.then(|| {
        view! { <button type="button" class="tool tool-danger" on:click=move |_| editor.turn(Step::Deleting)>{words::DELETE.of(language)}</button> }
    });
    Some(
        view! {
            <div class="tools">
                {ui::node::linked(&record, "tool", words::SEE_RECORD.of(language).to_owned())}
                {ui::node::linked(&history, "tool", words::SEE_HISTORY.of(language).to_owned())}
                {sharing}
                {delete}
            </div>
        }
        .into_any(),
    )
}
