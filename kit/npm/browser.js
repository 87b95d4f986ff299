// The engine for bundlers and browsers; bundlers find the module by the address below and take it along.
import { engine } from './glue.js';

let loading = null;

export function load(source) {
  if (!loading) {
    loading = engine({ module_or_path: source || new URL('./engine_bg.wasm', import.meta.url) }).then(() => engine);
    loading.catch(() => { loading = null; });
  }
  return loading;
}
