//! Events that documents state: organisations and functions only, never a name.

use super::citations::mention;
use super::importing::{Importing, OURS, Refusal};
use super::organisations;
use super::rows::each_json_item;
use super::themes::topic_key;
use crate::{Imported, Key, Result};
use aect_types::events::{
    Attendance, Audience, EventInput, EventKind, EventPartInput, EventRole, EventStatus, EventTime,
    RegistrationRules, Session, SessionItem, Venue,
};
use aect_types::{PartialDate, Resource, Slug, Uuid};
use chrono::NaiveTime;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Read;

#[derive(Deserialize)]
struct Given {
    id: String,
    titre: String,
    #[serde(rename = "type")]
    kind: String,
    date_debut: PartialDate,
    date_precision: Option<String>,
    heure_debut: Option<String>,
    heure_fin: Option<String>,
    fuseau: Option<String>,
    lieu: Option<Place>,
    #[serde(default)]
    organisateurs: Vec<String>,
    public_cible: Option<String>,
    #[serde(default)]
    programme: Vec<Sequence>,
    #[serde(default)]
    chiffres_annonces: BTreeMap<String, i32>,
    #[serde(default)]
    conclusions: Vec<String>,
    #[serde(default)]
    objectifs: Vec<String>,
    #[serde(default)]
    remarques: Vec<String>,
    #[serde(default)]
    themes: Vec<String>,
    documents: Vec<Slug>,
}

#[derive(Deserialize)]
struct Place {
    nom: Option<String>,
    adresse: Option<String>,
    commune: Option<String>,
}

#[derive(Deserialize)]
struct Sequence {
    debut: Option<String>,
    fin: Option<String>,
    #[serde(rename = "sequence")]
    titre: String,
    points: Vec<Point>,
}

#[derive(Deserialize)]
struct Point {
    titre: String,
    #[serde(default)]
    intervenants: Vec<Speaker>,
    #[serde(default)]
    details: Vec<String>,
}

#[derive(Deserialize)]
struct Speaker {
    organisation: Option<String>,
    fonction: String,
}

const KINDS: &[(&str, EventKind)] = &[
    ("journée de lancement", EventKind::Plenary),
    ("assemblée plénière", EventKind::Plenary),
    ("rencontre", EventKind::Meeting),
    ("jalon", EventKind::Other),
    ("webinaire", EventKind::Webinar),
    ("formation", EventKind::Training),
];

/// What such files do not tell.
const SILENT: &[&str] = &[
    "recurrence",
    "recurrence_exceptions",
    "online",
    "call_for_co_hosts",
    "countries",
    "registration",
    "mission",
    "group",
];

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_json_item(importing, file, "/events", |importing, line, given: Given| {
        let refusal = |field: &str, reason: String| {
            Some(Refusal {
                line,
                field: field.to_owned(),
                reason,
            })
        };
        let Some(kind) = KINDS
            .iter()
            .find(|(word, _)| *word == given.kind)
            .map(|(_, kind)| *kind)
        else {
            return Ok(refusal("type", format!("«{}» is no kind of event", given.kind)));
        };
        let Some(time) = time(&given) else {
            return Ok(refusal(
                "heure_debut",
                "a start is a day, a time and a time zone".to_owned(),
            ));
        };
        let organisations = match organisers(importing, &given.organisateurs)? {
            Ok(parts) => parts,
            Err(word) => {
                return Ok(refusal(
                    "organisateurs",
                    format!("no organisation is called {word}"),
                ));
            }
        };
        let themes = match themes(importing, &given.themes)? {
            Ok(ids) => ids,
            Err(word) => return Ok(refusal("themes", format!("no theme is called {word}"))),
        };
        let key = Key {
            scheme: OURS,
            id: format!("event:{}", given.id),
        };
        let citations = given.documents.iter().cloned().map(mention).collect();
        let input = input(importing, given, kind, time, organisations, themes)?;
        importing.put(
            line,
            &Imported {
                key,
                input,
                citations,
                slug: None,
                silent: SILENT,
            },
        )?;
        Ok(None)
    })
}

