//! The OpenAPI document, made from the types and the table of resources: what is not there is documented nowhere.

mod co_leads;
mod contacts;
mod examples;
mod files;
mod memberships;
mod moderation;
mod names;
mod operations;
mod parameters;
mod people;
mod platform;
mod remarks;
mod responses;
mod said;
mod schemas;
mod second_factor;
mod ways;
mod writing;

use aect_types::Resource;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use utoipa::openapi::{
    Components, ContactBuilder, Info, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, ServerBuilder,
    path::Paths,
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    tag::{Tag, TagBuilder},
};

const DESCRIPTION: &str = include_str!("description.md");

/// The document, as it is checked in and served.
pub fn json() -> anyhow::Result<String> {
    let mut json = document()?.to_pretty_json()?;
    json.push('\n');
    Ok(json)
}

/// The top-level fields of a record, in its order.
pub(crate) fn fields(resource: Resource) -> &'static [String] {
    static FIELDS: LazyLock<BTreeMap<Resource, Vec<String>>> = LazyLock::new(|| {
        Resource::ALL
            .iter()
            .map(|resource| (*resource, schemas::fields(*resource)))
            .collect()
    });
    FIELDS.get(&resource).map_or(&[], Vec::as_slice)
}

fn document() -> anyhow::Result<OpenApi> {
    let mut components = Components::new();
    let mut paths = Paths::new();
    for resource in Resource::ALL {
        schemas::add(&mut components, *resource);
        parameters::add(&mut components, *resource)?;
        operations::add(&mut paths, *resource)?;
    }
    schemas::add_shared(&mut components);
    parameters::add_shared(&mut components);
    responses::add(&mut components)?;
    operations::add_shared(&mut paths)?;
    people::add(&mut paths);
    memberships::add(&mut paths, &mut components);
    co_leads::add(&mut paths, &mut components);
    remarks::add(&mut paths);
    files::add(&mut paths)?;
    moderation::add(&mut paths, &mut components);
    second_factor::add(&mut paths);
    ways::add(&mut paths);
    contacts::add(&mut paths);
    writing::add(&mut paths)?;
    components.parameters.insert("Id".into(), people::id().into());
    components.add_security_scheme(said::PERSON, person());
    Ok(OpenApiBuilder::new()
        .info(info())
        .servers(Some([ServerBuilder::new()
            .url(crate::address::BASE)
            .description(Some("This server."))
            .build()]))
        .tags(Some(tags()))
        .paths(paths)
        .components(Some(components))
        // Reading what is public needs nothing.
        .security(Some([SecurityRequirement::default()]))
        .build())
}

/// An access token, as signing in gives it.
fn person() -> SecurityScheme {
    SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some(
                "The access token that signing in gave, good for a quarter of an hour.",
            ))
            .build(),
    )
}

fn info() -> Info {
    InfoBuilder::new()
        .title("AECT · action extérieure des collectivités de Nouvelle-Aquitaine")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .contact(Some(
            ContactBuilder::new()
                .name(Some("So Coopération"))
                .url(Some(env!("CARGO_PKG_REPOSITORY")))
                .build(),
        ))
        .license(Some(
            LicenseBuilder::new()
                .name("EUPL-1.2")
                .identifier(Some("EUPL-1.2"))
                .build(),
        ))
        .build()
}

fn tags() -> Vec<Tag> {
    let of_resource = |resource: &Resource| tag(&names::title(*resource), names::about(*resource));
    let shared = [
        tag("Search", "Every kind of record at once."),
        tag(
            "Figures",
            "Counts and sums of projects, each with the list it counts.",
        ),
        tag(
            "Texts",
            "The editorial pages: help, guide to the data, legal pages.",
        ),
        tag("Signing in", "Links, codes, the session and its tokens."),
        tag("Second factor", "What a person shows besides signing in."),
        tag("Account", "Who one is, and where one has signed in."),
        tag(
            "Memberships",
            "Who belongs to which collectivity or actor, and who decides.",
        ),
        tag(
            "Files and texts",
            "Pictures and documents of records, and how long texts look.",
        ),
        tag(
            "Shared projects",
            "Who is asked to lead a project with its lead, and what they answer.",
        ),
        tag(
            "Remarks",
            "What anybody says of a record, and what becomes of it.",
        ),
        tag(
            "Moderation",
            "What waits for those who run the platform, and what they did.",
        ),
        tag("Documentation", "This document."),
    ];
    Resource::ALL.iter().map(of_resource).chain(shared).collect()
}

fn tag(name: &str, description: &str) -> Tag {
    TagBuilder::new()
        .name(name)
        .description(Some(description))
        .build()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_document_checked_in_is_this_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/openapi.json");
        let checked_in = std::fs::read_to_string(path).unwrap();
        assert!(
            checked_in == super::json().unwrap(),
            "write it again: aect openapi > openapi/openapi.json"
        );
    }
}
