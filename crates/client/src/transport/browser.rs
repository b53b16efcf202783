//! By the browser's `fetch`. It follows redirects and decompresses by itself.

use super::{Content, Question};
use crate::{Error, Result, Site};
use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, Request, RequestInit, Response, Window};

/// The body of an answer.
pub(crate) type Body = Vec<u8>;

/// How far the server's journal was after the last write of this page: what it reads afterwards has it in it. The browser
/// has the connections.
#[derive(Clone, Debug)]
pub(crate) struct Transport(Arc<RwLock<Option<String>>>);

/// The header of an answer by which a write says that position, and that of a question that waits for it.
pub(super) const POSITION: &str = "journal-position";
const AT_LEAST: &str = "journal-at-least";

impl Transport {
    #[expect(
        clippy::unnecessary_wraps,
        reason = "the same signature as natively, where it can fail"
    )]
    pub(crate) fn new() -> Result<Self> {
        Ok(Self(Arc::default()))
    }

    /// Status and body. A question that nobody waits for any more is aborted.
    pub(crate) async fn ask(
        &self,
        _site: &Site,
        question: &Question<'_>,
        patience: Option<Duration>,
    ) -> Result<(u16, Body)> {
        let window = web_sys::window().ok_or_else(|| Error::Network("no window".to_owned()))?;
        let underway = Underway::new(&window, patience).map_err(|error| network(&error))?;
        let position = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        let answer = read(&window, question, position, &underway.controller).await;
        let answer = answer.map(|(status, position, body)| {
            if question.method != "GET" {
                self.has_written(position);
            }
            (status, body)
        });
        answer.map_err(|error| {
            if underway.late.get() {
                Error::Timeout
            } else {
                network(&error)
            }
        })
    }

    /// Keeps the position that the answer to a write said, where it said one.
    pub(super) fn has_written(&self, position: Option<String>) {
        if position.is_some() {
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = position;
        }
    }
}

async fn read(
    window: &Window,
    question: &Question<'_>,
    position: Option<String>,
    controller: &AbortController,
) -> std::result::Result<(u16, Option<String>, Body), JsValue> {
    let init = RequestInit::new();
    init.set_signal(Some(&controller.signal()));
    init.set_method(question.method);
    let headers = Headers::new()?;
    for (name, value) in question.headers() {
        headers.set(name, &value)?;
    }
    if let Some(position) = position.filter(|_| question.method == "GET") {
        headers.set(AT_LEAST, &position)?;
    }
    init.set_headers(&headers);
    match &question.body {
        Some(Content::Json(text)) => init.set_body(&JsValue::from_str(text)),
        Some(Content::Form(bytes)) => init.set_body(&Uint8Array::from(bytes.as_slice())),
        None => {}
    }
    let request = Request::new_with_str_and_init(question.address, &init)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request))
        .await?
        .dyn_into()?;
    let body = JsFuture::from(response.array_buffer()?).await?;
    let position = response.headers().get(POSITION)?;
    Ok((response.status(), position, Uint8Array::new(&body).to_vec()))
}

/// A question on its way; dropped before its answer has come, or after too long, it is aborted.
struct Underway {
    window: Window,
    controller: AbortController,
    late: Rc<Cell<bool>>,
    timer: Option<(i32, Closure<dyn Fn()>)>,
}

impl Underway {
    fn new(window: &Window, patience: Option<Duration>) -> std::result::Result<Self, JsValue> {
        let controller = AbortController::new()?;
        let late = Rc::new(Cell::new(false));
        let timer = match patience {
            None => None,
            Some(patience) => {
                let (controller, late) = (controller.clone(), Rc::clone(&late));
                let abort = Closure::<dyn Fn()>::new(move || {
                    late.set(true);
                    controller.abort();
                });
                let milliseconds = i32::try_from(patience.as_millis()).unwrap_or(i32::MAX);
                let handle = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    abort.as_ref().unchecked_ref(),
                    milliseconds,
                )?;
                Some((handle, abort))
            }
        };
        Ok(Self {
            window: window.clone(),
            controller,
            late,
            timer,
        })
    }
}

impl Drop for Underway {
    fn drop(&mut self) {
        if let Some((handle, _)) = &self.timer {
            self.window.clear_timeout_with_handle(*handle);
        }
        // After the answer has come there is nothing left to abort.
        self.controller.abort();
    }
}

pub(super) fn network(error: &JsValue) -> Error {
    let said = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    Error::Network(said.unwrap_or_else(|| "the request failed".to_owned()))
}
