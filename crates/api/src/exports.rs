//! Whole lists in a format, streamed: memory does not grow with their length.

use crate::address;
use crate::answers;
use crate::error::{Error, Result};
use crate::etag;
use crate::questions;
use crate::state::{Snapshot, State};
use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderValue, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use aect_db::{Conn, renditions};
use aect_formats::{CountryNames, Dialect, Export, Site};
use aect_types::Resource;
use aect_types::countries::CountrySummary;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_words::Language;
use bytes::Bytes;
use futures_util::stream;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::mpsc::{Sender, channel};

/// What a list cut into pages has and a whole one has not.
const OF_PAGES: [&str; 4] = ["limit", "cursor", "facets", "fields"];
/// Records read at once.
const BATCH: usize = 256;
/// Bytes sent at once.
const CHUNK: usize = 64 * 1024;
/// How long an export waits for its turn.
const TURN: Duration = Duration::from_secs(10);
/// How long a reader may leave a chunk unread before its place is given to another.
const STALL: Duration = Duration::from_secs(30);

/// The agenda's own words are French, as its records are.
const LANGUAGE: Language = Language::Fr;

struct Order {
    resource: Resource,
    format: Format,
    dialect: Dialect,
    query: ListQuery,
}

/// Answers a whole list in `format`.
pub(crate) async fn export(
    state: Data<State>,
    request: HttpRequest,
    resource: Resource,
    format: Format,
) -> Result<HttpResponse> {
    let order = read(&request, resource, format)?;
    let snapshot = state.snapshot(&request).await?;
    let tag = tag(&snapshot, &order);
    if etag::is_known(request.headers(), &tag) {
        let mut response = HttpResponse::NotModified();
        validators(&mut response, &request, tag);
        return Ok(response.finish());
    }
    let mut response = HttpResponse::Ok();
    validators(&mut response, &request, tag);
    response
        .insert_header((CONTENT_TYPE, format.media_type()))
        .insert_header(answers::attachment(&format!("{resource}.{format}")));
    if request.method() == Method::HEAD {
        return Ok(response.streaming(stream::empty::<Result<Bytes>>()));
    }
    let turn = tokio::time::timeout(TURN, Arc::clone(&state.exports).acquire_owned());
    let turn = turn
        .await
        .map_err(|_| ProblemKind::Unavailable)?
        .map_err(Error::internal)?;
    let (sender, mut receiver) = channel(2);
    let handle = Handle::current();
    std::thread::Builder::new()
        .name("export".into())
        .spawn(move || {
            Producer {
                state,
                snapshot,
                order,
                sender,
                handle,
                turn,
            }
            .run();
        })
        .map_err(Error::internal)?;
    // The first chunk decides: an error before it is a problem document, one after it a cut connection.
    let first = receiver.recv().await;
    let first = first.ok_or_else(|| Error::internal(anyhow::anyhow!("an export ended without a word")))??;
    let rest = stream::poll_fn(move |context| receiver.poll_recv(context));
    let chunks = futures_util::StreamExt::chain(stream::iter([Ok(first)]), rest);
    Ok(response.streaming(chunks))
}

/// What people call the countries.
pub(crate) fn country_names(conn: &mut Conn, snapshot: &Snapshot) -> Result<CountryNames> {
    let Snapshot { index, reader, .. } = snapshot;
    let ids = index.ids(Resource::Countries, *reader, &ListQuery::default())?;
    let mut names = CountryNames::new();
    for summary in renditions::summaries(conn, *reader, &ids)? {
        let country: CountrySummary = serde_json::from_str(&summary).map_err(Error::internal)?;
        names.insert(country.code, country.name_fr);
    }
    Ok(names)
}

/// One record in a format of lists.
pub(crate) fn one(state: &State, resource: Resource, format: Format, record: &str) -> Result<Vec<u8>> {
    let site = Site::new(state.site.url(), Arc::default());
    let mut writer = writer(resource, format, Dialect::Plain, &site)?;
    let mut out = Vec::new();
    writer.start(&mut out).map_err(Error::internal)?;
    writer.record(record, &mut out).map_err(Error::internal)?;
    writer.finish(&mut out).map_err(Error::internal)?;
    Ok(out)
}

