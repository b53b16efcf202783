//! The pages: the files of their build, read once at the start.

use crate::answers::REVALIDATE;
use crate::error::Result;
use crate::etag;
use crate::headers::CSP_PAGES;
use crate::negotiation::Coding;
use crate::pages::{self, Shell};
use crate::state::State;
use actix_web::http::Method;
use actix_web::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderValue, VARY,
};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use aect_types::problem::ProblemKind;
use aect_types::site::PublicPage;
use aect_words::Language;
use anyhow::Context as _;
use bytes::Bytes;
use std::collections::BTreeMap;
use std::path::Path;

/// Hashed names: what bears one never changes.
const HASHED: &str = "/assets/";
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const INDEX: &str = "/index.html";

/// The files of a build, by path.
pub(crate) struct Spa {
    files: BTreeMap<String, File>,
    /// What surrounds every page.
    shell: Shell,
}

/// One file, in every coding that lies beside it.
struct File {
    media_type: HeaderValue,
    plain: Body,
    gzip: Option<Body>,
    brotli: Option<Body>,
}

#[derive(Clone)]
struct Body {
    bytes: Bytes,
    etag: HeaderValue,
}

impl Body {
    fn read(path: &Path) -> anyhow::Result<Self> {
        let bytes: Bytes = std::fs::read(path)
            .with_context(|| format!("{} cannot be read", path.display()))?
            .into();
        Ok(Self {
            etag: etag::of(1, &bytes),
            bytes,
        })
    }

    fn read_if_there(path: &Path) -> anyhow::Result<Option<Self>> {
        if path.exists() {
            Self::read(path).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl Spa {
    /// Reads a build; refuses a folder without `index.html`.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        collect(folder, "", &mut files)?;
        let Some(index) = files.get(INDEX) else {
            anyhow::bail!(
                "{} is not a build of the pages: it has no index.html",
                folder.display()
            );
        };
        let shell = std::str::from_utf8(&index.plain.bytes).ok().and_then(Shell::read);
        let shell = shell.with_context(|| {
            format!(
                "{}/index.html has no language, title, description and content",
                folder.display()
            )
        })?;
        Ok(Self { files, shell })
    }

    /// The page around every page.
    pub(crate) const fn shell(&self) -> &Shell {
        &self.shell
    }

    /// That page as it was built, without content.
    pub(crate) fn index(&self) -> Bytes {
        self.files
            .get(INDEX)
            .map_or_else(Bytes::new, |index| index.plain.bytes.clone())
    }

    /// What a path leads to.
    fn find<'a>(&'a self, path: &'a str) -> Found<'a> {
        if path != INDEX
            && let Some(file) = self.files.get(path)
        {
            return Found::File(file);
        }
        // A missing file is missing: pages have no dot and no place among the assets.
        if path.starts_with(HASHED) || path.rsplit('/').next().is_some_and(|last| last.contains('.')) {
            return Found::Nothing;
        }
        let (language, path) = Language::of_path(path);
        PublicPage::at(path).map_or(Found::Lost(language, path), |page| Found::Page(language, page))
    }
}

/// What a path leads to.
enum Found<'a> {
    File(&'a File),
    Page(Language, PublicPage),
    /// Where a page could be, and is none; the path without its language.
    Lost(Language, &'a str),
    /// Where a file could be, and is none.
    Nothing,
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, File>) -> anyhow::Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let address = format!("{prefix}/{name}");
        if path.is_dir() {
            collect(&path, &address, files)?;
        } else if !is_packed_twin(&path) {
            files.insert(address, file(&path)?);
        }
    }
    Ok(())
}

/// `app.js.br` beside `app.js`.
fn is_packed_twin(path: &Path) -> bool {
    let packed = path
        .extension()
        .is_some_and(|extension| extension == "br" || extension == "gz");
    packed && path.with_extension("").exists()
}

fn file(path: &Path) -> anyhow::Result<File> {
    let twin = |extension: &str| Body::read_if_there(&path.with_added_extension(extension));
    let media_type = mime_guess::from_path(path).first_or_octet_stream();
    let media_type = match media_type.type_() {
        mime_guess::mime::TEXT => format!("{media_type}; charset=utf-8"),
        _ => media_type.to_string(),
    };
    Ok(File {
        media_type: HeaderValue::try_from(media_type)?,
        plain: Body::read(path)?,
        gzip: twin("gz")?,
        brotli: twin("br")?,
    })
}

/// Answers a file of the build or the page that the path names.
pub(crate) async fn page(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(HttpResponse::MethodNotAllowed()
            .insert_header((ALLOW, "GET, HEAD"))
            .finish());
    }
    let Some(spa) = &state.spa else {
        return without_pages(request.path());
    };
    match spa.find(request.path()) {
        Found::File(file) => Ok(send(&request, file)),
        Found::Page(language, page) => pages::page(&state, &request, language, page).await,
        Found::Lost(language, path) => pages::lost(&state, language, path),
        Found::Nothing => Err(ProblemKind::NotFound.into()),
    }
}

