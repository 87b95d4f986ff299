// What is shipped must be readable by the oldest browsers it is meant for: one unknown character of syntax and
// nothing of the file runs. Looks at every script that is handed out, in files of its own and inside pages.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'acorn';

const [site, dist] = [process.env.GOUJI_SITE, process.env.GOUJI_DIST];
assert.ok(site && dist, 'GOUJI_SITE and GOUJI_DIST are not set: run through cargo xtask test --only page');

/** ES5 where the file must explain itself to any browser, else what Chrome 57 and Firefox 52 know. */
const OLDEST = ['boot.js', 'inflate.js', 'inside.js'];
const edition = (text) => (OLDEST.some((name) => text === sources[name]) ? 5 : 2017);
const source = (name) => (name === 'boot.js' ? join(site, name) : new URL(`../../kit/${name}`, import.meta.url));
const sources = Object.fromEntries(OLDEST.map((name) => [name, readFileSync(source(name), 'utf8')]));

/** Every file below the folders that ends so: `[place, text]`. */
function texts(end) {
  return [site, dist].flatMap((folder) => readdirSync(folder, { recursive: true }).map(String)
    .filter((name) => end.test(name))
    .map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
}

/** The npm package is for bundlers and Node.js; its one classic script is looked at with the others. */
const isModule = (place) => place.startsWith(join(dist, 'npm')) && !place.endsWith('classic.js');
const scripts = texts(/\.js$/).filter(([place]) => !isModule(place));
const modules = texts(/\.js$/).filter(([place]) => isModule(place));
const pages = texts(/\.html$/);

test('all scripts are looked at', () => {
  for (const name of ['boot.js', 'client.js', 'worker.js', 'gouji.js', 'engine.js']) {
    assert.ok(scripts.some(([place]) => place === join(site, name)), name);
  }
  for (const name of ['boot', 'update', 'client', 'worker', 'sw']) {
    assert.ok(scripts.some(([place]) => place.startsWith(join(dist, 'site', name))), name);
  }
});

for (const [place, text] of scripts) {
  // Where the names of files were put in, the name tells.
  const year = /(^|\/)boot(\.\w+)?\.js$/.test(place) ? 5 : edition(text);
  test(`${place} is a classic script of ECMAScript ${year}`, () => {
    parse(text, { ecmaVersion: year, sourceType: 'script' });
  });
}

test('the modules of the npm package are of ECMAScript 2020', () => {
  assert.equal(modules.length, 3);
  for (const [, text] of modules) parse(text, { ecmaVersion: 2020, sourceType: 'module' });
});

for (const [place, page] of pages) {
  test(`the scripts inside ${place} are classic scripts`, () => {
    for (const [, attributes, text] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      const isData = /id="gouji-\w+-module"/.test(attributes);
      if (text && !isData) parse(text, { ecmaVersion: edition(text), sourceType: 'script' });
    }
  });
}

test('the script that must explain itself is held to ECMAScript 5 inside the one file too', () => {
  const one = pages.find(([place]) => place === join(dist, 'gouji.html'))[1];
  for (const name of OLDEST) assert.ok(one.includes(sources[name]), name);
});

test('no shipped file names an address that a browser would load', () => {
  for (const [place, text] of texts(/\.(js|html|css|svg|webmanifest)$/)) {
    // What the instructions give to be copied is not loaded.
    const loads = text.replace(/<pre[\s\S]*?<\/pre>/g, '').match(/(?:src|href|url|import|fetch)\s*[=(:]\s*["']?\s*(?:https?:)?\/\/[^"')\s]*/gi) || [];
    assert.deepEqual(loads, [], place);
  }
});
