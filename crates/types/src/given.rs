//! What is given to write a record: what it must satisfy, whose it is, and what it refers to. The server checks it; a
//! form may check the same before it sends.

mod actors;
mod collectivities;
mod events;
mod external_initiatives;
mod news;
mod partner_authorities;
mod people;
mod projects;
mod recurrence;
mod resources;
mod thematic_groups;
mod themes;

use crate::actors::ActorInput;
use crate::authors::AuthorInput;
use crate::collectivities::CollectivityInput;
use crate::events::EventInput;
use crate::external_initiatives::ExternalInitiativeInput;
use crate::money::MoneyRange;
use crate::news::NewsInput;
use crate::partner_authorities::PartnerAuthorityInput;
use crate::policy::{Caller, Writers};
use crate::problem::ErrorCode;
use crate::projects::{Link, ProjectInput};
use crate::query::ParameterError;
use crate::resources::SharedResourceInput;
use crate::thematic_groups::ThematicGroupInput;
use crate::themes::ThemeInput;
use crate::{CountryCode, Resource, Slug, Visibility};
use chrono::{Datelike as _, NaiveDate};
use std::collections::HashSet;
use std::hash::Hash;
use uuid::Uuid;

/// Longest texts, in characters.
pub mod limits {
    /// A title or a name.
    pub const TITLE_MAX: usize = 200;
    /// A summary: what a list shows.
    pub const SUMMARY_MAX: usize = 280;
    /// A sentence or two.
    pub const NOTE_MAX: usize = 1_000;
    /// A text of several paragraphs.
    pub const TEXT_MAX: usize = 20_000;
    /// An address of the Web.
    pub const URL_MAX: usize = 2_000;
    /// Entries of any list.
    pub const ITEMS_MAX: usize = 200;
    /// People, seats, collectivities.
    pub const COUNT_MAX: i64 = 1_000_000;
}

/// A record that another one names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it is named (RFC 6901).
    pub pointer: String,
    /// What it must be.
    pub resource: Resource,
    /// Which one.
    pub id: Uuid,
}

impl Reference {
    /// A record of that kind, named there.
    fn new(pointer: impl Into<String>, resource: Resource, id: Uuid) -> Self {
        let pointer = pointer.into();
        Self {
            pointer,
            resource,
            id,
        }
    }

    /// The collectivities and actors in whose name something is told.
    fn authors<'i>(pointer: &'i str, authors: &'i [AuthorInput]) -> impl Iterator<Item = Self> + 'i {
        authors.iter().enumerate().flat_map(move |(rank, author)| {
            let of = move |name: &str, resource, id: Option<Uuid>| {
                id.map(|id| Self::new(format!("{pointer}/{rank}/{name}"), resource, id))
            };
            let collectivity = of("collectivity", Resource::Collectivities, author.collectivity);
            collectivity
                .into_iter()
                .chain(of("actor", Resource::Actors, author.actor))
        })
    }

    /// All of a list.
    fn each<'i>(pointer: &'i str, resource: Resource, ids: &'i [Uuid]) -> impl Iterator<Item = Self> + 'i {
        let named = move |(rank, id): (usize, &Uuid)| Self::new(format!("{pointer}/{rank}"), resource, *id);
        ids.iter().enumerate().map(named)
    }
}

/// A shared list that codes come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeList {
    /// Records that have a code: countries, Sustainable Development Goals, DAC sectors.
    Records(Resource),
    /// Time zones (IANA).
    TimeZones,
}

/// A code that a record names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Where it is named (RFC 6901).
    pub pointer: String,
    /// The list that it must be in.
    pub list: CodeList,
    /// Which one.
    pub code: String,
}

impl Code {
    /// A code of records of that kind, named there.
    fn new(pointer: impl Into<String>, resource: Resource, code: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            list: CodeList::Records(resource),
            code: code.into(),
        }
    }

    /// Countries of a list.
    fn countries(countries: &[CountryCode]) -> impl Iterator<Item = Self> + '_ {
        let named = |(rank, country): (usize, &CountryCode)| {
            Self::new(
                format!("/countries/{rank}"),
                Resource::Countries,
                country.as_str(),
            )
        };
        countries.iter().enumerate().map(named)
    }

    /// Sustainable Development Goals of a list.
    fn sdgs(sdgs: &[i16]) -> impl Iterator<Item = Self> + '_ {
        let named = |(rank, goal): (usize, &i16)| {
            Self::new(format!("/sdgs/{rank}"), Resource::Sdgs, goal.to_string())
        };
        sdgs.iter().enumerate().map(named)
    }
}

