// The modules as they are shipped, in the engines of old browsers: Node.js brings the same V8.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const [site, dist] = [process.env.GOUJI_SITE, process.env.GOUJI_DIST];
assert.ok(site && dist, 'GOUJI_SITE and GOUJI_DIST are not set: run through cargo xtask test --only npm');
const here = fileURLToPath(new URL('.', import.meta.url));

/** Node.js, its V8 and the Chromium of the same. */
const ENGINES = [['node12', '7.8', 78], ['node14', '8.4', 84], ['node16', '9.4', 94], ['node18', '10.2', 102]];
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
    assert.equal(JSON.parse(sample).summary.errors, 3);
  });
}

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
