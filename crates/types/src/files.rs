//! Pictures and documents that belong to records.

use crate::given::Checks;
use crate::problem::ErrorCode;
use crate::query::ParameterError;
use crate::{Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Bounds of what is sent.
pub mod limits {
    /// A picture, in bytes.
    pub const PICTURE_BYTES_MAX: usize = 10 * 1024 * 1024;
    /// A document, in bytes.
    pub const DOCUMENT_BYTES_MAX: usize = 20 * 1024 * 1024;
    /// A picture, in pixels: what any telephone takes.
    pub const PIXELS_MAX: u64 = 50_000_000;
    /// Files of one record.
    pub const FILES_MAX: usize = 50;
    /// What a picture shows, in characters.
    pub const ALT_MAX: usize = 300;
}

/// The widths, in pixels, in which a wider picture is there as well.
pub const WIDTHS: [i32; 2] = [320, 1280];
/// The longer side of the largest form that is kept of a picture, in pixels.
pub const SIDE_MAX: i32 = 2560;
/// Where files are; their identifier and name follow.
pub const ADDRESS: &str = "/api/v1/files";

codes! {
    /// What a file is to its record.
    FileRole {
        /// The sign of an organisation; one at a time.
        Logo = "logo",
        /// A picture.
        Picture = "picture",
        /// A document.
        Document = "document",
    }
}

codes! {
    /// What a file is made of: seen in its bytes, whatever its name says.
    MediaType {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// PDF.
        Pdf = "application/pdf",
    }
}

impl MediaType {
    /// How names of such files end.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// A picture or a document of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct File {
    /// Its identifier.
    pub id: Uuid,
    /// What it is to the record.
    pub role: FileRole,
    /// Its address on this server.
    pub url: String,
    /// What it is made of.
    pub media_type: MediaType,
    /// How much it weighs.
    pub bytes: i64,
    /// What it is called; of a picture: its caption.
    pub title: Option<String>,
    /// What a picture shows, for whoever does not see it.
    pub alt: Option<String>,
    /// How wide a picture is, in pixels.
    pub width: Option<i32>,
    /// How high.
    pub height: Option<i32>,
    /// The smaller forms of a picture, the smallest first.
    pub sizes: Vec<PictureSize>,
}

/// A smaller form of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PictureSize {
    /// How wide it is, in pixels.
    pub width: i32,
    /// How high.
    pub height: i32,
    /// Its address on this server.
    pub url: String,
}

/// What is said of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FileInput {
    /// What it is called: required of a document.
    #[serde(default)]
    pub title: Option<String>,
    /// What a picture shows: required of one.
    #[serde(default)]
    pub alt: Option<String>,
    /// Its place among the files of the record, from 0.
    #[serde(default)]
    pub rank: i32,
}

impl FileInput {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn wrong(&self, role: FileRole) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        let fields = [
            (
                "/title",
                &self.title,
                crate::given::limits::TITLE_MAX,
                role == FileRole::Document,
            ),
            ("/alt", &self.alt, limits::ALT_MAX, role != FileRole::Document),
        ];
        for (pointer, said, most, required) in fields {
            let said = said.as_deref().unwrap_or_default();
            if required {
                checks.required(pointer, said, most);
            } else {
                checks.text(pointer, said, most);
            }
            if said.contains(['\n', '\t']) {
                checks.note(pointer, ErrorCode::Format, "");
            }
        }
        checks.within("/rank", self.rank.into(), 0, 1_000);
        checks.found()
    }
}

/// Whether records of a kind have a logo: those of organisations.
#[must_use]
pub const fn has_logo(resource: Resource) -> bool {
    matches!(
        resource,
        Resource::Collectivities | Resource::Actors | Resource::PartnerAuthorities | Resource::ThematicGroups
    )
}

/// How high a picture of that width and height is when it is `narrower` pixels wide.
#[must_use]
pub fn height_at(width: i32, height: i32, narrower: i32) -> i32 {
    let scaled = i64::from(height) * i64::from(narrower) / i64::from(width.max(1));
    i32::try_from(scaled).unwrap_or(i32::MAX).max(1)
}

/// The smaller forms that are kept of a picture as wide as that.
pub fn narrower(width: i32) -> impl Iterator<Item = i32> {
    WIDTHS.into_iter().filter(move |narrower| *narrower < width)
}

/// A name for addresses and folders, made of the one that a file had: letters, digits and hyphens, with the suffix of what
/// it is. Nothing else of the name is kept.
#[must_use]
pub fn safe_name(given: &str, media_type: MediaType) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let stem: String = stem.chars().take(80).collect();
    let stem = Slug::of_name(&stem).map_or_else(|| "fichier".to_owned(), String::from);
    format!("{stem}.{}", media_type.suffix())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_nothing_that_could_lead_elsewhere() {
        for (given, name) in [
            ("Rapport d’activité 2025.PDF", "rapport-d-activite-2025.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Windows\\..\\a.exe", "a.pdf"),
            ("photo\u{202e}gpj.exe", "photo-gpj.pdf"),
            ("a\0b\r\nSet-Cookie: x.pdf", "a-b-set-cookie-x.pdf"),
            ("…", "fichier.pdf"),
            ("", "fichier.pdf"),
            (".htaccess", "fichier.pdf"),
        ] {
            assert_eq!(safe_name(given, MediaType::Pdf), name, "{given:?}");
        }
    }

    #[test]
    fn a_picture_says_what_it_shows_and_a_document_what_it_is() {
        let named = |input: &FileInput, role| {
            let wrong = input.wrong(role);
            wrong
                .into_iter()
                .map(|error| (error.parameter, error.code))
                .collect::<Vec<_>>()
        };
        let nothing = FileInput::default();
        for (role, field) in [
            (FileRole::Logo, "/alt"),
            (FileRole::Picture, "/alt"),
            (FileRole::Document, "/title"),
        ] {
            assert_eq!(named(&nothing, role), [(field.to_owned(), ErrorCode::Required)]);
        }
        let long = FileInput {
            alt: Some("é".repeat(limits::ALT_MAX + 1)),
            title: Some("a\0".to_owned()),
            rank: -1,
        };
        let expected = [
            ("/title", ErrorCode::Format),
            ("/alt", ErrorCode::TooLong),
            ("/rank", ErrorCode::Range),
        ];
        assert_eq!(
            named(&long, FileRole::Picture),
            expected.map(|(field, code)| (field.to_owned(), code))
        );
    }

    #[test]
    fn forms_keep_the_shape() {
        assert_eq!(height_at(4000, 3000, 320), 240);
        assert_eq!(height_at(10_000, 1, 320), 1);
        assert_eq!(narrower(1280).collect::<Vec<_>>(), [320]);
        assert_eq!(narrower(200).count(), 0);
    }
}
