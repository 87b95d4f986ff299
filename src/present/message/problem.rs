//! Why a file was not checked, and what to hand in instead.

use crate::outcome::{Contents, ReadError, ReadErrorKind};
use crate::present::Lang;

/// A file could not be read.
pub fn problem(error: &ReadError, lang: Lang) -> String {
    let part = error.part().unwrap_or("");
    match error.kind() {
        ReadErrorKind::Empty => lang
            .pick(
                "文件是空的，里面没有内容。请检查是不是选错了文件。",
                "The file is empty. Please check that it is the right one.",
            )
            .to_owned(),
        ReadErrorKind::Truncated => lang
            .pick(
                "文件不完整，后面缺了一截，可能没有下载完。请重新下载或复制一份再试。",
                "The file ends in the middle. Please download or copy it again.",
            )
            .to_owned(),
        ReadErrorKind::Encrypted => lang
            .pick(
                "文件设了密码，打不开。请先取消密码再试，或把表格复制后粘贴。",
                "The file is protected with a password. Remove the password, or copy the tables and paste them.",
            )
            .to_owned(),
        ReadErrorKind::WrongKind => wrong_kind(part, lang),
        ReadErrorKind::Unsupported => unsupported(part, lang),
        ReadErrorKind::Damaged => damaged(error, lang),
        ReadErrorKind::TooLarge => lang
            .pick(
                "文件太大，超过了可以核对的大小。请只留下报告的表格再试，或把表格复制后粘贴。",
                "The file is too large. Keep only the tables of the report, or copy the tables and paste them.",
            )
            .to_owned(),
        ReadErrorKind::TooDeep => lang
            .pick(
                "文件里一层套一层，套得太多，读不下去。请把表格复制后粘贴。",
                "The file is nested too deeply to be read. Copy the tables and paste them.",
            )
            .to_owned(),
        ReadErrorKind::Encoding => lang
            .pick(
                "认不出文字的编码，读出来是乱码。请用记事本另存为 UTF-8 再试，或把表格复制后粘贴。",
                "The encoding of the text is unknown. Save the file as UTF-8, or copy the tables and paste them.",
            )
            .to_owned(),
    }
}

/// What was seen in a file without any table of the form.
pub fn unrecognised(contents: &Contents, lang: Lang) -> String {
    let Contents {
        paragraphs,
        grids,
        rows,
    } = *contents;
    match lang {
        Lang::Chinese => {
            let seen = match (paragraphs, grids) {
                (0, 0) => return "文件里没有读到文字，也没有表格。如果内容是图片，请换成带文字的 Word（.docx）或网页。".to_owned(),
                (_, 0) => format!("读到 {paragraphs} 段文字，没有读到表格"),
                (0, _) => format!("读到 {grids} 张表格（共 {rows} 行），但没有一张是年报的表格"),
                _ => format!("读到 {paragraphs} 段文字、{grids} 张表格（共 {rows} 行），但没有一张是年报的表格"),
            };
            format!(
                "{seen}。请把年报的三张表连同栏目名称一起复制后粘贴，或换用原来的 Word（.docx）文件。"
            )
        }
        Lang::English => {
            let seen = match grids {
                0 => format!("{paragraphs} paragraphs and no table were read"),
                _ => format!(
                    "{paragraphs} paragraphs and {grids} tables ({rows} rows) were read, but none is a table of the annual report"
                ),
            };
            format!(
                "{seen}. Copy the three tables with their labels and paste them, or use the original Word file (.docx)."
            )
        }
    }
}

/// A file could not be opened at all; `detail` is what the system says of it.
pub fn cannot_open(kind: std::io::ErrorKind, detail: &str, lang: Lang) -> String {
    let reason = match kind {
        std::io::ErrorKind::NotFound => lang.pick("没有这个文件", "there is no such file"),
        std::io::ErrorKind::PermissionDenied => {
            lang.pick("没有读取权限", "reading it is not permitted")
        }
        _ => detail,
    };
    match lang {
        Lang::Chinese => format!("文件打不开：{reason}。"),
        Lang::English => format!("The file cannot be opened: {reason}."),
    }
}

/// The program itself failed at this file.
pub fn internal(lang: Lang) -> String {
    lang.pick(
        "程序在核对这个文件时出了错，这是程序的问题，不是报告的问题。请把文件发给开发者。",
        "The program failed at this file. This is a fault of the program, not of the report; please report it.",
    )
    .to_owned()
}

