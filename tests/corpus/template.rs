//! Sentences with holes, and how they are filled.
//!
//! | in a template | is filled with |
//! |---|---|
//! | `{new}` `{r1+r2}` | a figure by its name in [`Facts`], which may be misstated |
//! | `{~new}` | the same, always right: what is said of it cannot be checked |
//! | `{=new}` | a figure in digits, since no counting word follows |
//! | `{%r1/tot}` `{~%r1/tot}` | a share with its sign |
//! | `{fee:元}` `{fee:万元}` `{fee:亿元}` | an amount with its unit |
//! | `{余:lic}` `{超:lic}` `{近:lic}` `{万:lic}` | a round figure below, above, or next to the true one |
//! | `{?5-90}` | any number between the two |
//! | `{year}` `{year-1}` `{year+1}` | a year |
//! | `{*results}` `{*r3}` | the results, or those of a group, that are not 0, as a list |
//! | `[a\|b\|]` | one of these, which may hold holes and choices themselves |
//! | `@` `#` | the counting word for requests, for cases; the same throughout a report |

use super::facts::{Facts, GROUPS};
use super::family::Family;
use super::number::{self, Style};
use super::random::Random;

/// A sentence, or a few that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    pub family: Family,
    /// Conditions on the figures without which nobody would write it.
    pub needs: &'static [&'static str],
    /// What it says without figures: it is right only if all of these hold.
    pub states: &'static [&'static str],
    pub text: &'static str,
}

impl Template {
    /// A template that only has figures.
    pub const fn new(family: Family, needs: &'static [&'static str], text: &'static str) -> Self {
        Self {
            family,
            needs,
            states: &[],
            text,
        }
    }

    /// A template that states something without a figure, such as that there was nothing.
    pub const fn states(
        family: Family,
        needs: &'static [&'static str],
        states: &'static [&'static str],
        text: &'static str,
    ) -> Self {
        Self {
            family,
            needs,
            states,
            text,
        }
    }

    /// Whether someone would write it about these figures, and it would be right.
    pub fn fits(&self, facts: &Facts) -> bool {
        self.is_natural(facts) && self.states.iter().all(|state| facts.holds(state))
    }

    /// Whether someone would write it about these figures by mistake.
    pub fn misleads(&self, facts: &Facts) -> bool {
        self.is_natural(facts)
            && !self.states.is_empty()
            && !self.states.iter().all(|state| facts.holds(state))
    }

    fn is_natural(&self, facts: &Facts) -> bool {
        self.needs.iter().all(|need| facts.holds(need))
    }
}

/// The habits of whoever wrote a report.
#[derive(Clone, Debug)]
pub struct Habits {
    pub style: Style,
    pub request_word: &'static str,
    pub case_word: &'static str,
}

impl Habits {
    pub fn random(random: &mut Random) -> Self {
        Self {
            style: Style::random(random),
            request_word: random.pick(&[
                "件", "件", "件", "件", "件", "份", "条", "个", "宗", "件次", "封",
            ]),
            case_word: random.pick(&["件", "件", "件", "起", "宗", "例"]),
        }
    }
}

/// A filled template.
#[derive(Clone, Debug)]
pub struct Filled {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Figure(Figure),
}

/// A figure in a sentence.
#[derive(Clone, Debug)]
struct Figure {
    expression: String,
    is_checked: bool,
    kind: FigureKind,
}

#[derive(Clone, Copy, Debug)]
enum FigureKind {
    Count {
        in_digits: bool,
    },
    /// Decimals shown; cut off instead of rounded.
    Share {
        decimals: u32,
        is_cut: bool,
    },
    Money(MoneyUnit),
}

#[derive(Clone, Copy, Debug)]
enum MoneyUnit {
    Yuan,
    TenThousands,
    HundredMillions,
}

/// A misstated figure: the sentence, what stands in it, and what should.
#[derive(Clone, Debug)]
pub struct Misstated {
    pub sentence: String,
    pub family: Family,
    /// What was done, for people.
    pub note: String,
}

/// Fills a template; `None` if a figure is not there in this edition of the form.
pub fn fill(
    template: &Template,
    facts: &Facts,
    habits: &Habits,
    random: &mut Random,
) -> Option<Filled> {
    let mut pieces = Vec::new();
    fill_text(template.text, facts, habits, random, &mut pieces)?;
    Some(Filled { pieces })
}

