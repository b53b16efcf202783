//! Imports: files of others become records, one transaction a file.
//!
//! Every import is idempotent, lists each row that it refuses with line, field and reason, and never overwrites what
//! a person has written: it proposes. A rehearsal (`dry_run`) says what would change and takes everything back.

mod citations;
mod code_lists;
mod collectivities;
mod cooperations;
mod documents;
mod events;
mod groups;
mod importing;
mod means;
mod organisations;
mod rows;
mod schemes;
mod themes;
mod twinnings;

use crate::schema::imports;
use crate::sql::At;
use crate::{Db, Error, Result};
use aect_types::Instant;
use diesel::prelude::*;
use importing::Importing;
pub use importing::{Change, Progress, Refusal, Report};
pub use rows::ColumnMap;
use std::io::Read;
use std::ops::ControlFlow;
use std::str::FromStr;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Countries and territories (JSON).
    Countries,
    /// Sustainable Development Goals (JSON).
    Sdgs,
    /// DAC sectors (JSON).
    DacSectors,
    /// Themes and fields of action (JSON).
    Themes,
    /// Source documents (CSV).
    Documents,
    /// Local authorities of the region (CSV).
    Collectivities,
    /// Other organisations (CSV).
    Organisations,
    /// Thematic groups (JSON).
    Groups,
    /// Cooperations (CSV).
    Cooperations,
    /// Dated notes on international services (CSV).
    Means,
    /// Support schemes (CSV).
    Schemes,
    /// Twinnings (CSV).
    Twinnings,
    /// Events (JSON).
    Events,
}

/// Every kind, in an order in which each finds what it refers to, with the file that comes with the binary and the
/// licence of its source.
const REFERENCE: &[(Kind, &str, &[u8], Option<&str>)] = &[
    (
        Kind::Countries,
        "countries.json",
        include_bytes!("../reference/countries.json"),
        None,
    ),
    (
        Kind::Sdgs,
        "sdgs.json",
        include_bytes!("../reference/sdgs.json"),
        Some("MIT (open-sdg/sdg-translations)"),
    ),
    (
        Kind::DacSectors,
        "dac-sectors.json",
        include_bytes!("../reference/dac-sectors.json"),
        Some("CC BY 4.0 (IATI Standard)"),
    ),
    (
        Kind::Documents,
        "documents.csv",
        include_bytes!("../reference/documents.csv"),
        None,
    ),
    (
        Kind::Themes,
        "themes.json",
        include_bytes!("../reference/themes.json"),
        None,
    ),
    (
        Kind::Collectivities,
        "collectivities.csv",
        include_bytes!("../reference/collectivities.csv"),
        Some("Licence Ouverte 2.0"),
    ),
    (
        Kind::Organisations,
        "organisations.csv",
        include_bytes!("../reference/organisations.csv"),
        None,
    ),
    (
        Kind::Groups,
        "groups.json",
        include_bytes!("../reference/groups.json"),
        None,
    ),
    (
        Kind::Cooperations,
        "cooperations.csv",
        include_bytes!("../reference/cooperations.csv"),
        None,
    ),
    (
        Kind::Means,
        "means.csv",
        include_bytes!("../reference/means.csv"),
        None,
    ),
    (
        Kind::Schemes,
        "schemes.csv",
        include_bytes!("../reference/schemes.csv"),
        None,
    ),
    (
        Kind::Twinnings,
        "twinnings.csv",
        include_bytes!("../reference/twinnings.csv"),
        Some("CC0 1.0 (Wikidata), CC BY 4.0 (GeoNames)"),
    ),
    (
        Kind::Events,
        "events.json",
        include_bytes!("../reference/events.json"),
        None,
    ),
];

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Countries,
        Self::Sdgs,
        Self::DacSectors,
        Self::Documents,
        Self::Themes,
        Self::Collectivities,
        Self::Organisations,
        Self::Groups,
        Self::Cooperations,
        Self::Means,
        Self::Schemes,
        Self::Twinnings,
        Self::Events,
    ];

    /// The word of the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Sdgs => "sdgs",
            Self::DacSectors => "dac-sectors",
            Self::Themes => "themes",
            Self::Documents => "documents",
            Self::Collectivities => "collectivities",
            Self::Organisations => "organisations",
            Self::Groups => "groups",
            Self::Cooperations => "cooperations",
            Self::Means => "means",
            Self::Schemes => "schemes",
            Self::Twinnings => "twinnings",
            Self::Events => "events",
        }
    }
}

