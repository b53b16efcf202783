//! Who runs the platform, as `site.toml` says it.

use super::given::{Day, Email, Given, LegalBasis, Line, WebAddress, plain};
use aect_types::{PartialDate, Siren};
use aect_words::Language;
use aect_words::pages::{Text, register};
use anyhow::{Context as _, ensure};
use maud::{Markup, html};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// The file that comes with the binary.
const DEFAULT: &str = include_str!("../../texts/site.toml");

/// Who answers for what is done with data about people, and why it may be done.
#[derive(Clone, Debug)]
pub(crate) struct Responsible {
    /// The controller's name and address.
    pub(crate) controller: Option<String>,
    /// The data protection officer, and where to write.
    pub(crate) officer: Option<String>,
    /// The legal basis of what needs no other.
    pub(crate) basis: Text,
}

/// Who runs the platform.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operator {
    /// When this last changed.
    pub(super) updated_on: PartialDate,
    source_code: Given<WebAddress>,
    publisher: Publisher,
    host: Host,
    contact: Contact,
    data_protection: DataProtection,
    /// What the accessibility statement says.
    pub(super) accessibility: Accessibility,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Publisher {
    name: Given<Line>,
    address: Given<Line>,
    siren: Given<Siren>,
    phone: Given<Line>,
    director: Given<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Host {
    name: Given<Line>,
    address: Given<Line>,
    phone: Given<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    email: Given<Email>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DataProtection {
    officer: Given<Line>,
    email: Given<Email>,
    legal_basis: Given<LegalBasis>,
}

/// What the accessibility statement says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accessibility {
    pub(super) status: Status,
    declared_on: Given<Day>,
    email: Given<Email>,
    pub(super) audit: Option<Audit>,
    #[serde(default)]
    pub(super) non_conformities: Vec<Said>,
    #[serde(default)]
    pub(super) disproportionate_burden: Vec<Said>,
    #[serde(default)]
    pub(super) exempt: Vec<Said>,
}

/// How far the site complies (article 5 of the décret n° 2019-768): fully, at least half of the criteria, less or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Status {
    #[serde(rename = "non_conforme")]
    Not,
    #[serde(rename = "partiellement_conforme")]
    Partly,
    #[serde(rename = "totalement_conforme")]
    Fully,
}

impl Status {
    /// As the file names it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Not => "non_conforme",
            Self::Partly => "partiellement_conforme",
            Self::Fully => "totalement_conforme",
        }
    }
}

/// An audit that was made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Audit {
    pub(super) on: Day,
    pub(super) by: Line,
    /// Percentage of the criteria that are met.
    pub(super) rate: f64,
    #[serde(default)]
    pub(super) environments: Vec<Said>,
    #[serde(default)]
    pub(super) tools: Vec<Said>,
    #[serde(default)]
    pub(super) pages: Vec<Said>,
}

/// Something said in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    fr: Line,
    en: Line,
}

impl Said {
    pub(super) fn of(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr.0,
            Language::En => &self.en.0,
        }
    }
}

impl Operator {
    /// Reads a file, or the one that comes with the binary.
    pub(super) fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let Some(file) = file else {
            return Self::parse(DEFAULT).context("the site file that comes with the binary");
        };
        let named = || format!("the site file {}", file.display());
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", named()))?;
        Self::parse(&text).with_context(named)
    }

    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let operator: Self = toml::from_str(text)?;
        operator.accessibility.check()?;
        Ok(operator)
    }

    /// Who answers for what is done with data about people: the controller, and the officer.
    pub(super) fn responsible(&self) -> Responsible {
        let joined = |parts: [Option<String>; 2]| {
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        };
        let (publisher, protection) = (&self.publisher, &self.data_protection);
        Responsible {
            controller: joined([publisher.name.said(), publisher.address.said()]),
            officer: joined([protection.officer.said(), protection.email.said()]),
            basis: match &protection.legal_basis {
                Given::Value(LegalBasis::LegitimateInterest) => register::BASIS_LEGITIMATE,
                Given::Value(LegalBasis::PublicInterest) => register::BASIS_PUBLIC,
                Given::ToComplete => register::BASIS_UNKNOWN,
            },
        }
    }

    /// What the operator says, by the name of its placeholder, in HTML; `None` where it has said nothing yet.
    pub(super) fn facts(&self, language: Language) -> [(&'static str, Option<Markup>); 15] {
        let Self {
            publisher,
            host,
            data_protection,
            accessibility,
            ..
        } = self;
        let basis = |basis: &LegalBasis| html! { (basis.sentence(language)) };
        let day = |day: &Day| html! { (aect_words::dates::date(day.0, language)) };
        [
            ("source_code", self.source_code.shown(WebAddress::link)),
            ("publisher.name", publisher.name.shown(plain)),
            ("publisher.address", publisher.address.shown(plain)),
            ("publisher.siren", publisher.siren.shown(plain)),
            ("publisher.phone", publisher.phone.shown(plain)),
            ("publisher.director", publisher.director.shown(plain)),
            ("host.name", host.name.shown(plain)),
            ("host.address", host.address.shown(plain)),
            ("host.phone", host.phone.shown(plain)),
            ("contact.email", self.contact.email.shown(Email::link)),
            ("data_protection.officer", data_protection.officer.shown(plain)),
            ("data_protection.email", data_protection.email.shown(Email::link)),
            (
                "data_protection.legal_basis",
                data_protection.legal_basis.shown(basis),
            ),
            ("accessibility.declared_on", accessibility.declared_on.shown(day)),
            ("accessibility.email", accessibility.email.shown(Email::link)),
        ]
    }

    /// The fields that the operator has still to complete.
    pub(super) fn to_complete(&self) -> Vec<&'static str> {
        let facts = self.facts(Language::Fr).into_iter();
        facts
            .filter(|(_, value)| value.is_none())
            .map(|(name, _)| name)
            .collect()
    }
}

impl Accessibility {
    /// The status must be what the audit found.
    fn check(&self) -> anyhow::Result<()> {
        let Some(audit) = &self.audit else {
            ensure!(
                self.status == Status::Not,
                "accessibility.status: without accessibility.audit a site is `non_conforme`"
            );
            return Ok(());
        };
        ensure!(
            (0.0..=100.0).contains(&audit.rate),
            "accessibility.audit.rate: a percentage, from 0 to 100"
        );
        let found = match audit.rate {
            rate if rate >= 100.0 => Status::Fully,
            rate if rate >= 50.0 => Status::Partly,
            _ => Status::Not,
        };
        ensure!(
            self.status == found,
            "accessibility.status: with {} % of the criteria a site is `{}`",
            audit.rate,
            found.as_str()
        );
        Ok(())
    }
}
