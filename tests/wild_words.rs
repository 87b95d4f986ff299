//! Whatever stands around the tables: the rules about the report as a whole end, and what they point at is there.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use proptest::prelude::*;
use rendering::{Figures, checked};

/// What the rules look for, whole and torn apart.
const PIECES: &[&str] = &[
    "一、总体情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
    "七、",
    "2024年",
    "二〇二四年",
    "2023年度",
    "1月1日至12月31日",
    "统计期限",
    "国办公开办函〔2019〕60号",
    "国办公开办函",
    "现公布",
    "示例市示例局",
    "示例县人民政府",
    "政府信息公开工作年度报告",
    "由总体情况、主动公开、依申请、复议、问题、其他等六部分组成",
    "XX",
    "○○",
    "（文字描述",
    "电话：",
    "共主动公开条",
    "，",
    "。",
    "的",
    "的的",
    "\n",
    "\u{3000}",
    " ",
    "\u{200b}",
    "𠮷",
    "無",
    "99999999999999999999年",
];

proptest! {
    #[test]
    fn rules_about_the_whole_end_and_point_at_what_is_there(
        title in prop::collection::vec(prop::sample::select(PIECES), 0..6),
        front in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        end in prop::collection::vec(prop::sample::select(PIECES), 0..40),
    ) {
        let figures = Figures::example("2021");
        let text = figures.text().replace(&figures.title(), "");
        let text = format!("{}\n{}\n{text}\n{}\n", title.concat(), front.concat(), end.concat());
        for finding in checked(text.as_bytes(), "wild").findings {
            let Some(quote) = finding.text else { continue };
            let units = quote.excerpt.encode_utf16().count();
            prop_assert!(quote.start <= quote.end && quote.end as usize <= units, "{quote:?}");
        }
    }
}
