//! Records made by hand, for the tests: a template for each resource, with what a test says laid over it.

use aect_db::renditions::Rendition;
use aect_types::policy::Reader;
use aect_types::query::ListQuery;
use aect_types::{Resource, Uuid};
use serde_json::{Value, json};

use crate::Index;

/// The identifier with that number.
pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A rendition of a record with that number, out of the template and `fields`.
pub(crate) fn rendition(resource: Resource, number: u128, fields: Value) -> Rendition {
    let mut record = template(resource);
    lay_over(&mut record, common(number));
    lay_over(&mut record, fields);
    let text = |field: &str| record.get(field).and_then(Value::as_str).unwrap().to_owned();
    Rendition {
        id: id(number),
        resource,
        slug: text("slug").parse().unwrap(),
        visibility: text("visibility").parse().unwrap(),
        hidden: false,
        version: 1,
        position: i64::try_from(number).unwrap(),
        summary: "{}".to_owned(),
        record: record.to_string(),
    }
}

/// A project.
pub(crate) fn project(number: u128, title: &str, fields: Value) -> Rendition {
    let mut record = json!({"title": title});
    lay_over(&mut record, fields);
    rendition(Resource::Projects, number, record)
}

/// A collectivity.
pub(crate) fn collectivity(number: u128, name: &str, fields: Value) -> Rendition {
    let mut record = json!({"name": name, "full_name": name});
    lay_over(&mut record, fields);
    rendition(Resource::Collectivities, number, record)
}

/// An actor.
pub(crate) fn actor(number: u128, name: &str, fields: Value) -> Rendition {
    let mut record = json!({"name": name});
    lay_over(&mut record, fields);
    rendition(Resource::Actors, number, record)
}

/// An index of those.
pub(crate) fn index_of(renditions: &[Rendition]) -> Index {
    let index = Index::in_memory().unwrap();
    index.apply(renditions).unwrap();
    index
}

/// A question, as it stands in an address.
pub(crate) fn ask(resource: Resource, address: &str) -> ListQuery {
    let pairs = address.split('&').filter(|pair| !pair.is_empty());
    ListQuery::parse(resource, pairs.map(|pair| pair.split_once('=').unwrap())).unwrap()
}

/// The numbers of the whole list that a reader gets.
pub(crate) fn list_for(index: &Index, reader: Reader, resource: Resource, address: &str) -> Vec<u128> {
    let hits = index
        .select(resource, reader, &ask(resource, address), None, 1000)
        .unwrap();
    let ids = index.ids(resource, reader, &ask(resource, address)).unwrap();
    assert_eq!(hits.ids, ids, "the page and the export of {resource}?{address}");
    assert_eq!(
        hits.total,
        u64::try_from(ids.len()).unwrap(),
        "the total of {resource}?{address}"
    );
    ids.iter().map(Uuid::as_u128).collect()
}

/// The numbers of the whole list that a visitor gets.
pub(crate) fn list(index: &Index, resource: Resource, address: &str) -> Vec<u128> {
    list_for(index, Reader::Visitor, resource, address)
}

/// The same, for lists whose order does not matter.
pub(crate) fn sorted(index: &Index, resource: Resource, address: &str) -> Vec<u128> {
    let mut numbers = list(index, resource, address);
    numbers.sort_unstable();
    numbers
}

/// A theme as other records name it.
pub(crate) fn theme(slug: &str, name: &str) -> Value {
    json!({"id": id(9001), "slug": slug, "name_fr": name, "name_en": name})
}

/// A collectivity as other records name it.
pub(crate) fn collectivity_ref(slug: &str, name: &str) -> Value {
    json!({"id": id(9002), "slug": slug, "name": name, "kind": "commune"})
}

/// An actor as other records name it.
pub(crate) fn actor_ref(slug: &str, name: &str, acronym: &str) -> Value {
    json!({"id": id(9003), "slug": slug, "name": name, "acronym": acronym})
}

/// A document that states something on a day.
pub(crate) fn citation(stated_on: &str, quotation: &str) -> Value {
    json!({
        "document": {"slug": "annuaire", "title": "Annuaire", "issuer": null, "date": null},
        "quotation": quotation, "stated_on": stated_on, "evidence": null,
    })
}

