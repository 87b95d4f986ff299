//! The grammar on single sentences: what each number counts.

use super::*;
use crate::prose::Passage;

fn passage(section: Section, text: &str) -> Passage {
    Passage {
        role: Role::Body,
        section: Some(section),
        text: text.to_owned(),
        block: 0,
        page: None,
    }
}

/// What the numbers of a text count: `new 12`, `? 3`.
fn said_in(section: Section, text: &str) -> String {
    let passages = text.split('|').map(|text| passage(section, text)).collect();
    let claims = read(&Prose { passages }, Some(2024));
    let said: Vec<String> = claims
        .iter()
        .map(|claim| format!("{} {}", name(claim), claim.value))
        .collect();
    said.join(" ")
}

fn said(text: &str) -> String {
    said_in(Section::Overview, text)
}

fn name(claim: &Claim) -> String {
    let pick = |pick: &Pick| match pick {
        Pick::Line(line) => line.name().to_owned(),
        Pick::Group(line) => format!("{}..", line.name()),
    };
    match &claim.subject {
        None if claim.notes.share => "share".to_owned(),
        None if claim.notes.growth != 0 => format!("growth{:+}", claim.notes.growth),
        None => "?".to_owned(),
        Some(Subject::New { carried: false }) => "new".to_owned(),
        Some(Subject::New { carried: true }) => "new-with-carried".to_owned(),
        Some(Subject::Handled) => "handled".to_owned(),
        Some(Subject::CarriedIn) => "in".to_owned(),
        Some(Subject::Answered) => "answered".to_owned(),
        Some(Subject::CarriedOut) => "out".to_owned(),
        Some(Subject::Outcome(picks)) => picks.iter().map(pick).collect::<Vec<_>>().join("+"),
        Some(Subject::Applicant { column, answered }) => {
            let name = column.map_or("organisations", Column::name);
            format!("{}{name}", if *answered { "answered:" } else { "" })
        }
        Some(Subject::Channel) => "channel".to_owned(),
        Some(Subject::Disputes(kinds)) => kinds_name(*kinds),
        Some(Subject::Closed(kinds)) => format!("closed:{}", kinds_name(*kinds)),
        Some(Subject::Results {
            kinds,
            column,
            or_all,
        }) => {
            let or_all = if *or_all { "?" } else { "" };
            format!("{}:{}{or_all}", kinds_name(*kinds), column.name())
        }
        Some(Subject::NoneLost { kinds, all_upheld }) => {
            format!(
                "{}:{}",
                kinds_name(*kinds),
                if *all_upheld {
                    "all-upheld"
                } else {
                    "none-lost"
                }
            )
        }
        Some(Subject::Documents { line, act }) => format!("{}:{act:?}", line.name()),
        Some(Subject::Decisions(line)) => line.name().to_owned(),
        Some(Subject::Fee) => "fee".to_owned(),
        Some(Subject::ProcessingFee) => "processing-fee".to_owned(),
    }
}

fn kinds_name(kinds: Kinds) -> String {
    let mut name = String::new();
    for (has, letter) in [
        (kinds.reconsideration, 'R'),
        (kinds.direct, 'D'),
        (kinds.after, 'A'),
    ] {
        if has {
            name.push(letter);
        }
    }
    name
}

