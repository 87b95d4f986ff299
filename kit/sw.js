// Keeps the site at hand: after the first visit it opens without a network. The page never needs this worker; where
// there can be none (plain http, private windows) the site works all the same as long as its server answers.
//
// FILES and VERSION are written by xtask. Every file has its digest in its name and its integrity checked, so a
// version is there as a whole or not at all, and versions never mix. A new version waits until the user asks for it
// (update.js) or until the last window is closed. Classic script, ES2017.
'use strict';

const VERSION = 'version';
const FILES = [/* [name, integrity] */];

// Caches belong to the whole origin; another site in another folder of it may have its own.
const FAMILY = 'gouji ' + self.registration.scope + ' ';
const CACHE = FAMILY + VERSION;
const PAGE = 'index.html';

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(CACHE).then(function (cache) {
    return Promise.all(FILES.map(function (file) {
      // Past the browser's own cache: it may hold half a file or an old page.
      const request = new Request(file[0], { integrity: file[1], cache: 'reload', credentials: 'same-origin' });
      return fetch(request).then(function (response) {
        if (!response.ok) throw new Error(file[0] + ' ' + response.status);
        return cache.put(file[0], response);
      });
    }));
  }));
});

self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) {
      return name.indexOf(FAMILY) === 0 && name !== CACHE;
    }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener('message', function (event) {
  if (event.data === 'gouji-take-over') self.skipWaiting();
});

self.addEventListener('fetch', function (event) {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== 'GET' || address.indexOf(self.registration.scope) !== 0) return;
  const name = address.slice(self.registration.scope.length) || PAGE;
  if (!FILES.some(function (file) { return file[0] === name; })) return;
  event.respondWith(caches.open(CACHE).then(function (cache) {
    return cache.match(name);
  }).then(function (kept) { return kept || fetch(event.request); }));
});
