//! Accounts. One exists once its address has answered: by a link that was used, or by a sign-in that vouches for it.

use crate::columns::date;
use crate::schema::users;
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::audit::ActKind;
use aect_types::people::{AccountInput, Email, Standing, UserRole, UserState};
use aect_types::text::fold;
use aect_types::{Instant, PartialDate, Uuid};
use diesel::prelude::*;

/// Accounts that are found at once.
const FOUND_MOST: usize = 50;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Who it is to the journal.
    pub id: Uuid,
    /// Where mail goes.
    pub email: Email,
    /// How others call the person; empty until it was said.
    pub name: String,
    /// What they do.
    pub function: Option<String>,
    /// Elected or staff.
    pub standing: Standing,
    /// When the mandate ends.
    pub mandate_end: Option<PartialDate>,
    /// The language of mails.
    pub language: String,
    /// What it may do on the whole platform.
    pub role: UserRole,
    /// Whether it may be used.
    pub state: UserState,
    /// Number of writes.
    pub version: i64,
    /// When it was made.
    pub created_at: Instant,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = users, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    email: String,
    name: String,
    function: Option<String>,
    standing: String,
    mandate_end: Option<String>,
    language: String,
    role: String,
    state: String,
    version: i64,
    created_at: At,
}

impl Row {
    fn read(self) -> Result<User> {
        let no_address = |_| crate::Error::Corrupt("an account has no address".to_owned());
        Ok(User {
            id: self.id.0,
            email: self.email.parse().map_err(no_address)?,
            name: self.name,
            function: self.function,
            standing: self.standing.parse()?,
            mandate_end: date(self.mandate_end)?,
            language: self.language,
            role: self.role.parse()?,
            state: self.state.parse()?,
            version: self.version,
            created_at: self.created_at.0,
        })
    }
}

/// The account of an address.
pub fn by_email(conn: &mut Conn, email: &Email) -> Result<Option<User>> {
    let row: Option<Row> = users::table
        .filter(users::email.eq(email.as_str()))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Row::read).transpose()
}

/// An account by its identifier.
pub fn by_id(conn: &mut Conn, id: Uuid) -> Result<Option<User>> {
    let row: Option<Row> = users::table
        .find(Id(id))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(Row::read).transpose()
}

/// Accounts whose name or address holds some words, whatever their capitals and accents, or all; the last made first. The
/// engines know too little of letters: there are few accounts, and they are looked through here.
pub fn find(conn: &mut Conn, words: Option<&str>, role: Option<UserRole>) -> Result<(Vec<User>, u64)> {
    let mut query = users::table
        .order((users::created_at.desc(), users::id))
        .select((users::id, users::name, users::email))
        .into_boxed();
    if let Some(role) = role {
        query = query.filter(users::role.eq(role.as_str()));
    }
    let words = words.unwrap_or_default().trim().to_lowercase();
    let letters = fold(&words);
    let is_called = |name: &str| !letters.is_empty() && fold(name).contains(&letters);
    let all: Vec<(Id, String, String)> = query.load(conn)?;
    let found = all
        .into_iter()
        .filter(|(_, name, email)| words.is_empty() || email.contains(&words) || is_called(name))
        .map(|(id, ..)| id);
    let found: Vec<Id> = found.collect();
    let total = u64::try_from(found.len()).unwrap_or_default();
    let shown: Vec<Id> = found.into_iter().take(FOUND_MOST).collect();
    let rows: Vec<Row> = users::table
        .filter(users::id.eq_any(shown))
        .order((users::created_at.desc(), users::id))
        .select(Row::as_select())
        .load(conn)?;
    let users = rows.into_iter().map(Row::read).collect::<Result<_>>()?;
    Ok((users, total))
}

impl Write<'_> {
    /// The account of an address that has answered; made now where there was none.
    pub fn user_of(&mut self, email: &Email, language: &str) -> Result<User> {
        if let Some(user) = by_email(self.conn, email)? {
            return Ok(user);
        }
        let row = Row {
            id: Id(Uuid::now_v7()),
            email: email.as_str().to_owned(),
            name: String::new(),
            function: None,
            standing: Standing::default().to_string(),
            mandate_end: None,
            language: language.to_owned(),
            role: UserRole::default().to_string(),
            state: UserState::Active.to_string(),
            version: 1,
            created_at: At(self.now()),
        };
        diesel::insert_into(users::table)
            .values(&row)
            .execute(self.conn)?;
        row.read()
    }

    /// An account.
    pub fn user(&mut self, id: Uuid) -> Result<Option<User>> {
        by_id(self.conn, id)
    }

    /// Calls a person by a name that somebody else vouches for, unless they have said one.
    pub fn name_user(&mut self, id: Uuid, name: &str) -> Result<()> {
        diesel::update(users::table.find(Id(id)).filter(users::name.eq("")))
            .set((users::name.eq(name), users::version.eq(users::version + 1)))
            .execute(self.conn)?;
        Ok(())
    }

    /// Writes what a person says of themselves.
    pub fn describe_user(&mut self, id: Uuid, input: &AccountInput) -> Result<()> {
        let end = input.mandate_end.map(|date| date.to_string());
        // Another end answers whether they still are in office.
        if self
            .user(id)?
            .is_some_and(|known| known.mandate_end != input.mandate_end)
        {
            diesel::update(users::table.find(Id(id)))
                .set(users::mandate_asked_at.eq(None::<At>))
                .execute(self.conn)?;
        }
        diesel::update(users::table.find(Id(id)))
            .set((
                users::name.eq(&input.name),
                users::function.eq(&input.function),
                users::standing.eq(input.standing.as_str()),
                users::mandate_end.eq(&end),
                users::language.eq(&input.language),
                users::version.eq(users::version + 1),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Gives an account a role on the whole platform.
    pub fn set_user_role(&mut self, id: Uuid, role: UserRole) -> Result<()> {
        diesel::update(users::table.find(Id(id)))
            .set((
                users::role.eq(role.as_str()),
                users::version.eq(users::version + 1),
            ))
            .execute(self.conn)?;
        self.note_act(ActKind::Role, Some(id), None, Some(role.as_str()))
    }

    /// Lets an account be used, or no longer; its sessions end with that.
    pub fn set_user_state(&mut self, id: Uuid, state: UserState) -> Result<()> {
        diesel::update(users::table.find(Id(id)))
            .set((
                users::state.eq(state.as_str()),
                users::version.eq(users::version + 1),
            ))
            .execute(self.conn)?;
        if state == UserState::Suspended {
            self.end_sessions(id, None, super::sessions::Because::Suspended)?;
        }
        self.note_act(ActKind::Account, Some(id), None, Some(state.as_str()))
    }
}
