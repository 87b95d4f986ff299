//! The figures of a made-up report: every relation of the form holds, and each figure that a sentence can name has a
//! short name.

use std::collections::BTreeMap;

use super::random::Random;
use crate::rendering::{APPLICANTS, Figures};

/// Bodies that there are not. Those called 人民政府 have to report on supervision as governments do.
const BODIES: &[&str] = &[
    "青岚县自然资源局",
    "云屏区卫生健康局",
    "示例市发展和改革委员会",
    "石屏湾区住房和城乡建设局",
    "槐荫岭县司法局",
    "示例市公安局",
    "白鹭洲镇人民政府",
    "望江台街道办事处",
    "青岚县人民政府",
    "云屏区人民政府办公室",
];

const RESULTS: [&str; 5] = ["upheld", "corrected", "other_result", "pending", "total"];

/// Short names of the lines that a sentence can name.
const NAMES: &[(&str, &str)] = &[
    ("new", "new"),
    ("in", "carried_in"),
    ("r1", "granted"),
    ("r2", "granted_in_part"),
    ("secret", "state_secret"),
    ("forbidden", "forbidden_by_law"),
    ("security", "security_and_stability"),
    ("third", "third_party_rights"),
    ("internal", "internal_affairs"),
    ("process", "process_information"),
    ("file", "enforcement_file"),
    ("query", "administrative_query"),
    ("held", "not_held"),
    ("creation", "needs_creation"),
    ("unclear", "still_unclear"),
    ("petition", "petition"),
    ("repeated", "repeated"),
    ("publication", "public_publication"),
    ("excessive", "excessive"),
    ("reconfirm", "reconfirmation"),
    ("unmended", "not_supplemented"),
    ("unpaid", "fee_unpaid"),
    ("other", "other_outcome"),
    ("tot", "outcome_total"),
    ("out", "carried_out"),
];

/// Groups of the results, each with its lines.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "r3",
        &[
            "secret",
            "forbidden",
            "security",
            "third",
            "internal",
            "process",
            "file",
            "query",
        ],
    ),
    ("r4", &["held", "creation", "unclear"]),
    (
        "r5",
        &[
            "petition",
            "repeated",
            "publication",
            "excessive",
            "reconfirm",
        ],
    ),
    ("r6", &["unmended", "unpaid", "other"]),
];

/// Figures by name, and the tables that hold them.
#[derive(Clone, Debug)]
pub struct Facts {
    pub edition: &'static str,
    pub unit: &'static str,
    pub year: i32,
    /// The cells that are not 0, by their ids.
    cells: Vec<(String, String)>,
    values: BTreeMap<String, i64>,
}

impl Facts {
    /// Figures of a body of some size.
    pub fn random(random: &mut Random) -> Self {
        let edition = if random.percent(12) { "2019" } else { "2021" };
        let year = match edition {
            "2019" => random.between(2019, 2020),
            _ => random.between(2021, 2025),
        };
        let mut facts = Self {
            edition,
            unit: random.pick(BODIES),
            year: year as i32,
            cells: Vec::new(),
            values: BTreeMap::new(),
        };
        facts.requests(random);
        facts.disputes(random);
        facts.disclosure(random);
        facts.beside_the_form(random);
        facts
    }

