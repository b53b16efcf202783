//! The parts of the application that are fetched when a page first needs them: what is here by name is cut out of the
//! module by `cargo xtask`, with all that only it uses.

#![allow(
    unsafe_code,
    reason = "the macro's: how the parts of one module call each other"
)]
#![allow(
    clippy::unnecessary_wraps,
    reason = "the error is that of the fetch, which the macro puts in"
)]

use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::pages;
use crate::session::Session;
use crate::ui::sheet::Api;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_pages::{Asked, Sheet};
use aect_types::people::Account;
use aect_types::site::{EditorPage, LIBRARY, MemberPage, OWN_LISTS, PublicPage};
use aect_types::{Resource, Slug};
use aect_words::Language;
use futures_util::future::{FutureExt as _, LocalBoxFuture};
use leptos::prelude::*;
use maud::Markup;
use std::sync::{Arc, Mutex, PoisonError};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// A part could not be fetched: a matter of the network, as with any answer.
pub(crate) struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl From<NotLoaded> for Error {
    fn from(_: NotLoaded) -> Self {
        Self::Network("a part of the application".to_owned())
    }
}

#[wasm_split(map, fallible)]
fn map(language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::map::page(language))
}

/// The lists that have more than facets and orders: Annuaire and Agenda.
#[wasm_split(lists, fallible)]
fn lists(resource: Resource, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(match resource {
        Resource::Events => pages::agenda::page(language),
        _ => pages::collectivities::list::page(language),
    })
}

/// The lists that need nothing but these.
#[wasm_split(shelves, fallible)]
fn shelves(resource: Resource, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::lists::page(resource, language))
}

/// The pages by which one signs in, and one's own.
#[wasm_split(member, fallible)]
fn member(page: MemberPage, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::member::page(page, language))
}

/// Who of a record's people can be reached.
#[wasm_split(member, fallible)]
fn contacts(resource: Resource, slug: Slug, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::member::contacts::page(resource, &slug, language))
}

/// What anybody says of a record.
#[wasm_split(member, fallible)]
fn remark(resource: Resource, slug: Slug, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::member::remark::page(resource, &slug, language))
}

/// The pages of whoever runs the platform.
#[wasm_split(animation, fallible)]
fn animation(page: MemberPage, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::animation::page(page, language))
}

/// How people come to keep a record.
#[wasm_split(animation, fallible)]
fn access(resource: Resource, slug: Slug, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::animation::access::page(resource, &slug, language))
}

/// The pages of those who keep a record, beside those on which it is written: with those of how people come to keep it, since
/// a part more costs every other one some kilobytes.
#[wasm_split(animation, fallible)]
fn keepers(page: EditorPage, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::editor::keepers(page, language))
}

/// The pages on which records are written.
#[wasm_split(editor, fallible)]
fn editor(page: EditorPage, language: Language) -> Result<AnyView, NotLoaded> {
    Ok(pages::editor::page(page, language))
}

/// Goes on with the session of an earlier visit.
#[wasm_split(member, fallible)]
pub(crate) fn resume(session: Session, client: Client) -> Result<(), NotLoaded> {
    leptos::task::spawn_local(pages::member::keeping::resume(session, client));
    Ok(())
}

/// What stands above a record for those who may write it.
#[wasm_split(records, fallible)]
fn above_record(
    client: Client,
    resource: Resource,
    slug: Slug,
    language: Language,
) -> Result<LocalBoxFuture<'static, Option<Markup>>, NotLoaded> {
    Ok(pages::records::above(client, resource, slug, language).boxed_local())
}

/// What one writes for, on Mon espace.
#[wasm_split(records, fallible)]
fn records(account: Account, language: Language) -> Result<Option<AnyView>, NotLoaded> {
    Ok(pages::records::section(&account, language))
}

/// What stands above a page for the member who reads it.
pub(crate) async fn above(page: &PublicPage, client: Client, language: Language) -> Option<Markup> {
    match page {
        PublicPage::Record(resource, slug) if *resource != Resource::Countries => {
            above_record(client, *resource, slug.clone(), language)
                .await
                .ok()?
                .await
        }
        _ => None,
    }
}

/// Writes a page that is shown as it is ([`aect_pages::told`]).
#[wasm_split(told, fallible)]
fn told(
    page: PublicPage,
    asked: Asked,
    client: Client,
    language: Language,
) -> Result<LocalBoxFuture<'static, Result<Sheet, Error>>, NotLoaded> {
    let written = async move { aect_pages::told(&page, &asked, &Api(client), Browser(language)).await };
    Ok(written.boxed_local())
}

/// Writes the page of a record of most kinds ([`aect_pages::library`]).
#[wasm_split(library, fallible)]
fn library(
    resource: Resource,
    slug: Slug,
    client: Client,
    language: Language,
) -> Result<LocalBoxFuture<'static, Result<Sheet, Error>>, NotLoaded> {
    let written = async move {
        let (api, slug) = (Api(client), slug.as_str());
        Box::pin(aect_pages::library(resource, slug, &api, Browser(language))).await
    };
    Ok(written.boxed_local())
}

/// Writes a page that is shown as it is.
pub(crate) async fn written(
    page: PublicPage,
    asked: Asked,
    client: Client,
    language: Language,
) -> Result<Sheet, Error> {
    match page {
        PublicPage::Record(resource, slug) if LIBRARY.contains(&resource) => {
            library(resource, slug, client, language).await?.await
        }
        page => told(page, asked, client, language).await?.await,
    }
}

/// A page that reacts, once its part is here.
pub(crate) fn reacting(page: PublicPage, language: Language) -> AnyView {
    let loaded: Loaded<View> = data::load_apart(move |_| {
        let page = page.clone();
        async move {
            Ok(View::of(match page {
                PublicPage::Map => map(language).await?,
                PublicPage::List(resource) if OWN_LISTS.contains(&resource) => {
                    lists(resource, language).await?
                }
                PublicPage::List(resource) => shelves(resource, language).await?,
                PublicPage::Member(own) if MemberPage::ANIMATION.contains(&own) => {
                    animation(own, language).await?
                }
                PublicPage::Member(own) => member(own, language).await?,
                PublicPage::Editor(EditorPage::Contacts(of, slug)) => contacts(of, slug, language).await?,
                PublicPage::Editor(EditorPage::Remark(of, slug)) => remark(of, slug, language).await?,
                PublicPage::Editor(EditorPage::Access(of, slug)) => access(of, slug, language).await?,
                PublicPage::Editor(
                    keeping @ (EditorPage::Team(..) | EditorPage::HandOver(..) | EditorPage::Sharing(..)),
                ) => keepers(keeping, language).await?,
                PublicPage::Editor(editing) => editor(editing, language).await?,
                _ => states::lost(language),
            }))
        }
    });
    states::record_page(loaded, |view: View| view.take())
}

/// A part of a page, once its part of the module is here; nothing where that cannot be had.
pub(crate) fn records_of(account: Account, language: Language) -> AnyView {
    let loaded: Loaded<View> = data::load_apart(move |_| {
        let account = account.clone();
        async move { Ok(View::of(records(account, language).await?.into_any())) }
    });
    states::part(loaded, View::take)
}

/// A view on its way from the part that made it to its place, which takes it once.
#[derive(Clone)]
struct View(Arc<Mutex<Option<AnyView>>>);

impl View {
    fn of(view: AnyView) -> Self {
        Self(Arc::new(Mutex::new(Some(view))))
    }

    fn take(&self) -> AnyView {
        let view = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        view.into_any()
    }
}
