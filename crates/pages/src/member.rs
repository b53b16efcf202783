//! The pages of members as they are without the application: what they are for, and what they need.

use crate::parts::heading;
use crate::{Sheet, Voice};
use aect_types::Resource;
use aect_types::site::{EditorPage, MemberPage, PublicPage};
use aect_words::pages::{
    Text, animation, contacts, editor, member as words, merging, remarks, sharing, shell, succession, team,
};
use maud::html;

/// The page; it says nothing of anybody, whoever asks.
pub(crate) fn page(page: &PublicPage, voice: impl Voice) -> Sheet {
    let language = voice.language();
    let (title, introduction) = named(page);
    let main = html! {
        (heading(title.of(language)))
        p.lead { (introduction.of(language)) }
        noscript { p.notice { (words::NEEDS_SCRIPT.of(language)) } }
    };
    let mut sheet = Sheet::new(page, title.of(language), introduction.of(language), main);
    sheet.private = true;
    sheet
}

/// Its heading, and what it is for.
const fn named(page: &PublicPage) -> (Text, Text) {
    match page {
        PublicPage::Member(MemberPage::Space) => (shell::SPACE, words::SPACE_INTRODUCTION),
        PublicPage::Member(MemberPage::Account) => (words::ACCOUNT, words::ACCOUNT_INTRODUCTION),
        PublicPage::Editor(EditorPage::New(Resource::Projects)) => {
            (editor::NEW_PROJECT, editor::NEW_PROJECT_INTRODUCTION)
        }
        PublicPage::Editor(EditorPage::New(resource)) => {
            (editor::titles(*resource).0, editor::NEW_INTRODUCTION)
        }
        PublicPage::Editor(EditorPage::Record(resource, _)) => {
            (editor::titles(*resource).1, editor::CHANGE_INTRODUCTION)
        }
        PublicPage::Editor(EditorPage::History(..)) => (editor::HISTORY, editor::HISTORY_INTRODUCTION),
        PublicPage::Editor(EditorPage::Team(..)) => (team::TEAM, team::INTRODUCTION),
        PublicPage::Editor(EditorPage::Access(..)) => (animation::ACCESS, animation::ACCESS_INTRODUCTION),
        PublicPage::Editor(EditorPage::Contacts(..)) => (contacts::TITLE, contacts::INTRODUCTION),
        PublicPage::Editor(EditorPage::HandOver(..)) => (succession::TITLE, succession::INTRODUCTION),
        PublicPage::Editor(EditorPage::Merging(..)) => (merging::TITLE, merging::INTRODUCTION),
        PublicPage::Editor(EditorPage::Sharing(..)) => (sharing::TITLE, sharing::INTRODUCTION),
        PublicPage::Editor(EditorPage::Remark(..)) => (remarks::TITLE, remarks::INTRODUCTION),
        PublicPage::Member(MemberPage::Queue) => (animation::QUEUE, animation::QUEUE_INTRODUCTION),
        PublicPage::Member(MemberPage::Users) => (animation::ACCOUNTS, animation::ACCOUNTS_INTRODUCTION),
        PublicPage::Member(MemberPage::Acts) => (animation::ACTS, animation::ACTS_INTRODUCTION),
        PublicPage::Member(MemberPage::Settings) => (animation::SETTINGS, animation::SETTINGS_INTRODUCTION),
        PublicPage::Member(MemberPage::Register) => (animation::REGISTER, animation::REGISTER_INTRODUCTION),
        _ => (words::SIGN_IN, words::SIGN_IN_INTRODUCTION),
    }
}
