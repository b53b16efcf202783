//! Examples: one real record a resource, checked in; everything else is made from it by the code that makes it for
//! readers, so that no example can differ from an answer.

use super::schemas::{self, with_record};
use crate::stats;
use crate::texts::Texts;
use aect_formats::{Dialect, Site};
use aect_search::Counts;
use aect_types::collectivities::{
    CollectivityName, CollectivityNames, CollectivityPoint, CollectivityPoints,
};
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::search::{SearchGroup, SearchHit, SearchResults};
use aect_types::stats::{Stats, StatsBy, StatsRow};
use aect_types::texts::SiteText;
use aect_types::{Page, Record, Resource};
use aect_types::{
    actors::Actor, collectivities::Collectivity, countries::Country, dac_sectors::DacSector, events::Event,
    external_initiatives::ExternalInitiative, news::News, partner_authorities::PartnerAuthority,
    projects::Project, resources::SharedResource, sdgs::Sdg, thematic_groups::ThematicGroup, themes::Theme,
};
use aect_words::Language;
use anyhow::Context as _;
use serde_json::{Value, json};

/// The record, as it is checked in.
const fn source(resource: Resource) -> &'static str {
    match resource {
        Resource::Collectivities => include_str!("examples/collectivities.json"),
        Resource::Actors => include_str!("examples/actors.json"),
        Resource::PartnerAuthorities => include_str!("examples/partner-authorities.json"),
        Resource::Projects => include_str!("examples/projects.json"),
        Resource::Events => include_str!("examples/events.json"),
        Resource::News => include_str!("examples/news.json"),
        Resource::ThematicGroups => include_str!("examples/thematic-groups.json"),
        Resource::Resources => include_str!("examples/resources.json"),
        Resource::ExternalInitiatives => include_str!("examples/external-initiatives.json"),
        Resource::Themes => include_str!("examples/themes.json"),
        Resource::Countries => include_str!("examples/countries.json"),
        Resource::Sdgs => include_str!("examples/sdgs.json"),
        Resource::DacSectors => include_str!("examples/dac-sectors.json"),
    }
}

/// A record.
pub(super) fn record(resource: Resource) -> anyhow::Result<Value> {
    with_record!(resource, record_of(resource))
}

fn record_of<R: Record>(resource: Resource) -> anyhow::Result<Value> {
    Ok(serde_json::to_value(parse::<R>(resource)?)?)
}

/// What is given to write it: its own fields, and of other records only their identifiers.
pub(super) fn input(resource: Resource) -> anyhow::Result<Value> {
    let mut record = record(resource)?;
    let fields = schemas::input_fields(resource);
    if let Some(object) = record.as_object_mut() {
        object.retain(|name, _| fields.contains(name));
        object.values_mut().for_each(identify);
    }
    Ok(record)
}

/// Puts identifiers in the place of records.
fn identify(value: &mut Value) {
    match value {
        Value::Object(object) if object.contains_key("id") && object.contains_key("slug") => {
            *value = object.get("id").cloned().unwrap_or_default();
        }
        Value::Object(object) => object.values_mut().for_each(identify),
        Value::Array(items) => items.iter_mut().for_each(identify),
        _ => {}
    }
}

/// What happened to a record.
pub(super) fn revisions() -> Value {
    json!({
        "items": [{
            "version": 2, "at": "2026-11-22T10:00:00.000000Z", "author": {"kind": "person", "id": "0199d4c8-0000-7000-8000-000000000000",
            "name": "Marie Curie"}, "operation": "update", "changes": {"status": ["preparing", "active"]}
        }],
        "total": 1, "next": null
    })
}

/// Its slug.
pub(super) fn slug(resource: Resource) -> anyhow::Result<Value> {
    let slug = record(resource)?.get("slug").cloned();
    slug.with_context(|| format!("the example of {resource} has no slug"))
}

/// A page with that record in it.
pub(super) fn page(resource: Resource) -> anyhow::Result<Value> {
    with_record!(resource, page_of(resource))
}

