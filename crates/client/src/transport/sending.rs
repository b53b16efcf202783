//! What takes a while to leave, by `XMLHttpRequest`: `fetch` does not say how far it is.

use super::browser::{Body, POSITION, network};
use super::{Content, Question, Transport};
use crate::{Error, Result};
use js_sys::{Promise, Uint8Array};
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

impl Transport {
    /// Status and body; `left` is told, in hundredths, how much of the body has left. One that nobody waits for any more is
    /// aborted.
    pub(crate) async fn send(
        &self,
        question: &Question<'_>,
        patience: Duration,
        left: impl Fn(u8) + 'static,
    ) -> Result<(u16, Body)> {
        let sending = Sending::begin(question, patience, left).map_err(|error| network(&error))?;
        JsFuture::from(sending.ended.clone())
            .await
            .map_err(|_| Error::Timeout)?;
        let request = &sending.request;
        let status = request.status().map_err(|error| network(&error))?;
        if status == 0 {
            return Err(Error::Network("the request failed".to_owned()));
        }
        self.has_written(request.get_response_header(POSITION).ok().flatten());
        let body = request.response().map_err(|error| network(&error))?;
        Ok((status, Uint8Array::new(&body).to_vec()))
    }
}

/// A question on its way; dropped before its answer has come, it is aborted.
struct Sending {
    request: XmlHttpRequest,
    ended: Promise,
    /// What the browser calls for as long as it sends.
    _told: Closure<dyn Fn(ProgressEvent)>,
}

impl Sending {
    fn begin(
        question: &Question<'_>,
        patience: Duration,
        left: impl Fn(u8) + 'static,
    ) -> std::result::Result<Self, JsValue> {
        let request = XmlHttpRequest::new()?;
        request.open(question.method, question.address)?;
        for (name, value) in question.headers() {
            request.set_request_header(name, &value)?;
        }
        request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
        request.set_timeout(u32::try_from(patience.as_millis()).unwrap_or(u32::MAX));
        let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            left(hundredths(event.loaded(), event.total()));
        });
        request
            .upload()?
            .set_onprogress(Some(told.as_ref().unchecked_ref()));
        // `loadend` comes after everything, a timeout before it.
        let ended = Promise::new(&mut |done, late| {
            request.set_onloadend(Some(&done));
            request.set_ontimeout(Some(&late));
        });
        match &question.body {
            Some(Content::Form(bytes)) => request.send_with_opt_u8_array(Some(bytes))?,
            Some(Content::Json(text)) => request.send_with_opt_str(Some(text))?,
            None => request.send()?,
        }
        Ok(Self {
            request,
            ended,
            _told: told,
        })
    }
}

impl Drop for Sending {
    fn drop(&mut self) {
        // After the answer has come there is nothing left to abort.
        self.request.abort().unwrap_or_default();
    }
}

fn hundredths(loaded: f64, total: f64) -> u8 {
    (0..=100)
        .rfind(|part| f64::from(*part) * total <= 100.0 * loaded)
        .unwrap_or_default()
}
