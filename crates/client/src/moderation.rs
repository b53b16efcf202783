//! What those do who run the platform.

use crate::people::written;
use crate::{Client, Result};
use aect_types::audit::Act;
use aect_types::mail::{MailStatus, MailTrial};
use aect_types::memberships::{MembershipDomain, VisitCode, VisitCodeMade, VisitCodeRequest};
use aect_types::moderation::{Moderation, ModerationDecision, ModerationResults, ModerationUndo, Settings};
use aect_types::platform::{Platform, PlatformInput};
use aect_types::register::Register;
use aect_types::users::{UserChange, UserSummary};
use aect_types::{Page, Uuid};

impl Client {
    /// What waits for animators.
    pub async fn moderation(&self) -> Result<Moderation> {
        self.json(&self.site.absolute("/api/v1/moderation")).await
    }

    /// Does something with some of it.
    pub async fn moderate(&self, decision: &ModerationDecision) -> Result<ModerationResults> {
        self.post("/api/v1/moderation/decisions", decision).await
    }

    /// Undoes what was done.
    pub async fn undo_moderation(&self, undo: &ModerationUndo) -> Result<ModerationResults> {
        self.post("/api/v1/moderation/undo", undo).await
    }

    /// The settings of the platform.
    pub async fn settings(&self) -> Result<Settings> {
        self.json(&self.site.absolute("/api/v1/settings")).await
    }

    /// Changes them.
    pub async fn set_settings(&self, settings: &Settings) -> Result<Settings> {
        let address = self.site.absolute("/api/v1/settings");
        let mut question = self.question("PATCH", &address);
        question.body = Some(written(settings));
        self.answered(question).await
    }

    /// How the platform presents itself.
    pub async fn platform(&self) -> Result<Platform> {
        self.json(&self.site.absolute("/api/v1/platform")).await
    }

    /// Sets it, of the version that was read.
    pub async fn set_platform(&self, version: i64, input: &PlatformInput) -> Result<Platform> {
        let address = self.site.absolute("/api/v1/platform");
        let mut question = self.question("PATCH", &address);
        question.version = Some(version);
        question.body = Some(written(input));
        self.answered(question).await
    }

    /// The register of processing activities.
    pub async fn register(&self) -> Result<Register> {
        self.json(&self.site.absolute("/api/v1/register")).await
    }

    /// How mail leaves and fares.
    pub async fn mail(&self) -> Result<MailStatus> {
        self.json(&self.site.absolute("/api/v1/mail")).await
    }

    /// Has a mail sent to oneself.
    pub async fn try_mail(&self) -> Result<MailTrial> {
        let address = self.site.absolute("/api/v1/mail/trials");
        self.answered(self.question("POST", &address)).await
    }

    /// What has become of it, once it was tried.
    pub async fn mail_trial(&self, id: Uuid) -> Result<MailTrial> {
        self.json(&self.site.absolute(&format!("/api/v1/mail/trials/{id}")))
            .await
    }

    /// Acts of authority; `question` narrows them, written as in an address (`act=role&cursor=…`).
    pub async fn acts(&self, question: &str) -> Result<Page<Act>> {
        self.json(&self.site.absolute(&format!("/api/v1/audit?{question}")))
            .await
    }

    /// Accounts; `question` narrows them, written as in an address (`q=durand&role=member`).
    pub async fn users(&self, question: &str) -> Result<Page<UserSummary>> {
        self.json(&self.site.absolute(&format!("/api/v1/users?{question}")))
            .await
    }

    /// Changes an account, of the version that was read.
    pub async fn change_user(&self, id: Uuid, version: i64, change: &UserChange) -> Result<UserSummary> {
        let address = self.site.absolute(&format!("/api/v1/users/{id}"));
        let mut question = self.question("PATCH", &address);
        question.version = Some(version);
        question.body = Some(written(change));
        self.answered(question).await
    }

    /// Makes a code to leave at a visit.
    pub async fn make_visit_code(&self, request: &VisitCodeRequest) -> Result<VisitCode> {
        self.post("/api/v1/visit-codes", request).await
    }

    /// The codes that were made for a record.
    pub async fn visit_codes(&self, record: Uuid) -> Result<Page<VisitCodeMade>> {
        self.json(
            &self
                .site
                .absolute(&format!("/api/v1/visit-codes?record={record}")),
        )
        .await
    }

    /// Lets a domain of e-mail stand for a record.
    pub async fn attach_domain(&self, domain: &str, record: Uuid) -> Result<()> {
        let address = self.domain(domain);
        let mut question = self.question("PUT", &address);
        question.body = Some(written(&MembershipDomain { record }));
        self.awaited(question).await.map(drop)
    }

    /// Lets a domain stand for nobody.
    pub async fn detach_domain(&self, domain: &str) -> Result<()> {
        let address = self.domain(domain);
        self.awaited(self.question("DELETE", &address)).await.map(drop)
    }

    fn domain(&self, domain: &str) -> String {
        self.site
            .absolute(&format!("/api/v1/membership-domains/{domain}"))
    }
}
