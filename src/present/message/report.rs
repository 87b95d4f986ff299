//! The report as a whole: headings, title, period, sections, words.

use super::names::{Names, list};
use crate::edition::Edition;
use crate::edition::heading;
use crate::finding::{BodyKind, Finding, Leftover, ReportFault, TitleFault, YearPlace};
use crate::form::Section;
use crate::present::Lang;
use crate::strings;

/// Things named in one sentence.
const MOST: usize = 6;

/// A fault of the report as a whole.
pub(super) fn fault(
    finding: &Finding,
    fault: &ReportFault,
    names: Names<'_>,
) -> (String, Option<String>) {
    let lang = names.lang;
    let part = marked(finding);
    let message = match fault {
        ReportFault::HeadingsMissing(sections) => missing(sections, lang),
        ReportFault::HeadingsMisnumbered(wrong) => misnumbered(wrong, lang),
        ReportFault::HeadingsMisplaced(order) => misplaced(order, lang),
        ReportFault::HeadingsReworded(other) => reworded(other, lang),
        ReportFault::Title(fault) => title(*fault, &part, lang),
        ReportFault::OtherYear { year, places } => other_year(*year, places, lang),
        ReportFault::NoPeriod => lang
            .pick(
                "全文没有写明数据的统计期限。",
                "The report does not state the period of its figures.",
            )
            .to_owned(),
        ReportFault::Late => match lang.spoken() {
            Lang::Chinese => format!("落款日期是“{part}”，晚于次年3月31日。"),
            Lang::English => format!("The signature says “{part}”, which is after 31 March."),
        },
        ReportFault::PartialPeriod => match lang.spoken() {
            Lang::Chinese => format!("统计期限写的是“{part}”，不是全年。"),
            Lang::English => format!("The period is “{part}”, which is not the whole year."),
        },
        ReportFault::OtherNotice {
            found,
            expected,
            year,
        } => {
            let notice = |name: &str| Edition::from_name(name).map_or("", |edition| edition.notice);
            let (found, expected) = (notice(found), notice(expected));
            match lang.spoken() {
                Lang::Chinese => {
                    format!("报告是 {year} 年度的，引用的却是{found}，应是{expected}。")
                }
                Lang::English => {
                    format!("The report is on {year} but cites {found}; {expected} is the one.")
                }
            }
        }
        ReportFault::OtherBody {
            title,
            found,
            signature,
        } => other_body(title, found, *signature, lang),
        ReportFault::SectionsCounted { missing } => {
            let named = 6_usize.saturating_sub(missing.len());
            let missing = labels(missing, lang);
            match lang.spoken() {
                Lang::Chinese => {
                    format!("编制说明写的是六个部分，只列出了 {named} 个，缺少{missing}。")
                }
                Lang::English => {
                    format!("The preface says six sections and names {named}; it lacks {missing}.")
                }
            }
        }
        ReportFault::SectionTwice(section) => {
            let label = label(*section);
            match lang.spoken() {
                Lang::Chinese => format!("编制说明列出各部分时，“{label}”写了两遍。"),
                Lang::English => format!("The list of sections names “{label}” twice."),
            }
        }
        _ => return section(finding, fault, names),
    };
    (message, None)
}

