//! The classes of errors: what people and programs do to a table. Each takes a correct sheet and answers the wrong one
//! and the true one, or nothing where the sheet has no place for it.

use crate::random::Random;
use crate::sheet::{CARRIED_IN, FIRST, NEW, Sheet, TOTAL, WIDTH};

/// What a class answers: the sheet as printed, and as it should be.
pub type Spoiled = Option<(Sheet, Sheet)>;
type Spoil = fn(&mut Random, &Sheet) -> Spoiled;

/// Classes that the catalogue knows, with single figures first: the 26 of the research, and three more.
pub const KNOWN: [(&str, Spoil); 29] = [
    ("digit replaced", |r, s| singles(r, s, &[Typing::Replaced])),
    ("digits exchanged", |r, s| {
        singles(r, s, &[Typing::Exchanged])
    }),
    ("digit dropped", |r, s| singles(r, s, &[Typing::Dropped])),
    ("digit added", |r, s| singles(r, s, &[Typing::Added])),
    ("left at 0", |r, s| singles(r, s, &[Typing::Emptied])),
    ("off by 1 or 2", |r, s| singles(r, s, &[Typing::Slipped])),
    ("unrelated value", unrelated),
    ("thousands lost", thousands_lost),
    ("two singles", |r, s| any_singles(r, s, 2)),
    ("three singles", |r, s| any_singles(r, s, 3)),
    ("four singles", |r, s| any_singles(r, s, 4)),
    ("six singles", |r, s| any_singles(r, s, 6)),
    ("next column", next_column),
    ("next line", next_line),
    ("exchanged", exchanged),
    ("move and single", mixed),
    ("line slipped", line_slipped),
    ("column slipped", column_slipped),
    ("line left empty", line_empty),
    ("counted twice", counted_twice),
    ("one total stale", |r, s| stale(r, s, Stale::One)),
    ("two totals stale", |r, s| stale(r, s, Stale::Two)),
    ("all totals stale", |r, s| stale(r, s, Stale::All)),
    ("carried into totals", carried),
    ("line read one off", line_misread),
    ("totals of another year", other_totals),
    ("line copied", |r, s| copied(r, s, 1..2)),
    ("figures glued", glued),
    ("figure split", split),
];
/// How many classes at the front spoil one single figure.
pub const SINGLES: usize = 8;
/// How many classes at the front are those of the research.
pub const RESEARCH: usize = 26;

/// Classes that the catalogue does not know, to see how often it is sure of something wrong.
pub const UNKNOWN: [(&str, Spoil); 9] = [
    ("line copied from afar", |r, s| copied(r, s, 2..9)),
    ("blocks exchanged", blocks_exchanged),
    ("line added to the next", line_added),
    ("line reversed", line_reversed),
    ("column times ten", column_tenfold),
    ("line of percentages", line_of_percentages),
    ("column of another body", other_column),
    ("everything one too high in a line", line_raised),
    ("garbage", garbage),
];

/// The ways in which a hand goes wrong over one figure.
#[derive(Clone, Copy, Debug)]
pub enum Typing {
    Replaced,
    Exchanged,
    Dropped,
    Added,
    Emptied,
    Slipped,
}
/// All of them.
pub const TYPING: [Typing; 6] = [
    Typing::Replaced,
    Typing::Exchanged,
    Typing::Dropped,
    Typing::Added,
    Typing::Emptied,
    Typing::Slipped,
];

fn place(random: &mut Random, count: usize) -> usize {
    random.between(0, count as i64 - 1) as usize
}

