// The result: verdict first, findings, what was not checked, taking it away, both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { until, useSite } from './harness.mjs';
import { ANSWER, BROKEN, CLEAN, SAMPLE, answerWith, cell, check, focused, mend, status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const part = (page, name) => page.locator(`[data-part=${name}]`);

test('the verdict takes the focus, is an alert inside, and stands in the title', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  assert.equal(await until(page, () => document.activeElement.dataset.part), 'verdict');
  assert.match(await part(page, 'verdict').locator('[role=alert]').textContent(), /发现表内 3 处不平衡，正文 1 处与表不一致/);
  assert.equal(await part(page, 'verdict').getAttribute('role'), null, 'the alert is inside the focused box');
  assert.match(await page.title(), /^发现表内 3 处不平衡，正文 1 处与表不一致 - /);
  assert.match(await page.locator('.understood').textContent(), /示例市示例局；2024 年度；读到 3 张表（共 3 张）；200 个数据格；2021 年版格式/);
});

test('findings are grouped by weight, with sign and word, in the words of the engine', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  assert.deepEqual(await page.locator('.findings h4').allTextContents(), ['！错误（3 处）', '？很可能有误（2 处）', '※提示（1 处）']);
  const { findings } = ANSWER.outcomes[0];
  for (const [index, finding] of findings.entries()) {
    const item = page.locator(`[data-finding="${index}"]`);
    assert.equal(await item.locator('.message').textContent(), finding.message);
    assert.equal(await item.locator('.advice').textContent(), finding.advice);
  }
  assert.equal(await page.locator('[data-finding="5"] mark').textContent(), '15');
});

test('a link of the list leads to the cell, a finding without cells has none', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  await page.click('[data-finding="0"] a');
  assert.equal(await focused(page), 'requests.outcome_total.natural_person');
  assert.equal(await page.locator('[data-finding="2"] a').count(), 0);
  assert.equal(new URL(page.url()).hash, '', 'the address stays as it is');
});

test('a long list shows twenty, then all', LIMIT, async () => {
  const page = await site.open();
  await check(page, BROKEN);
  assert.equal(await page.locator('[data-finding]').count(), 20);
  const total = Number(/\d+/.exec(await page.textContent('[data-do=all]'))[0]);
  assert.ok(total > 20);
  await page.click('[data-do=all]');
  assert.equal(await page.locator('[data-finding]').count(), total);
  assert.equal(await focused(page), 'finding 20');
  assert.equal(await page.locator('[data-do=all]').count(), 0);
});

test('a clean report gets a positive page', LIMIT, async () => {
  const page = await site.open();
  assert.equal(await check(page, CLEAN), '通过：44 条勾稽关系全部成立');
  assert.match(await part(page, 'verdict').getAttribute('class'), /pass/);
  assert.match(await part(page, 'verdict').textContent(), /可以放心.*没有漏下的/s);
  assert.equal(await page.locator('[data-marked]').count(), 0);
});

test('what was not checked is never shown as passed', LIMIT, async () => {
  const page = await site.open();
  const without = CLEAN.replace(/<h2>四、.*?<\/table>/s, '');
  const words = await check(page, without);
  assert.doesNotMatch(words, /通过|全部成立/);
  assert.match(await page.locator('.coverage-line').textContent(), /\d+ 条勾稽关系已核对，3 条无法核对：.+/);
  assert.match(await page.locator('.official').nth(2).textContent(), /没有找到这张表/);
  await page.click('.coverage summary');
  const row = page.locator('.coverage tbody tr', { hasText: '未核对' });
  assert.ok(await row.count() >= 1);
});

test('a file that cannot be read shows the reason of the engine, prominently', LIMIT, async () => {
  const page = await site.open();
  assert.equal(await answerWith(page, 1), '这份文件没有核对');
  assert.equal(await page.locator('.reason').textContent(), ANSWER.outcomes[1].problem.message);
  assert.equal(await until(page, () => document.activeElement.dataset.part), 'verdict');
  assert.equal(await page.locator('table').count(), 0);
});

