//! What the address of the Carte says: filters, the country that is open, map or table, what is counted.

use crate::address::Address;
use crate::routes;
use crate::ui::list::question;
use aect_types::query::ListQuery;
use aect_types::{CountryCode, Resource};

/// The state of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MapState {
    /// The projects that are counted.
    pub(super) query: ListQuery,
    /// The country whose panel is open.
    pub(super) country: Option<CountryCode>,
    /// The table instead of the map.
    pub(super) table: bool,
    /// Twinnings to confirm are counted as well.
    pub(super) twinnings: bool,
}

impl MapState {
    /// Reads an address.
    pub(super) fn read(address: &Address) -> Self {
        let mut query = question::read(Resource::Projects, &without_own(address)).query;
        query.cursor = None;
        query.sort = None;
        Self {
            country: address.parameter("country").and_then(|code| code.parse().ok()),
            table: address.parameter("view").as_deref() == Some("tableau"),
            twinnings: address.parameter("twinnings").as_deref() == Some("true"),
            query,
        }
    }

    /// The address that says it.
    pub(super) fn address(&self) -> Address {
        let mut pairs = self.query.to_pairs();
        let mut push = |name: &str, value: &str| pairs.push((name.to_owned(), value.to_owned()));
        if let Some(country) = &self.country {
            push("country", country.as_str());
        }
        if self.table {
            push("view", "tableau");
        }
        if self.twinnings {
            push("twinnings", "true");
        }
        Address::with_pairs(routes::MAP, pairs)
    }

    /// The list of a country's projects under the same filters.
    pub(super) fn projects_in(&self, country: &str) -> String {
        question::address(routes::PROJECTS, &self.query.clone().with("country", country)).href()
    }

    /// The list of its twinnings to confirm.
    pub(super) fn twinnings_in(&self, country: &str) -> String {
        let mut query = self
            .query
            .clone()
            .with("country", country)
            .with("to_confirm", "true");
        query.filters.remove("kind");
        let query = query.with("kind", "twinning");
        question::address(routes::PROJECTS, &query).href()
    }
}

fn without_own(address: &Address) -> Address {
    let own = ["country", "view", "twinnings"];
    let pairs = address
        .pairs()
        .into_iter()
        .filter(|(name, _)| !own.contains(&name.as_str()));
    Address::with_pairs(&address.path, pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_address_holds_the_whole_state() {
        let state = MapState::read(&Address::parse(
            "/carte?theme=eau&country=SN&view=tableau&twinnings=true&x=1",
        ));
        assert_eq!(state.country.as_ref().map(CountryCode::as_str), Some("SN"));
        assert!(state.table && state.twinnings);
        assert_eq!(
            state.address().href(),
            "/carte?theme=eau&country=SN&view=tableau&twinnings=true"
        );
        assert_eq!(MapState::read(&state.address()), state);
        assert_eq!(
            MapState::read(&Address::parse("/carte?country=Narnia")).country,
            None
        );
    }

    #[test]
    fn a_country_leads_to_its_list() {
        let state = MapState::read(&Address::parse("/carte?theme=eau&country=MA"));
        assert_eq!(state.projects_in("SN"), "/projets?country=SN&theme=eau");
        assert_eq!(
            state.twinnings_in("SN"),
            "/projets?country=SN&kind=twinning&theme=eau&to_confirm=true"
        );
    }
}
