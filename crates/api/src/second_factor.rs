//! The second factor: a code of six digits from an application (TOTP, RFC 6238), or a recovery code from paper.

use crate::auth::{self, secrets};
use crate::body;
use crate::error::{Error, Result};
use crate::sign_in::{language_of, private};
use crate::state::State;
use crate::ways;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
use aect_db::people::second_factors::{self, Factor};
use aect_types::Uuid;
use aect_types::people::{RecoveryCodes, SecondFactorCode, SecondFactorSecret};
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_words::mails::ways::WayChange;
use maud::html;
use qrcode::{Color, QrCode};
use totp_rs::{Builder, Secret, Totp};

/// Recovery codes that are given at once.
const CODES: usize = 10;
/// Bytes of a shared secret (RFC 4226, 4, R6).
const SECRET_BYTES: usize = 20;

/// Makes a secret for an application; it protects nothing before its first code has come back.
pub(crate) async fn begin(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let user = signed.person.id;
    let secret = Secret::from(secrets::bytes::<SECRET_BYTES>()?);
    let kept = secret.to_base32();
    let known = state
        .db
        .write(format!("user:{user}"), move |write| {
            let Some(account) = write.user(user)? else {
                return Ok(None);
            };
            let set = write.raw(|conn| second_factors::of_user(conn, user))?;
            if set.is_some_and(|factor| factor.confirmed) {
                return Ok(None);
            }
            write.begin_factor(user, &kept)?;
            Ok(Some(account.email))
        })
        .await?;
    // Who has one takes it away first.
    let email = known.ok_or(ProblemKind::Forbidden)?;
    let spelt = secret.to_base32();
    // What an application lists the codes under; a colon may not stand in it (Key URI format).
    let issuer = state.site.name(language_of(&request)).replace(':', " ");
    let uri = totp(secret, email.as_str(), &issuer)?
        .to_url()
        .map_err(Error::internal)?;
    Ok(private(HttpResponse::Ok()).json(SecondFactorSecret {
        qr_code: drawn(&uri)?,
        secret: spelt,
        uri,
    }))
}

/// Makes the secret a second factor by its first code; answers the recovery codes, this once.
pub(crate) async fn confirm(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let SecondFactorCode { code } = body::read(&request, &content)?;
    let (user, session) = (signed.person.id, signed.session);
    let codes = new_codes()?;
    let digests = digests(&codes);
    let site = state.site.clone();
    state
        .db
        .write(format!("user:{user}"), move |write| {
            let shown = show(write, user, session, &code, |factor| !factor.confirmed)?;
            if shown.is_ok() {
                write.set_recovery_codes(user, &digests)?;
                if let Some(account) = write.user(user)? {
                    ways::tell(write, &site, &account, &WayChange::SecondFactorSet)?;
                }
            }
            Ok(shown)
        })
        .await??;
    state.post.hurry();
    Ok(private(HttpResponse::Ok()).json(RecoveryCodes { codes }))
}

