// The module exactly as it is shipped, loaded into Node.js: the classic glue script and the .wasm file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

const site = process.env.GOUJI_SITE;
assert.ok(site, 'GOUJI_SITE is not set: run through cargo xtask test --only wasm');

/** The compiled module. */
export const compiled = new WebAssembly.Module(readFileSync(join(site, 'gouji_bg.wasm')));

/** The functions of the module: check, rules, version. */
export function load() {
  const glue = readFileSync(join(site, 'gouji.js'), 'utf8');
  const api = vm.runInThisContext(`(() => { ${glue}\nreturn wasm_bindgen; })()`, { filename: 'gouji.js' });
  api.initSync({ module: compiled });
  return api;
}
