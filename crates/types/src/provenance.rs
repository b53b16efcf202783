//! Where a record comes from: who gave it, under which licence, and what the documents say of it.

use crate::{PartialDate, Slug};
use serde::{Deserialize, Serialize};

codes! {
    /// Who gave the data.
    SourceKind {
        /// A person with an account.
        Person = "person",
        /// A file that an animator imported.
        Import = "import",
        /// A partner site.
        Partner = "partner",
    }
}

/// Where a record comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provenance {
    /// Who gave the data.
    pub kind: SourceKind,
    /// The file or partner, as it calls itself; null for a person, who is not named.
    pub source: Option<String>,
    /// The licence that the source states, when the data came from elsewhere.
    pub license: Option<String>,
    /// What documents say, word for word.
    pub citations: Vec<Citation>,
}

/// What one document says, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Citation {
    /// The document.
    pub document: DocumentRef,
    /// The words of the document; null where it only mentions the matter in a table or list.
    pub quotation: Option<String>,
    /// The day on which the statement held.
    pub stated_on: Option<PartialDate>,
    /// How directly the document says it, in the words of who read it.
    pub evidence: Option<String>,
}

/// A source document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentRef {
    /// Its identifier in the reference data.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is dated, as exactly as it is.
    pub date: Option<PartialDate>,
}

/// A citation as it is given: the document by its identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitationInput {
    /// The document's identifier.
    pub document: Slug,
    /// Its words.
    pub quotation: Option<String>,
    /// The day on which the statement held.
    pub stated_on: Option<PartialDate>,
    /// How directly the document says it.
    pub evidence: Option<String>,
}
