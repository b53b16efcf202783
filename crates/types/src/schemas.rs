//! OpenAPI schemas of the types whose form on the wire is not that of their fields.

use crate::PartialDate;
use crate::collectivities::{CollectivityKind, CollectivityName, CollectivityPoint};
use crate::geo::Position;
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::{ArrayBuilder, ObjectBuilder, OneOfBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// A closed list of codes. (utoipa's derive does not see names that a macro gives.)
pub(crate) fn codes(codes: &'static [&'static str]) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes.iter().copied()))
        .into()
}

impl PartialSchema for PartialDate {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "A date as exactly as it was said (ISO 8601): a year, a month or a day.",
            ))
            .pattern(Some(r"^[12]\d{3}(-\d{2}(-\d{2})?)?$"))
            .examples(["2026-04"])
            .into()
    }
}

impl ToSchema for PartialDate {}

impl PartialSchema for Position {
    fn schema() -> RefOr<Schema> {
        ArrayBuilder::new()
            .description(Some("Longitude, then latitude, in decimal degrees (WGS 84)."))
            .items(ObjectBuilder::new().schema_type(Type::Number))
            .min_items(Some(2))
            .max_items(Some(2))
            .examples([serde_json::json!([-0.5792, 44.8378])])
            .into()
    }
}

impl ToSchema for Position {}

impl PartialSchema for CollectivityName {
    fn schema() -> RefOr<Schema> {
        ArrayBuilder::new()
            .description(Some(
                "Slug, name, kind, and INSEE code of the department or null.",
            ))
            .prefix_items(of_a_name())
            .items(ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null])))
            .min_items(Some(4))
            .max_items(Some(4))
            .examples([serde_json::json!(["bordeaux", "Bordeaux", "commune", "33"])])
            .into()
    }
}

impl ToSchema for CollectivityName {}

impl PartialSchema for CollectivityPoint {
    fn schema() -> RefOr<Schema> {
        let position = ArrayBuilder::new()
            .items(ObjectBuilder::new().schema_type(Type::Number))
            .min_items(Some(2))
            .max_items(Some(2))
            .build();
        let text = ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null]));
        let any = OneOfBuilder::new()
            .item(text)
            .item(Schema::Array(position.clone()));
        ArrayBuilder::new()
            .description(Some(
                "Slug, name, kind, INSEE code of the department or null, and longitude with latitude in thousandths of a degree (WGS 84).",
            ))
            .prefix_items(of_a_name().into_iter().chain([Schema::Array(position)]))
            .items(RefOr::T(Schema::OneOf(any.build())))
            .min_items(Some(5))
            .max_items(Some(5))
            .examples([serde_json::json!(["bordeaux", "Bordeaux", "commune", "33", [-0.579, 44.838]])])
            .into()
    }
}

impl ToSchema for CollectivityPoint {}

/// Slug, name, kind, department.
fn of_a_name() -> [Schema; 4] {
    let text = |types: SchemaType| Schema::Object(ObjectBuilder::new().schema_type(types).build());
    [
        text(Type::String.into()),
        text(Type::String.into()),
        Schema::Object(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(CollectivityKind::CODES.iter().copied()))
                .build(),
        ),
        text(SchemaType::from_iter([Type::String, Type::Null])),
    ]
}
