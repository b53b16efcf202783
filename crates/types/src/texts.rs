//! Editorial texts: the help, the guide to the data, the legal pages.

use crate::{PartialDate, Slug};
use serde::{Deserialize, Serialize};

/// What a list shows of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteTextSummary {
    /// Its name in addresses, the same in every language.
    pub slug: Slug,
    /// The heading of its page.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// The language of all this (BCP 47): `fr` or `en`.
    pub language: String,
}

/// A text of the site, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteText {
    /// Its name in addresses, the same in every language.
    pub slug: Slug,
    /// The language of all this (BCP 47): `fr` or `en`.
    pub language: String,
    /// The heading of its page.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// A fragment of plain HTML to stand below that heading: from `h2` down, no script, no style, no class, nothing that
    /// is loaded. A link that begins with `/api/` or `/docs` leads to this server, another one that begins with `/` to a page
    /// of the site.
    pub html: String,
    /// When it last changed.
    pub updated_on: PartialDate,
}

impl SiteText {
    /// What a list shows of it.
    #[must_use]
    pub fn summarise(&self) -> SiteTextSummary {
        let Self {
            slug,
            title,
            summary,
            language,
            ..
        } = self.clone();
        SiteTextSummary {
            slug,
            title,
            summary,
            language,
        }
    }
}
