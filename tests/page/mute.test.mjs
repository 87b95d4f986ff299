// Findings found right: a mark with a note, kept in the browser, counted apart, gone when the figures change.
import assert from 'node:assert/strict';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { SAMPLE, cell, check, focused, status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };

/** Marks the n-th finding as found right. */
async function mute(page, index, note = '') {
  await page.click(`[data-finding="${index}"] [data-do=mute]`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'gj-note', 'the note has the focus');
  await page.fill('#gj-note', note);
  await page.press('#gj-note', 'Enter');
  await until(page, (index_) => document.querySelector(`.muted [data-finding="${index_}"]`), index);
}

test('a finding found right is counted apart, marks no cell, and shows its note', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const marked = await page.locator('[data-marked]').count();
  // The third: the sum of table four.
  await mute(page, 2, '台账核过，<确实>如此');
  assert.equal(await verdict(page), '发现表内 2 处不平衡，正文 1 处与表不一致，另有 1 条已标为核实无误');
  await status(page, '已标为核实无误：发现表内 2 处不平衡，正文 1 处与表不一致');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.part), 'verdict');
  assert.deepEqual(await page.locator('.findings h4').allTextContents(), ['！错误（3 处）', '※提示（1 处）']);
  assert.equal(await page.textContent('.muted summary'), '已核实无误（1 处）');
  await page.click('.muted summary');
  assert.match(await page.textContent('.muted [data-finding]'), /四种结果.*说明：台账核过，<确实>如此/s);
  assert.ok(await page.locator('[data-marked]').count() < marked, 'its cells are no longer marked');
  assert.deepEqual(await seriousBarriers(page), []);
  assert.deepEqual(page.problems, []);
});

test('the mark outlives the page, and can be taken back', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await mute(page, 2, '核过');
  await page.reload();
  await page.evaluate(() => window.goujiReady);
  assert.equal(await check(page, SAMPLE), '发现表内 2 处不平衡，正文 1 处与表不一致，另有 1 条已标为核实无误');
  const kept = await page.evaluate(() => localStorage.getItem('gouji-found-right'));
  assert.match(kept, /^\[\{"key":"dispute-total:[0-9a-f]{16}","note":"核过"\}\]$/, 'nothing of the report is kept');
  await page.click('.muted summary');
  await page.click('[data-do=unmute]');
  await until(page, () => !document.querySelector('.muted'));
  assert.equal(await verdict(page), '发现表内 3 处不平衡，正文 1 处与表不一致');
  assert.equal(await page.evaluate(() => localStorage.getItem('gouji-found-right')), '[]');
});

test('another figure brings the finding back', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await mute(page, 2);
  await page.click(cell('disputes.direct_suit.total'));
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('[data-part=verdict] h2').textContent.endsWith('发现表内 3 处不平衡，正文 1 处与表不一致'));
  assert.equal(await page.locator('.muted').count(), 0);
});

test('the note can be left with Esc, and F8 passes over what was found right', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await page.click('[data-finding="0"] [data-do=mute]');
  await page.press('#gj-note', 'Escape');
  assert.equal(await page.locator('#gj-note').count(), 0);
  assert.equal(await focused(page), 'mute');
  await mute(page, 0);
  await page.keyboard.press('F8');
  assert.equal(await focused(page), 'requests.carried_out.total', 'the second finding');
});

test('marks go into the export and, apart from the rest, into the list of corrections', LIMIT, async () => {
  const page = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await check(page, SAMPLE);
  await mute(page, 2, '核过');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-do=export]')]);
  const stream = await download.createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  const answer = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  assert.equal(answer.summary.muted, 1);
  assert.deepEqual(answer.outcomes[0].findings.map((finding) => finding.muted && finding.muted.note), [null, null, '核过', null, null]);
  await page.click('[data-do=copy]');
  await status(page, '已复制');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^4\. 【提示】/m, 'the open ones are numbered without a gap');
  assert.match(text, /已核实无误：表四.*核过/);
});

test('without local storage a mark holds until the page is left', LIMIT, async () => {
  const page = await site.open({
    prepare: (page_) => page_.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    }),
  });
  await check(page, SAMPLE);
  await mute(page, 2);
  await mute(page, 1);
  assert.equal(await verdict(page), '发现表内 1 处不平衡，正文 1 处与表不一致，另有 2 条已标为核实无误');
  assert.deepEqual(page.problems, []);
});

test('what stands in the storage and is no list of marks does no harm', LIMIT, async () => {
  const page = await site.open({
    prepare: (page_) => page_.addInitScript(() => localStorage.setItem('gouji-found-right', '{"key":1}')),
  });
  assert.equal(await check(page, SAMPLE), '发现表内 3 处不平衡，正文 1 处与表不一致');
  assert.deepEqual(page.problems, []);
});
