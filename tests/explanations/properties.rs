//! What holds for every reading of every table, as `check` itself counts it.

use proptest::prelude::*;

use crate::random::Random;
use crate::sheet::MIX;
use crate::table::{Form, requests};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No reading breaks a relation that held, goes below zero, changes what the user vouches for, or proposes what
    /// stands there already. Where there is one group, its reading makes everything hold.
    #[test]
    fn readings_repair_and_break_nothing(
        seed in any::<u64>(),
        wrong in proptest::collection::vec((0_usize..175, 0_i64..60), 1..6),
        pins in proptest::collection::vec(0_usize..175, 0..12),
    ) {
        let form = Form::requests("2021");
        let mut random = Random::new(seed);
        let tier = random.pick(&MIX);
        let mut given = requests(&mut random, &form, tier);
        for (place, value) in wrong {
            given[place] = value;
        }
        let broken = form.broken(&given);
        let explained = form.explained(&given, &pins);
        prop_assert_eq!(explained.is_empty(), broken == 0);
        for explanation in &explained {
            for reading in &explanation.readings {
                let mut changed = given.clone();
                for change in &reading.changes {
                    let place = form.ids.iter().position(|id| *id == change.id).unwrap();
                    prop_assert!(!pins.contains(&place));
                    prop_assert!(change.to >= 0);
                    prop_assert_eq!(change.from, Some(given[place]));
                    prop_assert_ne!(change.to, given[place]);
                    changed[place] = change.to;
                }
                let left = form.broken(&changed);
                prop_assert!(left < broken, "{} of {} are left", left, broken);
                if explained.len() == 1 {
                    prop_assert_eq!(left, 0);
                }
            }
        }
        // Every broken relation belongs to a group.
        let mut told: Vec<usize> = explained.iter().flat_map(|one| one.findings.clone()).collect();
        told.sort_unstable();
        told.dedup();
        prop_assert_eq!(told.len(), broken);
    }
}