fn wrong_kind(part: &str, lang: Lang) -> String {
    let picture = matches!(
        part,
        "png" | "jpeg" | "jpg" | "gif" | "bmp" | "tiff" | "webp" | "image"
    );
    match (picture, lang) {
        (true, Lang::Chinese) => {
            "这是图片，里面的表格读不出来。请改用 Word（.docx）或网页，或把表格复制后粘贴。"
        }
        (true, Lang::English) => {
            "This is a picture; its tables cannot be read. Use Word (.docx) or the web page, or copy the tables and paste them."
        }
        (false, Lang::Chinese) => {
            "这不是文档，读不出表格。请改用 Word（.docx）或网页，或把表格复制后粘贴。"
        }
        (false, Lang::English) => {
            "This is no document. Use Word (.docx) or the web page, or copy the tables and paste them."
        }
    }
    .to_owned()
}

fn unsupported(part: &str, lang: Lang) -> String {
    let (chinese, english) = kind(part);
    let resave = matches!(part, "doc" | "wps" | "rtf" | "odt" | "dot");
    let unpack = matches!(part, "zip" | "rar" | "7z" | "gzip");
    match lang {
        Lang::Chinese if unpack => format!("这是{chinese}，本版本还不能读取。请解压后再试。"),
        Lang::Chinese if resave => format!(
            "这是{chinese}，本版本还不能读取。请在 Word 或 WPS 里另存为 .docx 再试，或把表格复制后粘贴。"
        ),
        Lang::Chinese => format!(
            "这是{chinese}，本版本还不能读取。请改用 Word（.docx）或网页，或把表格复制后粘贴。"
        ),
        Lang::English if unpack => {
            format!("This is {english}; this version cannot read it yet. Unpack it first.")
        }
        Lang::English if resave => format!(
            "This is {english}; this version cannot read it yet. Save it as .docx, or copy the tables and paste them."
        ),
        Lang::English => format!(
            "This is {english}; this version cannot read it yet. Use Word (.docx) or the web page, or copy the tables and paste them."
        ),
    }
}

/// A kind of file in words.
fn kind(part: &str) -> (&'static str, &'static str) {
    match part {
        "pdf" => ("PDF 文件", "a PDF file"),
        "ofd" => ("OFD 版式文件", "an OFD file"),
        "doc" | "dot" => (
            "旧版 Word 文件（.doc）",
            "a Word file of the old kind (.doc)",
        ),
        "wps" => ("WPS 文字文件（.wps）", "a WPS file (.wps)"),
        "rtf" => ("RTF 文件", "an RTF file"),
        "odt" => ("ODT 文件", "an ODT file"),
        "xlsx" => ("Excel 文件（.xlsx）", "an Excel file (.xlsx)"),
        "xls" | "et" => (
            "旧版 Excel 文件（.xls）",
            "an Excel file of the old kind (.xls)",
        ),
        "ods" => ("ODS 表格文件", "an ODS file"),
        "ppt" | "pptx" => ("演示文稿", "a presentation"),
        "ole" => ("旧版 Office 文件", "an Office file of the old kind"),
        "mhtml" | "mht" => ("单文件网页（.mht）", "a web archive (.mht)"),
        "zip" => ("ZIP 压缩包", "a ZIP archive"),
        "rar" => ("RAR 压缩包", "a RAR archive"),
        "7z" => ("7z 压缩包", "a 7z archive"),
        "gzip" => ("gzip 压缩包", "a gzip archive"),
        _ => ("暂不支持的文件", "a kind of file not supported yet"),
    }
}

fn damaged(error: &ReadError, lang: Lang) -> String {
    let place = match (error.part(), error.position()) {
        (Some(part), Some(at)) => format!("{part} @ {at}"),
        (Some(part), None) => part.to_owned(),
        (None, Some(at)) => format!("@ {at}"),
        (None, None) => String::new(),
    };
    match (lang, place.is_empty()) {
        (Lang::Chinese, true) => {
            "文件坏了，读不下去。请用 Word 或 WPS 打开后另存一份再试，或把表格复制后粘贴。"
                .to_owned()
        }
        (Lang::Chinese, false) => format!(
            "文件坏了，读不下去（位置：{place}）。请用 Word 或 WPS 打开后另存一份再试，或把表格复制后粘贴。"
        ),
        (Lang::English, true) => {
            "The file is damaged. Open it and save it anew, or copy the tables and paste them."
                .to_owned()
        }
        (Lang::English, false) => format!(
            "The file is damaged (at {place}). Open it and save it anew, or copy the tables and paste them."
        ),
    }
}
