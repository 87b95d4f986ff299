//! Why a rule could not be applied everywhere.

use crate::finding::{Coverage, SkipReason};
use crate::present::Lang;
use crate::strings;

/// Why some of a rule was not checked; `None` if all of it was.
pub fn coverage(line: &Coverage, lang: Lang) -> Option<String> {
    match line.skips.as_slice() {
        [] => None,
        [(reason, _)] => Some(why(*reason, lang).to_owned()),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(reason, count)| match lang.spoken() {
                    Lang::Chinese => format!("{}（{count} 处）", why(*reason, lang)),
                    Lang::English => format!("{} ({count})", why(*reason, lang)),
                })
                .collect();
            Some(strings::join(&parts, lang.pick("；", "; ")))
        }
    }
}

fn why(reason: SkipReason, lang: Lang) -> &'static str {
    match reason {
        SkipReason::TableMissing => lang.pick("没有读到这张表", "the table was not found"),
        SkipReason::LineMissing => {
            lang.pick("要用的行或格子没有读到", "a line or cell was not found")
        }
        SkipReason::Unreadable => lang.pick(
            "数字连在一起，分不开",
            "figures are glued together and cannot be told apart",
        ),
        SkipReason::NotANumber => lang.pick("要用的格子里不是数字", "a cell holds no number"),
        SkipReason::BlankTotal => lang.pick("要用的总计没有填", "a total is blank"),
        SkipReason::OnlyTotal => lang.pick("只填了总计，分项没有填", "only the total is filled"),
        SkipReason::AllBlank => lang.pick("相关的格子都没有填", "all cells concerned are blank"),
        SkipReason::YearUnknown => lang.pick(
            "没有读到报告是哪一年的",
            "the year of the report is not known",
        ),
        SkipReason::UsedForReading => lang.pick(
            "已经靠这个关系把连在一起的数字分开，不能再用它来核对",
            "the relation was used to tell glued figures apart, so it cannot check them",
        ),
        SkipReason::Doubtful => lang.pick(
            "有数字可能没有读对，要先对照原文",
            "a figure may have been read wrongly: compare with the page first",
        ),
        SkipReason::Fragment => {
            lang.pick("只读到报告的一部分", "only a part of a report was found")
        }
        SkipReason::TitleMissing => lang.pick("没有读到报告的标题", "the title was not found"),
        SkipReason::SectionMissing => lang.pick(
            "没有读到这一部分的标题",
            "the heading of the section was not found",
        ),
        SkipReason::BodyUnknown => lang.pick(
            "从名称看不出单位的类别",
            "the name does not tell what kind of body it is",
        ),
        SkipReason::LastYearUnknown => {
            lang.pick("没有写上年的件数", "last year’s figure is not stated")
        }
        SkipReason::NoPrevious => lang.pick(
            "给出的文件里没有这个单位上一年的年报",
            "none of the files given is last year’s report of this body",
        ),
    }
}
