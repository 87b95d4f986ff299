// <gouji-check> on pages of others: under their policies, from their folders and from other sites, without touching
// them; and the checker inside frames.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { seriousBarriers, until, useChromium } from './harness.mjs';
import { useFirefox } from './firefox.mjs';
import { CLEAN, FAULTS, SAMPLE, docx } from './report.mjs';
import { POLICY, serve } from './server.mjs';

const dist = process.env.GOUJI_DIST;
assert.ok(dist, 'GOUJI_DIST is not set: run through cargo xtask test --only page');
const LIMIT = { timeout: 60_000 };
const KIT = join(dist, 'widget');
const INTEGRITY = /integrity="(sha384-[^"]+)"/.exec(readFileSync(join(KIT, 'demo', 'inline.html'), 'utf8'))[1];

const chromium = useChromium();
const firefox = useFirefox();

/** The policy of a strict host page, in full. */
const STRICT = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'";
const HOST_POLICIES = {
  '/strict.html': STRICT,
  '/issue.html': "script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'",
  '/no-worker.html': "script-src 'self'; worker-src 'none'; connect-src 'self'; style-src 'self'; frame-src 'self'",
  '/nothing.html': "default-src 'none'; script-src 'self'; worker-src 'none'; connect-src 'self'; style-src 'self'",
};

const hostPage = (script, attributes = 'src="#report" year="2024"', report = SAMPLE) => `<!doctype html><html lang="zh-CN"><head>
  <meta charset="utf-8"><title>公布页</title></head><body><main><h1>公布页</h1>
  <gouji-check ${attributes}><a href="/kit/frame.html">核对</a></gouji-check>
  <div id="report">${/<body>([\s\S]*)<\/body>/.exec(report)[1]}</div></main>${script}</body></html>`;

let server; // the host, with the kit in a folder of its own
let other; // another site, which has the kit too
before(async () => {
  other = await serve({ '/': KIT }, () => ({ 'Access-Control-Allow-Origin': '*' }));
  const own = '<script src="/kit/widget.js" defer></script>';
  const pages = Object.fromEntries(Object.keys(HOST_POLICIES).map((path) => [path.slice(1), hostPage(own)]));
  const cross = hostPage(`<script src="${other.address}/widget.js" integrity="${INTEGRITY}" crossorigin="anonymous" defer></script>`);
  server = await serve({
    '/kit/': KIT,
    '/': {
      ...pages, 'cross.html': cross, 'cross-free.html': cross,
      'plain.html': hostPage(own, ''),
      'bare.html': '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>公布页</title><main></main>' + own,
      'focus.html': hostPage(`<input id="own" aria-label="搜索"><script src="/focus.js"></script>${own}`),
      'focus.js': 'document.getElementById("own").focus({ preventScroll: true });',
    },
  }, (path) => {
    if (path === '/cross.html') {
      return { 'Content-Security-Policy': `default-src 'none'; script-src ${other.address} 'wasm-unsafe-eval'; connect-src ${other.address}; worker-src blob:; frame-src ${other.address}; style-src 'self'` };
    }
    return HOST_POLICIES[path] ? { 'Content-Security-Policy': HOST_POLICIES[path] } : {};
  });
});
after(() => Promise.all([server.close(), other.close()]));

/** What the card shows: the verdict, or what else stands there. */
function card(page) {
  return page.evaluate(() => {
    const root = document.querySelector('gouji-check').shadowRoot;
    const text = (selector) => Array.from(root.querySelectorAll(selector)).map((element) => element.textContent);
    return {
      sentence: text('.sentence').join(''), status: text('.status').join(''), findings: text('.finding'),
      buttons: text('button'), link: text('a'), year: text('.year').join(''), framed: root.querySelector('iframe') !== null,
    };
  });
}

function verdict(page) {
  return until(page, () => {
    const root = document.querySelector('gouji-check').shadowRoot;
    const sentence = root && root.querySelector('.sentence');
    return sentence && sentence.textContent;
  }, undefined, { timeout: 20_000 });
}

/** Waits for the card to say something. */
function status(page, words) {
  return until(page, (words) => document.querySelector('gouji-check').shadowRoot.querySelector('.status').textContent.includes(words), words, { timeout: 20_000 });
}

const press = (page, name) => page.evaluate((name) => {
  const root = document.querySelector('gouji-check').shadowRoot;
  Array.from(root.querySelectorAll('button')).find((button) => button.textContent === name).click();
}, name);

const shot = async (page, name, options) => {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), ...options });
};

