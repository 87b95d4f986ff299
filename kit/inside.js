// The page as one file: the two modules stand in it as text, and are unpacked here.
//
// Nothing may be loaded (the policy of the page forbids it, and browsers refuse it for files on disk), so boot.js
// and client.js take modules and worker from `goujiInside`. ES5: it is read before boot.js says that a browser is
// too old.
(function () {
  'use strict';

  /* global goujiInflate */

  function text(id) {
    return document.getElementById(id).textContent;
  }

  // A module that stands in the page: base64 of raw deflate; data-bytes is its size.
  function unpack(id) {
    var packed = atob(text(id));
    var bytes = new Uint8Array(packed.length);
    for (var i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
    return goujiInflate(bytes, Number(document.getElementById(id).getAttribute('data-bytes')));
  }

  // Compiled when it is asked for first, and once.
  function module(id) {
    var compiled = null;
    return function () {
      if (!compiled) {
        compiled = new Promise(function (resolve) { resolve(unpack(id)); }).then(function (bytes) {
          return WebAssembly.compile(bytes);
        });
      }
      return compiled;
    };
  }

  window.goujiInside = {
    // The scripts of the worker, in order.
    texts: ['gouji-page-glue', 'gouji-engine-glue', 'gouji-worker'].map(function (id) { return text(id) + '\n'; }),
    page: module('gouji-page-module'),
    engine: module('gouji-engine-module')
  };
})();
