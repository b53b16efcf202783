//! Operations: the list, one record, and an export for each format of every resource, and those that stand alone.

use super::{examples, names, parameters, responses, schemas};
use crate::address;
use aect_types::Resource;
use aect_types::resource::Format;
use serde_json::Value;
use utoipa::openapi::content::{Content, ContentBuilder};
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, PathItem, Paths};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};

const JSON: &str = "application/json";

/// Adds the operations of one resource.
pub(super) fn add(paths: &mut Paths, resource: Resource) -> anyhow::Result<()> {
    insert(paths, &format!("/{resource}"), list(resource)?);
    for format in resource.spec().formats {
        insert(
            paths,
            &format!("/{resource}.{format}"),
            export(resource, *format)?,
        );
    }
    insert(paths, &format!("/{resource}/{{key}}"), record(resource)?);
    Ok(())
}

/// Adds those that stand alone.
pub(super) fn add_shared(paths: &mut Paths) -> anyhow::Result<()> {
    insert(paths, "/collectivities/names", collectivity_names()?);
    insert(paths, "/collectivities/points", collectivity_points()?);
    insert(paths, "/search", search()?);
    insert(paths, "/stats", stats()?);
    insert(paths, "/texts", texts()?);
    insert(paths, "/texts/{slug}", text()?);
    insert(paths, "/openapi.json", openapi());
    Ok(())
}

fn insert(paths: &mut Paths, path: &str, operation: Operation) {
    paths
        .paths
        .insert(path.to_owned(), PathItem::new(HttpMethod::Get, operation));
}

/// What an operation says of itself.
struct Said<'a> {
    tag: &'a str,
    id: String,
    summary: String,
    description: String,
    parameters: Vec<String>,
    finds: Finds,
}

/// What an operation looks for, and so may not find.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Finds {
    /// Whatever there is: a list, figures.
    Anything,
    /// One record, which may have moved.
    Record,
    /// One text.
    Text,
}

/// An operation: what it says, what it answers, and what all answer.
fn operation(said: Said<'_>, answer: ResponseBuilder) -> Operation {
    let answer = answer
        .header_ref("ETag", responses::header("ETag"))
        .header_ref("X-Request-Id", responses::header("X-Request-Id"));
    let mut operation = OperationBuilder::new()
        .tag(said.tag)
        .operation_id(Some(said.id))
        .summary(Some(said.summary))
        .description(Some(said.description))
        .response("200", answer.build())
        .response("304", responses::reference("NotModified"));
    for name in said
        .parameters
        .iter()
        .map(String::as_str)
        .chain(["If-None-Match", "Accept-Language"])
    {
        operation = operation.parameter_ref(parameters::reference(name));
    }
    if said.finds == Finds::Record {
        operation = operation.response("308", responses::reference("Moved"));
    }
    for (status, problem) in responses::problems(said.finds != Finds::Anything) {
        operation = operation.response(status, problem);
    }
    operation.build()
}

