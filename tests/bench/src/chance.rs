//! Chance that can be repeated, and as uneven as what people choose.

use fastrand::Rng;

/// Chooses among `n` by Zipf's law: the second half as often as the first, the third a third as often.
pub(crate) struct Zipf {
    cumulated: Vec<f64>,
}

impl Zipf {
    pub(crate) fn new(n: usize) -> Self {
        let mut sum = 0.0;
        let mut rank = 0.0;
        let cumulated = std::iter::repeat_with(|| {
            rank += 1.0;
            sum += 1.0 / rank;
            sum
        })
        .take(n)
        .collect();
        Self { cumulated }
    }

    /// A rank from 0.
    pub(crate) fn choose(&self, rng: &mut Rng) -> usize {
        let total = self.cumulated.last().copied().unwrap_or_default();
        let drawn = rng.f64() * total;
        self.cumulated
            .partition_point(|sum| *sum <= drawn)
            .min(self.cumulated.len().saturating_sub(1))
    }

    /// One of a list as long as this law.
    pub(crate) fn of<'a, T>(&self, list: &'a [T], rng: &mut Rng) -> Option<&'a T> {
        list.get(self.choose(rng))
    }

    /// Several of a list, none twice.
    pub(crate) fn some<T: Clone + PartialEq>(&self, list: &[T], count: usize, rng: &mut Rng) -> Vec<T> {
        let mut chosen: Vec<T> = Vec::with_capacity(count);
        while chosen.len() < count.min(list.len()) {
            match self.of(list, rng) {
                Some(item) if !chosen.contains(item) => chosen.push(item.clone()),
                Some(_) => {}
                None => break,
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_chosen_about_twice_as_often_as_the_second() {
        let law = Zipf::new(50);
        let mut rng = Rng::with_seed(1);
        let mut counts = [0_u32; 50];
        for _ in 0..100_000 {
            counts[law.choose(&mut rng)] += 1;
        }
        let ratio = f64::from(counts[0]) / f64::from(counts[1]);
        assert!((1.9..2.1).contains(&ratio), "{ratio}");
        assert!(counts.iter().all(|count| *count > 0));
    }
}
