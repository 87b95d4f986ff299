//! Labels that span several lines or columns, found from the groups that neighbours share.

/// Gives out ids for headings.
pub(super) struct Ids {
    table: &'static str,
    last: usize,
}

impl Ids {
    /// For the headings of a table.
    pub(super) fn of(table: &'static str) -> Self {
        Self { table, last: 0 }
    }

    /// The next id.
    pub(super) fn next(&mut self) -> String {
        self.last = self.last.saturating_add(1);
        format!("gj-{}-h{}", self.table, self.last)
    }
}

/// A heading of a tree of labels: at which level, from which leaf on, over how many leaves, how many levels deep.
pub(super) struct Span {
    pub(super) level: usize,
    pub(super) at: usize,
    pub(super) length: usize,
    pub(super) depth: usize,
    pub(super) id: String,
    pub(super) text: String,
}

impl Span {
    fn covers(&self, leaf: usize) -> bool {
        self.at <= leaf && leaf < self.at.saturating_add(self.length)
    }
}

/// Finds the spans of labels that share their outer groups. A path lists labels from outside to the leaf;
/// the leaf of a short path reaches down to `levels`.
pub(super) fn spans(paths: &[Vec<String>], levels: usize, ids: &mut Ids) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, path) in paths.iter().enumerate() {
        for (level, text) in path.iter().enumerate() {
            let leaf = level.saturating_add(1) == path.len();
            let before = at.checked_sub(1).and_then(|before| paths.get(before));
            let shared = before.is_some_and(|before| {
                !leaf
                    && before.len() > level.saturating_add(1)
                    && before
                        .iter()
                        .zip(path)
                        .take(level.saturating_add(1))
                        .all(|(a, b)| a == b)
            });
            if shared {
                let open = out.iter_mut().rev().find(|span| span.level == level);
                if let Some(open) = open {
                    open.length = open.length.saturating_add(1);
                    continue;
                }
            }
            out.push(Span {
                level,
                at,
                length: 1,
                depth: if leaf {
                    levels.saturating_sub(level).max(1)
                } else {
                    1
                },
                id: ids.next(),
                text: text.clone(),
            });
        }
    }
    out
}

/// The ids of the headings over a leaf, outermost first.
pub(super) fn headers(spans: &[Span], leaf: usize) -> impl Iterator<Item = &str> {
    spans
        .iter()
        .filter(move |span| span.covers(leaf))
        .map(|span| span.id.as_str())
}
