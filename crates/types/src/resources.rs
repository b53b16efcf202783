//! The library: guides, models, legal notes and whatever else members may use again. Its records are called
//! [`SharedResource`], because [`crate::Resource`] is what kinds of record there are.

use crate::authors::{Author, AuthorInput};
use crate::events::Audience;
use crate::themes::ThemeRef;
use crate::{CountryCode, PartialDate, Slug};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of resource.
    ResourceKind {
        /// How to do something.
        Guide = "guide",
        /// A document to start from: agreement, deliberation, budget.
        Template = "template",
        /// What the law says; good until it is due to be read again.
        LegalNote = "legal_note",
        /// Study.
        Study = "study",
        /// Report.
        Report = "report",
        /// Something to work with.
        Tool = "tool",
        /// Training.
        Training = "training",
        /// Film or recording.
        Video = "video",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// The language that a resource is in (ISO 639-1).
    ResourceLanguage {
        /// French.
        French = "fr",
        /// English.
        English = "en",
        /// Spanish.
        Spanish = "es",
        /// Portuguese.
        Portuguese = "pt",
        /// German.
        German = "de",
        /// Italian.
        Italian = "it",
        /// Arabic.
        Arabic = "ar",
        /// Basque.
        Basque = "eu",
        /// Occitan.
        Occitan = "oc",
    }
}

entity! {
    /// Something that members may use again: a guide, a model, a legal note…
    SharedResource, SharedResourceInput, SharedResourceRefs, Resources, SharedResourceSummary;
    fields {
        /// Its title.
        title: String,
        /// What it is about, in 280 characters at most.
        summary: Option<String>,
        /// What is in it, in Markdown.
        description: Option<String>,
        /// Its kind.
        kind: ResourceKind,
        /// Where it is.
        link: Option<String>,
        /// When it came out, as exactly as it is known.
        published_on: Option<PartialDate>,
        /// The language that it is in.
        language: Option<ResourceLanguage>,
        /// Whom it is for.
        audience: Vec<Audience>,
        /// Who publishes it, where they have no record here.
        publisher_name: Option<String>,
        /// When somebody last read it again and found it right.
        reviewed_on: Option<NaiveDate>,
        /// From when on it has to be read again; a legal note always says it.
        review_due_on: Option<NaiveDate>,
        /// Countries that it is about.
        countries: Vec<CountryCode>,
    }
    references {
        /// Who publishes it; their editors write the record.
        publishers: Vec<AuthorInput> => Vec<Author>,
        /// Themes.
        themes: Vec<Uuid> => Vec<ThemeRef>,
    }
    computed {}
}

/// A resource in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SharedResourceSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Its kind.
    pub kind: ResourceKind,
    /// When it came out.
    pub published_on: Option<PartialDate>,
    /// From when on it has to be read again.
    pub review_due_on: Option<NaiveDate>,
    /// Names of those who publish it.
    pub publishers: Vec<String>,
}

impl From<&SharedResource> for SharedResourceSummary {
    fn from(record: &SharedResource) -> Self {
        let publishers = record.publishers.iter().map(|one| one.name().to_owned());
        Self {
            id: record.id,
            slug: record.slug.clone(),
            title: record.title.clone(),
            summary: record.summary.clone(),
            kind: record.kind,
            published_on: record.published_on,
            review_due_on: record.review_due_on,
            publishers: publishers.chain(record.publisher_name.clone()).collect(),
        }
    }
}
