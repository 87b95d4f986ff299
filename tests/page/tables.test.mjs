// The redrawn tables: the official form, the states of a cell, the panel, changing a cell, the keyboard.
import assert from 'node:assert/strict';
import test from 'node:test';
import { until, useSite } from './harness.mjs';
import { CLEAN, SAMPLE, answerWith, cell, check, focused, paste, status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const panel = (page) => page.locator('[data-part=panel]');
const TOTAL = 'requests.outcome_total.natural_person';

test('the tables are the official form: labels, spans, headings of every cell', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  const seen = await page.evaluate(() => {
    const span = (text) => {
      const head = Array.from(document.querySelectorAll('th')).find((th) => th.textContent === text);
      return head && [head.rowSpan, head.colSpan];
    };
    const cells = Array.from(document.querySelectorAll('[data-cell]'));
    const lost = cells.flatMap((td) => td.getAttribute('headers').split(' ')).filter((id) => !document.getElementById(id));
    const ids = Array.from(document.querySelectorAll('[id]')).map((element) => element.id);
    return {
      captions: Array.from(document.querySelectorAll('caption')).map((caption) => caption.textContent),
      outcome: span('三、本年度办理结果'), refused: span('（三）不予公开'), organisations: span('法人或其他组织'),
      suits: span('行政诉讼'), cells: cells.length, lost, twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      headings: document.getElementById('gj-requests-granted-business').getAttribute('headers').split(' ')
        .map((id) => document.getElementById(id).textContent),
    };
  });
  assert.deepEqual(seen, {
    captions: [
      '二、主动公开政府信息情况2021 年版', '三、收到和处理政府信息公开申请情况2021 年版',
      '四、政府信息公开行政复议、行政诉讼情况2021 年版',
    ],
    outcome: [22, 1], refused: [8, 1], organisations: [1, 5], suits: [1, 10], cells: 200, lost: [], twice: [],
    headings: ['三、本年度办理结果', '（一）予以公开', '申请人情况', '法人或其他组织', '商业企业'],
  });
});

test('blank, dash, cut out, not found and as written stay different, to the eye and to the ear', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  const read = (id) => page.locator(cell(id)).evaluate((td) => ({
    text: td.textContent,
    title: td.querySelector('[title]') && td.querySelector('[title]').title,
    hatched: getComputedStyle(td).backgroundImage !== 'none',
  }));
  assert.deepEqual(await read('requests.excessive.research'), { text: '？很可能有误 空白', title: null, hatched: true });
  assert.deepEqual(await read('disclosure.coercion.decisions'), { text: '※提示 /没有填数字', title: null, hatched: false });
  assert.deepEqual(await read('requests.petition.total'), { text: '0数字原来连在一起，由程序拆开', title: '原文：0000000', hatched: false });
  assert.deepEqual(await read('requests.fee_unpaid.total'), { text: '没有找到', title: null, hatched: true });
  assert.deepEqual(await read('disclosure.licensing.decisions'), { text: '１２８', title: '按 128 计算', hatched: false });
  assert.deepEqual(await read('requests.new.business'), { text: '3', title: null, hatched: false });
});

test('the panel opens on hover with both sides, stays under the pointer, closes with Esc', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  await page.hover(cell(TOTAL));
  assert.match(await panel(page).textContent(), /左边 5 \+ 2 \+ 1 \+ 1 \+ 3 = 12（其余 15 项为 0），右边 11，差 1/);
  assert.match(await panel(page).textContent(), /左边 12 \+ 1 = 13，右边 11 \+ 1 = 12，差 1/);
  assert.equal(await page.getAttribute(cell(TOTAL), 'aria-describedby'), 'gj-panel');
  const related = await page.locator('.related').evaluateAll((cells) => cells.map((td) => td.dataset.cell));
  assert.equal(related.length, 24, 'all cells of both relations are outlined, each once');
  assert.ok(related.includes('requests.new.natural_person') && related.includes('requests.granted.natural_person'));

  const [box, at] = [await panel(page).boundingBox(), await page.locator(cell(TOTAL)).boundingBox()];
  await page.mouse.move(at.x + at.width / 2, at.y + at.height - 1, { steps: 3 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  assert.equal(await panel(page).isVisible(), true, 'the panel itself can be pointed at');
  await page.keyboard.press('Escape');
  assert.equal(await panel(page).isHidden(), true);
  assert.equal(await page.locator('.related, [aria-describedby=gj-panel]').count(), 0);
});

test('the panel opens on focus too, and leaving closes it', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  await page.focus(cell('requests.carried_out.natural_person'));
  assert.match(await panel(page).textContent(), /右边 11 \+ 1 = 12/);
  await page.keyboard.press('Escape');
  assert.equal(await panel(page).isHidden(), true);
  assert.equal(await focused(page), 'requests.carried_out.natural_person', 'Esc leaves the focus where it is');
  await page.keyboard.press('ArrowUp');
  assert.equal(await panel(page).isVisible(), true);
  await page.keyboard.press('ArrowRight');
  assert.equal(await panel(page).isHidden(), true, 'a cell without a finding has no panel');
});

