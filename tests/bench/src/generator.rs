//! Projects and events with the shape of real ones.

use aect_types::Visibility;
use aect_types::events::{EventInput, RegistrationRules};
use aect_types::projects::{ProjectInput, ProjectKind, ProjectStatus};
use fastrand::Rng;
use serde_json::{Value, json};

use crate::chance::Zipf;
use crate::known::{Known, Named};

/// What titles and texts are made of, the commonest first; names of collectivities come between.
const WORDS: &str = include_str!("words.txt");

/// Draws records; the same seed draws the same ones.
pub(crate) struct Generator<'a> {
    known: &'a Known,
    rng: Rng,
    words: Vec<&'static str>,
    by_word: Zipf,
    by_theme: Zipf,
    by_country: Zipf,
    by_collectivity: Zipf,
    kinds: Vec<ProjectKind>,
    by_kind: Zipf,
    by_status: Zipf,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(known: &'a Known, seed: u64) -> Self {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        // Twinnings are left out of lists until somebody confirms them; none here.
        let kinds: Vec<ProjectKind> = ProjectKind::ALL
            .iter()
            .copied()
            .filter(|kind| *kind != ProjectKind::Twinning)
            .collect();
        Self {
            known,
            rng: Rng::with_seed(seed),
            by_word: Zipf::new(words.len()),
            words,
            by_theme: Zipf::new(known.themes.len()),
            by_country: Zipf::new(known.countries.len()),
            by_collectivity: Zipf::new(known.collectivities.len()),
            by_kind: Zipf::new(kinds.len()),
            kinds,
            by_status: Zipf::new(ProjectStatus::ALL.len()),
        }
    }

    /// A project, and who may see it: 2 in 100 not everybody.
    pub(crate) fn project(&mut self) -> aect_db::Result<(ProjectInput, Visibility)> {
        let lead = self.collectivity();
        let partner = (self.rng.u8(..10) < 3).then(|| self.collectivity()).flatten();
        let start = self.rng.i32(2000..=2026);
        let budget = self.rng.i64(500_000..500_000_000);
        let title = match &lead {
            Some(lead) => format!("{} {}", self.sentence(5), lead.name),
            None => self.sentence(6),
        };
        let project = json!({
            "title": title,
            "summary": self.sentence(25),
            "description": self.sentence(90),
            "kind": self.by_kind.of(&self.kinds, &mut self.rng),
            "status": self.by_status.of(ProjectStatus::ALL, &mut self.rng),
            "status_note": null,
            "to_confirm": false,
            "lead_name": null,
            "area": null,
            "countries": self.countries().iter()
                .map(|code| json!({"country": code, "share_percent": null})).collect::<Vec<_>>(),
            "places": [],
            "sdgs": [self.rng.u8(1..=17)],
            "dac_sectors": [],
            "start_date": start.to_string(),
            "start_note": null,
            "end_date": (start < 2020).then(|| (start + 4).to_string()),
            "budget": {"min": {"amount_cents": budget, "currency": "EUR"}, "max": null},
            "budget_note": null,
            "looking_for": [],
            "looking_for_note": null,
            "brings_home": self.sentence(15),
            "results": null,
            "beneficiaries": null,
            "other_participants": [],
            "links": [],
            "documents": [],
            "lead": lead.as_ref().map(|lead| lead.id),
            "collectivities": partner.iter().filter(|partner| lead.as_ref() != Some(*partner))
                .map(|partner| json!({"collectivity": partner.id, "role": "partner"})).collect::<Vec<_>>(),
            "actors": [],
            "partner_authorities": [],
            "themes": self.themes(),
            "funding_lines": [],
            "parent": null,
        });
        let visibility = match self.rng.u8(..100) {
            0 => Visibility::Members,
            1 => Visibility::Draft,
            _ => Visibility::Public,
        };
        Ok((serde_json::from_value(project)?, visibility))
    }

    /// An event of a day between 2016 and 2027.
    pub(crate) fn event(&mut self) -> aect_db::Result<EventInput> {
        let host = self.collectivity();
        let day = format!(
            "{}-{:02}-{:02}",
            self.rng.i32(2016..=2027),
            self.rng.u8(1..=12),
            self.rng.u8(1..=28)
        );
        let event = json!({
            "title": self.sentence(6),
            "description": self.sentence(40),
            "kind": "meeting",
            "status": "confirmed",
            "time": {"precision": "days", "first": day, "last": day},
            "recurrence": null,
            "recurrence_exceptions": [],
            "venue": null,
            "online": self.rng.bool(),
            "call_for_co_hosts": false,
            "audience": ["open"],
            "audience_note": null,
            "countries": self.countries(),
            "programme": [],
            "registration": RegistrationRules::default(),
            "report": null,
            "documents": [],
            "attendance": {},
            "mission": null,
            "remarks": [],
            "organisations": host.iter()
                .map(|host| json!({"collectivity": host.id, "actor": null, "role": "organiser"}))
                .collect::<Vec<Value>>(),
            "themes": self.themes(),
            "group": null,
        });
        Ok(serde_json::from_value(event)?)
    }

    fn collectivity(&mut self) -> Option<Named> {
        self.by_collectivity
            .of(&self.known.collectivities, &mut self.rng)
            .cloned()
    }

    fn countries(&mut self) -> Vec<String> {
        let count = self.rng.usize(1..=2);
        self.by_country.some(&self.known.countries, count, &mut self.rng)
    }

    fn themes(&mut self) -> Vec<aect_types::Uuid> {
        let count = self.rng.usize(1..=3);
        let themes = self.by_theme.some(&self.known.themes, count, &mut self.rng);
        themes.into_iter().map(|theme| theme.id).collect()
    }

    /// Words one after the other, now and then the name of a place: as varied as real texts, if not as wise.
    fn sentence(&mut self, words: usize) -> String {
        let mut sentence = String::new();
        for _ in 0..words {
            if !sentence.is_empty() {
                sentence.push(' ');
            }
            match self.rng.u8(..20) {
                0 => sentence.extend(self.collectivity().map(|place| place.name)),
                _ => sentence.push_str(
                    self.by_word
                        .of(&self.words, &mut self.rng)
                        .copied()
                        .unwrap_or_default(),
                ),
            }
        }
        sentence
    }
}
