//! The element builder: everything that the page shows is made here, so no text is ever read as markup.

use js_sys::futures::spawn_local;
use wasm_bindgen::throw_str;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// An element under construction.
pub(crate) struct El(Element);

/// Starts an element.
#[inline(never)]
pub(crate) fn el(tag: &str) -> El {
    match gloo::utils::document().create_element(tag) {
        Ok(element) => El(element),
        // Tags are literals of this crate: the browser refuses none of them.
        Err(_) => throw_str(tag),
    }
}

impl El {
    /// Sets the class.
    #[inline(never)]
    pub(crate) fn class(self, class: &str) -> Self {
        self.0.set_class_name(class);
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, value);
        self
    }

    /// Sets an attribute if the condition holds.
    pub(crate) fn attr_if(self, condition: bool, name: &str, value: &str) -> Self {
        if condition {
            self.attr(name, value)
        } else {
            self
        }
    }

    /// Appends text.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Self {
        let node = gloo::utils::document().create_text_node(text);
        self.0.append_child(&node).ok();
        self
    }

    /// Appends a child.
    #[inline(never)]
    pub(crate) fn with(self, child: El) -> Self {
        self.0.append_child(&child.0).ok();
        self
    }

    /// Appends children.
    pub(crate) fn with_all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// The element.
    pub(crate) fn done(self) -> Element {
        self.0
    }
}

/// An element with nothing but text.
#[inline(never)]
pub(crate) fn text(tag: &str, class: &str, words: &str) -> El {
    let element = el(tag).text(words);
    if class.is_empty() {
        element
    } else {
        element.class(class)
    }
}

/// Text for screen readers only.
#[inline(never)]
pub(crate) fn unseen(words: &str) -> El {
    text("span", "unseen", words)
}

/// A sign beside words that say the same.
#[inline(never)]
pub(crate) fn sign(sign: &str) -> El {
    text("span", "sign", sign).attr("aria-hidden", "true")
}

/// A button; `action` is what `act.rs` does on a click.
#[inline(never)]
pub(crate) fn button(action: &str, label: &str) -> El {
    el("button")
        .attr("type", "button")
        .attr("data-do", action)
        .text(label)
}

/// Sets an attribute of an element that stands already.
#[inline(never)]
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    // Fails for names that are no names only; all are literals.
    element.set_attribute(name, value).ok();
}

/// Puts a child behind the others.
pub(crate) fn add(element: &Element, child: El) {
    element.append_child(&child.0).ok();
}

/// Empties an element and puts in new children.
pub(crate) fn fill(element: &Element, children: impl IntoIterator<Item = El>) {
    element.set_text_content(None);
    for child in children {
        element.append_child(&child.0).ok();
    }
}

/// Shows or hides an element.
#[inline(never)]
pub(crate) fn show(element: &Element, shown: bool) {
    if shown {
        element.remove_attribute("hidden").ok();
    } else {
        set(element, "hidden", "");
    }
}

/// Sets or clears a class.
#[inline(never)]
pub(crate) fn toggle(element: &Element, class: &str, on: bool) {
    element.class_list().toggle_with_force(class, on).ok();
}

/// Moves the focus.
#[inline(never)]
pub(crate) fn focus(element: &Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.focus().ok();
    }
}

/// Clicks an input, to open the browser's file chooser: in a moment, since the click that is being heard now must end
/// before the next is.
pub(crate) fn open_chooser(input: HtmlInputElement) {
    spawn_local(async move { input.click() });
}

/// All elements under `root` that a selector finds.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    use wasm_bindgen::JsCast;
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for index in 0..list.length() {
        out.extend(list.item(index).and_then(|node| node.dyn_into().ok()));
    }
    out
}