for (const [name, browser] of Object.entries({ Chromium: chromium, Firefox: firefox })) {
  test(`${name}: a published report page shows the verdict on its own table`, LIMIT, async () => {
    const page = await browser.open({ url: `${server.address}/kit/demo/published.html`, online: true });
    assert.match(await verdict(page), /发现表内 3 处不平衡，正文 1 处与表不一致/);
    const seen = await card(page);
    assert.equal(seen.findings.length, FAULTS + 1);
    assert.match(seen.findings[0], /^！错误表三“总计”一列/);
    assert.equal(seen.year, '');
    assert.equal(seen.framed, false);
  });

  test(`${name}: under a strict policy it checks in its worker; the tables come by a link, with the reason`, LIMIT, async () => {
    const page = await browser.open({ url: `${server.address}/strict.html`, online: true });
    assert.match(await verdict(page), /发现表内 3 处不平衡，正文 1 处与表不一致/);
    await press(page, '查看表格和算式');
    await status(page, '不允许在本页嵌入核对页面');
    const seen = await card(page);
    assert.deepEqual(seen.link, ['在新窗口打开']);
    assert.match(seen.sentence, /发现表内 3 处不平衡，正文 1 处与表不一致/, 'the verdict stays');
  });

  test(`${name}: from another site, with integrity, it checks in a worker put together here`, LIMIT, async () => {
    const page = await browser.open({ url: `${server.address}/cross.html`, online: true });
    assert.match(await verdict(page), /发现表内 3 处不平衡，正文 1 处与表不一致/);
  });
}

test('under the policy of the instructions even the tables are shown', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/issue.html`, online: true });
  assert.match(await verdict(page), /发现表内 3 处不平衡，正文 1 处与表不一致/);
  await press(page, '查看表格和算式');
  const frame = await frameOf(page);
  assert.match(await frame.locator('.verdict h2').textContent(), /发现表内 3 处不平衡，正文 1 处与表不一致/);
  await until(page, () => document.querySelector('gouji-check').shadowRoot.querySelector('iframe').clientHeight > 1500);
  assert.deepEqual(page.problems, []);
  await shot(page, 'widget-frame', { fullPage: true });
});

/** The page inside the card. */
async function frameOf(page) {
  await until(page, () => document.querySelector('gouji-check').shadowRoot.querySelector('iframe'));
  let frame;
  while (!frame) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    frame = page.frames().find((each) => each.url().includes('frame.html'));
  }
  await frame.waitForSelector('.verdict h2', { timeout: 15_000 });
  return frame;
}

test('where the policy allows neither worker nor WebAssembly it checks in a frame, and tells the answer', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/no-worker.html`, online: true, prepare: listen });
  const answers = await until(page, () => window.told && window.told.length > 0 && window.told, undefined, { timeout: 20_000 });
  assert.deepEqual(answers, [['gouji-report', FAULTS]]);
  const frame = await frameOf(page);
  assert.match(await frame.locator('.verdict h2').textContent(), /发现表内 3 处不平衡，正文 1 处与表不一致/);
});

test('the whole checker at once, with the report of the page in it', LIMIT, async () => {
  const page = await chromium.open({
    url: `${server.address}/bare.html`, online: true,
    prepare: listen,
    after: (page) => page.evaluate((html) => {
      document.querySelector('main').innerHTML = `<gouji-check mode="frame" src="#r" lang="en"></gouji-check><div id="r">${html}</div>`;
    }, /<body>([\s\S]*)<\/body>/.exec(SAMPLE)[1]),
  });
  const frame = await frameOf(page);
  assert.match(await frame.locator('.verdict h2').textContent(), /Found 3/);
  assert.deepEqual(await page.evaluate(() => window.told), [['gouji-report', FAULTS]]);
});

test('where nothing is allowed a link says why', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/nothing.html`, online: true });
  await status(page, '不允许在本页运行核对程序');
  const seen = await card(page);
  assert.deepEqual([seen.sentence, seen.link, seen.framed], ['', ['在新窗口打开'], false]);
  assert.deepEqual(await seriousBarriers(page), []);
});

/** Records the events that reach the document. */
function listen() {
  window.told = [];
  for (const name of ['gouji-ready', 'gouji-report', 'gouji-error']) {
    document.addEventListener(name, (event) => {
      if (name !== 'gouji-ready') window.told.push([name, name === 'gouji-report' ? event.detail.summary.errors : event.detail.code]);
    });
  }
}

test('without a policy a check from another site works too, and a changed file of that site is refused', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/cross-free.html`, online: true });
  assert.match(await verdict(page), /发现表内 3 处不平衡，正文 1 处与表不一致/);
  const bad = await chromium.open({
    url: `${server.address}/cross-free.html`, online: true, prepare: listen,
    route: ['**/worker.*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n/* changed */` });
    }],
  });
  await status(bad, '没有加载成功');
  assert.deepEqual(await bad.evaluate(() => window.told), [['gouji-error', 'load']]);
  assert.ok(bad.problems.some((problem) => /integrity/i.test(problem)), bad.problems.join('\n'));
});

