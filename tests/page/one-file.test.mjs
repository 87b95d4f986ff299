// The page as one file, opened from disk in Chromium and Firefox with the network cut: everything works, and
// nothing leaves.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { deflateRawSync } from 'node:zlib';
import { until, useChromium } from './harness.mjs';
import { useFirefox } from './firefox.mjs';
import { FAULTS, SAMPLE, docx } from './report.mjs';

const dist = process.env.GOUJI_DIST;
assert.ok(dist, 'GOUJI_DIST is not set: run through cargo xtask test --only page');
const LIMIT = { timeout: 60_000 };

const chromium = useChromium();
const firefox = useFirefox();

// Alone in a folder, with a name and a place as users have them.
let folder;
let address;
before(() => {
  folder = mkdtempSync(join(tmpdir(), '勾稽 核对-'));
  copyFileSync(join(dist, 'gouji.html'), join(folder, '年报核对.html'));
  writeFileSync(join(folder, 'beside.txt'), 'beside');
  address = pathToFileURL(join(folder, '年报核对.html')).href;
});
after(() => rmSync(folder, { recursive: true, force: true }));

const BROWSERS = {
  Chromium: (settings) => chromium.open(settings),
  Firefox: (settings) => firefox.open(settings),
};

/** Puts a file into the page by its file input, and tells the verdict. */
async function verdictOn(page, html) {
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], '甲.html', { type: 'text/html' }));
    const input = document.querySelector('[data-part=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, html);
  return until(page, () => {
    const verdict = document.querySelector('.verdict h2');
    return verdict && verdict.textContent;
  });
}

/**
 * What comes to a server while `run` runs: the first line of each request. Connections over which nothing is sent are
 * not told: Chromium opens them ahead of a form or a frame, before it asks the policy.
 */
async function visits(run) {
  const visitors = [];
  const server = createServer((socket) => {
    const place = visitors.push('') - 1;
    socket.on('data', (data) => { visitors[place] = String(data).split('\r\n')[0]; });
    socket.on('error', () => {});
    setTimeout(() => socket.destroy(), 400);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`127.0.0.1:${server.address().port}`);
    return visitors.filter((line) => line !== '');
  } finally {
    server.close();
  }
}

/** Tries every way out that a script has. */
function probe(page, host) {
  return page.evaluate(async (host) => {
    const refused = (promise) => promise.then(() => 'went out', () => 'refused');
    const loaded = (tag, name, value) => new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => resolve('went out');
      element.onerror = () => resolve('refused');
      element[name] = value;
      if (tag === 'link') element.rel = 'stylesheet';
      document.body.appendChild(element);
    });
    const breaches = new Set();
    document.addEventListener('securitypolicyviolation', (event) => breaches.add(event.effectiveDirective));
    const form = document.createElement('form');
    form.action = `http://${host}/form`;
    document.body.appendChild(form);
    for (const way of [() => form.submit(), () => navigator.sendBeacon(`http://${host}/beacon`, 'x')]) {
      try {
        way();
      } catch (error) { /* Firefox says so, Chromium keeps silent. */ }
    }
    const frame = document.createElement('iframe');
    frame.src = `http://${host}/x.html`;
    document.body.appendChild(frame);
    const socket = new Promise((resolve) => {
      try {
        new WebSocket(`ws://${host}/`).onerror = () => resolve('refused');
      } catch (error) {
        resolve('refused');
      }
    });
    const ways = await Promise.all([
      refused(fetch(`http://${host}/`)), refused(fetch('beside.txt')), loaded('img', 'src', `http://${host}/x.png`),
      loaded('script', 'src', `http://${host}/x.js`), loaded('link', 'href', `http://${host}/x.css`),
      socket,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { ways, breaches: [...breaches].sort() };
  }, host);
}

