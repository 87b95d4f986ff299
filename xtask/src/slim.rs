//! What is done to a module behind wasm-bindgen so that it weighs less after gzip; what it does stays the same.
//!
//! - Imports get short names, in the module and in its glue: wasm-bindgen names them after the function and a
//!   hash, which nothing packs (3 KB of the page's module).
//! - Functions are ordered by type and content instead of by size, since gzip finds what is alike only where it
//!   stands close together (2 KB).
//! - Functions that are the same are one function (0.4 KB).

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, FunctionBody, FunctionSectionReader, ImportSectionReader,
    Parser, Payload, TypeRef,
};

/// A module and its glue, made smaller.
///
/// # Errors
/// What is not understood of the module, or an import that the glue does not have.
pub(crate) fn slim(module: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let content = Content::read(module).map_err(|error| error.to_string())?;
    let mut glue = glue.to_owned();
    for (number, name) in content.imports.iter().enumerate() {
        let own = format!(" {name}: function(");
        if glue.matches(&own).count() != 1 {
            return Err(format!("the glue does not define {name} once"));
        }
        glue = glue.replace(&own, &format!(" {}: function(", short(number)));
    }
    let mut bytes = rewrite(module, &content)?;
    // Functions may be the same once those that they call are.
    loop {
        let content = Content::read(&bytes).map_err(|error| error.to_string())?;
        let next = rewrite(&bytes, &content)?;
        if next.len() >= bytes.len() {
            return Ok((bytes, glue));
        }
        bytes = next;
    }
}

fn rewrite(module: &[u8], content: &Content<'_>) -> Result<Vec<u8>, String> {
    let mut out = Module::new();
    Slim::new(content)
        .parse_core_module(&mut out, Parser::new(0), module)
        .map_err(|error| error.to_string())?;
    Ok(out.finish())
}

/// The name of an import by its number.
fn short(number: usize) -> String {
    format!("i{number}")
}

/// What must be known of a module before it is written anew.
#[derive(Default)]
struct Content<'a> {
    imports: Vec<&'a str>,
    imported_functions: usize,
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> Content<'a> {
    fn read(module: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut content = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        content.imports.push(import.name);
                        if matches!(import.ty, TypeRef::Func(_)) {
                            content.imported_functions =
                                content.imported_functions.saturating_add(1);
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    content.types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => content.bodies.push(body),
                _ => {}
            }
        }
        Ok(content)
    }
}

/// Writes a module anew.
struct Slim<'a> {
    /// The functions in their new order, each once: type and body.
    functions: Vec<(u32, FunctionBody<'a>)>,
    /// The new index of every function, the imported ones first.
    indices: Vec<u32>,
}

impl<'a> Slim<'a> {
    fn new(content: &Content<'a>) -> Self {
        let mut functions: Vec<(u32, FunctionBody<'a>, usize)> = content
            .types
            .iter()
            .zip(&content.bodies)
            .enumerate()
            .map(|(old, (kind, body))| (*kind, body.clone(), old))
            .collect();
        functions.sort_by_key(|(kind, body, _)| (*kind, body.as_bytes().to_vec()));
        let imported = content.imported_functions;
        let mut slim = Self {
            functions: Vec::new(),
            indices: (0..)
                .take(imported.saturating_add(functions.len()))
                .collect(),
        };
        for (kind, body, old) in functions {
            let same = slim.functions.last().is_some_and(|(last_kind, last_body)| {
                *last_kind == kind && last_body.as_bytes() == body.as_bytes()
            });
            if !same {
                slim.functions.push((kind, body));
            }
            let new = imported
                .saturating_add(slim.functions.len())
                .saturating_sub(1);
            if let (Some(index), Ok(new)) = (
                slim.indices.get_mut(imported.saturating_add(old)),
                u32::try_from(new),
            ) {
                *index = new;
            }
        }
        slim
    }
}

impl Reencode for Slim<'_> {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        let new = usize::try_from(index)
            .ok()
            .and_then(|index| self.indices.get(index));
        Ok(new.copied().unwrap_or(index))
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (number, import) in section.into_imports().enumerate() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &short(number), kind);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (kind, _) in self.functions.clone() {
            functions.function(self.type_index(kind)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        _: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for (_, body) in self.functions.clone() {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
        ImportSection, Module, TypeSection, ValType,
    };
    use wasmparser::{Parser, Payload, Validator};

    use super::slim;

    const GLUE: &str = "const import0 = {\n    __wbg_now_0123: function() { return 1; },\n};";

    /// One import and three functions: `first` and `second` are the same, `third` calls `second` and the import.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("glue", "__wbg_now_0123", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut exports = ExportSection::new();
        for (index, name) in (1..).zip(["first", "second", "third"]) {
            functions.function(0);
            exports.export(name, ExportKind::Func, index);
        }
        let mut code = CodeSection::new();
        for _ in 0..2 {
            let mut function = Function::new([]);
            function.instructions().i32_const(7).end();
            code.function(&function);
        }
        let mut function = Function::new([]);
        function.instructions().call(2).call(0).i32_add().end();
        code.function(&function);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    /// Names of imports, indices of exports by name, number of functions.
    fn content(module: &[u8]) -> (Vec<String>, Vec<(String, u32)>, u32) {
        let (mut imports, mut exports, mut count) = (Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    imports.extend(
                        section
                            .into_imports()
                            .map(|import| import.unwrap().name.to_owned()),
                    );
                }
                Payload::ExportSection(section) => {
                    exports.extend(section.into_iter().map(|export| {
                        let export = export.unwrap();
                        (export.name.to_owned(), export.index)
                    }))
                }
                Payload::CodeSectionStart { count: bodies, .. } => count = bodies,
                _ => {}
            }
        }
        (imports, exports, count)
    }

    #[test]
    fn the_module_stays_valid_with_short_imports_and_each_function_once() {
        let (module, glue) = slim(&module(), GLUE).unwrap();
        Validator::new().validate_all(&module).unwrap();
        let (imports, exports, count) = content(&module);
        assert_eq!(imports, ["i0"]);
        assert_eq!(count, 2);
        let index = |name: &str| exports.iter().find(|(own, _)| own == name).unwrap().1;
        assert_eq!(index("first"), index("second"));
        assert_ne!(index("first"), index("third"));
        assert!(glue.contains(" i0: function() { return 1; }"), "{glue}");
    }

    #[test]
    fn an_import_that_the_glue_does_not_have_is_an_error() {
        let error = slim(&module(), "const import0 = {};").unwrap_err();
        assert!(error.contains("__wbg_now_0123"), "{error}");
    }
}
