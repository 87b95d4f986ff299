//! Rewrites a module into the instructions that the first engines with WebAssembly know, so that one module runs in
//! all of them. The standard library comes compiled with younger ones: extending signs, conversions that do not trap,
//! copying and filling of memory. Each is replaced by older instructions that do the same.

use std::convert::Infallible;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, Function, FunctionSection, InstructionSink, MemArg, Module,
    TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, Operator, Parser, Payload,
    TypeSectionReader, Validator, WasmFeatures,
};

/// Rewrites a module from one file into another.
pub(crate) fn file(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    fs::write(to, lower(&bytes)?).map_err(|error| format!("{}: {error}", to.display()))
}

/// The module in old instructions alone.
///
/// # Errors
/// What is not understood of the module, or what is still too young in it.
pub(crate) fn lower(module: &[u8]) -> Result<Vec<u8>, String> {
    let mut lower = Lower::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(|error| error.to_string())? {
            Payload::TypeSection(section) => lower.types = section.count(),
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.map_err(|error| error.to_string())?;
                    if matches!(import.ty, wasmparser::TypeRef::Func(_)) {
                        lower.functions = lower.functions.saturating_add(1);
                    }
                }
            }
            Payload::FunctionSection(section) => {
                lower.functions = lower.functions.saturating_add(section.count());
            }
            _ => {}
        }
    }
    let mut out = Module::new();
    lower
        .parse_core_module(&mut out, Parser::new(0), module)
        .map_err(|error| error.to_string())?;
    let bytes = out.finish();
    Validator::new_with_features(WasmFeatures::WASM1)
        .validate_all(&bytes)
        .map_err(|error| format!("too young for old engines: {error}"))?;
    Ok(bytes)
}

/// A function that stands in for an instruction. They are put behind those of the module, in this order.
#[derive(Clone, Copy)]
enum Helper {
    Copy,
    Fill,
    /// From a 64-bit float to an integer, as near as it gets: 32 or 64 bits, with or without a sign.
    ToI32,
    ToU32,
    ToI64,
    ToU64,
}

const HELPERS: [Helper; 6] = [
    Helper::Copy,
    Helper::Fill,
    Helper::ToI32,
    Helper::ToU32,
    Helper::ToI64,
    Helper::ToU64,
];

#[derive(Default)]
struct Lower {
    /// How many types the module has, and how many functions, the imported ones among them.
    types: u32,
    functions: u32,
}

impl Lower {
    fn call(&self, sink: &mut InstructionSink<'_>, helper: Helper) {
        sink.call(self.functions.saturating_add(helper as u32));
    }

    /// Replaces an instruction; false if it may stay.
    fn replace(&self, sink: &mut InstructionSink<'_>, operator: &Operator<'_>) -> bool {
        match operator {
            Operator::I32Extend8S => narrow(sink, 24),
            Operator::I32Extend16S => narrow(sink, 16),
            Operator::I64Extend8S => narrow_long(sink, 56),
            Operator::I64Extend16S => narrow_long(sink, 48),
            Operator::I64Extend32S => narrow_long(sink, 32),
            Operator::MemoryCopy { .. } => self.call(sink, Helper::Copy),
            Operator::MemoryFill { .. } => self.call(sink, Helper::Fill),
            Operator::I32TruncSatF64S => self.call(sink, Helper::ToI32),
            Operator::I32TruncSatF64U => self.call(sink, Helper::ToU32),
            Operator::I64TruncSatF64S => self.call(sink, Helper::ToI64),
            Operator::I64TruncSatF64U => self.call(sink, Helper::ToU64),
            // Every 32-bit float is a 64-bit one.
            Operator::I32TruncSatF32S => self.call(sink.f64_promote_f32(), Helper::ToI32),
            Operator::I32TruncSatF32U => self.call(sink.f64_promote_f32(), Helper::ToU32),
            Operator::I64TruncSatF32S => self.call(sink.f64_promote_f32(), Helper::ToI64),
            Operator::I64TruncSatF32U => self.call(sink.f64_promote_f32(), Helper::ToU64),
            _ => return false,
        }
        true
    }
}

fn narrow(sink: &mut InstructionSink<'_>, bits: i32) {
    sink.i32_const(bits).i32_shl().i32_const(bits).i32_shr_s();
}

