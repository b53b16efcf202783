//! How the platform presents itself: one row, which admins write.

use crate::schema::platform;
use crate::{Conn, Result, Write};
use aect_types::audit::ActKind;
use aect_types::platform::{Platform, PlatformInput};
use diesel::prelude::*;

const ONLY: i32 = 1;

/// The version of what is set: it grows with each write.
pub fn version(conn: &mut Conn) -> Result<i64> {
    Ok(platform::table.find(ONLY).select(platform::version).first(conn)?)
}

/// What is set.
pub fn read(conn: &mut Conn) -> Result<Platform> {
    let (version, said): (i64, String) = platform::table
        .find(ONLY)
        .select((platform::version, platform::said))
        .first(conn)?;
    Ok(Platform::of(version, serde_json::from_str(&said)?))
}

impl Write<'_> {
    /// Sets all of it anew.
    pub fn set_platform(&mut self, wanted: &PlatformInput) -> Result<Platform> {
        diesel::update(platform::table.find(ONLY))
            .set((
                platform::version.eq(platform::version + 1),
                platform::said.eq(serde_json::to_string(wanted)?),
            ))
            .execute(self.conn)?;
        self.note_act(ActKind::Settings, None, None, Some("platform"))?;
        read(self.conn)
    }
}