/// Who writes records of a kind; animators always do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Who enters one; its owners are then those that it names.
    pub enter: Writers,
    /// Who changes one, and so reads it as a draft.
    pub change: Writers,
    /// Who deletes one, and brings it back.
    pub delete: Writers,
}

impl Rules {
    /// Whoever owns it does all of it.
    const OWNED: Self = Self {
        enter: Writers::Owners,
        change: Writers::Owners,
        delete: Writers::Owners,
    };

    /// Those of a kind; `None` where nobody writes its records by hand.
    #[must_use]
    pub const fn of(resource: Resource) -> Option<Self> {
        Some(match resource {
            Resource::Collectivities => CollectivityInput::RULES,
            Resource::Projects => ProjectInput::RULES,
            Resource::Events => EventInput::RULES,
            Resource::Actors => ActorInput::RULES,
            Resource::PartnerAuthorities => PartnerAuthorityInput::RULES,
            Resource::News => NewsInput::RULES,
            Resource::ThematicGroups => ThematicGroupInput::RULES,
            Resource::Resources => SharedResourceInput::RULES,
            Resource::ExternalInitiatives => ExternalInitiativeInput::RULES,
            Resource::Themes => ThemeInput::RULES,
            Resource::Countries | Resource::Sdgs | Resource::DacSectors => return None,
        })
    }
}

/// What is given to write a record.
pub trait Given {
    /// Who writes it.
    const RULES: Rules;

    /// Fields that only animators write: official data, and what the platform itself says.
    const RESERVED: &'static [&'static str];

    /// Whether it stays while other records name it, rather than disappear from them.
    const STAYS_WHILE_NAMED: bool = false;

    /// The field that names its owners (RFC 6901); empty where it owns itself, or nobody does.
    const OWNERS_AT: &'static str;

    /// Whether the first of its owners leads: only its people put another in its place, or take the others away.
    const IS_LED: bool = false;

    /// The collectivities and actors whose editors may write it; `id` is the record's own.
    fn owners(&self, id: Uuid) -> Vec<Uuid>;

    /// The records that it names.
    fn references(&self) -> Vec<Reference>;

    /// The codes that it names.
    fn coded(&self) -> Vec<Code>;

    /// Adds what is wrong with it.
    fn check(&self, checks: &mut Checks);

    /// Everything that is wrong with it, at once.
    fn wrong(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        self.check(&mut checks);
        checks.found()
    }

    /// Who sees a new one unless it is said: what is for everybody's use is public at once, what somebody owns begins as
    /// a draft.
    #[must_use]
    fn visibility_at_first() -> Visibility {
        match Self::RULES.enter {
            Writers::Editors => Visibility::Public,
            Writers::Owners | Writers::Animators => Visibility::Draft,
        }
    }

    /// Whether somebody may change it.
    fn is_changed_by(&self, caller: &Caller, id: Uuid) -> bool {
        caller.is_among(Self::RULES.change, &self.owners(id))
    }

    /// Whether somebody may delete it and bring it back.
    fn is_deleted_by(&self, caller: &Caller, id: Uuid) -> bool {
        caller.is_among(Self::RULES.delete, &self.owners(id))
    }
}

pub use people::wrong_message;

/// What is wrong so far.
#[derive(Debug, Default)]
pub struct Checks(Vec<ParameterError>);

impl Checks {
    /// All of it.
    pub(crate) fn found(self) -> Vec<ParameterError> {
        self.0
    }

    /// Notes an error.
    pub(crate) fn note(&mut self, pointer: &str, code: ErrorCode, expected: impl Into<String>) {
        self.0.push(ParameterError::new(pointer, code, expected));
    }