/// The figure as typed wrong; the same or nothing where that cannot be.
pub fn typed(random: &mut Random, typing: Typing, value: i64) -> Option<i64> {
    let mut digits: Vec<u8> = value.to_string().into_bytes();
    match typing {
        Typing::Emptied => return (value != 0).then_some(0),
        Typing::Slipped => return Some((value + random.pick(&[-2, -1, -1, 1, 1, 2])).max(0)),
        Typing::Replaced => {
            let at = place(random, digits.len());
            digits[at] = random.pick(b"0123456789");
            if at == 0 && digits[0] == b'0' && digits.len() > 1 {
                return None;
            }
        }
        Typing::Exchanged => {
            let at = place(random, digits.len().checked_sub(1).filter(|it| *it > 0)?);
            digits.swap(at, at + 1);
            if digits[0] == b'0' {
                return None;
            }
        }
        Typing::Dropped => {
            if digits.len() < 2 {
                return None;
            }
            let at = place(random, digits.len());
            digits.remove(at);
        }
        Typing::Added => {
            let at = place(random, digits.len() + 1);
            let bounced = at > 0 && random.percent(50);
            let digit = if bounced {
                digits[at - 1]
            } else {
                random.pick(b"0123456789")
            };
            digits.insert(at, digit);
        }
    }
    String::from_utf8(digits).unwrap().parse().ok()
}

fn filled(sheet: &Sheet) -> Vec<(usize, usize)> {
    places(sheet)
        .into_iter()
        .filter(|(line, column)| sheet.lines[*line][*column] != 0)
        .collect()
}

fn places(sheet: &Sheet) -> Vec<(usize, usize)> {
    (0..sheet.lines.len())
        .flat_map(|line| (0..WIDTH).map(move |column| (line, column)))
        .collect()
}

/// The filled figures of single applicants among the outcomes.
fn leaves(sheet: &Sheet) -> Vec<(usize, usize)> {
    filled(sheet)
        .into_iter()
        .filter(|(line, column)| sheet.outcomes().contains(line) && *column < TOTAL)
        .collect()
}

fn choose<T: Copy>(random: &mut Random, from: &[T]) -> Option<T> {
    (!from.is_empty()).then(|| random.pick(from))
}

/// Spoils single figures, each once, in a copy.
fn spoil_singles(
    random: &mut Random,
    truth: &Sheet,
    wrong: &mut Sheet,
    typings: &[Typing],
    mut taken: Vec<(usize, usize)>,
) -> Option<()> {
    for typing in typings {
        let mut done = false;
        for _ in 0..200 {
            let pool = filled(truth);
            let anywhere = matches!(typing, Typing::Added) && random.percent(15);
            let at = match choose(random, &pool) {
                Some(at) if !anywhere => at,
                _ => random.pick(&places(truth)),
            };
            let value = truth.lines[at.0][at.1];
            match typed(random, *typing, value).filter(|new| *new != value) {
                Some(new) if !taken.contains(&at) => {
                    wrong.lines[at.0][at.1] = new;
                    taken.push(at);
                    done = true;
                    break;
                }
                _ => {}
            }
        }
        done.then_some(())?;
    }
    Some(())
}

fn singles(random: &mut Random, truth: &Sheet, typings: &[Typing]) -> Spoiled {
    let mut wrong = truth.clone();
    spoil_singles(random, truth, &mut wrong, typings, Vec::new())?;
    Some((wrong, truth.clone()))
}

fn any_singles(random: &mut Random, truth: &Sheet, count: usize) -> Spoiled {
    let typings: Vec<Typing> = (0..count).map(|_| random.pick(&TYPING)).collect();
    singles(random, truth, &typings)
}

fn unrelated(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let (line, column) = choose(random, &filled(truth))?;
    let most = 9.max(2 * truth.lines[line][column]);
    wrong.lines[line][column] = random.between(0, most);
    Some((wrong, truth.clone()))
}

fn thousands_lost(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let large: Vec<_> = filled(truth)
        .into_iter()
        .filter(|at| truth.lines[at.0][at.1] >= 1_000)
        .collect();
    let (line, column) = choose(random, &large)?;
    let value = truth.lines[line][column];
    wrong.lines[line][column] = if random.percent(50) {
        value / 1_000
    } else {
        value % 1_000
    };
    Some((wrong, truth.clone()))
}

