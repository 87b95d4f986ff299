// The worker: checks reports away from the page, so that a long or broken check never freezes it.
//
// Request  {id, kind: "check", bytes, name, options} | {id, kind: "rules", lang} | {id, kind: "ping"} |
//          {id, kind: "verdict", answer, lang}
// Answer   {id, ok: result} | {id, error: {code, message}}
// The module that the page begins with answers, unless the request brings the whole engine (`whole`, a module or
// its address); the client sends it after the answer "elsewhere".
// Glue and modules lie beside this script. Where nothing can be loaded from there, whoever makes the worker puts
// the glue before this text, and hands the module over: {kind: "start", module}.
// Every request is answered, also one that came before the module was ready. Answer 0 is the greeting: the
// module is ready, or why it never will be.
//
// Classic script, ES2017: module workers are younger than the browsers this must run in.
/* global wasm_bindgen, gouji_engine, importScripts */
'use strict';

function failure(error) {
  // A trap leaves the module's memory in an unknown state; so does a stack that overflowed inside it.
  const trap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  const code = trap ? 'trap' : (error && typeof error.code === 'string' && error.code) || 'internal';
  return { code: code, message: String((error && error.message) || error) };
}

let hand = null;
const handed = new Promise(function (resolve) { hand = resolve; });

const ready = (async function () {
  if (typeof wasm_bindgen === 'undefined') {
    importScripts('gouji.js', 'engine.js');
    hand('gouji_bg.wasm');
  }
  await wasm_bindgen({ module_or_path: await handed });
})();

let whole = null; // the whole engine once it was needed, as a promise

function engineFor(request) {
  if (!request.whole) return wasm_bindgen;
  if (!whole) {
    whole = gouji_engine({ module_or_path: request.whole }).then(function () { return gouji_engine; });
    whole.catch(function () { whole = null; });
  }
  return whole;
}

function perform(engine, request) {
  switch (request.kind) {
    case 'check':
      return engine.check(request.bytes, request.name, request.options);
    case 'rules':
      return engine.rules(request.lang);
    case 'verdict':
      return engine.verdict(request.answer, request.lang);
    case 'ping':
      return { version: engine.version() };
    default:
      throw { code: 'request', message: 'no such kind of request: ' + request.kind };
  }
}

self.onmessage = async function (event) {
  const request = event.data || {};
  if (request.kind === 'start') {
    hand(request.module);
    return;
  }
  try {
    await ready;
    self.postMessage({ id: request.id, ok: perform(await engineFor(request), request) });
  } catch (error) {
    self.postMessage({ id: request.id, error: failure(error) });
  }
};

ready.then(
  function () { self.postMessage({ id: 0, ok: { version: wasm_bindgen.version() } }); },
  function (error) { self.postMessage({ id: 0, error: { code: 'start', message: failure(error).message } }); }
);
