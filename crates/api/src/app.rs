//! Which address is answered by what.

use crate::account;
use crate::address::BASE;
use crate::administration;
use crate::auth::keys;
use crate::edge::{Deadline, edge};
use crate::error::Result;
use crate::mail::{shown, status};
use crate::pages::sitemap;
use crate::state::State;
use crate::telemetry::Figures;
use crate::{
    bench, charter, co_leads, contacts, docs, duplicates, files, health, lists, memberships, moderation,
    names, openid, passwords, personal, platform, points, preview, records, register, remarks, request_id,
    search, second_factor, session, sign_in, spa, stats, texts, writing,
};
use actix_cors::Cors;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_RANGE, ETAG, LINK, LOCATION, RETRY_AFTER};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{App, FromRequest, Handler, HttpResponse, Responder};
use aect_types::Resource;
use aect_types::problem::ProblemKind;

/// What a server serves; cloned for each of its threads.
#[derive(Clone)]
pub(crate) struct Services {
    pub(crate) state: Data<State>,
    pub(crate) figures: Data<Figures>,
    pub(crate) deadline: Data<Deadline>,
    pub(crate) bench: bool,
}

/// The whole application.
pub(crate) fn app(
    services: &Services,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    let bench = services.bench;
    App::new()
        .app_data(services.state.clone())
        .app_data(services.figures.clone())
        .app_data(services.deadline.clone())
        .service(
            web::scope(BASE)
                .wrap(cors())
                .configure(api)
                .default_service(web::to(nowhere)),
        )
        .configure(|routes| around(routes, bench))
        .service(get(web::resource("/robots.txt"), sitemap::robots))
        .service(get(web::resource("/sitemap.xml"), sitemap::index))
        .service(get(web::resource("/sitemaps/{name}.xml"), sitemap::part))
        .default_service(web::get().to(spa::page))
        .wrap(from_fn(edge))
}

fn api(routes: &mut ServiceConfig) {
    routes
        .service(get(web::resource("/openapi.json"), docs::openapi))
        .service(get(web::resource("/search"), search::search))
        .service(get(web::resource("/stats"), stats::stats))
        .service(get(web::resource("/collectivities/names"), names::names))
        .service(get(web::resource("/texts"), texts::list))
        .service(get(web::resource("/texts/{slug}"), texts::text))
        .service(get(web::resource("/collectivities/points"), points::points))
        .service(web::resource("/sign-in/links").route(web::post().to(sign_in::ask)))
        .service(web::resource("/sign-in/links/use").route(web::post().to(sign_in::use_link)))
        .service(web::resource("/sign-in/codes/use").route(web::post().to(sign_in::use_code)))
        .service(get(web::resource("/sign-in/ways"), passwords::ways))
        .service(web::resource("/sign-in/password").route(web::post().to(passwords::sign_in)))
        .service(get(web::resource("/account/ways"), passwords::of_account))
        .service(web::resource("/account/password").route(web::put().to(passwords::set)))
        .service(web::resource("/sign-in/openid").route(web::post().to(openid::begin)))
        .service(
            web::resource("/account/openid")
                .route(web::post().to(openid::link))
                .route(web::delete().to(openid::unlink)),
        )
        .service(web::resource("/session/refresh").route(web::post().to(session::refresh)))
        .service(web::resource("/session").route(web::delete().to(session::end)))
        .service(get(web::resource("/sessions"), session::list).route(web::delete().to(session::end_others)))
        .service(web::resource("/sessions/{id}").route(web::delete().to(session::end_one)))
        .service(
            get(web::resource("/account"), account::account)
                .route(web::patch().to(account::describe))
                .route(web::delete().to(personal::erase)),
        )
        .service(get(web::resource("/account/data"), personal::data))
        .service(get(web::resource("/account/drafts"), account::drafts))
        .service(
            get(web::resource("/account/contact"), contacts::consent).route(web::put().to(contacts::set)),
        )
        .service(get(web::resource("/contacts"), contacts::list))
        .service(
            web::resource("/account/second-factor")
                .route(web::post().to(second_factor::begin))
                .route(web::delete().to(second_factor::remove)),
        )
        .service(
            web::resource("/account/second-factor/confirm").route(web::post().to(second_factor::confirm)),
        )
        .service(web::resource("/account/recovery-codes").route(web::post().to(second_factor::renew_codes)))
        .service(web::resource("/session/second-factor").route(web::post().to(second_factor::prove)))
        .service(web::resource("/preview").route(web::post().to(preview::preview)))
        .configure(belonging)
        .configure(sharing)
        .configure(remarking)
        .service(get(
            web::resource(of_kinds(&duplicates::RESOURCES, "/likely-duplicates")),
            duplicates::likely,
        ))
        .service(get(web::resource(written("")), lists::list).route(web::post().to(writing::create)))
        .service(
            get(web::resource(written("/{key}")), records::record)
                .route(web::patch().to(writing::change))
                .route(web::delete().to(writing::delete)),
        )
        .service(web::resource(written("/{key}/restore")).route(web::post().to(writing::restore)))
        .service(web::resource(written("/{key}/merge")).route(web::post().to(writing::merge)))
        .service(get(web::resource(written("/{key}/history")), writing::history))
        .service(web::resource(written("/{key}/files")).route(web::post().to(files::add)))
        .service(
            web::resource("/files/{id}")
                .route(web::patch().to(files::describe))
                .route(web::delete().to(files::remove)),
        )
        .service(web::resource("/files/{id}/restore").route(web::post().to(files::restore)))
        .service(get(web::resource("/files/{id}/{name}"), files::serve))
        .service(get(web::resource("/{resource}"), lists::list))
        .service(get(web::resource("/{resource}/{key}"), records::record));
}

