//! Connexion, Mon espace, Mon compte, as they are without the application: what they are for, and what they need.

use crate::parts::heading;
use crate::{Sheet, Voice};
use aect_types::site::{MemberPage, PublicPage};
use aect_words::pages::{Text, member as words, shell};
use maud::html;

/// The page; it says nothing of anybody, whoever asks.
pub(crate) fn page(own: MemberPage, voice: impl Voice) -> Sheet {
    let language = voice.language();
    let (title, introduction) = named(own);
    let main = html! {
        (heading(title.of(language)))
        p.lead { (introduction.of(language)) }
        noscript { p.notice { (words::NEEDS_SCRIPT.of(language)) } }
    };
    let mut sheet = Sheet::new(
        &PublicPage::Member(own),
        title.of(language),
        introduction.of(language),
        main,
    );
    sheet.private = true;
    sheet
}

/// Its heading, and what it is for.
const fn named(own: MemberPage) -> (Text, Text) {
    match own {
        MemberPage::SignIn => (words::SIGN_IN, words::SIGN_IN_INTRODUCTION),
        MemberPage::Space => (shell::SPACE, words::SPACE_INTRODUCTION),
        MemberPage::Account => (words::ACCOUNT, words::ACCOUNT_INTRODUCTION),
    }
}