/// Shows the second factor in the present session.
pub(crate) async fn prove(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let signed = auth::begun(&state, &request).await?;
    let SecondFactorCode { code } = body::read(&request, &content)?;
    let (user, session) = (signed.person.id, signed.session);
    state
        .db
        .write(format!("user:{user}"), move |write| {
            show(write, user, session, &code, |factor| factor.confirmed)
        })
        .await??;
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Takes the second factor away.
pub(crate) async fn remove(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let user = signed.person.id;
    ways::change(&state, user, move |write, _| {
        let was_one = write.remove_factor(user)?;
        Ok(was_one.then_some(WayChange::SecondFactorRemoved))
    })
    .await?;
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Gives new recovery codes; those before open nothing any more.
pub(crate) async fn renew_codes(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    if !signed.person.second_factor {
        return Err(ProblemKind::Forbidden.into());
    }
    let user = signed.person.id;
    let codes = new_codes()?;
    let digests = digests(&codes);
    ways::change(&state, user, move |write, _| {
        write.set_recovery_codes(user, &digests)?;
        Ok(Some(WayChange::RecoveryCodesRenewed))
    })
    .await?;
    Ok(private(HttpResponse::Ok()).json(RecoveryCodes { codes }))
}

/// Looks at a code; where it is right, the session has shown the factor. What is wrong is counted either way.
fn show(
    write: &mut Write<'_>,
    user: Uuid,
    session: Uuid,
    code: &str,
    fits: impl Fn(&Factor) -> bool,
) -> aect_db::Result<Result<()>> {
    // Holds the account: of one code twice at once, one opens.
    write.user(user)?;
    let factor = write.raw(|conn| second_factors::of_user(conn, user))?;
    let Some(factor) = factor.filter(fits) else {
        return Ok(Err(ProblemKind::Forbidden.into()));
    };
    let now = write.now();
    if let Some(until) = factor.wait_until.filter(|until| *until > now) {
        let wait = until.as_datetime() - now.as_datetime();
        return Ok(Err(Error::later(wait.num_seconds().max(1))));
    }
    let step = match step_of(&factor, code, now.as_datetime().timestamp()) {
        Ok(step) => step,
        Err(error) => return Ok(Err(error)),
    };
    let digest = secrets::digest(secrets::plain(code));
    if step.is_some() || (factor.confirmed && write.use_recovery_code(user, &digest)?) {
        write.factor_shown(user, session, step)?;
        return Ok(Ok(()));
    }
    write.factor_failed(user)?;
    Ok(Err(Error::fields([ParameterError::new(
        "/code",
        ErrorCode::Conflict,
        "",
    )])))
}

/// The time step whose code this is, where it has not opened yet.
fn step_of(factor: &Factor, code: &str, now: i64) -> Result<Option<i64>> {
    let secret = Secret::try_from_base32(&factor.secret).map_err(Error::internal)?;
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let step = totp(secret, "account", "")?.check(&code, u64::try_from(now).map_err(Error::internal)?);
    let step = step.map(i64::try_from).transpose().map_err(Error::internal)?;
    Ok(step.filter(|step| factor.last_step.is_none_or(|last| *step > last)))
}

fn totp(secret: Secret, account: &str, issuer: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(secret)
        .with_account_name(account)
        .with_issuer(Some(issuer))
        .build()
        .map_err(Error::internal)
}

fn new_codes() -> Result<Vec<String>> {
    (0..CODES).map(|_| secrets::letters()).collect()
}

fn digests(codes: &[String]) -> Vec<String> {
    codes.iter().map(secrets::digest).collect()
}

/// A QR code as SVG: one unit a module, with the quiet zone of four that readers need (ISO/IEC 18004).
pub(crate) fn drawn(text: &str) -> Result<String> {
    use std::fmt::Write as _;
    const QUIET: usize = 4;
    let code = QrCode::new(text).map_err(Error::internal)?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.into_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            // Writing into a string does not fail.
            let _written = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = width + 2 * QUIET;
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            path fill="#fff" d={ "M0 0h" (side) "v" (side) "H0z" } {}
            path fill="#000" d=(path) {}
        }
    };
    Ok(drawing.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_rfc_and_open_once() {
        // RFC 6238, appendix B, SHA-1, 59 s: the last six digits.
        let secret = Secret::from(*b"12345678901234567890");
        let mut factor = Factor {
            secret: secret.to_base32(),
            confirmed: true,
            last_step: None,
            wait_until: None,
        };
        assert_eq!(step_of(&factor, "287 082", 59).unwrap(), Some(1));
        assert_eq!(step_of(&factor, "287082", 89).unwrap(), Some(1), "a step later");
        assert_eq!(
            step_of(&factor, "287082", 121).unwrap(),
            None,
            "three steps later"
        );
        assert_eq!(step_of(&factor, "", 59).unwrap(), None);
        factor.last_step = Some(1);
        assert_eq!(step_of(&factor, "287082", 59).unwrap(), None, "twice");
    }

    #[test]
    fn a_qr_code_has_its_quiet_zone() {
        let svg = drawn("otpauth://totp/AECT?secret=JBSWY3DPEHPK3PXP").unwrap();
        // Its first finder, seven modules wide, begins behind the quiet zone.
        assert!(
            svg.contains("d=\"M4 4h1v1h-1zM5 4h1v1h-1z") && !svg.contains("M3 ") && !svg.contains(" 3h1"),
            "{svg}"
        );
    }
}