fn belonging(routes: &mut ServiceConfig) {
    routes
        .service(
            get(web::resource("/memberships"), memberships::team)
                .route(web::post().to(memberships::asking::ask)),
        )
        .service(get(web::resource("/memberships/waiting"), memberships::waiting))
        .service(get(
            web::resource("/memberships/hand-over"),
            memberships::hand_over,
        ))
        .service(web::resource("/memberships/{id}").route(web::patch().to(memberships::decide)))
        .service(web::resource("/invitations").route(web::post().to(memberships::asking::invite)))
        .service(
            web::resource("/membership-domains/{domain}")
                .route(web::put().to(memberships::claims::attach))
                .route(web::delete().to(memberships::claims::detach)),
        )
        .service(
            get(web::resource("/visit-codes"), memberships::claims::codes)
                .route(web::post().to(memberships::claims::visit_code)),
        );
}

fn sharing(routes: &mut ServiceConfig) {
    routes
        .service(get(web::resource("/co-leads"), co_leads::list).route(web::post().to(co_leads::ask)))
        .service(get(web::resource("/co-leads/waiting"), co_leads::waiting))
        .service(web::resource("/co-leads/{id}").route(web::patch().to(co_leads::decide)));
}

fn remarking(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/corrections").route(web::post().to(remarks::propose)))
        .service(get(web::resource("/corrections/waiting"), remarks::waiting))
        .service(web::resource("/corrections/{id}").route(web::patch().to(remarks::decide)))
        .service(web::resource("/reports").route(web::post().to(remarks::report)))
        .service(get(web::resource("/moderation"), moderation::queue))
        .service(web::resource("/moderation/decisions").route(web::post().to(moderation::decide)))
        .service(get(web::resource("/audit"), administration::acts))
        .service(get(web::resource("/users"), administration::accounts))
        .service(web::resource("/users/{id}").route(web::patch().to(administration::change)))
        .service(web::resource("/moderation/undo").route(web::post().to(moderation::undo)))
        .service(
            get(web::resource("/settings"), moderation::settings).route(web::patch().to(moderation::set)),
        )
        .service(get(web::resource("/platform"), platform::get).route(web::patch().to(platform::set)))
        .service(get(web::resource("/register"), register::get))
        .service(get(web::resource("/mail"), status::get))
        .service(web::resource("/mail/trials").route(web::post().to(status::begin)))
        .service(get(web::resource("/mail/trials/{id}"), status::trial));
}

/// Addresses of the kinds that people write; the others take no such method.
fn written(rest: &str) -> String {
    of_kinds(&writing::WRITTEN, rest)
}

fn of_kinds(kinds: &[Resource], rest: &str) -> String {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    format!("/{{resource:{}}}{rest}", kinds.join("|"))
}

fn around(routes: &mut ServiceConfig, bench: bool) {
    routes
        .service(get(web::resource("/health/live"), health::live))
        .service(get(web::resource("/health/ready"), health::ready))
        .service(get(web::resource("/metrics"), health::metrics))
        .service(get(web::resource(charter::ADDRESS), charter::get))
        .service(get(web::resource("/.well-known/jwks.json"), keys::jwks))
        .service(web::resource(openid::RETURN).route(web::get().to(openid::come_back)))
        .service(get(web::resource("/mails"), shown::list))
        .service(get(web::resource("/mails/{id}"), shown::one))
        .service(get(web::resource("/docs"), docs::folder))
        .service(get(web::resource("/docs/problems"), docs::problems))
        .service(get(web::resource("/docs/{file:.*}"), docs::viewer));
    if bench {
        routes.service(get(web::resource("/bench/fixed"), bench::fixed));
    }
}

/// A resource that is read: GET, and HEAD for its headers alone; the framework answers 405 with `Allow` to the rest.
fn get<F, Args>(resource: actix_web::Resource, handler: F) -> actix_web::Resource
where
    F: Handler<Args, Output: Responder + 'static>,
    Args: FromRequest + 'static,
{
    resource
        .route(web::get().to(handler.clone()))
        .route(web::head().to(handler))
}

async fn nowhere() -> Result<HttpResponse> {
    Err(ProblemKind::NotFound.into())
}

/// Public data, for pages of any origin; nothing here goes with credentials.
fn cors() -> Cors {
    Cors::default()
        .allow_any_origin()
        .send_wildcard()
        .allowed_methods([Method::GET, Method::HEAD])
        .allow_any_header()
        .expose_headers([
            ETAG,
            LINK,
            LOCATION,
            RETRY_AFTER,
            CONTENT_DISPOSITION,
            CONTENT_RANGE,
            request_id::HEADER,
        ])
        .max_age(86_400)
        // Nothing varies with the origin.
        .disable_vary_header()
}