fn list(resource: Resource) -> anyhow::Result<Operation> {
    let words = names::words(resource);
    let answer = ResponseBuilder::new()
        .description(format!("A page of the list of {words}."))
        .content(JSON, content(&schemas::page(resource), examples::page(resource)?))
        .header_ref("Link", responses::header("Link"));
    let said = Said {
        tag: &names::title(resource),
        id: format!("list{}", names::plural(resource)),
        summary: format!("List {words}"),
        description: format!(
            "{} One page at a time; `Accept` or a suffix gives the whole list in another format.",
            names::about(resource)
        ),
        parameters: parameters::of_list(resource, Format::Json),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn export(resource: Resource, format: Format) -> anyhow::Result<Operation> {
    let (words, title) = (names::words(resource), names::format_title(format));
    let answer = ResponseBuilder::new()
        .description(format!("All {words} under these filters."))
        .content(format.media_type(), exported(resource, format)?)
        .header_ref("Content-Disposition", responses::header("Content-Disposition"));
    let texts = match format {
        Format::Csv => " Long texts are as they were typed, in Markdown.",
        Format::Ics => " Descriptions are plain text, without Markdown’s signs, and say the programme.",
        _ => "",
    };
    let said = Said {
        tag: &names::title(resource),
        id: format!("export{}{}", names::plural(resource), names::format(format)),
        summary: format!("Export {words} as {}", names::format(format)),
        description: format!(
            "The whole list of {words} under these filters as {title}, streamed: whole records, no pages.{texts}"
        ),
        parameters: parameters::of_list(resource, format),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn record(resource: Resource) -> anyhow::Result<Operation> {
    let one = names::one(resource);
    let mut answer = ResponseBuilder::new().description("The record.").content(
        JSON,
        content(names::singular(resource), examples::record(resource)?),
    );
    for format in address::record_formats(resource) {
        answer = answer.content(format.media_type(), exported(resource, format)?);
    }
    let said = Said {
        tag: &names::title(resource),
        id: format!("get{}", names::singular(resource)),
        summary: format!("Get {one}"),
        description: format!(
            "The whole record of {one}, with where it comes from. `Accept` or a suffix chooses the format."
        ),
        parameters: vec![format!("{}.key", names::plural(resource))],
        finds: Finds::Record,
    };
    Ok(operation(said, answer))
}

fn collectivity_names() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("Every collectivity's slug, name, kind and department, by name.")
        .content(
            JSON,
            content("CollectivityNames", examples::collectivity_names()?),
        );
    let said = Said {
        tag: &names::title(Resource::Collectivities),
        id: "listCollectivityNames".into(),
        summary: "List the names of all collectivities".into(),
        description: "All of them in one compact answer, for a search as one types.".into(),
        parameters: Vec::new(),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn collectivity_points() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("Slug, name, kind, department and position of each collectivity that has one, in the order of the list.")
        .content(
            JSON,
            content("CollectivityPoints", examples::collectivity_points()?),
        );
    let said = Said {
        tag: &names::title(Resource::Collectivities),
        id: "listCollectivityPoints".into(),
        summary: "List collectivities as points of a map".into(),
        description: "All of them in one compact answer, under the filters of their list.".into(),
        parameters: parameters::of_points(),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn search() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("The best hits of each kind, the kind with the best hit first.")
        .content(JSON, content("SearchResults", examples::search()?));
    let said = Said {
        tag: "Search",
        id: "search".into(),
        summary: "Search every kind of record".into(),
        description:
            "The best hits of each kind of record. The list of a kind with the same `q` shows all of them."
                .into(),
        parameters: ["Search.q", "Search.limit"].map(str::to_owned).into(),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn stats() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("The figures, the most frequent value first.")
        .content(JSON, content("Stats", examples::stats()?));
    let said = Said {
        tag: "Figures",
        id: "countProjects".into(),
        summary: "Count projects".into(),
        description: "How many projects there are by country, department, collectivity, theme, kind, status or year, and the \
                      sum of their stated budgets, under the filters of the list of projects. Every figure comes with the \
                      address of the list that it counts; twinnings to confirm are counted apart."
            .into(),
        parameters: parameters::of_stats(),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn texts() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("All texts, on one page.")
        .content(JSON, content("SiteTextPage", examples::texts()?))
        .header_ref("Content-Language", responses::header("Content-Language"));
    let said = Said {
        tag: "Texts",
        id: "listTexts".into(),
        summary: "List the texts of the site".into(),
        description: "What there is: the help, the guide to the data, the legal pages. In the language of `Accept-Language`."
            .into(),
        parameters: Vec::new(),
        finds: Finds::Anything,
    };
    Ok(operation(said, answer))
}

fn text() -> anyhow::Result<Operation> {
    let answer = ResponseBuilder::new()
        .description("The text.")
        .content(JSON, content("SiteText", examples::text()?))
        .header_ref("Content-Language", responses::header("Content-Language"));
    let said = Said {
        tag: "Texts",
        id: "getText".into(),
        summary: "Get a text of the site".into(),
        description: "One text, as a fragment of HTML, in the language of `Accept-Language`.".into(),
        parameters: vec!["Texts.slug".into()],
        finds: Finds::Text,
    };
    Ok(operation(said, answer))
}

fn openapi() -> Operation {
    let schema = ObjectBuilder::new().schema_type(Type::Object);
    let answer = ResponseBuilder::new()
        .description("This document.")
        .content(JSON, ContentBuilder::new().schema(Some(schema)).build());
    let said = Said {
        tag: "Documentation",
        id: "getOpenApi".into(),
        summary: "Get this document".into(),
        description: "The OpenAPI description of this API.".into(),
        parameters: Vec::new(),
        finds: Finds::Anything,
    };
    operation(said, answer)
}

fn content(schema: &str, example: Value) -> Content {
    ContentBuilder::new()
        .schema(Some(schemas::reference(schema)))
        .example(Some(example))
        .build()
}

/// A list in a format: GeoJSON has a schema, the others are text.
fn exported(resource: Resource, format: Format) -> anyhow::Result<Content> {
    let example = examples::exported(resource, format)?;
    Ok(match format {
        Format::GeoJson => content("FeatureCollection", serde_json::from_str(&example)?),
        _ => ContentBuilder::new()
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
            .example(Some(Value::String(example)))
            .build(),
    })
}
