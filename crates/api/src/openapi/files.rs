//! Operations on pictures and documents of records, and on how their texts look.

use super::said::{self, JSON, PATCH, Said};
use super::{examples, names, responses};
use crate::writing::WRITTEN;
use aect_types::files::MediaType;
use aect_types::problem::ProblemKind;
use aect_types::{Resource, files::limits};
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Paths};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, ObjectBuilder, Type};
use utoipa::openapi::{Content, KnownFormat, Ref, RefOr, Schema, SchemaFormat};

const TAG: &str = "Files and texts";
const FORM: &str = "multipart/form-data";

const REFUSED: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::NotFound,
    ProblemKind::PreconditionFailed,
    ProblemKind::PayloadTooLarge,
    ProblemKind::UnsupportedMediaType,
    ProblemKind::InvalidBody,
    ProblemKind::PreconditionRequired,
];
const NOT_REMOVED: &[ProblemKind] = &[
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::NotFound,
    ProblemKind::PreconditionFailed,
    ProblemKind::PreconditionRequired,
];

/// Adds them.
pub(super) fn add(paths: &mut Paths) -> anyhow::Result<()> {
    for resource in WRITTEN {
        said::add(paths, [adding(resource)?]);
    }
    said::add(paths, of_one()?);
    said::add(paths, [preview()]);
    let served = paths
        .paths
        .get_mut("/files/{id}/{name}")
        .and_then(|path| path.get.as_mut())
        .map(|operation| &mut operation.responses.responses);
    let Some(served) = served else { return Ok(()) };
    if let Some(RefOr::T(whole)) = served.get_mut("200") {
        for media_type in MediaType::ALL {
            let content = Content::new(Some(RefOr::<Schema>::T(bytes().into())));
            whole
                .content
                .insert(media_type.as_str().to_owned(), RefOr::T(content));
        }
        let mut part = whole.clone();
        part.description = "The bytes that `Range` asks for.".into();
        part.headers.insert(
            "Content-Range".into(),
            RefOr::Ref(responses::header("Content-Range")),
        );
        served.insert("206".into(), RefOr::T(part));
    }
    Ok(())
}

fn bytes() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
}

/// What a form sends.
pub(super) fn upload() -> Schema {
    let text = |description: &str, most| {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(description))
            .max_length(Some(most))
    };
    let title = "What it is called: required of a document. Of a picture: its caption.";
    let alt = "What a picture shows, for whoever does not see it: required of one.";
    ObjectBuilder::new()
        .description(Some("A file that is to be added to a record."))
        .property(
            "file",
            bytes().description(Some("The file. What it is, is seen in its bytes.")),
        )
        .property("role", Ref::from_schema_name("FileRole"))
        .property("title", text(title, aect_types::given::limits::TITLE_MAX))
        .property("alt", text(alt, limits::ALT_MAX))
        .required("file")
        .required("role")
        .into()
}

/// A record of any kind, as far as its files go.
pub(super) fn record() -> Schema {
    let id = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    ObjectBuilder::new()
        .description(Some(
            "A record of any kind, whole: the schema is that of its kind.",
        ))
        .property("id", id)
        .property("version", ObjectBuilder::new().schema_type(Type::Integer))
        .property("files", ArrayBuilder::new().items(Ref::from_schema_name("File")))
        .required("id")
        .required("version")
        .required("files")
        // What is of its kind.
        .additional_properties(Some(AdditionalProperties::FreeForm(true)))
        .into()
}

/// The parameters of an operation on one record: what names it, then the version that is written.
const fn parameters(resource: Resource) -> &'static [&'static str] {
    super::writing::parameters(resource)
}

fn adding(resource: Resource) -> anyhow::Result<Said> {
    let singular = names::singular(resource);
    let megabytes = |bytes: usize| bytes / 1024 / 1024;
    Ok(Said {
        method: HttpMethod::Post,
        path: format!("/{resource}/{{key}}/files"),
        tag: names::title(resource),
        id: format!("add{singular}File"),
        summary: format!("Add a file to {}", names::one(resource)),
        description: format!(
            "Adds a picture (JPEG, PNG or WebP, {} MB and {} megapixels at most) or a document (PDF, {} MB at most), {} a record. \
             Pictures are written anew, upright and without what a camera notes (place, date, maker): JPEG, or PNG where they are \
             transparent or a logo; documents stay as they are. A new logo takes the place of the one before. By whoever may change \
             the record. `Location` is the file’s address.",
            megabytes(limits::PICTURE_BYTES_MAX),
            limits::PIXELS_MAX / 1_000_000,
            megabytes(limits::DOCUMENT_BYTES_MAX),
            limits::FILES_MAX,
        ),
        signed_in: true,
        parameters: parameters(resource),
        sends: Some((
            FORM,
            "FileUpload".into(),
            json!({"file": "…", "role": "picture", "alt": "Un puits et sa margelle, à Fatick."}),
        )),
        status: "201",
        answers: (
            "The record, with its files.".into(),
            Some((singular.to_owned(), examples::record(resource)?)),
        ),
        problems: REFUSED,
    })
}

