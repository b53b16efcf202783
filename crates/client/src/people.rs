//! Signing in, one's account and sessions.

use crate::transport::Content;
use crate::{Client, Result};
use aect_types::Page;
use aect_types::Uuid;
use aect_types::contacts::{Contact, ContactConsent};
use aect_types::drafts::Draft;
use aect_types::memberships::{
    HandOver, Invitation, MembershipDecision, MembershipRequest, Team, TeamMember, WaitingMembership,
};
use aect_types::people::{
    AccessToken, Account, AccountInput, Email, RecoveryCodes, SecondFactorCode, SecondFactorSecret, Session,
    SignInCodeUse, SignInLinkRequest, SignInLinkSent, SignInLinkUse, SignInLinkUsed,
};
use aect_types::personal::PersonalData;
use aect_types::ways::{AccountWays, OpenIdBegun, OpenIdRequest, PasswordInput, PasswordSignIn, SignInWays};
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Client {
    /// Has a link sent to an address.
    pub async fn ask_sign_in_link(&self, email: &Email) -> Result<SignInLinkSent> {
        let email = email.clone();
        self.post("/api/v1/sign-in/links", &SignInLinkRequest { email })
            .await
    }

    /// Uses a link.
    pub async fn use_sign_in_link(&self, using: &SignInLinkUse) -> Result<SignInLinkUsed> {
        self.post("/api/v1/sign-in/links/use", using).await
    }

    /// Uses the code that a link gave in another browser.
    pub async fn use_sign_in_code(&self, using: &SignInCodeUse) -> Result<AccessToken> {
        self.post("/api/v1/sign-in/codes/use", using).await
    }

    /// What leads in besides the link.
    pub async fn sign_in_ways(&self) -> Result<SignInWays> {
        self.json(&self.site.absolute("/api/v1/sign-in/ways")).await
    }

    /// Signs in by a password.
    pub async fn sign_in_by_password(&self, using: &PasswordSignIn) -> Result<AccessToken> {
        self.post("/api/v1/sign-in/password", using).await
    }

    /// Begins to sign in by another site.
    pub async fn begin_openid(&self, request: &OpenIdRequest) -> Result<OpenIdBegun> {
        self.post("/api/v1/sign-in/openid", request).await
    }

    /// The next access token, by the cookie of the session; the calls of this client and its clones bear it from now on.
    pub async fn refresh_session(&self) -> Result<AccessToken> {
        let address = self.site.absolute("/api/v1/session/refresh");
        let mut question = self.question("POST", &address);
        // The cookie says who asks; the present token may have had its time.
        question.token = None;
        let token: AccessToken = self.answered(question).await?;
        self.call_as(Some(token.access_token.clone()));
        Ok(token)
    }

    /// Ends the session.
    pub async fn sign_out(&self) -> Result<()> {
        self.delete("/api/v1/session").await
    }

    /// One's own account.
    pub async fn account(&self) -> Result<Account> {
        self.json(&self.site.absolute("/api/v1/account")).await
    }

    /// Says something else of oneself; `version` is that of the account that was read.
    pub async fn describe_account(&self, version: i64, input: &AccountInput) -> Result<Account> {
        let address = self.site.absolute("/api/v1/account");
        let mut question = self.question("PATCH", &address);
        question.version = Some(version);
        question.body = Some(written(input));
        self.answered(question).await
    }

    /// What leads in to one's account besides the link.
    pub async fn account_ways(&self) -> Result<AccountWays> {
        self.json(&self.site.absolute("/api/v1/account/ways")).await
    }

    /// Sets, changes or takes away one's password.
    pub async fn set_password(&self, input: &PasswordInput) -> Result<()> {
        let address = self.site.absolute("/api/v1/account/password");
        let mut question = self.question("PUT", &address);
        question.body = Some(written(input));
        self.awaited(question).await.map(drop)
    }

    /// Begins to link one's account with another site.
    pub async fn link_openid(&self) -> Result<OpenIdBegun> {
        let address = self.site.absolute("/api/v1/account/openid");
        self.answered(self.question("POST", &address)).await
    }

    /// Unlinks it.
    pub async fn unlink_openid(&self) -> Result<()> {
        self.delete("/api/v1/account/openid").await
    }

    /// The drafts that one may write.
    pub async fn drafts(&self) -> Result<Page<Draft>> {
        self.json(&self.site.absolute("/api/v1/account/drafts")).await
    }

    /// Everything that is kept of oneself, as JSON.
    pub async fn personal_data(&self) -> Result<PersonalData> {
        self.json(&self.site.absolute("/api/v1/account/data")).await
    }

    /// Has oneself forgotten.
    pub async fn erase_account(&self) -> Result<()> {
        self.delete("/api/v1/account").await
    }

    /// The sessions of one's account that have not ended.
    pub async fn sessions(&self) -> Result<Page<Session>> {
        self.json(&self.site.absolute("/api/v1/sessions")).await
    }

    /// Ends one of them.
    pub async fn end_session(&self, id: Uuid) -> Result<()> {
        self.delete(&format!("/api/v1/sessions/{id}")).await
    }

    /// Ends all of them but this one.
    pub async fn end_other_sessions(&self) -> Result<()> {
        self.delete("/api/v1/sessions").await
    }

    /// Begins a second factor.
    pub async fn begin_second_factor(&self) -> Result<SecondFactorSecret> {
        let address = self.site.absolute("/api/v1/account/second-factor");
        self.answered(self.question("POST", &address)).await
    }

    /// Makes it one by its first code.
    pub async fn confirm_second_factor(&self, code: &SecondFactorCode) -> Result<RecoveryCodes> {
        self.post("/api/v1/account/second-factor/confirm", code).await
    }

    /// Shows it in this session.
    pub async fn show_second_factor(&self, code: &SecondFactorCode) -> Result<()> {
        let address = self.site.absolute("/api/v1/session/second-factor");
        let mut question = self.question("POST", &address);
        question.body = Some(written(code));
        self.awaited(question).await.map(drop)
    }

    /// Takes it away.
    pub async fn remove_second_factor(&self) -> Result<()> {
        self.delete("/api/v1/account/second-factor").await
    }

    /// Gets new recovery codes.
    pub async fn renew_recovery_codes(&self) -> Result<RecoveryCodes> {
        let address = self.site.absolute("/api/v1/account/recovery-codes");
        self.answered(self.question("POST", &address)).await
    }

    /// Those of a collectivity or an actor who let the caller see something of them.
    pub async fn contacts(&self, record: Uuid) -> Result<Page<Contact>> {
        let address = format!("/api/v1/contacts?record={record}");
        self.json(&self.site.absolute(&address)).await
    }

    /// What one lets others see of oneself.
    pub async fn contact_consent(&self) -> Result<ContactConsent> {
        self.json(&self.site.absolute("/api/v1/account/contact")).await
    }

    /// Says it, or takes it back.
    pub async fn set_contact_consent(&self, consent: &ContactConsent) -> Result<()> {
        let address = self.site.absolute("/api/v1/account/contact");
        let mut question = self.question("PUT", &address);
        question.body = Some(written(consent));
        self.awaited(question).await.map(drop)
    }

    /// The team of a collectivity or an actor.
    pub async fn team(&self, record: Uuid) -> Result<Team> {
        self.json(
            &self
                .site
                .absolute(&format!("/api/v1/memberships?record={record}")),
        )
        .await
    }

    /// What whoever takes over a record finds.
    pub async fn hand_over(&self, record: Uuid) -> Result<HandOver> {
        let address = format!("/api/v1/memberships/hand-over?record={record}");
        self.json(&self.site.absolute(&address)).await
    }

    /// Requests that wait for one's decision.
    pub async fn waiting_memberships(&self) -> Result<Page<WaitingMembership>> {
        self.json(&self.site.absolute("/api/v1/memberships/waiting"))
            .await
    }

    /// Asks to belong.
    pub async fn ask_membership(&self, request: &MembershipRequest) -> Result<TeamMember> {
        self.post("/api/v1/memberships", request).await
    }

    /// Decides a membership.
    pub async fn decide_membership(&self, id: Uuid, decision: &MembershipDecision) -> Result<TeamMember> {
        let address = self.site.absolute(&format!("/api/v1/memberships/{id}"));
        let mut question = self.question("PATCH", &address);
        question.body = Some(written(decision));
        self.answered(question).await
    }

    /// Invites somebody.
    pub async fn invite(&self, invitation: &Invitation) -> Result<TeamMember> {
        self.post("/api/v1/invitations", invitation).await
    }

    pub(crate) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T> {
        let address = self.site.absolute(path);
        let mut question = self.question("POST", &address);
        question.body = Some(written(body));
        self.answered(question).await
    }

    async fn delete(&self, path: &str) -> Result<()> {
        let address = self.site.absolute(path);
        self.awaited(self.question("DELETE", &address)).await.map(drop)
    }
}

/// A body; the types of the contract always have one.
pub(crate) fn written(body: &impl Serialize) -> Content {
    Content::Json(serde_json::to_string(body).unwrap_or_default())
}
