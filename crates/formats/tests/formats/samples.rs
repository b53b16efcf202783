//! Records with every field filled, through the types: a field that is renamed there breaks here.

use aect_types::{Record, Resource};
use serde_json::{Value, json};

/// Metadata and the fields of a record, read as the record and written again.
fn record<T: Record>(slug: &str, fields: &Value) -> String {
    let mut whole = json!({
        "id": "0192f0c1-2345-7abc-8def-0123456789ab",
        "slug": slug,
        "version": 3,
        "visibility": "public",
        "created_at": "2026-04-01T08:00:00.000000Z",
        "updated_at": "2026-11-22T05:10:59.123456Z",
        "confirmed_at": "2026-10-01T00:00:00.000000Z",
        "provenance": {
            "kind": "import",
            "source": "Fichier des coopérations",
            "license": "Licence Ouverte 2.0",
            "citations": [
                {"document": {"slug": "guide-2016", "title": "Guide 2016", "issuer": null, "date": "2016"}, "quotation": "mot à mot", "stated_on": "2016", "evidence": null},
                {"document": {"slug": "note-2022", "title": "Note 2022", "issuer": null, "date": "2022-05"}, "quotation": null, "stated_on": "2022-05", "evidence": null},
                {"document": {"slug": "guide-2016", "title": "Guide 2016", "issuer": null, "date": "2016"}, "quotation": null, "stated_on": null, "evidence": null}
            ]
        }
    });
    extend(&mut whole, fields);
    let record: T = serde_json::from_value(whole).unwrap();
    serde_json::to_string(&record).unwrap()
}

/// The same record with some fields changed.
pub(crate) fn with(record: &str, changes: &Value) -> String {
    let mut whole: Value = serde_json::from_str(record).unwrap();
    extend(&mut whole, changes);
    whole.to_string()
}

fn extend(whole: &mut Value, fields: &Value) {
    whole
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
}

/// A record of that kind.
pub(crate) fn of(resource: Resource) -> String {
    match resource {
        Resource::Collectivities => collectivity(),
        Resource::Actors => actor(),
        Resource::PartnerAuthorities => partner_authority(),
        Resource::Projects => project(),
        Resource::Events => event(),
        Resource::News => news(),
        Resource::ThematicGroups => thematic_group(),
        Resource::Resources => shared_resource(),
        Resource::ExternalInitiatives => external_initiative(),
        Resource::Themes => theme(),
        Resource::Countries => country(),
        Resource::Sdgs => sdg(),
        Resource::DacSectors => dac_sector(),
    }
}

fn collectivity_ref(slug: &str, name: &str) -> Value {
    json!({"id": "0192f0c1-0000-7000-8000-000000000001", "slug": slug, "name": name, "kind": "department"})
}

fn actor_ref() -> Value {
    json!({"id": "0192f0c1-0000-7000-8000-000000000002", "slug": "so-cooperation", "name": "SO Coopération", "acronym": null})
}

fn theme_ref() -> Value {
    json!({"id": "0192f0c1-0000-7000-8000-000000000003", "slug": "eau", "name_fr": "Eau", "name_en": "Water"})
}

pub(crate) fn collectivity() -> String {
    record::<aect_types::collectivities::Collectivity>(
        "gironde",
        &json!({
            "kind": "department", "name": "Gironde", "full_name": "Département de la Gironde", "siren": "223300013",
            "insee_code": "33", "population": 1_700_000, "department_code": "33", "region_code": "75",
            "position": [-0.5792, 44.8378], "former_insee_codes": ["33900", "33901"],
            "associated_sirens": ["200053759"], "postal_codes": ["33000", "33800"],
            "website": "https://www.gironde.example", "summary": "Agit au Sénégal", "engagement": "engaged",
            "member_since": "2024", "contact_mailbox": "international@gironde.example",
            "international_service": {"name": "Mission internationale", "attached_to": null, "staff_fte": 2.5, "yearly_budget": null, "mandate": null},
            "in_transition": false, "in_scope": true, "epci": collectivity_ref("bordeaux-metropole", "Bordeaux Métropole"),
            "interests": [
                {"theme": theme_ref(), "country": null, "level": "active"},
                {"theme": null, "country": "MA", "level": "curious"}
            ],
            "department": null, "service_notes": [],
            "activity": {"projects": 3, "twinnings_to_confirm": 1, "countries": ["SN", "MA"], "themes": ["eau"]}
        }),
    )
}

