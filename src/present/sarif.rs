//! SARIF 2.1.0, for systems that collect the findings of many checkers.
//!
//! A finding has the file as its physical and the cells as its logical locations. A file that was not checked
//! is a notification of the run, since SARIF has results only for what was looked at.

use serde_json::{Value, json};

use super::view::{AnswerView, FindingView, MutedView, OutcomeView, ReportView};
use super::{Lang, json};
use crate::finding::Severity;
use crate::rule::{self, RULES, Rule};

/// The answer as a SARIF log.
///
/// # Errors
///
/// As for [`json::pretty`].
pub fn log(answer: &AnswerView, lang: Lang) -> Result<String, serde_json::Error> {
    let results: Vec<Value> = answer
        .outcomes
        .iter()
        .flat_map(|outcome| {
            outcome
                .findings
                .iter()
                .map(|finding| result(outcome, finding))
        })
        .collect();
    let notifications: Vec<Value> = answer.outcomes.iter().filter_map(notification).collect();
    json::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Gouji",
                "semanticVersion": answer.engine,
                "rules": RULES.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": notifications.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "artifacts": answer.outcomes.iter().map(artifact).collect::<Vec<_>>(),
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    }))
}

fn level(severity: &str) -> &'static str {
    match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    }
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let [title, basis, what, why, todo] =
        [rule.title, rule.basis, rule.what, rule.why, rule.todo].map(|text| lang.of(text));
    json!({
        "id": rule.code,
        "shortDescription": { "text": title },
        "fullDescription": { "text": what },
        "help": {
            "text": format!("{what}\n\n{why}\n\n{todo}\n\n{basis}"),
            "markdown": format!("{what}\n\n{why}\n\n**{todo}**\n\n*{basis}*"),
        },
        "defaultConfiguration": { "level": level(Severity::name(rule.severity)) },
    })
}

fn artifact(outcome: &OutcomeView) -> Value {
    json!({
        "location": { "uri": uri(&outcome.file.name) },
        "length": outcome.file.bytes,
    })
}

fn result(outcome: &OutcomeView, finding: &FindingView) -> Value {
    let logical: Vec<Value> = finding
        .cells
        .iter()
        .map(|cell| {
            json!({
                "name": label(outcome.report.as_ref(), &cell.id),
                "fullyQualifiedName": cell.id,
                "kind": "member",
            })
        })
        .collect();
    json!({
        "ruleId": finding.code,
        "ruleIndex": rule::position(&finding.code),
        "level": level(&finding.severity),
        "message": { "text": format!("{} {}", finding.message, finding.advice) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(&outcome.file.name) } },
            "logicalLocations": logical,
        }],
        "suppressions": suppressions(finding),
        // Which cells are probably wrong: the explanation of the contract, whole.
        "properties": { "explanation": outcome.explanation_of(finding.id) },
    })
}

/// A finding that a person has found right is suppressed, and stays in the log.
fn suppressions(finding: &FindingView) -> Vec<Value> {
    let suppression = |muted: &MutedView| {
        json!({
            "kind": "external",
            "status": "accepted",
            "justification": muted.note,
        })
    };
    finding.muted.iter().map(suppression).collect()
}

fn notification(outcome: &OutcomeView) -> Option<Value> {
    let problem = outcome.problem.as_ref()?;
    Some(json!({
        "descriptor": { "id": problem.code },
        "level": "error",
        "message": { "text": problem.message },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(&outcome.file.name) } },
        }],
    }))
}

fn label(report: Option<&ReportView>, id: &str) -> String {
    report
        .and_then(|report| report.cells.iter().find(|cell| cell.id == id))
        .map_or_else(|| id.to_owned(), |cell| cell.label.clone())
}

/// A file name as a URI reference: slashes stay, everything else beyond plain letters is escaped.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            b'\\' => out.push('/'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_becomes_a_uri_reference() {
        assert_eq!(uri("a b/年报.docx"), "a%20b/%E5%B9%B4%E6%8A%A5.docx");
        assert_eq!(uri("C:\\x\\y.txt"), "C%3A/x/y.txt");
    }
}
