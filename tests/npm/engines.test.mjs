// The modules as they are shipped, in the engines of old browsers: Node.js brings the same V8.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FAULTS } from '../page/report.mjs';

const [site, dist] = [process.env.GOUJI_SITE, process.env.GOUJI_DIST];
assert.ok(site && dist, 'GOUJI_SITE and GOUJI_DIST are not set: run through cargo xtask test --only npm');
const here = fileURLToPath(new URL('.', import.meta.url));

/** Node.js, its V8 and the Chromium of the same. */
const ENGINES = [['node10', '6.8', 68], ['node12', '7.8', 78], ['node14', '8.4', 84], ['node16', '9.4', 94], ['node18', '10.2', 102]];
const LINUX = process.platform === 'linux' && process.arch === 'x64';
const ABSENT = LINUX ? false : 'NOT RUN: the old engines are there for Linux on x64 only';

const program = (name) => join(here, 'node_modules', name, 'bin', 'node');

function run(name, ...args) {
  assert.ok(existsSync(program(name)), `${name} is not installed: npm ci in tests/npm`);
  const { status, stdout, stderr } = spawnSync(program(name), args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  assert.equal(status, 0, `${name}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

let folder;
let files;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-engines-'));
  // Reports of every kind that needs no table of characters, which Node.js 12 does not bring.
  const reports = join(here, '..', 'files');
  files = readdirSync(reports, { recursive: true }).map((name) => join(reports, String(name)))
    .filter((file) => /\.(html|txt|docx|xlsx|odt|pdf|ofd)$/.test(file) && !/gb|encod/i.test(file)).slice(0, 60);
  files.push(join(here, '..', '..', 'src', 'page', 'sample.html'));
  writeFileSync(join(folder, 'empty.txt'), '');
  files.push(join(folder, 'empty.txt'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [name, v8, chromium] of ENGINES) {
  test(`${name} (V8 ${v8}, Chromium ${chromium}) gives the answers of this Node.js`, { skip: ABSENT }, () => {
    assert.ok(run(name, '-p', 'process.versions.v8').startsWith(`${v8}.`));
    const probe = join(here, 'probe.cjs');
    const here20 = spawnSync(process.execPath, [probe, 'check', site, 'engine', ...files], { encoding: 'utf8', maxBuffer: 64 << 20 });
    assert.equal(here20.status, 0, here20.stderr);
    assert.ok(here20.stdout.includes('"status":"checked"'));
    assert.equal(run(name, probe, 'check', site, 'engine', ...files), here20.stdout);
    const sample = run(name, probe, 'check', site, 'gouji', join(here, '..', '..', 'src', 'page', 'sample.html'));
    assert.equal(JSON.parse(sample).summary.errors, FAULTS);
  });
}

/**
 * A module that copies and fills memory, converts and extends by young instructions: `copy(to, from, length)`,
 * `fill(to, byte, length)`, `toI32`, `toU32` of a float, `extend` of a byte; all over one memory.
 */
const YOUNG = (() => {
  const section = (id, ...content) => [id, content.length, ...content];
  const text = (name) => [name.length, ...Buffer.from(name)];
  const body = (...code) => [code.length + 2, 0, ...code, 0x0b];
  const [I32, F64] = [0x7f, 0x7c];
  const three = [0x20, 0, 0x20, 1, 0x20, 2];
  const names = ['copy', 'fill', 'toI32', 'toU32', 'extend'];
  return Buffer.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, 3, 0x60, 3, I32, I32, I32, 0, 0x60, 1, F64, 1, I32, 0x60, 1, I32, 1, I32),
    ...section(3, 5, 0, 0, 1, 1, 2),
    ...section(5, 1, 0, 1),
    ...section(7, 6, ...text('memory'), 2, 0, ...names.flatMap((name, index) => [...text(name), 0, index])),
    ...section(10, 5, ...body(...three, 0xfc, 10, 0, 0), ...body(...three, 0xfc, 11, 0), ...body(0x20, 0, 0xfc, 2), ...body(0x20, 0, 0xfc, 3), ...body(0x20, 0, 0xc0)),
  ]);
})();

test('what stands in for young instructions does what they do', () => {
  const [from, to] = [join(folder, 'young.wasm'), join(folder, 'old.wasm')];
  writeFileSync(from, YOUNG);
  const { status, stderr } = spawnSync(process.env.GOUJI_XTASK, ['lower', from, to], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const [young, old] = [YOUNG, readFileSync(to)].map((bytes) => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  const memory = (engine) => Buffer.from(engine.memory.buffer, 0, 256);
  for (let place = 0; place < 256; place += 1) for (const engine of [young, old]) memory(engine)[place] = (place * 37) % 251;
  for (const length of [0, 1, 7, 8, 9, 16, 31, 64]) {
    for (const [goal, source] of [[100, 20], [20, 100], [50, 51], [51, 50], [50, 57], [57, 50], [60, 60], [0, 3], [3, 0]]) {
      for (const engine of [young, old]) {
        engine.copy(goal, source, length);
        engine.fill(goal + 5, length + source, length);
        engine.copy(source, goal, length);
      }
      assert.deepEqual(memory(old), memory(young), `${length} from ${source} to ${goal}`);
    }
  }
  const numbers = [0, -0, 0.9, -0.9, 1, -1, -1.5, 2 ** 31 - 1, 2 ** 31 - 0.5, 2 ** 31, -(2 ** 31), -(2 ** 31) - 0.5, -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, 1e300, -1e300, NaN, Infinity, -Infinity];
  for (const number of numbers) {
    for (const name of ['toI32', 'toU32']) assert.equal(old[name](number), young[name](number), `${name} ${number}`);
  }
  for (let byte = 0; byte < 256; byte += 1) assert.equal(old.extend(byte), young.extend(byte));
});

test('node10 (V8 6.8, Chromium 68) parses every script that is shipped', { skip: ABSENT }, () => {
  const classic = (place) => readdirSync(place, { recursive: true }).map((name) => join(place, String(name))).filter((file) => file.endsWith('.js'));
  const scripts = [...classic(site), ...classic(join(dist, 'site')), ...classic(join(dist, 'widget')), join(dist, 'npm', 'classic.js')];
  // The scripts inside the one file.
  const page = readFileSync(join(dist, 'gouji.html'), 'utf8');
  let inside = 0;
  for (const [, attributes, text] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (/id="gouji-\w+-module"/.test(attributes)) continue;
    inside += 1;
    const file = join(folder, `inside-${inside}.js`);
    writeFileSync(file, text);
    scripts.push(file);
  }
  assert.ok(inside >= 6);
  assert.equal(run('node10', join(here, 'probe.cjs'), 'parse', ...scripts), `parsed ${scripts.length}\n`);
});