test('the language can be switched, findings and all, and is remembered', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await page.click('[data-do=lang]');
  await until(page, () => document.querySelector('[data-part=verdict] h2') && document.documentElement.lang === 'en');
  assert.equal(await verdict(page), 'Found 3 that do not balance, 1 in the text');
  assert.match(await page.locator('[data-finding="0"] .message').textContent(), /they differ by 1/);
  assert.equal(await page.locator('.gouji').getAttribute('lang'), 'en');
  assert.equal(await page.locator('table').first().getAttribute('lang'), 'zh-CN', 'the labels of the form stay Chinese');
  assert.equal(await focused(page), 'lang');
  await page.reload();
  await page.evaluate(() => window.goujiReady);
  assert.equal(await page.textContent('h1'), 'Gouji');
  await page.click('[data-do=lang]');
  assert.equal(await page.textContent('h1'), '勾稽');
});

test('without local storage the page works all the same', LIMIT, async () => {
  const page = await site.open({
    prepare: (page_) => page_.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    }),
  });
  await page.click('[data-do=lang]');
  assert.equal(await page.textContent('h1'), 'Gouji');
  assert.deepEqual(page.problems, []);
});

const PLAIN = /^示例市示例局2024年政府信息公开工作年度报告：勾稽核对清单\n发现表内 3 处不平衡，正文 1 处与表不一致\n1\. 【错误】.+\n {3}建议：.+\n2\. 【错误】/;

test('the list of corrections is copied as text and as HTML', LIMIT, async () => {
  const page = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await check(page, SAMPLE);
  await page.click('[data-do=copy]');
  assert.equal(await page.textContent('[data-do=copy]'), '已复制');
  await status(page, '已复制');
  const [plain, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/plain', 'text/html'].map(async (kind) => (await item.getType(kind)).text()));
  });
  assert.match(plain.replaceAll('\r\n', '\n'), PLAIN);
  assert.match(html, /<ol><li>【错误】/);
});

test('copying works on plain http, where there is no clipboard interface', LIMIT, async () => {
  const page = await site.open({
    context: { permissions: ['clipboard-read'] },
    prepare: (page_) => page_.addInitScript(() => {
      window.savedClipboard = navigator.clipboard;
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    }),
  });
  await check(page, SAMPLE);
  await page.click('[data-do=copy]');
  await status(page, '已复制');
  assert.match((await page.evaluate(() => window.savedClipboard.readText())).replaceAll('\r\n', '\n'), PLAIN);
});

test('a browser that refuses to copy is told of', LIMIT, async () => {
  const page = await site.open({
    prepare: (page_) => page_.addInitScript(() => {
      document.execCommand = () => false;
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    }),
  });
  await check(page, SAMPLE);
  await page.click('[data-do=copy]');
  await status(page, '浏览器不允许复制');
});

test('the answer can be saved as JSON, and the page printed', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const download = page.waitForEvent('download');
  await page.click('[data-do=export]');
  const saved = await download;
  assert.equal(saved.suggestedFilename(), '粘贴的报告-gouji.json');
  const json = JSON.parse(readFileSync(await saved.path(), 'utf8'));
  assert.equal(json.schema, 'gouji/1');
  assert.equal(json.outcomes[0].report.cells.length, 200);
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.click('[data-do=print]');
  assert.equal(await page.evaluate(() => window.printed), true);
});

test('text of a report is never read as markup', LIMIT, async () => {
  const page = await site.open();
  const evil = mend(SAMPLE, ['<td colspan="3">128</td>', '<td colspan="3">&lt;img src=x onerror="window.hit=1"&gt;</td>']);
  await check(page, evil);
  assert.match(await page.textContent(cell('disclosure.licensing.decisions')), /<img src=x/);
  assert.equal(await page.locator('table img').count(), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
});
