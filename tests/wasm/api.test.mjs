// The boundary to JavaScript, without a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ENGINE, PAGE, compile, load, thrown } from './module.mjs';

const api = load(ENGINE);
const bytes = (text) => new TextEncoder().encode(text);

for (const module of [PAGE, ENGINE]) {
  test(`${module.files} needs nothing that Chrome 78 lacks`, () => {
    const compiled = compile(module);
    // Reference types show as a table of externref in the exports and as its helpers.
    const names = WebAssembly.Module.exports(compiled).map((entry) => entry.name);
    assert.deepEqual(names.filter((name) => /externref/.test(name)), []);
    // Functions of the engine's own string type would be imported by these names.
    const sources = new Set(WebAssembly.Module.imports(compiled).map((entry) => entry.module));
    assert.deepEqual([...sources].filter((name) => name.startsWith('wasm:')), []);
  });
}

test('the version is that of the package', () => {
  const manifest = readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  assert.equal(api.version(), /^version = "(.*)"$/m.exec(manifest)[1]);
});

test('the answer is what JSON can say, nothing else', () => {
  const answer = api.check(bytes('abc'), '甲.txt', {});
  assert.deepEqual(answer, JSON.parse(JSON.stringify(answer)));
  assert.equal(answer.schema, 'gouji/1');
  assert.equal(answer.engine, api.version());
  assert.equal(answer.outcomes[0].file.name, '甲.txt');
  assert.equal(answer.outcomes[0].file.bytes, 3);
});

test('every character comes back as it went in', () => {
  let name = '';
  for (let code = 0; code < 0x180; code += 1) name += String.fromCharCode(code);
  name += '\u2028\u2029\ufeff\uffff引"\\号\u{1f600}\\';
  assert.equal(api.check(bytes('abc'), name, {}).outcomes[0].file.name, name);
});

test('options may be left out, in whole or in part', () => {
  const plain = api.check(bytes('abc'), 'a', {});
  for (const options of [undefined, null, { lang: 'zh-CN' }, { edits: [] }, { edition: null }]) {
    assert.deepEqual(api.check(bytes('abc'), 'a', options), plain);
  }
});

test('options of the wrong form are told by code', () => {
  for (const options of [3, 'en', { edits: 3 }, { edits: [{ id: 'requests.new.total' }] }, { only: [1] }]) {
    const error = thrown(() => api.check(bytes('abc'), 'a', options));
    assert.equal(error.code, 'options', JSON.stringify(options));
    assert.equal(typeof error.message, 'string');
  }
});

test('nothing that is fed stops the module', () => {
  const inputs = [
    [], [0], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xd0, 0xcf, 0x11, 0xe0],
    [...bytes('%PDF-1.7')], [...bytes('<table><tr><td>')], new Array(100_000).fill(0x3c), new Array(100_000).fill(9),
  ];
  for (const input of inputs) {
    const answer = api.check(new Uint8Array(input), 'a', {});
    assert.equal(answer.outcomes.length, 1);
    assert.equal(answer.outcomes[0].file.bytes, input.length);
  }
  assert.equal(api.check(bytes('abc'), 'a', {}).schema, 'gouji/1');
});

test('the same bytes give the same answer', () => {
  const answers = Array.from({ length: 3 }, () => JSON.stringify(api.check(bytes('一、总体情况'), 'a', {})));
  assert.equal(new Set(answers).size, 1);
});

test('the rules come in the language asked for, and in Chinese for any other', () => {
  const titles = (lang) => api.rules(lang).rules.map((rule) => rule.title);
  assert.ok(titles('zh-CN').length > 0);
  assert.equal(titles('en').length, titles('zh-CN').length);
  assert.notDeepEqual(titles('en'), titles('zh-CN'));
  assert.deepEqual(titles('tlh'), titles('zh-CN'));
});