/// Faults of what a section says.
fn section(finding: &Finding, fault: &ReportFault, names: Names<'_>) -> (String, Option<String>) {
    let lang = names.lang;
    let part = marked(finding);
    let message = match fault {
        ReportFault::NoOverview { preface: true } => lang
            .pick(
                "第一部分只有编制说明，没有写全年的工作情况。",
                "Section one is only a preface and tells nothing of the year’s work.",
            )
            .to_owned(),
        ReportFault::NoOverview { preface: false } => lang
            .pick(
                "第一部分没有写全年的工作情况。",
                "Section one tells nothing of the year’s work.",
            )
            .to_owned(),
        ReportFault::NoProblems { blank: true } => lang
            .pick(
                "第五部分只有标题，没有内容。",
                "Section five has a heading and nothing below it.",
            )
            .to_owned(),
        ReportFault::NoProblems { blank: false } => match lang.spoken() {
            Lang::Chinese => format!("第五部分只写了“{part}”，没有写出问题和改进。"),
            Lang::English => {
                format!("Section five says only “{part}”: neither problems nor improvement.")
            }
        },
        ReportFault::HalfProblems { improvement: true } => lang
            .pick(
                "第五部分写了改进，好像没有写存在什么问题。",
                "Section five tells of improvement but seemingly of no problem.",
            )
            .to_owned(),
        ReportFault::HalfProblems { improvement: false } => lang
            .pick(
                "第五部分写了问题，好像没有写怎样改进。",
                "Section five tells of problems but seemingly of no improvement.",
            )
            .to_owned(),
        ReportFault::NoFee { blank: true } => lang
            .pick(
                "第六部分只有标题，没有写明是否收取信息处理费。",
                "Section six has a heading only and does not say whether a fee for handling information was charged.",
            )
            .to_owned(),
        ReportFault::NoFee { blank: false } => lang
            .pick(
                "第六部分没有写明本年度是否收取信息处理费。",
                "Section six does not say whether a fee for handling information was charged.",
            )
            .to_owned(),
        ReportFault::FeeUntold { requests } => match lang.spoken() {
            Lang::Chinese => format!(
                "表三有 {requests} 件申请因为逾期未按收费通知缴费而不再处理，文字里却没有提到收费。"
            ),
            Lang::English => format!(
                "Table three: {requests} requests were closed because a fee was not paid, but the text does not speak of fees."
            ),
        },
        ReportFault::NoSupervision => lang
            .pick(
                "政府的年度报告应写工作考核、社会评议和责任追究情况，全文没有提到。",
                "The report of a government tells of assessment, public review and accountability; this one mentions none of them.",
            )
            .to_owned(),
        ReportFault::NoRulePower(kind) => no_power(finding, *kind, names),
        ReportFault::Leftover(kind) => leftover(*kind, &part, lang),
        ReportFault::Doubled => match lang.spoken() {
            Lang::Chinese => format!("“{part}”重复了。"),
            Lang::English => format!("“{part}” stands twice in a row."),
        },
        // Told above.
        _ => String::new(),
    };
    (message, None)
}

fn label(section: Section) -> &'static str {
    heading::of(section)
        .and_then(|form| form.labels.first())
        .copied()
        .unwrap_or_default()
}

/// “一、总体情况”
fn numbered(section: Section) -> String {
    heading::of(section).map_or_else(String::new, |form| {
        format!("“{}、{}”", form.number, label(section))
    })
}

fn labels(sections: &[Section], lang: Lang) -> String {
    let named = sections.iter().map(|section| numbered(*section)).collect();
    list(named, MOST, lang.pick("", ", "), lang)
}

fn missing(sections: &[Section], lang: Lang) -> String {
    let (count, labels) = (sections.len(), labels(sections, lang));
    match (lang.spoken(), count) {
        (Lang::Chinese, 6) => "六个规定的标题一个都没有读到。".to_owned(),
        (Lang::Chinese, _) => format!("缺少 {count} 个规定的标题：{labels}。"),
        (Lang::English, 6) => "Not one of the six headings was found.".to_owned(),
        (Lang::English, _) => format!("Headings missing: {labels}."),
    }
}

fn misnumbered(wrong: &[(Section, char)], lang: Lang) -> String {
    let named = wrong
        .iter()
        .map(|(section, number)| {
            let (label, own) = (
                label(*section),
                heading::of(*section).map_or(' ', |form| form.number),
            );
            match lang.spoken() {
                Lang::Chinese => format!("“{label}”的编号是“{number}”，应是“{own}”"),
                Lang::English => format!("“{label}” is numbered “{number}” instead of “{own}”"),
            }
        })
        .collect();
    let named = list(named, MOST, lang.pick("；", "; "), lang);
    match lang.spoken() {
        Lang::Chinese => format!("标题编号不对：{named}。"),
        Lang::English => format!("Wrong numbers: {named}."),
    }
}

fn misplaced(order: &[Section], lang: Lang) -> String {
    let order = labels(order, lang);
    match lang.spoken() {
        Lang::Chinese => format!("各部分的顺序与规定格式不同，现在的顺序是：{order}。"),
        Lang::English => format!("The sections are out of order; they stand as: {order}."),
    }
}

fn reworded(other: &[(Section, String)], lang: Lang) -> String {
    let named = other
        .iter()
        .map(|(section, written)| {
            let (written, official) = (strings::single_spaced(written), numbered(*section));
            match lang.spoken() {
                Lang::Chinese => format!("“{written}”，规定用语是{official}"),
                Lang::English => format!("“{written}” for {official}"),
            }
        })
        .collect();
    let named = list(named, MOST, lang.pick("；", "; "), lang);
    match lang.spoken() {
        Lang::Chinese => format!("标题用语与规定格式不同：{named}。"),
        Lang::English => format!("Headings in other words: {named}."),
    }
}

