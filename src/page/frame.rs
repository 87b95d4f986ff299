//! What stands on the page before anything was put in: header, input, status, and the places for the rest.

use gloo::utils::document;

use super::app::App;
use super::display;
use super::el::{self, El, button, el, fill, text};
use super::text::{self as words, Lang, Text};
use crate::edition::EDITIONS;

/// Kinds of files that the file chooser offers.
pub(crate) const ACCEPT: &str = ".docx,.pdf,.ofd,.docm,.doc,.wps,.xlsx,.xlsm,.xls,.et,.ods,.odt,.rtf,.mht,.mhtml,.xml,.zip,.html,.htm,.txt,.md,text/html,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Builds the frame anew, in the language of the page.
pub(crate) fn build(app: &App) {
    let lang = app.lang.get();
    let say = |text: &Text| lang.say(text);
    let root = el("div")
        .class("gouji")
        .attr("data-part", "root")
        .attr("lang", lang.name())
        .with(
            text("a", "skip", say(&words::SKIP))
                .attr("href", "#gj-result")
                .attr("data-do", "skip"),
        )
        .with(header(app, lang))
        .with(
            el(if app.page { "main" } else { "div" })
                .with(intake(app, lang))
                .with(
                    el("p")
                        .class("status")
                        .attr("role", "status")
                        .attr("data-part", "status"),
                )
                .with(
                    el("section")
                        .class("result")
                        .attr("id", "gj-result")
                        .attr("tabindex", "-1")
                        .attr("aria-label", say(&words::RESULT))
                        .attr("data-part", "result")
                        .attr("hidden", ""),
                ),
        )
        .with(
            el("div")
                .class("panel")
                .attr("id", "gj-panel")
                .attr("role", "tooltip")
                .attr("data-part", "panel")
                .attr("hidden", ""),
        )
        .with(
            el("div")
                .class("drop")
                .attr("data-part", "drop")
                .attr("aria-hidden", "true")
                .attr("hidden", "")
                .with(text("p", "", say(&words::DROP_HERE))),
        );
    fill(&app.host, [root]);
    display::apply(app);
    if app.page {
        document().set_title(say(&words::PAGE_TITLE));
        if let Some(html) = document().document_element() {
            el::set(&html, "lang", lang.name());
        }
    }
}

fn header(app: &App, lang: Lang) -> El {
    el(if app.page { "header" } else { "div" })
        .class("top")
        .with(
            el("div")
                .class("brand")
                .with(text("h1", "", lang.say(&words::NAME)))
                .with(
                    button("lang", lang.say(&words::OTHER_LANGUAGE))
                        .class("quiet")
                        .attr("lang", lang.other().name()),
                ),
        )
        .with(text("p", "tagline", lang.say(&words::TAGLINE)))
        .with(
            el("details")
                .class("trust")
                .with(text("summary", "", lang.say(&words::TRUST)))
                .with(text("p", "", lang.say(&words::TRUST_HOW))),
        )
        .with(display::choices(app, lang))
}

fn intake(app: &App, lang: Lang) -> El {
    let say = |text: &Text| lang.say(text);
    el("section")
        .class("intake")
        .attr("aria-label", say(&words::INPUT_HEADING))
        .with(text("label", "paste-label", say(&words::PASTE_LABEL)).attr("for", "gj-paste"))
        .with(text("p", "hint", say(&words::PASTE_HINT)).attr("id", "gj-paste-hint"))
        .with(
            el("textarea")
                .attr("id", "gj-paste")
                .attr("data-part", "paste")
                .attr("rows", "8")
                .attr("spellcheck", "false")
                .attr("autocomplete", "off")
                .attr("aria-describedby", "gj-paste-hint"),
        )
        .with(
            el("p")
                .class("pasted")
                .attr("data-part", "pasted")
                .attr("hidden", ""),
        )
        .with(
            el("div")
                .class("buttons")
                .with(button("check", say(&words::CHECK)).class("main"))
                .with(
                    button("choose", say(&words::CHOOSE_FILE))
                        .attr("aria-describedby", "gj-file-hint"),
                )
                .with(button("sample", say(&words::SAMPLE)))
                .with(
                    el("input")
                        .attr("type", "file")
                        .attr("multiple", "")
                        .attr("accept", ACCEPT)
                        .attr("data-part", "file")
                        .attr("aria-label", say(&words::CHOOSE_FILE))
                        .attr("hidden", ""),
                ),
        )
        .with(text("p", "hint", say(&words::FILE_HINT)).attr("id", "gj-file-hint"))
        .with(
            el("details")
                .class("options")
                .with(text("summary", "", say(&words::MORE_OPTIONS)))
                .with(
                    el("p")
                        .with(text("label", "", say(&words::EDITION)).attr("for", "gj-edition"))
                        .text(" ")
                        .with(editions(app, lang)),
                ),
        )
}

fn editions(app: &App, lang: Lang) -> El {
    let chosen = app.edition.borrow();
    let option = |value: &str, label: &str| {
        text("option", "", label).attr("value", value).attr_if(
            chosen.as_str() == value,
            "selected",
            "",
        )
    };
    el("select")
        .attr("id", "gj-edition")
        .attr("data-part", "edition")
        .with(option("", lang.say(&words::EDITION_AUTO)))
        .with_all(EDITIONS.iter().rev().map(|edition| {
            let label = lang.fill(&words::EDITION_NAMED, &[edition.name, edition.notice]);
            option(edition.name, &label)
        }))
}
