//! Writing records, and what happened to them.

use crate::people::written;
use crate::{API, Client, Result};
use aect_types::history::{Merging, Restoration};
use aect_types::{Resource, Uuid};
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Client {
    /// Enters a record; `visibility` may stand among its fields, a draft without.
    pub async fn enter<T: DeserializeOwned>(&self, resource: Resource, record: &impl Serialize) -> Result<T> {
        self.post(&format!("{API}/{resource}"), record).await
    }

    /// Changes the fields that `patch` names (RFC 7396), of the version that was read; none: all of it is still true.
    pub async fn change<T: DeserializeOwned>(
        &self,
        resource: Resource,
        key: &str,
        version: i64,
        patch: &impl Serialize,
    ) -> Result<T> {
        let address = self.site.record(resource, key);
        let mut question = self.question("PATCH", &address);
        question.version = Some(version);
        question.body = Some(written(patch));
        self.answered(question).await
    }

    /// Deletes a record.
    pub async fn remove(&self, resource: Resource, key: &str, version: i64) -> Result<()> {
        let address = self.site.record(resource, key);
        let mut question = self.question("DELETE", &address);
        question.version = Some(version);
        self.awaited(question).await.map(drop)
    }

    /// Brings a deleted record back, or an earlier version.
    pub async fn restore<T: DeserializeOwned>(
        &self,
        resource: Resource,
        key: &str,
        version: i64,
        wanted: Restoration,
    ) -> Result<T> {
        let address = format!("{}/restore", self.site.record(resource, key));
        let mut question = self.question("POST", &address);
        question.version = Some(version);
        question.body = Some(written(&wanted));
        self.answered(question).await
    }

    /// Lets another record take the place of this one; answers that one.
    pub async fn merge<T: DeserializeOwned>(
        &self,
        resource: Resource,
        key: &str,
        version: i64,
        into: Uuid,
    ) -> Result<T> {
        let address = format!("{}/merge", self.site.record(resource, key));
        let mut question = self.question("POST", &address);
        question.version = Some(version);
        question.body = Some(written(&Merging { into }));
        self.answered(question).await
    }

    /// What happened to a record, the last first: [`aect_types::history::Revision`]s.
    pub async fn history<T: DeserializeOwned>(&self, resource: Resource, key: &str) -> Result<T> {
        let address = format!("{}/history", self.site.record(resource, key));
        self.json(&address).await
    }
}