test('a changed cell is checked at once; what stood there is shown; the view stays', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  const id = 'requests.carried_out.total';
  await page.locator(cell(id)).scrollIntoViewIfNeeded();
  const before = (await page.locator(cell(id)).boundingBox()).y;
  await page.click(cell(id));
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await status(page, '已重新核对：发现 1 处不平衡');
  assert.equal(await focused(page), id);
  assert.equal(await page.textContent(cell(id)), '1原 2已改，原为2');
  assert.ok(Math.abs((await page.locator(cell(id)).boundingBox()).y - before) < 2, 'the cell did not move on the screen');
  assert.equal(await page.locator(cell(id)).getAttribute('data-marked'), null);
  assert.match(await page.textContent('.changes'), /试改了 1 格，文件本身没有变。现在：发现 1 处不平衡/);

  await page.click(cell('disputes.direct_suit.total'));
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await status(page, '已重新核对：通过');
  assert.equal(await focused(page), 'disputes.suit_after_reconsideration.upheld', 'Tab goes on to the next cell');
});

test('Esc leaves a cell as it was, and the same text is no change', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await page.click(cell('requests.new.total'));
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  assert.match(await page.textContent(cell('requests.new.total')), /16$/);
  assert.equal(await focused(page), 'requests.new.total');
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.mouse.click(5, 5);
  assert.equal(await page.locator('.edit').count(), 1, 'a click beside the page leaves the input open');
  await page.focus('[data-do=copy]');
  assert.equal(await page.locator('.edit').count(), 0);
  assert.equal(await page.locator('.changes').count(), 0);
});

test('changes are undone and made again, by key and by button, and all at once', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  const change = async (id, text) => {
    await page.focus(cell(id));
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await until(page, (selector) => document.querySelector(selector).classList.contains('edited'), cell(id));
  };
  const text = (id) => page.textContent(cell(id));
  await change('requests.new.total', '20');
  await change('requests.new.business', '7');
  // Two relations, and the text that says 16.
  assert.equal(await verdict(page), '发现表内 2 处不平衡，正文 1 处与表不一致');
  await page.keyboard.press('Control+z');
  await until(page, (selector) => !document.querySelector(selector).classList.contains('edited'), cell('requests.new.business'));
  assert.match(await text('requests.new.business'), /3$/);
  assert.equal(await focused(page), 'requests.new.business');
  await page.click('[data-do=undo]');
  await status(page, '已重新核对：通过');
  assert.equal(await page.isDisabled('[data-do=undo]'), true);
  await page.keyboard.press('Control+y');
  await status(page, '已重新核对：发现');
  await page.click('[data-do=redo]');
  await until(page, () => document.querySelectorAll('.figure.edited').length === 2);
  await page.click('[data-do=reset]');
  await status(page, '已恢复原样：通过');
  assert.equal(await page.locator('.figure.edited').count(), 0);
});

test('a line that was not found can be filled in', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN.replace(/<tr><td>2\.重复申请.*?<\/tr>/s, '').replace('rowspan="5">（五）', 'rowspan="4">（五）'));
  const id = 'requests.repeated.natural_person';
  assert.equal(await page.textContent(cell(id)), '没有找到');
  await page.focus(cell(id));
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await until(page, (selector) => /已改，原为空白/.test(document.querySelector(selector).textContent), cell(id));
});

