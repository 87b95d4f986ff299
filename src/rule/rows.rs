//! The rows. Codes are permanent; wording may improve. Basis: the forms annexed to 国办公开办函〔2019〕60号 and
//! 〔2021〕30号; where only the labels of the form say so, the row says "the form's own labels".

use super::{CellCheck, Comparison, FormCheck, Kind, Relation, Rule, Sides, Text};
use crate::finding::Severity;
use crate::form::{Column, Line, Table};

const OUTCOMES: &[Line] = &[
    Line::Granted,
    Line::GrantedInPart,
    Line::StateSecret,
    Line::ForbiddenByLaw,
    Line::SecurityAndStability,
    Line::ThirdPartyRights,
    Line::InternalAffairs,
    Line::ProcessInformation,
    Line::EnforcementFile,
    Line::AdministrativeQuery,
    Line::NotHeld,
    Line::NeedsCreation,
    Line::StillUnclear,
    Line::Petition,
    Line::Repeated,
    Line::PublicPublication,
    Line::Excessive,
    Line::Reconfirmation,
    Line::NotSupplemented,
    Line::FeeUnpaid,
    Line::OtherOutcome,
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

const fn relation(table: Table, sides: Sides, comparison: Comparison) -> Kind {
    Kind::Relation(Relation {
        table,
        sides,
        comparison,
    })
}

const LABELS: Text = text("表格自身的栏目名称", "The form's own labels");
const EMPTY_CELLS: Text = text(
    "填报惯例：没有发生的填 0；官方文件未见对空白的明文规定",
    "Common practice: what did not happen is entered as 0; no official sentence on blanks was found",
);

/// The rules, in the order in which the form is read.
pub const RULES: &[Rule] = &[
    Rule {
        code: "requests-balance",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Lines {
                left: &[Line::New, Line::CarriedIn],
                right: &[Line::OutcomeTotal, Line::CarriedOut],
            },
            Comparison::Equal,
        ),
        title: text(
            "本年新收＋上年结转＝总计＋结转下年度",
            "New + carried in = total handled + carried out",
        ),
        basis: text(
            "表三左上角：第一项加第二项之和，等于第三项加第四项之和",
            "Corner of table three: first plus second equals third plus fourth",
        ),
        what: text(
            "表三每一列：“一、本年新收”加“二、上年结转”，应等于“（七）总计”加“四、结转下年度继续办理”。",
            "In each column of table three, new plus carried in equals the total handled plus carried out.",
        ),
        why: text(
            "收进来的申请要么办结，要么结转，不平说明至少有一个数字填错或漏填。",
            "Every request received is either concluded or carried out; if the two differ, a figure is wrong or missing.",
        ),
        todo: text(
            "对照台账，先核这一列的四个数字，再核总计由哪些结果相加而来。",
            "Compare the four figures of this column with the register, then the outcomes that make up the total.",
        ),
    },
    Rule {
        code: "outcome-total",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Lines {
                left: OUTCOMES,
                right: &[Line::OutcomeTotal],
            },
            Comparison::Equal,
        ),
        title: text(
            "各项办理结果之和＝（七）总计",
            "Outcomes add up to (7) total",
        ),
        basis: text(
            "表三“（七）总计”栏目名称",
            "The label (7) total in table three",
        ),
        what: text(
            "表三每一列：（一）到（六）的每个小项相加，应等于“（七）总计”。",
            "In each column of table three, the outcomes (1) to (6) add up to (7) total.",
        ),
        why: text(
            "总计是上面各项的合计，不等说明某一小项或总计填错。",
            "The total sums the lines above it; if it differs, a line or the total is wrong.",
        ),
        todo: text(
            "把这一列从（一）到（六）重新加一遍，与台账核对后改小项或改总计。",
            "Add up (1) to (6) of this column again and correct the line or the total after a look at the register.",
        ),
    },
    Rule {
        code: "applicant-total",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Columns {
                left: &[
                    Column::NaturalPerson,
                    Column::Business,
                    Column::Research,
                    Column::PublicInterest,
                    Column::LegalService,
                    Column::OtherOrganisation,
                ],
                right: &[Column::Total],
            },
            Comparison::Equal,
        ),
        title: text(
            "六类申请人之和＝总计",
            "Six kinds of applicants add up to the total",
        ),
        basis: text(
            "表三“总计”列栏目名称",
            "The column label total in table three",
        ),
        what: text(
            "表三每一行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他相加，应等于“总计”。",
            "In each line of table three, the six kinds of applicants add up to the total.",
        ),
        why: text(
            "每件申请只属于一类申请人，不等说明这一行有数字填错。",
            "Each request belongs to one kind of applicant; if the sum differs, a figure of the line is wrong.",
        ),
        todo: text(
            "核对这一行的七个数字。",
            "Check the seven figures of the line.",
        ),
    },
    Rule {
        code: "dispute-total",
        severity: Severity::Error,
        kind: relation(
            Table::Disputes,
            Sides::Columns {
                left: &[
                    Column::Upheld,
                    Column::Corrected,
                    Column::OtherResult,
                    Column::Pending,
                ],
                right: &[Column::Total],
            },
            Comparison::Equal,
        ),
        title: text(
            "四种结果之和＝总计（复议、诉讼）",
            "Four results add up to the total (disputes)",
        ),
        basis: text("表四“总计”栏目名称", "The label total in table four"),
        what: text(
            "表四的行政复议、未经复议直接起诉、复议后起诉三组：结果维持、结果纠正、其他结果、尚未审结相加，应等于本组总计。",
            "In each of the three groups of table four, upheld, corrected, other and pending add up to the total.",
        ),
        why: text(
            "每件案件只有一种状态，不等说明这一组有数字填错。",
            "Each case has one state; if the sum differs, a figure of the group is wrong.",
        ),
        todo: text(
            "核对这一组的五个数字。",
            "Check the five figures of the group.",
        ),
    },
    Rule {
        code: "count-format",
        severity: Severity::Error,
        kind: Kind::Cell(CellCheck::CountFormat),
        title: text(
            "件数应为不小于 0 的整数",
            "A count is a whole number, 0 or more",
        ),
        basis: LABELS,
        what: text(
            "件数格里应是 0 或正整数。负数、小数、文字会被指出；“22（其中修订16件）”这样带说明的数字可以识别，不算错。",
            "Counts must be 0 or positive whole numbers. Negative figures, fractions and words are reported; figures with a note are understood.",
        ),
        why: text(
            "不是整数就无法相加，勾稽关系也无法核对。",
            "Without a whole number the sums cannot be checked.",
        ),
        todo: text(
            "改成整数；没有发生的填 0。",
            "Enter a whole number; 0 for what did not happen.",
        ),
    },
    Rule {
        code: "amount-format",
        severity: Severity::Error,
        kind: Kind::Cell(CellCheck::AmountFormat),
        title: text(
            "金额应为数字，单位与栏目一致",
            "An amount is a number in the unit of its column",
        ),
        basis: text(
            "表二“本年收费金额（单位：万元）”栏目名称",
            "The column label in table two: unit 10,000 yuan",
        ),
        what: text(
            "收费金额以万元为单位，可有小数；写成元、没有单位的采购金额、负数和文字会被指出。",
            "Fees are stated in 10,000 yuan, decimals allowed. Other units, purchases without a unit, negative figures and words are reported.",
        ),
        why: text(
            "单位弄错，金额会差一万倍。",
            "With the wrong unit the amount is off by a factor of 10,000.",
        ),
        todo: text("换算成万元后填写。", "Convert to 10,000 yuan."),
    },
    Rule {
        code: "blank-total",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::BlankTotal),
        title: text("分项有数、总计空白", "Parts are filled, the total is blank"),
        basis: LABELS,
        what: text(
            "分项已经填了数字，总计却是空白或斜杠。按分项算出应填的数供参考；用到这个总计的其他关系不再核对。",
            "Parts have figures but their total is blank. The sum is proposed; other relations that use the total are not checked.",
        ),
        why: text(
            "总计空着，读者无法判断是漏填还是 0。",
            "A blank total cannot be told from a forgotten one.",
        ),
        todo: text("核对后把总计补上。", "Fill in the total after checking."),
    },
    Rule {
        code: "only-total",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::OnlyTotal),
        title: text("只填了总计，分项全空", "Only the total is filled"),
        basis: LABELS,
        what: text(
            "总计大于 0，而它的分项一个都没填。",
            "The total is above 0 while none of its parts is filled.",
        ),
        why: text(
            "没有分项就无法核对总计。",
            "Without parts the total cannot be checked.",
        ),
        todo: text(
            "补填各分项，没有的填 0。",
            "Fill in the parts, 0 where there is none.",
        ),
    },
    Rule {
        code: "blank-cell",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::Blank),
        title: text("格子空白或以斜杠代替 0", "A cell is blank or holds a dash"),
        basis: EMPTY_CELLS,
        what: text(
            "数字格空白，或写了“/”“—”“无”。核对时按 0 计算，但空白与 0 不是一回事，所以单独列出。",
            "A value cell is blank or holds a dash. It counts as 0 in the sums, but blank is not 0, so it is listed.",
        ),
        why: text(
            "空白可能是漏填，公开后容易被追问。",
            "A blank may be a forgotten figure.",
        ),
        todo: text("确实没有的填 0。", "Enter 0 where there is nothing."),
    },
    Rule {
        code: "in-force-too-small",
        severity: Severity::Warning,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::InForce, Column::Repealed],
                right: &[Column::Issued],
            },
            Comparison::AtLeast,
        ),
        title: text("现行有效件数偏小", "Too few documents in force"),
        basis: LABELS,
        what: text(
            "规章、行政规范性文件：现行有效件数不应小于本年制发件数减去本年废止件数。",
            "Documents in force are at least those issued this year less those repealed this year.",
        ),
        why: text(
            "本年制发的文件，除非又被废止，年底仍然有效。",
            "What was issued this year is still in force unless it was repealed.",
        ),
        todo: text(
            "核对三个数字，常见原因是现行有效只填了去年的数。",
            "Check the three figures; often the number in force is last year's.",
        ),
    },
    Rule {
        code: "disclosed-total-too-small",
        severity: Severity::Warning,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::TotalDisclosed],
                right: &[Column::NewlyDisclosed],
            },
            Comparison::AtLeast,
        ),
        title: text(
            "对外公开总数量偏小（2019 年版）",
            "Total disclosed is too small (2019 form)",
        ),
        basis: LABELS,
        what: text(
            "对外公开总数量不应小于本年新公开数量。",
            "The total disclosed is at least the number newly disclosed.",
        ),
        why: text(
            "总数包含本年新公开的。",
            "The total includes what was newly disclosed.",
        ),
        todo: text("核对两个数字。", "Check both figures."),
    },
    Rule {
        code: "produced-not-disclosed",
        severity: Severity::Notice,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::Produced],
                right: &[Column::NewlyDisclosed],
            },
            Comparison::Equal,
        ),
        title: text(
            "新制作与新公开数量不同（2019 年版）",
            "Produced and newly disclosed differ (2019 form)",
        ),
        basis: LABELS,
        what: text(
            "本年新制作数量与本年新公开数量不同，请留意。",
            "The numbers produced and newly disclosed differ.",
        ),
        why: text(
            "有的文件依法不公开，两个数可以不同；也可能是填错。",
            "Some documents are lawfully withheld, so they may differ; or a figure is wrong.",
        ),
        todo: text("确认不是填错即可。", "Make sure that it is no slip."),
    },
    Rule {
        code: "items-below-zero",
        severity: Severity::Error,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::PreviousItems, Column::Change],
                right: &[],
            },
            Comparison::AtLeast,
        ),
        title: text(
            "上一年项目数量加增减不应小于 0（2019 年版）",
            "Items of last year plus change are not below 0 (2019 form)",
        ),
        basis: LABELS,
        what: text(
            "上一年项目数量加本年增/减，不应小于 0。",
            "Last year's items plus the change are 0 or more.",
        ),
        why: text(
            "项目不可能减到负数。",
            "There cannot be fewer than no items.",
        ),
        todo: text(
            "核对上一年项目数量和增减的正负号。",
            "Check last year's number and the sign of the change.",
        ),
    },
    Rule {
        code: "procurement-mismatch",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::ZeroTogether),
        title: text(
            "采购项目数量与采购总金额一个为 0（2019 年版）",
            "Purchases: one of number and amount is 0 (2019 form)",
        ),
        basis: LABELS,
        what: text(
            "采购项目数量与采购总金额应当同时为 0 或同时大于 0。",
            "Number and amount of purchases are both 0 or both above 0.",
        ),
        why: text(
            "有项目就有金额，有金额就有项目。",
            "Where there is a purchase there is an amount.",
        ),
        todo: text("核对两个数字。", "Check both figures."),
    },
    Rule {
        code: "missing-table",
        severity: Severity::Warning,
        kind: Kind::Form(FormCheck::MissingTable),
        title: text("缺少表格", "A table is missing"),
        basis: text(
            "国办公开办函〔2021〕30号：统一格式，三张表缺一不可",
            "〔2021〕30号: one format for all, with three tables",
        ),
        what: text(
            "报告里没有读到表二、表三或表四。",
            "Table two, three or four was not found.",
        ),
        why: text(
            "表格是报告的规定内容；也可能是以图片贴入，读不出来。",
            "The tables are required; one may also have been pasted as a picture.",
        ),
        todo: text(
            "补上表格；如果是图片，请换成真正的表格再核对。",
            "Add the table; replace a picture by a real table.",
        ),
    },
    Rule {
        code: "missing-line",
        severity: Severity::Error,
        kind: Kind::Form(FormCheck::MissingLine),
        title: text("表格缺行", "A line of a table is missing"),
        basis: text(
            "国办公开办函〔2021〕30号：统一格式，不得增删栏目",
            "〔2021〕30号: one format for all, nothing left out",
        ),
        what: text(
            "表格里没有读到规定的某一行。",
            "A line that the form has was not found.",
        ),
        why: text(
            "缺行会使合计无法核对。",
            "Without it the sums cannot be checked.",
        ),
        todo: text(
            "对照官方表样补齐。",
            "Complete the table after the official form.",
        ),
    },
    Rule {
        code: "unreadable-line",
        severity: Severity::Notice,
        kind: Kind::Form(FormCheck::UnreadableLine),
        title: text("数字连在一起，无法分开", "Figures glued together"),
        basis: text(
            "读取情况，不涉及报告内容",
            "About reading, not about the report",
        ),
        what: text(
            "这一行的数字连成一串，不能确定每一格是多少，因此没有核对。",
            "The figures of a line run together and could not be told apart; the line was not checked.",
        ),
        why: text(
            "复制网页时格子之间的分隔常会丢失。",
            "Copies of web pages often lose the cell boundaries.",
        ),
        todo: text(
            "请改用原始 Word 文件，或直接在表里填上这一行的数字。",
            "Use the original document, or type the figures of the line into the table.",
        ),
    },
    Rule {
        code: "duplicate-table",
        severity: Severity::Notice,
        kind: Kind::Form(FormCheck::DuplicateTable),
        title: text("同一张表出现多次", "A table stands more than once"),
        basis: text(
            "读取情况，不涉及报告内容",
            "About reading, not about the report",
        ),
        what: text(
            "文件里有不止一张相同的表，只核对了内容最全的一张。",
            "The same table stands more than once; only the fullest was checked.",
        ),
        why: text(
            "可能把两份报告放进了一个文件。",
            "Two reports may stand in one file.",
        ),
        todo: text(
            "如果是两份报告，请分开核对。",
            "Check two reports separately.",
        ),
    },
    Rule {
        code: "edition-mismatch",
        severity: Severity::Warning,
        kind: Kind::Form(FormCheck::EditionMismatch),
        title: text(
            "表格版本与年度不符",
            "The form is of another edition than the year asks for",
        ),
        basis: text(
            "2019、2020 年度用国办公开办函〔2019〕60号，2021 年度起用〔2021〕30号",
            "Reports for 2019 and 2020 use 〔2019〕60号, from 2021 on 〔2021〕30号",
        ),
        what: text(
            "表格的栏目与报告年度应使用的版本不一致。",
            "The labels are those of another edition than the year of the report asks for.",
        ),
        why: text(
            "用旧表样会漏报新栏目，数据无法汇总。",
            "An old form lacks the new lines, so the figures cannot be added up.",
        ),
        todo: text("换用该年度的表样。", "Use the form of that year."),
    },
];
