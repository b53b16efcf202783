//! What the maps and tables count, asked anew when a filter changes.

use super::state::{MapState, Place, Scene};
use crate::data::{self, Loaded, Question};
use aect_client::{Client, Error};
use aect_types::collectivities::{CollectivityPoint, CollectivityPoints};
use aect_types::query::ListQuery;
use aect_types::stats::{Stats, StatsBy};
use leptos::prelude::*;

/// What a part of the page asks for: one type for all of them, since each that is remembered costs a kilobyte.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// What is counted, and where.
    pub(super) place: Place,
    /// Under which filters.
    pub(super) query: ListQuery,
}

impl Asked {
    /// The projects that the map counts, by something.
    fn counted(by: StatsBy, query: ListQuery) -> Self {
        let place = Place::new(by, "");
        Self { place, query }
    }
}

/// What a part of the page asks for, as the state has it: to open a place or to move the map asks for nothing new.
pub(super) fn asked(state: Memo<MapState>, question: fn(&MapState) -> Option<Asked>) -> Memo<Option<Asked>> {
    Memo::new(move |_| state.with(question))
}

/// The figures of what is shown.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    /// By country, department or collectivity, as the scene has it.
    pub(super) areas: Loaded<Stats>,
    /// By collectivity, for the points of the region.
    pub(super) acting: Loaded<Stats>,
    /// Where collectivities are and what they are called, where they are shown.
    pub(super) points: Loaded<CollectivityPoints>,
}

impl Figures {
    /// Asks for what each state of the map needs.
    pub(super) fn load(state: Memo<MapState>) -> Self {
        let located = asked(state, |state| {
            let by = |by| by == StatsBy::Collectivity;
            let named = by(state.scene.by()) || state.open.as_ref().is_some_and(|open| by(open.by));
            let region = state.scene == Scene::Region;
            (named || region).then(|| {
                let every = ListQuery::default();
                let query = if region && state.all {
                    every
                } else {
                    every.with("active", "true")
                };
                Asked::counted(StatsBy::Collectivity, query)
            })
        });
        Self {
            areas: stats(state, |state| {
                Some(Asked::counted(state.scene.by(), state.query.clone()))
            }),
            acting: stats(state, |state| {
                let region = state.scene == Scene::Region;
                region.then(|| Asked::counted(StatsBy::Collectivity, state.query.clone()))
            }),
            points: data::load(
                move || located.get().map(Question::now),
                |client: Client, Asked { query, .. }| async move { client.collectivity_points(&query).await },
            ),
        }
    }

    /// Why something is missing.
    pub(super) fn error(self) -> Option<Error> {
        let errors = [self.areas.error, self.acting.error, self.points.error];
        errors.into_iter().find_map(|error| error.get())
    }

    /// Asks again for what is missing.
    pub(super) fn retry(self) {
        let missing = |error: RwSignal<Option<Error>>| error.with_untracked(Option::is_some);
        for stats in [self.areas, self.acting] {
            if missing(stats.error) {
                stats.retry();
            }
        }
        if missing(self.points.error) {
            self.points.retry();
        }
    }

    /// The name of a collectivity; its slug until, or unless, it has come.
    pub(super) fn name(self, slug: &str) -> String {
        self.points.value.with(|points| {
            let points = points.as_ref().map(|points| points.points.as_slice());
            let same = |point: &&CollectivityPoint| point.0.as_str() == slug;
            let found = points.unwrap_or_default().iter().find(same);
            found.map_or_else(|| slug.to_owned(), |point| point.1.clone())
        })
    }
}

/// The years in which projects ran, whatever the filters.
pub(super) fn years(state: Memo<MapState>) -> Loaded<Stats> {
    stats(state, |_| {
        Some(Asked::counted(StatsBy::Year, ListQuery::default()))
    })
}

fn stats(state: Memo<MapState>, question: fn(&MapState) -> Option<Asked>) -> Loaded<Stats> {
    let asked = asked(state, question);
    data::load(
        move || asked.get().map(Question::now),
        |client: Client, Asked { place, query }| async move { client.stats(place.by, &query).await },
    )
}
