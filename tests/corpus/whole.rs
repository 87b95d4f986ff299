//! Whole reports around the sentences: title, preface, six sections, three tables.

use std::fmt::Write;

use gouji::form::Table;

use super::facts::Facts;
use super::family::Family;
use super::random::Random;
use crate::rendering::Figures;

/// How the report reached the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A web page.
    Page,
    /// Text copied from a page, a line per paragraph.
    Text,
    /// Text copied from a printed page: lines broken at a width, in the middle of words and numbers.
    Broken { width: usize },
}

impl Form {
    pub fn random(random: &mut Random) -> Self {
        match random.between(0, 9) {
            0..4 => Self::Page,
            4..9 => Self::Text,
            _ => Self::Broken {
                width: random.between(28, 44) as usize,
            },
        }
    }
}

/// What stands below a heading.
enum Block {
    Heading(String),
    Paragraph(String),
    Table(Table),
}

/// A report about the facts, with paragraphs about some of them.
pub fn report(
    facts: &Facts,
    paragraphs: &[(Family, String)],
    form: Form,
    random: &mut Random,
) -> String {
    let figures = facts.figures();
    let mut blocks = vec![
        Block::Heading(figures.title()),
        Block::Paragraph(preface(facts, random)),
        Block::Heading("一、总体情况".to_owned()),
        Block::Paragraph(overview(facts, random)),
    ];
    let mut later = Vec::new();
    for (family, text) in paragraphs {
        match place(*family, random) {
            0 => blocks.push(Block::Paragraph(led(*family, text, random))),
            table => later.push((table, text.clone())),
        }
    }
    blocks.push(Block::Paragraph(random.pick(AROUND).to_string()));
    for (number, heading, table) in [
        (1, "二、主动公开政府信息情况", Table::Disclosure),
        (2, "三、收到和处理政府信息公开申请情况", Table::Requests),
        (3, "四、政府信息公开行政复议、行政诉讼情况", Table::Disputes),
    ] {
        blocks.push(Block::Heading(heading.to_owned()));
        let here = later.iter().filter(|(place, _)| *place == number);
        blocks.extend(here.map(|(_, text)| Block::Paragraph(text.clone())));
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Heading("五、存在的主要问题及改进情况".to_owned()));
    blocks.push(Block::Paragraph(random.pick(PROBLEMS).to_string()));
    blocks.push(Block::Heading("六、其他需要报告的事项".to_owned()));
    blocks.push(Block::Paragraph(random.pick(OTHERS).to_string()));
    match form {
        Form::Page => page(&figures, &blocks),
        Form::Text => text(&figures, &blocks, None),
        Form::Broken { width } => text(&figures, &blocks, Some(width)),
    }
}

/// The section that tells of a family: 0 for the overview, else the number of the table.
fn place(family: Family, random: &mut Random) -> i64 {
    let table = match family {
        Family::Documents | Family::Decisions | Family::Fee => 1,
        Family::Reconsideration
        | Family::Litigation
        | Family::DisputeResults
        | Family::AllUpheld => 3,
        Family::Breakdown | Family::Trap => 0,
        _ => 2,
    };
    if random.percent(75) { 0 } else { table }
}

/// A paragraph of the overview, with or without a lead.
fn led(family: Family, text: &str, random: &mut Random) -> String {
    let lead: &[&str] = match family {
        Family::Documents | Family::Decisions | Family::Fee | Family::Breakdown => &[
            "（一）主动公开。",
            "（一）主动公开情况。",
            "一是深化主动公开。",
            "",
        ],
        Family::Trap => &["", "", "（四）平台建设。"],
        _ => &[
            "（二）依申请公开。",
            "（二）依申请公开情况。",
            "（二）依法办理依申请公开。",
            "二是规范依申请公开办理。",
            "",
        ],
    };
    format!("{}{text}", random.pick(lead))
}

