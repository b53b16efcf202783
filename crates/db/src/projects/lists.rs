//! What a project has several of, each in a table of its own, in the order given.

use crate::columns::{cents, position, replace_list};
use crate::schema::{
    collectivities, project_actors, project_collectivities, project_countries, project_dac_sectors,
    project_funding_lines, project_partner_authorities, project_places, project_sdgs, project_themes,
    records,
};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::geo::{Place, Position};
use aect_types::money::Money;
use aect_types::projects::{
    ActorPartInput, CollectivityPartInput, CountryShare, FundingLineInput, ProjectInput,
};
use aect_types::{Uuid, Visibility};
use diesel::prelude::*;

/// The name of a collectivity without its kind; `None` where not everybody may read it: an address tells it.
pub(super) fn public_name(conn: &mut Conn, id: Uuid) -> Result<Option<String>> {
    let public: Option<Id> = records::table
        .find(Id(id))
        .filter(records::visibility.eq(Visibility::Public.as_str()))
        .filter(records::hidden_at.is_null())
        .select(records::id)
        .first(conn)
        .optional()?;
    if public.is_none() {
        return Ok(None);
    }
    let name = collectivities::table.find(Id(id)).select(collectivities::name);
    Ok(Some(name.first(conn)?))
}

pub(super) fn countries(conn: &mut Conn, id: Uuid) -> Result<Vec<CountryShare>> {
    let rows: Vec<(String, Option<i16>)> = project_countries::table
        .filter(project_countries::project_id.eq(Id(id)))
        .order(project_countries::rank)
        .select((project_countries::country_code, project_countries::share_percent))
        .load(conn)?;
    rows.into_iter()
        .map(|(country, share_percent)| {
            Ok(CountryShare {
                country: country.parse()?,
                share_percent,
            })
        })
        .collect()
}

type PlaceRow = (String, Option<String>, Option<f64>, Option<f64>, String);

pub(super) fn places(conn: &mut Conn, id: Uuid) -> Result<Vec<Place>> {
    let rows: Vec<PlaceRow> = project_places::table
        .filter(project_places::project_id.eq(Id(id)))
        .order(project_places::rank)
        .select((
            project_places::name,
            project_places::country_code,
            project_places::lon,
            project_places::lat,
            project_places::exactness,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(name, country, lon, lat, exactness)| {
            Ok(Place {
                name,
                country: country.map(|code| code.parse()).transpose()?,
                position: position(lon, lat),
                exactness: exactness.parse()?,
            })
        })
        .collect()
}

pub(super) fn sdgs(conn: &mut Conn, id: Uuid) -> Result<Vec<i16>> {
    Ok(project_sdgs::table
        .filter(project_sdgs::project_id.eq(Id(id)))
        .order(project_sdgs::rank)
        .select(project_sdgs::number)
        .load(conn)?)
}

pub(super) fn dac_sectors(conn: &mut Conn, id: Uuid) -> Result<Vec<String>> {
    Ok(project_dac_sectors::table
        .filter(project_dac_sectors::project_id.eq(Id(id)))
        .order(project_dac_sectors::rank)
        .select(project_dac_sectors::code)
        .load(conn)?)
}

pub(super) fn collectivities(conn: &mut Conn, id: Uuid) -> Result<Vec<CollectivityPartInput>> {
    let rows: Vec<(Id, String)> = project_collectivities::table
        .filter(project_collectivities::project_id.eq(Id(id)))
        .order(project_collectivities::rank)
        .select((
            project_collectivities::collectivity_id,
            project_collectivities::role,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(collectivity, role)| {
            Ok(CollectivityPartInput {
                collectivity: collectivity.0,
                role: role.parse()?,
            })
        })
        .collect()
}

pub(super) fn actors(conn: &mut Conn, id: Uuid) -> Result<Vec<ActorPartInput>> {
    let rows: Vec<(Id, String)> = project_actors::table
        .filter(project_actors::project_id.eq(Id(id)))
        .order(project_actors::rank)
        .select((project_actors::actor_id, project_actors::role))
        .load(conn)?;
    rows.into_iter()
        .map(|(actor, role)| {
            Ok(ActorPartInput {
                actor: actor.0,
                role: role.parse()?,
            })
        })
        .collect()
}

pub(super) fn partner_authorities(conn: &mut Conn, id: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<Id> = project_partner_authorities::table
        .filter(project_partner_authorities::project_id.eq(Id(id)))
        .order(project_partner_authorities::rank)
        .select(project_partner_authorities::partner_authority_id)
        .load(conn)?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

pub(super) fn themes(conn: &mut Conn, id: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<Id> = project_themes::table
        .filter(project_themes::project_id.eq(Id(id)))
        .order(project_themes::rank)
        .select(project_themes::theme_id)
        .load(conn)?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = project_funding_lines)]
struct FundingRow {
    funder_id: Option<Id>,
    funder_name: Option<String>,
    scheme: Option<String>,
    amount_cents: Option<i64>,
    year: Option<i32>,
    state: String,
}

pub(super) fn funding_lines(conn: &mut Conn, id: Uuid) -> Result<Vec<FundingLineInput>> {
    let rows: Vec<FundingRow> = project_funding_lines::table
        .filter(project_funding_lines::project_id.eq(Id(id)))
        .order(project_funding_lines::rank)
        .select(FundingRow::as_select())
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            Ok(FundingLineInput {
                funder: row.funder_id.map(|id| id.0),
                funder_name: row.funder_name,
                scheme: row.scheme,
                amount: row.amount_cents.map(Money::eur_cents),
                year: row.year,
                state: row.state.parse()?,
            })
        })
        .collect()
}

