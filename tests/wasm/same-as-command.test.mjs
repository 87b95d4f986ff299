// One engine: for the same bytes the module and the command line give the same JSON. Looks at every file of
// tests/files, tests/rules and tests/reports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { ENGINE, PAGE, load, thrown } from './module.mjs';

const command = process.env.GOUJI_COMMAND;
assert.ok(command, 'GOUJI_COMMAND is not set: run through cargo xtask test --only wasm');
const api = load(ENGINE);
const first = load(PAGE);

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = ['files', 'rules', 'reports']
  .map((folder) => join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((path) => statSync(path).isFile())
  .sort();

/** The answer of the command line to bytes on its standard input. Codes 0 to 2 all come with an answer. */
function ask(bytes, options = []) {
  const run = spawnSync(command, ['check', '-', '--format', 'json', ...options], {
    input: bytes, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  assert.ok([0, 1, 2].includes(run.status), `status ${run.status}, ${run.signal}: ${run.stderr}`);
  assert.notEqual(run.stdout, '', run.stderr);
  return JSON.parse(run.stdout);
}

/** The answer without the name of the file: standard input has none. */
function nameless(answer) {
  answer.outcomes.forEach((outcome) => { outcome.file.name = ''; });
  return answer;
}

test('there is something to compare', () => {
  assert.ok(inputs.length > 0, 'no file in tests/files, tests/rules and tests/reports');
});

for (const path of inputs) {
  test(`same answer: ${path.slice(root.length)}`, () => {
    const bytes = readFileSync(path);
    assert.deepEqual(nameless(api.check(bytes, '', {})), nameless(ask(bytes)));
  });
}

/** The answer of the module that the page begins with; null where it leaves the answer to the whole engine. */
function firstAnswer(bytes, options) {
  try {
    return first.check(bytes, '', options);
  } catch (error) {
    assert.equal(error.code, 'elsewhere');
    return null;
  }
}

const sample = readFileSync(join(root, '../src/page/sample.html'), 'utf8');

/** The sample with another text in each of its cells in turn. */
function* changed(text) {
  for (const { index } of sample.matchAll(/<td>[^<]*<\/td>/g)) {
    yield sample.slice(0, index) + sample.slice(index).replace(/<td>[^<]*/, `<td>${text}`);
  }
}

/** The rows of the sample as lines, with something between the cells. */
function lines(between) {
  return sample.match(/<tr>.*?<\/tr>/g).map((row) => (
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text).join(between)
  )).join('\n');
}

test('the module that the page begins with gives the same answer for any report with tables', () => {
  const reports = [sample, lines('\t'), lines('|'), ...changed('7'), ...changed(''), ...changed('2 件')];
  assert.ok(reports.length > 500);
  let answered = 0;
  for (const report of reports) {
    const bytes = Buffer.from(report);
    const answer = firstAnswer(bytes, {});
    if (!answer) continue;
    answered += 1;
    assert.deepEqual(answer, api.check(bytes, '', {}), report);
  }
  // Some changes take a label away, and with it a line; hardly any takes the table away.
  assert.ok(answered > reports.length * 0.95, `${answered} of ${reports.length}`);
});

test('it leaves every other input to the whole engine, or gives the same answer', () => {
  for (const path of inputs) {
    const bytes = readFileSync(path);
    const answer = firstAnswer(bytes, {});
    if (answer) assert.deepEqual(answer, api.check(bytes, '', {}), path);
  }
});

test('it takes changed cells, fixed editions and chosen rules', () => {
  const edits = [{ id: 'requests.new.total', raw: '99' }];
  for (const options of [{}, { edits }, { edition: '2021' }, { only: ['requests-balance'] }, { ignore: ['blank-cell'] }]) {
    const answer = firstAnswer(Buffer.from(sample), options);
    assert.deepEqual(answer, api.check(Buffer.from(sample), '', options), JSON.stringify(options));
  }
});

test('it leaves to the whole engine what it cannot say or read', () => {
  assert.equal(firstAnswer(Buffer.from(sample), { lang: 'en' }), null);
  for (const text of ['', '报告', 'PK\x03\x04', '%PDF-1.7', '{\\rtf1 报告', '\ufeff报告']) {
    assert.equal(firstAnswer(Buffer.from(text), {}), null, text);
  }
  for (const encode of Object.values(ENCODINGS)) {
    const answer = firstAnswer(encode(sample), {});
    assert.ok(answer === null || answer.outcomes[0].status === 'checked');
  }
  assert.equal(thrown(() => first.rules('zh-CN')).code, 'elsewhere');
  assert.equal(first.version(), api.version());
});

test('same answer in English and with a fixed edition', () => {
  const bytes = readFileSync(inputs[0]);
  const page = api.check(bytes, '', { lang: 'en', edition: '2019' });
  assert.deepEqual(nameless(page), nameless(ask(bytes, ['--lang', 'en', '--edition', '2019'])));
});

test('same answer with the report of the year before', () => {
  const bytes = Buffer.from(sample);
  const previous = Buffer.from(sample.replaceAll('2024', '2023'));
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  try {
    const path = join(folder, 'previous.html');
    writeFileSync(path, previous);
    const answer = api.check(bytes, '', { previous: new Uint8Array(previous) });
    assert.deepEqual(nameless(answer), nameless(ask(bytes, ['--previous', path])));
    const [{ report, findings }] = answer.outcomes;
    assert.deepEqual(report.previous, { unit: report.unit, year: 2023, fits: true });
    const codes = findings.map((finding) => finding.code);
    assert.ok(codes.includes('carried-over') && codes.includes('in-force-roll-forward'), codes.join());
    // The report itself is not last year's.
    const again = api.check(bytes, '', { previous: new Uint8Array(bytes) }).outcomes[0];
    assert.deepEqual(again.report.previous, { unit: report.unit, year: 2024, fits: false });
    assert.ok(again.findings.every((finding) => finding.code !== 'carried-over'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a report of the year before that cannot be read is told by code, in a sentence', () => {
  const error = thrown(() => api.check(Buffer.from(sample), '', { previous: new TextEncoder().encode('%PDF-1.7') }));
  assert.equal(error.code, 'previous');
  assert.match(error.message, /PDF.*。$/);
  assert.equal(thrown(() => api.check(Buffer.from(sample), '', { previous: 'text' })).code, 'options');
  assert.equal(thrown(() => first.check(Buffer.from(sample), '', { previous: new Uint8Array(1) })).code, 'elsewhere');
});

/** Encodes text as GBK: the decoder's table, turned round. */
function gbk(text) {
  const decoder = new TextDecoder('gbk');
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if (sign.length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : table.get(sign) || [0x81, 0x20])));
}

/** The page decodes through the browser, the command line through encoding_rs. */
const ENCODINGS = {
  'GBK': gbk,
  'UTF-8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE with its mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE with its mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-8 cut in a character': (text) => Buffer.from(text).subarray(0, -2),
  'GBK cut in a character': (text) => gbk(`${text}报`).subarray(0, -1),
  'GBK with wrong bytes': (text) => Buffer.concat([gbk(text), Buffer.from([0xff, 0x80, 0x0a, 0xfe])]),
  'GB18030 in four bytes': (text) => Buffer.concat([gbk(text), Buffer.from([0x81, 0x30, 0x81, 0x30, 0x82, 0x35, 0x8f, 0x33])]),
};

for (const [encoding, encode] of Object.entries(ENCODINGS)) {
  test(`same answer: ${encoding}`, () => {
    for (const path of inputs.slice(0, 3)) {
      const bytes = encode(readFileSync(path, 'utf8'));
      assert.deepEqual(nameless(api.check(bytes, '', {})), nameless(ask(bytes)), path);
    }
  });
}
