//! Lists of any kind, as JSON, for what holds of all of them.

use aect_tests::Server;
use aect_types::page::FacetCount;
use aect_types::{Page, Resource, Uuid};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A record of any kind, as far as all are alike.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) id: Uuid,
    pub(crate) slug: String,
}

/// A page of a list; `query` without the question mark.
pub(crate) async fn page(server: &Server, resource: Resource, query: &str) -> Page<Item> {
    server.json(&format!("/api/v1/{resource}?{query}")).await
}

/// The identifiers of a whole list, in its order, a page of `limit` after the other.
pub(crate) async fn walk(server: &Server, resource: Resource, query: &str, limit: u16) -> Vec<Uuid> {
    let mut ids = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = page(server, resource, &format!("{query}&limit={limit}{cursor}")).await;
        assert!(page.items.len() <= usize::from(limit));
        ids.extend(page.items.iter().map(|item| item.id));
        match page.next {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return ids,
        }
    }
}

/// The identifiers of a list, without order.
pub(crate) async fn set(server: &Server, resource: Resource, query: &str) -> BTreeSet<Uuid> {
    let page = page(server, resource, &format!("{query}&limit=200")).await;
    let ids: BTreeSet<Uuid> = page.items.iter().map(|item| item.id).collect();
    assert_eq!(
        page.total,
        u64::try_from(ids.len()).unwrap(),
        "{resource}?{query}"
    );
    ids
}

/// The counts of one facet under a query.
pub(crate) async fn facet(server: &Server, resource: Resource, name: &str, query: &str) -> Vec<FacetCount> {
    let page = page(server, resource, &format!("{query}&facets={name}&limit=1")).await;
    page.facets.unwrap_or_default().remove(name).unwrap_or_default()
}
