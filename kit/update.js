// Registers the service worker of the site where there can be one, and says when a new version is there. The user
// decides when it is taken: a report may be open. Classic script, ES2017.
(function () {
  'use strict';

  // Not there on plain http, and refused in some private windows.
  const container = navigator.serviceWorker;
  if (!container) return;

  const WORDS = {
    zh: ['勾稽有新版本。刷新后使用新版本；正在核对的报告需要重新放入。', '刷新', '以后再说'],
    en: ['There is a new version of Gouji. It is used after reloading; a report that is open has to be put in again.', 'Reload', 'Later'],
  };

  // Says that a version waits, once.
  let told = false;
  function tell(registration) {
    if (told) return;
    told = true;
    const words = /^en/.test(document.documentElement.lang) ? WORDS.en : WORDS.zh;
    const bar = document.createElement('div');
    bar.id = 'gouji-update';
    bar.setAttribute('role', 'status');
    document.body.appendChild(bar);
    const add = function (tag, text) {
      const element = document.createElement(tag);
      element.textContent = text;
      bar.appendChild(element);
      return element;
    };
    // Screen readers hear what comes into a status after the status was there.
    setTimeout(function () {
      add('p', words[0]);
      add('button', words[1]).onclick = function () {
        container.addEventListener('controllerchange', function () { location.reload(); });
        if (registration.waiting) registration.waiting.postMessage('gouji-take-over');
        else location.reload();
      };
      add('button', words[2]).onclick = function () { bar.parentNode.removeChild(bar); };
    }, 100);
  }

  function watch(registration) {
    if (registration.waiting && container.controller) tell(registration);
    registration.addEventListener('updatefound', function () {
      const worker = registration.installing;
      worker.addEventListener('statechange', function () {
        // Without a controller this is the first version, which nobody has to be told of.
        if (worker.state === 'installed' && container.controller) tell(registration);
      });
    });
  }

  // After the page is complete: the first load belongs to the page. A registration that fails costs nothing but the
  // way without a network.
  const complete = window.goujiComplete || Promise.resolve();
  const register = function () { container.register('sw.js').then(watch).catch(function () {}); };
  complete.then(register, register);
})();
