// The text beside the tables: from a cell to the sentences that state it, and back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, useSite } from './harness.mjs';
import { CLEAN, SAMPLE, check } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const NEW = 'requests.new.total';
const cell = (page, id) => page.locator(`[data-cell="${id}"]`);
const panel = (page) => page.locator('[data-part=panel]');
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('data-cell') || document.activeElement.getAttribute('data-statement'));

test('a cell lists the sentences that state it, right ones as well', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  assert.equal(await cell(page, 'disputes.direct_suit.total').getAttribute('data-said'), null);
  await cell(page, NEW).focus();
  assert.match(await panel(page).textContent(), /文字里写到这一格.*一致：.*新收政府信息公开申请16件/s);
  assert.equal(await panel(page).locator('mark').textContent(), '16件');
  assert.equal(await cell(page, NEW).getAttribute('aria-describedby'), 'gj-panel');
  assert.deepEqual(await seriousBarriers(page), []);
});

test('a key leads from a cell to its sentence, and a link back', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  await cell(page, NEW).focus();
  await page.keyboard.press('t');
  const number = await focused(page);
  const place = page.locator(`[data-statement="${number}"]`);
  assert.ok(await place.isVisible(), 'the list is open');
  assert.equal(await place.locator('mark').textContent(), '16件');
  assert.deepEqual(await seriousBarriers(page), []);
  await place.locator('a').click();
  assert.equal(await focused(page), NEW);
  assert.deepEqual(page.problems, []);
});

test('a link in the panel leads to the sentence', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const out = 'requests.carried_out.total';
  await cell(page, out).hover();
  assert.match(await panel(page).textContent(), /不一致：.*结转下年度继续办理1件/s);
  await panel(page).locator('[data-do=sentence]').first().click();
  const place = page.locator(`[data-statement="${await focused(page)}"]`);
  assert.equal(await place.locator('mark').textContent(), '1件');
});

test('a cell that no sentence states keeps the key for itself', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  await cell(page, 'disputes.direct_suit.total').focus();
  await page.keyboard.press('t');
  assert.equal(await focused(page), 'disputes.direct_suit.total');
});
