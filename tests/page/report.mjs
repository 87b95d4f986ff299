// Reports to put into the page, all made up, and the ways to put them in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { until } from './harness.mjs';

/** The errors in the sample: three broken sums, and a sentence that contradicts a table because of one of them. */
export const FAULTS = 4;

/** The sample of the page: its faults and a dash. */
export const SAMPLE = readFileSync(new URL('../../src/page/sample.html', import.meta.url), 'utf8');

/** The answer that shows every state of a cell, for what is hard to bring about with one report. */
export const ANSWER = JSON.parse(readFileSync(new URL('fixtures/answer.json', import.meta.url), 'utf8'));

/** The sample without its faults. */
export const CLEAN = [
  ['<td colspan="3">/</td>', '<td colspan="3">0</td>'],
  ['<td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>2</td></tr>', '<td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>'],
  ['<td>1</td><td>0</td><td>0</td><td>1</td><td>1</td>', '<td>1</td><td>0</td><td>0</td><td>1</td><td>2</td>'],
].reduce(mend, SAMPLE);

/** Replaces what must stand in the text exactly once. */
export function mend(text, [before, after]) {
  assert.equal(text.split(before).length, 2, `not exactly once: ${before}`);
  return text.replace(before, after);
}

/** The sample with so many broken lines that not all findings are listed at first. */
export const BROKEN = SAMPLE.replace(/<td>0<\/td><\/tr>/g, '<td>7</td></tr>');

/** The tables of an HTML report as rows of cells with their spans. */
function tablesOf(html) {
  return (html.match(/<table>.*?<\/table>/gs) || []).map((table) => table.match(/<tr>.*?<\/tr>/gs).map((row) => (
    [...row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)].map(([, attributes, text]) => ({
      text,
      columns: Number((/colspan="(\d+)"/.exec(attributes) || [0, 1])[1]),
      rows: Number((/rowspan="(\d+)"/.exec(attributes) || [0, 1])[1]),
    }))
  )));
}

/** The paragraphs and tables of the sample as a Word document. */
export function docx(html) {
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const tables = tablesOf(html).map((rows) => {
    const open = new Map(); // column -> {rows left, columns} of a cell from above
    const lines = rows.map((cells) => {
      const queue = cells.slice();
      let column = 0;
      let line = '';
      while (queue.length > 0 || open.has(column)) {
        const above = open.get(column);
        const cell = above || queue.shift();
        const merge = above ? '<w:vMerge/>' : cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : '';
        line += `<w:tc><w:tcPr><w:gridSpan w:val="${cell.columns}"/>${merge}</w:tcPr>${paragraph(above ? '' : cell.text)}</w:tc>`;
        if (cell.rows > 1) open.set(column, { rows: cell.rows - 1, columns: cell.columns });
        else open.delete(column);
        column += cell.columns;
      }
      return `<w:tr>${line}</w:tr>`;
    });
    return `<w:tbl>${lines.join('')}</w:tbl>`;
  });
  const texts = html.replace(/<head>.*?<\/head>/gs, '').split(/<table>.*?<\/table>/gs)
    .map((part) => [...part.matchAll(/<(?:h\d|p)>(.*?)<\//gs)].map(([, text]) => paragraph(text)).join(''));
  const body = texts.map((text, index) => text + (tables[index] || '')).join('');
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A zip archive of stored entries. */
export function zip(files) {
  const entries = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, data]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, path]));
    entries.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries, list, end]);
}

/** Pastes into an element (the text area if none is named), as the browser would. */
export async function paste(page, { html = '', text = '' }, selector = '#gj-paste') {
  await page.evaluate(([html_, text_, selector_]) => {
    const data = new DataTransfer();
    if (html_) data.setData('text/html', html_);
    if (text_) data.setData('text/plain', text_);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.querySelector(selector_).dispatchEvent(event);
  }, [html, text, selector]);
}

/** Pastes a report and waits for its verdict, which it returns. */
export async function check(page, html) {
  await page.evaluate(() => { const old = document.querySelector('[data-part=verdict]'); if (old) old.remove(); });
  await paste(page, { html, text: '报告' });
  return verdict(page);
}

/** Makes the engine answer what the test wants: `answer` is the outcome at this place of the fixture. */
export async function answerWith(page, index) {
  const answer = { ...ANSWER, outcomes: [ANSWER.outcomes[index]] };
  await page.evaluate((fixed) => { window.gouji.check = () => Promise.resolve(fixed); }, answer);
  return check(page, SAMPLE);
}

/** The verdict sentence, once it is there. */
export function verdict(page) {
  return until(page, () => {
    const heading = document.querySelector('[data-part=verdict] h2');
    return heading && heading.lastChild.textContent;
  });
}

/** Waits until the status says something that begins so. */
export function status(page, begin) {
  return until(page, (begin_) => {
    const words = document.querySelector('[data-part=status]').textContent;
    return words.startsWith(begin_) && words;
  }, begin);
}

/** What has the focus: its part, cell, action or finding. */
export function focused(page) {
  return page.evaluate(() => {
    const { cell, part, do: action, finding } = document.activeElement.dataset;
    return cell || part || action || (finding && `finding ${finding}`) || document.activeElement.tagName;
  });
}

/** The selector of a value cell. */
export const cell = (id) => `[data-cell="${id}"]`;
