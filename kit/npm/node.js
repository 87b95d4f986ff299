// The engine for Node.js, where the module is read from disk.
import { promises } from 'fs';
import { engine } from './glue.js';

let loading = null;

export function load(source) {
  if (!loading) {
    loading = Promise.resolve(source || promises.readFile(new URL('./engine_bg.wasm', import.meta.url)))
      .then((module) => engine({ module_or_path: module })).then(() => engine);
    loading.catch(() => { loading = null; });
  }
  return loading;
}