fn preface(facts: &Facts, random: &mut Random) -> String {
    let year = facts.year;
    let unit = facts.unit;
    match random.between(0, 2) {
        0 => format!(
            "根据《中华人民共和国政府信息公开条例》规定，现公布{unit}{year}年政府信息公开工作年度报告。本报告所列数据的统计期限为{year}年1月1日至12月31日。"
        ),
        1 => format!(
            "本报告按照《中华人民共和国政府信息公开条例》第五十条的要求编制，统计期限自{year}年1月1日起至{year}年12月31日止。联系电话：0123-4567890，地址：示例路18号，邮政编码：123456。"
        ),
        _ => format!(
            "本年度报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成，数据统计期限为{year}年1月1日至{year}年12月31日。"
        ),
    }
}

fn overview(facts: &Facts, random: &mut Random) -> String {
    let year = facts.year;
    let begin = random.pick(&[
        "我们坚持以公开为常态、不公开为例外，围绕中心工作推进政务公开。",
        "本机关把政府信息公开作为转变作风的重要抓手，主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作有序开展。",
        "认真落实上级部署，健全机制、压实责任，政府信息公开工作水平进一步提高。",
    ]);
    let supervision = if facts.is_government() {
        "监督保障方面，把政府信息公开纳入年度考核，开展社会评议，全年没有发生需要追究责任的情形。"
    } else {
        ""
    };
    format!("{year}年，{begin}{supervision}")
}

/// Paragraphs without a figure about the form.
pub const AROUND: &[&str] = &[
    "（三）政府信息管理。落实信息发布审查制度，做到先审查、后公开，及时清理失效内容。",
    "（四）平台建设。优化门户网站栏目设置，规范政务新媒体运行，方便群众查询。",
    "（五）监督保障。明确分管负责人和具体经办人，组织业务培训，定期自查并整改。",
    "三是加强平台管理。安排专人每周检查栏目更新，发现问题立即处理。",
];

pub const PROBLEMS: &[&str] = &[
    "存在的主要问题：一是个别栏目更新不够及时；二是政策解读形式较为单一。改进措施：一是建立更新提醒机制；二是多用图表解读政策。",
    "问题主要是业务人员调整频繁，对条例的理解不够深入。下一步将分批开展培训，落实业务交接清单，确保工作连续。",
    "一年来，公开工作仍有不足，主要表现为部门之间配合不够紧密、答复文书不够规范。今后将统一文书样式，加强会商，提高答复质量。",
];

const OTHERS: &[&str] = &[
    "本年度未收取政府信息公开信息处理费。",
    "依据《政府信息公开信息处理费管理办法》，本年度没有产生信息处理费，无其他需要报告的事项。",
    "本机关全年未发出收费通知，未收取信息处理费。",
];

fn page(figures: &Figures, blocks: &[Block]) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年报</title></head><body>\n",
    );
    for block in blocks {
        match block {
            Block::Heading(text) => writeln!(out, "<h2>{text}</h2>").unwrap(),
            Block::Paragraph(text) => writeln!(out, "<p>　　{text}</p>").unwrap(),
            Block::Table(table) => out.push_str(&figures.html_table(*table)),
        }
    }
    out + "</body></html>\n"
}

fn text(figures: &Figures, blocks: &[Block], width: Option<usize>) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(text) => writeln!(out, "{text}\n").unwrap(),
            Block::Paragraph(text) => {
                for line in lines(&format!("　　{text}"), width) {
                    writeln!(out, "{line}").unwrap();
                }
                out.push('\n');
            }
            Block::Table(table) => {
                for row in figures.grid(*table) {
                    let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
                    writeln!(out, "{}", cells.join("\t")).unwrap();
                }
                out.push('\n');
            }
        }
    }
    out
}

/// A paragraph as lines of a width, broken wherever the width ends.
fn lines(text: &str, width: Option<usize>) -> Vec<String> {
    let Some(width) = width else {
        return vec![text.to_owned()];
    };
    let chars: Vec<char> = text.chars().collect();
    chars
        .chunks(width)
        .map(|line| line.iter().collect())
        .collect()
}