fn page_of<R: Record>(resource: Resource) -> anyhow::Result<Value> {
    let page = Page {
        items: vec![parse::<R>(resource)?.summarise()],
        total: 1,
        left_out: (resource == Resource::Projects).then_some(0),
        next: None,
        facets: None,
    };
    Ok(serde_json::to_value(page)?)
}

fn parse<R: Record>(resource: Resource) -> anyhow::Result<R> {
    serde_json::from_str(source(resource))
        .with_context(|| format!("the example of {resource} is not of its form"))
}

/// The list of that one record in a format.
pub(super) fn exported(resource: Resource, format: Format) -> anyhow::Result<String> {
    let site = Site::new("https://aect.example.org", std::sync::Arc::default());
    let mut writer = aect_formats::exporter(resource, format, Dialect::Plain, Language::Fr, &site)
        .with_context(|| format!("{resource} cannot be exported as {format}"))?;
    let record = serde_json::to_string(&record(resource)?)?;
    let mut out = Vec::new();
    writer.start(&mut out)?;
    writer.record(&record, &mut out)?;
    writer.finish(&mut out)?;
    Ok(String::from_utf8(out)?)
}

/// Names of collectivities.
pub(super) fn collectivity_names() -> anyhow::Result<Value> {
    let Collectivity {
        slug,
        name,
        kind,
        department_code,
        ..
    } = parse(Resource::Collectivities)?;
    let names = CollectivityNames {
        names: vec![CollectivityName(slug, name, kind, department_code)],
    };
    Ok(serde_json::to_value(names)?)
}

/// Points of collectivities.
pub(super) fn collectivity_points() -> anyhow::Result<Value> {
    let Collectivity {
        slug,
        name,
        kind,
        department_code,
        position,
        ..
    } = parse(Resource::Collectivities)?;
    let position = position.context("the example has a position")?.rounded();
    let points = CollectivityPoints {
        points: vec![CollectivityPoint(slug, name, kind, department_code, position)],
    };
    Ok(serde_json::to_value(points)?)
}

/// A search.
pub(super) fn search() -> anyhow::Result<Value> {
    let Collectivity { id, slug, name, .. } = parse(Resource::Collectivities)?;
    let results = SearchResults {
        groups: vec![SearchGroup {
            resource: Resource::Collectivities,
            total: 1,
            hits: vec![SearchHit {
                id,
                slug,
                name,
                hint: "Département (33)".into(),
            }],
        }],
        total: 1,
    };
    Ok(serde_json::to_value(results)?)
}

/// Figures.
pub(super) fn stats() -> anyhow::Result<Value> {
    let figure = |query: &ListQuery, projects| {
        let counts = Counts {
            projects,
            twinnings_to_confirm: 2,
            budget_cents: 12_000_050,
        };
        stats::figure(query, counts)
    };
    let stats = Stats {
        by: StatsBy::Country,
        all: figure(&ListQuery::default(), 12),
        rows: vec![StatsRow {
            value: "SN".into(),
            figure: figure(&ListQuery::default().with("country", "SN"), 5),
        }],
    };
    Ok(serde_json::to_value(stats)?)
}

/// The list of texts, with one in it.
pub(super) fn texts() -> anyhow::Result<Value> {
    Ok(serde_json::to_value(Page::whole(vec![
        first_text()?.summarise(),
    ]))?)
}

/// A text, of which the first paragraph is enough.
pub(super) fn text() -> anyhow::Result<Value> {
    let mut text = first_text()?;
    let end = text.html.find("</p>").context("the text has no paragraph")?;
    text.html.truncate(end + "</p>".len());
    Ok(serde_json::to_value(text)?)
}

fn first_text() -> anyhow::Result<SiteText> {
    let texts = Texts::read(None, "https://aect.example.org")?;
    let text = texts.find("aide", Language::En);
    text.cloned().context("there is no text for an example")
}
