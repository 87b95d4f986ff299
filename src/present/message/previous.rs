//! Differences to the report of the year before.

use super::names::Names;
use super::relation::{figure, gap};
use super::said;
use crate::finding::{Finding, PreviousFault};
use crate::form::Column;
use crate::present::Lang;

/// What is wrong.
pub(super) fn fault(finding: &Finding, fault: &PreviousFault, names: Names<'_>) -> String {
    let lang = names.lang;
    let (now, other, gap) = (figure(finding.left), figure(finding.right), gap(finding));
    let own = finding.cells.last().map(|(id, _)| *id);
    let cell = own.map_or(String::new(), |id| names.cell(id));
    match fault {
        PreviousFault::CarriedOver => {
            let column = match own {
                Some(id) if id.column != Column::Total => names.column(id),
                _ => "总计".to_owned(),
            };
            match lang.spoken() {
                Lang::Chinese => format!(
                    "{cell}填的是 {now}，上一年年报“结转下年度继续办理”的{column}是 {other}，相差 {gap}。"
                ),
                Lang::English => format!(
                    "{cell} is {now}, but last year’s report carried out {other} there, a difference of {gap}."
                ),
            }
        }
        PreviousFault::InForce {
            before,
            issued,
            repealed,
        } => match lang.spoken() {
            Lang::Chinese => format!(
                "{cell}填的是 {now}，上一年年报是 {before}，加本年制发 {issued}、减本年废止 {repealed}，应是 {other}，相差 {gap}。"
            ),
            Lang::English => format!(
                "{cell} is {now}, but {before} in last year’s report + {issued} issued - {repealed} repealed = {other}, a difference of {gap}."
            ),
        },
        PreviousFault::Repeated { share } => {
            let section = said::place(finding, lang);
            match lang.spoken() {
                Lang::Chinese => format!("{section}有 {share}% 的文字与上一年年报逐句相同。"),
                Lang::English => format!(
                    "{section}: {share}% of the text is word for word that of last year’s report."
                ),
            }
        }
    }
}