fn fill_text(
    text: &str,
    facts: &Facts,
    habits: &Habits,
    random: &mut Random,
    pieces: &mut Vec<Piece>,
) -> Option<()> {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '[' => {
                let (choices, behind) = bracket(rest);
                let chosen = random.pick(&choices);
                fill_text(chosen, facts, habits, random, pieces)?;
                behind
            }
            '{' => {
                let (inside, behind) = rest[1..].split_once('}').unwrap();
                hole(inside, facts, habits, random, pieces)?;
                behind
            }
            '@' => put(pieces, habits.request_word, &rest[1..]),
            '#' => put(pieces, habits.case_word, &rest[1..]),
            _ => {
                let end = rest.find(['[', '{', '@', '#']).unwrap_or(rest.len());
                put(pieces, &rest[..end], &rest[end..])
            }
        };
    }
    Some(())
}

fn put<'a>(pieces: &mut Vec<Piece>, text: &str, behind: &'a str) -> &'a str {
    pieces.push(Piece::Text(text.to_owned()));
    behind
}

/// The choices of a bracket at the beginning of a text, and what is behind it.
fn bracket(text: &str) -> (Vec<&str>, &str) {
    let mut depth = 0;
    let mut start = 1;
    let mut choices = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            '|' if depth == 1 => {
                choices.push(&text[start..at]);
                start = at + 1;
            }
            ']' => {
                depth -= 1;
                if depth == 0 {
                    choices.push(&text[start..at]);
                    return (choices, &text[at + 1..]);
                }
            }
            _ => {}
        }
    }
    panic!("no end of the bracket in {text}")
}

fn hole(
    inside: &str,
    facts: &Facts,
    habits: &Habits,
    random: &mut Random,
    pieces: &mut Vec<Piece>,
) -> Option<()> {
    let style = habits.style;
    let text = |text: String| Piece::Text(text);
    if let Some(range) = inside.strip_prefix('?') {
        let (low, high) = range.split_once('-').unwrap();
        let value = random.between(low.parse().unwrap(), high.parse().unwrap());
        pieces.push(text(style.count(value)));
        return Some(());
    }
    if let Some(shift) = inside.strip_prefix("year") {
        let shift = shift.parse().unwrap_or(0);
        pieces.push(text((facts.value("year")? + shift).to_string()));
        return Some(());
    }
    if let Some(list) = inside.strip_prefix('*') {
        let items = list_items(list, facts);
        if items.is_empty() {
            return None;
        }
        let between = random.pick(&["，", "、", "；"]);
        return fill_text(&items.join(between), facts, habits, random, pieces);
    }
    for (sign, name) in [
        ("余:", "below"),
        ("超:", "over"),
        ("近:", "above"),
        ("万:", "next"),
    ] {
        if let Some(expression) = inside.strip_prefix(sign) {
            pieces.push(text(round(facts.value(expression)?, name)));
            return Some(());
        }
    }
    let (is_checked, inside) = match inside.strip_prefix('~') {
        Some(rest) => (false, rest),
        None => (true, inside),
    };
    let (in_digits, inside) = match inside.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, inside),
    };
    let (expression, kind) = if let Some(share) = inside.strip_prefix('%') {
        let kind = FigureKind::Share {
            decimals: random.pick(&[0, 1, 2, 2, 2]),
            is_cut: random.percent(15),
        };
        let (part, whole) = share.split_once('/').unwrap();
        // A share of nothing is nobody's sentence, and one of nothing at all neither.
        if facts.value(whole)? == 0 || facts.value(part)? == 0 {
            return None;
        }
        (share, kind)
    } else if let Some((name, unit)) = inside.split_once(':') {
        let unit = match unit {
            "元" => MoneyUnit::Yuan,
            "万元" => MoneyUnit::TenThousands,
            _ => MoneyUnit::HundredMillions,
        };
        (name, FigureKind::Money(unit))
    } else {
        (inside, FigureKind::Count { in_digits })
    };
    if !expression.contains('/') {
        facts.value(expression)?;
    }
    pieces.push(Piece::Figure(Figure {
        expression: expression.to_owned(),
        is_checked,
        kind,
    }));
    Some(())
}

