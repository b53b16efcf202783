//! `/api/v1/texts`: the editorial pages. Fragments of HTML that come with the binary (`crates/api/texts`), in which what
//! depends on the operator is filled in once, at the start.

mod declaration;
mod given;
mod operator;
#[cfg(test)]
mod tests;

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::negotiation;
use crate::state::State;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_types::problem::ProblemKind;
use aect_types::resource::Format;
use aect_types::texts::SiteText;
use aect_types::{Page, PartialDate};
use aect_words::Language;
use aect_words::pages::{Text, texts as words};
use anyhow::Context as _;
use maud::{Markup, html};
use operator::{Operator, Responsible};
use std::collections::BTreeMap;
use std::path::Path as FilePath;

/// A text as it comes with the binary.
struct Source {
    slug: &'static str,
    title: Text,
    summary: Text,
    /// When the fragments last changed.
    updated_on: &'static str,
    fr: &'static str,
    en: &'static str,
}

macro_rules! source {
    ($slug:literal, $title:ident, $summary:ident, $updated_on:literal) => {
        Source {
            slug: $slug,
            title: words::$title,
            summary: words::$summary,
            updated_on: $updated_on,
            fr: include_str!(concat!("../../texts/fr/", $slug, ".html")),
            en: include_str!(concat!("../../texts/en/", $slug, ".html")),
        }
    };
}

/// All of them, in the order in which they are listed.
static SOURCES: [Source; 5] = [
    source!("aide", HELP, HELP_SUMMARY, "2026-11-22"),
    source!("donnees", DATA, DATA_SUMMARY, "2026-11-22"),
    source!("mentions-legales", LEGAL, LEGAL_SUMMARY, "2026-11-22"),
    source!("donnees-personnelles", PRIVACY, PRIVACY_SUMMARY, "2026-11-23"),
    source!(
        "accessibilite",
        ACCESSIBILITY,
        ACCESSIBILITY_SUMMARY,
        "2026-11-22"
    ),
];

impl Source {
    const fn fragment(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En => self.en,
        }
    }

    fn text(&self, operator: &Operator, public_url: &str, language: Language) -> anyhow::Result<SiteText> {
        let filled = fill(self.fragment(language), &values(operator, public_url, language))
            .with_context(|| format!("{} ({})", self.slug, language.tag()))?;
        let own: PartialDate = self.updated_on.parse()?;
        Ok(SiteText {
            slug: self.slug.parse()?,
            language: language.tag().to_owned(),
            title: self.title.of(language).to_owned(),
            summary: self.summary.of(language).to_owned(),
            html: filled,
            updated_on: later(own, operator.updated_on),
        })
    }
}

/// The texts as they are answered.
pub(crate) struct Texts {
    all: Vec<(Language, SiteText)>,
    accessibility: &'static str,
    responsible: Responsible,
}

impl Texts {
    /// Fills in what the operator's file says (none: the one that comes with the binary), and where readers reach this
    /// server.
    pub(crate) fn read(site_file: Option<&FilePath>, public_url: &str) -> anyhow::Result<Self> {
        let operator = Operator::read(site_file)?;
        let public_url = public_url.trim_end_matches('/');
        let mut all = Vec::new();
        for language in Language::ALL {
            for source in &SOURCES {
                all.push((language, source.text(&operator, public_url, language)?));
            }
        }
        Ok(Self {
            all,
            accessibility: operator.accessibility.status.as_str(),
            responsible: operator.responsible(),
        })
    }

    /// The text of that name in a language.
    pub(crate) fn find(&self, slug: &str, language: Language) -> Option<&SiteText> {
        self.of(language).find(|text| text.slug.as_str() == slug)
    }

    /// How far the site complies with RGAA, in the operator's own code.
    pub(crate) const fn accessibility(&self) -> &'static str {
        self.accessibility
    }

    /// Who answers for what is done with data about people.
    pub(crate) const fn responsible(&self) -> &Responsible {
        &self.responsible
    }

    /// All texts in a language.
    fn of(&self, language: Language) -> impl Iterator<Item = &SiteText> {
        let spoken = move |(tongue, _): &&(Language, SiteText)| *tongue == language;
        self.all.iter().filter(spoken).map(|(_, text)| text)
    }
}

/// The fields of an operator's file (none: the one that comes with the binary) that still wait for the operator; an
/// error where the file cannot be used.
pub fn to_complete(site_file: Option<&FilePath>) -> anyhow::Result<Vec<&'static str>> {
    Ok(Operator::read(site_file)?.to_complete())
}

/// What stands for each placeholder.
fn values(operator: &Operator, public_url: &str, language: Language) -> BTreeMap<&'static str, Markup> {
    let waiting = html! { mark { (words::TO_COMPLETE.of(language)) } };
    let facts = operator.facts(language).into_iter();
    let facts = facts.map(|(name, value)| (name, value.unwrap_or_else(|| waiting.clone())));
    let declared = declaration::parts(&operator.accessibility, language);
    let mut values: BTreeMap<_, _> = facts.chain(declared).collect();
    values.insert("site.url", html! { (public_url) });
    values
}

/// The fragment with a value in the place of each `{{name}}`.
fn fill(fragment: &str, values: &BTreeMap<&'static str, Markup>) -> anyhow::Result<String> {
    let mut filled = String::with_capacity(fragment.len());
    let mut rest = fragment;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").context("a placeholder has no end")?;
        let value = values
            .get(name)
            .with_context(|| format!("nothing stands for {{{{{name}}}}}"))?;
        filled.push_str(before);
        filled.push_str(&value.0);
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn later(one: PartialDate, other: PartialDate) -> PartialDate {
    if other.first_day() > one.first_day() {
        other
    } else {
        one
    }
}

/// Answers what texts there are.
pub(crate) async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let language = negotiation::language(&request);
    answers::in_language(&state, &request, "texts", language, || {
        json(&Page::whole(
            state.texts.of(language).map(SiteText::summarise).collect(),
        ))
    })
    .await
}

/// Answers one text.
pub(crate) async fn text(
    state: Data<State>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let language = negotiation::language(&request);
    let text = state.texts.find(&slug, language).ok_or(ProblemKind::NotFound)?;
    let question = format!("texts/{slug}");
    answers::in_language(&state, &request, &question, language, || json(text)).await
}

fn json<T: serde::Serialize>(value: &T) -> Result<Made> {
    let body = serde_json::to_vec(value).map_err(Error::internal)?;
    // The texts come with the binary: they have no versions of their own yet.
    Ok(Made::new(Format::Json.media_type(), 1, body))
}
