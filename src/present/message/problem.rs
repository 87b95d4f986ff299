//! Why a file was not checked, and what to hand in instead.

use crate::outcome::{Contents, Format, ReadError, ReadErrorKind};
use crate::present::Lang;

/// A file could not be read.
pub fn problem(error: &ReadError, lang: Lang) -> String {
    let part = error.part().unwrap_or("");
    match error.kind() {
        ReadErrorKind::Empty if part == "zip" => lang
            .pick(
                "压缩包里没有可以核对的文件。请检查里面有没有年报（Word、Excel、WPS、网页等），加密的压缩包请先解压。",
                "The archive holds no file that could be a report (Word, Excel, WPS, web page ...).",
            )
            .to_owned(),
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
        ReadErrorKind::Encrypted if error.format() == Some(Format::Ofd) => lang
            .pick(
                "这个 OFD 文件加了密，打不开。请向制作它的单位要一份没有加密的，或改用原来的 Word（.docx）文件。",
                "This OFD file is encrypted. Ask whoever made it for one that is not, or use the original Word file (.docx).",
            )
            .to_owned(),
        ReadErrorKind::Encrypted => lang
            .pick(
                "文件设了密码，打不开。请先取消密码再试，或把表格复制后粘贴。",
                "The file is protected with a password. Remove the password, or copy the tables and paste them.",
            )
            .to_owned(),
        ReadErrorKind::WrongKind => wrong_kind(part, lang),
        ReadErrorKind::Unsupported if part == "xlsb" => lang
            .pick(
                "这是二进制格式的 Excel 文件（.xlsb），读不出来。请用 WPS 或 Excel 打开，另存为 .xlsx 再试，或把表格复制后粘贴。",
                "This is a binary workbook (.xlsb), which cannot be read. Open it and save it as .xlsx, or copy the tables and paste them.",
            )
            .to_owned(),
        ReadErrorKind::Unsupported => unsupported(lang),
        ReadErrorKind::TooOld => too_old(part, lang),
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
        ReadErrorKind::Scanned if error.format() == Some(Format::Ofd) => lang
            .pick(
                "这是扫描件：每一页都是图片，里面没有文字，读不出表格。请改用原来的 Word（.docx）文件，或用 Word、WPS 直接导出的 OFD。",
                "This is a scan: its pages are pictures without text. Use the original Word file (.docx), or an OFD that Word or WPS made itself.",
            )
            .to_owned(),
        ReadErrorKind::Scanned => lang
            .pick(
                "这是扫描件：每一页都是图片，里面没有文字，读不出表格。请改用原来的 Word（.docx）文件，或用 Word、WPS 直接导出的 PDF。",
                "This is a scan: its pages are pictures without text. Use the original Word file (.docx), or a PDF that Word or WPS made itself.",
            )
            .to_owned(),
        ReadErrorKind::Outlines if error.format() == Some(Format::Ofd) => lang
            .pick(
                "文件里的字都转成了图形（曲线），看得见，读不出。请改用原来的 Word（.docx）文件，导出 OFD 时不要把文字转成曲线。",
                "All letters of the file are drawn as shapes: they can be seen, not read. Use the original Word file (.docx), or make the OFD without turning text into curves.",
            )
            .to_owned(),
        ReadErrorKind::Outlines => lang
            .pick(
                "文件里的字都转成了图形（曲线），看得见，读不出。请改用原来的 Word（.docx）文件，导出 PDF 时不要把文字转成曲线。",
                "All letters of the file are drawn as shapes: they can be seen, not read. Use the original Word file (.docx), or make the PDF without turning text into curves.",
            )
            .to_owned(),
        ReadErrorKind::Glyphs => lang
            .pick(
                "文件里的字用了特殊的字体编码，认不出是哪些字，复制出来也是乱码。请改用原来的 Word（.docx）文件，或用 Word、WPS 重新导出 PDF。",
                "The fonts of the file do not say which characters they draw; copied text would be garbage. Use the original Word file (.docx), or make the PDF anew with Word or WPS.",
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
        ..
    } = *contents;
    if let Some(name) = contents.attachments.first() {
        return attached(name, contents.attachments.len(), lang);
    }
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
            let counted = |count: u32, thing: &str| match count {
                1 => format!("1 {thing}"),
                count => format!("{count} {thing}s"),
            };
            let text = counted(paragraphs, "paragraph");
            let seen = match grids {
                0 => format!("Read: {text}, no table"),
                _ => format!(
                    "Read: {text}, {} with {}; none is a table of the annual report",
                    counted(grids, "table"),
                    counted(rows, "row")
                ),
            };
            format!(
                "{seen}. Copy the three tables with their labels and paste them, or use the original Word file (.docx)."
            )
        }
    }
}