fn input(
    importing: &mut Importing<'_, '_>,
    given: Given,
    kind: EventKind,
    time: EventTime,
    organisations: Vec<EventPartInput>,
    themes: Vec<Uuid>,
) -> Result<EventInput> {
    let mut programme = Vec::new();
    for sequence in given.programme {
        programme.push(session(importing, sequence)?);
    }
    let figure = |name: &str| given.chiffres_annonces.get(name).copied();
    let paragraphs = |lines: Vec<String>| (!lines.is_empty()).then(|| bullets(&lines));
    Ok(EventInput {
        title: given.titre,
        description: paragraphs(given.objectifs),
        kind,
        status: EventStatus::Confirmed,
        time,
        recurrence: None,
        recurrence_exceptions: Vec::new(),
        venue: given.lieu.map(|place| Venue {
            name: place.nom,
            address: place.adresse,
            commune: place.commune,
            position: None,
        }),
        online: false,
        call_for_co_hosts: false,
        audience: given
            .public_cible
            .iter()
            .flat_map(|_| [Audience::Elected, Audience::Staff])
            .collect(),
        audience_note: given.public_cible,
        countries: Vec::new(),
        programme,
        registration: RegistrationRules::default(),
        report: paragraphs(given.conclusions),
        documents: Vec::new(),
        attendance: Attendance {
            participants: figure("participants").or_else(|| figure("participants_attendus")),
            elected: figure("elus"),
            collectivities: figure("collectivites"),
        },
        mission: None,
        remarks: given
            .remarques
            .into_iter()
            .chain(given.date_precision.map(|note| format!("Date {note}")))
            .collect(),
        organisations,
        themes,
        group: None,
    })
}

/// A Markdown list.
fn bullets(lines: &[String]) -> String {
    lines
        .iter()
        .map(|line| format!("- {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// When, as exactly as it was said; `None` where times are given that are none.
fn time(given: &Given) -> Option<EventTime> {
    let PartialDate::Day(day) = given.date_debut else {
        return Some(EventTime::Period {
            date: given.date_debut,
        });
    };
    let Some(start) = &given.heure_debut else {
        return Some(EventTime::Days {
            first: day,
            last: day,
        });
    };
    let clock = |text: &String| {
        text.parse::<NaiveTime>()
            .or_else(|_| format!("{text}:00").parse())
            .ok()
    };
    let end = match &given.heure_fin {
        Some(text) => Some(day.and_time(clock(text)?)),
        None => None,
    };
    Some(EventTime::Times {
        start: day.and_time(clock(start)?),
        end,
        time_zone: given.fuseau.clone()?,
    })
}

/// Who organises it: a collectivity or an actor, by the key of the file of organisations.
fn organisers(
    importing: &mut Importing<'_, '_>,
    words: &[String],
) -> Result<std::result::Result<Vec<EventPartInput>, String>> {
    let mut parts = Vec::new();
    for word in words {
        let key = organisations::key(word).id;
        let collectivity = importing.find(Resource::Collectivities, &key)?;
        let actor = if collectivity.is_none() {
            importing.find(Resource::Actors, &key)?
        } else {
            None
        };
        if collectivity.is_none() && actor.is_none() {
            return Ok(Err(word.clone()));
        }
        parts.push(EventPartInput {
            collectivity,
            actor,
            role: EventRole::Organiser,
        });
    }
    Ok(Ok(parts))
}

fn themes(
    importing: &mut Importing<'_, '_>,
    words: &[String],
) -> Result<std::result::Result<Vec<Uuid>, String>> {
    let mut ids = Vec::new();
    for word in words {
        match importing.find(Resource::Themes, &topic_key(word))? {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => return Ok(Err(word.clone())),
        }
    }
    Ok(Ok(ids))
}

fn session(importing: &mut Importing<'_, '_>, sequence: Sequence) -> Result<Session> {
    let mut items = Vec::new();
    for point in sequence.points {
        let mut speakers = Vec::new();
        for speaker in point.intervenants {
            let name = match &speaker.organisation {
                Some(word) => organisation_name(importing, word)?,
                None => None,
            };
            speakers.push(match name {
                Some(name) => format!("{}, {name}", speaker.fonction),
                None => speaker.fonction,
            });
        }
        items.push(SessionItem {
            title: point.titre,
            speakers,
            details: point.details,
        });
    }
    Ok(Session {
        start: sequence.debut,
        end: sequence.fin,
        title: sequence.titre,
        items,
    })
}

/// The name of an organisation of the file of organisations.
fn organisation_name(importing: &mut Importing<'_, '_>, word: &str) -> Result<Option<String>> {
    use crate::schema::{actors, collectivities};
    use crate::sql::Id;
    use diesel::prelude::*;
    let key = organisations::key(word).id;
    if let Some(id) = importing.find(Resource::Collectivities, &key)? {
        let name = collectivities::table
            .find(Id(id))
            .select(collectivities::full_name);
        return Ok(Some(name.first(importing.write.conn)?));
    }
    let Some(id) = importing.find(Resource::Actors, &key)? else {
        return Ok(None);
    };
    Ok(Some(
        actors::table
            .find(Id(id))
            .select(actors::name)
            .first(importing.write.conn)?,
    ))
}
