//! Parameters: those of the table of resources, and those that every list has.

use super::{examples, names};
use crate::search::{PER_KIND_DEFAULT, PER_KIND_MAX};
use aect_types::files::WIDTHS;
use aect_types::query::limits;
use aect_types::resource::{Filter, FilterKind, Format, Spec};
use aect_types::stats::StatsBy;
use aect_types::{Resource, Slug};
use serde_json::{Value, json};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{
    Array, ArrayBuilder, KnownFormat, ObjectBuilder, Ref, Schema, SchemaFormat, Type,
};
use utoipa::openapi::{Components, RefOr, Required};

const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DATE: &str = "^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/// What a list takes in a format, as names of parameters in the document.
pub(super) fn of_list(resource: Resource, format: Format) -> Vec<String> {
    let spec = resource.spec();
    let mut names: Vec<String> = spec
        .filters
        .iter()
        .map(|filter| of_filter(resource, filter))
        .collect();
    names.extend(common(spec).iter().map(|name| (*name).to_owned()));
    names.push(format!("{}.sort", names::plural(resource)));
    match format {
        Format::Json => {
            names.extend(["limit", "cursor"].map(str::to_owned));
            if spec.filters.iter().any(|filter| filter.facet) {
                names.push(format!("{}.facets", names::plural(resource)));
            }
            names.push(format!("{}.fields", names::plural(resource)));
        }
        Format::Csv => names.push("dialect".to_owned()),
        Format::GeoJson | Format::Ndjson | Format::Ics => {}
    }
    names
}

/// What figures take.
pub(super) fn of_stats() -> Vec<String> {
    std::iter::once("by".to_owned())
        .chain(filters_of(Resource::Projects))
        .collect()
}

/// What points of collectivities take.
pub(super) fn of_points() -> Vec<String> {
    filters_of(Resource::Collectivities).collect()
}

fn filters_of(resource: Resource) -> impl Iterator<Item = String> {
    let spec = resource.spec();
    let own = spec.filters.iter().map(move |filter| of_filter(resource, filter));
    own.chain(common(spec).into_iter().map(str::to_owned))
}

fn of_filter(resource: Resource, filter: &Filter) -> String {
    format!("{}.{}", names::plural(resource), filter.name)
}

/// The filters that are not of the table.
fn common(spec: &Spec) -> Vec<&'static str> {
    let mut names = vec!["q", "updated_since"];
    if spec.located {
        names.extend(["bbox", "near", "radius_km"]);
    }
    if spec.dated {
        names.extend(["from", "to"]);
    }
    names
}

/// A reference to a parameter of the document.
pub(super) fn reference(name: &str) -> Ref {
    Ref::new(format!("#/components/parameters/{name}"))
}

/// Adds the parameters of one resource.
pub(super) fn add(components: &mut Components, resource: Resource) -> anyhow::Result<()> {
    let spec = resource.spec();
    let plural = names::plural(resource);
    let mut add = |name: &str, parameter: Parameter| {
        components
            .parameters
            .insert(format!("{plural}.{name}"), RefOr::T(parameter));
    };
    for filter in spec.filters {
        add(filter.name, of_values(filter));
    }
    let sorts: Vec<String> = spec
        .sorts
        .iter()
        .flat_map(|by| [by.to_string(), format!("-{by}")])
        .collect();
    let usual = spec.sorts.first().map(ToString::to_string).unwrap_or_default();
    let sort = format!(
        "The order, backwards with `-`; ties are broken by id, unknown values come last. Without it: by rank with `q`, else `{usual}`."
    );
    let example = sorts.first().cloned().unwrap_or_default();
    add(
        "sort",
        query("sort", &sort, text().enum_values(Some(sorts)), json!(example)).build(),
    );
    let facets: Vec<&str> = spec
        .filters
        .iter()
        .filter(|filter| filter.facet)
        .map(|filter| filter.name)
        .collect();
    if !facets.is_empty() {
        let example = json!([facets.first()]);
        let doc = "The filters whose values are to be counted, separated by commas.";
        add("facets", listed("facets", doc, &facets, example));
    }
    let fields: Vec<&str> = super::fields(resource).iter().map(String::as_str).collect();
    let doc = "The top-level fields of the whole record to keep, separated by commas. Without it, a list shows summaries.";
    add("fields", listed("fields", doc, &fields, json!(["id", "slug"])));
    components
        .parameters
        .insert(format!("{plural}.key"), RefOr::T(key(resource)?));
    Ok(())
}