test('before the first use nothing is loaded but the one script, of 30 KB at most', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/plain.html`, online: true });
  await until(page, () => document.querySelector('gouji-check').shadowRoot);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(page.requests, [`${server.address}/plain.html`, `${server.address}/kit/widget.js`]);
  assert.ok(statSync(join(KIT, 'widget.js')).size <= 30_000);
  // A report further down the page is checked when it comes near.
  const far = await chromium.open({
    url: `${server.address}/bare.html`, online: true,
    after: (page) => page.evaluate(() => {
      document.querySelector('main').innerHTML = '<div style="height: 5000px"></div><div id="r"><p>x</p></div><gouji-check src="#r"></gouji-check>';
    }),
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(far.requests.length, 2);
  await far.evaluate(() => document.querySelector('gouji-check').scrollIntoView());
  assert.match(await verdict(far), /没有核对/);
});

test('the host page keeps its globals, its look and its focus', LIMIT, async () => {
  const page = await chromium.open({
    url: `${server.address}/focus.html`, online: true,
    prepare: () => {
      document.addEventListener('DOMContentLoaded', () => {
        window.before = new Set(Object.getOwnPropertyNames(window));
        window.look = () => Array.from(document.querySelectorAll('h1, #report, #report *, input')).map((element) => {
          const style = getComputedStyle(element);
          return Array.from(style).map((name) => style.getPropertyValue(name)).join(';');
        }).join('|');
        window.looked = window.look();
      });
    },
  });
  await verdict(page);
  await page.evaluate(() => document.querySelector('gouji-check').checkText('一、总体情况'));
  const after = await page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !['before', 'look', 'looked'].includes(name)),
    lexical: ['GoujiClient', 'wasm_bindgen', 'gouji_engine', 'PARTS', 'WORDS', 'GoujiCheck'].filter((name) => { try { return window.eval(`typeof ${name}`) !== 'undefined'; } catch (error) { return true; } }),
    same: window.look() === window.looked,
    focus: document.activeElement.id,
    head: Array.from(document.head.children).map((element) => element.tagName),
    title: document.title,
  }));
  assert.deepEqual(after, { globals: [], lexical: [], same: true, focus: 'own', head: ['META', 'TITLE'], title: '公布页' });
  assert.deepEqual(page.problems, []);
});

test('where there is no worker the check runs on the page, and leaves no global there either', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/bare.html`, online: true, prepare: () => { delete window.Worker; } });
  const seen = await page.evaluate(async ([html, word]) => {
    const element = document.createElement('gouji-check');
    document.querySelector('main').appendChild(element);
    const before = new Set(Object.getOwnPropertyNames(window));
    const pasted = await element.checkHtml(html);
    const file = await element.checkFile(new File([new Uint8Array(word)], '甲.docx'));
    return {
      errors: [pasted.summary.errors, file.summary.errors], name: file.outcomes[0].file.name,
      globals: Object.getOwnPropertyNames(window).filter((name) => !before.has(name)),
      lexical: ['wasm_bindgen', 'gouji_engine'].filter((name) => window.eval(`typeof ${name}`) !== 'undefined'),
    };
  }, [SAMPLE, [...docx(SAMPLE)]]);
  assert.deepEqual(seen, { errors: [FAULTS, FAULTS], name: '甲.docx', globals: [], lexical: [] });
});

