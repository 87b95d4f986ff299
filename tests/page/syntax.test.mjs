// What is shipped must be readable by the oldest browsers it is meant for: one unknown character of syntax and
// nothing of the file runs. Looks at every script of the built site.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'acorn';

const site = process.env.GOUJI_SITE;
assert.ok(site, 'GOUJI_SITE is not set: run through cargo xtask test --only page');

/** ES5 where the file must explain itself to any browser, else what Chrome 57 and Firefox 52 know. */
const EDITIONS = { 'boot.js': 5 };
const scripts = readdirSync(site, { recursive: true }).map(String).filter((name) => name.endsWith('.js'));

test('all scripts are looked at', () => {
  for (const name of ['boot.js', 'client.js', 'worker.js', 'gouji.js', 'engine.js']) assert.ok(scripts.includes(name), name);
});

for (const name of scripts) {
  const edition = EDITIONS[name] || 2017;
  test(`${name} is a classic script of ECMAScript ${edition}`, () => {
    parse(readFileSync(join(site, name), 'utf8'), { ecmaVersion: edition, sourceType: 'script' });
  });
}

test('no shipped file names an address that a browser would load', () => {
  const texts = readdirSync(site, { recursive: true }).map(String).filter((name) => /\.(js|html|css)$/.test(name));
  for (const name of texts) {
    const text = readFileSync(join(site, name), 'utf8');
    const loads = text.match(/(?:src|href|url|import|fetch)\s*[=(]\s*["']?\s*(?:https?:)?\/\/[^"')\s]*/gi) || [];
    assert.deepEqual(loads, [], name);
  }
});
