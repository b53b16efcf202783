//! Who of a record's people may be seen by whom, as they said.

use super::users;
use crate::schema::{contact_consents, memberships};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::Uuid;
use aect_types::contacts::{Contact, ContactConsent, ContactConsentKept};
use aect_types::people::{MembershipState, UserState};
use aect_types::policy::Reader;
use diesel::prelude::*;

type Row = (String, String, String, At);

fn read((name, function, email, given_at): Row) -> Result<ContactConsentKept> {
    Ok(ContactConsentKept {
        consent: ContactConsent {
            name: name.parse()?,
            function: function.parse()?,
            email: email.parse()?,
        },
        given_at: given_at.0,
    })
}

/// What a person has said, if anything.
pub fn of_user(conn: &mut Conn, user: Uuid) -> Result<Option<ContactConsentKept>> {
    let row: Option<Row> = contact_consents::table
        .find(Id(user))
        .select((
            contact_consents::name,
            contact_consents::function,
            contact_consents::email,
            contact_consents::given_at,
        ))
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

/// Those who belong to a record and let that reader see something of them: elected officials first, then by name.
pub fn of_record(conn: &mut Conn, record: Uuid, reader: Reader) -> Result<Vec<Contact>> {
    let people: Vec<Id> = memberships::table
        .inner_join(contact_consents::table.on(contact_consents::user_id.eq(memberships::user_id)))
        .filter(memberships::record_id.eq(Id(record)))
        .filter(memberships::state.eq(MembershipState::Accepted.as_str()))
        .select(memberships::user_id)
        .load(conn)?;
    let mut contacts = Vec::new();
    for person in people {
        contacts.extend(of_person(conn, person.0, reader)?);
    }
    contacts.sort_by(|one, other| (one.standing, &one.name).cmp(&(other.standing, &other.name)));
    Ok(contacts)
}

fn of_person(conn: &mut Conn, person: Uuid, reader: Reader) -> Result<Option<Contact>> {
    let (Some(user), Some(said)) = (users::by_id(conn, person)?, of_user(conn, person)?) else {
        return Ok(None);
    };
    let ContactConsent {
        name,
        function,
        email,
    } = said.consent;
    let contact = Contact {
        name: Some(user.name).filter(|known| name.includes(reader) && !known.is_empty()),
        function: user.function.filter(|_| function.includes(reader)),
        standing: user.standing,
        email: Some(user.email).filter(|_| email.includes(reader)),
    };
    let may_be_reached = user.state == UserState::Active;
    Ok(Some(contact).filter(|contact| may_be_reached && contact.is_shown()))
}

impl Write<'_> {
    /// Writes what a person has said, in the place of what they said before; who shows nothing has said nothing.
    pub fn set_contact_consent(&mut self, user: Uuid, consent: ContactConsent) -> Result<()> {
        diesel::delete(contact_consents::table.find(Id(user))).execute(self.conn)?;
        if consent != ContactConsent::default() {
            diesel::insert_into(contact_consents::table)
                .values((
                    contact_consents::user_id.eq(Id(user)),
                    contact_consents::name.eq(consent.name.as_str()),
                    contact_consents::function.eq(consent.function.as_str()),
                    contact_consents::email.eq(consent.email.as_str()),
                    contact_consents::given_at.eq(At(self.now())),
                ))
                .execute(self.conn)?;
        }
        Ok(())
    }
}
