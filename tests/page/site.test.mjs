// The site as it is handed out: in any folder, with names that tell versions apart, installable, without a network
// after the first visit, and just as well where there can be no service worker.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { seriousBarriers, until, useChromium } from './harness.mjs';
import { useFirefox } from './firefox.mjs';
import { FAULTS, SAMPLE, check } from './report.mjs';
import { POLICY, serve } from './server.mjs';

const dist = process.env.GOUJI_DIST;
assert.ok(dist, 'GOUJI_DIST is not set: run through cargo xtask test --only page');
const LIMIT = { timeout: 60_000 };
const PLACE = '/xxgk/勾稽/';

const chromium = useChromium();
const firefox = useFirefox();

let folder;
let server;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-site-'));
  cpSync(join(dist, 'site'), folder, { recursive: true });
  server = await serve({ [PLACE]: folder }, () => ({ 'Content-Security-Policy': POLICY }));
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = () => server.address + encodeURI(PLACE);

/** Waits until the service worker has taken over the page. */
function controlled(page) {
  return until(page, () => navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === 'activated', undefined, { timeout: 15_000 });
}

/** Checks a report through the client, as every browser can. */
function errorsOf(page, html) {
  return page.evaluate((text) => window.gouji.check(new TextEncoder().encode(text), 'a.html', {}).then((answer) => answer.summary.errors), html);
}

test('every file but the entries has a digest in its name, and each name stands where it is used', () => {
  const names = readdirSync(join(dist, 'site'));
  const plain = names.filter((name) => !/\.[0-9a-f]{12}\.\w+$/.test(name));
  assert.deepEqual(plain.sort(), ['index.html', 'schema.json', 'sw.js', 'types.d.ts']);
  const listed = readFileSync(join(dist, 'site', 'sw.js'), 'utf8');
  for (const name of names) {
    if (!plain.includes(name) || name === 'index.html') assert.ok(listed.includes(`['${name}', 'sha384-`), name);
  }
});

test('the browser finds nothing that keeps the site from being installed', LIMIT, async () => {
  const page = await chromium.open({ url: address(), online: true });
  await page.evaluate(() => window.goujiComplete);
  await controlled(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A window of an automated browser counts as a private one; that is not about the site.
  assert.deepEqual(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito'), []);
  assert.deepEqual(page.problems, []);
});

for (const [name, browser] of Object.entries({ Chromium: chromium, Firefox: firefox })) {
  test(`${name}: after the first visit the site opens with its server gone, in a folder of any name`, LIMIT, async () => {
    const page = await browser.open({ url: address(), online: true });
    await page.evaluate(() => window.goujiComplete.then(() => true));
    await controlled(page);
    assert.equal(await errorsOf(page, SAMPLE), FAULTS);
    await server.close();
    try {
      await page.goto(address());
      await page.evaluate(() => window.goujiComplete.then(() => true));
      assert.equal(await errorsOf(page, SAMPLE), FAULTS);
      assert.equal(await page.evaluate(() => window.gouji.inline), false);
    } finally {
      await server.reopen();
    }
  });
}

test('a new version is told, waits for the user, and then takes over as a whole', LIMIT, async () => {
  const page = await chromium.open({ url: address(), online: true });
  await page.evaluate(() => window.goujiComplete);
  await controlled(page);
  const version = () => page.evaluate(() => document.body.dataset.version);
  const before = readFileSync(join(folder, 'sw.js'), 'utf8');
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  try {
    // Half an update, as a server has it that is being written to: the page does not fit the list.
    writeFileSync(join(folder, 'index.html'), index.replace('<body>', '<body data-version="next">'));
    writeFileSync(join(folder, 'sw.js'), before.replace(/VERSION = '\w+'/, "VERSION = 'broken'"));
    server.requests.length = 0;
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()).catch(() => {}));
    await until(page, () => navigator.serviceWorker.getRegistration().then((registration) => !registration.installing));
    assert.ok(server.requests.includes(`${PLACE}index.html`), 'the new version was tried');
    assert.deepEqual(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => [
      registration.waiting, document.getElementById('gouji-update'),
    ])), [null, null]);

    const digest = createHash('sha384').update(readFileSync(join(folder, 'index.html'))).digest('base64');
    writeFileSync(join(folder, 'sw.js'), before.replace(/VERSION = '\w+'/, "VERSION = 'next'").replace(/(\['index.html', 'sha384-)[^']*/, `$1${digest}`));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
    await page.waitForSelector('#gouji-update button');
    assert.equal(await version(), undefined, 'nothing changes under the user');
    assert.match(await page.textContent('#gouji-update'), /新版本/);
    assert.deepEqual(await seriousBarriers(page), []);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'update.png') });
    await Promise.all([page.waitForNavigation(), page.click('#gouji-update button')]);
    assert.equal(await version(), 'next');
    await page.evaluate(() => window.goujiComplete);
    const caches = await page.evaluate(() => window.caches.keys());
    assert.deepEqual(caches.map((key) => key.split(' ').pop()), ['next'], 'the old version is cleared away');
  } finally {
    writeFileSync(join(folder, 'sw.js'), before);
    writeFileSync(join(folder, 'index.html'), index);
  }
});

test('on plain http of an intranet, where there is no service worker, the page works and copies', LIMIT, async () => {
  const page = await chromium.open({ url: `http://xxgk.intranet.test:${server.port}${encodeURI(PLACE)}`, online: true });
  await page.evaluate(() => window.goujiComplete);
  assert.deepEqual(await page.evaluate(() => ({
    secure: isSecureContext, worker: 'serviceWorker' in navigator, clipboard: 'clipboard' in navigator,
  })), { secure: false, worker: false, clipboard: false });
  await check(page, SAMPLE);
  await page.evaluate(() => {
    window.addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); });
  });
  await page.click('[data-do=copy]');
  assert.equal(await page.textContent('[data-do=copy]'), '已复制');
  assert.match(await page.evaluate(() => window.copied), /两边差 1/);
  assert.deepEqual(page.problems, []);
});
