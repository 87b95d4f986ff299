// Which cell is wrong: readings side by side, shown in the tables, adopted in one step, cells taken as right.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { CLEAN, SAMPLE, check, status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };

test('every broken relation stands in a group with its readings, and axe has nothing against them', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const groups = page.locator('.explanation');
  assert.ok(await groups.count() >= 2, 'one group per cause');
  for (const group of await groups.all()) {
    assert.match(await group.locator('.grade').textContent(), /。$/, 'a whole sentence says how sure it is');
    assert.ok(await group.locator('.readings > li').count() <= 3);
    assert.ok(await group.locator('details li').count() >= 1, 'it names its findings');
  }
  assert.deepEqual(await seriousBarriers(page), []);
  assert.deepEqual(page.problems, []);
});

test('a reading is shown in the tables before anything changes', LIMIT, async () => {
  const page = await site.open();
  const before = await check(page, SAMPLE);
  const button = page.locator('[data-do=preview]').first();
  const changes = await page.locator('.readings > li').first().locator('.changes li').count();
  await button.click();
  assert.equal(await page.locator('.proposed').count(), changes);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(await verdict(page), before, 'nothing is changed yet');
  await button.click();
  assert.equal(await page.locator('.proposed').count(), 0);
  assert.equal(await page.locator('.proposal').count(), 0);
});

test('what is adopted is checked at once, and one step takes all of it back', LIMIT, async () => {
  const page = await site.open();
  const before = await check(page, SAMPLE);
  const groups = await page.locator('.explanation').count();
  await page.locator('[data-do=adopt]').first().click();
  await until(page, (count) => document.querySelectorAll('.explanation').length < count, groups);
  await status(page, '已在页面上采用');
  assert.notEqual(await verdict(page), before);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.part), 'verdict');
  await page.click('[data-do=undo]');
  await until(page, (words) => document.querySelector('[data-part=verdict] h2').textContent.includes(words), before);
  assert.equal(await page.locator('.explanation').count(), groups);
  await page.click('[data-do=redo]');
  await until(page, (count) => document.querySelectorAll('.explanation').length < count, groups);
  assert.deepEqual(page.problems, []);
});

test('a cell taken as right is changed by no reading, until that is taken back', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const pin = page.locator('[data-do=pin]').first();
  const id = await pin.getAttribute('data-pin');
  await pin.focus();
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('.pins'));
  assert.equal(await page.locator(`[data-do=pin][data-pin="${id}"]`).count(), 0, 'no reading touches it');
  await page.click(`[data-do=unpin][data-pin="${id}"]`);
  await until(page, () => !document.querySelector('.pins'));
  assert.ok(await page.locator(`[data-do=pin][data-pin="${id}"]`).count() > 0);
  assert.deepEqual(page.problems, []);
});

test('a report that agrees has nothing to explain', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  assert.equal(await page.locator('.explanations').count(), 0);
});
