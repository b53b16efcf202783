//! GeoJSON, read back by the `geojson` crate.

use crate::{samples, written};
use aect_formats::Dialect;
use aect_types::Resource;
use aect_types::resource::Format;
use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, feature::Id};
use serde_json::json;

fn features(resource: Resource, records: &[String]) -> Vec<Feature> {
    let text = written(resource, Format::GeoJson, Dialect::Plain, records);
    let collection: FeatureCollection = text.parse::<GeoJson>().unwrap().try_into().unwrap();
    collection.features
}

#[test]
fn every_mapped_resource_is_valid_with_no_one_or_many_records() {
    for resource in Resource::ALL {
        if resource.spec().formats.contains(&Format::GeoJson) {
            for count in [0, 1, 3] {
                let records = vec![samples::of(*resource); count];
                assert_eq!(features(*resource, &records).len(), count, "{resource}");
            }
        }
    }
}

#[test]
fn a_feature_has_its_identifier_and_flat_properties() {
    let [feature] = &features(Resource::Projects, &[samples::project()])[..] else {
        panic!("one")
    };
    assert_eq!(
        feature.id,
        Some(Id::String("0192f0c1-2345-7abc-8def-0123456789ab".into()))
    );
    for (name, value) in [
        ("title", json!("De l’eau à Dakar")),
        ("countries", json!(["SN", "MA"])),
        ("themes", json!(["eau"])),
        ("sdgs", json!([6, 17])),
        ("budget_min", json!(1200.05)),
        ("to_confirm", json!(false)),
    ] {
        assert_eq!(feature.property(name), Some(&value), "{name}");
    }
    assert!(feature.property("geometry").is_none() && feature.property("id").is_none());
}

#[test]
fn places_are_points_several_are_multipoints_and_a_country_alone_is_null() {
    let place = |position: serde_json::Value, exactness: &str| json!({"name": "x", "country": "SN", "position": position, "exactness": exactness});
    let at = |places: serde_json::Value| {
        let project = samples::with(&samples::project(), &json!({ "places": places }));
        let mut features = features(Resource::Projects, &[project]);
        features.remove(0).geometry.map(|geometry| geometry.value)
    };
    assert_eq!(at(json!([])), None);
    assert_eq!(at(json!([place(json!(null), "country_only")])), None);
    // A position of a country is where its name is written, not where anything happens.
    assert_eq!(at(json!([place(json!([-14.5, 14.4]), "country_only")])), None);
    assert_eq!(
        at(json!([place(json!([-17.4677, 14.7167]), "exact")])),
        Some(GeometryValue::new_point([-17.4677, 14.7167]))
    );
    assert_eq!(
        at(json!([
            place(json!([-17.4677, 14.7167]), "exact"),
            place(json!([-6.8326, 34.0133]), "approximate")
        ])),
        Some(GeometryValue::new_multi_point([
            [-17.4677, 14.7167],
            [-6.8326, 34.0133]
        ]))
    );
}

#[test]
fn texts_are_escaped() {
    let text = "\"</script>\u{2028}\u{0}\\ 老 🌍";
    let project = samples::with(&samples::project(), &json!({ "title": text }));
    assert_eq!(
        features(Resource::Projects, &[project])[0].property("title"),
        Some(&json!(text))
    );
}
