//! Groups of members at work.

use crate::columns::{date, ids, read_list, replace_list};
use crate::lookup::Lookup;
use crate::schema::{
    thematic_group_animators, thematic_group_countries, thematic_group_initiatives, thematic_group_members,
    thematic_group_themes, thematic_groups,
};
use crate::sql::{Doc, Id};
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::thematic_groups::{ThematicGroup, ThematicGroupInput, ThematicGroupRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = thematic_groups, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    name: String,
    kind: String,
    purpose: Option<String>,
    deliverable: Option<String>,
    next_date: Option<String>,
    elsewhere: Doc,
    join_policy: String,
    restricted_to: Doc,
}

impl Row {
    fn new(id: Uuid, input: &ThematicGroupInput) -> Result<Self> {
        Ok(Self {
            id: Id(id),
            name: input.name.clone(),
            kind: input.kind.to_string(),
            purpose: input.purpose.clone(),
            deliverable: input.deliverable.clone(),
            next_date: input.next_date.map(|date| date.to_string()),
            elsewhere: Doc::of(&input.elsewhere)?,
            join_policy: input.join_policy.to_string(),
            restricted_to: Doc::of(&input.restricted_to)?,
        })
    }
}

impl Stored for ThematicGroupInput {
    type Record = ThematicGroup;

    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(self.name.clone())
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![("purpose", self.purpose.as_ref())]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = thematic_groups::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "thematic group", id)?;
        let countries: Vec<String> = thematic_group_countries::table
            .filter(thematic_group_countries::group_id.eq(Id(id)))
            .order(thematic_group_countries::country_code)
            .select(thematic_group_countries::country_code)
            .load(conn)?;
        let themes: Vec<Id> = thematic_group_themes::table
            .filter(thematic_group_themes::group_id.eq(Id(id)))
            .order(thematic_group_themes::theme_id)
            .select(thematic_group_themes::theme_id)
            .load(conn)?;
        let members: Vec<Id> = thematic_group_members::table
            .filter(thematic_group_members::group_id.eq(Id(id)))
            .order(thematic_group_members::collectivity_id)
            .select(thematic_group_members::collectivity_id)
            .load(conn)?;
        let animators: Vec<Id> = thematic_group_animators::table
            .filter(thematic_group_animators::group_id.eq(Id(id)))
            .order(thematic_group_animators::actor_id)
            .select(thematic_group_animators::actor_id)
            .load(conn)?;
        let initiatives: Vec<Id> = read_list!(
            conn,
            thematic_group_initiatives,
            group_id = Id(id),
            thematic_group_initiatives::initiative_id
        );
        Ok(Self {
            name: row.name,
            kind: row.kind.parse()?,
            purpose: row.purpose,
            deliverable: row.deliverable,
            next_date: date(row.next_date)?,
            elsewhere: row.elsewhere.read()?,
            join_policy: row.join_policy.parse()?,
            restricted_to: row.restricted_to.read()?,
            countries: countries
                .iter()
                .map(|code| code.parse())
                .collect::<std::result::Result<_, _>>()?,
            themes: themes.into_iter().map(|id| id.0).collect(),
            members: members.into_iter().map(|id| id.0).collect(),
            animators: animators.into_iter().map(|id| id.0).collect(),
            initiatives: ids(initiatives),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        let row = Row::new(id, self)?;
        if new {
            diesel::insert_into(thematic_groups::table)
                .values(&row)
                .execute(conn)?;
        } else {
            diesel::update(thematic_groups::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        let group = Id(id);
        replace_list!(
            conn,
            new,
            thematic_group_countries,
            group_id = group,
            &self.countries,
            |_rank, country| { thematic_group_countries::country_code.eq(country.as_str()) }
        );
        replace_list!(
            conn,
            new,
            thematic_group_themes,
            group_id = group,
            &self.themes,
            |_rank, theme| { thematic_group_themes::theme_id.eq(Id(*theme)) }
        );
        replace_list!(
            conn,
            new,
            thematic_group_members,
            group_id = group,
            &self.members,
            |_rank, member| { thematic_group_members::collectivity_id.eq(Id(*member)) }
        );
        replace_list!(
            conn,
            new,
            thematic_group_animators,
            group_id = group,
            &self.animators,
            |_rank, actor| { thematic_group_animators::actor_id.eq(Id(*actor)) }
        );
        replace_list!(
            conn,
            new,
            thematic_group_initiatives,
            group_id = group,
            &self.initiatives,
            |rank, initiative| (
                thematic_group_initiatives::rank.eq(rank),
                thematic_group_initiatives::initiative_id.eq(Id(*initiative)),
            )
        );
        Ok(())
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<ThematicGroup> {
        let refs = ThematicGroupRefs {
            themes: lookup.each(&self.themes, Lookup::theme)?,
            members: lookup.each(&self.members, Lookup::collectivity)?,
            animators: lookup.each(&self.animators, Lookup::actor)?,
            initiatives: lookup.each(&self.initiatives, Lookup::external_initiative)?,
        };
        Ok(ThematicGroup::compose(meta, self, refs))
    }
}
