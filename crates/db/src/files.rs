//! Pictures and documents of records: what is known of them. Their bytes are elsewhere.

mod forgetting;

use crate::journal::Operation;
use crate::schema::{files, records};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::files::{ADDRESS, File, FileInput, FileRole, MediaType, PictureSize, height_at, narrower};
use aect_types::{Instant, Resource, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;
use serde_json::{Map, Value, json};

/// How long a file that was removed can be put back; then its bytes are erased.
pub const KEPT: TimeDelta = TimeDelta::days(30);

/// A file that is to be added, its bytes written already.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Under which its bytes are.
    pub id: Uuid,
    /// What it is to the record.
    pub role: FileRole,
    /// What it is made of.
    pub media_type: MediaType,
    /// The last part of its address.
    pub name: String,
    /// What it is called.
    pub title: Option<String>,
    /// What a picture shows.
    pub alt: Option<String>,
    /// How much it weighs.
    pub bytes: i64,
    /// How wide and how high a picture is, in pixels.
    pub pixels: Option<(i32, i32)>,
}

/// A file, and whose it is.
#[derive(Clone, Debug)]
pub struct Known {
    /// The record.
    pub record: Uuid,
    /// What that is.
    pub resource: Resource,
    /// The file.
    pub file: File,
    /// The last part of its address.
    pub name: String,
    /// Whether it was removed.
    pub removed: bool,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = files)]
struct Row {
    id: Id,
    record_id: Id,
    role: String,
    media_type: String,
    name: String,
    title: Option<String>,
    alt: Option<String>,
    bytes: i64,
    width: Option<i32>,
    height: Option<i32>,
    removed_at: Option<At>,
}

impl TryFrom<Row> for File {
    type Error = crate::Error;

    fn try_from(row: Row) -> Result<Self> {
        let url = format!("{ADDRESS}/{}/{}", row.id.0, row.name);
        let pixels = row.width.zip(row.height);
        let sizes = pixels.into_iter().flat_map(|(width, height)| {
            narrower(width).map(move |narrower| (narrower, height_at(width, height, narrower)))
        });
        let sizes = sizes.map(|(width, height)| PictureSize {
            width,
            height,
            url: format!("{url}?width={width}"),
        });
        Ok(Self {
            id: row.id.0,
            role: row.role.parse()?,
            media_type: row.media_type.parse()?,
            bytes: row.bytes,
            title: row.title,
            alt: row.alt,
            width: row.width,
            height: row.height,
            sizes: sizes.collect(),
            url,
        })
    }
}

