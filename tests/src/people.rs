//! People of the tests: they sign in as anybody does, by the link in a mail.

use crate::Server;
use aect_client::{Answer, Client, HeaderMap, HeaderValue};
use aect_db::people::memberships::{Asking, Way};
use aect_types::Uuid;
use aect_types::people::{
    Email, MemberRole, MembershipState, SignInLinkSent, SignInLinkUse, SignInLinkUsed, UserRole,
};
use diesel::RunQueryDsl as _;

/// A mail that has left.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// A person who has signed in, with a client of their own.
#[derive(Debug)]
pub struct Somebody {
    /// Their client.
    pub client: Client,
    /// Their account.
    pub id: Uuid,
    /// The access token.
    pub token: String,
}

impl Server {
    /// The mails that have left for an address, the last one last.
    pub async fn letters(&self, email: &str) -> Vec<Letter> {
        self.running.has_tried_mails().await.unwrap();
        let folder = self.database.folder.path().join("mails");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .map(|files| files.map(|file| file.unwrap().path()).collect())
            .unwrap_or_default();
        // Named by identifiers that sort by time.
        files.sort();
        let raw = files.iter().map(|file| std::fs::read(file).unwrap());
        raw.filter_map(|raw| letter_for(email, &raw)).collect()
    }

    /// How many passwords the server has looked at.
    #[must_use]
    pub fn password_checks(&self) -> u64 {
        self.running.password_checks()
    }

    /// Their subjects.
    pub async fn subjects(&self, email: &str) -> Vec<String> {
        let letters = self.letters(email).await.into_iter();
        letters.map(|letter| letter.subject).collect()
    }

    /// The files of the data folder, but for the mails that have left, that hold one of these words.
    #[must_use]
    pub fn files_with(&self, words: &[&str]) -> Vec<String> {
        let mut folders = vec![self.database.folder.path().to_owned()];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    folders.extend((!path.ends_with("mails")).then_some(path));
                    continue;
                }
                let content = std::fs::read(&path).unwrap();
                let holds = |word: &&str| content.windows(word.len()).any(|part| part == word.as_bytes());
                if words.iter().any(holds) {
                    found.push(path.display().to_string());
                }
            }
        }
        found
    }

    /// Has the accounts closed whose time has come, and mails sent to those whose time comes.
    pub async fn forget_now(&self) {
        self.running.forget_unused().await.unwrap();
    }

    /// Asks for a link, and reads it in the mail.
    pub async fn link_of(&self, client: &Client, email: &str) -> (SignInLinkSent, String) {
        let address: Email = email.parse().unwrap();
        let sent = client.ask_sign_in_link(&address).await.unwrap();
        let letter = self.letters(email).await.pop().unwrap();
        let (_, rest) = letter.text.split_once("?lien=").unwrap();
        let link = rest.split_whitespace().next().unwrap();
        (sent, link.to_owned())
    }

    /// Signs somebody in by the link of a mail; the account is made where there was none.
    pub async fn sign_in(&self, email: &str) -> Somebody {
        let client = Client::new(&self.running.url()).unwrap();
        let (sent, link) = self.link_of(&client, email).await;
        let browser = Some(sent.browser);
        let used = client
            .use_sign_in_link(&SignInLinkUse { link, browser })
            .await
            .unwrap();
        let SignInLinkUsed::SignedIn(token) = used else {
            panic!("{used:?}");
        };
        client.call_as(Some(token.access_token.clone()));
        let id = client.account().await.unwrap().id;
        Somebody {
            client,
            id,
            token: token.access_token,
        }
    }

    /// Signs in somebody who belongs to a collectivity or an actor.
    pub async fn member(&self, email: &str, record: Uuid, role: MemberRole) -> Somebody {
        let somebody = self.sign_in(email).await;
        let id = somebody.id;
        self.write_unseen(move |write| {
            write.ask_membership(&Asking {
                user: id,
                record,
                state: MembershipState::Accepted,
                role: Some(role),
                way: Way::Command,
                message: None,
                by: None,
            })
        })
        .await;
        somebody
    }

    /// Signs in somebody who runs the platform, as if they had shown a second factor.
    pub async fn animator(&self, email: &str) -> Somebody {
        let somebody = self.sign_in(email).await;
        let id = somebody.id;
        self.write_unseen(move |write| {
            write.set_user_role(id, UserRole::Animator)?;
            write.raw(|conn| {
                let trusted = "UPDATE sessions SET second_factor = TRUE
                    WHERE user_id IN (SELECT id FROM users WHERE role = 'animator')";
                diesel::sql_query(trusted).execute(conn)?;
                Ok(())
            })
        })
        .await;
        somebody
    }

    /// Signs in somebody who runs the instance, as if they had shown a second factor.
    pub async fn admin(&self, email: &str) -> Somebody {
        let somebody = self.animator(email).await;
        let id = somebody.id;
        self.write_unseen(move |write| write.set_user_role(id, UserRole::Admin))
            .await;
        somebody
    }
}

impl Somebody {
    /// The answer to a request of theirs, whatever its status.
    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&'static str, &str)],
        body: Option<&str>,
    ) -> Answer {
        let mut map = HeaderMap::new();
        let token = format!("Bearer {}", self.token);
        map.insert("authorization", HeaderValue::from_str(&token).unwrap());
        if body.is_some() {
            map.insert("content-type", HeaderValue::from_static("application/json"));
        }
        for (name, value) in headers {
            map.insert(*name, HeaderValue::from_str(value).unwrap());
        }
        let body = body.map(|body| body.to_owned().into());
        self.client.send(method, path, map, body).await.unwrap()
    }
}

fn letter_for(email: &str, raw: &[u8]) -> Option<Letter> {
    let mail = mailparse::parse_mail(raw).unwrap();
    let header = |name: &str| {
        let found = mail.headers.iter().find(|header| header.get_key_ref() == name);
        found.map(mailparse::MailHeader::get_value).unwrap_or_default()
    };
    let [text, html] = mail.subparts.as_slice() else {
        panic!("a mail has a text and an HTML part");
    };
    header("To").contains(email).then(|| Letter {
        subject: header("Subject"),
        text: text.get_body().unwrap(),
        html: html.get_body().unwrap(),
    })
}
