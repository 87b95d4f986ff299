//! A source file as tokens: comments are gone, what is only built for tests is left out, and every name,
//! path and text has its line.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// One source file.
pub(crate) struct Source {
    /// Its path below `src`.
    pub(crate) path: String,
    /// What the project makes of it, in the order of the text.
    pub(crate) items: Vec<(usize, Item)>,
}

/// Something that an arrow can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A name, wherever it stands.
    Name(String),
    /// `crate::name`, also out of `crate::{name, ...}` and by way of `super`; `*` for all names.
    Own(String),
    /// `std::name`, also out of a group.
    Standard(String),
    /// `name!`.
    Macro(String),
    /// A text, with its quotes.
    Text(String),
}

impl Source {
    /// Reads a file; `path` is the path below `src`.
    pub(crate) fn read(path: &str, text: &str) -> Self {
        let tokens: TokenStream = text
            .parse()
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut source = Self {
            path: path.to_owned(),
            items: Vec::new(),
        };
        source.walk(tokens);
        source
    }

    /// The module: the first part of the path. `lib` is the crate itself.
    pub(crate) fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many `super` lead from the file to the crate.
    fn depth(&self) -> usize {
        match self.path.as_str() {
            "lib.rs" => 0,
            path => path.split('/').count(),
        }
    }

    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some(behind) = skip_attribute(&tokens, at) {
                at = behind;
                continue;
            }
            let line = token.span().start().line;
            match token {
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    self.path_at(&tokens, at, &name);
                    if is_sign(tokens.get(at + 1), '!') {
                        self.items.push((line, Item::Macro(name.clone())));
                    }
                    self.items.push((line, Item::Name(name)));
                }
                TokenTree::Literal(literal) if literal.to_string().contains('"') => {
                    self.items.push((line, Item::Text(literal.to_string())));
                }
                TokenTree::Group(group) => self.walk(group.stream()),
                _ => {}
            }
            at += 1;
        }
    }

    /// Records the path that begins with a name, if it is one that leads somewhere.
    fn path_at(&mut self, tokens: &[TokenTree], at: usize, name: &str) {
        let make: fn(String) -> Item = match name {
            "crate" => Item::Own,
            "std" | "core" | "alloc" => Item::Standard,
            "super" => {
                let supers = chain(tokens, at);
                let inner = at >= 3 && is_name(tokens.get(at - 3), "super");
                if inner || supers != self.depth() {
                    return;
                }
                self.targets(tokens, at + 3 * (supers - 1), Item::Own);
                return;
            }
            _ => return,
        };
        self.targets(tokens, at, make);
    }

    /// What stands behind the `::` of a name: one name, all, or a group of paths.
    fn targets(&mut self, tokens: &[TokenTree], at: usize, make: fn(String) -> Item) {
        if !is_sign(tokens.get(at + 1), ':') || !is_sign(tokens.get(at + 2), ':') {
            return;
        }
        match tokens.get(at + 3) {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                for (line, name) in heads(group) {
                    self.items.push((line, make(name)));
                }
            }
            Some(token) => {
                let line = token.span().start().line;
                self.items.push((line, make(token.to_string())));
            }
            None => {}
        }
    }
}

/// The first name of each path in a group.
fn heads(group: &Group) -> Vec<(usize, String)> {
    let mut heads = Vec::new();
    let mut fresh = true;
    for token in group.stream() {
        if fresh {
            heads.push((token.span().start().line, token.to_string()));
        }
        fresh = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ',');
    }
    heads
}

/// How many `super` follow each other.
fn chain(tokens: &[TokenTree], at: usize) -> usize {
    (0..)
        .take_while(|step| is_name(tokens.get(at + 3 * step), "super"))
        .count()
}

fn is_name(token: Option<&TokenTree>, name: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if *ident == name)
}

fn is_sign(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// The place behind an attribute: documentation (comments, once read) is passed over, and `#[cfg(test)]`
/// together with the item that it stands for.
fn skip_attribute(tokens: &[TokenTree], at: usize) -> Option<usize> {
    if !is_sign(tokens.get(at), '#') {
        return None;
    }
    let inner = usize::from(is_sign(tokens.get(at + 1), '!'));
    let Some(TokenTree::Group(group)) = tokens.get(at + 1 + inner) else {
        return None;
    };
    let attribute: String = group.stream().to_string().split_whitespace().collect();
    let behind = at + 2 + inner;
    if attribute.starts_with("doc=") {
        return Some(behind);
    }
    if attribute != "cfg(test)" {
        return None;
    }
    let ends = |token: &TokenTree| match token {
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    let end = tokens.iter().skip(behind).position(ends);
    Some(end.map_or(tokens.len(), |end| behind + end + 1))
}
