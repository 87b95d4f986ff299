// The modules exactly as they are shipped, loaded into Node.js: the classic glue scripts and the .wasm files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

const site = process.env.GOUJI_SITE;
assert.ok(site, 'GOUJI_SITE is not set: run through cargo xtask test --only wasm');

/** The two modules: the one that the page begins with, and the whole engine. */
export const PAGE = { files: 'gouji', global: 'wasm_bindgen' };
export const ENGINE = { files: 'engine', global: 'gouji_engine' };

/** The compiled module. */
export function compile({ files }) {
  return new WebAssembly.Module(readFileSync(join(site, `${files}_bg.wasm`)));
}

/** The functions of a module: check, rules, version. */
export function load({ files, global }) {
  const glue = readFileSync(join(site, `${files}.js`), 'utf8');
  const api = vm.runInThisContext(`(() => { ${glue}\nreturn ${global}; })()`, { filename: `${files}.js` });
  api.initSync({ module: compile({ files }) });
  return api;
}

/** What a call throws. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}
