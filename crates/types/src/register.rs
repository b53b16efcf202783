//! The register of processing activities (GDPR, article 30), as animators read and print it.

use serde::{Deserialize, Serialize};

codes! {
    /// Something that is kept for a time, and then forgotten by the program itself.
    Period {
        /// An account that nobody uses.
        Account = "account",
        /// The first notice before it is closed.
        FirstNotice = "first_notice",
        /// The last one.
        LastNotice = "last_notice",
        /// An account that was made by an invitation and never used.
        Invitation = "invitation",
        /// That a session has ended, or a mail has left.
        Trace = "trace",
        /// A session that stays open.
        Session = "session",
        /// A link that signs in.
        Link = "link",
        /// Being led to another site and back.
        Detour = "detour",
        /// What somebody said of a record, from the decision on.
        Remark = "remark",
        /// The address of whoever said it.
        RemarkAddress = "remark_address",
        /// An act of authority.
        Act = "act",
        /// Words about sharing a project.
        CoLead = "co_lead",
        /// A file that was removed.
        File = "file",
        /// The answer to a request that may come twice.
        Retry = "retry",
    }
}

/// The whole register, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Register {
    /// Who answers for it: name and address, as the operator's file has them; null where it does not say yet.
    pub controller: Option<String>,
    /// The data protection officer: who, and where to write.
    pub officer: Option<String>,
    /// What is done with data about people.
    pub activities: Vec<ProcessingActivity>,
    /// How they are protected (article 32).
    pub measures: Vec<String>,
}

/// One processing activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcessingActivity {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Why it is lawful (article 6).
    pub basis: String,
    /// Whose data.
    pub people: String,
    /// Which data.
    pub data: String,
    /// Who gets them.
    pub recipients: String,
    /// How long they are kept.
    pub retention: Vec<Retention>,
}

/// How long something is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// What.
    pub what: String,
    /// How long, in words: the figure that the program applies, or until when.
    pub kept: String,
}
