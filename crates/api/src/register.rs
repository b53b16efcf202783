//! `/api/v1/register`: the register of processing activities (GDPR, article 30). What it says of lengths of time are the
//! figures that the program applies.

use crate::address;
use crate::error::Result;
use crate::moderation::animator;
use crate::negotiation;
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::header::CONTENT_LANGUAGE;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::retention;
use aect_types::register::{ProcessingActivity, Register, Retention};
use aect_words::pages::{Text, register as words};
use aect_words::{Labelled as _, Language};

/// Answers it, in the reader's language.
pub(crate) async fn get(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    animator(&state, &request).await?;
    let language = negotiation::language(&request);
    let responsible = state.texts.responsible();
    let activities = words::ACTIVITIES.iter();
    let register = Register {
        controller: responsible.controller.clone(),
        officer: responsible.officer.clone(),
        activities: activities
            .map(|activity| said(activity, responsible.basis, language))
            .collect(),
        measures: words::MEASURES
            .iter()
            .map(|measure| measure.of(language).to_owned())
            .collect(),
    };
    Ok(private(HttpResponse::Ok())
        .insert_header((CONTENT_LANGUAGE, language.tag()))
        .json(register))
}

/// An activity in a language; `basis` is that of those which have none of their own.
fn said(activity: &words::Activity, basis: Text, language: Language) -> ProcessingActivity {
    let of = |text: Text| text.of(language).to_owned();
    let periods = activity.periods.iter().map(|period| Retention {
        what: period.label(language).to_owned(),
        kept: words::lasting(retention::kept(*period).num_minutes(), language),
    });
    let until = activity.until.iter().map(|(what, when)| Retention {
        what: of(*what),
        kept: of(*when),
    });
    ProcessingActivity {
        name: of(activity.name),
        purpose: of(activity.purpose),
        basis: of(activity.basis.unwrap_or(basis)),
        people: of(activity.people),
        data: of(activity.data),
        recipients: of(activity.recipients),
        retention: until.chain(periods).collect(),
    }
}
