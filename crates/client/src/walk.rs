//! A list from its first page to its last.

use crate::{Client, Result};
use aect_types::query::ListQuery;
use aect_types::{Page, Record};
use std::marker::PhantomData;

/// The pages of a list, asked for one by one.
#[derive(Debug)]
pub struct Walk<'a, R> {
    client: &'a Client,
    /// The question of the next page; none behind the last one.
    query: Option<ListQuery>,
    record: PhantomData<fn() -> R>,
}

impl<'a, R: Record> Walk<'a, R> {
    pub(crate) const fn new(client: &'a Client, query: ListQuery) -> Self {
        Self {
            client,
            query: Some(query),
            record: PhantomData,
        }
    }

    /// The next page; none behind the last one. After an error, the same page is asked for again.
    pub async fn next_page(&mut self) -> Result<Option<Page<R::Summary>>> {
        let Some(query) = &mut self.query else {
            return Ok(None);
        };
        let page = self.client.list::<R>(query).await?;
        // Facets are those of the whole list: once is enough.
        query.facets.clear();
        query.cursor.clone_from(&page.next);
        if page.next.is_none() {
            self.query = None;
        }
        Ok(Some(page))
    }

    /// Everything that is left of the list.
    pub async fn collect(mut self) -> Result<Vec<R::Summary>> {
        let mut items = Vec::new();
        while let Some(page) = self.next_page().await? {
            items.extend(page.items);
        }
        Ok(items)
    }
}