fn of_one() -> anyhow::Result<[Said; 4]> {
    // Which kind of record it is depends on the file: any of them has its files.
    let record = || -> anyhow::Result<(String, Value)> {
        Ok((
            "RecordWithFiles".to_owned(),
            examples::record(Resource::Projects)?,
        ))
    };
    Ok([
        Said {
            method: HttpMethod::Get,
            path: "/files/{id}/{name}".into(),
            tag: TAG.into(),
            id: "getFile".into(),
            summary: "Get the bytes of a file".into(),
            description: "Of a record that the caller may read, now: a file of a draft is there for those only who may write it. Addresses stand \
                          in the records. Pictures are to be shown, documents to be kept (`Content-Disposition`). `Range` asks for one part (several \
                          at once get all of it). In a page of this site, the \
                          cookie `aect_files` of whoever has signed in says who asks."
                .into(),
            signed_in: false,
            parameters: &["Files.id", "Files.name", "Files.width", "Range", "If-Range"],
            sends: None,
            status: "200",
            answers: ("The bytes.".into(), None),
            problems: &[
                ProblemKind::InvalidParameters,
                ProblemKind::Unauthorized,
                ProblemKind::NotFound,
                ProblemKind::RangeNotSatisfiable,
            ],
        },
        Said {
            method: HttpMethod::Patch,
            path: "/files/{id}".into(),
            tag: TAG.into(),
            id: "updateFile".into(),
            summary: "Describe a file".into(),
            description: "Changes what is said of a file, or its place among the files of its record (`rank`, from 0), by a merge patch. \
                          `If-Match` names the version of the record."
                .into(),
            signed_in: true,
            parameters: &["Files.id", "If-Match"],
            sends: Some((
                PATCH,
                "FileInputPatch".into(),
                json!({"alt": "Un puits et sa margelle."}),
            )),
            status: "200",
            answers: ("The record, with its files.".into(), Some(record()?)),
            problems: REFUSED,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/files/{id}".into(),
            tag: TAG.into(),
            id: "deleteFile".into(),
            summary: "Remove a file".into(),
            description: "Takes a file from its record: nobody gets it any more. It can be put back for 30 days; then it is erased.".into(),
            signed_in: true,
            parameters: &["Files.id", "If-Match"],
            sends: None,
            status: "200",
            answers: ("The record, with its files.".into(), Some(record()?)),
            problems: NOT_REMOVED,
        },
        Said {
            method: HttpMethod::Post,
            path: "/files/{id}/restore".into(),
            tag: TAG.into(),
            id: "restoreFile".into(),
            summary: "Put a file back".into(),
            description: "Gives a file that was removed to its record again.".into(),
            signed_in: true,
            parameters: &["Files.id", "If-Match"],
            sends: None,
            status: "200",
            answers: ("The record, with its files.".into(), Some(record()?)),
            problems: NOT_REMOVED,
        },
    ])
}

/// What a long text will look like.
fn preview() -> Said {
    Said {
        method: HttpMethod::Post,
        path: "/preview".into(),
        tag: TAG.into(),
        id: "previewText".into(),
        summary: "Preview a long text".into(),
        description: "Long texts (descriptions, reports…) are Markdown (CommonMark). Answers what one will look like: the same HTML that a record has \
                      of it in `html`. HTML in the text stays text; links lead to the Web or to mail; pictures are left out. Limited by network."
            .into(),
        signed_in: true,
        parameters: &[],
        sends: Some((JSON, "PreviewRequest".into(), json!({"text": "Des puits **et** des pompes."}))),
        status: "200",
        answers: (
            "HTML that is safe to show.".into(),
            Some((
                "Preview".into(),
                json!({"html": "<p>Des puits <strong>et</strong> des pompes.</p>\n"}),
            )),
        ),
        problems: &[
            ProblemKind::BadRequest,
            ProblemKind::Unauthorized,
            ProblemKind::SecondFactorRequired,
            ProblemKind::InvalidBody,
            ProblemKind::TooManyRequests,
        ],
    }
}
