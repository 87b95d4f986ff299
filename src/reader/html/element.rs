//! What kinds of elements there are, by name.

/// What an element means to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// `table`
    Table,
    /// `thead`, `tbody`, `tfoot`
    Section,
    /// `tr`
    Row,
    /// `td`, `th`
    Cell,
    /// `caption`
    Caption,
    /// `col`, `colgroup`
    Column,
    /// `br`
    Break,
    /// `pre`, `listing`: white space counts
    Preformatted,
    /// Begins and ends a line.
    Block,
    /// Its content is no text of the page.
    Dropped,
    /// Anything else runs with the line.
    Inline,
}

/// The kind of an element.
pub(crate) fn kind(name: &str) -> Element {
    match name {
        "table" => Element::Table,
        "thead" | "tbody" | "tfoot" => Element::Section,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "caption" => Element::Caption,
        "col" | "colgroup" => Element::Column,
        "br" => Element::Break,
        "pre" | "listing" => Element::Preformatted,
        // `xml` are a word processor's settings, pasted along.
        "noscript" | "template" | "select" | "datalist" | "svg" | "math" | "object" | "audio"
        | "video" | "canvas" | "xml" => Element::Dropped,
        _ if BLOCKS.contains(&name) => Element::Block,
        _ => Element::Inline,
    }
}

/// True for elements that never have content or an end tag.
pub(crate) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "search",
    "section",
    "summary",
    "textarea",
    "title",
    "ul",
    "marquee",
    "xmp",
];

const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];
