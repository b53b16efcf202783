//! Two records that say the same become one: what named the one that goes names the one that stays.

use super::Write;
use crate::Result;
use crate::journal::Operation;
use crate::people::memberships::Belonging;
use crate::schema::{
    citations, external_ids, membership_domains, memberships, records, rendition_links, slugs, visit_codes,
};
use crate::sql::{At, Id};
use crate::stored::Stored;
use aect_types::people::{MemberRole, MembershipState};
use aect_types::{Record as _, Resource, Uuid};
use diesel::prelude::*;
use serde_json::{Map, Value, json};

impl Write<'_> {
    /// Lets the record `into` take the place of `from`, which is of the same kind: its addresses, its codes, the names that
    /// sources give it, what documents say of it, its people, and every mention in other records lead to `into`. `from`
    /// is hidden for good; its history stays.
    pub fn merge<S: Stored>(&mut self, from: Uuid, into: Uuid) -> Result<()> {
        for namer in self.namers(from)? {
            self.rename(namer, from, into)?;
        }
        self.move_addresses(S::Record::RESOURCE, from, into)?;
        diesel::update(external_ids::table.filter(external_ids::record_id.eq(Id(from))))
            .set(external_ids::record_id.eq(Id(into)))
            .execute(self.conn)?;
        self.move_citations(from, into)?;
        self.move_files(from, into)?;
        self.move_people(from, into)?;
        self.merge_co_leads(from, into)?;
        diesel::update(records::table.find(Id(from)))
            .set(records::hidden_at.eq(Some(At(self.now))))
            .execute(self.conn)?;
        let mut changes = self.without_codes::<S>(from)?;
        changes.insert("merged_into".to_owned(), json!([null, into]));
        self.advance(from, Operation::Hide, changes)?;
        let taken_in = Map::from_iter([("merged".to_owned(), json!([null, from]))]);
        self.advance(into, Operation::Update, taken_in)
    }

    /// Takes its codes from a record, so that another one may have them; what that changes.
    fn without_codes<S: Stored>(&mut self, id: Uuid) -> Result<Map<String, Value>> {
        let before = S::load(self.conn, id)?;
        let mut fields = super::fields_of(&before)?;
        for (field, _) in before.codes() {
            fields.insert(field.to_owned(), Value::Null);
        }
        let after: S = serde_json::from_value(Value::Object(fields))?;
        let changes = super::differences(&before, &after)?;
        if !changes.is_empty() {
            after.save(self.conn, id, false)?;
        }
        Ok(changes)
    }

    /// Records that name this one, each with its kind.
    fn namers(&mut self, id: Uuid) -> Result<Vec<(Uuid, Resource)>> {
        let found: Vec<(Id, String)> = rendition_links::table
            .inner_join(records::table.on(records::id.eq(rendition_links::from_id)))
            .filter(rendition_links::to_id.eq(Id(id)))
            .filter(rendition_links::from_id.ne(Id(id)))
            .order(rendition_links::from_id)
            .select((records::id, records::resource))
            .load(self.conn)?;
        found
            .into_iter()
            .map(|(id, resource)| Ok((id.0, resource.parse()?)))
            .collect()
    }

    fn rename(&mut self, (namer, resource): (Uuid, Resource), from: Uuid, into: Uuid) -> Result<()> {
        use aect_types::{
            actors::ActorInput, collectivities::CollectivityInput, events::EventInput,
            external_initiatives::ExternalInitiativeInput, news::NewsInput,
            partner_authorities::PartnerAuthorityInput, projects::ProjectInput,
            resources::SharedResourceInput, thematic_groups::ThematicGroupInput, themes::ThemeInput,
        };
        match resource {
            Resource::Collectivities => self.rename_in::<CollectivityInput>(namer, from, into),
            Resource::Actors => self.rename_in::<ActorInput>(namer, from, into),
            Resource::PartnerAuthorities => self.rename_in::<PartnerAuthorityInput>(namer, from, into),
            Resource::Projects => self.rename_in::<ProjectInput>(namer, from, into),
            Resource::Events => self.rename_in::<EventInput>(namer, from, into),
            Resource::News => self.rename_in::<NewsInput>(namer, from, into),
            Resource::ThematicGroups => self.rename_in::<ThematicGroupInput>(namer, from, into),
            Resource::Resources => self.rename_in::<SharedResourceInput>(namer, from, into),
            Resource::ExternalInitiatives => self.rename_in::<ExternalInitiativeInput>(namer, from, into),
            Resource::Themes => self.rename_in::<ThemeInput>(namer, from, into),
            // Lists of the State and the UN name nothing that could be merged.
            Resource::Countries | Resource::Sdgs | Resource::DacSectors => Ok(()),
        }
    }

    fn rename_in<S: Stored>(&mut self, namer: Uuid, from: Uuid, into: Uuid) -> Result<()> {
        let before = S::load(self.conn, namer)?;
        let mut whole = serde_json::to_value(&before)?;
        // Nothing names itself.
        let name = (namer != into).then(|| into.to_string());
        renamed(&mut whole, &from.to_string(), name.as_deref());
        let after: S = serde_json::from_value(whole)?;
        let changes = super::differences(&before, &after)?;
        if changes.is_empty() {
            return Ok(());
        }
        self.replace(namer, &after, changes)
    }

    /// The identifier of the one that goes is an address of the other from now on, as are its slugs and codes.
    fn move_addresses(&mut self, resource: Resource, from: Uuid, into: Uuid) -> Result<()> {
        diesel::update(slugs::table.filter(slugs::record_id.eq(Id(from))))
            .set((slugs::record_id.eq(Id(into)), slugs::kind.eq("former")))
            .execute(self.conn)?;
        self.add_address(resource.as_str(), &from.to_string(), into, "former")
    }

    fn move_citations(&mut self, from: Uuid, into: Uuid) -> Result<()> {
        let last: Option<i32> = citations::table
            .filter(citations::record_id.eq(Id(into)))
            .select(diesel::dsl::max(citations::rank))
            .first(self.conn)?;
        diesel::update(citations::table.filter(citations::record_id.eq(Id(from))))
            .set((
                citations::record_id.eq(Id(into)),
                citations::rank.eq(citations::rank + last.map_or(0, |last| last + 1)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Who belongs to both belongs to it with the greater role.
    fn move_people(&mut self, from: Uuid, into: Uuid) -> Result<()> {
        let rows: Vec<(Id, Id)> = memberships::table
            .filter(memberships::record_id.eq(Id(from)))
            .select((memberships::id, memberships::user_id))
            .load(self.conn)?;
        for (id, user) in rows {
            let theirs = self.membership(id.0)?.and_then(|known| standing(&known));
            if let Some(known) = self.membership_of(user.0, into)? {
                let lesser = if standing(&known) >= theirs {
                    id
                } else {
                    Id(known.id)
                };
                diesel::delete(memberships::table.find(lesser)).execute(self.conn)?;
            }
            // Finds nothing where it is the one that went.
            diesel::update(memberships::table.find(id))
                .set(memberships::record_id.eq(Id(into)))
                .execute(self.conn)?;
        }
        diesel::update(membership_domains::table.filter(membership_domains::record_id.eq(Id(from))))
            .set(membership_domains::record_id.eq(Id(into)))
            .execute(self.conn)?;
        diesel::update(visit_codes::table.filter(visit_codes::record_id.eq(Id(from))))
            .set(visit_codes::record_id.eq(Id(into)))
            .execute(self.conn)?;
        Ok(())
    }
}

/// How much somebody is to a record: the role of who belongs to it, nothing for who does not.
fn standing(known: &Belonging) -> Option<MemberRole> {
    known.role.filter(|_| known.state == MembershipState::Accepted)
}

/// Puts another name, or none, in the place of each `from`. What a list would then say twice is said once, the first way.
fn renamed(value: &mut Value, from: &str, into: Option<&str>) {
    match value {
        Value::String(text) if text == from => *value = into.map_or(Value::Null, Into::into),
        Value::Array(items) => {
            if into.is_none() {
                items.retain(|item| !names(item, from));
            }
            for item in items {
                renamed(item, from, into);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let before = field.clone();
                renamed(field, from, into);
                if let Value::Array(items) = field
                    && before.as_array() != Some(items)
                {
                    once(name, items);
                }
            }
        }
        _ => {}
    }
}

/// Whether an item of a list is that name, or one of its fields.
fn names(item: &Value, id: &str) -> bool {
    let is = |value: &Value| value.as_str() == Some(id);
    is(item) || item.as_object().is_some_and(|fields| fields.values().any(is))
}

/// Leaves out what the list of that name has said before. A collectivity has one part in a project; money is never the same.
fn once(list: &str, items: &mut Vec<Value>) {
    let same = |one: &Value, other: &Value| match list {
        "funding_lines" => false,
        "collectivities" => one.get("collectivity") == other.get("collectivity"),
        _ => one == other,
    };
    let mut kept: Vec<Value> = Vec::new();
    for item in items.drain(..) {
        if !kept.iter().any(|known| same(known, &item)) {
            kept.push(item);
        }
    }
    *items = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(mut value: Value, into: Option<&str>) -> Value {
        renamed(&mut value, "old", into);
        value
    }

    #[test]
    fn each_mention_is_renamed_and_nothing_is_said_twice() {
        let record = json!({
            "lead": "old",
            "title": "of old times",
            "themes": ["a", "old", "new"],
            "collectivities": [{"collectivity": "old", "role": "partner"}, {"collectivity": "new", "role": "co_lead"}],
            "actors": [{"actor": "old", "role": "operator"}, {"actor": "new", "role": "funder"}, {"actor": "new", "role": "operator"}],
            "funding_lines": [{"funder": "old", "amount": 1}, {"funder": "new", "amount": 1}],
        });
        let expected = json!({
            "lead": "new",
            "title": "of old times",
            "themes": ["a", "new"],
            "collectivities": [{"collectivity": "new", "role": "partner"}],
            "actors": [{"actor": "new", "role": "operator"}, {"actor": "new", "role": "funder"}],
            "funding_lines": [{"funder": "new", "amount": 1}, {"funder": "new", "amount": 1}],
        });
        assert_eq!(after(record, Some("new")), expected);
    }

    #[test]
    fn nothing_names_itself() {
        let record =
            json!({"epci": "old", "themes": ["old", "a"], "interests": [{"theme": "old", "level": "high"}]});
        assert_eq!(
            after(record, None),
            json!({"epci": null, "themes": ["a"], "interests": []})
        );
    }
}
