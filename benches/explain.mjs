// The same tables inside the module: how long, how much memory, and whether the answers are the same.
// Run by `cargo xtask bench explain`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus } from 'node:os';
import vm from 'node:vm';

const [folder, list] = process.argv.slice(2);
const glue = readFileSync(join(folder, 'measure.js'), 'utf8');
const api = vm.runInThisContext(`(() => { ${glue}\nreturn gouji_measure; })()`, { filename: 'measure.js' });
const module = new WebAssembly.Module(readFileSync(join(folder, 'measure_bg.wasm')));
const { memory } = api.initSync({ module });

/** FNV-1a over the signs of a text, all of them ASCII. */
function digest(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

const tables = readFileSync(list, 'utf8').trim().split('\n').map((line) => {
  const [kind, edition, native, answer, figures] = line.split('\t');
  return {
    kind, edition, native: Number(native), answer: Number(answer), figures: Int32Array.from(figures.split(' '), Number),
  };
});

// Warm: what V8 does to the code in the first calls is no part of what is measured.
for (const table of tables.slice(0, 400)) {
  const prepared = api.Prepared.new(table.edition, table.figures);
  prepared.explain();
  prepared.free();
}
const before = memory.buffer.byteLength;
let different = 0;
for (const table of tables) {
  const prepared = api.Prepared.new(table.edition, table.figures);
  table.wasm = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const start = process.hrtime.bigint();
    prepared.explain();
    table.wasm = Math.min(table.wasm, Number(process.hrtime.bigint() - start));
  }
  if (digest(prepared.answer()) !== table.answer) different += 1;
  prepared.free();
}
const after = memory.buffer.byteLength;

const micro = (nanoseconds) => Math.round(nanoseconds / 1_000);
function row(name, of) {
  const at = (values, part) => values[Math.floor((values.length - 1) * part)];
  const sorted = (key) => of.map((table) => table[key]).sort((a, b) => a - b);
  const [native, wasm] = [sorted('native'), sorted('wasm')];
  for (const [where, values] of [['native', native], ['module', wasm]]) {
    const cells = [0.5, 0.95, 0.99, 1].map((part) => micro(at(values, part)));
    console.log(`| ${name} | ${of.length} | ${where} | ${cells.join(' | ')} |`);
  }
  const ratio = [0.5, 0.95, 0.99, 1].map((part) => (at(wasm, part) / at(native, part)).toFixed(1));
  console.log(`| ${name} | | module : native | ${ratio.join(' | ')} |`);
}
console.log('\nmicroseconds a table, the least of three calls\n');
console.log('| tables | how many | where | p50 | p95 | p99 | most |');
console.log('|---|--:|---|--:|--:|--:|--:|');
row('made-up errors', tables.filter((table) => table.kind !== 'hostile'));
row('hostile', tables.filter((table) => table.kind === 'hostile'));
console.log(`\nnode ${process.version}, ${cpus().length} cores of ${cpus()[0].model}`);
console.log(`memory of the module: ${before} bytes before, ${after} after, grown by ${after - before}; the most that`
  + ' a module starts with includes its stack');
assert.equal(different, 0, 'answers that are not those of the native build');
console.log(`all ${tables.length} answers are those of the native build`);
