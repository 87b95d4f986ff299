// Which cell is probably wrong: readings, preview, adopting with undo, pinned cells.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { CLEAN, SAMPLE, check, status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const WRONG = 'requests.carried_out.total';
const cell = (page, id) => page.locator(`[data-cell="${id}"]`);
const causes = (page) => page.locator('.cause');
const said = (page, words) => until(page, (text) => document.querySelector('[data-part=status]').textContent.includes(text), words);

test('each cause stands once, with what is known of it', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  assert.equal(await causes(page).count(), 2);
  assert.match(await causes(page).nth(0).textContent(), /第 1、2、4 条：可以确定只有改这一格，才能使有关的勾稽关系全部成立。/);
  assert.match(await causes(page).nth(0).textContent(), /表三“四、结转下年度继续办理”行“总计”列：2 改为 1/);
  assert.match(await causes(page).nth(0).textContent(), /正文写的也是这样。/);
  const section4 = causes(page).nth(1);
  assert.match(await section4.textContent(), /几种可能以下 3 种情况都说得通，请核对原始台账。/);
  assert.equal(await section4.locator('.readings > li').count(), 3);
  assert.match(await cell(page, WRONG).getAttribute('class'), /culprit/);
  assert.deepEqual(await seriousBarriers(page), []);
  assert.deepEqual(page.problems, []);
});

test('a clean report has no causes', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  assert.equal(await page.locator('[data-part=causes]').count(), 0);
});

test('a reading is shown in the tables before it is adopted, and changes nothing', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const before = await verdict(page);
  const show = causes(page).nth(0).locator('[data-do=preview]');
  await show.focus();
  await page.keyboard.press('Enter');
  assert.match(await cell(page, WRONG).textContent(), /2.*1.*建议改为 1/s);
  assert.match(await page.locator('[data-part=preview]').textContent(), /要改的 1 格已在表中标出，还没有改/);
  assert.equal(await verdict(page), before);
  assert.deepEqual(await seriousBarriers(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-part=preview]').count(), 0);
  assert.doesNotMatch(await cell(page, WRONG).getAttribute('class'), /proposed/);
  assert.ok(await show.evaluate((button) => button === document.activeElement), 'back at the button');
});

test('a reading is adopted from the preview, checked again, and undone as one step', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await causes(page).nth(0).locator('[data-do=preview]').click();
  await page.keyboard.press('Enter');
  await said(page, '已采用');
  assert.match(await cell(page, WRONG).textContent(), /1/);
  assert.match(await cell(page, WRONG).getAttribute('class'), /edited/);
  assert.equal(await causes(page).count(), 1, 'section four is left');
  await page.keyboard.press('Control+z');
  await said(page, '已重新核对');
  assert.equal(await causes(page).count(), 2);
});

test('a reading of several cells is one step, too', LIMIT, async () => {
  const page = await site.open();
  // Two neighbours of one line exchanged: one cause, two cells.
  const row = '<td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>';
  assert.ok(CLEAN.includes(row));
  await check(page, CLEAN.replace(row, row.replace('<td>1</td><td>0</td>', '<td>0</td><td>1</td>')));
  const reading = causes(page).nth(0).locator('.readings > li').nth(0);
  assert.equal(await reading.locator('.proposals li').count(), 2, await reading.textContent());
  await reading.locator('[data-do=adopt]').click();
  await said(page, '已采用');
  assert.equal(await causes(page).count(), 0);
  await page.keyboard.press('Control+z');
  await said(page, '已重新核对');
  assert.equal(await page.locator('.figure.edited').count(), 0);
});

test('a cell that is said to be right is left alone, until that is taken back', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await causes(page).nth(0).locator('[data-do=pin]').nth(0).click();
  await said(page, '已按这一格是对的重新推断');
  const links = await page.locator(`.causes [data-do=cell][data-id="${WRONG}"]`).count();
  assert.equal(links, 0, 'no reading changes it');
  assert.match(await page.locator('.pins').textContent(), /推断原因时不改.*总计/);
  assert.match(await cell(page, WRONG).getAttribute('class'), /pinned/);
  await page.locator('[data-do=unpin]').click();
  await said(page, '已取消');
  assert.equal(await page.locator('.pins').count(), 0);
  assert.match(await causes(page).nth(0).textContent(), /可以确定/);
});

test('the panel of a cell and the copied list name the cause', LIMIT, async () => {
  const page = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await check(page, SAMPLE);
  await cell(page, WRONG).hover();
  await until(page, () => !document.querySelector('[data-part=panel]').hidden);
  assert.match(await page.locator('[data-part=panel]').textContent(), /可以确定：应为 1/);
  await page.locator('[data-do=copy]').click();
  await status(page, '已复制');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /可能的原因（可以确定）：表三“四、结转下年度继续办理”行“总计”列：2 改为 1/);
});

test('a sentence that contradicts sound tables is the likely slip, and is told beside its cell', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN.replace('新收政府信息公开申请16件', '新收政府信息公开申请12件'));
  assert.equal(await verdict(page), '发现正文 1 处与表不一致');
  assert.equal(await causes(page).count(), 1);
  const cause = await causes(page).nth(0).textContent();
  assert.match(cause, /很可能表内各项对得上，很可能是正文写错了/);
  assert.match(cause, /正文：12 改为 16/);
  assert.equal(await causes(page).nth(0).locator('[data-do=adopt]').count(), 0, 'a text is not changed here');
  assert.deepEqual(await seriousBarriers(page), []);
});
