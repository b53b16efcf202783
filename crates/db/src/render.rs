//! Records rendered as readers get them, in the transaction that changed them.
//!
//! A record is rendered again when it changes, when a record that it names changes (its name is in there), and, for
//! a collectivity, when a project that names it changes (its activity is in there).

use crate::lookup::Lookup;
use crate::schema::{citations, documents, records, rendition_links, renditions};
use crate::sql::{At, Id};
use crate::stored::Stored;
use crate::{Conn, Result, files, markdown};
use aect_types::provenance::{Citation, DocumentRef, Provenance};
use aect_types::{Meta, Record, Resource, Uuid};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Which way of rendering this is. One more whenever the same record is rendered otherwise than before: what an older
/// program has rendered is then rendered anew, and mirrors and indexes follow.
pub const FORMAT: i32 = 1;

/// At most `limit` records that an older program has rendered.
pub(crate) fn outdated(conn: &mut Conn, limit: i64) -> Result<Vec<(Uuid, i64)>> {
    let found: Vec<(Id, i64)> = renditions::table
        .filter(renditions::format.lt(FORMAT))
        .order(renditions::record_id)
        .select((renditions::record_id, renditions::version))
        .limit(limit)
        .load(conn)?;
    Ok(found.into_iter().map(|(id, version)| (id.0, version)).collect())
}

/// Renders these records, which have not changed, at `position`.
pub(crate) fn anew(conn: &mut Conn, ids: impl IntoIterator<Item = Uuid>, position: i64) -> Result<()> {
    let mut lookup = Lookup::new(conn);
    ids.into_iter()
        .try_for_each(|id| one(&mut lookup, id, position, false))
}

/// Renders `touched` (each with whether it is new) and all that depend on them, at `position`.
pub(crate) fn all(conn: &mut Conn, touched: &BTreeMap<Uuid, bool>, position: i64) -> Result<()> {
    let mut lookup = Lookup::new(conn);
    let mut later = BTreeSet::new();
    for (id, new) in touched {
        if !new {
            later.extend(namers(lookup.conn, *id)?);
            later.extend(collectivities_named(lookup.conn, *id)?);
        }
        one(&mut lookup, *id, position, *new)?;
        later.extend(collectivities_named(lookup.conn, *id)?);
    }
    for id in later.iter().filter(|id| !touched.contains_key(id)) {
        one(&mut lookup, *id, position, false)?;
    }
    Ok(())
}

