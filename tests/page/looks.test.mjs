// What the page looks like, as far as a machine can tell: barriers, small screens, zoom, print, forced colours.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, useSite } from './harness.mjs';
import { CLEAN, SAMPLE, answerWith, cell, check } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 60_000 };

/** The states of the page, each with what brings it about. */
const STATES = {
  empty: async () => {},
  findings: (page) => answerWith(page, 0),
  clean: (page) => check(page, CLEAN),
  problem: (page) => answerWith(page, 1),
  panel: async (page) => {
    await check(page, SAMPLE);
    await page.focus(cell('requests.new.total'));
  },
  editing: async (page) => {
    await check(page, SAMPLE);
    await page.focus(cell('requests.new.total'));
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.changes');
    await page.keyboard.press('F2');
  },
  details: async (page) => {
    await check(page, SAMPLE);
    for (const summary of await page.locator('summary').all()) await summary.click();
  },
  files: async (page) => {
    await page.setInputFiles('[data-part=file]', ['甲', '乙'].map((name) => (
      { name: `${name}.html`, mimeType: 'text/html', buffer: Buffer.from(name === '甲' ? SAMPLE : CLEAN) }
    )));
    await page.waitForSelector('.files .pass');
  },
};
for (const [name, bring] of Object.entries(STATES)) {
  test(`${name}: no serious barrier, light, dark and narrow; nothing scrolls sideways`, LIMIT, async () => {
    // Without motion: halfway through a change of colour every contrast is wrong.
    const page = await site.open({ context: { reducedMotion: 'reduce' } });
    await bring(page);
    assert.deepEqual(await seriousBarriers(page), [], 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await seriousBarriers(page), [], 'dark');
    // 640 is a window of 1280 at 200 % zoom.
    for (const width of [640, 390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      assert.deepEqual(await beyondEdge(page), { scrolls: false, beyond: [] }, `${width} px`);
    }
    assert.deepEqual(await seriousBarriers(page), [], 'narrow');
  });
}

/** What reaches beyond the right edge of the window, other than by its own scroller. */
function beyondEdge(page) {
  return page.evaluate(async () => {
    // The page hears of a new width with the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const edge = document.documentElement.clientWidth;
    const allowed = (element) => element.closest('.scroller, .unseen, .skip, .gouji-copy') !== null;
    const elements = Array.from(document.querySelectorAll('.gouji *'));
    const beyond = elements.filter((element) => !allowed(element) && element.getBoundingClientRect().right > edge + 1);
    return {
      scrolls: document.documentElement.scrollWidth > edge,
      beyond: beyond.map((element) => element.className || element.tagName),
    };
  });
}

test('no serious barrier in English', LIMIT, async () => {
  const page = await site.open();
  await page.click('[data-do=lang]');
  await check(page, SAMPLE);
  assert.deepEqual(await seriousBarriers(page), []);
});

test('on a small screen the labels stay in sight while the figures scroll', LIMIT, async () => {
  const page = await site.open({ context: { viewport: { width: 390, height: 800 } } });
  await check(page, SAMPLE);
  const places = await page.evaluate(() => {
    const table = document.querySelector('[data-table=requests]');
    const scroller = table.closest('.scroller');
    const label = Array.from(table.querySelectorAll('th')).find((th) => /予以公开$/.test(th.textContent));
    const before = label.getBoundingClientRect().left;
    scroller.scrollLeft = 500;
    return { moved: scroller.scrollLeft > 50, still: Math.abs(label.getBoundingClientRect().left - before) < 2 };
  });
  assert.deepEqual(places, { moved: true, still: true });
  await page.focus(cell('requests.new.natural_person'));
  const hidden = await page.evaluate(() => {
    const at = document.activeElement.getBoundingClientRect();
    return document.elementFromPoint(at.left + 4, at.top + at.height / 2) !== document.activeElement;
  });
  assert.equal(hidden, false, 'the focused cell is not behind the label');
});

test('the layout follows the width of the window', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const columns = () => page.locator('[data-table=requests] th.group').first().evaluate((th) => [th.rowSpan, th.colSpan]);
  assert.deepEqual(await columns(), [22, 1]);
  await page.setViewportSize({ width: 500, height: 800 });
  await page.waitForFunction(() => document.querySelector('[data-table=requests] th.group').colSpan === 8);
  assert.deepEqual(await columns(), [1, 8]);
});

test('marks are told by a sign too, also in forced colours and on paper', LIMIT, async () => {
  const page = await site.open({ context: { forcedColors: 'active' } });
  await answerWith(page, 0);
  const read = () => page.evaluate(() => {
    const look = (id) => {
      const td = document.getElementById(id);
      const style = getComputedStyle(td);
      const sign = td.querySelector('.sign');
      return [sign && sign.getClientRects().length > 0 && sign.textContent, style.borderTopStyle];
    };
    return [look('gj-requests-outcome_total-natural_person'), look('gj-requests-excessive-research')];
  });
  assert.deepEqual(await read(), [['！', 'double'], ['？', 'dashed']]);
  const paper = await site.open();
  await answerWith(paper, 0);
  await paper.emulateMedia({ media: 'print' });
  const shown = await paper.evaluate(() => ['.intake', '.tools', '.verdict', '.findings', '.tables table']
    .filter((selector) => document.querySelector(selector).getClientRects().length > 0));
  assert.deepEqual(shown, ['.verdict', '.findings', '.tables table']);
});
