// The engine for Node.js, where the module is read from disk.
import { readFile } from 'fs/promises';
import { engine } from './glue.js';

let loading = null;

export function load(source) {
  if (!loading) {
    loading = Promise.resolve(source || readFile(new URL('./engine_bg.wasm', import.meta.url)))
      .then((module) => engine({ module_or_path: module })).then(() => engine);
    loading.catch(() => { loading = null; });
  }
  return loading;
}