fn all(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| said(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  is       {}\n  expected {expected}", said(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn requests_received() {
    all(&[
        ("本年度收到政府信息公开申请12件。", "new 12"),
        ("2024年，我局共收到政府信息公开申请12件。", "new 12"),
        ("全年新收政府信息公开申请54件。", "new 54"),
        ("全年共受理依申请公开12件。", "new 12"),
        ("收到12件政府信息公开申请。", "new 12"),
        (
            "收到公民、法人和其他组织提出的政府信息公开申请12件。",
            "new 12",
        ),
        ("政府信息公开申请12件。", "new 12"),
        ("本年度收到政府信息公开申请，共12件。", "new 12"),
        ("收到政府信息公开申请数量为12件。", "new 12"),
        ("共收办政府信息公开申请58件。", "handled 58"),
        ("共办理政府信息公开申请58件。", "handled 58"),
        (
            "收到政府信息公开申请58件（含上年结转4件）。",
            "new-with-carried 58 in 4",
        ),
        (
            "收到政府信息公开申请58件（含上年度结转）。",
            "new-with-carried 58",
        ),
        (
            "收到政府信息公开申请（含上年结转）58件。",
            "new-with-carried 58",
        ),
        ("新收和上年结转申请共58件。", "handled 58"),
        (
            "新收政府信息公开申请54件，上年结转4件，共计58件。",
            "new 54 in 4 ? 58",
        ),
        ("（二）依申请公开情况。全年受理19件。", "new 19"),
        ("通过网络、信函等渠道收到政府信息公开申请12件。", "new 12"),
        ("接收的政府信息公开申请件数为12。", "new 12"),
    ]);
}
#[test]
fn other_things_are_not_requests() {
    all(&[
        ("收到公众留言248条。", "? 248"),
        ("受理咨询2226条，答复2226条。", "? 2226 ? 2226"),
        ("办理人大代表建议、政协提案122件，全部答复。", "? 122"),
        ("收到群众诉求12件。", "? 12"),
        ("受理来信来访47件，办结47件。", "? 47 ? 47"),
        ("通过政府网站发布信息46106条。", "? 46106"),
        ("主动公开政府信息1200条。", "? 1200"),
        ("收到涉及拆迁的政府信息公开申请3件。", "? 3"),
        ("较上年增加2件。", "growth+1 2"),
        ("2023年收到政府信息公开申请10件。", "? 10"),
        ("上年收到政府信息公开申请10件。", "? 10"),
        ("其中，市本级收到政府信息公开申请10件。", "? 10"),
        ("公开行政许可信息12条，行政处罚信息3条。", "? 12 ? 3"),
        ("行政许可事项30项。", "? 30"),
        ("审查规范性文件12件。", "? 12"),
        ("办理行政复议案件300件。", "? 300"),
        ("收到政府信息公开申请表12份。", "? 12"),
        ("未收到涉企政府信息公开申请。", ""),
    ]);
}

#[test]
fn requests_answered_and_carried() {
    all(&[
        (
            "受理政府信息公开申请19件，其中11件办结，8件主动撤销。",
            "new 19 ? 11 ? 8",
        ),
        ("收到政府信息公开申请54件，答复56件。", "new 54 answered 56"),
        (
            "收到政府信息公开申请54件，按时办结56件，结转下年度继续办理3件。",
            "new 54 answered 56 out 3",
        ),
        (
            "办理上年度结转政府信息公开申请1件。答复11件。",
            "in 1 answered 11",
        ),
        (
            "新收政府信息公开申请54件，除2件结转下年外均已答复。",
            "new 54 out 2",
        ),
        (
            "收到政府信息公开申请54件，3件结转下年度办理。",
            "new 54 out 3",
        ),
        (
            "收到政府信息公开申请54件，尚有3件正在办理。",
            "new 54 out 3",
        ),
        (
            "收到申请54件，2023年结转4件，结转2025年3件。",
            "new 54 in 4 out 3",
        ),
        ("答复政府信息公开申请56件，结转3件。", "answered 56 out 3"),
        ("政府信息公开申请10\n3 件顺延至下年度。", "out 103"),
        ("收到申请54件，上年结转4件。", "new 54 in 4"),
        ("政府信息公开申请按期办结率100%。", "? 100"),
    ]);
}

#[test]
fn requests_by_result_and_applicant() {
    all(&[
        (
            "答复政府信息公开申请56件，其中予以公开22件，部分公开8件，不予公开6件，无法提供10件，不予处理5件，其他处理5件。",
            "answered 56 granted 22 granted_in_part 8 state_secret.. 6 not_held.. 10 petition.. 5 not_supplemented.. 5",
        ),
        (
            "受理政府信息公开申请56件，其中公开22件、部分公开8件、不予公开6件。",
            "new 56 granted 22 granted_in_part 8 state_secret.. 6",
        ),
        (
            "政府信息公开申请答复情况：予以公开及部分公开30件。",
            "granted+granted_in_part 30",
        ),
        (
            "政府信息公开申请中，予以公开（含部分公开）30件。",
            "granted+granted_in_part 30",
        ),
        (
            "收到申请3件，因本机关不掌握相关政府信息无法提供2件。",
            "new 3 not_held 2",
        ),
        (
            "答复申请56件，不予公开6件（其中属于国家秘密1件、过程性信息5件），无法提供10件。",
            "answered 56 state_secret.. 6 state_secret 1 process_information 5 not_held.. 10",
        ),
        ("部分公开67，占4.61%。", "? 67 share 4.61"),
        (
            "（二）依申请公开。部分公开67，占4.61%。",
            "granted_in_part 67 share 4.61",
        ),
        (
            "收到申请54件，其中自然人46件，法人或其他组织8件，答复56件。",
            "new 54 natural_person 46 organisations 8 answered 56",
        ),
        (
            "收到申请54件，其中自然人46件，商业企业5件，科研机构0件，社会公益组织1件，法律服务机构2件，其他0件。",
            "new 54 natural_person 46 business 5 research 0 public_interest 1 legal_service 2 other_organisation 0",
        ),
        (
            "收到申请54件，其中网上申请40件，信函申请10件，当面申请4件。",
            "new 54 channel 40 channel 10 channel 4",
        ),
        (
            "自然人和法人申请分别为50件、4件。",
            "natural_person 50 organisations 4",
        ),
        (
            "3件予以公开，1件不予公开，均为政府信息公开申请。",
            "? 3 state_secret.. 1",
        ),
    ]);
}

#[test]
fn zero_statements() {
    all(&[
        ("本年度未收到政府信息公开申请。", "new 0"),
        (
            "全年没有收到公民、法人和其他组织的政府信息公开申请。",
            "new 0",
        ),
        (
            "未发生因政府信息公开申请引发的行政复议、行政诉讼。",
            "RDA 0",
        ),
        ("本年度无政府信息公开行政复议和行政诉讼案件。", "RDA 0"),
        (
            "未收到政府信息公开申请，未发生政府信息公开行政复议。",
            "new 0 R 0",
        ),
        (
            "未收到政府信息公开申请，无结转下年度继续办理的申请。",
            "new 0 out 0",
        ),
        ("政府信息公开行政复议、行政诉讼均为0件。", "RDA 0"),
        ("政府信息公开申请0件。", "new 0"),
        ("未因政府信息公开被申请行政复议、提起行政诉讼。", "RDA 0"),
        ("未收到咨询。", ""),
    ]);
}

#[test]
fn disputes() {
    for (text, expected) in [
        (
            "行政复议4件，其中结果维持2件，结果纠正1件，尚未审结1件。",
            "R 4 R:upheld 2 R:corrected 1 R:pending 1",
        ),
        ("行政诉讼3件。", "DA 3"),
        ("未经复议直接起诉1件，复议后起诉2件。", "D 1 A 2"),
        ("行政复议1件，尚未审结。", "R 1"),
        ("行政复议1件尚未审结。", "R:pending? 1"),
        ("行政复议1件（申请人撤回结案）。", "R 1"),
        ("2023年度申请引发行政复议1件。", "R 1"),
        ("行政复议144件，120件做了决定。", "R 144 ? 120"),
        ("行政复议、行政诉讼分别为4件、3件。", "R 4 DA 3"),
        ("行政复议、行政诉讼共7件。", "RDA 7"),
        ("行政诉讼3件，均获维持。", "DA 3 DA:all-upheld 0"),
        ("行政诉讼连续三年零败诉。", "DA:none-lost 0"),
    ] {
        assert_eq!(said_in(Section::Disputes, text), expected, "{text}");
    }
    all(&[(
        "因政府信息公开被申请行政复议4件，被提起行政诉讼3件。",
        "R 4 DA 3",
    )]);
}

#[test]
fn disclosure() {
    all(&[
        (
            "制发行政规范性文件6件，废止2件，现行有效41件。",
            "normative_documents:Issued 6 normative_documents:Repealed 2 normative_documents:InForce 41",
        ),
        (
            "公开规章13件（含制定5、修改4、废止4）。",
            "regulations:Published 13 ? 5 ? 4 ? 4",
        ),
        (
            "作出行政许可决定1274件，行政处罚决定83件。",
            "licensing 1274 penalties 83",
        ),
        ("行政事业性收费186.43万元。", "fee 186.43"),
        (
            "收取信息处理费2件，共计400元。",
            "processing-fee 2 processing-fee 0.04",
        ),
    ]);
}
