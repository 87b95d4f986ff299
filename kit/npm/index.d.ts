import type { Answer, Options, Rules } from './types.js';

export * from './types.js';

/** The engine, loaded. */
export interface Gouji {
  /**
   * Checks the bytes of one file. A file that cannot be read is no error: the answer says so.
   * Throws `{code: "options", message}` if the options have another form.
   */
  check(bytes: Uint8Array, name: string, options?: Options | null): Answer;
  /** The rules, in Chinese unless "en" is asked for. */
  rules(lang: 'zh-CN' | 'en' | string): Rules;
  /** The version of the engine. */
  version(): string;
}

/** Where the module comes from: an address, an answer to a request, its bytes, or compiled. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>;

/** Loads the engine, once; the module that lies beside this package unless another source is named. */
export function load(source?: Source): Promise<Gouji>;
