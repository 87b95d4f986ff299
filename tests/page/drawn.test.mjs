// Files that only say where signs and lines stand: PDF and OFD. Their findings name the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { seriousBarriers, until, useSite } from './harness.mjs';
import { status, verdict } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };
const file = (name) => ({ name, mimeType: '', buffer: readFileSync(new URL(`fixtures/${name}`, import.meta.url)) });

/** A page that is one picture. */
function scan() {
  const content = 'q 595 0 0 842 0 0 cm /Im Do Q';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\nx\nendstream',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return { name: '扫描件.pdf', mimeType: '', buffer: Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R>>\n%%EOF\n`) };
}

for (const name of ['report.pdf', 'report.ofd']) {
  test(`${name}: the tables are marked, and each finding says on which page it stands`, LIMIT, async () => {
    const page = await site.open();
    await page.setInputFiles('input[type=file]', [file(name)]);
    await status(page, '核对完毕');
    assert.equal(await verdict(page), '发现 2 处不平衡');
    const findings = page.locator('.findings .error li');
    assert.equal(await findings.count(), 2);
    for (const text of await findings.locator('.page').allTextContents()) assert.match(text, /^第\d(、\d)*页$/);
    assert.equal(await findings.locator('.page').count(), 2);
    // The same in the panel of the cell.
    await findings.first().locator('a').click();
    await until(page, () => !document.querySelector('[data-part=panel]').hidden);
    assert.match(await page.textContent('[data-part=panel] .page'), /^第\d(、\d)*页$/);
    assert.deepEqual(await seriousBarriers(page), []);
    assert.deepEqual(page.problems, []);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  });
}

test('a scan is told with what to do instead', LIMIT, async () => {
  const page = await site.open();
  await page.setInputFiles('input[type=file]', [scan()]);
  assert.equal(await verdict(page), '这份文件没有核对');
  const text = await page.textContent('[data-part=result]');
  assert.match(text, /这是扫描件.*没有文字.*请改用原来的 Word/s);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/scan.png`, fullPage: true });
});