/// The tables may stand in a file inside the file.
fn attached(name: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!(
            "正文里没有年报的表格，但文件里另有 {count} 个附件（{name}{}）。请打开文件，把附件另存出来，再放入附件核对。",
            if count > 1 { " 等" } else { "" }
        ),
        Lang::English => format!(
            "The pages hold no table of the annual report, but {count} {} ({name}{}). Open the file, save what is attached and hand that in.",
            if count > 1 {
                "files are attached"
            } else {
                "file is attached"
            },
            if count > 1 { " ..." } else { "" }
        ),
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
        "程序核对这个文件时出了错。这是程序的问题，不是报告的问题。请把表格复制后粘贴再试。",
        "The program failed at this file. That is its own fault, not the report's. Copy the tables and paste them.",
    )
    .to_owned()
}

/// The bytes are of a kind that is no document.
fn wrong_kind(part: &str, lang: Lang) -> String {
    let (chinese, english) = match part {
        "picture" => ("图片", "a picture"),
        "program" => ("程序", "a program"),
        "archive" => ("压缩包", "an archive"),
        "media" => ("音频或视频", "a sound or a film"),
        "database" => ("数据库", "a database"),
        "presentation" => ("演示文稿", "a presentation"),
        "ebook" => ("电子书", "an e-book"),
        "xml" => (" XML 数据文件", "a data file (XML)"),
        _ => ("别的类型的文件", "a file of another kind"),
    };
    match (lang, part) {
        (Lang::Chinese, "archive") => {
            format!("这是{chinese}，不是文档。请解压后，再放入里面的报告。")
        }
        (Lang::Chinese, "picture") => {
            format!("这是{chinese}，里面的表格读不出来。{OTHER_FILE_CHINESE}")
        }
        (Lang::Chinese, _) => format!("这是{chinese}，不是文档，读不出表格。{OTHER_FILE_CHINESE}"),
        (Lang::English, "archive") => {
            format!("This is {english}, no document. Unpack it and hand in the report.")
        }
        (Lang::English, _) => {
            format!("This is {english}; no table can be read from it. {OTHER_FILE_ENGLISH}")
        }
    }
}

const OTHER_FILE_CHINESE: &str = "请改用原来的 Word、WPS、Excel 文件或网页，或把表格复制后粘贴。";
const OTHER_FILE_ENGLISH: &str =
    "Use the original Word, WPS or Excel file or the web page, or copy the tables and paste them.";

/// The file is one of a kind that nobody makes: an unusual way of packing, say.
fn unsupported(lang: Lang) -> String {
    [
        lang.pick(
            "这种文件本版本还不能读取。",
            "This version cannot read this kind of file yet. ",
        ),
        lang.pick(OTHER_FILE_CHINESE, OTHER_FILE_ENGLISH),
    ]
    .concat()
}

/// The file is older than the formats that are read.
fn too_old(part: &str, lang: Lang) -> String {
    let (kind, program, newer) = match part {
        "excel-95" => (lang.pick("表格", "a workbook"), "Excel", "xls"),
        _ => (lang.pick("文档", "a document"), "Word", "docx"),
    };
    match lang {
        Lang::Chinese => format!(
            "这是很早的{kind}格式（{program} 95 或更早），读不出来。请用 WPS 或新版 {program} 打开，另存为 .{newer} 再试，或把表格复制后粘贴。"
        ),
        Lang::English => format!(
            "This is {kind} of {program} 95 or before, which cannot be read. Open it and save it as .{newer}, or copy the tables and paste them."
        ),
    }
}

fn damaged(error: &ReadError, lang: Lang) -> String {
    if error.part() == Some("pdf") {
        return lang
            .pick(
                "PDF 文件坏了，读不下去。请重新下载或导出一份再试，或改用原来的 Word（.docx）文件。",
                "The PDF file is damaged. Download or export it again, or use the original Word file (.docx).",
            )
            .to_owned();
    }
    let place = match (error.part(), error.position()) {
        (Some(part), Some(at)) => format!("{part} @ {at}"),
        (Some(part), None) => part.to_owned(),
        (None, Some(at)) => format!("@ {at}"),
        (None, None) => String::new(),
    };
    if error.format() == Some(Format::Ofd) {
        return match lang {
            Lang::Chinese => format!(
                "OFD 文件坏了，读不下去（位置：{place}）。请重新下载或导出一份再试，或改用原来的 Word（.docx）文件。"
            ),
            Lang::English => format!(
                "The OFD file is damaged (at {place}). Download or export it again, or use the original Word file (.docx)."
            ),
        };
    }
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