/// Writes every list of a project.
pub(super) fn save(conn: &mut Conn, id: Uuid, input: &ProjectInput, new: bool) -> Result<()> {
    let project = Id(id);
    save_matters(conn, project, input, new)?;
    replace_list!(
        conn,
        new,
        project_collectivities,
        project_id = project,
        &input.collectivities,
        |rank, part| (
            project_collectivities::rank.eq(rank),
            project_collectivities::collectivity_id.eq(Id(part.collectivity)),
            project_collectivities::role.eq(part.role.as_str()),
        )
    );
    replace_list!(
        conn,
        new,
        project_actors,
        project_id = project,
        &input.actors,
        |rank, part| (
            project_actors::rank.eq(rank),
            project_actors::actor_id.eq(Id(part.actor)),
            project_actors::role.eq(part.role.as_str()),
        )
    );
    replace_list!(
        conn,
        new,
        project_partner_authorities,
        project_id = project,
        &input.partner_authorities,
        |rank, partner| (
            project_partner_authorities::rank.eq(rank),
            project_partner_authorities::partner_authority_id.eq(Id(*partner)),
        )
    );
    replace_list!(
        conn,
        new,
        project_funding_lines,
        project_id = project,
        &input.funding_lines,
        |rank, line| (
            project_funding_lines::rank.eq(rank),
            project_funding_lines::funder_id.eq(line.funder.map(Id)),
            project_funding_lines::funder_name.eq(line.funder_name.as_deref()),
            project_funding_lines::scheme.eq(line.scheme.as_deref()),
            project_funding_lines::amount_cents.eq(cents(line.amount)),
            project_funding_lines::year.eq(line.year),
            project_funding_lines::state.eq(line.state.as_str()),
        )
    );
    Ok(())
}

/// What it is about and where.
fn save_matters(conn: &mut Conn, project: Id, input: &ProjectInput, new: bool) -> Result<()> {
    replace_list!(
        conn,
        new,
        project_countries,
        project_id = project,
        &input.countries,
        |rank, share| (
            project_countries::rank.eq(rank),
            project_countries::country_code.eq(share.country.as_str()),
            project_countries::share_percent.eq(share.share_percent),
        )
    );
    replace_list!(
        conn,
        new,
        project_places,
        project_id = project,
        &input.places,
        |rank, place| (
            project_places::rank.eq(rank),
            project_places::name.eq(&place.name),
            project_places::country_code.eq(place.country.as_ref().map(ToString::to_string)),
            project_places::lon.eq(place.position.map(Position::lon)),
            project_places::lat.eq(place.position.map(Position::lat)),
            project_places::exactness.eq(place.exactness.as_str()),
        )
    );
    replace_list!(
        conn,
        new,
        project_themes,
        project_id = project,
        &input.themes,
        |rank, theme| (
            project_themes::rank.eq(rank),
            project_themes::theme_id.eq(Id(*theme)),
        )
    );
    replace_list!(
        conn,
        new,
        project_sdgs,
        project_id = project,
        &input.sdgs,
        |rank, number| (project_sdgs::rank.eq(rank), project_sdgs::number.eq(number),)
    );
    replace_list!(
        conn,
        new,
        project_dac_sectors,
        project_id = project,
        &input.dac_sectors,
        |rank, code| (
            project_dac_sectors::rank.eq(rank),
            project_dac_sectors::code.eq(code),
        )
    );
    Ok(())
}
