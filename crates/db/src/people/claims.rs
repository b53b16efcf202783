//! What lets people belong without being decided on: domains of e-mail, the number of their organisation, and codes left
//! at a visit.

use crate::collectivities::ASSOCIATED_SIREN;
use crate::schema::{collectivities, collectivity_codes, membership_domains, visit_codes};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::audit::ActKind;
use aect_types::memberships::VisitCodeMade;
use aect_types::memberships::limits::VISIT_DAYS;
use aect_types::people::MemberRole;
use aect_types::{Instant, Siren, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// The record that a domain stands for.
pub fn by_domain(conn: &mut Conn, domain: &str) -> Result<Option<Uuid>> {
    let record: Option<Id> = membership_domains::table
        .find(domain)
        .select(membership_domains::record_id)
        .first(conn)
        .optional()?;
    Ok(record.map(|id| id.0))
}

/// The collectivity of that SIREN: its own, or that of a body of its own. A number that several share tells of none.
pub fn by_siren(conn: &mut Conn, siren: &Siren) -> Result<Option<Uuid>> {
    let own: Option<Id> = collectivities::table
        .filter(collectivities::siren.eq(siren.as_str()))
        .select(collectivities::id)
        .first(conn)
        .optional()?;
    if let Some(id) = own {
        return Ok(Some(id.0));
    }
    let associated: Vec<Id> = collectivity_codes::table
        .filter(collectivity_codes::scheme.eq(ASSOCIATED_SIREN))
        .filter(collectivity_codes::code.eq(siren.as_str()))
        .select(collectivity_codes::collectivity_id)
        .load(conn)?;
    Ok(match associated.as_slice() {
        [one] => Some(one.0),
        _ => None,
    })
}

/// The domains that stand for a record.
pub fn domains(conn: &mut Conn, record: Uuid) -> Result<Vec<String>> {
    Ok(membership_domains::table
        .filter(membership_domains::record_id.eq(Id(record)))
        .order(membership_domains::domain)
        .select(membership_domains::domain)
        .load(conn)?)
}

/// The codes that were made for a record, the last first.
pub fn codes(conn: &mut Conn, record: Uuid) -> Result<Vec<VisitCodeMade>> {
    type Row = (String, At, At, Option<At>);
    let rows: Vec<Row> = visit_codes::table
        .filter(visit_codes::record_id.eq(Id(record)))
        .order(visit_codes::made_at.desc())
        .select((
            visit_codes::role,
            visit_codes::made_at,
            visit_codes::expires_at,
            visit_codes::used_at,
        ))
        .load(conn)?;
    let read = |(role, made_at, expires_at, used_at): Row| {
        Ok(VisitCodeMade {
            role: role.parse()?,
            made_at: made_at.0,
            expires_at: expires_at.0,
            used_at: used_at.map(|at| at.0),
        })
    };
    rows.into_iter().map(read).collect()
}

impl Write<'_> {
    /// Lets a domain stand for a record, and for no other any more.
    pub fn attach_domain(&mut self, domain: &str, record: Uuid, by: Uuid) -> Result<()> {
        self.detach_domain(domain)?;
        self.note_act(
            ActKind::Domain,
            None,
            Some(record),
            Some(&format!("attached {domain}")),
        )?;
        diesel::insert_into(membership_domains::table)
            .values((
                membership_domains::domain.eq(domain),
                membership_domains::record_id.eq(Id(record)),
                membership_domains::attached_at.eq(At(self.now())),
                membership_domains::attached_by.eq(Id(by)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Lets it stand for nobody; `false` where it did not.
    pub fn detach_domain(&mut self, domain: &str) -> Result<bool> {
        let record: Option<Id> = membership_domains::table
            .find(domain)
            .select(membership_domains::record_id)
            .first(self.conn)
            .optional()?;
        let found = diesel::delete(membership_domains::table.find(domain)).execute(self.conn)? > 0;
        if found {
            let record = record.map(|record| record.0);
            self.note_act(ActKind::Domain, None, record, Some(&format!("detached {domain}")))?;
        }
        Ok(found)
    }

    /// Remembers a code (its digest) that lets one person in; until when it is good.
    pub fn make_visit_code(
        &mut self,
        digest: &str,
        record: Uuid,
        role: MemberRole,
        by: Uuid,
    ) -> Result<Instant> {
        let now = self.now();
        let expires_at = Instant::new(now.as_datetime() + TimeDelta::days(VISIT_DAYS));
        diesel::insert_into(visit_codes::table)
            .values((
                visit_codes::digest.eq(digest),
                visit_codes::record_id.eq(Id(record)),
                visit_codes::role.eq(role.as_str()),
                visit_codes::made_at.eq(At(now)),
                visit_codes::made_by.eq(Id(by)),
                visit_codes::expires_at.eq(At(expires_at)),
            ))
            .execute(self.conn)?;
        self.note_act(ActKind::VisitCode, None, Some(record), Some(role.as_str()))?;
        Ok(expires_at)
    }

    /// Spends a code for a record: the role that it gives, or nothing where it is not good.
    pub fn use_visit_code(&mut self, digest: &str, record: Uuid) -> Result<Option<MemberRole>> {
        let now = At(self.now());
        // Of two at once, one.
        let spent = diesel::update(
            visit_codes::table
                .find(digest)
                .filter(visit_codes::record_id.eq(Id(record)))
                .filter(visit_codes::used_at.is_null())
                .filter(visit_codes::expires_at.gt(now)),
        )
        .set(visit_codes::used_at.eq(Some(now)))
        .execute(self.conn)?;
        if spent == 0 {
            return Ok(None);
        }
        let role: String = visit_codes::table
            .find(digest)
            .select(visit_codes::role)
            .first(self.conn)?;
        Ok(Some(role.parse()?))
    }
}
