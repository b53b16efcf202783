//! What animators set for the whole platform.

use crate::schema::settings;
use crate::{Conn, Result, Write};
use aect_types::audit::ActKind;
use aect_types::moderation::Settings;
use diesel::prelude::*;

const FIRST_LOOK: &str = "first_look";
const YES: &str = "true";

/// The present settings.
pub fn read(conn: &mut Conn) -> Result<Settings> {
    let first_look: Option<String> = settings::table
        .find(FIRST_LOOK)
        .select(settings::value)
        .first(conn)
        .optional()?;
    Ok(Settings {
        first_look: first_look.as_deref() == Some(YES),
    })
}

impl Write<'_> {
    /// Sets them.
    pub fn set_settings(&mut self, wanted: Settings) -> Result<()> {
        let value = if wanted.first_look { YES } else { "false" };
        diesel::update(settings::table.find(FIRST_LOOK))
            .set(settings::value.eq(value))
            .execute(self.conn)?;
        self.note_act(
            ActKind::Settings,
            None,
            None,
            Some(&format!("{FIRST_LOOK} {value}")),
        )
    }
}
