// Starts the page, or says why it cannot start. ES5 to the last line: an old browser must be able to read
// this far, or it would show a page that never answers.
//
// Reasons, shown by the element #gouji-notice of the host page (its children with data-reason="..."):
//   engine   the browser is too old              load    a file could not be loaded
//   blocked  a policy forbids WebAssembly        failed  something else went wrong while starting
(function () {
  'use strict';

  function notice(reason, detail) {
    var box = document.getElementById('gouji-notice');
    if (!box) return;
    var parts = box.querySelectorAll('[data-reason]');
    for (var i = 0; i < parts.length; i += 1) {
      parts[i].hidden = parts[i].getAttribute('data-reason') !== reason;
    }
    var diagnostic = document.getElementById('gouji-diagnostic');
    // No word of a report is in here: it is meant to be sent to the maintainers.
    if (diagnostic) diagnostic.textContent = reason + ' | ' + detail + ' | ' + navigator.userAgent;
    box.hidden = false;
    document.documentElement.className += ' gouji-stopped';
  }

  // What the module and the page's scripts stand on. `async` functions are younger than WebAssembly in some
  // engines, and cannot be asked for without eval; Promise.prototype.finally came after them everywhere.
  function lacking() {
    if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') return 'WebAssembly';
    if (typeof Promise !== 'function' || typeof Promise.prototype['finally'] !== 'function') return 'Promise';
    if (typeof fetch !== 'function') return 'fetch';
    if (typeof TextDecoder !== 'function' || typeof TextEncoder !== 'function') return 'TextDecoder';
    if (!document.currentScript) return 'currentScript';
    return '';
  }

  var missing = lacking();
  if (missing) {
    notice('engine', missing);
    return;
  }

  // Everything lies beside this script, wherever the host page is; or inside the page (kit/inside.js).
  var base = document.currentScript.src.replace(/[^/]*$/, '');
  var inside = window.goujiInside;

  function load(name) {
    if (inside) return Promise.resolve(); // it stands in the page and has been run
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      script.src = base + name;
      script.onload = resolve;
      script.onerror = function () { reject({ reason: 'load', detail: name }); };
      document.head.appendChild(script);
    });
  }

  // The module that the page begins with, as an answer of the server or as bytes.
  function fetchModule() {
    if (inside) return inside.page();
    return window.fetch(base + 'gouji_bg.wasm').then(function (response) {
      if (!response.ok) throw 'gouji_bg.wasm ' + response.status;
      return response;
    });
  }

  function instantiate() {
    return fetchModule().then(function (module) {
      return wasm_bindgen({ module_or_path: module });
    }, function (error) {
      throw { reason: 'load', detail: String(error) };
    })['catch'](function (error) {
      if (error && error.reason) throw error;
      // Both a policy and a module too new for the engine are told as a CompileError; only the text differs.
      var blocked = /unsafe-eval|Content Security Policy|disallowed by embedder|blocked by CSP/i.test(String(error));
      throw { reason: blocked ? 'blocked' : 'engine', detail: String(error) };
    });
  }

  // <gouji-check> as a real element where there are such; else the ones that are there now.
  function mountAll() {
    var mounted = [];
    function mount(element) {
      if (mounted.indexOf(element) !== -1) return;
      mounted.push(element);
      wasm_bindgen.mount(element);
    }
    if (window.customElements) {
      // The old way of writing a class: this file must stay ES5.
      var GoujiCheck = function () { return Reflect.construct(HTMLElement, [], GoujiCheck); };
      GoujiCheck.prototype = Object.create(HTMLElement.prototype);
      GoujiCheck.prototype.constructor = GoujiCheck;
      GoujiCheck.prototype.connectedCallback = function () { mount(this); };
      window.customElements.define('gouji-check', GoujiCheck);
    } else {
      Array.prototype.forEach.call(document.getElementsByTagName('gouji-check'), mount);
    }
  }

  function loaded() {
    return new Promise(function (resolve) {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
      else resolve();
    });
  }

  // Resolves when every element is built; a host page or a test may wait for it.
  window.goujiReady = Promise.all([load('gouji.js').then(instantiate), load('client.js'), loaded()])
    .then(function () {
      window.gouji = new window.GoujiClient({ url: base + 'worker.js', inside: inside, local: wasm_bindgen });
      mountAll();
    });
  // Resolves when the whole engine is there too: from then on nothing is loaded any more, whatever is put in.
  // That it failed is told when it is needed; it is tried again then.
  window.goujiComplete = window.goujiReady.then(function () { return window.gouji.prepare(); });
  window.goujiComplete['catch'](function () {});
  window.goujiReady['catch'](function (error) {
    notice((error && error.reason) || 'failed', (error && error.detail) || String(error));
  });
})();
