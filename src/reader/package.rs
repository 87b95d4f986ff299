//! Packages of Office Open XML: which part is which.

use crate::limits;
use crate::reader::container::zip::Archive;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};

const RELATIONSHIPS: &str = "_rels/.rels";
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// What a part of a package refers to.
#[derive(Debug)]
pub(crate) struct Relation {
    /// The name of the relation inside the part.
    pub(crate) id: String,
    /// What the other part is, as a URL that ends with a word for it.
    pub(crate) kind: String,
    /// The name of the other part in the archive.
    pub(crate) target: String,
}

/// The name of the main part: by the relationships of the package, else by its content types, else the
/// usual name. Writers that get one of the first two wrong exist.
///
/// # Errors
/// What ails the two parts that tell.
pub(crate) fn main_part(
    archive: &mut Archive<'_>,
    is_type: fn(&str) -> bool,
    usual: &str,
) -> Result<String, ReadError> {
    let by_relation = relations(archive, "")?
        .into_iter()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map(|relation| relation.target);
    if let Some(name) = by_relation.filter(|name| archive.find(name).is_some()) {
        return Ok(name);
    }
    let by_type = index(archive, CONTENT_TYPES, ["PartName", "ContentType", ""])?
        .into_iter()
        .find(|[_, kind, _]| is_type(kind))
        .map(|[name, ..]| resolved("", &name));
    Ok(by_type
        .filter(|name| archive.find(name).is_some())
        .unwrap_or_else(|| usual.to_owned()))
}

/// What a part refers to, in the order of the list; of the package itself if the name is empty.
///
/// # Errors
/// What ails the part that holds the list. A list that is no XML says nothing: there are usual names.
pub(crate) fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let list = if part.is_empty() {
        RELATIONSHIPS.to_owned()
    } else if folder.is_empty() {
        ["_rels/", file, ".rels"].concat()
    } else {
        [folder, "/_rels/", file, ".rels"].concat()
    };
    let rows = index(archive, &list, ["Id", "Type", "Target"])?;
    let relation = |[id, kind, target]: [String; 3]| Relation {
        id,
        kind,
        target: resolved(folder, &target),
    };
    Ok(rows.into_iter().map(relation).collect())
}

/// The name of a part that another one in `folder` refers to.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    crate::strings::join(&steps, "/")
}

/// Three attributes of every element of a part; none if there is no such part.
fn index(
    archive: &mut Archive<'_>,
    part: &str,
    names: [&'static str; 3],
) -> Result<Vec<[String; 3]>, ReadError> {
    let Some(text) = archive
        .read(part)?
        .and_then(|bytes| xml::decode(bytes).ok())
    else {
        return Ok(Vec::new());
    };
    let mut rows = Rows {
        names,
        rows: Vec::new(),
    };
    // What stands in front of the place where a list breaks is as good as ever.
    let _ = xml::walk(&text, &mut rows);
    Ok(rows.rows)
}

struct Rows {
    names: [&'static str; 3],
    rows: Vec<[String; 3]>,
}

impl Visitor for Rows {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        if self.rows.len() >= limits::ZIP_ENTRIES {
            return Err(ReadErrorKind::TooLarge);
        }
        let value = |name: &str| xml::attribute(element, name).unwrap_or_default();
        self.rows.push(self.names.map(value));
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), ReadErrorKind> {
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        Ok(())
    }
}