/// The items of a list as templates, without those that are 0.
fn list_items(list: &str, facts: &Facts) -> Vec<String> {
    let names: Vec<&str> = match GROUPS.iter().find(|(group, _)| *group == list) {
        Some((_, members)) => members.to_vec(),
        None => vec!["r1", "r2", "r3", "r4", "r5", "r6"],
    };
    names
        .into_iter()
        .filter(|name| facts.value(name).is_some_and(|value| value > 0))
        .map(|name| format!("{}{{{name}}}@", words_of(name)))
        .collect()
}

/// How a result is called in running text.
fn words_of(name: &str) -> &'static str {
    match name {
        "r1" => "[予以公开|同意公开|予以公开]",
        "r2" => "[部分公开|予以部分公开]",
        "r3" => "不予公开",
        "r4" => "无法提供",
        "r5" => "不予处理",
        "r6" => "[其他处理|作其他处理]",
        "secret" => "属于国家秘密",
        "forbidden" => "其他法律行政法规禁止公开",
        "security" => "危及“三安全一稳定”",
        "third" => "保护第三方合法权益",
        "internal" => "属于三类内部事务信息",
        "process" => "属于四类过程性信息",
        "file" => "属于行政执法案卷",
        "query" => "属于行政查询事项",
        "held" => "本机关不掌握相关政府信息",
        "creation" => "没有现成信息需要另行制作",
        "unclear" => "补正后申请内容仍不明确",
        "petition" => "信访举报投诉类申请",
        "repeated" => "重复申请",
        "publication" => "要求提供公开出版物",
        "excessive" => "无正当理由大量反复申请",
        "reconfirm" => "要求行政机关确认或重新出具已获取信息",
        "unmended" => "申请人无正当理由逾期不补正",
        "unpaid" => "申请人逾期未按收费通知要求缴纳费用",
        _ => "其他",
    }
}

/// A round number: not above, not below, or next to the true one.
fn round(value: i64, way: &str) -> String {
    let mut unit = 1;
    while value / unit >= 100 {
        unit *= 10;
    }
    let below = value / unit * unit;
    let round = match way {
        "below" | "over" => below,
        "above" => below + unit,
        _ if value - below >= (unit + 1) / 2 => below + unit,
        _ => below,
    };
    let number = if round >= 10_000 {
        format!("{}万", number::ten_thousands(round))
    } else {
        round.to_string()
    };
    match way {
        "below" => format!("{number}余"),
        "over" => format!("超{number}"),
        "above" => format!("近{number}"),
        _ => number,
    }
}

impl Filled {
    /// The sentence as it should be.
    pub fn right(&self, facts: &Facts, style: Style) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Figure(figure) => figure.text(figure.value(facts), facts, style),
            })
            .collect()
    }

    /// The sentence with one figure misstated; `None` if no figure can be checked.
    pub fn wrong(&self, facts: &Facts, style: Style, random: &mut Random) -> Option<Misstated> {
        let candidates: Vec<usize> = self
            .pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| matches!(piece, Piece::Figure(figure) if figure.is_checked))
            .map(|(at, _)| at)
            .collect();
        if candidates.is_empty() {
            return None;
        }
        let chosen = random.pick(&candidates);
        let mut sentence = String::new();
        let mut result = None;
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Text(text) => sentence.push_str(text),
                Piece::Figure(figure) => {
                    let right = figure.text(figure.value(facts), facts, style);
                    if at == chosen {
                        let wrong = figure.misstated(facts, style, random)?;
                        sentence.push_str(&wrong);
                        result =
                            Some((figure, format!("{} {right} -> {wrong}", figure.expression)));
                    } else {
                        sentence.push_str(&right);
                    }
                }
            }
        }
        let (figure, note) = result?;
        Some(Misstated {
            sentence,
            family: Family::of(&figure.expression),
            note,
        })
    }
}

impl Figure {
    /// The count or the amount in yuan; 0 for shares.
    fn value(&self, facts: &Facts) -> i64 {
        match self.kind {
            FigureKind::Share { .. } => 0,
            _ => facts.value(&self.expression).unwrap(),
        }
    }