test('methods, events and attributes, wrong ones too', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/bare.html`, online: true, prepare: listen });
  const warnings = [];
  page.on('console', (message) => { if (message.type() === 'warning') warnings.push(message.text()); });
  const seen = await page.evaluate(async (html) => {
    const element = document.createElement('gouji-check');
    for (const [name, value] of [['lang', 'tlh'], ['edition', '1999'], ['theme', 'pink'], ['mode', 'x'], ['year', '2023']]) element.setAttribute(name, value);
    document.querySelector('main').appendChild(element);
    const answer = await element.checkHtml(html);
    const text = (selector) => element.shadowRoot.querySelector(selector).textContent;
    const chinese = text('.sentence');
    const year = text('.year');
    element.setAttribute('lang', 'en');
    await new Promise((resolve) => element.addEventListener('gouji-report', resolve, { once: true }));
    return { errors: answer.summary.errors, same: element.answer.schema, chinese, year, english: text('.sentence'), part: getComputedStyle(element.shadowRoot.querySelector('[part=card]')).display };
  }, SAMPLE);
  assert.equal(seen.errors, FAULTS);
  assert.equal(seen.same, 'gouji/1');
  assert.match(seen.chinese, /发现表内 3 处不平衡，正文 1 处与表不一致/);
  assert.match(seen.year, /2023 年度.*2024 年度/);
  assert.match(seen.english, /Found 3/);
  assert.equal(warnings.filter((text) => /^gouji-check: (lang|edition|theme|mode)=/.test(text)).length, 4, warnings.join('\n'));
  assert.deepEqual(await page.evaluate(() => window.told), [['gouji-report', FAULTS], ['gouji-report', FAULTS]]);

  const lost = await chromium.open({ url: `${server.address}/bare.html`, online: true, prepare: listen });
  await lost.evaluate(() => { document.querySelector('main').innerHTML = '<gouji-check src="#nowhere"></gouji-check>'; });
  await status(lost, '没有找到要核对的报告（#nowhere）');
  assert.deepEqual(await lost.evaluate(() => window.told), [['gouji-error', 'absent']]);
});

test('an engine without WebAssembly is told so; one without constructed style sheets gets a file', LIMIT, async () => {
  const old = await chromium.open({ url: `${server.address}/issue.html`, online: true, prepare: () => { delete window.WebAssembly; } });
  await status(old, '浏览器太旧');
  const plain = await chromium.open({ url: `${server.address}/strict.html`, online: true, prepare: () => { CSSStyleSheet.prototype.replaceSync = undefined; } });
  await verdict(plain);
  assert.equal(await plain.evaluate(() => getComputedStyle(document.querySelector('gouji-check').shadowRoot.querySelector('.card')).borderTopWidth), '1px');
});

for (const [name, report] of Object.entries({ findings: SAMPLE, clean: CLEAN })) {
  test(`the card has no serious barrier in a narrow column: ${name}`, LIMIT, async () => {
    const page = await chromium.open({ url: `${server.address}/bare.html`, online: true, context: { viewport: { width: 300, height: 900 }, reducedMotion: 'reduce' } });
    for (const theme of ['light', 'dark']) {
      await page.evaluate(async ([html, theme]) => {
        document.querySelector('main').innerHTML = `<h1>公布页</h1><gouji-check theme="${theme}"></gouji-check>`;
        await document.querySelector('gouji-check').checkHtml(html);
      }, [report, theme]);
      assert.deepEqual(await seriousBarriers(page), [], theme);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= 300), true);
      await shot(page, `widget-narrow-${name}-${theme}`, { fullPage: true });
    }
  });
}

for (const demo of ['frame', 'sandbox']) {
  test(`the ${demo} demonstration tells its height and what was found`, LIMIT, async () => {
    const page = await chromium.open({ url: `${server.address}/kit/demo/${demo}.html`, online: true });
    await until(page, () => document.querySelector('iframe').clientHeight !== 0);
    const frame = await until(page, () => true).then(() => page.frames()[1]);
    await frame.waitForSelector('[data-do=sample]');
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'IFRAME', 'the frame does not take the focus');
    await frame.click('[data-do=sample]');
    await until(page, () => document.getElementById('said').textContent.includes('错误 4 处'), undefined, { timeout: 15_000 });
    await until(page, () => document.querySelector('iframe').clientHeight > 1500);
    assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight + 1), true);
    assert.equal(await frame.evaluate(() => window.gouji.inline), false);
    assert.deepEqual(page.problems, []);
    await shot(page, `demo-${demo}`, { fullPage: true });
  });
}

test('the instructions and demonstrations load without an error, and ask nobody else', LIMIT, async () => {
  const guide = await chromium.open({ url: `${server.address}/kit/index.html`, online: true });
  const links = await guide.evaluate(() => Array.from(document.links).map((link) => link.href).filter((href) => href.endsWith('.html')));
  assert.equal(new Set(links).size, 6);
  assert.deepEqual(await seriousBarriers(guide), []);
  await shot(guide, 'guide', { fullPage: true });
  for (const url of links) {
    const page = await chromium.open({ url, online: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(page.problems, [], url);
    assert.deepEqual(page.requests.filter((each) => !each.startsWith(server.address) && !/^(data|blob|about):/.test(each)), [], url);
  }
  // The policy that the instructions give for the folder of the kit is the one that is tested.
  const text = readFileSync(join(KIT, 'index.html'), 'utf8').replace(/\n/g, ' ');
  const words = (policy) => policy.split(';').map((part) => part.trim()).filter((part) => part && !part.startsWith('manifest-src'));
  for (const part of words(POLICY)) assert.ok(text.includes(part), part);
});

test('once the verdict is there nothing more is asked for', LIMIT, async () => {
  const page = await chromium.open({ url: `${server.address}/kit/demo/published.html`, online: true });
  await verdict(page);
  await shot(page, 'widget-published');
  await page.context().setOffline(true);
  page.requests.length = 0;
  const answer = await page.evaluate((html) => document.querySelector('gouji-check').checkHtml(html), CLEAN);
  assert.equal(answer.summary.errors, 0);
  assert.deepEqual(page.requests, []);
});
