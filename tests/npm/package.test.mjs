// The npm package as others use it: packed, installed, from Node.js old and new, typed, and through a bundler.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { FAULTS } from '../page/report.mjs';
import { serve } from '../page/server.mjs';

const dist = process.env.GOUJI_DIST;
assert.ok(dist, 'GOUJI_DIST is not set: run through cargo xtask test --only npm');
const here = fileURLToPath(new URL('.', import.meta.url));
const SAMPLE = join(here, '..', '..', 'src', 'page', 'sample.html');
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(program, args, options) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

let app; // a project that has the package installed
let packed; // what npm says of it
before(() => {
  app = mkdtempSync(join(tmpdir(), 'gouji-npm-'));
  const { stdout, stderr } = run(NPM, ['pack', '--json', '--pack-destination', app], { cwd: join(dist, 'npm') });
  assert.doesNotMatch(stderr, /warn/i);
  [packed] = JSON.parse(stdout);
  writeFileSync(join(app, 'package.json'), '{"private": true, "type": "module"}');
  run(NPM, ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], { cwd: app });
  const use = "const gouji = await load(); const answer = gouji.check(await readFile(process.argv[2]), 'a.html', { lang: 'en' }); console.log(answer.summary.errors, answer.outcomes[0].findings[0].code, (await load()) === gouji);";
  writeFileSync(join(app, 'use.mjs'), `import { promises } from 'fs'; const { readFile } = promises; import { load } from 'gouji'; (async () => { ${use} })();`);
  writeFileSync(join(app, 'use.cjs'), `const { readFile } = require('fs').promises; const { load } = require('gouji'); (async () => { ${use} })();`);
});
after(() => rmSync(app, { recursive: true, force: true }));

const SAID = `${FAULTS} requests-balance true\n`;

test('what is packed is what belongs there', () => {
  assert.deepEqual(packed.files.map((file) => file.path).sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'browser.js', 'classic.js', 'engine_bg.wasm', 'glue.js', 'index.d.ts', 'node.cjs', 'node.js', 'package.json', 'schema.json', 'types.d.ts',
  ]);
  const manifest = JSON.parse(readFileSync(join(dist, 'npm', 'package.json'), 'utf8'));
  const cargo = readFileSync(join(here, '..', '..', 'Cargo.toml'), 'utf8');
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(cargo)[1]);
  assert.equal(manifest.dependencies, undefined);
});

test('by import and by require, in this Node.js and in old ones', () => {
  const old = ['node12', 'node14', 'node16', 'node18'].map((name) => join(here, 'node_modules', name, 'bin', 'node')).filter(existsSync);
  if (old.length === 0) console.log('NOT RUN in old engines: they are there for Linux on x64 only');
  for (const program of [process.execPath, ...old]) {
    for (const file of ['use.mjs', 'use.cjs']) assert.equal(run(program, [file, SAMPLE], { cwd: app }).stdout, SAID, `${program} ${file}`);
  }
});

test('the five lines of the readme do what they say', () => {
  const readme = readFileSync(join(dist, 'npm', 'README.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(readme)[1];
  assert.equal(code.trim().split('\n').length, 5);
  writeFileSync(join(app, 'readme.mjs'), code);
  cpSync(SAMPLE, join(app, 'report.docx')); // the kind is told by the content
  const { stdout } = run(process.execPath, ['readme.mjs'], { cwd: app });
  assert.match(stdout, /^error Table three/);
});

test('the types hold for a strict user', () => {
  writeFileSync(join(app, 'use.ts'), `import { load, type Answer, type Finding } from 'gouji';
const gouji = await load();
const answer: Answer = gouji.check(new Uint8Array(), 'a', { edition: '2021', lang: 'en' });
const codes: string[] = answer.outcomes.flatMap((outcome) => outcome.findings.map((finding: Finding) => finding.code));
// @ts-expect-error: no such option
gouji.check(new Uint8Array(), 'a', { edition: 3 });
console.log(codes, gouji.rules('en').rules.length, gouji.version());
`);
  for (const resolution of ['bundler', 'nodenext']) {
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    run(process.execPath, [join(here, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', module, '--moduleResolution', resolution, 'use.ts'], { cwd: app });
  }
});

test('a bundler takes the module along, and a browser runs it', { timeout: 60_000 }, async () => {
  writeFileSync(join(app, 'index.html'), '<!doctype html><meta charset="utf-8"><script type="module" src="./main.js"></script>');
  writeFileSync(join(app, 'main.js'), `import { load } from 'gouji';
    window.said = load().then((gouji) => gouji.check(new TextEncoder().encode(${JSON.stringify(readFileSync(SAMPLE, 'utf8'))}), 'a.html').summary.errors);`);
  await build({ root: app, base: './', logLevel: 'error' });
  assert.equal(readdirSync(join(app, 'dist', 'assets')).filter((name) => name.endsWith('.wasm')).length, 1);
  const { chromium } = await import('../page/node_modules/playwright-core/index.mjs');
  const server = await serve({ '/sub/': join(app, 'dist') });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}/sub/`);
    assert.equal(await page.evaluate(() => window.said), FAULTS);
    // And as a classic script.
    mkdirSync(join(app, 'classic'));
    symlinkSync(join(app, 'node_modules', 'gouji'), join(app, 'classic', 'gouji'));
    const classic = await serve({ '/gouji/': join(app, 'node_modules', 'gouji'), '/': { 'index.html': '<script src="gouji/classic.js"></script>' } });
    await page.goto(classic.address);
    assert.match(await page.evaluate(() => window.eval("gouji_engine({ module_or_path: 'gouji/engine_bg.wasm' }).then(() => gouji_engine.version())")), /^\d/);
    await classic.close();
  } finally {
    await browser.close();
    await server.close();
  }
});