fn actor() -> String {
    record::<aect_types::actors::Actor>(
        "so-cooperation",
        &json!({
            "kind": "network", "name": "SO Coopération", "acronym": "SOC", "iati_organisation_type": "22",
            "scope": "régional", "status_note": "active", "description": "Réseau régional",
            "website": "https://soc.example", "to_confirm": false
        }),
    )
}

fn partner_authority() -> String {
    record::<aect_types::partner_authorities::PartnerAuthority>(
        "dakar",
        &json!({
            "name": "Dakar", "authority_type": "commune", "country": "SN", "position": [-17.4677, 14.7167],
            "website": "https://dakar.example", "description": "Capitale", "wikidata_id": "Q3718", "to_confirm": true
        }),
    )
}

pub(crate) fn project() -> String {
    record::<aect_types::projects::Project>(
        "eau-a-dakar",
        &json!({
            "title": "De l’eau à Dakar", "summary": "Forages; puits, pompes", "description": "Dix **forages**\r\net puits",
            "kind": "decentralised_cooperation", "status": "active", "status_note": "en cours selon le guide",
            "to_confirm": false, "lead_name": "Comité de jumelage", "area": "Sahel",
            "countries": [{"country": "SN", "share_percent": 60}, {"country": "MA", "share_percent": 40}],
            "places": [
                {"name": "Dakar", "country": "SN", "position": [-17.4677, 14.7167], "exactness": "exact"},
                {"name": "Rabat", "country": "MA", "position": [-6.8326, 34.0133], "exactness": "approximate"},
                {"name": "Maroc", "country": "MA", "position": null, "exactness": "country_only"}
            ],
            "sdgs": [6, 17], "dac_sectors": ["140", "151"], "start_date": "2015", "start_note": "signature de la convention",
            "end_date": "2027-06", "budget": {"min": {"amount_cents": 120_005, "currency": "EUR"}, "max": {"amount_cents": 250_000_000, "currency": "EUR"}},
            "budget_note": "sur trois ans", "looking_for": ["partners", "co_funding"], "looking_for_note": "Un lycée partenaire",
            "brings_home": "Une semaine au collège", "results": "Six forages", "beneficiaries": "3 000 habitants",
            "other_participants": ["Lycée agricole", "Club de football"],
            "links": [{"title": "Site", "url": "https://eau.example/a"}], "documents": [{"title": "Bilan", "url": "https://eau.example/b.pdf"}],
            "lead": collectivity_ref("gironde", "Département de la Gironde"),
            "collectivities": [{"collectivity": collectivity_ref("landes", "Département des Landes"), "role": "co_lead"}],
            "actors": [{"actor": actor_ref(), "role": "operator"}],
            "partner_authorities": [{"id": "0192f0c1-0000-7000-8000-000000000004", "slug": "dakar", "name": "Dakar", "country": "SN"}],
            "themes": [theme_ref()],
            "funding_lines": [
                {"funder": actor_ref(), "funder_name": null, "scheme": null, "amount": null, "year": 2020, "state": "granted"},
                {"funder": null, "funder_name": "Agence de l’eau", "scheme": null, "amount": null, "year": null, "state": "paid"}
            ],
            "parent": {"id": "0192f0c1-0000-7000-8000-000000000005", "slug": "cooperation-dakar", "title": "Coopération avec Dakar"},
            "departments": ["33", "40"]
        }),
    )
}

pub(crate) fn event() -> String {
    record::<aect_types::events::Event>(
        "pleniere-2026",
        &json!({
            "title": "Plénière", "description": "Ordre du jour, suites\nà donner", "kind": "plenary", "status": "confirmed",
            "time": {"precision": "times", "start": "2026-07-01T10:00:00", "end": "2026-07-01T12:30:00", "time_zone": "Europe/Paris"},
            "recurrence": "FREQ=MONTHLY;COUNT=4", "recurrence_exceptions": ["2026-08-01"],
            "venue": {"name": "Hôtel de Région", "address": "14 rue François de Sourdis", "commune": "Bordeaux", "position": [-0.5792, 44.8378]},
            "online": true, "call_for_co_hosts": false, "audience": ["elected", "staff"], "audience_note": "et leurs équipes",
            "countries": ["SN"], "programme": [],
            "registration": {"mode": "on_approval", "capacity": 40, "closes_at": "2026-06-20T22:00:00.000000Z", "waiting_list": false},
            "report": "Compte rendu", "documents": [{"title": "Support", "url": "https://aect.example.org/s.pdf"}],
            "attendance": {"participants": 30, "elected": 12, "collectivities": 15}, "mission": null, "remarks": [],
            "organisations": [
                {"collectivity": null, "actor": actor_ref(), "role": "organiser"},
                {"collectivity": collectivity_ref("gironde", "Département de la Gironde"), "actor": null, "role": "host"}
            ],
            "themes": [theme_ref()],
            "group": {"id": "0192f0c1-0000-7000-8000-000000000006", "slug": "groupe-aect", "name": "Groupe AECT"},
            "starts_at": "2026-07-01T08:00:00.000000Z", "ends_at": "2026-07-01T10:30:00.000000Z", "sequence": 2, "departments": ["33"]
        }),
    )
}