/// Adds the parameters that resources share.
pub(super) fn add_shared(components: &mut Components) {
    let shared = [
        query(
            "q",
            "Words to search; accents, case and French inflection do not count.",
            words(),
            json!("eau"),
        ),
        query(
            "updated_since",
            "Keeps records that changed at or after this moment (RFC 3339).",
            moment(),
            json!("2026-01-01T00:00:00Z"),
        ),
        coordinates(
            "bbox",
            "Keeps records with a point in this box: west, south, east, north in degrees. West greater than east crosses the 180th meridian.",
            4,
            json!([-20, 10, 0, 30]),
        ),
        coordinates(
            "near",
            "Keeps records with a point around this one: longitude, latitude. Goes with `radius_km`.",
            2,
            json!([-0.58, 44.84]),
        ),
        query("radius_km", "Kilometres around `near`.", radius(), json!(50)),
        query(
            "from",
            "Keeps records that run on or after the first day of this date.",
            date(),
            json!("2015"),
        ),
        query(
            "to",
            "Keeps records that run on or before the last day of this date.",
            date(),
            json!("2026-12"),
        ),
        query(
            "limit",
            "Records a page.",
            number(1, limits::PAGE_MAX).default(Some(json!(limits::PAGE_DEFAULT))),
            json!(20),
        ),
        query(
            "dialect",
            "`excel-fr`: semicolons, decimal commas, a byte order mark and French labels instead of codes.",
            text().enum_values(Some(["excel-fr"])),
            json!("excel-fr"),
        ),
        query(
            "by",
            "What the projects are counted by.",
            text().enum_values(Some(StatsBy::CODES.iter().copied())),
            json!("country"),
        )
        .required(Required::True),
    ];
    for parameter in shared {
        let parameter = parameter.build();
        components
            .parameters
            .insert(parameter.name.clone(), RefOr::T(parameter));
    }
    add_odd(components);
    add_of_files(components);
    add_of_duplicates(components);
}

/// What is known of a record that may be entered already.
fn add_of_duplicates(components: &mut Components) {
    let id = || text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    let example = json!("0199d4c8-0000-7000-8000-000000000000");
    let name = text().max_length(Some(aect_types::given::limits::TITLE_MAX));
    for parameter in [
        query("name", "Its name or title.", name, json!("Eau potable à Dakar")).required(Required::True),
        query("acronym", "Its acronym.", text(), json!("AFD")),
        query(
            "country",
            "Its country.",
            text().pattern(Some("^[A-Z]{2}$")),
            json!("SN"),
        ),
        query("lead", "The collectivity that leads it.", id(), example.clone()),
        query("partner_authority", "Its partner authority.", id(), example),
    ] {
        let parameter = parameter.build();
        let key = format!("Duplicates.{}", parameter.name);
        components.parameters.insert(key, RefOr::T(parameter));
    }
}

/// What names a file, and its form.
fn add_of_files(components: &mut Components) {
    let id = text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    let width = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .enum_values(Some(WIDTHS));
    let in_path = |parameter: ParameterBuilder| {
        parameter
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .build()
    };
    let example = json!("0199d4c8-0000-7000-8000-000000000000");
    for parameter in [
        in_path(query("id", "The file.", id, example)),
        in_path(query(
            "name",
            "The name of the file, as it stands in its address.",
            text(),
            json!("puits.jpg"),
        )),
        query(
            "width",
            "A smaller form of a picture, in pixels: one of its `sizes`.",
            width,
            json!(320),
        )
        .build(),
    ] {
        let key = format!("Files.{}", parameter.name);
        components.parameters.insert(key, RefOr::T(parameter));
    }
}

/// Those whose name is not their key, or that have no example.
fn add_odd(components: &mut Components) {
    // No example: a cursor is only good for the list that gave it.
    let cursor = text()
        .pattern(Some("^[A-Za-z0-9_-]+$"))
        .min_length(Some(1))
        .max_length(Some(limits::CURSOR_MAX));
    let cursor = bare(
        "cursor",
        "The `next` of the page before, under the same filters and sort.",
    )
    .schema(Some(cursor));
    components
        .parameters
        .insert("cursor".into(), RefOr::T(cursor.build()));
    let q = query(
        "q",
        "Words to search in every kind of record.",
        words(),
        json!("bordeaux"),
    )
    .required(Required::True);
    components
        .parameters
        .insert("Search.q".into(), RefOr::T(q.build()));
    let limit = number(1, PER_KIND_MAX.into()).default(Some(json!(PER_KIND_DEFAULT)));
    let limit = query("limit", "Hits of each kind.", limit, json!(PER_KIND_DEFAULT));
    components
        .parameters
        .insert("Search.limit".into(), RefOr::T(limit.build()));
    components
        .parameters
        .insert("Texts.slug".into(), RefOr::T(slug()));
    components.parameters.insert(
        "If-None-Match".into(),
        RefOr::T(header(
            "If-None-Match",
            "Entity tags that the reader already has.",
            "\"42-9f86d081884c7d65\"",
        )),
    );
    for (name, description, example) in [
        (
            "Range",
            "The part that is asked for (RFC 9110, 14.2).",
            "bytes=0-1023",
        ),
        (
            "If-Range",
            "The entity tag of what the reader has a part of: under another one, all of it comes.",
            "\"0199d4c8-0000-7000-8000-000000000000-whole\"",
        ),
    ] {
        let parameter = header(name, description, example);
        components.parameters.insert(name.into(), RefOr::T(parameter));
    }
    let mut version = header(
        "If-Match",
        "The entity tag of what is to be changed, as it was read: its version is compared.",
        "\"2\"",
    );
    version.required = Required::True;
    components.parameters.insert("If-Match".into(), RefOr::T(version));
    let mut key = header(
        "Idempotency-Key",
        "A word of the caller's own for this request: sent again under it within 24 hours, it is answered as it was the first time.",
        "8e03978e-40d5-43e8-bc93-6894a57f9324",
    );
    let visible = text()
        .pattern(Some("^[!-~]+$"))
        .min_length(Some(1))
        .max_length(Some(255));
    key.schema = Some(visible.into());
    components
        .parameters
        .insert("Idempotency-Key".into(), RefOr::T(key));
    components.parameters.insert(
        "Accept-Language".into(),
        RefOr::T(header(
            "Accept-Language",
            "Language of problem documents and texts: `fr` or `en`.",
            "en",
        )),
    );
}

