//! Things in the order of a text: one sort for all, since each costs several kilobytes of WASM.

/// The items in the order of their keys; equal keys keep their order.
#[must_use]
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let keys = items
        .iter()
        .map(key)
        .enumerate()
        .map(|(rank, key)| (key, rank))
        .collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let ranks = ranked(keys);
    ranks
        .into_iter()
        .filter_map(|rank| items.get_mut(rank).and_then(Option::take))
        .collect()
}

#[inline(never)]
fn ranked(mut keys: Vec<(String, usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(_, rank)| rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let sorted = by_key(vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)], |(key, _)| {
            (*key).to_owned()
        });
        assert_eq!(sorted, [("a", 2), ("a", 1), ("b", 1), ("b", 0)]);
    }
}
