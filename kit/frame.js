// The page inside a frame of another page. Runs before boot.js, so that the attributes are there when it is mounted.
//
// What the host may say behind # in the address: lang, edition, theme, and parent, the origin of the host page where
// it is not our own. Messages, all with `gouji: 1`:
//   to the host   {type: "hello"}  {type: "height", height}  {type: "stopped", reason}
//                 {type: "report", answer} after every check: the JSON contract
//   to the frame  {type: "check", name, html} or {type: "check", name, bytes}
// Heights and greetings tell nothing and go to whoever embeds us; reports go to, and come from, `parent` alone.
(function () {
  'use strict';

  const said = new URLSearchParams(location.hash.slice(1));
  const element = document.querySelector('gouji-check');
  ['lang', 'edition', 'theme'].forEach((name) => {
    if (said.get(name)) element.setAttribute(name, said.get(name));
  });

  const host = window.parent;
  if (host === window) return; // opened as a page
  const trusted = said.get('parent') || location.origin;
  element.setAttribute('framed', '');
  document.documentElement.className += ' gouji-framed';

  function say(message, to) {
    try {
      host.postMessage(Object.assign({ gouji: 1 }, message), to);
    } catch (error) {
      // `parent` is no origin: then there is nobody to tell.
    }
  }

  let told = 0;
  function tellHeight() {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== told) say({ type: 'height', height: told = height }, '*');
  }

  window.addEventListener('message', (event) => {
    const message = event.data;
    if (event.source !== host || event.origin !== trusted || !message || message.gouji !== 1) return;
    if (message.type !== 'check') return;
    window.goujiReady.then(() => {
      const bytes = message.bytes || new TextEncoder().encode(String(message.html));
      element.dispatchEvent(new CustomEvent('gouji-put', {
        detail: { name: String(message.name || ''), bytes: new Uint8Array(bytes) },
      }));
    });
  });

  document.addEventListener('DOMContentLoaded', () => {
    window.goujiReady.then(() => {
      const client = window.gouji;
      const check = client.check.bind(client);
      client.check = (bytes, name, options) => check(bytes, name, options).then((answer) => {
        say({ type: 'report', answer: answer }, trusted);
        return answer;
      });
      say({ type: 'hello' }, '*');
      new ResizeObserver(tellHeight).observe(document.documentElement);
    }, (error) => {
      say({ type: 'stopped', reason: (error && error.reason) || 'failed' }, '*');
      tellHeight();
    });
  });
})();