fn news() -> String {
    record::<aect_types::news::News>(
        "retour-de-dakar",
        &json!({
            "title": "Retour de Dakar", "summary": "La suite est prête", "description": "Des forages", "published_on": "2026-11-20",
            "useful_until": "2026-12-31", "countries": ["SN"], "links": [{"title": "Programme", "url": "https://soc.example/visite"}],
            "authors": [
                {"collectivity": collectivity_ref("gironde", "Département de la Gironde"), "actor": null},
                {"collectivity": null, "actor": actor_ref()}
            ],
            "themes": [theme_ref()],
            "projects": [{"id": "0192f0c1-0000-7000-8000-000000000004", "slug": "eau-a-dakar", "title": "Eau à Dakar"}],
            "events": [{"id": "0192f0c1-0000-7000-8000-000000000005", "slug": "mission", "title": "Mission"}]
        }),
    )
}

fn thematic_group() -> String {
    record::<aect_types::thematic_groups::ThematicGroup>(
        "groupe-aect",
        &json!({
            "name": "Groupe AECT", "kind": "task", "purpose": "Se concerter", "deliverable": "Une feuille de route",
            "next_date": "2026-12", "elsewhere": [{"title": "CUF", "url": "https://cuf.example"}], "join_policy": "on_request",
            "restricted_to": ["department", "region"], "countries": ["MA"], "themes": [theme_ref()],
            "members": [collectivity_ref("gironde", "Département de la Gironde")], "animators": [actor_ref()],
            "initiatives": [{"id": "0192f0c1-0000-7000-8000-000000000006", "slug": "groupe-eau", "name": "Groupe eau"}]
        }),
    )
}

fn shared_resource() -> String {
    record::<aect_types::resources::SharedResource>(
        "guide-eau",
        &json!({
            "title": "Guide de l’eau", "summary": "Pas à pas", "description": "Un guide", "kind": "guide",
            "link": "https://soc.example/guide", "published_on": "2025-03", "language": "fr", "audience": ["elected", "staff"],
            "publisher_name": "Un réseau", "reviewed_on": "2026-01-15", "review_due_on": "2027-01-15", "countries": ["SN"],
            "publishers": [{"collectivity": null, "actor": actor_ref()}], "themes": [theme_ref()]
        }),
    )
}

fn external_initiative() -> String {
    record::<aect_types::external_initiatives::ExternalInitiative>(
        "groupe-eau",
        &json!({
            "name": "Groupe eau", "summary": "Deux fois par an", "kind": "group", "status": "active",
            "website": "https://soc.example/eau", "run_by_name": "Un réseau", "countries": ["SN"],
            "run_by": [actor_ref()], "themes": [theme_ref()]
        }),
    )
}

fn theme() -> String {
    record::<aect_types::themes::Theme>(
        "eau",
        &json!({
            "kind": "field", "name_fr": "Eau", "name_en": "Water", "description": "Eau et assainissement", "origin": null,
            "rank": 3, "sdgs": [6]
        }),
    )
}

fn country() -> String {
    record::<aect_types::countries::Country>(
        "senegal",
        &json!({
            "code": "SN", "iso3": "SEN", "iso_numeric": "686", "name_fr": "Sénégal", "name_en": "Senegal",
            "continent": "AF", "capital": "Dakar", "position": [-14.5, 14.4]
        }),
    )
}

fn sdg() -> String {
    record::<aect_types::sdgs::Sdg>(
        "6",
        &json!({
            "number": 6, "name_fr": "Eau propre", "name_en": "Clean water", "title_fr": "Garantir l’accès", "title_en": "Ensure access",
            "color": "#26BDE2"
        }),
    )
}

fn dac_sector() -> String {
    record::<aect_types::dac_sectors::DacSector>(
        "140",
        &json!({
            "code": "140", "name_fr": "Eau et assainissement", "name_en": "Water and sanitation", "active": true
        }),
    )
}