fn next_column(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let mut moves = Vec::new();
    for (line, column) in filled(truth) {
        for other in [column.wrapping_sub(1), column + 1] {
            if column < TOTAL && other < TOTAL && truth.lines[line][other] == 0 {
                moves.push((line, column, other));
            }
        }
    }
    let (line, from, to) = choose(random, &moves)?;
    wrong.lines[line].swap(from, to);
    Some((wrong, truth.clone()))
}

fn next_line(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let mut moves = Vec::new();
    for (line, column) in filled(truth) {
        for other in [line - usize::from(line > 0), line + 1] {
            let outcomes = truth.outcomes();
            if other != line
                && outcomes.contains(&line)
                && outcomes.contains(&other)
                && truth.lines[other][column] == 0
            {
                moves.push((line, other, column));
            }
        }
    }
    let (from, to, column) = choose(random, &moves)?;
    wrong.lines[to][column] = truth.lines[from][column];
    wrong.lines[from][column] = 0;
    Some((wrong, truth.clone()))
}

fn exchanged(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    for _ in 0..200 {
        let (line, column) = choose(random, &filled(truth))?;
        let other = if random.percent(50) {
            (line, place(random, TOTAL))
        } else {
            (place(random, truth.lines.len()), column)
        };
        let (a, b) = (truth.lines[line][column], truth.lines[other.0][other.1]);
        if a != b {
            wrong.lines[line][column] = b;
            wrong.lines[other.0][other.1] = a;
            return Some((wrong, truth.clone()));
        }
    }
    None
}

fn mixed(random: &mut Random, truth: &Sheet) -> Spoiled {
    let moves: [Spoil; 3] = [next_column, next_line, exchanged];
    let (mut wrong, _) = random.pick(&moves)(random, truth)?;
    let taken = places(truth)
        .into_iter()
        .filter(|at| wrong.lines[at.0][at.1] != truth.lines[at.0][at.1])
        .collect();
    let typing = random.pick(&TYPING);
    spoil_singles(random, truth, &mut wrong, &[typing], taken)?;
    Some((wrong, truth.clone()))
}

fn line_slipped(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let fits: Vec<usize> = (0..truth.lines.len())
        .filter(|line| {
            let own = &truth.lines[*line][..TOTAL];
            own[TOTAL - 1] == 0 && own.iter().filter(|value| **value != 0).count() >= 2
        })
        .collect();
    let line = choose(random, &fits)?;
    wrong.lines[line][..TOTAL].rotate_right(1);
    Some((wrong, truth.clone()))
}

fn column_slipped(random: &mut Random, truth: &Sheet) -> Spoiled {
    for _ in 0..300 {
        let column = place(random, TOTAL);
        let first = random.between(FIRST as i64, truth.sum() as i64 - 3) as usize;
        let end = truth.sum().min(first + 9);
        let last =
            random.between(first as i64 + 2, (end as i64 - 1).max(first as i64 + 2)) as usize;
        if last >= truth.sum() {
            continue;
        }
        let mut run: Vec<i64> = (first..=last)
            .map(|line| truth.lines[line][column])
            .collect();
        if run.iter().filter(|value| **value != 0).count() < 2 {
            continue;
        }
        let down = random.percent(50);
        if (down && run[run.len() - 1] != 0) || (!down && run[0] != 0) {
            continue;
        }
        if down {
            run.rotate_right(1);
        } else {
            run.rotate_left(1);
        }
        let mut wrong = truth.clone();
        for (line, value) in (first..).zip(run) {
            wrong.lines[line][column] = value;
        }
        return Some((wrong, truth.clone()));
    }
    None
}

fn line_empty(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let lines: Vec<usize> = [CARRIED_IN, truth.carried_out()]
        .into_iter()
        .filter(|line| truth.lines[*line][TOTAL] != 0)
        .collect();
    wrong.lines[choose(random, &lines)?] = [0; WIDTH];
    Some((wrong, truth.clone()))
}

