//! Projects that several collectivities lead.

use crate::people::written;
use crate::{Client, Result};
use aect_types::co_leads::{CoLead, CoLeadDecision, CoLeadRequest};
use aect_types::{Page, Uuid};

impl Client {
    /// What was asked for a project.
    pub async fn co_leads(&self, project: Uuid) -> Result<Page<CoLead>> {
        let address = format!("/api/v1/co-leads?project={project}");
        self.json(&self.site.absolute(&address)).await
    }

    /// Requests that wait for one's answer.
    pub async fn waiting_co_leads(&self) -> Result<Page<CoLead>> {
        self.json(&self.site.absolute("/api/v1/co-leads/waiting")).await
    }

    /// Asks a collectivity to lead a project with its lead.
    pub async fn ask_co_lead(&self, request: &CoLeadRequest) -> Result<CoLead> {
        self.post("/api/v1/co-leads", request).await
    }

    /// Decides a request.
    pub async fn decide_co_lead(&self, id: Uuid, decision: &CoLeadDecision) -> Result<CoLead> {
        let address = self.site.absolute(&format!("/api/v1/co-leads/{id}"));
        let mut question = self.question("PATCH", &address);
        question.body = Some(written(decision));
        self.answered(question).await
    }
}