/// Answers a file, packed as the reader takes it.
fn send(request: &HttpRequest, file: &File) -> HttpResponse {
    let asked = Coding::asked_by(request);
    let (body, coding) = match (asked, &file.brotli, &file.gzip) {
        (Coding::Brotli, Some(packed), _) => (packed, Coding::Brotli),
        (Coding::Brotli | Coding::Gzip, _, Some(packed)) => (packed, Coding::Gzip),
        _ => (&file.plain, Coding::Identity),
    };
    let caching = if request.path().starts_with(HASHED) {
        IMMUTABLE
    } else {
        REVALIDATE
    };
    if etag::is_known(request.headers(), &body.etag) {
        let mut unchanged = HttpResponse::NotModified();
        describe(&mut unchanged, body, caching);
        return unchanged.finish();
    }
    let mut response = HttpResponse::Ok();
    describe(&mut response, body, caching);
    response.insert_header((CONTENT_TYPE, file.media_type.clone()));
    if let Some(coding) = coding.header() {
        response.insert_header((CONTENT_ENCODING, coding));
    }
    response.body(body.bytes.clone())
}

/// What a 304 says as well: a browser puts these in the place of those it kept, the policy of the page included.
fn describe(response: &mut HttpResponseBuilder, body: &Body, caching: HeaderValue) {
    response
        .insert_header((ETAG, body.etag.clone()))
        .insert_header((CACHE_CONTROL, caching))
        .insert_header((VARY, "Accept-Encoding"))
        .insert_header((CONTENT_SECURITY_POLICY, CSP_PAGES));
}

/// A server without pages says where its documentation is.
fn without_pages(path: &str) -> Result<HttpResponse> {
    if path != "/" {
        return Err(ProblemKind::NotFound.into());
    }
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("AECT: /docs/ documents the API, /api/v1 answers it. This server was started without pages.\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::Resource;

    fn build() -> (tempfile::TempDir, Spa) {
        let folder = tempfile::tempdir().unwrap();
        let assets = folder.path().join("assets");
        std::fs::create_dir(&assets).unwrap();
        for (path, content) in [
            (
                "index.html",
                "<html lang=\"fr\"><title>T</title><meta name=\"description\" content=\"D\"><!-- content --><!-- /content -->",
            ),
            ("index.html.br", "br"),
            ("assets/app-1a2b.js", "start()"),
            ("assets/app-1a2b.js.gz", "gz"),
        ] {
            std::fs::write(folder.path().join(path), content).unwrap();
        }
        let spa = Spa::read(folder.path()).unwrap();
        (folder, spa)
    }

    #[test]
    fn an_unchanged_file_keeps_its_policy() {
        let (_folder, spa) = build();
        let body = &spa.files[INDEX].plain;
        let mut unchanged = HttpResponse::NotModified();
        describe(&mut unchanged, body, REVALIDATE);
        let policy = unchanged.finish().headers().get(CONTENT_SECURITY_POLICY).cloned();
        assert_eq!(policy, Some(CSP_PAGES));
    }

    #[test]
    fn pages_are_found_and_missing_files_are_missing() {
        let (_folder, spa) = build();
        assert!(matches!(
            spa.find("/annuaire/bordeaux"),
            Found::Page(Language::Fr, PublicPage::Record(Resource::Collectivities, _))
        ));
        assert!(matches!(
            spa.find("/en/nulle-part"),
            Found::Lost(Language::En, "/nulle-part")
        ));
        assert!(matches!(spa.find("/assets/app-1a2b.js"), Found::File(_)));
        for missing in [
            "/assets/app-old.js",
            "/assets/app",
            "/favicon.ico",
            "/../Cargo.toml",
            "/index.html",
        ] {
            assert!(matches!(spa.find(missing), Found::Nothing), "{missing}");
        }
    }

    #[test]
    fn packed_twins_are_not_files_of_their_own() {
        let (_folder, spa) = build();
        assert_eq!(
            spa.files.keys().collect::<Vec<_>>(),
            ["/assets/app-1a2b.js", "/index.html"]
        );
        let script = &spa.files["/assets/app-1a2b.js"];
        assert!(script.gzip.is_some() && script.brotli.is_none());
        assert_eq!(script.media_type, "text/javascript; charset=utf-8");
    }

    #[test]
    fn a_folder_that_is_no_build_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Spa::read(folder.path()).is_err());
    }
}
