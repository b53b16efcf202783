//! Header, navigation, footer: what stays around every page.

use crate::intl::Browser;
use crate::router::use_router;
use crate::session::use_session;
use crate::ui::node::live;
use crate::ui::offline::Notices;
use crate::ui::sheet::written;
use aect_pages::frame;
use aect_words::Language;
use leptos::prelude::*;

/// The page between its header and its footer.
pub(crate) fn shell(language: Language, page: fn() -> AnyView) -> AnyView {
    let router = use_router();
    let path = Memo::new(move |_| router.address.with(|address| address.path.clone()));
    let session = use_session();
    let header = move || {
        let member = session.name();
        path.with(|path| written(frame::header(path, member.as_deref(), Browser(language))))
    };
    view! {
        {live(header)}
        <main class="wrap" id="contenu" tabindex="-1">{page()}</main>
        {written(frame::footer(Browser(language)))}
        {expect_context::<Notices>().view(language)}
    }
    .into_any()
}
