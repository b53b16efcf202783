//! Values that take more than one column, and lists that take a table of their own.

use crate::Result;
use crate::sql::Id;
use aect_types::geo::Position;
use aect_types::money::{Money, MoneyRange};
use aect_types::{PartialDate, Uuid};
use chrono::NaiveDate;
use std::str::FromStr;

/// A position out of its two columns.
pub(crate) fn position(lon: Option<f64>, lat: Option<f64>) -> Option<Position> {
    Position::new(lon?, lat?)
}

/// A date out of its column.
pub(crate) fn date(column: Option<String>) -> Result<Option<PartialDate>> {
    Ok(column.map(|text| text.parse()).transpose()?)
}

/// A day out of its column.
pub(crate) fn day(column: &str) -> Result<NaiveDate> {
    let day = column.parse();
    day.map_err(|_| crate::Error::Corrupt(format!("`{column}` is no day")))
}

/// Codes out of their rows.
pub(crate) fn codes<T: FromStr>(rows: &[String]) -> Result<Vec<T>>
where
    crate::Error: From<T::Err>,
{
    rows.iter().map(|code| Ok(code.parse()?)).collect()
}

/// Identifiers out of their rows.
pub(crate) fn ids(rows: Vec<Id>) -> Vec<Uuid> {
    rows.into_iter().map(|id| id.0).collect()
}

/// The cents of one end of a range.
pub(crate) fn cents(end: Option<Money>) -> Option<i64> {
    end.map(|money| money.amount_cents)
}

/// The cents of both ends of a range.
pub(crate) fn range_cents(range: Option<MoneyRange>) -> (Option<i64>, Option<i64>) {
    range.map_or((None, None), |range| (cents(range.min), cents(range.max)))
}

/// Reads a list that belongs to a record, in order.
macro_rules! read_list {
    ($conn:expr, $table:ident, $owner:ident = $id:expr, $columns:expr) => {
        $table::table
            .filter($table::$owner.eq($id))
            .order($table::rank)
            .select($columns)
            .load($conn)?
    };
}
pub(crate) use read_list;

/// Writes a list that belongs to a record into its table: what was there goes (a `new` record has none), what is
/// given comes, in order. The closure gives the columns of one item from the owner, the rank and the item.
macro_rules! replace_list {
    ($conn:expr, $new:expr, $table:ident, $owner:ident = $id:expr, $items:expr, |$rank:ident, $item:ident| $values:expr) => {{
        if !$new {
            diesel::delete($table::table.filter($table::$owner.eq($id))).execute($conn)?;
        }
        for ($rank, $item) in (0_i32..).zip($items) {
            diesel::insert_into($table::table)
                .values(($table::$owner.eq($id), $values))
                .execute($conn)?;
        }
    }};
}
pub(crate) use replace_list;