    fn text(&self, value: i64, facts: &Facts, style: Style) -> String {
        match self.kind {
            FigureKind::Count { in_digits: true } if style == Style::Chinese => value.to_string(),
            FigureKind::Count { .. } => style.count(value),
            FigureKind::Share { decimals, is_cut } => {
                let (part, whole) = self.share(facts);
                style.share(&number::share(part, whole, decimals, is_cut))
            }
            FigureKind::Money(unit) => match unit {
                MoneyUnit::Yuan => format!("{}元", style.decimal(&value.to_string())),
                MoneyUnit::TenThousands => {
                    format!("{}万元", style.decimal(&number::ten_thousands(value)))
                }
                MoneyUnit::HundredMillions => {
                    let units = (value + 5_000) / 10_000;
                    format!("{}亿元", style.decimal(&number::decimal(units, 4)))
                }
            },
        }
    }

    fn share(&self, facts: &Facts) -> (i64, i64) {
        let (part, whole) = self.expression.split_once('/').unwrap();
        (facts.value(part).unwrap(), facts.value(whole).unwrap())
    }

    /// The figure as it should not be: a slip of the hand that no other figure of the table explains.
    fn misstated(&self, facts: &Facts, style: Style, random: &mut Random) -> Option<String> {
        if let FigureKind::Share { decimals, .. } = self.kind {
            return self.misstated_share(facts, style, decimals, random);
        }
        let right = self.value(facts);
        let mut never = facts.neighbours(&self.expression);
        if matches!(self.kind, FigureKind::Money(_)) {
            never.push(0);
        }
        // Either side may be rounded to whole units of ten thousand.
        let least = match self.kind {
            FigureKind::Money(_) => right / 20 + 20_000,
            // Whole hundreds of units may be a rounded figure.
            _ if style == Style::TenThousands && right >= 10_000 => right / 100,
            _ => 1,
        };
        for _ in 0..40 {
            let column = facts.value(&format!("{}.natural_person", self.expression));
            let wrong = slip(right, column, random);
            let text = self.text(wrong, facts, style);
            if wrong >= 0
                && (wrong - right).abs() >= least
                && !never.contains(&wrong)
                && text != self.text(right, facts, style)
            {
                return Some(text);
            }
        }
        None
    }

    fn misstated_share(
        &self,
        facts: &Facts,
        style: Style,
        decimals: u32,
        random: &mut Random,
    ) -> Option<String> {
        let scale = 10_i64.pow(decimals);
        let (part, whole) = self.share(facts);
        let right = part * 100 * scale / whole;
        // The bases that a share of this part could be of.
        let bases: Vec<i64> = ["new", "all", "tot"]
            .iter()
            .filter_map(|name| facts.value(name))
            .chain([whole])
            .filter(|base| *base > 0)
            .collect();
        for _ in 0..40 {
            let by = random.between(3, 12) * scale + random.between(0, scale - 1);
            let wrong = if random.percent(50) {
                right + by
            } else {
                right - by
            };
            let near = bases
                .iter()
                .any(|base| (part * 100 * scale / base - wrong).abs() <= scale);
            if (1..=100 * scale).contains(&wrong) && !near {
                return Some(style.share(&number::decimal(wrong, decimals)));
            }
        }
        None
    }
}

/// One of the slips that people make with a number.
fn slip(right: i64, column: Option<i64>, random: &mut Random) -> i64 {
    let digits: Vec<u8> = right.to_string().into_bytes();
    let join = |digits: Vec<u8>| -> i64 { String::from_utf8(digits).unwrap().parse().unwrap_or(0) };
    match random.between(0, 5) {
        // A neighbour.
        0 => right + random.pick(&[-2, -1, 1, 2, 3]),
        // Two digits changed places.
        1 if digits.len() > 1 => {
            let at = random.between(0, digits.len() as i64 - 2) as usize;
            let mut swapped = digits;
            swapped.swap(at, at + 1);
            if swapped[0] == b'0' {
                right
            } else {
                join(swapped)
            }
        }
        // A digit was left out.
        2 if digits.len() > 1 => {
            let mut left = digits;
            left.remove(random.between(1, left.len() as i64 - 1) as usize);
            join(left)
        }
        // A digit was struck twice.
        3 if right > 0 => {
            let mut more = digits;
            let at = random.between(0, more.len() as i64 - 1) as usize;
            more.insert(at, more[at]);
            join(more)
        }
        // The figure of the first column in place of the total.
        4 => column.unwrap_or(right),
        // A wrong digit.
        _ => {
            let mut other = digits;
            let at = random.between(0, other.len() as i64 - 1) as usize;
            other[at] = b'1' + random.between(0, 8) as u8;
            join(other)
        }
    }
}
