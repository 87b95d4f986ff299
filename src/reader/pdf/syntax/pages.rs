//! The pages of a file, each with what it inherits from those above it in the tree.

use std::rc::Rc;

use crate::limits;

use super::super::matrix::{Area, Matrix, Point};
use super::file::File;
use super::object::{Dict, Object};

/// Levels of the tree.
const DEPTH: usize = 64;
/// Nodes that may wait at a time.
const WAITING: usize = 10_000;
/// A4 in points, where the file does not say how large a page is.
const PAPER: [f64; 4] = [0.0, 0.0, 595.0, 842.0];

/// One page.
#[derive(Debug)]
pub(crate) struct PageEntry {
    pub(crate) dict: Rc<Dict>,
    pub(crate) resources: Rc<Dict>,
    /// What of it is looked at, turned, from the top left corner.
    pub(crate) area: Area,
    /// Turns what it draws into that.
    pub(crate) matrix: Matrix,
}

/// What a page has if it has none of its own.
#[derive(Clone, Default)]
struct Inherited {
    resources: Rc<Dict>,
    media: Vec<f64>,
    crop: Vec<f64>,
    turned: i64,
}

/// The pages in their order, at most one more than a file may have.
pub(crate) fn pages(file: &File<'_>) -> Vec<PageEntry> {
    let mut pages = Vec::new();
    let root = file.catalogue().and_then(|root| file.dict(&root, b"Pages"));
    // Nodes that still wait, the next one last, with what they inherit and how deep they are.
    let mut waiting: Vec<(Rc<Dict>, Inherited, usize)> = root
        .map(|root| (root, Inherited::default(), 0))
        .into_iter()
        .collect();
    while let Some((node, above, depth)) = waiting.pop() {
        if pages.len() > limits::PAGES || !file.step() {
            break;
        }
        let own = above.with(file, &node);
        let is_tree = node.has(b"Kids");
        if is_tree && depth < DEPTH {
            let kids = file.list(&node, b"Kids").into_iter().rev();
            let kids = kids.filter_map(|kid| match kid {
                Object::Dict(kid) if file.step() => {
                    Some((kid, own.clone(), depth.saturating_add(1)))
                }
                _ => None,
            });
            let room = WAITING.saturating_sub(waiting.len());
            waiting.extend(kids.take(room));
        } else if !is_tree {
            pages.push(own.page(node));
        }
    }
    if pages.is_empty() {
        pages = alone(file);
    }
    pages
}

/// Pages of a file whose tree leads nowhere: all objects that say they are one.
fn alone(file: &File<'_>) -> Vec<PageEntry> {
    let page = |number| match file.resolve(&Object::Reference(number)) {
        Object::Dict(dict)
            if file
                .name(&dict, b"Type")
                .is_some_and(|kind| *kind == *b"Page") =>
        {
            Some(Inherited::default().with(file, &dict).page(dict))
        }
        _ => None,
    };
    let numbers = file.numbers_of_objects().into_iter();
    numbers
        .filter_map(page)
        .take(limits::PAGES.saturating_add(1))
        .collect()
}

impl Inherited {
    fn with(mut self, file: &File<'_>, node: &Dict) -> Self {
        if let Some(resources) = file.dict(node, b"Resources") {
            self.resources = resources;
        }
        for (name, own) in [
            (&b"MediaBox"[..], &mut self.media),
            (b"CropBox", &mut self.crop),
        ] {
            let numbers = file.numbers(node, name);
            if numbers.len() == 4 {
                *own = numbers;
            }
        }
        if let Some(turned) = file.get(node, b"Rotate").whole() {
            self.turned = turned;
        }
        self
    }

    fn page(self, dict: Rc<Dict>) -> PageEntry {
        let rectangle = |numbers: &[f64]| <[f64; 4]>::try_from(numbers).ok();
        let media = rectangle(&self.media).unwrap_or(PAPER);
        let crop = rectangle(&self.crop).unwrap_or(media);
        let (matrix, width, height) = Matrix::of_page(media, crop, PAPER, self.turned);
        let size = Point {
            x: width,
            y: height,
        };
        PageEntry {
            dict,
            resources: self.resources,
            area: Matrix::IDENTITY.area(Point { x: 0.0, y: 0.0 }, size),
            matrix,
        }
    }
}