fn counted_twice(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let (line, column) = choose(random, &leaves(truth))?;
    let item = truth.lines[line][column];
    let sum = truth.sum();
    wrong.lines[sum][column] += item;
    if random.percent(70) {
        wrong.lines[sum][TOTAL] += item;
    }
    Some((wrong, truth.clone()))
}

#[derive(Clone, Copy)]
enum Stale {
    One,
    Two,
    All,
}

/// A figure was corrected late; the truth is the new figure with all its totals.
fn stale(random: &mut Random, before: &Sheet, stale: Stale) -> Spoiled {
    let (line, column) = choose(random, &leaves(before))?;
    let step = match stale {
        Stale::Two => random.pick(&[1, 1, 2, 3]),
        _ => random.pick(&[1, 1, 2, 3, -1]),
    };
    let sum = before.sum();
    let mut truth = before.clone();
    for (line, column) in [
        (line, column),
        (line, TOTAL),
        (sum, column),
        (sum, TOTAL),
        (NEW, column),
        (NEW, TOTAL),
    ] {
        truth.lines[line][column] += step;
        if truth.lines[line][column] < 0 {
            return None;
        }
    }
    let old: Vec<(usize, usize)> = match stale {
        Stale::One => {
            vec![random.pick(&[(line, TOTAL), (sum, column), (sum, TOTAL), (NEW, TOTAL)])]
        }
        Stale::Two => random
            .pick(&[
                [(line, TOTAL), (sum, TOTAL)],
                [(sum, column), (sum, TOTAL)],
                [(line, TOTAL), (sum, column)],
            ])
            .to_vec(),
        Stale::All => vec![
            (line, TOTAL),
            (sum, column),
            (sum, TOTAL),
            (NEW, column),
            (NEW, TOTAL),
        ],
    };
    let mut wrong = truth.clone();
    for (line, column) in old {
        wrong.lines[line][column] -= step;
    }
    Some((wrong, truth))
}

fn carried(random: &mut Random, truth: &Sheet) -> Spoiled {
    let (line, column) = choose(random, &leaves(truth))?;
    let value = truth.lines[line][column];
    let typing = random.pick(&[
        Typing::Replaced,
        Typing::Exchanged,
        Typing::Dropped,
        Typing::Added,
    ]);
    let step = typed(random, typing, value)? - value;
    let sum = truth.sum();
    let totals: &[(usize, usize)] = match random.between(0, 2) {
        0 => &[(line, TOTAL)],
        1 => &[(sum, column)],
        _ => &[(line, TOTAL), (sum, column), (sum, TOTAL)],
    };
    let mut wrong = truth.clone();
    wrong.lines[line][column] += step;
    for (line, column) in totals {
        wrong.lines[*line][*column] += step;
    }
    (step != 0).then_some((wrong, truth.clone()))
}

fn line_misread(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let fits: Vec<usize> = (0..truth.lines.len())
        .filter(|line| {
            truth.lines[*line]
                .iter()
                .filter(|value| **value != 0)
                .count()
                >= 2
        })
        .collect();
    let line = choose(random, &fits)?;
    wrong.lines[line].rotate_left(1);
    wrong.lines[line][TOTAL] = 0;
    Some((wrong, truth.clone()))
}

fn other_totals(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let factor = random.between(50, 160);
    let sum = truth.sum();
    for column in 0..TOTAL {
        wrong.lines[sum][column] =
            (truth.lines[sum][column] * factor + random.between(0, 99)) / 100;
    }
    wrong.lines[sum][TOTAL] = wrong.lines[sum][..TOTAL].iter().sum();
    Some((wrong, truth.clone()))
}