    /// A text that must say something.
    pub(crate) fn required(&mut self, pointer: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.note(pointer, ErrorCode::Required, "");
        }
        self.text(pointer, text, most);
    }

    /// A text.
    pub(crate) fn text(&mut self, pointer: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.note(pointer, ErrorCode::TooLong, most.to_string());
        }
        // Lines may be broken; other control characters only hide something.
        if text
            .chars()
            .any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'))
        {
            self.note(pointer, ErrorCode::Format, "");
        }
    }

    /// What a record is called: one line, of which an address can be made.
    pub(crate) fn name(&mut self, pointer: &str, name: &str) {
        self.required(pointer, name, limits::TITLE_MAX);
        if name.contains(['\n', '\t']) || !name.trim().is_empty() && Slug::of_name(name).is_none() {
            self.note(pointer, ErrorCode::Format, "A-Z, a-z, 0-9");
        }
    }

    /// A text that may be missing.
    pub(crate) fn maybe(&mut self, pointer: &str, text: Option<&String>, most: usize) {
        if let Some(text) = text {
            self.text(pointer, text, most);
        }
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, pointer: &str, texts: &[String], most: usize) {
        self.few(pointer, texts.len());
        for (rank, text) in texts.iter().enumerate() {
            self.required(&format!("{pointer}/{rank}"), text, most);
        }
    }

    /// A list in which nothing comes twice.
    pub(crate) fn once<T: Eq + Hash>(&mut self, pointer: &str, items: impl IntoIterator<Item = T>) {
        let mut seen = HashSet::new();
        let mut length = 0;
        for item in items {
            if !seen.insert(item) {
                self.note(&format!("{pointer}/{length}"), ErrorCode::Repeated, "");
            }
            length += 1;
        }
        self.few(pointer, length);
    }

    /// Links and documents.
    pub(crate) fn links(&mut self, pointer: &str, links: &[Link]) {
        self.few(pointer, links.len());
        for (rank, link) in links.iter().enumerate() {
            self.required(&format!("{pointer}/{rank}/title"), &link.title, limits::TITLE_MAX);
            self.url(&format!("{pointer}/{rank}/url"), &link.url);
        }
    }

    /// The length of a list.
    pub(crate) fn few(&mut self, pointer: &str, length: usize) {
        if length > limits::ITEMS_MAX {
            self.note(pointer, ErrorCode::Range, format!("0 … {}", limits::ITEMS_MAX));
        }
    }

    /// An address of the Web: nothing else may be linked to.
    pub(crate) fn url(&mut self, pointer: &str, url: &str) {
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let right = host.is_some_and(|host| {
            !host.is_empty()
                && !host.starts_with('/')
                && !url
                    .chars()
                    .any(|letter| letter.is_whitespace() || letter.is_control())
        });
        if !right {
            self.note(pointer, ErrorCode::Format, "https://…");
        }
        self.text(pointer, url, limits::URL_MAX);
    }

    /// A site that may be missing.
    pub(crate) fn site(&mut self, pointer: &str, site: Option<&String>) {
        if let Some(site) = site {
            self.url(pointer, site);
        }
    }

    /// A day that may be missing, in a year of ours.
    pub(crate) fn day(&mut self, pointer: &str, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.within(pointer, day.year().into(), 1900, 2999);
        }
    }

    /// How many there are of something, where it is known.
    pub(crate) fn count(&mut self, pointer: &str, count: Option<i32>) {
        if let Some(count) = count {
            self.within(pointer, count.into(), 0, limits::COUNT_MAX);
        }
    }

    /// A whole number within bounds.
    pub(crate) fn within(&mut self, pointer: &str, number: i64, least: i64, most: i64) {
        if !(least..=most).contains(&number) {
            self.note(pointer, ErrorCode::Range, format!("{least} … {most}"));
        }
    }

    /// A range of money: neither end below zero, the lower one first.
    pub(crate) fn money(&mut self, pointer: &str, range: Option<MoneyRange>) {
        let Some(MoneyRange { min, max }) = range else {
            return;
        };
        for (name, end) in [("min", min), ("max", max)] {
            if end.is_some_and(|end| end.amount_cents < 0) {
                self.note(&format!("{pointer}/{name}/amount_cents"), ErrorCode::Range, "0 …");
            }
        }
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            self.note(
                &format!("{pointer}/max"),
                ErrorCode::Conflict,
                format!("≥ {pointer}/min"),
            );
        }
    }
}