for (const [name, open] of Object.entries(BROWSERS)) {
  test(`${name}: opened from disk it checks what is pasted, in a worker, and Word files too`, LIMIT, async () => {
    const page = await open({ url: address });
    assert.equal(await page.evaluate(() => fetch('beside.txt').then(() => 'read', () => 'refused')), 'refused');
    await page.evaluate(() => window.goujiReady);
    assert.match(await verdictOn(page, SAMPLE), /发现表内 3 处不平衡，正文 1 处与表不一致/);
    const word = await page.evaluate((bytes) => window.gouji.check(new Uint8Array(bytes), '甲.docx', {}), [...docx(SAMPLE)]);
    assert.equal(word.outcomes[0].status, 'checked');
    assert.equal(word.summary.errors, FAULTS);
    assert.equal(await page.evaluate(() => window.gouji.inline), false, 'the worker does the work');
    assert.deepEqual(page.requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
  });

  test(`${name}: without Worker it checks by itself`, LIMIT, async () => {
    const page = await open({ url: address, prepare: () => { delete window.Worker; } });
    await page.evaluate(() => window.goujiReady);
    assert.match(await verdictOn(page, SAMPLE), /发现表内 3 处不平衡，正文 1 处与表不一致/);
    const word = await page.evaluate((bytes) => window.gouji.check(new Uint8Array(bytes), '甲.docx', {}), [...docx(SAMPLE)]);
    assert.equal(word.outcomes[0].status, 'checked');
    assert.equal(await page.evaluate(() => window.gouji.inline), true);
  });

  test(`${name}: every kind of request is refused by the policy of the file`, LIMIT, async () => {
    const visitors = await visits(async (host) => {
      // With the network there: only the policy stops it.
      const page = await open({ url: address, online: true });
      await page.evaluate(() => window.goujiReady);
      const { ways, breaches } = await probe(page, host);
      assert.deepEqual([...new Set(ways)], ['refused']);
      for (const kind of ['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']) {
        assert.ok(breaches.includes(kind), `${kind} is not among ${breaches}`);
      }
    });
    assert.deepEqual(visitors, []);
  });

  test(`${name}: a browser without WebAssembly gets the notice`, LIMIT, async () => {
    const page = await open({ url: address, prepare: () => { delete window.WebAssembly; } });
    const shown = await page.evaluate(() => Array.from(document.querySelectorAll('#gouji-notice [data-reason]'))
      .filter((part) => part.offsetParent !== null).map((part) => part.dataset.reason));
    assert.deepEqual(shown, ['engine']);
  });
}

test('the file names no address that a browser would load', () => {
  const text = readFileSync(join(dist, 'gouji.html'), 'utf8');
  assert.deepEqual(text.match(/(?:src|href)\s*=\s*["']?\s*(?:https?:)?\/\/[^"')\s]*/gi) || [], []);
  assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
});

test('the unpacking in the file gives what was packed, and stops at what is broken', () => {
  const scope = { Uint8Array, Uint16Array, Error };
  scope.self = scope;
  vm.runInNewContext(readFileSync(new URL('../../kit/inflate.js', import.meta.url), 'utf8'), scope);
  const plain = Buffer.from(SAMPLE.repeat(3));
  const noise = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * index * 7919) % 251));
  for (const data of [plain, noise, Buffer.alloc(0), Buffer.alloc(100_000)]) {
    for (const options of [{ level: 9 }, { level: 1 }, { level: 0 }, { strategy: 4 }]) { // 4: the fixed code
      const packed = deflateRawSync(data, options);
      assert.deepEqual(Buffer.from(scope.goujiInflate(packed, data.length)), data);
      if (data.length > 0) assert.throws(() => scope.goujiInflate(packed, data.length - 1));
      assert.throws(() => scope.goujiInflate(packed, data.length + 1));
      assert.throws(() => scope.goujiInflate(packed.subarray(0, packed.length - 1 - (packed.length >> 3)), data.length));
    }
  }
  // Whatever a bit does: an error or some bytes, never an endless loop.
  const packed = deflateRawSync(plain, { level: 9 });
  for (let place = 0; place < Math.min(packed.length, 400); place += 1) {
    const broken = Buffer.from(packed);
    broken[place] ^= 1 << (place % 8);
    try {
      assert.equal(scope.goujiInflate(broken, plain.length).length, plain.length);
    } catch (error) {
      assert.match(String(error), /broken/);
    }
  }
});