impl FromStr for Kind {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        let known = || {
            Self::ALL
                .iter()
                .map(|kind| kind.as_str())
                .collect::<Vec<_>>()
                .join(", ")
        };
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| Error::Invalid(format!("«{word}» is not one of: {}", known())))
    }
}

/// How to import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The file's name, kept as the source of what it gives.
    pub source: String,
    /// The licence that the source states.
    pub license: Option<String>,
    /// Say what would change, and take it back.
    pub dry_run: bool,
    /// One refused row refuses the file.
    pub strict: bool,
    /// What the file calls our columns (CSV).
    pub columns: ColumnMap,
}

/// Imports one file, whole or not at all. `progress` is told after each row, and may break off: then nothing is kept.
pub fn run(
    db: &Db,
    kind: Kind,
    file: &mut dyn Read,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Report> {
    let mut report = Report::new(kind);
    let author = format!("import:{}", options.source);
    let work = |write: &mut crate::Write<'_>| {
        let mut importing = Importing::new(write, options, &mut report, progress);
        match kind {
            Kind::Countries => code_lists::countries(&mut importing, file),
            Kind::Sdgs => code_lists::sdgs(&mut importing, file),
            Kind::DacSectors => code_lists::dac_sectors(&mut importing, file),
            Kind::Themes => themes::import(&mut importing, file),
            Kind::Documents => documents::import(&mut importing, file),
            Kind::Collectivities => collectivities::import(&mut importing, file),
            Kind::Organisations => organisations::import(&mut importing, file),
            Kind::Groups => groups::import(&mut importing, file),
            Kind::Cooperations => cooperations::import(&mut importing, file),
            Kind::Means => means::import(&mut importing, file),
            Kind::Schemes => schemes::import(&mut importing, file),
            Kind::Twinnings => twinnings::import(&mut importing, file),
            Kind::Events => events::import(&mut importing, file),
        }?;
        if options.strict && !report.refused.is_empty() {
            Err(Error::Refused)
        } else {
            Ok(())
        }
    };
    let result = if options.dry_run {
        db.rehearse_blocking(&author, work)
    } else {
        db.write_blocking(&author, work)
    };
    match result {
        Ok(()) => report.kept = !options.dry_run,
        Err(Error::Refused) => {}
        Err(error) => return Err(error),
    }
    Ok(report)
}

/// Imports the data that comes with the binary: each file that is not in yet, or that has changed since. Interrupted,
/// it goes on at the file where it stopped.
pub fn reference(
    db: &Db,
    progress: &mut dyn FnMut(Kind, Progress) -> ControlFlow<()>,
) -> Result<Vec<Report>> {
    let mut reports = Vec::new();
    for (kind, name, bytes, license) in REFERENCE {
        let digest = format!("{:016x}", xxhash_rust::xxh3::xxh3_64(bytes));
        if finished(db, name)?.as_deref() == Some(&digest) {
            continue;
        }
        let options = Options {
            source: (*name).to_owned(),
            license: license.map(str::to_owned),
            ..Options::default()
        };
        let mut file: &[u8] = bytes;
        let report = run(db, *kind, &mut file, &options, &mut |done| progress(*kind, done))?;
        finish(db, name, &digest, &report)?;
        reports.push(report);
    }
    Ok(reports)
}

/// The digest of the file of that name that was imported last.
fn finished(db: &Db, name: &str) -> Result<Option<String>> {
    db.read_blocking(|conn| {
        Ok(imports::table
            .find(name)
            .select(imports::digest)
            .first(conn)
            .optional()?)
    })
}

fn finish(db: &Db, name: &str, digest: &str, report: &Report) -> Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    db.write_blocking("import", |write| {
        diesel::delete(imports::table.find(name)).execute(write.conn)?;
        diesel::insert_into(imports::table)
            .values((
                imports::name.eq(name),
                imports::digest.eq(digest),
                imports::finished_at.eq(At(Instant::new(chrono::Utc::now()))),
                imports::added.eq(count(report.added)),
                imports::changed.eq(count(report.changed + report.proposed)),
                imports::unchanged.eq(count(report.unchanged)),
                imports::refused.eq(count(report.refused.len())),
            ))
            .execute(write.conn)?;
        Ok(())
    })
}
