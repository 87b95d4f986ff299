// The shell around the page: it loads, it keeps silent, and it says why when it cannot start.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { SAMPLE, docx } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };

/** The reasons that the notice shows; empty while it is hidden. */
function shownReasons(page) {
  return page.evaluate(() => {
    const parts = document.querySelectorAll('#gouji-notice [data-reason]');
    return Array.from(parts).filter((part) => part.offsetParent !== null).map((part) => part.dataset.reason);
  });
}

test('the page loads without an error and shows itself', LIMIT, async () => {
  const page = await site.open();
  assert.deepEqual(page.problems, []);
  assert.deepEqual(await shownReasons(page), []);
  const text = await page.evaluate(() => document.querySelector('gouji-check').textContent);
  assert.notEqual(text.trim(), '');
  assert.doesNotMatch(text, /正在载入/, 'the text for the time of loading is still there');
});

test('the page has no serious barrier', LIMIT, async () => {
  const page = await site.open();
  assert.deepEqual(await seriousBarriers(page), []);
});

test('only the own files are loaded, each where it is needed, and no request leaves after that', LIMIT, async () => {
  const page = await site.open();
  await page.evaluate(() => Promise.all([window.gouji.ping(), window.goujiComplete]));
  const count = (name) => page.requests.filter((url) => url === site.address + name).length;
  // The recorder must not be blind for the worker: both the page and the worker load the module.
  assert.equal(count('worker.js'), 1);
  assert.equal(count('gouji_bg.wasm'), 2);
  // The whole engine is compiled once, on the page, and handed to the worker.
  assert.equal(count('engine_bg.wasm'), 1);
  const own = ['', 'style.css', 'boot.js', 'client.js', 'worker.js', 'gouji.js', 'gouji_bg.wasm', 'engine.js', 'engine_bg.wasm'];
  assert.deepEqual([...new Set(page.requests)].filter((url) => !url.startsWith('data:')).sort(), own.map((name) => site.address + name).sort());

  page.requests.length = 0;
  await page.context().setOffline(true);
  const answer = await page.evaluate(() => window.gouji.check(new TextEncoder().encode('报告'), 'a.txt', {}));
  assert.equal(answer.schema, 'gouji/1');
  // A Word document needs the whole engine: it has been there since the page was loaded.
  const word = await page.evaluate((bytes) => window.gouji.check(new Uint8Array(bytes), 'a.docx', {}), [...docx(SAMPLE)]);
  assert.equal(word.outcomes[0].status, 'checked');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.deepEqual(page.requests, []);
  assert.deepEqual(page.problems, []);
});

test('the policy stops a request to another site', LIMIT, async () => {
  const page = await site.open();
  const broken = await page.evaluate(async () => {
    const breaches = [];
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.effectiveDirective));
    const outcome = await fetch('http://127.0.0.2:9/').then(() => 'went out', () => 'stopped');
    const picture = new Image();
    picture.src = 'http://127.0.0.2:9/x.png';
    await new Promise((resolve) => { picture.onerror = resolve; });
    return { outcome, breaches };
  });
  // Each twice: the server's header and the page's own meta element stop it independently.
  assert.deepEqual(broken, { outcome: 'stopped', breaches: ['connect-src', 'connect-src', 'img-src', 'img-src'] });
});

test('without WebAssembly the notice says that the browser is too old', LIMIT, async () => {
  const page = await site.open({
    ready: false,
    prepare: (page) => page.addInitScript(() => { delete window.WebAssembly; }),
  });
  assert.deepEqual(await shownReasons(page), ['engine']);
  assert.match(await page.evaluate(() => document.getElementById('gouji-diagnostic').textContent), /^engine \| WebAssembly \| /);
  assert.deepEqual(page.problems, []);
});

test('a module that is not delivered is told, not a white page', LIMIT, async () => {
  const page = await site.open({
    ready: false,
    prepare: (page) => page.route('**/gouji_bg.wasm', (route) => route.fulfill({ status: 404, body: '' })),
  });
  await until(page, () => !document.getElementById('gouji-notice').hidden);
  assert.deepEqual(await shownReasons(page), ['load']);
});

test('a script that is not delivered is told, not a white page', LIMIT, async () => {
  const page = await site.open({
    ready: false,
    prepare: (page) => page.route('**/client.js', (route) => route.abort()),
  });
  await until(page, () => !document.getElementById('gouji-notice').hidden);
  assert.deepEqual(await shownReasons(page), ['load']);
});

test('a policy that forbids WebAssembly is told as such', LIMIT, async () => {
  const page = await site.open({
    ready: false,
    prepare: (page) => page.route(site.address, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      headers['content-security-policy'] = headers['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
      await route.fulfill({ response, headers });
    }),
  });
  await until(page, () => !document.getElementById('gouji-notice').hidden);
  assert.deepEqual(await shownReasons(page), ['blocked']);
});