/// A record with a value for every filter of its list, a point where it can have one, and dates.
pub(crate) fn full(resource: Resource) -> Rendition {
    let here = json!([-0.5792, 44.8378]);
    let fields = match resource {
        Resource::Collectivities => json!({
            "department_code": "33", "position": here, "epci": collectivity_ref("bordeaux-metropole", "Bordeaux Métropole"),
            "activity": {"projects": 1, "twinnings_to_confirm": 0, "countries": ["SN"], "themes": ["eau"]},
        }),
        Resource::PartnerAuthorities | Resource::Countries => json!({"position": here}),
        Resource::Projects => json!({
            "start_date": "2010", "countries": [{"country": "SN", "share_percent": null}], "sdgs": [6],
            "dac_sectors": ["140"], "looking_for": ["partners"], "departments": ["33"],
            "themes": [theme("eau", "Eau")], "lead": collectivity_ref("bordeaux", "Bordeaux"),
            "actors": [{"actor": actor_ref("afd", "Agence", "AFD"), "role": "funder"}],
            "partner_authorities": [{"id": id(1), "slug": "dakar", "name": "Dakar", "country": "SN"}],
            "places": [{"name": "Dakar", "country": "SN", "position": here, "exactness": "exact"}],
        }),
        Resource::Events => json!({
            "themes": [theme("eau", "Eau")], "countries": ["SN"], "departments": ["33"], "audience": ["open"],
            "organisations": [{"collectivity": collectivity_ref("bordeaux", "Bordeaux"), "actor": null, "role": "host"}],
            "group": {"id": id(1), "slug": "aect", "name": "AECT"},
            "venue": {"name": "Hôtel de Région", "address": null, "commune": "Bordeaux", "position": here},
        }),
        Resource::News => json!({
            "themes": [theme("eau", "Eau")], "countries": ["SN"],
            "authors": [
                {"collectivity": collectivity_ref("bordeaux", "Bordeaux"), "actor": null},
                {"collectivity": null, "actor": actor_ref("afd", "Agence", "AFD")},
            ],
            "projects": [{"id": id(1), "slug": "eau-a-dakar", "title": "Eau à Dakar"}],
            "events": [{"id": id(1), "slug": "mission", "title": "Mission"}],
        }),
        Resource::ThematicGroups => json!({
            "themes": [theme("eau", "Eau")], "countries": ["SN"],
            "initiatives": [{"id": id(1), "slug": "groupe-eau", "name": "Groupe eau"}],
        }),
        Resource::Resources => json!({
            "themes": [theme("eau", "Eau")], "countries": ["SN"], "language": "fr", "audience": ["staff"],
            "publishers": [
                {"collectivity": collectivity_ref("bordeaux", "Bordeaux"), "actor": null},
                {"collectivity": null, "actor": actor_ref("afd", "Agence", "AFD")},
            ],
            "review_due_on": "2027-01-15",
        }),
        Resource::ExternalInitiatives => json!({
            "themes": [theme("eau", "Eau")], "countries": ["SN"], "run_by": [actor_ref("afd", "Agence", "AFD")],
        }),
        Resource::Actors | Resource::Themes | Resource::Sdgs | Resource::DacSectors => json!({}),
    };
    rendition(resource, 1, fields)
}

fn lay_over(record: &mut Value, fields: Value) {
    let (Value::Object(record), Value::Object(fields)) = (record, fields) else {
        panic!("records are objects")
    };
    record.extend(fields);
}

fn common(number: u128) -> Value {
    json!({
        "id": id(number), "slug": format!("r-{number}"), "version": 1, "visibility": "public",
        "created_at": "2026-01-01T00:00:00.000000Z", "updated_at": "2026-01-01T00:00:00.000000Z",
        "provenance": {"kind": "import", "source": null, "license": null, "citations": []},
    })
}

fn template(resource: Resource) -> Value {
    match resource {
        Resource::Collectivities => json!({
            "kind": "commune", "name": "Bordeaux", "full_name": "Commune de Bordeaux",
            "former_insee_codes": [], "associated_sirens": [], "postal_codes": [], "engagement": "unknown",
            "in_transition": false, "in_scope": true, "interests": [], "service_notes": [],
            "activity": {"projects": 0, "twinnings_to_confirm": 0, "countries": [], "themes": []},
        }),
        Resource::Actors => json!({"kind": "association", "name": "Association", "to_confirm": false}),
        Resource::PartnerAuthorities => json!({"name": "Dakar", "country": "SN", "to_confirm": false}),
        Resource::Projects => json!({
            "title": "Projet", "kind": "decentralised_cooperation", "status": "active", "to_confirm": false,
            "countries": [], "places": [], "sdgs": [], "dac_sectors": [], "looking_for": [],
            "other_participants": [], "links": [], "documents": [], "collectivities": [], "actors": [],
            "partner_authorities": [], "themes": [], "funding_lines": [], "departments": [],
        }),
        Resource::Events => json!({
            "title": "Réunion", "kind": "meeting", "status": "confirmed",
            "time": {"precision": "days", "first": "2026-05-04", "last": "2026-05-05"},
            "recurrence_exceptions": [], "online": false, "call_for_co_hosts": false, "audience": [],
            "countries": [], "programme": [], "documents": [], "remarks": [], "organisations": [], "themes": [],
            "registration": {"mode": "none", "capacity": null, "closes_at": null, "waiting_list": false},
            "attendance": {"participants": null, "elected": null, "collectivities": null},
            "starts_at": "2026-05-03T22:00:00.000000Z", "sequence": 0, "departments": [],
        }),
        Resource::News => json!({
            "title": "Nouvelle", "published_on": "2026-05-04", "countries": [], "links": [], "authors": [],
            "themes": [], "projects": [], "events": [],
        }),
        Resource::ThematicGroups => json!({
            "name": "Groupe", "kind": "theme", "elsewhere": [], "join_policy": "open", "restricted_to": [],
            "countries": [], "themes": [], "members": [], "animators": [],
            "initiatives": [],
        }),
        Resource::Resources => json!({
            "title": "Guide", "kind": "guide", "audience": [], "countries": [], "publishers": [], "themes": [],
        }),
        Resource::ExternalInitiatives => json!({
            "name": "Groupe eau", "kind": "group", "status": "active", "countries": [], "run_by": [], "themes": [],
        }),
        Resource::Themes => {
            json!({"kind": "field", "name_fr": "Eau", "name_en": "Water", "rank": 1, "sdgs": []})
        }
        Resource::Countries => json!({
            "code": "SN", "iso3": "SEN", "iso_numeric": "686", "name_fr": "Sénégal", "name_en": "Senegal",
            "continent": "AF", "capital": "Dakar",
        }),
        Resource::Sdgs => json!({
            "number": 6, "name_fr": "Eau propre", "name_en": "Clean water", "title_fr": "Garantir l’accès de tous",
            "title_en": "Ensure availability", "color": "#26bde2",
        }),
        Resource::DacSectors => {
            json!({"code": "140", "name_fr": "Eau", "name_en": "Water supply", "active": true})
        }
    }
}
