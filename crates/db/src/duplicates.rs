//! Records that may be the one that somebody is about to enter.

use crate::naming::may_read;
use crate::schema::{records, renditions};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::duplicates::{LikelyDuplicate, Sought};
use aect_types::policy::Caller;
use aect_types::{CountryCode, Resource, Uuid, Visibility};
use diesel::prelude::*;
use serde::Deserialize;

/// Most that are answered: a person looks at all of them.
const MOST: usize = 10;

/// What of any record tells whether it is the same; the rest of its JSON is passed over.
#[derive(Deserialize)]
struct Told {
    #[serde(alias = "title")]
    name: String,
    acronym: Option<String>,
    country: Option<CountryCode>,
    #[serde(default)]
    countries: Vec<Share>,
    lead: Option<Named>,
    #[serde(default)]
    partner_authorities: Vec<Named>,
    starts_at: Option<String>,
}

/// A project says shares with its countries, an event does not.
#[derive(Deserialize)]
#[serde(untagged)]
enum Share {
    Whole(CountryCode),
    Part { country: CountryCode },
}

#[derive(Deserialize)]
struct Named {
    id: Uuid,
}

impl From<Told> for Sought {
    fn from(told: Told) -> Self {
        let shares = told.countries.into_iter().map(|share| match share {
            Share::Whole(country) | Share::Part { country } => country,
        });
        Self {
            name: told.name,
            acronym: told.acronym,
            countries: told.country.into_iter().chain(shares).collect(),
            lead: told.lead.map(|lead| lead.id),
            partner_authorities: told.partner_authorities.into_iter().map(|one| one.id).collect(),
        }
    }
}

/// What a record says that tells whether it is the same, and of an event the day on which it begins.
pub(crate) fn told(record: &str) -> Result<(Sought, Option<String>)> {
    let told: Told = serde_json::from_str(record)?;
    let day = told.starts_at.as_deref().and_then(|moment| moment.get(..10));
    let day = day.map(str::to_owned);
    Ok((told.into(), day))
}

/// Records of a kind that are likely to be what is sought, of those that the caller may read; the likeliest first.
///
/// All of the kind are compared: some thousands at most, and only while somebody fills in a form.
pub fn likely(
    conn: &mut Conn,
    caller: &Caller,
    resource: Resource,
    sought: &Sought,
) -> Result<Vec<LikelyDuplicate>> {
    let rows: Vec<(Id, String, String, String)> = renditions::table
        .inner_join(records::table)
        .filter(renditions::resource.eq(resource.as_str()))
        .filter(renditions::hidden.eq(false))
        .select((
            records::id,
            records::slug,
            renditions::visibility,
            renditions::record,
        ))
        .load(conn)?;
    let mut likely = Vec::new();
    for (id, slug, visibility, record) in rows {
        let other = Sought::from(serde_json::from_str::<Told>(&record)?);
        let Some((much, alike)) = sought.likeness(&other) else {
            continue;
        };
        let visibility: Visibility = visibility.parse()?;
        if may_read(conn, caller, resource, id.0, visibility)? {
            let found = LikelyDuplicate {
                id: id.0,
                slug: slug.parse()?,
                name: other.name,
                visibility,
                alike,
            };
            likely.push((much, found));
        }
    }
    likely.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.id.cmp(&b.id)));
    likely.truncate(MOST);
    Ok(likely.into_iter().map(|(_, found)| found).collect())
}