/// The files of a record, in order.
pub(crate) fn of_record(conn: &mut Conn, record: Uuid) -> Result<Vec<File>> {
    let rows: Vec<Row> = files::table
        .filter(files::record_id.eq(Id(record)))
        .filter(files::removed_at.is_null())
        .order((files::rank, files::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(File::try_from).collect()
}

/// One file, removed or not.
pub fn by_id(conn: &mut Conn, id: Uuid) -> Result<Option<Known>> {
    let found: Option<(Row, String)> = files::table
        .inner_join(records::table.on(records::id.eq(files::record_id)))
        .filter(files::id.eq(Id(id)))
        .select((Row::as_select(), records::resource))
        .first(conn)
        .optional()?;
    let Some((row, resource)) = found else {
        return Ok(None);
    };
    Ok(Some(Known {
        record: row.record_id.0,
        resource: resource.parse()?,
        name: row.name.clone(),
        removed: row.removed_at.is_some(),
        file: row.try_into()?,
    }))
}

/// The place of a file among those of its record, from 0.
pub fn place(conn: &mut Conn, known: &Known) -> Result<i32> {
    let files = of_record(conn, known.record)?;
    let place = files.iter().position(|file| file.id == known.file.id);
    Ok(i32::try_from(place.unwrap_or(files.len())).unwrap_or(i32::MAX))
}

/// Files that were removed before that moment.
pub fn removed_before(conn: &mut Conn, moment: Instant) -> Result<Vec<Uuid>> {
    let found: Vec<Id> = files::table
        .filter(files::removed_at.lt(Some(At(moment))))
        .order(files::id)
        .select(files::id)
        .load(conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

/// Those of these that a record has, or had and may get back.
pub fn known(conn: &mut Conn, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let found: Vec<Id> = files::table
        .filter(files::id.eq_any(ids.iter().map(|id| Id(*id))))
        .select(files::id)
        .load(conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}

impl Write<'_> {
    /// How many files a record has.
    pub fn count_files(&mut self, record: Uuid) -> Result<usize> {
        Ok(of_record(self.conn, record)?.len())
    }

    /// Adds a file to a record, behind the others; a logo takes the place of the one before.
    pub fn add_file(&mut self, record: Uuid, new: &NewFile) -> Result<()> {
        self.arranging(record, |write| {
            if new.role == FileRole::Logo {
                write.take_logo(record)?;
            }
            let last: Option<i32> = files::table
                .filter(files::record_id.eq(Id(record)))
                .select(diesel::dsl::max(files::rank))
                .first(write.conn)?;
            diesel::insert_into(files::table)
                .values((
                    files::id.eq(Id(new.id)),
                    files::record_id.eq(Id(record)),
                    files::role.eq(new.role.as_str()),
                    files::media_type.eq(new.media_type.as_str()),
                    files::name.eq(&new.name),
                    files::title.eq(new.title.as_deref()),
                    files::alt.eq(new.alt.as_deref()),
                    files::bytes.eq(new.bytes),
                    files::width.eq(new.pixels.map(|(width, _)| width)),
                    files::height.eq(new.pixels.map(|(_, height)| height)),
                    files::rank.eq(last.map_or(0, |last| last.saturating_add(1))),
                ))
                .execute(write.conn)?;
            Ok(())
        })
    }

    /// Changes what is said of a file, and its place among the others.
    pub fn describe_file(&mut self, known: &Known, input: &FileInput) -> Result<()> {
        self.arranging(known.record, |write| {
            diesel::update(files::table.find(Id(known.file.id)))
                .set((
                    files::title.eq(input.title.as_deref()),
                    files::alt.eq(input.alt.as_deref()),
                ))
                .execute(write.conn)?;
            let mut order = of_record(write.conn, known.record)?;
            order.retain(|file| file.id != known.file.id);
            let place = usize::try_from(input.rank).unwrap_or_default();
            order.insert(place.min(order.len()), known.file.clone());
            for (rank, file) in (0..).zip(&order) {
                diesel::update(files::table.find(Id(file.id)))
                    .set(files::rank.eq(rank))
                    .execute(write.conn)?;
            }
            Ok(())
        })
    }

    /// Takes a file from its record; it can be put back for [`KEPT`].
    pub fn remove_file(&mut self, known: &Known) -> Result<()> {
        let removed_at = Some(At(self.now()));
        self.arranging(known.record, |write| {
            diesel::update(files::table.find(Id(known.file.id)))
                .set(files::removed_at.eq(removed_at))
                .execute(write.conn)?;
            Ok(())
        })
    }

    /// Puts a file back.
    pub fn restore_file(&mut self, known: &Known) -> Result<()> {
        self.arranging(known.record, |write| {
            if known.file.role == FileRole::Logo {
                write.take_logo(known.record)?;
            }
            diesel::update(files::table.find(Id(known.file.id)))
                .set(files::removed_at.eq(None::<At>))
                .execute(write.conn)?;
            Ok(())
        })
    }

    /// Forgets files whose bytes are gone.
    pub fn forget_files(&mut self, ids: &[Uuid]) -> Result<()> {
        diesel::delete(files::table.filter(files::id.eq_any(ids.iter().map(|id| Id(*id)))))
            .execute(self.conn)?;
        Ok(())
    }

    /// Gives the files of a record to another one, behind its own; where both have a logo, that one keeps its own.
    pub(crate) fn move_files(&mut self, from: Uuid, into: Uuid) -> Result<()> {
        let is_logo = |file: &File| file.role == FileRole::Logo;
        if of_record(self.conn, into)?.iter().any(is_logo) {
            self.take_logo(from)?;
        }
        let last: Option<i32> = files::table
            .filter(files::record_id.eq(Id(into)))
            .select(diesel::dsl::max(files::rank))
            .first(self.conn)?;
        diesel::update(files::table.filter(files::record_id.eq(Id(from))))
            .set((
                files::record_id.eq(Id(into)),
                files::rank.eq(files::rank + last.map_or(0, |last| last.saturating_add(1))),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    fn take_logo(&mut self, record: Uuid) -> Result<()> {
        let logo = files::table
            .filter(files::record_id.eq(Id(record)))
            .filter(files::role.eq(FileRole::Logo.as_str()))
            .filter(files::removed_at.is_null());
        diesel::update(logo)
            .set(files::removed_at.eq(Some(At(self.now()))))
            .execute(self.conn)?;
        Ok(())
    }

    /// Does something to the files of a record, as one write of it: whoever does it says that the record is true.
    fn arranging(&mut self, record: Uuid, work: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let before = told(&of_record(self.conn, record)?);
        work(self)?;
        let after = told(&of_record(self.conn, record)?);
        self.mark_confirmed(record)?;
        let changes = Map::from_iter([("files".to_owned(), json!([before, after]))]);
        self.advance(record, Operation::Update, changes)
    }
}

/// What the history says of files: which they are and what is said of them.
fn told(files: &[File]) -> Value {
    let one = |file: &File| json!({"id": file.id, "role": file.role, "title": file.title, "alt": file.alt});
    files.iter().map(one).collect()
}
