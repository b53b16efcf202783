//! Pictures and documents of records, and how their texts look.

use crate::people::written;
use crate::transport::{BOUNDARY, Content, Question};
use crate::{API, Client, Result};
#[cfg(target_arch = "wasm32")]
use crate::{FILE_PATIENCE, judged, reading, unreadable};
use aect_types::files::FileRole;
use aect_types::preview::{Preview, PreviewRequest};
use aect_types::{Resource, Uuid};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// A file that is to be added to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// What it shall be to the record.
    pub role: FileRole,
    /// What it is called; of a picture: its caption.
    pub title: String,
    /// What a picture shows.
    pub alt: String,
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// As forms send it (RFC 7578).
    #[must_use]
    fn form(&self) -> Vec<u8> {
        let mut form = Vec::with_capacity(self.bytes.len() + 1_000);
        for (name, value) in [
            ("role", self.role.as_str()),
            ("title", &self.title),
            ("alt", &self.alt),
        ] {
            let head = [
                "--",
                BOUNDARY,
                "\r\ncontent-disposition: form-data; name=\"",
                name,
                "\"\r\n\r\n",
            ];
            form.extend_from_slice(head.concat().as_bytes());
            form.extend_from_slice(value.as_bytes());
            form.extend_from_slice(b"\r\n");
        }
        // What would end the name, or the line.
        let name = self.name.replace(['"', '\r', '\n', '\\'], "_");
        let head = [
            "--",
            BOUNDARY,
            "\r\ncontent-disposition: form-data; name=\"file\"; filename=\"",
            &name,
            "\"\r\ncontent-type: application/octet-stream\r\n\r\n",
        ];
        form.extend_from_slice(head.concat().as_bytes());
        form.extend_from_slice(&self.bytes);
        form.extend_from_slice(["\r\n--", BOUNDARY, "--\r\n"].concat().as_bytes());
        form
    }
}

impl Client {
    /// Adds a file to the version of a record that was read; answers the record. In a page, `left` is told, in hundredths, how
    /// much of it has left; natively nobody is.
    pub async fn add_file<T: DeserializeOwned>(
        &self,
        resource: Resource,
        key: &str,
        version: i64,
        upload: &Upload,
        left: impl Fn(u8) + Clone + 'static,
    ) -> Result<T> {
        let address = format!("{}/files", self.site.record(resource, key));
        let mut question = self.question("POST", &address);
        question.version = Some(version);
        question.body = Some(Content::Form(upload.form()));
        self.sent(question, left).await
    }

    #[cfg(not(target_arch = "wasm32"))]
    async fn sent<T: DeserializeOwned>(&self, question: Question<'_>, _: impl Fn(u8)) -> Result<T> {
        self.answered(question).await
    }

    /// As every question, but seen on its way; what is refused is sent once more with the next token.
    #[cfg(target_arch = "wasm32")]
    async fn sent<T: DeserializeOwned>(
        &self,
        mut question: Question<'_>,
        left: impl Fn(u8) + Clone + 'static,
    ) -> Result<T> {
        let mut answer = self
            .transport
            .send(&question, FILE_PATIENCE, left.clone())
            .await?;
        if answer.0 == 401
            && let Some(renewal) = self.renewal.get()
        {
            renewal(self.clone()).await?;
            question.token = self.token();
            answer = self.transport.send(&question, FILE_PATIENCE, left).await?;
        }
        let body = judged(question.address, answer)?;
        reading::read(&body).map_err(|reason| unreadable(question.address, &reason))
    }

    /// Changes what is said of a file, or its place, by a merge patch; answers the record.
    pub async fn describe_file<T: DeserializeOwned>(
        &self,
        file: Uuid,
        version: i64,
        patch: &impl Serialize,
    ) -> Result<T> {
        let address = self.site.absolute(&format!("{API}/files/{file}"));
        let mut question = self.question("PATCH", &address);
        question.version = Some(version);
        question.body = Some(written(patch));
        self.answered(question).await
    }

    /// Takes a file from its record; answers the record.
    pub async fn remove_file<T: DeserializeOwned>(&self, file: Uuid, version: i64) -> Result<T> {
        let address = self.site.absolute(&format!("{API}/files/{file}"));
        let mut question = self.question("DELETE", &address);
        question.version = Some(version);
        self.answered(question).await
    }

    /// What a long text will look like.
    pub async fn preview(&self, text: &str) -> Result<Preview> {
        let text = text.to_owned();
        self.post(&format!("{API}/preview"), &PreviewRequest { text })
            .await
    }

    /// Puts a file back that was removed; answers the record.
    pub async fn restore_file<T: DeserializeOwned>(&self, file: Uuid, version: i64) -> Result<T> {
        let address = self.site.absolute(&format!("{API}/files/{file}/restore"));
        let mut question = self.question("POST", &address);
        question.version = Some(version);
        question.body = Some(written(&json!({})));
        self.answered(question).await
    }
}
