//! Scripts and styles without what only people read: indentation, blank lines and comments that have lines of their own.
//! Nothing else changes, and every line stays a line, so nothing has to be understood of either language.

/// The text without it; as it is, if a line may go on inside a text of the next one.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_comment = false;
    for line in text.lines() {
        let mut line = line.trim();
        if is_comment {
            let Some((_, behind)) = line.split_once("*/") else {
                continue;
            };
            is_comment = false;
            line = behind.trim();
        }
        // A comment with an exclamation mark is a notice that has to stay.
        if line.starts_with("/*") && !line.starts_with("/*!") {
            match line.split_once("*/") {
                None => {
                    is_comment = true;
                    continue;
                }
                Some((_, "")) => continue,
                Some(_) => {}
            }
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if line.ends_with('\\') || line.matches('`').count() % 2 == 1 {
            return text.to_owned();
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn comments_and_indentation_go() {
        let text = "// one\nif (a) {\n    /* two\n     * three */ b();\n\n  /** four */\n  /*! stays */\n    c(); // stays\n}\n";
        assert_eq!(
            plain(text),
            "if (a) {\nb();\n/*! stays */\nc(); // stays\n}\n"
        );
    }

    #[test]
    fn texts_over_several_lines_leave_all_as_it_is() {
        for text in ["a = `\n  b`;\n", "a = \"\\\n  b\";\n"] {
            assert_eq!(plain(text), text);
        }
    }
}
