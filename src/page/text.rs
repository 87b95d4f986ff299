//! Every sentence of the page, in both languages. Sentences about findings are not here: they come with
//! the answer (`present/message.rs`).

pub(crate) use crate::present::Lang;
pub(crate) use crate::rule::Text;

impl Lang {
    /// The language to switch to.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// The words of a text.
    pub(crate) fn say(self, text: &Text) -> &'static str {
        self.of(*text)
    }

    /// The words of a text with `{}` filled in, one after the other.
    #[inline(never)]
    pub(crate) fn fill(self, text: &Text, values: &[&str]) -> String {
        let mut parts = crate::strings::split(self.say(text), "{}");
        let mut out = String::from(parts.next().unwrap_or_default());
        let mut values = values.iter();
        for part in parts {
            out.push_str(values.next().unwrap_or(&""));
            out.push_str(part);
        }
        out
    }
}

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Text = Text { zh: $zh, en: $en };)*
        #[cfg(test)]
        const ALL: &[(&str, Text)] = &[$((stringify!($name), $name)),*];
    };
}

texts! {
    // Header
    NAME: "勾稽", "Gouji";
    PAGE_TITLE: "勾稽：政府信息公开工作年度报告核对", "Gouji: check annual reports on government information disclosure";
    TAGLINE: "核对政府信息公开工作年度报告：三张表的每一条勾稽关系都算一遍，哪里不平衡、差多少，一眼看清。",
        "Checks China's annual reports on government information disclosure: every sum of the three tables, what does not balance and by how much.";
    OTHER_LANGUAGE: "English", "中文";
    SKIP: "跳到核对结果", "Skip to the result";
    TRUST: "文件不离开本机", "Your file never leaves this computer";
    TRUST_HOW: "核对全部在您的浏览器里完成，不上传、不联网、不保存报告。想自己验证：打开本页后断开网络（拔掉网线或关掉无线），再粘贴报告，照样能核对；也可以请信息技术人员按 F12 查看“网络”一栏，核对时没有任何请求发出。",
        "Everything is checked inside your browser: no upload, no connection, and the report is not stored. To see for yourself, open this page, disconnect the network and paste a report: it is checked all the same. Or press F12 and watch the Network tab: nothing is sent while checking.";

    // Display
    DISPLAY: "显示设置", "Display";
    SCALE: "字号", "Size of the writing";
    COLOURS: "颜色", "Colours";
    COLOURS_AUTO: "跟随系统", "As the system has them";
    COLOURS_LIGHT: "浅色", "Light";
    COLOURS_DARK: "深色", "Dark";
    COLOURS_CONTRAST: "高对比度", "High contrast";

    // Input
    INPUT_HEADING: "放入报告", "Put in the report";
    PASTE_LABEL: "把报告粘贴到这里", "Paste the report here";
    PASTE_HINT: "在网页、Word 或 WPS 里按 Ctrl+A 全选、Ctrl+C 复制，再到这里按 Ctrl+V 粘贴。粘贴后立即核对。",
        "In the web page, Word or WPS press Ctrl+A and Ctrl+C, then Ctrl+V here. It is checked at once.";
    PASTED: "已粘贴：{}（{}，{} 字）", "Pasted: {} ({}, {} characters)";
    PASTED_HTML: "带表格格式", "with tables";
    PASTED_TEXT: "纯文字", "plain text";
    PASTED_NAME: "粘贴的报告", "Pasted report";
    TYPED_NAME: "输入的报告", "Typed report";
    CHECK: "开始核对", "Check";
    CHOOSE_FILE: "选择文件", "Choose files";
    FILE_HINT: "也可以把文件拖到本页任何地方。目前支持 Word 和 WPS 文档（.docx、.doc、.wps）、Excel 和 WPS 表格（.xlsx、.xls、.et）、ODF 文档和表格（.odt、.ods）、PDF、OFD、RTF、网页（.html、.mht）、文本（.txt、.md），以及装有多份报告的压缩包（.zip），可以一次放多个。",
        "Or drop files anywhere on this page. Word and WPS documents (.docx, .doc, .wps), Excel and WPS workbooks (.xlsx, .xls, .et), OpenDocument (.odt, .ods), PDF, OFD, RTF, web pages (.html, .mht), text (.txt, .md) and ZIP archives of reports are read now, several at a time.";
    SAMPLE: "试一试", "Try a sample";
    SAMPLE_NAME: "示例报告.html", "sample report.html";
    MORE_OPTIONS: "更多选项", "More options";
    EDITION: "按哪一版格式核对", "Edition of the form";
    EDITION_AUTO: "自动判断（推荐）", "Automatic (recommended)";
    EDITION_NAMED: "{} 年版（{}）", "{} edition ({})";
    DROP_HERE: "松开鼠标，开始核对", "Drop to check";
    NOTHING_TO_CHECK: "还没有内容。请先粘贴报告，或者选择文件。", "Nothing there yet. Paste a report or choose a file first.";

    // Progress and failures
    CHECKING: "正在核对：{}", "Checking: {}";
    CHECKING_MANY: "正在核对第 {} 份，共 {} 份：{}", "Checking {} of {}: {}";
    DONE: "核对完毕：{}", "Checked: {}";
    RECHECKED: "已重新核对：{}", "Checked again: {}";
    FAILED_DEADLINE: "核对用时太长，已经停下。可能是文件太大或格式特殊。请只粘贴三张表再试一次。",
        "Checking took too long and was stopped. The file may be too large or unusual. Try pasting the three tables only.";
    FAILED_TRAP: "核对时内存不够，已经停下。请关掉一些网页，或者只粘贴三张表再试一次。",
        "The check ran out of memory and was stopped. Close other pages or paste the three tables only, then try again.";
    FAILED_WORKER: "核对程序意外停止，已经重新启动。请再试一次；如果还不行，请刷新本页。",
        "The checker stopped unexpectedly and was started again. Try once more; if it fails again, reload the page.";
    FAILED_LOAD: "核对这份报告还要用到的程序没有加载成功，可能是网络断了。请接通网络后再试一次。",
        "What is needed to check this report could not be loaded; the connection may be down. Connect and try once more.";
    FAILED_READ: "浏览器打不开这个文件。如果文件正在别的软件里打开，请先关闭；如果拖进来的是文件夹，请打开文件夹后选择里面的文件。",
        "The browser cannot open this file. Close it in other programs first; if it is a folder, choose the files inside.";
    FAILED_SIZE: "文件有 {} MB，超过 {} MB 的上限。年度报告一般不到 1 MB，请检查是不是选错了文件。",
        "The file has {} MB, above the limit of {} MB. An annual report has less than 1 MB as a rule: is it the right file?";
    FAILED_EDIT: "刚才的修改没有核对成功，已经退回。", "The last change could not be checked and was taken back.";

    // Verdict
    RESULT: "核对结果", "Result";
    VERDICT_PASS: "通过：{} 条勾稽关系全部成立", "Passed: all {} relations hold";
    VERDICT_UNBALANCED: "发现 {} 处不平衡", "Found {} that do not balance";
    VERDICT_WORDS: "发现正文 {} 处与表不一致", "Found {} in the text";
    VERDICT_BOTH: "发现表内 {} 处不平衡，正文 {} 处与表不一致", "Found {} that do not balance, {} in the text";
    VERDICT_AND: "{}，另有 {} 处错误", "{}, and {} further errors";
    VERDICT_ERRORS: "发现 {} 处错误", "Found errors: {}";
    VERDICT_SKIPPED: "有 {} 项无法核对", "Could not be checked: {}";
    VERDICT_SKIPPED_REST: "已核对的 {} 条勾稽关系全部成立。没有核对的不等于没有问题，原因见下。",
        "The {} relations that were checked all hold. Not checked does not mean correct; see the reasons below.";
    VERDICT_WARNINGS: "{} 条勾稽关系全部成立，另有 {} 处很可能有误", "All {} relations hold, but {} places are probably wrong";
    VERDICT_PROBABLY: "发现 {} 处很可能有误", "Found {} places that are probably wrong";
    VERDICT_NOTICES: "没有发现错误，有 {} 处提示", "No errors found, {} notes";
    VERDICT_NOTHING: "没有可以核对的勾稽关系", "There was no relation to check";
    VERDICT_NOTHING_NEW: "没有其他问题", "Nothing else was found";
    VERDICT_MUTED: "{}，另有 {} 条已标为核实无误", "{}; marked as found right: {}";
    VERDICT_PROBLEM: "这份文件没有核对", "This file was not checked";
    CLEAN: "三张表的数字都对得上，可以放心进入下一步。报送前请再看一眼文字部分。",
        "The figures of the three tables agree. Have another look at the prose before you publish.";
    CLEAN_NOTICES: "数字都对得上。下面几处只是提示，请看一眼。", "The figures agree. The places below are only worth a look.";
    UNDERSTOOD_TABLES: "读到 {} 张表（共 3 张）", "Tables found: {} of 3";
    UNDERSTOOD_YEAR: "{} 年度", "year {}";
    UNDERSTOOD_EDITION: "{} 年版格式", "{} edition";
    UNDERSTOOD_FORCED: "按您选的 {} 年版格式核对", "checked as the {} edition, as you chose";
    UNDERSTOOD_CELLS: "{} 个数据格", "{} cells";
    SEPARATOR: "；", "; ";

    // The report of the year before
    PREVIOUS: "与上一年年报比对…", "Compare with last year’s report…";
    PREVIOUS_FITS: "已与上一年年报（{}）比对：上年结转、现行有效件数和正文。", "Compared with last year’s report ({}): requests carried over, documents in force, text.";
    PREVIOUS_UNFIT: "没有比对：“{}”不是这个单位上一年的年报（读到的是：{}）。", "Not compared: “{}” is not last year’s report of this body (found: {}).";
    PREVIOUS_FAILED: "上一年年报没有读出来：{}", "Last year’s report could not be read: {}";
    PREVIOUS_LEAVE: "不再比对", "Compare no more";

    // Findings
    FINDINGS: "需要核对的地方", "What to look at";
    SEVERITY_ERROR: "错误", "Error";
    SEVERITY_WARNING: "很可能有误", "Probably wrong";
    SEVERITY_NOTICE: "提示", "Note";
    GROUP: "{}（{} 处）", "{} ({})";
    SHOW_ALL: "显示全部 {} 处", "Show all {}";
    FINDING_KEYS: "按 F8 到下一处，Shift+F8 到上一处。", "F8: next place, Shift+F8: previous.";
    IN_SECTION: "第{}部分原文：", "Section {}: ";
    IN_TEXT: "原文：", "Text: ";
    ON_PAGE: "第{}页", "page {}";

    // Causes
    CAUSES: "可能的原因", "What may have happened";
    CAUSE_OF: "第 {} 条：{}", "{}: {}";
    LIST_COMMA: "、", ", ";
    GRADE_CERTAIN: "可以确定", "certain";
    GRADE_LIKELY: "很可能", "likely";
    GRADE_CHOOSE: "几种可能", "several readings";
    GRADE_PARTIAL: "部分确定", "certain in part";
    GRADE_UNKNOWN: "无法判断", "cannot tell";
    AGREED: "共同的改动：", "Common to all of them:";
    READING: "情况 {}", "Reading {}";
    PREVIEW: "在表中看", "Show in the table";
    PREVIEW_REGION: "预览", "Preview";
    PREVIEWING: "正在预览：要改的 {} 格已在表中标出，还没有改。", "Preview: cells marked in the tables: {}. Nothing is changed yet.";
    PREVIEW_END: "不采用，返回", "Go back";
    PROPOSED: "建议改为 {}", "proposed: {}";
    PROPOSAL: "{}：应为 {}", "{}: should be {}";
    ADOPT: "采用", "Adopt";
    ADOPTED: "已采用，只是试算，文件没有变：{}", "Adopted for trying out; the file is unchanged. Now: {}";
    PIN: "这一格是对的", "This cell is right";
    PIN_HINT: "推断原因时不再改这一格", "The causes are looked for without changing this cell";
    PINS: "您认定是对的格，推断原因时不改：", "Cells that you say are right are not changed:";
    PINNED: "已按这一格是对的重新推断：{}", "Looked again without changing this cell: {}";
    UNPIN: "取消", "Undo";
    UNPINNED: "已取消：{}", "Taken back: {}";

    // Found right
    MUTE: "标为已核实无误", "Mark as found right";
    MUTE_NOTE: "说明（可不填）：", "Why (may be left out):";
    MUTE_SAVE: "确定", "Save";
    MUTE_CANCEL: "取消", "Cancel";
    MUTED: "已标为核实无误：{}", "Marked as found right: {}";
    MUTED_GROUP: "已核实无误（{} 处）", "Found right ({})";
    MUTED_HINT: "数字不变就一直有效，数字一改就重新列出。标记和说明只保存在本机的浏览器里。",
        "Holds as long as the figures stay; when they change, the place is listed again. Marks and notes stay in this browser.";
    MUTED_NOTE: "说明：{}", "Why: {}";
    UNMUTE: "取消标记", "Take the mark back";
    UNMUTED: "已取消标记：{}", "Mark taken back: {}";

    // Tables
    TABLES: "三张表", "The three tables";
    TABLES_HINT: "点一下数字就能改，改完立即重新核对。这里的修改只用来试算，不会改动您的文件。",
        "Click a figure to change it; everything is checked again at once. Changes here are for trying out only: your file is not touched.";
    TABLE_KEYS: "方向键在格子之间移动，回车或 F2 修改，Esc 取消，Ctrl+Z 撤销。",
        "Arrow keys move, Enter or F2 edits, Esc cancels, Ctrl+Z undoes.";
    TABLE_REGION: "{}（可左右滚动）", "{} (scrolls sideways)";
    TABLE_MISSING: "报告里没有找到这张表。", "This table was not found in the report.";
    TABLE_EDITION: "{} 年版", "{} edition";
    TABLE_COUNT: "{} 处需要核对", "to look at: {}";
    CELL_BLANK: "空白", "blank";
    CELL_DASH: "没有填数字", "no figure";
    CELL_TEXT: "没有读成数字", "not read as a figure";
    CELL_MISSING: "没有找到", "not found";
    CELL_REBUILT: "数字原来连在一起，由程序拆开", "cut out of figures that stood together";
    CELL_WRITTEN: "原文：{}", "as written: {}";
    CELL_READ_AS: "按 {} 计算", "read as {}";
    CELL_EDITED: "已改，原为{}", "changed, was {}";
    CELL_EDITED_SHORT: "原 {}", "was {}";
    CELL_INPUT: "修改：{}", "Change: {}";
    LEGEND: "图例", "Legend";
    LEGEND_CULPRIT: "很可能填错的格", "cell probably wrong";
    LEGEND_BLANK: "空白格", "blank cell";
    LEGEND_REBUILT: "拆开的数字", "figure cut out";
    LEGEND_EDITED: "改过的格", "changed cell";
    LEGEND_MISSING: "没有找到的格", "cell not found";

    // Equation
    LEFT: "左边", "Left";
    RIGHT: "右边", "Right";
    DIFFERENCE: "差 {}", "difference {}";
    TERM_BLANK: "空白", "blank";
    TERMS_ZERO: "（其余 {} 项为 0）", "(the other {} are 0)";
    TERMS_EMPTY: "（其余 {} 项为 0 或空白）", "(the other {} are 0 or blank)";
    COMMA: "，", ",\u{a0}";
    COLON: "：", ": ";

    // Editing
    UNDO: "撤销", "Undo";
    REDO: "重做", "Redo";
    RESET: "恢复原样", "Restore the original";
    EDITS: "试改了 {} 格，文件本身没有变。现在：{}", "Changed for trying out: {}. The file itself is unchanged. Now: {}";
    RESTORED: "已恢复原样：{}", "Restored: {}";

    // Taking the result away
    COPY: "复制修改清单", "Copy the list of corrections";
    COPY_RESULT: "复制核对结果", "Copy the result";
    COPIED: "已复制", "Copied";
    COPY_FAILED: "浏览器不允许复制，请用“打印”或者手工选取。", "The browser does not allow copying. Print instead, or select by hand.";
    PRINT: "打印", "Print";
    EXPORT: "导出数据（JSON）", "Export data (JSON)";
    LIST_TITLE: "{}：勾稽核对清单", "{}: list of corrections";
    LIST_ITEM: "{}. 【{}】{}", "{}. [{}] {}";
    LIST_ADVICE: "建议：{}", "Advice: {}";
    LIST_CAUSE: "可能的原因（{}）：{}", "May have happened ({}): {}";
    LIST_OR: "；或者：", "; or: ";
    LIST_MUTED: "已核实无误：{}{}", "Found right: {} {}";
    LIST_EDITS: "注：核对时试改了以下数字，原文件没有变。", "Note: these figures were changed for trying out; the file is unchanged.";
    LIST_EDIT: "{}：{} 改为 {}", "{}: {} changed to {}";

    // Coverage
    COVERAGE_ALL: "{} 条勾稽关系已核对，没有漏下的", "Relations checked: {}, none left out";
    COVERAGE_SKIPPED: "{} 条勾稽关系已核对，{} 条无法核对：{}", "Relations checked: {}; not checkable: {} ({})";
    COVERAGE_DETAILS: "核对了哪些内容", "What was checked";
    COVERAGE_RULE: "核对内容", "Rule";
    COVERAGE_CHECKED: "已核对", "Checked";
    COVERAGE_FAILED: "不成立", "Failed";
    COVERAGE_SKIPPED_COLUMN: "无法核对", "Not checkable";
    COVERAGE_REASON: "原因", "Reason";
    COVERAGE_NOT_RUN: "未核对", "not run";
    STATEMENTS: "文字中核对过的数字（{} 个）", "Numbers of the text checked ({})";
    HOLDS: "一致：", "Agrees: ";
    DIFFERS: "不一致：", "Differs: ";
    STATED_HERE: "文字里写到这一格（按 T 键去看）：", "In the text (press T):";
    UNBOUND: "文字中没有核对的数字（{} 个）", "Numbers of the text that were not checked ({})";
    UNBOUND_HINT: "下面标灰的数字没有看懂是指哪一格，没有和表格比较，请自己核对。", "It is not certain what the greyed numbers count, so they were not compared with the tables: check them yourself.";
    ENGINE: "勾稽 {}", "Gouji {}";

    // Several files
    FILES: "全部文件", "All files";
    FILES_WAITING: "等待核对", "waiting";
    FILES_OPEN: "查看", "Open";
    FILES_NOW: "正在查看", "shown below";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_in_either_language() {
        for (name, text) in ALL {
            assert!(!text.zh.trim().is_empty(), "{name} has no Chinese");
            assert!(!text.en.trim().is_empty(), "{name} has no English");
        }
    }

    #[test]
    fn both_languages_ask_for_the_same_values() {
        for (name, text) in ALL {
            assert_eq!(
                text.zh.matches("{}").count(),
                text.en.matches("{}").count(),
                "{name} loses a value in one language"
            );
        }
    }

    #[test]
    fn values_are_filled_in_order_and_none_is_left_open() {
        assert_eq!(
            Lang::Chinese.fill(&VERDICT_BOTH, &["2", "1"]),
            "发现表内 2 处不平衡，正文 1 处与表不一致"
        );
        assert_eq!(Lang::English.fill(&LIST_ADVICE, &[]), "Advice: ");
    }

    #[test]
    fn an_unknown_language_falls_back_to_chinese() {
        assert_eq!(Lang::from_name("fr").unwrap_or_default(), Lang::Chinese);
        assert_eq!(Lang::from_name("en-GB").unwrap_or_default(), Lang::English);
    }
}
