//! `/api/v1/{resource}/likely-duplicates`: what a form asks before it enters a record.

use crate::address;
use crate::auth;
use crate::error::{Error, Result};
use crate::questions;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::duplicates;
use aect_types::duplicates::Sought;
use aect_types::given::limits::TITLE_MAX;
use aect_types::policy::Caller;
use aect_types::problem::ErrorCode;
use aect_types::query::ParameterError;
use aect_types::{Page, Resource};
use std::str::FromStr;

/// The kinds that several people might enter.
pub(crate) const RESOURCES: [Resource; 4] = [
    Resource::Projects,
    Resource::Actors,
    Resource::PartnerAuthorities,
    Resource::ExternalInitiatives,
];

/// What may be said of a record of that kind.
pub(crate) const fn parameters(resource: Resource) -> &'static [&'static str] {
    match resource {
        Resource::Projects => &["name", "country", "lead", "partner_authority"],
        Resource::Actors => &["name", "acronym"],
        _ => &["name", "country"],
    }
}

/// Answers the records that may be the one described, to whoever has signed in.
pub(crate) async fn likely(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse> {
    let resource = address::resource(&path)?;
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let sought = read(resource, address::pairs(&request))?;
    let items = state
        .read(move |conn| Ok(duplicates::likely(conn, &caller, resource, &sought)?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

fn read(resource: Resource, mut pairs: Vec<(String, String)>) -> Result<Sought> {
    let known = parameters(resource);
    let mut errors: Vec<ParameterError> = pairs
        .extract_if(.., |(name, _)| !known.contains(&name.as_str()))
        .map(|(name, _)| ParameterError::new(&name, ErrorCode::Unknown, known.join(", ")))
        .collect();
    let name = questions::take(&mut pairs, "name")?;
    let acronym = questions::take(&mut pairs, "acronym")?;
    let lead = one(&mut pairs, "lead", &mut errors)?;
    match &name {
        None => errors.push(ParameterError::new("name", ErrorCode::Required, "")),
        Some(name) if name.chars().count() > TITLE_MAX => {
            errors.push(ParameterError::new(
                "name",
                ErrorCode::TooLong,
                TITLE_MAX.to_string(),
            ));
        }
        Some(_) => {}
    }
    let sought = Sought {
        name: name.unwrap_or_default(),
        acronym,
        countries: one(&mut pairs, "country", &mut errors)?.into_iter().collect(),
        lead,
        partner_authorities: one(&mut pairs, "partner_authority", &mut errors)?
            .into_iter()
            .collect(),
    };
    if errors.is_empty() {
        Ok(sought)
    } else {
        Err(Error::parameters(errors))
    }
}

/// The parameter of that name, read; one of another form is noted.
fn one<T: FromStr>(
    pairs: &mut Vec<(String, String)>,
    name: &str,
    errors: &mut Vec<ParameterError>,
) -> Result<Option<T>> {
    let Some(value) = questions::take(pairs, name)? else {
        return Ok(None);
    };
    let read = value.parse().ok();
    if read.is_none() {
        errors.push(ParameterError::new(name, ErrorCode::Format, ""));
    }
    Ok(read)
}