/// A line of the outcomes holds a copy of a line above it.
fn copied(random: &mut Random, truth: &Sheet, distance: std::ops::Range<usize>) -> Spoiled {
    let mut wrong = truth.clone();
    let distance = random.between(distance.start as i64, distance.end as i64 - 1) as usize;
    let fits: Vec<usize> = truth
        .outcomes()
        .filter(|line| {
            line - FIRST >= distance && truth.lines[*line] != truth.lines[line - distance]
        })
        .collect();
    let line = choose(random, &fits)?;
    wrong.lines[line] = truth.lines[line - distance];
    Some((wrong, truth.clone()))
}

/// Two neighbouring figures of a line whose digits may be joined.
fn neighbours(truth: &Sheet) -> Vec<(usize, usize)> {
    filled(truth)
        .into_iter()
        .filter(|(line, column)| *column + 1 < TOTAL && truth.lines[*line][column + 1] != 0)
        .collect()
}

fn glued(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let (line, column) = choose(random, &neighbours(truth))?;
    let own = &mut wrong.lines[line];
    let whole = format!("{}{}", own[column], own[column + 1]).parse().ok()?;
    let first = random.percent(50);
    own[column] = if first { whole } else { 0 };
    own[column + 1] = if first { 0 } else { whole };
    Some((wrong, truth.clone()))
}

fn split(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let fits: Vec<(usize, usize)> = filled(truth)
        .into_iter()
        .filter(|(line, column)| {
            *column + 1 < TOTAL
                && truth.lines[*line][*column] >= 10
                && truth.lines[*line][column + 1] == 0
        })
        .collect();
    let (line, column) = choose(random, &fits)?;
    let digits = truth.lines[line][column].to_string();
    let at = 1 + place(random, digits.len() - 1);
    wrong.lines[line][column] = digits[..at].parse().ok()?;
    wrong.lines[line][column + 1] = digits[at..].parse().ok()?;
    // A part of zeros alone is nobody's figure.
    (!digits[at..].starts_with('0')).then_some((wrong, truth.clone()))
}

fn blocks_exchanged(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let line = random.between(FIRST as i64, truth.sum() as i64 - 2) as usize;
    let column = place(random, TOTAL - 1);
    for at in [column, column + 1] {
        wrong.lines[line][at] = truth.lines[line + 1][at];
        wrong.lines[line + 1][at] = truth.lines[line][at];
    }
    Some((wrong, truth.clone()))
}

fn line_added(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let line = random.between(FIRST as i64, truth.sum() as i64 - 2) as usize;
    for column in 0..WIDTH {
        wrong.lines[line + 1][column] += truth.lines[line][column];
    }
    Some((wrong, truth.clone()))
}

fn line_reversed(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let line = place(random, truth.lines.len());
    wrong.lines[line][..TOTAL].reverse();
    Some((wrong, truth.clone()))
}

fn column_tenfold(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let column = place(random, TOTAL);
    for line in truth.outcomes() {
        wrong.lines[line][column] *= 10;
    }
    Some((wrong, truth.clone()))
}

fn line_of_percentages(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let line = place(random, truth.lines.len());
    let whole = truth.lines[line][TOTAL];
    (whole > 0).then_some(())?;
    for column in 0..WIDTH {
        wrong.lines[line][column] = truth.lines[line][column] * 100 / whole;
    }
    Some((wrong, truth.clone()))
}

fn other_column(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let tier = random.pick(&crate::sheet::MIX);
    let other = Sheet::correct(random, truth.edition, tier);
    let column = place(random, TOTAL);
    for line in 0..truth.lines.len() {
        wrong.lines[line][column] = other.lines[line][column];
    }
    Some((wrong, truth.clone()))
}

fn line_raised(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    let line = place(random, truth.lines.len());
    for column in 0..WIDTH {
        wrong.lines[line][column] += 1;
    }
    Some((wrong, truth.clone()))
}

fn garbage(random: &mut Random, truth: &Sheet) -> Spoiled {
    let mut wrong = truth.clone();
    for _ in 0..random.between(6, 40) {
        let (line, column) = random.pick(&places(truth));
        wrong.lines[line][column] = random.between(0, 30);
    }
    Some((wrong, truth.clone()))
}