fn bare(name: &str, description: &str) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
}

fn query(name: &str, description: &str, schema: ObjectBuilder, example: Value) -> ParameterBuilder {
    bare(name, description)
        .schema(Some(schema))
        .example(Some(example))
}

/// A filter: its values are repeated.
fn of_values(filter: &Filter) -> Parameter {
    let (item, example) = values(filter.kind);
    let schema = ArrayBuilder::new()
        .items(item)
        .min_items(Some(1))
        .max_items(Some(limits::VALUES_MAX));
    bare(filter.name, &format!("{} Repeated: any of them.", filter.doc))
        .style(Some(ParameterStyle::Form))
        .explode(Some(true))
        .schema(Some(Schema::Array(schema.build())))
        .example(Some(json!([example])))
        .build()
}

fn values(kind: FilterKind) -> (ObjectBuilder, Value) {
    match kind {
        FilterKind::Code(codes) => (
            text().enum_values(Some(codes.iter().copied())),
            json!(codes.first()),
        ),
        FilterKind::Slug(_) => (
            text().pattern(Some(SLUG)).max_length(Some(Slug::MAX)),
            json!("gironde"),
        ),
        FilterKind::Country => (text().pattern(Some("^[A-Z]{2}$")), json!("SN")),
        FilterKind::Department => (text().pattern(Some("^[0-9A-Z]{2,3}$")), json!("33")),
        FilterKind::Year => (number(1000, 2999), json!(2024)),
        FilterKind::Number(low, high) => {
            let schema = ObjectBuilder::new()
                .schema_type(Type::Integer)
                .minimum(Some(low))
                .maximum(Some(high));
            (schema, json!(low))
        }
        FilterKind::Bool => (ObjectBuilder::new().schema_type(Type::Boolean), json!(true)),
    }
}

/// Words of a closed list, separated by commas.
fn listed(name: &str, description: &str, words: &[&str], example: Value) -> Parameter {
    let item = text().enum_values(Some(words.iter().copied()));
    commas(
        name,
        description,
        ArrayBuilder::new().items(item).min_items(Some(1)).build(),
    )
    .example(Some(example))
    .build()
}

fn coordinates(name: &str, description: &str, count: usize, example: Value) -> ParameterBuilder {
    let degrees = ObjectBuilder::new()
        .schema_type(Type::Number)
        .minimum(Some(-180))
        .maximum(Some(180));
    let schema = ArrayBuilder::new()
        .items(degrees)
        .min_items(Some(count))
        .max_items(Some(count));
    commas(name, description, schema.build()).example(Some(example))
}

fn commas(name: &str, description: &str, schema: Array) -> ParameterBuilder {
    bare(name, description)
        .style(Some(ParameterStyle::Form))
        .explode(Some(false))
        .schema(Some(Schema::Array(schema)))
}

fn key(resource: Resource) -> anyhow::Result<Parameter> {
    let codes = names::codes(resource).map_or_else(String::new, |codes| format!(", {codes}"));
    Ok(ParameterBuilder::new()
        .name("key")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(format!(
            "Identifier, slug (a former one answers 308){codes}."
        )))
        .schema(Some(
            text()
                .pattern(Some("^[A-Za-z0-9-]+$"))
                .min_length(Some(1))
                .max_length(Some(Slug::MAX)),
        ))
        .example(Some(examples::slug(resource)?))
        .build())
}

fn slug() -> Parameter {
    ParameterBuilder::new()
        .name("slug")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("The text, as the list names it."))
        .schema(Some(text().pattern(Some(SLUG)).max_length(Some(Slug::MAX))))
        .example(Some(json!("aide")))
        .build()
}

fn header(name: &str, description: &str, example: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(text()))
        .example(Some(json!(example)))
        .build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

fn words() -> ObjectBuilder {
    text().max_length(Some(limits::Q_MAX))
}

fn moment() -> ObjectBuilder {
    text().format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
}

fn date() -> ObjectBuilder {
    text().pattern(Some(DATE))
}

fn number(low: u16, high: u16) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(low))
        .maximum(Some(high))
}

fn radius() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Number)
        .exclusive_minimum(Some(0))
        .maximum(Some(limits::RADIUS_MAX_KM))
}