fn read(request: &HttpRequest, resource: Resource, format: Format) -> Result<Order> {
    let mut pairs = address::pairs(request);
    let dialect = match format {
        Format::Csv => questions::take(&mut pairs, "dialect")?,
        _ => None,
    };
    let dialect = match dialect.as_deref() {
        None => Dialect::Plain,
        Some("excel-fr") => Dialect::ExcelFr,
        Some(_) => return Err(Error::parameter("dialect", ErrorCode::NotListed, "excel-fr")),
    };
    Ok(Order {
        resource,
        format,
        dialect,
        query: questions::read(resource, pairs, &OF_PAGES)?,
    })
}

/// The tag of an export, weak: it is known before the bytes are. It changes with everything they are made from.
fn tag(snapshot: &Snapshot, order: &Order) -> HeaderValue {
    let Order {
        resource,
        format,
        dialect,
        query,
    } = order;
    let made_from = format!(
        "{} {resource}.{format} {dialect:?} {:?} {}",
        env!("CARGO_PKG_VERSION"),
        snapshot.reader,
        address::query(query.to_pairs())
    );
    etag::weak(snapshot.position, made_from.as_bytes())
}

fn validators(response: &mut HttpResponseBuilder, request: &HttpRequest, tag: HeaderValue) {
    response
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, answers::caching(request)))
        .insert_header((VARY, "Accept, Authorization"));
}

fn writer(resource: Resource, format: Format, dialect: Dialect, site: &Site) -> Result<Box<dyn Export>> {
    aect_formats::exporter(resource, format, dialect, LANGUAGE, site)
        .ok_or_else(|| ProblemKind::NotAcceptable.into())
}

/// The thread that writes one export: it holds a connection and its turn until the last byte is taken.
struct Producer {
    state: Data<State>,
    snapshot: Snapshot,
    order: Order,
    sender: Sender<Result<Bytes>>,
    handle: Handle,
    turn: OwnedSemaphorePermit,
}

/// Why an export ends before its end.
enum Stop {
    /// The reader has gone, or does not read.
    Reader,
    Failure(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}

impl Producer {
    fn run(self) {
        let written = self.state.db.export_blocking(|conn| Ok(self.write(conn)));
        match written.map_err(Stop::from).flatten() {
            Ok(()) => {}
            Err(Stop::Reader) => tracing::debug!("an export was left by its reader"),
            Err(Stop::Failure(error)) => {
                tracing::error!(%error, "an export failed");
                // Nobody listens any more, or the reader learns it by the cut connection.
                self.send(Err(error)).ok();
            }
        }
        drop(self.turn);
    }

    fn write(&self, conn: &mut Conn) -> std::result::Result<(), Stop> {
        let Order {
            resource,
            format,
            dialect,
            query,
        } = &self.order;
        let Snapshot { index, reader, .. } = &self.snapshot;
        // Programs read the codes of countries.
        let names = match dialect {
            Dialect::Plain => CountryNames::new(),
            Dialect::ExcelFr => country_names(conn, &self.snapshot)?,
        };
        let site = Site::new(self.state.site.url(), Arc::new(names));
        let mut writer = writer(*resource, *format, *dialect, &site)?;
        let ids = index.ids(*resource, *reader, query)?;
        let mut out = Vec::with_capacity(CHUNK * 2);
        writer.start(&mut out).map_err(Error::internal)?;
        for batch in ids.chunks(BATCH) {
            for record in renditions::records(conn, *reader, batch)? {
                writer.record(&record, &mut out).map_err(Error::internal)?;
                if out.len() >= CHUNK {
                    let chunk = std::mem::replace(&mut out, Vec::with_capacity(CHUNK * 2));
                    self.send(Ok(chunk.into()))?;
                }
            }
        }
        writer.finish(&mut out).map_err(Error::internal)?;
        self.send(Ok(out.into()))
    }

    fn send(&self, chunk: Result<Bytes>) -> std::result::Result<(), Stop> {
        // The clock of the timeout is the runtime's: it is set inside.
        let sent = self
            .handle
            .block_on(async { tokio::time::timeout(STALL, self.sender.send(chunk)).await });
        match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Stop::Reader),
        }
    }
}