test('a change that could not be checked is taken back', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  await page.evaluate(() => { window.gouji.check = () => Promise.reject(Object.assign(new Error(), { code: 'deadline' })); });
  await page.focus(cell('requests.new.total'));
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await status(page, '刚才的修改没有核对成功');
  assert.equal(await page.textContent(cell('requests.new.total')), '16');
});

test('changes survive the switch of language', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  await page.focus(cell('requests.new.total'));
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await status(page, '已重新核对');
  await page.click('[data-do=lang]');
  await until(page, () => /changed, was 16/.test(document.querySelector('.gouji').textContent));
  assert.equal(await verdict(page), 'Found 2 that do not balance, 1 in the text', 'two relations, and the text that says 16');
});

test('arrow keys move between cells, and the table is one stop of the Tab key', LIMIT, async () => {
  const page = await site.open();
  await check(page, CLEAN);
  await page.focus(cell('requests.new.natural_person'));
  for (const [key, id] of [
    ['ArrowDown', 'requests.carried_in.natural_person'], ['ArrowRight', 'requests.carried_in.business'],
    ['End', 'requests.carried_in.total'], ['ArrowRight', 'requests.carried_in.total'],
    ['ArrowUp', 'requests.new.total'], ['ArrowUp', 'requests.new.total'], ['Home', 'requests.new.natural_person'],
  ]) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), id, key);
  }
  const stops = await page.locator('[data-cell][tabindex="0"]').evaluateAll((cells) => cells.map((td) => td.dataset.cell));
  assert.deepEqual(stops, ['disclosure.regulations.issued', 'requests.new.natural_person', 'disputes.reconsideration.upheld']);
  // Rows of different length: a shorter one is entered at its end.
  await page.focus(cell('disclosure.normative_documents.in_force'));
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'disclosure.licensing.decisions');
});

test('F8 and Shift+F8 go round the findings', LIMIT, async () => {
  const page = await site.open();
  await answerWith(page, 0);
  const stops = [];
  for (let turn = 0; turn < 7; turn += 1) {
    await page.keyboard.press('F8');
    stops.push(await focused(page));
  }
  assert.deepEqual(stops, [
    TOTAL, 'requests.new.natural_person', 'finding 2', 'disclosure.normative_documents.in_force',
    'disclosure.coercion.decisions', 'requests.new.total', TOTAL,
  ]);
  await page.keyboard.press('Shift+F8');
  assert.equal(await focused(page), 'requests.new.total');
});

test('from a real paste to the copied list by keyboard alone', LIMIT, async () => {
  const page = await site.open({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const other = await page.context().newPage();
  await other.setContent(SAMPLE);
  await other.keyboard.press('Control+A');
  await other.keyboard.press('Control+C');
  await page.bringToFront();
  await page.keyboard.press('Control+V');
  assert.equal(await verdict(page), '发现表内 3 处不平衡，正文 1 处与表不一致');
  await until(page, () => document.activeElement.dataset.part === 'verdict');
  const stops = [];
  while (stops[stops.length - 1] !== 'copy') {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
    assert.ok(stops.length < 40, stops.join(', '));
  }
  // One reading of the first cause, three of the second.
  const readings = Array(4).fill(['cell', 'pin', 'preview', 'adopt']).flat();
  const findings = Array(5).fill(['jump', 'mute']).flat();
  assert.deepEqual(stops, [...readings, ...findings, 'copy'], 'the causes come first, then the findings, then the tools');
  await page.keyboard.press('Enter');
  await status(page, '已复制');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /1\. 【错误】/);
  assert.equal(await focused(page), 'copy', 'the focus stays on the button');
});

test('the skip link comes first and leads to the result', LIMIT, async () => {
  const page = await site.open();
  await check(page, SAMPLE);
  await page.evaluate(() => document.activeElement.blur());
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'verdict');
  assert.equal(await page.evaluate(() => document.querySelector('.gouji').querySelector('a, button') .className), 'skip');
});

test('a paste while a check is on the way shows the newer one only', LIMIT, async () => {
  const page = await site.open();
  await paste(page, { html: SAMPLE, text: '旧' });
  await paste(page, { html: CLEAN, text: '新' });
  await status(page, '核对完毕');
  assert.match(await verdict(page), /^通过/);
});
