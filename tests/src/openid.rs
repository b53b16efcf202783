//! A site that signs people in (OpenID Connect), and that can be made to lie: what it tells, and how it signs it, is what
//! the test says. The honest one, certified, is that of the browser's journeys.

use aws_lc_rs::digest;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What this site is known by there.
pub const CLIENT: &str = "aect";

/// The site.
#[derive(Clone, Debug)]
pub struct OpenIdSite {
    /// Its address.
    pub issuer: String,
    /// What it tells of whoever comes next: `sub` and the rest.
    pub claims: Arc<Mutex<Value>>,
    /// What its token says besides, or otherwise than it should.
    pub token: Arc<Mutex<Value>>,
    /// The key that it signs with, and the one that it says it does.
    keys: Arc<Mutex<[Arc<EcdsaKeyPair>; 2]>>,
}

fn new_key() -> Arc<EcdsaKeyPair> {
    Arc::new(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap())
}

impl OpenIdSite {
    /// A site that answers until the test ends.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let key = new_key();
        let site = Self {
            issuer: format!("http://{}", listener.local_addr().unwrap()),
            claims: Arc::default(),
            token: Arc::new(Mutex::new(json!({}))),
            keys: Arc::new(Mutex::new([Arc::clone(&key), key])),
        };
        let answering = site.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(answering.clone().answer(stream));
            }
        });
        site
    }

    /// Flags of a server that knows it.
    #[must_use]
    pub fn flags(&self) -> Vec<&str> {
        let issuer = self.issuer.as_str();
        let client = [
            "--openid-client-id",
            CLIENT,
            "--openid-client-secret",
            "only-in-tests",
        ];
        ["--openid-issuer", issuer].into_iter().chain(client).collect()
    }

    /// Signs with another key from now on, which it says or does not.
    pub fn turn_key(&self, says: bool) {
        let key = new_key();
        let mut keys = self.keys.lock().unwrap();
        let [signs, said] = &mut *keys;
        if says {
            *said = Arc::clone(&key);
        }
        *signs = key;
    }

    /// Where it leads whoever was led to `url` and agrees: the query of the way back. Its code holds what the site has to
    /// remember.
    #[must_use]
    pub fn agree(&self, url: &str) -> String {
        assert!(url.starts_with(&format!("{}/authorize?", self.issuer)), "{url}");
        let parameter = |name: &str| {
            let (_, rest) = url.split_once(&format!("{name}=")).unwrap();
            rest.split('&').next().unwrap().to_owned()
        };
        assert_eq!(parameter("code_challenge_method"), "S256");
        let (nonce, challenge) = (parameter("nonce"), parameter("code_challenge"));
        // ProConnect wants as many.
        assert!(nonce.len() >= 32 && parameter("state").len() >= 32);
        format!("code={nonce}.{challenge}&state={}", parameter("state"))
    }

    async fn answer(self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        stream.read_line(&mut line).await.unwrap();
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut length = 0;
        loop {
            let mut header = String::new();
            stream.read_line(&mut header).await.unwrap();
            let header = header.trim().to_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(given) = header.strip_prefix("content-length:") {
                length = given.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.unwrap();
        let answer = self.told(&path, &String::from_utf8(body).unwrap());
        let (status, body) = answer.map_or((400, json!({"error": "invalid_grant"})), |body| (200, body));
        let body = body.to_string();
        let head = format!(
            "HTTP/1.1 {status} \r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all((head + &body).as_bytes()).await.unwrap();
    }

    fn told(&self, path: &str, body: &str) -> Option<Value> {
        let at = |path: &str| format!("{}{path}", self.issuer);
        match path {
            "/.well-known/openid-configuration" => Some(json!({
                "issuer": self.issuer,
                "authorization_endpoint": at("/authorize"),
                "token_endpoint": at("/token"),
                "userinfo_endpoint": at("/userinfo"),
                "jwks_uri": at("/jwks"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256"],
            })),
            "/jwks" => {
                let [_, key] = self.keys.lock().unwrap().clone();
                let point = key.public_key().as_ref();
                let half = |from, to| URL_SAFE_NO_PAD.encode(point.get(from..to).unwrap());
                Some(json!({"keys": [{
                    "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "x": half(1, 33), "y": half(33, 65)
                }]}))
            }
            "/token" => self.tokens(body),
            "/userinfo" => Some(self.claims.lock().unwrap().clone()),
            _ => None,
        }
    }

    /// The tokens for a code, where whoever brings it can prove that it is theirs (RFC 7636).
    fn tokens(&self, body: &str) -> Option<Value> {
        let field = |name: &str| {
            let mut fields = body.split('&').filter_map(|field| field.split_once('='));
            fields.find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        let (nonce, challenge) = field("code")?.split_once('.')?;
        let proof = digest::digest(&digest::SHA256, field("code_verifier")?.as_bytes());
        if URL_SAFE_NO_PAD.encode(proof) != challenge {
            return None;
        }
        let now = chrono::Utc::now().timestamp();
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "exp": now + 60, "iat": now, "nonce": nonce,
            "sub": self.claims.lock().unwrap().get("sub"),
        });
        let otherwise = self.token.lock().unwrap().as_object().cloned().unwrap();
        claims.as_object_mut().unwrap().extend(otherwise);
        Some(json!({"access_token": "opaque", "token_type": "Bearer", "id_token": self.signed(&claims)}))
    }

    fn signed(&self, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(&json!({"alg": "ES256"})), part(claims));
        let [key, _] = self.keys.lock().unwrap().clone();
        let signature = key.sign(&SystemRandom::new(), text.as_bytes()).unwrap();
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}
