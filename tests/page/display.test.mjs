// The page for eyes of every age: writing of up to double size, colours of high contrast, by keyboard alone, on paper
// without colours; and where the browser remembers nothing.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { SAMPLE, answerWith, cell, check } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 60_000 };
const CALM = { reducedMotion: 'reduce' };

const shot = async (page, name) => {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
};

/** Chooses from the display settings as a user does. */
async function choose(page, part, value) {
  await page.evaluate(() => { document.querySelector('details.display').open = true; });
  await page.selectOption(`[data-part=${part}]`, value);
}

const size = (page) => page.evaluate(() => getComputedStyle(document.querySelector('.understood') || document.querySelector('.hint')).fontSize);

/** Text whose contrast is below 7 to 1, which is what high contrast has to give. */
async function faintText(page) {
  await seriousBarriers(page); // brings axe into the page
  return page.evaluate(() => window.axe.run('gouji-check', { runOnly: ['color-contrast-enhanced'] })
    .then((results) => results.violations.flatMap((violation) => violation.nodes.map((node) => node.target.join(' ')))));
}

for (const scale of ['125', '150', '175', '200']) {
  test(`writing at ${scale} %: everything grows, nothing scrolls sideways, no serious barrier`, LIMIT, async () => {
    const page = await site.open({ context: CALM });
    await check(page, SAMPLE);
    const before = parseFloat(await size(page));
    await choose(page, 'scale', scale);
    assert.equal(parseFloat(await size(page)), before * Number(scale) / 100);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    assert.deepEqual(await seriousBarriers(page), []);
    if (scale === '200') {
      await shot(page, 'scale-200');
      await page.setViewportSize({ width: 390, height: 800 });
      await until(page, () => document.querySelector('.gouji').classList.contains('narrow'));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    }
  });
}

test('size and colours are remembered, and a language switch keeps them', LIMIT, async () => {
  const page = await site.open();
  await choose(page, 'scale', '150');
  await choose(page, 'colours', 'contrast');
  await page.reload();
  await page.evaluate(() => window.goujiReady);
  const look = () => page.evaluate(() => [document.documentElement.style.fontSize, document.querySelector('.gouji').classList.contains('contrast'), document.querySelector('[data-part=scale]').value]);
  assert.deepEqual(await look(), ['150%', true, '150']);
  await page.click('[data-do=lang]');
  assert.deepEqual(await look(), ['150%', true, '150']);
  await choose(page, 'scale', '100');
  assert.equal((await look())[0], '100%');
});

test('high contrast: every text has 7 to 1, and marks are told by their borders too', LIMIT, async () => {
  const page = await site.open({ context: CALM });
  assert.deepEqual(await choose(page, 'colours', 'contrast').then(() => faintText(page)), []);
  await answerWith(page, 0);
  assert.deepEqual(await faintText(page), []);
  assert.deepEqual(await seriousBarriers(page), []);
  const borders = await page.evaluate(() => ['outcome_total-natural_person', 'excessive-research']
    .map((id) => getComputedStyle(document.getElementById(`gj-requests-${id}`)).borderTopStyle));
  assert.deepEqual(borders, ['double', 'dashed']);
  await shot(page, 'contrast');
});

test('light and dark can be chosen against the system', LIMIT, async () => {
  const page = await site.open({ context: { ...CALM, colorScheme: 'dark' } });
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector('.gouji')).backgroundColor);
  const dark = await paper();
  await choose(page, 'colours', 'light');
  const light = await paper();
  assert.notEqual(dark, light);
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await paper(), light);
  await choose(page, 'colours', 'dark');
  assert.equal(await paper(), dark);
  assert.deepEqual(await seriousBarriers(page), []);
});

test('forced colours: no serious barrier with findings, and the choices are there', LIMIT, async () => {
  const page = await site.open({ context: { ...CALM, forcedColors: 'active' } });
  await answerWith(page, 0);
  assert.deepEqual(await seriousBarriers(page), []);
  await shot(page, 'forced-colours');
});

test('by keyboard alone, at double size: settings, paste, findings, a change, the list to take away', LIMIT, async () => {
  const page = await site.open();
  const at = () => page.evaluate(() => document.activeElement.dataset.part || document.activeElement.dataset.do || document.activeElement.dataset.cell || document.activeElement.className || document.activeElement.tagName);
  const tabTo = async (name) => {
    for (let step = 0; step < 40; step += 1) {
      if (await at() === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${name} is not reached by Tab; the focus is on ${await at()}`);
  };
  // From the top: the first stop is the skip link.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await page.keyboard.press('Tab');
  assert.equal(await at(), 'skip');
  for (let step = 0; step < 10 && !(await page.evaluate(() => document.activeElement.parentElement.classList.contains('display'))); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo('scale');
  await page.keyboard.press('End');
  assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), '200%');
  await tabTo('sample');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.verdict h2');
  await until(page, () => document.activeElement.dataset.part === 'verdict');
  await page.keyboard.press('F8');
  const first = await at();
  assert.match(first, /^requests\./);
  await page.keyboard.press('Shift+F8');
  assert.notEqual(await at(), first);
  await page.keyboard.press('F8');
  await page.keyboard.press('F2');
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.changes');
  for (const action of ['copy', 'export']) {
    for (let step = 0; step < 60 && await at() !== action; step += 1) await page.keyboard.press('Shift+Tab');
    assert.equal(await at(), action);
  }
});

test('on paper without colours the marks are told by sign and border', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  await choose(page, 'colours', 'contrast');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    borders: ['outcome_total-natural_person', 'excessive-research'].map((id) => {
      const cell = document.getElementById(`gj-requests-${id}`);
      return [cell.querySelector('.sign').textContent, getComputedStyle(cell).borderTopStyle];
    }),
    // Black on white, whatever was chosen for the screen.
    paper: getComputedStyle(document.querySelector('.gouji')).backgroundColor,
    ink: getComputedStyle(document.querySelector('.gouji')).color,
    verdict: getComputedStyle(document.querySelector('.verdict h2')).color,
    settings: document.querySelector('details.display').getClientRects().length,
  }));
  assert.deepEqual(seen.borders, [['！', 'double'], ['？', 'dashed']]);
  assert.deepEqual([seen.paper, seen.ink, seen.settings], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 0]);
  const [red, green, blue] = seen.verdict.match(/\d+/g).map(Number);
  assert.ok(0.3 * red + 0.59 * green + 0.11 * blue < 110, `too pale on paper: ${seen.verdict}`);
  if (process.env.SHOTS) {
    await page.addStyleTag({ content: 'html { filter: grayscale(1); }' }).catch(() => {});
    await shot(page, 'print-grey');
  }
});

test('where the browser lets nothing be remembered the page works all the same', LIMIT, async () => {
  const page = await site.open({
    prepare: (page) => page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    }),
  });
  await check(page, SAMPLE);
  await choose(page, 'scale', '150');
  assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), '150%');
  await page.click('[data-do=lang]');
  await page.waitForFunction(() => /Found 3/.test((document.querySelector('.verdict h2') || {}).textContent));
  await page.focus(cell('requests.new.total'));
  assert.deepEqual(page.problems, []);
});