/// The records whose rendition names `id`.
fn namers(conn: &mut Conn, id: Uuid) -> Result<Vec<Uuid>> {
    let found: Vec<Id> = rendition_links::table
        .filter(rendition_links::to_id.eq(Id(id)))
        .select(rendition_links::from_id)
        .load(conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

/// The collectivities that the rendition of the project `id` names; none for other kinds.
fn collectivities_named(conn: &mut Conn, id: Uuid) -> Result<Vec<Uuid>> {
    let resource: String = records::table
        .find(Id(id))
        .select(records::resource)
        .first(conn)?;
    if resource != Resource::Projects.as_str() {
        return Ok(Vec::new());
    }
    let found: Vec<Id> = rendition_links::table
        .inner_join(records::table.on(records::id.eq(rendition_links::to_id)))
        .filter(rendition_links::from_id.eq(Id(id)))
        .filter(records::resource.eq(Resource::Collectivities.as_str()))
        .select(rendition_links::to_id)
        .load(conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = records)]
struct Row {
    resource: String,
    slug: String,
    version: i64,
    visibility: String,
    created_at: At,
    updated_at: At,
    confirmed_at: Option<At>,
    source_kind: String,
    source: Option<String>,
    license: Option<String>,
    hidden_at: Option<At>,
}

fn one(lookup: &mut Lookup<'_>, id: Uuid, position: i64, new: bool) -> Result<()> {
    let row: Row = records::table
        .find(Id(id))
        .select(Row::as_select())
        .first(lookup.conn)?;
    let (resource, hidden): (Resource, bool) = (row.resource.parse()?, row.hidden_at.is_some());
    let meta = meta(lookup.conn, id, row)?;
    lookup.take_named();
    let rendered = match resource {
        Resource::Collectivities => write::<aect_types::collectivities::CollectivityInput>(lookup, meta)?,
        Resource::Actors => write::<aect_types::actors::ActorInput>(lookup, meta)?,
        Resource::PartnerAuthorities => {
            write::<aect_types::partner_authorities::PartnerAuthorityInput>(lookup, meta)?
        }
        Resource::Projects => write::<aect_types::projects::ProjectInput>(lookup, meta)?,
        Resource::Events => write::<aect_types::events::EventInput>(lookup, meta)?,
        Resource::News => write::<aect_types::news::NewsInput>(lookup, meta)?,
        Resource::ThematicGroups => write::<aect_types::thematic_groups::ThematicGroupInput>(lookup, meta)?,
        Resource::Resources => write::<aect_types::resources::SharedResourceInput>(lookup, meta)?,
        Resource::ExternalInitiatives => {
            write::<aect_types::external_initiatives::ExternalInitiativeInput>(lookup, meta)?
        }
        Resource::Themes => write::<aect_types::themes::ThemeInput>(lookup, meta)?,
        Resource::Countries => write::<aect_types::countries::CountryInput>(lookup, meta)?,
        Resource::Sdgs => write::<aect_types::sdgs::SdgInput>(lookup, meta)?,
        Resource::DacSectors => write::<aect_types::dac_sectors::DacSectorInput>(lookup, meta)?,
    };
    store(lookup.conn, id, position, hidden, new, &rendered)?;
    link(lookup, id, new)
}

struct Rendered {
    resource: Resource,
    visibility: &'static str,
    version: i64,
    summary: String,
    record: String,
}

fn write<S: Stored>(lookup: &mut Lookup<'_>, meta: Meta) -> Result<Rendered> {
    let input = S::load(lookup.conn, meta.id)?;
    let html = |(field, text): (&str, Option<&String>)| Some((field.to_owned(), markdown::html(text?)));
    let meta = Meta {
        html: input.passages().into_iter().filter_map(html).collect(),
        ..meta
    };
    let record = input.render(meta, lookup)?;
    Ok(Rendered {
        resource: S::Record::RESOURCE,
        visibility: record.visibility().as_str(),
        version: record.version(),
        summary: serde_json::to_string(&record.summarise())?,
        record: serde_json::to_string(&record)?,
    })
}

fn store(
    conn: &mut Conn,
    id: Uuid,
    position: i64,
    hidden: bool,
    new: bool,
    rendered: &Rendered,
) -> Result<()> {
    let values = (
        renditions::resource.eq(rendered.resource.as_str()),
        renditions::visibility.eq(rendered.visibility),
        renditions::hidden.eq(hidden),
        renditions::version.eq(rendered.version),
        renditions::position.eq(position),
        renditions::summary.eq(&rendered.summary),
        renditions::record.eq(&rendered.record),
        renditions::format.eq(FORMAT),
    );
    if new {
        diesel::insert_into(renditions::table)
            .values((renditions::record_id.eq(Id(id)), values))
            .execute(conn)?;
    } else {
        diesel::update(renditions::table.find(Id(id)))
            .set(values)
            .execute(conn)?;
    }
    Ok(())
}

/// Notes whom the rendition names.
fn link(lookup: &mut Lookup<'_>, id: Uuid, new: bool) -> Result<()> {
    let named = lookup.take_named();
    let before = if new {
        BTreeSet::new()
    } else {
        linked(lookup.conn, id)?
    };
    for gone in before.difference(&named) {
        diesel::delete(rendition_links::table.find((Id(id), Id(*gone)))).execute(lookup.conn)?;
    }
    for new in named.difference(&before) {
        diesel::insert_into(rendition_links::table)
            .values((
                rendition_links::from_id.eq(Id(id)),
                rendition_links::to_id.eq(Id(*new)),
            ))
            .execute(lookup.conn)?;
    }
    Ok(())
}

/// Whom the stored rendition names.
fn linked(conn: &mut Conn, id: Uuid) -> Result<BTreeSet<Uuid>> {
    let found: Vec<Id> = rendition_links::table
        .filter(rendition_links::from_id.eq(Id(id)))
        .select(rendition_links::to_id)
        .load(conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

fn meta(conn: &mut Conn, id: Uuid, row: Row) -> Result<Meta> {
    Ok(Meta {
        id,
        slug: row.slug.parse()?,
        version: row.version,
        visibility: row.visibility.parse()?,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
        confirmed_at: row.confirmed_at.map(|at| at.0),
        provenance: Provenance {
            kind: row.source_kind.parse()?,
            source: row.source,
            license: row.license,
            citations: citations(conn, id)?,
        },
        files: files::of_record(conn, id)?,
        html: BTreeMap::new(),
    })
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = documents)]
struct DocumentRow {
    slug: String,
    title: String,
    issuer: Option<String>,
    date: Option<String>,
}

impl TryFrom<DocumentRow> for DocumentRef {
    type Error = crate::Error;
    fn try_from(row: DocumentRow) -> Result<Self> {
        Ok(Self {
            slug: row.slug.parse()?,
            title: row.title,
            issuer: row.issuer,
            date: row.date.map(|date| date.parse()).transpose()?,
        })
    }
}

/// A source document, as citations name it.
pub(crate) fn document(conn: &mut Conn, slug: &str) -> Result<DocumentRef> {
    let row: DocumentRow = documents::table
        .find(slug)
        .select(DocumentRow::as_select())
        .first(conn)?;
    row.try_into()
}

type CitationRow = (Option<String>, Option<String>, Option<String>);

fn citations(conn: &mut Conn, id: Uuid) -> Result<Vec<Citation>> {
    let rows: Vec<(CitationRow, DocumentRow)> = citations::table
        .inner_join(documents::table.on(documents::slug.eq(citations::document_slug)))
        .filter(citations::record_id.eq(Id(id)))
        .order(citations::rank)
        .select((
            (citations::quotation, citations::stated_on, citations::evidence),
            DocumentRow::as_select(),
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|((quotation, stated_on, evidence), document)| {
            let stated_on = stated_on.map(|date| date.parse()).transpose()?;
            Ok(Citation {
                document: document.try_into()?,
                quotation,
                stated_on,
                evidence,
            })
        })
        .collect()
}
