//! OpenAPI schemas of the types whose form on the wire is not that of their fields.

use crate::PartialDate;
use crate::geo::Position;
use utoipa::openapi::{ArrayBuilder, ObjectBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

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
