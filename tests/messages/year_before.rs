//! What is said of differences to the report of the year before.

use gouji::check::{Selection, against};
use gouji::compare::Last;
use gouji::form::Section;
use gouji::prose::{Passage, Role};
use gouji::report::Report;

use crate::{said, set, zeros};

const REPEATED: &str = "一是主动公开的内容还不够全面，部分栏目更新不及时，与群众的期待还有差距；二是答复质量有待提高。\
    下一步，我局将加强业务培训，完善审核把关机制，及时更新各个栏目的内容。";

/// A report of a year with a section five.
fn of_year(year: i32, texts: &[(&str, &str)]) -> Report {
    let mut report = zeros("2021");
    report.year = Some(year);
    report.unit = Some("示例市示例局".to_owned());
    set(&mut report, texts);
    report.prose.passages.push(Passage {
        role: Role::Body,
        section: Some(Section::Problems),
        text: REPEATED.to_owned(),
        block: 0,
        page: None,
    });
    report
}

#[test]
fn the_year_before() {
    let mut out = String::new();
    for (code, own, last) in [
        (
            "carried-over",
            &[("requests.carried_in.total", "4")][..],
            &[("requests.carried_out.total", "7")][..],
        ),
        (
            "carried-over",
            &[("requests.carried_in.business", "1")],
            &[("requests.carried_out.natural_person", "1")],
        ),
        (
            "in-force-roll-forward",
            &[
                ("disclosure.normative_documents.issued", "3"),
                ("disclosure.normative_documents.repealed", "1"),
                ("disclosure.normative_documents.in_force", "12"),
            ],
            &[("disclosure.normative_documents.in_force", "12")],
        ),
        ("text-repeated", &[], &[]),
    ] {
        let only = Selection {
            only: [code.to_owned()].into(),
            ..Selection::default()
        };
        let report = of_year(2024, own);
        let given = [of_year(2023, last)];
        let findings = against(&report, &only, Last::among(&report, &given)).findings;
        assert!(!findings.is_empty(), "{code}");
        for finding in findings {
            let severity = finding.severity.name();
            out.push_str(&format!("{code}, {severity}\n{}", said(&finding, &report)));
        }
    }
    insta::assert_snapshot!(out);
}
