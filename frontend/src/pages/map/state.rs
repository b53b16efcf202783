//! What the address of the Carte says: filters, the place that is open, which map or table, what of it is seen.

use super::view::At;
use crate::address::Address;
use crate::routes;
use crate::ui::list::question;
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::stats::StatsBy;

/// What places are counted by, and the filters of the same names.
const PLACES: [StatsBy; 3] = [StatsBy::Country, StatsBy::Department, StatsBy::Collectivity];
/// Parameters that are the map's own, not the list's.
const OWN: [&str; 5] = ["view", "by", "twinnings", "all", "at"];

/// A country, a department or a collectivity, by the filter that keeps what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) by: StatsBy,
    pub(super) value: String,
}

impl Place {
    /// A place by what it is counted by.
    pub(super) fn new(by: StatsBy, value: &str) -> Self {
        let value = value.to_owned();
        Self { by, value }
    }

    /// The identifier of its element on the map.
    pub(super) fn id(&self) -> String {
        let prefix = match self.by {
            StatsBy::Country => "pays",
            StatsBy::Department => "departement",
            _ => "collectivite",
        };
        format!("{prefix}-{}", self.value)
    }

    /// The place of an element on the map.
    pub(super) fn of_id(id: &str) -> Option<Self> {
        let (prefix, value) = id.split_once('-')?;
        let by = match prefix {
            "pays" => StatsBy::Country,
            "departement" => StatsBy::Department,
            "collectivite" => StatsBy::Collectivity,
            _ => return None,
        };
        Some(Self::new(by, value))
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scene {
    #[default]
    World,
    Region,
    /// The figures of either, or of each collectivity.
    Table(Rows),
}

/// What a row of the table is: one of [`PLACES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rows(pub(super) StatsBy);

impl Scene {
    /// What its figures are counted by.
    pub(super) const fn by(self) -> StatsBy {
        match self {
            Self::World => StatsBy::Country,
            Self::Region => StatsBy::Department,
            Self::Table(Rows(by)) => by,
        }
    }

    fn read(address: &Address) -> Self {
        let by = address.parameter("by");
        match address.parameter("view").as_deref() {
            Some("region") => Self::Region,
            Some("tableau") => {
                let named = |by: &StatsBy, name: &str| by.as_str() == name;
                let by = by.and_then(|name| PLACES.into_iter().find(|by| named(by, &name)));
                Self::Table(Rows(by.unwrap_or(StatsBy::Country)))
            }
            _ => Self::World,
        }
    }
}

/// The state of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MapState {
    /// The projects that are counted.
    pub(super) query: ListQuery,
    /// The place whose panel is open.
    pub(super) open: Option<Place>,
    /// What is shown.
    pub(super) scene: Scene,
    /// Twinnings to confirm are counted as well.
    pub(super) twinnings: bool,
    /// Collectivities of which no action is known are shown as well.
    pub(super) all: bool,
    /// What part of the map is seen; all of it, or what it opens on, without.
    pub(super) at: Option<At>,
}

impl MapState {
    /// Reads an address.
    pub(super) fn read(address: &Address) -> Self {
        let pairs = address.pairs().into_iter();
        let of_the_list = pairs.filter(|(name, _)| !OWN.contains(&name.as_str()));
        let of_the_list = Address::with_pairs(&address.path, of_the_list);
        let mut query = question::read(Resource::Projects, &of_the_list).query;
        query.cursor = None;
        query.sort = None;
        let mut open = None;
        for by in PLACES {
            let values = query.filters.remove(by.as_str()).unwrap_or_default();
            let first = values.first().map(|value| Place::new(by, value));
            open = open.or(first);
        }
        let says = |name: &str| address.parameter(name).as_deref() == Some("true");
        Self {
            open,
            scene: Scene::read(address),
            twinnings: says("twinnings"),
            all: says("all"),
            at: address.parameter("at").and_then(|text| At::parse(&text)),
            query,
        }
    }

    /// The address that says it.
    pub(super) fn address(&self) -> Address {
        let mut pairs = self.query.to_pairs();
        let mut push = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
        if let Some(place) = &self.open {
            push(place.by.as_str(), &place.value);
        }
        match self.scene {
            Scene::World => {}
            Scene::Region => push("view", "region"),
            Scene::Table(Rows(by)) => {
                push("view", "tableau");
                if by != StatsBy::Country {
                    push("by", by.as_str());
                }
            }
        }
        for (name, said) in [("twinnings", self.twinnings), ("all", self.all)] {
            if said {
                push(name, "true");
            }
        }
        if let Some(at) = self.at {
            push("at", &at.to_string());
        }
        Address::with_pairs(routes::MAP, pairs)
    }

    /// The same filters on something else: from its opening view, nothing open.
    pub(super) fn shown_as(&self, scene: Scene) -> Self {
        Self {
            scene,
            open: None,
            at: None,
            ..self.clone()
        }
    }

    /// The projects of a place, under the same filters.
    pub(super) fn query_in(&self, place: &Place) -> ListQuery {
        self.query.clone().with(place.by.as_str(), &place.value)
    }

    /// The list of the projects of a place; everywhere, of all that are counted.
    pub(super) fn projects_in(&self, place: Option<&Place>) -> String {
        let query = place.map_or_else(|| self.query.clone(), |place| self.query_in(place));
        question::address(routes::PROJECTS, &query).href()
    }

    /// The list of its twinnings to confirm.
    pub(super) fn twinnings_in(&self, place: &Place) -> String {
        let mut query = self.query_in(place).with("to_confirm", "true");
        query.filters.remove("kind");
        let query = query.with("kind", "twinning");
        question::address(routes::PROJECTS, &query).href()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn read(href: &str) -> MapState {
        MapState::read(&Address::parse(href))
    }

    #[test]
    fn the_address_holds_the_whole_state() {
        for href in [
            "/carte",
            "/carte?theme=eau&country=SN&view=tableau&twinnings=true",
            "/carte?year=2016&department=33&view=region&all=true&at=1180-430-1090",
            "/carte?collectivity=bordeaux&view=region",
            "/carte?view=tableau&by=collectivity",
        ] {
            assert_eq!(read(href).address().href(), href);
        }
        let state = read("/carte?theme=eau&country=SN&view=tableau&twinnings=true&x=1");
        assert_eq!(state.open, Some(Place::new(StatsBy::Country, "SN")));
        assert!(state.twinnings && !state.all);
        assert_eq!(state.scene.by(), StatsBy::Country);
    }

    #[test]
    fn what_does_not_exist_is_left_aside() {
        assert_eq!(
            read("/carte?country=Narnia&view=lune&at=x-1&by=theme"),
            MapState::default()
        );
        assert_eq!(read("/carte?view=tableau&by=theme").scene.by(), StatsBy::Country);
    }

    #[test]
    fn a_place_leads_to_its_lists() {
        let state = read("/carte?theme=eau&country=MA");
        let senegal = Place::new(StatsBy::Country, "SN");
        assert_eq!(state.projects_in(Some(&senegal)), "/projets?country=SN&theme=eau");
        assert_eq!(
            state.twinnings_in(&senegal),
            "/projets?country=SN&kind=twinning&theme=eau&to_confirm=true"
        );
        assert_eq!(state.projects_in(None), "/projets?theme=eau");
        let pessac = Place::new(StatsBy::Collectivity, "saint-jean-de-luz");
        assert_eq!(Place::of_id(&pessac.id()), Some(pessac));
    }
}