fn narrow_long(sink: &mut InstructionSink<'_>, bits: i64) {
    sink.i64_const(bits).i64_shl().i64_const(bits).i64_shr_s();
}

impl Reencode for Lower {
    type Error = Infallible;

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_type_section(self, types, section)?;
        for helper in HELPERS {
            match helper {
                Helper::Copy | Helper::Fill => types.ty().function([ValType::I32; 3], []),
                Helper::ToI32 | Helper::ToU32 => {
                    types.ty().function([ValType::F64], [ValType::I32])
                }
                Helper::ToI64 | Helper::ToU64 => {
                    types.ty().function([ValType::F64], [ValType::I64])
                }
            }
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_function_section(self, functions, section)?;
        for helper in HELPERS {
            functions.function(self.types.saturating_add(helper as u32));
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_code_section(self, code, section)?;
        for helper in HELPERS {
            code.function(&match helper {
                Helper::Copy => copy(),
                Helper::Fill => fill(),
                Helper::ToI32 => convert(-2_147_483_649.0, 2_147_483_648.0, |sink, least| {
                    match least {
                        Some(true) => sink.i32_const(i32::MIN),
                        Some(false) => sink.i32_const(i32::MAX),
                        None => sink.local_get(0).i32_trunc_f64_s(),
                    };
                }),
                Helper::ToU32 => convert(-1.0, 4_294_967_296.0, |sink, least| {
                    match least {
                        Some(true) => sink.i32_const(0),
                        Some(false) => sink.i32_const(-1),
                        None => sink.local_get(0).i32_trunc_f64_u(),
                    };
                }),
                // The number below the least one is no float of its own: the least one itself is answered either way.
                Helper::ToI64 => convert(
                    -9_223_372_036_854_775_808.0,
                    9_223_372_036_854_775_808.0,
                    |sink, least| {
                        match least {
                            Some(true) => sink.i64_const(i64::MIN),
                            Some(false) => sink.i64_const(i64::MAX),
                            None => sink.local_get(0).i64_trunc_f64_s(),
                        };
                    },
                ),
                Helper::ToU64 => convert(-1.0, 18_446_744_073_709_551_616.0, |sink, least| {
                    match least {
                        Some(true) => sink.i64_const(0),
                        Some(false) => sink.i64_const(-1),
                        None => sink.local_get(0).i64_trunc_f64_u(),
                    };
                }),
            });
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let mut ahead = reader.clone();
            if self.replace(&mut function.instructions(), &ahead.read()?) {
                reader = ahead;
            } else {
                function.instruction(&self.parse_instruction(&mut reader)?);
            }
        }
        code.function(&function);
        Ok(())
    }
}

/// No number gives 0; at `below` and less, or at `above` and more, the nearest there is; else without the fraction.
/// `answer` writes the least number, the greatest one, or the conversion.
fn convert(
    below: f64,
    above: f64,
    answer: impl Fn(&mut InstructionSink<'_>, Option<bool>),
) -> Function {
    let mut function = Function::new([]);
    let mut sink = function.instructions();
    // A number that is not itself is none; then 0 is converted.
    sink.local_get(0).local_get(0).f64_ne();
    sink.if_(BlockType::Empty)
        .f64_const(0.0.into())
        .local_set(0)
        .end();
    sink.local_get(0).f64_const(below.into()).f64_le();
    sink.if_(BlockType::Empty);
    answer(&mut sink, Some(true));
    sink.return_().end();
    sink.local_get(0).f64_const(above.into()).f64_ge();
    sink.if_(BlockType::Empty);
    answer(&mut sink, Some(false));
    sink.return_().end();
    answer(&mut sink, None);
    sink.end();
    function
}

/// Somewhere in the memory, aligned as it may be.
const AT: MemArg = MemArg {
    offset: 0,
    align: 0,
    memory_index: 0,
};

const TO: u32 = 0;
const FROM: u32 = 1;
const LENGTH: u32 = 2;

/// `local += number`
fn step(sink: &mut InstructionSink<'_>, local: u32, number: i32) {
    sink.local_get(local)
        .i32_const(number)
        .i32_add()
        .local_set(local);
}

/// Repeats `body` while the length is at least `most`.
fn while_at_least(
    sink: &mut InstructionSink<'_>,
    most: i32,
    body: impl Fn(&mut InstructionSink<'_>),
) {
    sink.block(BlockType::Empty).loop_(BlockType::Empty);
    sink.local_get(LENGTH).i32_const(most).i32_lt_u().br_if(1);
    body(sink);
    sink.br(0).end().end();
}

/// Copies a stretch of memory; both may overlap. Eight bytes at a time: each is read before anything is written that
/// a later one reads, from the front where the goal lies before the source, else from the back.
fn copy() -> Function {
    let mut function = Function::new([]);
    let mut sink = function.instructions();
    sink.local_get(TO)
        .local_get(FROM)
        .i32_le_u()
        .if_(BlockType::Empty);
    for bytes in [8, 1] {
        while_at_least(&mut sink, bytes, |sink| {
            sink.local_get(TO).local_get(FROM);
            move_bytes(sink, bytes);
            step(sink, TO, bytes);
            step(sink, FROM, bytes);
            step(sink, LENGTH, bytes.saturating_neg());
        });
    }
    sink.else_();
    for bytes in [8, 1] {
        while_at_least(&mut sink, bytes, |sink| {
            step(sink, LENGTH, bytes.saturating_neg());
            for place in [TO, FROM] {
                sink.local_get(place).local_get(LENGTH).i32_add();
            }
            move_bytes(sink, bytes);
        });
    }
    sink.end().end();
    function
}

fn move_bytes(sink: &mut InstructionSink<'_>, bytes: i32) {
    match bytes {
        8 => sink.i64_load(AT).i64_store(AT),
        _ => sink.i32_load8_u(AT).i32_store8(AT),
    };
}

/// Fills a stretch of memory with a byte.
fn fill() -> Function {
    const BYTE: u32 = FROM;
    const EIGHT: u32 = 3;
    let mut function = Function::new([(1, ValType::I64)]);
    let mut sink = function.instructions();
    sink.local_get(BYTE)
        .i32_const(0xff)
        .i32_and()
        .i64_extend_i32_u();
    sink.i64_const(0x0101_0101_0101_0101)
        .i64_mul()
        .local_set(EIGHT);
    for bytes in [8, 1] {
        while_at_least(&mut sink, bytes, |sink| {
            match bytes {
                8 => sink.local_get(TO).local_get(EIGHT).i64_store(AT),
                _ => sink.local_get(TO).local_get(BYTE).i32_store8(AT),
            };
            step(sink, TO, bytes);
            step(sink, LENGTH, bytes.saturating_neg());
        });
    }
    sink.end();
    function
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ExportKind, ExportSection, Function, FunctionSection, MemorySection,
        MemoryType, Module, TypeSection, ValType,
    };
    use wasmparser::{Validator, WasmFeatures};

    use super::lower;

    /// A module that uses every kind of young instruction. Its functions are run in an engine by `tests/npm`.
    pub(super) fn young() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32; 3], []);
        types.ty().function([ValType::F64], [ValType::I64]);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        for kind in [0, 0, 1, 2] {
            functions.function(kind);
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        let mut code = CodeSection::new();
        let mut bodies = [(); 4].map(|()| Function::new([]));
        let [copy, fill, convert, extend] = &mut bodies;
        let three = |function: &mut Function| {
            function
                .instructions()
                .local_get(0)
                .local_get(1)
                .local_get(2);
        };
        three(copy);
        copy.instructions().memory_copy(0, 0).end();
        three(fill);
        fill.instructions().memory_fill(0).end();
        convert
            .instructions()
            .local_get(0)
            .i64_trunc_sat_f64_s()
            .end();
        extend.instructions().local_get(0).i32_extend8_s().end();
        for (index, body) in (0..).zip(&bodies) {
            exports.export(
                ["copy", "fill", "convert", "extend"][index as usize],
                ExportKind::Func,
                index,
            );
            code.function(body);
        }
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&memories)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    #[test]
    fn what_was_too_young_is_valid_in_the_first_engines() {
        let module = young();
        let mut first = Validator::new_with_features(WasmFeatures::WASM1);
        assert!(first.validate_all(&module).is_err());
        // lower() validates by itself.
        lower(&module).unwrap();
    }

    #[test]
    fn what_has_no_older_form_is_refused() {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32; 2]);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().i32_const(1).i32_const(2).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        assert!(
            lower(&module.finish())
                .unwrap_err()
                .starts_with("too young")
        );
    }
}
