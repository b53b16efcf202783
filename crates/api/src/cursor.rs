//! Cursors: where a page ended, in letters that go into an address, and only for the question they were made for.

use aect_types::Resource;
use aect_types::query::ListQuery;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use xxhash_rust::xxh3::Xxh3;

/// Length of the check in front of the place.
const CHECK: usize = 8;

/// The cursor of a place in the list that `query` asks for.
pub(crate) fn write(resource: Resource, query: &ListQuery, place: &[u8]) -> String {
    let mut bytes = check(resource, query, place).to_vec();
    bytes.extend_from_slice(place);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place that a cursor names; `None` where it was not made for this question, or not by us.
pub(crate) fn read(resource: Resource, query: &ListQuery, cursor: &str) -> Option<Vec<u8>> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let (given, place) = bytes.split_at_checked(CHECK)?;
    (given == check(resource, query, place)).then(|| place.to_vec())
}

/// A check of the place together with all that decides which list it is a place in. How much of a page one wants
/// (`limit`, `facets`, `fields`) may change on the way.
fn check(resource: Resource, query: &ListQuery, place: &[u8]) -> [u8; CHECK] {
    let list = ListQuery {
        limit: None,
        cursor: None,
        facets: std::collections::BTreeSet::new(),
        fields: std::collections::BTreeSet::new(),
        ..query.clone()
    };
    let mut hash = Xxh3::new();
    hash.update(resource.as_str().as_bytes());
    for (name, value) in list.to_pairs() {
        for part in [name, value] {
            hash.update(part.as_bytes());
            hash.update(&[0xff]);
        }
    }
    hash.update(place);
    hash.digest().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> ListQuery {
        ListQuery::default().with("country", "SN")
    }

    #[test]
    fn a_cursor_leads_back_to_its_place() {
        let cursor = write(Resource::Projects, &question(), b"place");
        assert_eq!(
            read(Resource::Projects, &question(), &cursor).as_deref(),
            Some(&b"place"[..])
        );
    }

    #[test]
    fn more_or_less_of_each_page_may_be_asked_on_the_way() {
        let cursor = write(Resource::Projects, &question(), b"place");
        let more = ListQuery {
            limit: Some(200),
            cursor: Some(cursor.clone()),
            facets: ["theme"].into(),
            ..question()
        };
        assert!(read(Resource::Projects, &more, &cursor).is_some());
    }

    #[test]
    fn another_question_or_a_changed_letter_is_refused() {
        let cursor = write(Resource::Projects, &question(), b"place");
        assert_eq!(read(Resource::Events, &question(), &cursor), None);
        assert_eq!(
            read(Resource::Projects, &question().with("country", "MA"), &cursor),
            None
        );
        assert_eq!(
            read(Resource::Projects, &question().with("kind", "SN"), &cursor),
            None
        );
        for position in 0..cursor.len() {
            let mut changed = cursor.clone().into_bytes();
            changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            // The last letter holds two unused bits: a change in them alone is refused as well.
            assert_eq!(read(Resource::Projects, &question(), &changed), None, "{changed}");
        }
        for odd in ["", "A", "AAAAAAAAAAA", "é"] {
            assert_eq!(read(Resource::Projects, &question(), odd), None);
        }
    }
}
