//! Commands and options. Help stands in both languages, since it comes before any choice of language.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use gouji::edition::Edition;
use gouji::present::Lang;

/// 核对政府信息公开工作年度报告的勾稽关系 · Checks annual reports on government information disclosure
#[derive(Parser)]
#[command(name = "gouji", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// 文字的语言 · Language of the messages
    #[arg(long, global = true, value_enum, default_value_t = LangArg::Chinese)]
    pub(crate) lang: LangArg,
    /// 不用颜色（也可设 NO_COLOR）· No colours (NO_COLOR does the same)
    #[arg(long = "no-color", global = true)]
    pub(crate) no_color: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// 核对文件、文件夹或标准输入 · Check files, folders or the standard input
    Check(CheckArgs),
    /// 列出全部规则 · List all rules
    Rules(RulesArgs),
    /// 解释一条规则 · Explain one rule
    Explain(ExplainArgs),
    /// 列出从文件里读到的格子 · List the cells recognised in a file
    Extract(ExtractArgs),
}

#[derive(clap::Args)]
#[command(after_help = "退出码 · Exit code\n  \
    0  没有错误 · no error\n  \
    1  有错误（--strict 时也包括疑点）· errors found (with --strict also warnings)\n  \
    2  用法不对，或有文件没能核对（优先于 1）· wrong usage, or a file was not checked (wins over 1)")]
pub(crate) struct CheckArgs {
    /// 文件或文件夹，“-”为标准输入 · Files or folders, “-” for the standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// 输出格式 · Output format
    #[arg(long, short, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
    /// 表格版本 · Edition of the form
    #[arg(long, value_enum, default_value_t = EditionArg::Auto)]
    pub(crate) edition: EditionArg,
    /// 不核对这些规则，逗号分隔 · Rules to leave out, separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// 只核对这些规则，逗号分隔 · Rules to apply, separated by commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// 核实清单：其中的发现已核实无误，照样列出，不计入错误 · Findings found right: listed, but not counted
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// 把这次的全部发现写成核实清单 · Write all findings of this run as such a list
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// 上一年的年报（文件、文件夹或压缩包），按单位和年份对上后一并核对 · Last year's reports, told apart by body and year
    #[arg(long, value_name = "PATH")]
    pub(crate) previous: Vec<PathBuf>,
    /// 这些格子是对的，推断原因时不改，逗号分隔 · Cells that are right: no explanation changes them
    #[arg(long, value_name = "CELL", value_delimiter = ',')]
    pub(crate) pin: Vec<String>,
    /// 疑点也算作错误 · Let warnings count for the exit code
    #[arg(long)]
    pub(crate) strict: bool,
    /// 同时核对几个文件 · Files checked at the same time
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// 写到文件 · Write to a file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct RulesArgs {
    /// 输出格式 · Output format
    #[arg(long, short, value_enum, default_value_t = ShortFormat::Human)]
    pub(crate) format: ShortFormat,
}

#[derive(clap::Args)]
pub(crate) struct ExplainArgs {
    /// 规则代码，例如 requests-balance · Code of the rule, as requests-balance
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
}

#[derive(clap::Args)]
pub(crate) struct ExtractArgs {
    /// 文件，“-”为标准输入 · A file, “-” for the standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
    /// 输出格式 · Output format
    #[arg(long, short, value_enum, default_value_t = ShortFormat::Human)]
    pub(crate) format: ShortFormat,
    /// 表格版本 · Edition of the form
    #[arg(long, value_enum, default_value_t = EditionArg::Auto)]
    pub(crate) edition: EditionArg,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Ndjson,
    Sarif,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShortFormat {
    Human,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    #[value(name = "zh-CN", alias = "zh")]
    Chinese,
    #[value(name = "en")]
    English,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Chinese => Self::Chinese,
            LangArg::English => Self::English,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EditionArg {
    Auto,
    #[value(name = "2019")]
    Of2019,
    #[value(name = "2021")]
    Of2021,
}

impl EditionArg {
    /// The edition asked for; `None` to tell it by the labels.
    pub(crate) fn edition(self) -> Option<&'static Edition> {
        match self {
            Self::Auto => None,
            Self::Of2019 => Edition::from_name("2019"),
            Self::Of2021 => Edition::from_name("2021"),
        }
    }
}