    /// The figures as the form has them.
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::zeros(self.edition);
        figures.unit = self.unit.to_owned();
        figures.year = self.year;
        for (id, value) in &self.cells {
            figures.set(id, value);
        }
        figures
    }

    /// The value behind a name; sums of names with `+`, differences with `-`.
    pub fn value(&self, expression: &str) -> Option<i64> {
        let mut sum = 0;
        let mut rest = expression;
        let mut sign = 1;
        while !rest.is_empty() {
            let end = rest.find(['+', '-']).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            sum += sign * self.values.get(name)?;
            sign = if behind.starts_with('-') { -1 } else { 1 };
            rest = behind.get(1..).unwrap_or("");
        }
        Some(sum)
    }

    /// Whether a condition holds, as `out=0`, `tot>20`, `edition=2021`.
    pub fn holds(&self, condition: &str) -> bool {
        let at = condition.find(['=', '>', '<']).unwrap();
        let (name, rest) = condition.split_at(at);
        let bound: i64 = rest[1..].parse().unwrap();
        self.value(name).is_some_and(|value| match &rest[..1] {
            "=" => value == bound,
            ">" => value > bound,
            _ => value < bound,
        })
    }

    /// Every value that a sentence about the same table could rightly name.
    pub fn neighbours(&self, expression: &str) -> Vec<i64> {
        let names: &[&str] = match super::family::Family::of(expression) {
            super::family::Family::Reconsideration | super::family::Family::Litigation => &[
                "rev", "rdone", "lit", "dir", "post", "litdone", "dirdone", "postdone",
            ],
            super::family::Family::DisputeResults => &[
                "rev", "rdone", "rkeep", "rfix", "roth", "ropen", "lit", "lkeep", "lfix", "loth",
                "lopen", "dkeep", "dfix", "doth", "dopen", "pkeep", "pfix", "poth", "popen",
            ],
            super::family::Family::Applicants => &["nat", "org", "allnat", "allorg", "new", "all"],
            super::family::Family::Documents => {
                &["made", "rep", "valid", "regmade", "regrep", "regvalid"]
            }
            super::family::Family::Decisions => &["lic", "pen", "coe"],
            super::family::Family::Breakdown => &[],
            super::family::Family::Channels => &["new", "all"],
            _ => &[
                "new", "in", "all", "tot", "out", "r1", "r2", "r12", "r3", "r4", "r5", "r6",
                "intime",
            ],
        };
        let mut values: Vec<i64> = names.iter().filter_map(|name| self.value(name)).collect();
        values.extend(self.value(expression));
        values
    }

    fn name(&mut self, name: impl Into<String>, value: i64) {
        self.values.insert(name.into(), value);
    }

    /// The form of 2019 has one line for all other outcomes.
    fn lacks(&self, line: &str) -> bool {
        self.edition == "2019" && matches!(line, "not_supplemented" | "fee_unpaid")
    }

    fn set(&mut self, id: String, value: impl ToString) {
        self.cells.push((id, value.to_string()));
    }

    /// Table three, column by column, so that every balance holds.
    fn requests(&mut self, random: &mut Random) {
        let size = random.pick(&[0, 3, 12, 12, 60, 60, 400, 400, 3000, 16000]);
        let shares = [100, 15, 1, 2, 4, 3];
        let lines: Vec<(&str, &str)> = NAMES
            .iter()
            .copied()
            .filter(|(_, line)| !self.lacks(line))
            .collect();
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        let with_rest = random.percent(65);
        for (column, share) in APPLICANTS.iter().zip(shares) {
            let most = size * share / 100;
            let mut cells: BTreeMap<&str, i64> = lines.iter().map(|(name, _)| (*name, 0)).collect();
            let mut total = 0;
            for (name, _) in &lines {
                if matches!(*name, "new" | "in" | "tot" | "out") {
                    continue;
                }
                let usual = matches!(*name, "r1" | "r2" | "held" | "petition" | "other");
                let value = match (usual, random.percent(45)) {
                    (true, _) => random.between(0, most / 4),
                    (false, true) => random.between(0, most / 12),
                    (false, false) => 0,
                };
                cells.insert(name, value);
                total += value;
            }
            let out = if with_rest {
                random.between(0, total / 12 + 1).min(most)
            } else {
                0
            };
            let carried = if random.percent(50) {
                random.between(0, (total + out) / 10)
            } else {
                0
            };
            for (name, value) in [
                ("tot", total),
                ("out", out),
                ("in", carried),
                ("new", total + out - carried),
            ] {
                cells.insert(name, value);
            }
            for (name, line) in &lines {
                let value = cells[name];
                self.set(format!("requests.{line}.{column}"), value);
                self.name(format!("{name}.{column}"), value);
                *sums.entry(name).or_default() += value;
            }
        }
        for (name, line) in &lines {
            self.set(format!("requests.{line}.total"), sums[name]);
            self.name(*name, sums[name]);
        }
        for (group, members) in GROUPS {
            let sum = members.iter().filter_map(|name| sums.get(name)).sum();
            self.name(*group, sum);
        }
        self.name("all", sums["new"] + sums["in"]);
        self.name("r12", sums["r1"] + sums["r2"]);
        for (name, line) in [("nat", "new"), ("innat", "in")] {
            self.name(name, self.values[&format!("{line}.natural_person")]);
        }
        self.name("org", sums["new"] - self.values["nat"]);
        self.name("allnat", self.values["nat"] + self.values["innat"]);
        self.name("allorg", self.values["all"] - self.values["allnat"]);
        for (short, column) in [
            ("biz", "business"),
            ("sci", "research"),
            ("soc", "public_interest"),
            ("law", "legal_service"),
            ("orgother", "other_organisation"),
        ] {
            self.name(short, self.values[&format!("new.{column}")]);
        }
        // What was answered of this year's own requests, when all that was carried in is done first.
        self.name("intime", sums["new"] - sums["out"]);
    }

    fn disputes(&mut self, random: &mut Random) {
        let size = random.pick(&[0, 0, 2, 4, 20, 80]);
        let plain = random.percent(30);
        let mut pooled = [0; 5];
        for (line, short) in [
            ("reconsideration", 'r'),
            ("direct_suit", 'd'),
            ("suit_after_reconsideration", 'p'),
        ] {
            let mut cells: Vec<i64> = RESULTS[..4]
                .iter()
                .map(|result| match (*result, plain) {
                    ("upheld", _) => random.between(0, size),
                    (_, true) => 0,
                    _ => random.between(0, size / 3),
                })
                .collect();
            cells.push(cells.iter().sum());
            for (at, (result, value)) in RESULTS.iter().zip(&cells).enumerate() {
                self.set(format!("disputes.{line}.{result}"), value);
                let name = ["keep", "fix", "oth", "open", "sum"][at];
                self.name(format!("{short}{name}"), *value);
                if short != 'r' {
                    pooled[at] += value;
                }
            }
        }
        for (at, name) in ["lkeep", "lfix", "loth", "lopen", "lit"].iter().enumerate() {
            self.name(*name, pooled[at]);
        }
        for (name, sum) in [("rev", "rsum"), ("dir", "dsum"), ("post", "psum")] {
            self.name(name, self.values[sum]);
        }
        for (name, sum, open) in [
            ("rdone", "rev", "ropen"),
            ("litdone", "lit", "lopen"),
            ("dirdone", "dir", "dopen"),
            ("postdone", "post", "popen"),
        ] {
            self.name(name, self.values[sum] - self.values[open]);
        }
        self.name(
            "rlost",
            self.values["rfix"] + self.values["roth"] + self.values["ropen"],
        );
        self.name("llost", pooled[1] + pooled[2] + pooled[3]);
        self.name("disputes", self.values["rev"] + pooled[4]);
    }

    fn disclosure(&mut self, random: &mut Random) {
        let decisions = [0, 0, 7, 60, 900, 14_096, 250_000];
        for (name, line) in [
            ("lic", "licensing"),
            ("pen", "penalties"),
            ("coe", "coercion"),
        ] {
            let most = random.pick(&decisions);
            let value = random.between(most / 3, most);
            self.set(format!("disclosure.{line}.decisions"), value);
            self.name(name, value);
        }
        if self.edition != "2021" {
            self.set("disclosure.procurement.amount".to_owned(), 0);
            return;
        }
        let made = random.between(0, 15);
        let repealed = random.between(0, 9);
        let in_force = made + random.between(0, 60);
        for (name, cell, value) in [
            ("made", "issued", made),
            ("rep", "repealed", repealed),
            ("valid", "in_force", in_force),
        ] {
            self.set(format!("disclosure.normative_documents.{cell}"), value);
            self.name(name, value);
        }
        // In yuan; the form asks for units of ten thousand.
        let yuan = match random.between(0, 3) {
            0 => 0,
            1 => random.between(1, 900) * 10_000,
            2 => random.between(1, 99_999) * 100,
            _ => random.between(1_000, 9_999_999),
        };
        self.set(
            "disclosure.fees.amount".to_owned(),
            super::number::ten_thousands(yuan),
        );
        self.name("fee", yuan);
    }

    /// Figures that reports name and the form does not have.
    fn beside_the_form(&mut self, random: &mut Random) {
        for (prefix, whole) in [("", "new"), ("all", "all")] {
            let parts = random.split(self.values[whole], 4);
            for (name, value) in ["web", "letter", "desk", "fax"].iter().zip(parts) {
                self.name(format!("{prefix}{name}"), value);
            }
        }
        let items = random.between(8, 4000);
        let parts = random.split(items, 4);
        self.name("items", items);
        for (name, value) in ["i1", "i2", "i3", "i4"].iter().zip(parts) {
            self.name(*name, value);
        }
        let inner = random.split(self.values["i1"], 2);
        self.name("i1a", inner[0]);
        self.name("i1b", inner[1]);
        self.name("year", i64::from(self.year));
        self.name("edition", self.edition.parse().unwrap());
    }

    /// Whether the body is a government, which has to report on supervision.
    pub fn is_government(&self) -> bool {
        self.unit.contains("人民政府")
    }
}
