//! Maps and sets as sorted vectors, and sorting. The standard B-trees would do the same, but each kind of key and value adds
//! some five kilobytes of code to the module that the page loads; these add a tenth of that. All of ours are
//! small or grow at the end, where a vector is the faster one as well.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// Sorts a vector and keeps equal members in their order. The standard sort adds four kilobytes per kind of member;
/// this one sorts places, which are always of one kind, and by the simplest way that never takes long.
pub fn sort_by<T>(members: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(
        members.len(),
        &|a, b| match (members.get(a), members.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    for (place, other) in swaps.into_iter().enumerate() {
        members.swap(place, other);
    }
}

/// The places from 0 to `count` in the order asked for: merges runs of one, two, four ...
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut run = 1_usize;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(run.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let (Some((a, left_rest)), Some((b, right_rest))) =
                (left.split_first(), right.split_first())
            {
                // Of equal members the left one stays in front.
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = right_rest;
                } else {
                    merged.push(*a);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

/// What each of `count` places, one after the other, has to be swapped with to bring all into the order asked for.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = order(count, compare);
    // Where each member stands by now, and who stands in each place.
    let mut place_of: Vec<usize> = (0..count).collect();
    let mut member_at = place_of.clone();
    for (place, member) in order.iter_mut().enumerate() {
        let (Some(&from), Some(&displaced)) = (place_of.get(*member), member_at.get(place)) else {
            continue;
        };
        if let (Some(at), Some(of)) = (member_at.get_mut(from), place_of.get_mut(displaced)) {
            (*at, *of) = (displaced, from);
        }
        *member = from;
    }
    order
}

/// A map in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> SortedMap<K, V> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// The entries in the order of the keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values in the order of the keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.entries.iter().map(|(_, value)| value)
    }

    /// Keeps the entries for which the question is answered with true.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.entries.retain_mut(|(key, value)| keep(key, value));
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Where a key is, or where it would go.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.entries
            .binary_search_by(|(own, _)| own.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let index = self.find(key).ok()?;
        self.entries.get(index).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Sets the value of a key and returns the one before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(index) => {
                let entry = self.entries.get_mut(index)?;
                Some(std::mem::replace(&mut entry.1, value))
            }
            Err(index) => {
                self.entries.insert(index, (key, value));
                None
            }
        }
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let index = self.find(key).ok()?;
        Some(self.entries.remove(index).1)
    }

    /// Changes the value of a key; a key that is not there gets the default first.
    pub fn update(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        let index = match self.find(&key) {
            Ok(index) => index,
            Err(index) => {
                self.entries.insert(index, (key, V::default()));
                index
            }
        };
        if let Some((_, value)) = self.entries.get_mut(index) {
            change(value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// A set in the order of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedSet<T> {
    members: Vec<T>,
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> SortedSet<T> {
    /// A set without members.
    pub const fn new() -> Self {
        Self {
            members: Vec::new(),
        }
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.members.iter()
    }

    /// The first member in order.
    pub fn first(&self) -> Option<&T> {
        self.members.first()
    }

    /// Keeps the members for which the question is answered with true.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.members.retain(keep);
    }
}

impl<T: Ord> SortedSet<T> {
    /// Whether a member is there.
    pub fn contains<Q: Ord + ?Sized>(&self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.find(member).is_ok()
    }

    /// Adds a member; false if it was there.
    pub fn insert(&mut self, member: T) -> bool {
        match self.find(&member) {
            Ok(_) => false,
            Err(index) => {
                self.members.insert(index, member);
                true
            }
        }
    }

    /// Takes a member out; false if it was not there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        match self.find(member) {
            Ok(index) => {
                self.members.remove(index);
                true
            }
            Err(_) => false,
        }
    }

    /// Where a member is, or where it would go.
    fn find<Q: Ord + ?Sized>(&self, member: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.members
            .binary_search_by(|own| own.borrow().cmp(member))
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut set = Self::new();
        set.extend(members);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(members: [T; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{SortedMap, SortedSet, sort_by};
    use std::collections::{BTreeMap, BTreeSet};

    /// Keys in an order without order, some of them twice.
    fn keys() -> impl Iterator<Item = u32> {
        (0..200_u32).map(|step| step.wrapping_mul(7919) % 101)
    }

    #[test]
    fn the_map_is_a_tree_map() {
        let (mut ours, mut model) = (SortedMap::new(), BTreeMap::new());
        for (value, key) in keys().enumerate() {
            assert_eq!(ours.insert(key, value), model.insert(key, value));
        }
        for key in [3, 3, 50, 400] {
            assert_eq!(ours.remove(&key), model.remove(&key));
        }
        ours.retain(|key, value| {
            *value += 1;
            key % 3 != 0
        });
        model.retain(|key, value| {
            *value += 1;
            key % 3 != 0
        });
        assert_eq!(ours.len(), model.len());
        assert!(ours.iter().eq(model.iter()));
        assert!(ours.keys().eq(model.keys()) && ours.values().eq(model.values()));
        for key in 0..101 {
            assert_eq!(ours.get(&key), model.get(&key));
            assert_eq!(ours.contains_key(&key), model.contains_key(&key));
        }
        assert!(ours.into_iter().eq(model));
    }

    #[test]
    fn sorting_is_stable_and_loses_nothing() {
        let mut ours: Vec<(u32, usize)> = keys().enumerate().map(|(at, key)| (key, at)).collect();
        let mut model = ours.clone();
        sort_by(&mut ours, |(a, _), (b, _)| b.cmp(a));
        model.sort_by(|(a, _), (b, _)| b.cmp(a));
        assert_eq!(ours, model);
        let mut none: Vec<u8> = Vec::new();
        sort_by(&mut none, Ord::cmp);
        assert!(none.is_empty());
    }

    #[test]
    fn update_starts_from_the_default() {
        let mut map: SortedMap<&str, Vec<u32>> = SortedMap::new();
        for (key, value) in [("b", 1), ("a", 2), ("b", 3)] {
            map.update(key, |values| values.push(value));
        }
        assert_eq!(map.get("b"), Some(&vec![1, 3]));
        assert!(map.keys().eq(&["a", "b"]));
        map.clear();
        assert!(map.is_empty());
    }

    #[test]
    fn the_later_of_two_equal_keys_counts() {
        let map: SortedMap<u8, char> = [(1, 'a'), (0, 'b'), (1, 'c')].into_iter().collect();
        assert!(map.iter().eq([(&0, &'b'), (&1, &'c')]));
    }

    #[test]
    fn the_set_is_a_tree_set() {
        let (mut ours, mut model) = (SortedSet::new(), BTreeSet::new());
        for key in keys() {
            assert_eq!(ours.insert(key), model.insert(key));
        }
        for key in [3, 3, 50, 400] {
            assert_eq!(ours.remove(&key), model.remove(&key));
            assert!(!ours.contains(&key));
        }
        ours.retain(|key| key % 3 != 0);
        model.retain(|key| key % 3 != 0);
        assert!(ours.iter().eq(model.iter()) && (&ours).into_iter().eq(&model));
        assert_eq!(ours.len(), model.len());
        assert_eq!(ours.first(), model.first());
        assert_eq!(keys().collect::<SortedSet<_>>().iter().next(), Some(&0));
        assert!(!ours.is_empty());
        assert!(ours.into_iter().eq(model));
    }
}
