//! What a body may do and must tell, by its kind.
//!
//! Basis: legislation law, articles 91 and 93: regulations are made by departments of the State Council and by the
//! governments of provinces, of cities divided into districts and of autonomous prefectures. Regulation on government
//! information disclosure, article 50 (4): governments tell of assessment, public review and accountability.

use super::survey::Survey;
use super::{fail, fail_with};
use crate::check::Tally;
use crate::finding::{BodyKind, ReportFault, SkipReason};
use crate::form::{CellId, Line, Section, Table};
use crate::number::Value;

/// What a government says of being supervised.
const SUPERVISION: [&str; 6] = ["考核", "评议", "追究", "追责", "问责", "监督"];
/// Beginnings of the names of central bodies and of what hangs on them, wherever it is.
const CENTRAL: [&str; 6] = ["国家", "中国", "中华", "国务院", "中央", "海关"];
/// Endings of the names of departments.
const DEPARTMENT: [&str; 9] = [
    "局",
    "委员会",
    "委",
    "厅",
    "大队",
    "支队",
    "中心",
    "队",
    "站",
];
/// What a government is called as its own office.
const OFFICE: [&str; 5] = [
    "人民政府办公室",
    "人民政府办公厅",
    "政府办公室",
    "政府办公厅",
    "政府办",
];

/// Lines of regulations are 0 unless the body can make regulations.
pub(super) fn rule_making(survey: &Survey<'_>, tally: &mut Tally) {
    let above: Vec<CellId> = survey
        .report
        .cells
        .iter()
        .filter(|(id, _)| id.table == Table::Disclosure && id.line == Line::Regulations)
        .filter(|(_, cell)| matches!(cell.value, Some(Value::Count(count)) if count > 0))
        .map(|(id, _)| *id)
        .collect();
    if above.is_empty() {
        if survey.report.table(Table::Disclosure).found() {
            tally.pass();
        } else {
            tally.skip(SkipReason::TableMissing);
        }
        return;
    }
    match survey.report.unit.as_deref() {
        None => tally.skip(SkipReason::BodyUnknown),
        Some(unit) => match kind(unit) {
            Some(kind) => {
                let severity = tally.rule.severity;
                let fault = ReportFault::NoRulePower(kind);
                fail_with(tally, severity, fault, None, &above);
            }
            None if has_power(unit) => tally.pass(),
            None => tally.skip(SkipReason::BodyUnknown),
        },
    }
}

/// A government speaks of assessment, public review or accountability.
pub(super) fn supervision(survey: &Survey<'_>, tally: &mut Tally) {
    let government = |unit: &&str| unit.ends_with("人民政府");
    if survey.report.unit.as_deref().filter(government).is_none() {
        return;
    }
    if !survey.whole {
        return;
    }
    if survey.section(Section::Overview).next().is_none() {
        tally.skip(SkipReason::SectionMissing);
    } else if survey.holds(&SUPERVISION) {
        tally.pass();
    } else {
        fail(tally, ReportFault::NoSupervision, None);
    }
}

/// The kind of a body that surely cannot make regulations; `None` for all others, a city among them: whether it is
/// divided into districts, its name does not tell.
fn kind(unit: &str) -> Option<BodyKind> {
    if CENTRAL.iter().any(|word| unit.starts_with(word)) {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| unit.ends_with(word));
    if ends(&["乡", "镇", "街道", "街道办事处", "乡人民政府", "镇人民政府"]) {
        return Some(BodyKind::Township);
    }
    let government = OFFICE
        .iter()
        .chain(&["人民政府"])
        .find_map(|word| unit.strip_suffix(word));
    if let Some(place) = government {
        let large = ["自治区", "特别行政区", "新区", "特区", "地区", "开发区"];
        let small =
            place.ends_with(['县', '旗', '区']) && !large.iter().any(|word| place.ends_with(word));
        return small.then_some(BodyKind::County);
    }
    let local = unit
        .char_indices()
        .any(|(at, c)| at > 0 && matches!(c, '省' | '市' | '县' | '区' | '州' | '旗'));
    (local && ends(&DEPARTMENT)).then_some(BodyKind::Department)
}

/// Bodies that surely can: governments of provinces and autonomous prefectures, and the departments of the State
/// Council.
fn has_power(unit: &str) -> bool {
    let place = unit
        .strip_suffix("人民政府办公厅")
        .or_else(|| unit.strip_suffix("人民政府"));
    match place {
        Some(place) => ["省", "自治区", "自治州"]
            .iter()
            .any(|end| place.ends_with(end)),
        None => {
            let local = ['省', '市', '县', '区', '州'];
            (unit.ends_with("总局") || unit.ends_with("总署") || unit.ends_with('部'))
                && !unit.contains(local)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_leave_no_doubt_tell_the_kind() {
        for (unit, expected) in [
            ("示例县示例镇人民政府", Some(BodyKind::Township)),
            ("示例镇", Some(BodyKind::Township)),
            ("示例市示例区示例街道办事处", Some(BodyKind::Township)),
            ("示例县人民政府", Some(BodyKind::County)),
            ("示例县人民政府办公室", Some(BodyKind::County)),
            ("示例市示例区人民政府", Some(BodyKind::County)),
            ("示例市示例局", Some(BodyKind::Department)),
            ("示例市示例区示例和示例委员会", Some(BodyKind::Department)),
            ("示例省示例厅", Some(BodyKind::Department)),
            ("示例市人民政府", None),
            ("示例市人民政府办公室", None),
            ("示例市", None),
            ("示例壮族自治区人民政府", None),
            ("示例新区人民政府", None),
            ("国家示例局", None),
            ("国家示例总局示例市示例局", None),
            ("中华人民共和国示例部", None),
            ("示例总局", None),
            ("示例经济技术开发区管理委员会", Some(BodyKind::Department)),
        ] {
            assert_eq!(kind(unit), expected, "{unit}");
        }
    }
}
