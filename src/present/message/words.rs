//! Single words that several places need.

use crate::finding::Severity;
use crate::present::Lang;

/// A severity in words.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("疑点", "warning"),
        Severity::Notice => lang.pick("提示", "notice"),
    }
}

/// The headings of a rule's explanation: basis, what, why, what to do.
pub fn rule_headings(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["依据", "核对什么", "为什么", "怎么办"],
        ["Basis", "What is checked", "Why it matters", "What to do"],
    )
}

/// A code that no rule has, with codes that were perhaps meant.
pub fn unknown_code(code: &str, near: &[&str], lang: Lang) -> String {
    let near = near.join(lang.pick("、", ", "));
    match (lang, near.is_empty()) {
        (Lang::Chinese, true) => format!("没有“{code}”这条规则。用 gouji rules 查看全部规则。"),
        (Lang::Chinese, false) => {
            format!("没有“{code}”这条规则。您要找的是不是：{near}？用 gouji rules 查看全部规则。")
        }
        (Lang::English, true) => format!("there is no rule “{code}”; see gouji rules"),
        (Lang::English, false) => {
            format!("there is no rule “{code}”; did you mean {near}? See gouji rules")
        }
    }
}
