// The report of the year before: chosen beside the result, compared from then on, and left again.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { SAMPLE, check, status } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const BEFORE = SAMPLE.replaceAll('2024', '2023');
const file = (text, name = '去年.html') => [{ name, mimeType: 'text/html', buffer: Buffer.from(text) }];
const line = (page) => page.textContent('.previous p');

async function choose(page, files) {
  await status(page, '核对完毕');
  await page.setInputFiles('[data-part=previous]', files);
}

test('last year’s report is compared, and stays while the report is changed', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const before = await page.locator('.findings li').count();
  const chooser = page.waitForEvent('filechooser');
  await page.click('[data-do=previous]');
  await (await chooser).setFiles(file(BEFORE));
  await until(page, () => document.querySelector('.previous p'));
  assert.match(await line(page), /^已与上一年年报（去年\.html）比对/);
  const text = await page.textContent('[data-part=result]');
  assert.match(text, /上一年年报“结转下年度继续办理”的总计是 2，相差 1。/);
  assert.ok((await page.locator('.findings li').count()) > before);
  assert.deepEqual(await seriousBarriers(page), []);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/previous.png`, fullPage: true });
  // Mended: two were carried over.
  const cell = page.locator('[data-cell="requests.carried_in.total"]');
  await cell.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await until(page, () => !document.querySelector('[data-part=result]').textContent.includes('上一年年报“结转下年度继续办理”的总计'));
  await page.click('[data-do=previous-leave]');
  await until(page, () => !document.querySelector('.previous p'));
  assert.deepEqual(page.problems, []);
});

test('another body’s report, this year’s and what is no report are told, and the report keeps its result', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const verdict = await page.textContent('[data-part=verdict] h2');
  await choose(page, file(SAMPLE, '今年.html'));
  await until(page, () => document.querySelector('.previous p'));
  assert.match(await line(page), /^没有比对：“今年\.html”不是这个单位上一年的年报（读到的是：示例市示例局 2024）。/);
  await choose(page, file('随便写写', '便条.txt'));
  await until(page, () => document.querySelector('.previous p')?.textContent.startsWith('上一年年报没有读出来'));
  assert.equal(await page.textContent('[data-part=verdict] h2'), verdict);
  assert.deepEqual(page.problems, []);
});
