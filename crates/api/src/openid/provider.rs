//! The other site: where people are led, and what it tells of them (OpenID Connect Core 1.0, authorisation code with PKCE).
//!
//! Its addresses and keys are its own to say (Discovery 1.0): asked for when they are first needed, and again after an hour
//! or when a token is signed by a key that is not known.

use super::Failure;
use crate::auth::secrets;
use crate::config::{OpenIdConfig, is_here};
use anyhow::{Context as _, ensure};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreGenderClaim, CoreIdToken,
    CoreIdTokenClaims, CoreProviderMetadata,
};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _, http,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long what the site says of itself is believed.
const BELIEVED: Duration = Duration::from_hours(1);
/// How long one of its answers may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest of its answers that is read, in bytes.
const ANSWER_MAX: usize = 1024 * 1024;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The other site.
pub(crate) struct Provider {
    config: OpenIdConfig,
    issuer: IssuerUrl,
    back: RedirectUrl,
    http: reqwest::Client,
    known: Mutex<Option<(Instant, Arc<CoreProviderMetadata>)>>,
}

/// Where somebody is led, and what is remembered of it.
pub(super) struct Led {
    pub(super) url: String,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

/// What the site tells of somebody.
pub(super) struct Told {
    /// Its name for them, which never changes.
    pub(super) subject: String,
    /// Everything else, by the names that it uses.
    pub(super) claims: Map<String, Value>,
}

/// Claims of any name.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Any(#[serde(default)] Map<String, Value>);

impl AdditionalClaims for Any {}

impl Provider {
    /// The one that is configured; `back` is where it leads people back to.
    pub(crate) fn new(config: &OpenIdConfig, back: String) -> anyhow::Result<Option<Self>> {
        let Some(url) = config.issuer()? else {
            return Ok(None);
        };
        let mut http = reqwest::Client::builder()
            .timeout(PATIENCE)
            // It says where it is; a redirection could lead to inside this network.
            .redirect(reqwest::redirect::Policy::none());
        if is_here(&url) {
            http = http.no_proxy();
        }
        let issuer = config.openid_issuer.clone().unwrap_or_default();
        Ok(Some(Self {
            config: config.clone(),
            issuer: IssuerUrl::new(issuer)?,
            back: RedirectUrl::new(back)?,
            http: http.build()?,
            known: Mutex::new(None),
        }))
    }

    pub(super) fn config(&self) -> &OpenIdConfig {
        &self.config
    }

    /// What people call it.
    pub(crate) fn name(&self) -> &str {
        &self.config.openid_name
    }

    /// What the site calls itself.
    pub(crate) fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    /// Where to lead somebody.
    pub(super) async fn lead(&self) -> Result<Led, Failure> {
        let client = self.client(&*self.metadata().await?);
        let state = CsrfToken::new(secrets::word()?);
        let nonce = Nonce::new(secrets::word()?);
        let (given_state, given_nonce) = (state.clone(), nonce.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let scopes = self
            .config
            .openid_scopes
            .iter()
            .filter(|scope| *scope != "openid");
        let mut question = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || given_state,
                move || given_nonce,
            )
            .add_scopes(scopes.cloned().map(Scope::new))
            .set_pkce_challenge(challenge);
        for value in &self.config.openid_acr_values {
            question = question.add_auth_context_value(AuthenticationContextClass::new(value.clone()));
        }
        let (url, ..) = question.url();
        Ok(Led {
            url: url.into(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    /// What the site tells for the code that somebody has come back with.
    pub(super) async fn told(&self, code: String, nonce: &str, verifier: String) -> Result<Told, Failure> {
        let ask = |request| self.ask(request);
        let mut client = self.client(&*self.metadata().await?);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(Failure::trouble)?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&ask)
            .await
            .map_err(Failure::trouble)?;
        let token = tokens.id_token().ok_or(Failure::NotVouched)?;
        let nonce = Nonce::new(nonce.to_owned());
        let claims = match verified(&client, token, &nonce) {
            // It may sign with a new key since.
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                client = self.client(&*self.discovered().await?);
                verified(&client, token, &nonce)
            }
            other => other,
        };
        let claims = claims.map_err(|error| {
            tracing::warn!(%error, "a token of the sign-in site is not good");
            Failure::NotVouched
        })?;
        Ok(Told {
            subject: claims.subject().as_str().to_owned(),
            claims: self.claims(&client, claims, tokens.access_token()).await?,
        })
    }

    /// What it says at its address for that, as JSON or as a signed JWT; without one, what the token says.
    async fn claims(
        &self,
        client: &Client,
        claims: &CoreIdTokenClaims,
        token: &AccessToken,
    ) -> Result<Map<String, Value>, Failure> {
        let ask = |request| self.ask(request);
        let subject = Some(claims.subject().clone());
        let said = match client.user_info(token.clone(), subject) {
            Err(_) => serde_json::to_value(claims),
            Ok(question) => {
                let answer = question
                    .request_async::<Any, _, CoreGenderClaim>(&ask)
                    .await
                    .map_err(Failure::trouble)?;
                serde_json::to_value(answer)
            }
        };
        match said.map_err(Failure::trouble)? {
            Value::Object(claims) => Ok(claims),
            _ => Err(Failure::NotVouched),
        }
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let word = |word: &Option<String>| word.clone().unwrap_or_default();
        let secret = self.config.openid_client_secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.reveal().to_owned()));
        let basic = metadata
            .token_endpoint_auth_methods_supported()
            .is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
        CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new(word(&self.config.openid_client_id)),
            secret,
        )
        .set_redirect_uri(self.back.clone())
        .set_auth_type(if basic {
            AuthType::BasicAuth
        } else {
            AuthType::RequestBody
        })
    }

    /// What the site says of itself, as far as it is believed.
    async fn metadata(&self) -> Result<Arc<CoreProviderMetadata>, Failure> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match known {
            Some((at, metadata)) if at.elapsed() < BELIEVED => Ok(metadata),
            _ => self.discovered().await,
        }
    }

    /// What the site says of itself now.
    async fn discovered(&self) -> Result<Arc<CoreProviderMetadata>, Failure> {
        let ask = |request| self.ask(request);
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask)
            .await
            .map_err(Failure::trouble)?;
        let metadata = Arc::new(metadata);
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), Arc::clone(&metadata)));
        Ok(metadata)
    }

    /// One question to it.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        self.answered(request).await.map_err(Unanswered)
    }

    async fn answered(&self, request: HttpRequest) -> anyhow::Result<HttpResponse> {
        let request: reqwest::Request = request.try_into()?;
        ensure!(
            request.url().scheme() == "https" || is_here(request.url()),
            "it names an address that is not reached by https"
        );
        let mut answer = self.http.execute(request).await?;
        let mut response = http::Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.extend(answer.headers().clone());
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await? {
            body.extend_from_slice(&part);
            ensure!(body.len() <= ANSWER_MAX, "its answer is too long");
        }
        response.body(body).context("its answer cannot be read")
    }
}

/// What a token says, where the site has signed it for this one and this attempt.
fn verified<'t>(
    client: &Client,
    token: &'t CoreIdToken,
    nonce: &Nonce,
) -> Result<&'t CoreIdTokenClaims, ClaimsVerificationError> {
    token.claims(&client.id_token_verifier(), nonce)
}

/// No answer.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
struct Unanswered(anyhow::Error);