fn title(fault: TitleFault, title: &str, lang: Lang) -> String {
    let (chinese, english) = match fault {
        TitleFault::YearTwice(year) => {
            return match lang.spoken() {
                Lang::Chinese => format!("标题“{title}”里的 {year} 年写了两遍。"),
                Lang::English => format!("The title “{title}” names {year} twice."),
            };
        }
        TitleFault::NoYear => ("没有年度", "has no year"),
        TitleFault::NoBody => ("没有单位名称", "has no body"),
        TitleFault::Wording => (
            "与通行写法“单位全称 + 年度 + 政府信息公开工作年度报告”不同",
            "is not in the usual words",
        ),
    };
    match lang.spoken() {
        Lang::Chinese => format!("标题“{title}”{chinese}。"),
        Lang::English => format!("The title “{title}” {english}."),
    }
}

fn other_year(year: i32, places: &[(YearPlace, i32)], lang: Lang) -> String {
    let named = places
        .iter()
        .map(|(place, found)| {
            let place = match place {
                YearPlace::Period => lang.pick("统计期限", "the period"),
                YearPlace::Preface => lang.pick("编制说明里的报告名称", "the name in the preface"),
                YearPlace::Overview => {
                    lang.pick("总体情况的开头", "the first words of the overview")
                }
            };
            match lang.spoken() {
                Lang::Chinese => format!("{place}写的是 {found} 年"),
                Lang::English => format!("{place} says {found}"),
            }
        })
        .collect();
    let named = list(named, MOST, lang.pick("，", ", "), lang);
    match lang.spoken() {
        Lang::Chinese => format!("报告是 {year} 年度的，{named}。"),
        Lang::English => format!("The report is on {year}, but {named}."),
    }
}

fn other_body(title: &str, found: &str, signature: bool, lang: Lang) -> String {
    let place = if signature {
        lang.pick("落款", "the signature")
    } else {
        lang.pick("编制说明", "the preface")
    };
    match lang.spoken() {
        Lang::Chinese => format!("标题里的单位是“{title}”，{place}里却是“{found}”。"),
        Lang::English => format!("The title names “{title}”, {place} “{found}”."),
    }
}

fn no_power(finding: &Finding, kind: BodyKind, names: Names<'_>) -> String {
    let lang = names.lang;
    let figures = finding
        .cells
        .iter()
        .map(|(id, _)| names.term(&names.column_term(*id), *id))
        .collect();
    let figures = list(figures, MOST, lang.pick("，", ", "), lang);
    let kind = match kind {
        BodyKind::Township => lang.pick("乡镇、街道", "A township or subdistrict"),
        BodyKind::County => lang.pick("县级政府", "A county"),
        BodyKind::Department => lang.pick("地方部门", "A local department"),
    };
    match lang.spoken() {
        Lang::Chinese => format!("{kind}没有规章制定权，表二“规章”一行却填了{figures}。"),
        Lang::English => {
            format!(
                "{kind} cannot make regulations, but table two has figures for them: {figures}."
            )
        }
    }
}

fn leftover(kind: Leftover, part: &str, lang: Lang) -> String {
    match (kind, lang.spoken()) {
        (Leftover::Placeholder, Lang::Chinese) => {
            format!("报告里还留着“{part}”，没有换成实际内容。")
        }
        (Leftover::Placeholder, Lang::English) => {
            format!("The placeholder “{part}” was not replaced.")
        }
        (Leftover::Instruction, Lang::Chinese) => format!("报告里还留着模板的填写说明“{part}”。"),
        (Leftover::Instruction, Lang::English) => {
            format!("The instruction “{part}” of a template was left standing.")
        }
        (Leftover::NoFigure, Lang::Chinese) => format!("“{part}”缺少数字。"),
        (Leftover::NoFigure, Lang::English) => format!("A number is missing in “{part}”."),
        (Leftover::NoContact, Lang::Chinese) => format!("“{part}”后面没有内容。"),
        (Leftover::NoContact, Lang::English) => format!("Nothing stands behind “{part}”."),
    }
}

/// The part of its sentence that a finding points at, cut to a length that fits another sentence.
pub(super) fn marked(finding: &Finding) -> String {
    const LONGEST: usize = 40;
    let Some(quote) = &finding.text else {
        return String::new();
    };
    let mut part = String::new();
    let mut unit = 0_u32;
    for c in quote.excerpt.chars() {
        if unit >= quote.start && unit < quote.end {
            part.push(c);
        }
        unit = unit.saturating_add(u32::try_from(c.len_utf16()).unwrap_or(1));
    }
    let part = strings::single_spaced(&part);
    if part.chars().count() > LONGEST {
        let start: String = part.chars().take(LONGEST).collect();
        return format!("{start}…");
    }
    part
}
