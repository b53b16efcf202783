//! What anybody says of a record, and what becomes of it.

use crate::people::written;
use crate::{Client, Result};
use aect_types::remarks::{Correction, CorrectionDecision, CorrectionInput, ReportInput};
use aect_types::{Page, Uuid};
use serde::Serialize;

impl Client {
    /// Proposes a correction of a record.
    pub async fn propose_correction(&self, input: &CorrectionInput) -> Result<()> {
        self.tell("/api/v1/corrections", input).await
    }

    /// Reports a record.
    pub async fn report(&self, input: &ReportInput) -> Result<()> {
        self.tell("/api/v1/reports", input).await
    }

    /// Corrections that wait for one's decision.
    pub async fn waiting_corrections(&self) -> Result<Page<Correction>> {
        self.json(&self.site.absolute("/api/v1/corrections/waiting"))
            .await
    }

    /// Decides a correction.
    pub async fn decide_correction(&self, id: Uuid, decision: &CorrectionDecision) -> Result<Correction> {
        let address = self.site.absolute(&format!("/api/v1/corrections/{id}"));
        let mut question = self.question("PATCH", &address);
        question.body = Some(written(decision));
        self.answered(question).await
    }

    /// Sends what has no answer but that it came.
    async fn tell(&self, path: &str, body: &impl Serialize) -> Result<()> {
        let address = self.site.absolute(path);
        let mut question = self.question("POST", &address);
        question.body = Some(written(body));
        self.awaited(question).await.map(drop)
    }
}
