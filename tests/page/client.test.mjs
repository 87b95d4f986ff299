// The worker and its client: every request is answered, and a broken worker costs only the request that broke it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { until, useSite } from './harness.mjs';
import { SAMPLE, docx } from './report.mjs';

const site = useSite();
const LIMIT = { timeout: 30_000 };

/** A page whose `try_` tells the code of a rejected promise, and whose requests are short to write. */
async function openPage(prepare) {
  const page = await site.open({ prepare });
  await page.evaluate(() => {
    window.bytes = (text) => new TextEncoder().encode(text);
    window.codeOf = (promise) => promise.then(() => 'answered', (error) => error.code);
  });
  return page;
}

test('a check runs in the worker and answers with the contract', LIMIT, async () => {
  const page = await openPage();
  const answer = await page.evaluate(() => window.gouji.check(window.bytes('abc'), '甲.txt', { lang: 'en' }));
  assert.equal(answer.schema, 'gouji/1');
  assert.equal(answer.outcomes.length, 1);
  assert.equal(answer.outcomes[0].file.name, '甲.txt');
  assert.equal(answer.outcomes[0].file.bytes, 3);
  assert.equal(answer.outcomes[0].report, null, 'absent is null, as in JSON');
  assert.equal(await page.evaluate(() => window.gouji.inline), false);
  assert.ok((await page.evaluate(() => window.gouji.rules('zh-CN'))).rules.length > 0);
  assert.match((await page.evaluate(() => window.gouji.ping())).version, /^\d+\.\d+\.\d+$/);
});

test('requests made before the worker is ready are answered, in order', LIMIT, async () => {
  const page = await openPage();
  const names = await page.evaluate(async () => {
    const client = new window.GoujiClient({ url: 'worker.js' });
    const order = [];
    const requests = ['a', 'b', 'c'].map((name) => client.check(window.bytes(name), name, null)
      .then((answer) => order.push(answer.outcomes[0].file.name)));
    await Promise.all(requests);
    client.close();
    return order;
  });
  assert.deepEqual(names, ['a', 'b', 'c']);
});

test('a wrong call is answered with its code and leaves the worker alone', LIMIT, async () => {
  const page = await openPage();
  const seen = await page.evaluate(async () => {
    await window.gouji.ping();
    const worker = window.gouji.worker;
    return {
      options: await window.codeOf(window.gouji.check(window.bytes('a'), 'a', { edits: 3 })),
      kind: await window.codeOf(window.gouji.request({ kind: 'dance' })),
      unsendable: await window.codeOf(window.gouji.check(() => 1, 'a', {})),
      after: (await window.gouji.check(window.bytes('a'), 'a', {})).schema,
      same: worker === window.gouji.worker,
    };
  });
  assert.deepEqual(seen, { options: 'options', kind: 'request', unsendable: 'request', after: 'gouji/1', same: true });
});

test('the worker itself answers nonsense with an error', LIMIT, async () => {
  const page = await openPage();
  const answers = await page.evaluate(async () => {
    const worker = new Worker('worker.js');
    const seen = [];
    worker.onmessage = (event) => seen.push([event.data.id, event.data.error && event.data.error.code]);
    worker.postMessage(null);
    worker.postMessage('text');
    worker.postMessage({ id: 7, kind: 'check' });
    worker.postMessage({ id: 8, kind: 'ping' });
    while (seen.length < 5) await new Promise((resolve) => setTimeout(resolve, 20));
    worker.terminate();
    return seen.filter(([id]) => id !== 0);
  });
  assert.deepEqual(answers.map(([id]) => id), [undefined, undefined, 7, 8]);
  assert.ok(answers[0][1] && answers[1][1] && answers[2][1]);
  assert.equal(answers[3][1], undefined);
});

test('a killed worker costs one request; the next ones go to a new worker', LIMIT, async () => {
  const page = await openPage();
  const seen = await page.evaluate(async () => {
    const client = window.gouji;
    await client.ping();
    const old = client.worker;
    client.deadline = 300;
    old.terminate();
    const lost = window.codeOf(client.check(window.bytes('a'), 'a', {}));
    const waiting = client.check(window.bytes('b'), 'b', {});
    return {
      lost: await lost,
      waiting: (await waiting).outcomes[0].file.name,
      later: (await client.check(window.bytes('c'), 'c', {})).outcomes[0].file.name,
      replaced: client.worker !== old && client.worker !== null,
      inline: client.inline,
    };
  });
  assert.deepEqual(seen, { lost: 'deadline', waiting: 'b', later: 'c', replaced: true, inline: false });
});

/** A page with a worker script of the test's own, which sees each request as `request`. */
async function openWithWorker(body) {
  const script = `let requests = 0; self.onmessage = (event) => { const request = event.data; ${body} };
    self.postMessage({ id: 0, ok: {} });`;
  return openPage((page) => page.route('**/own-worker.js', (route) => route.fulfill({
    contentType: 'text/javascript', body: script,
  })));
}

test('a worker that hangs is ended at the deadline', LIMIT, async () => {
  const page = await openWithWorker("if (request.name === 'hang') for (;;) {} self.postMessage({ id: request.id, ok: 1 });");
  const seen = await page.evaluate(async () => {
    const client = new window.GoujiClient({ url: 'own-worker.js', deadline: 300 });
    const codes = [
      window.codeOf(client.check(window.bytes(''), 'hang', {})),
      window.codeOf(client.check(window.bytes(''), 'fine', {})),
      window.codeOf(client.check(window.bytes(''), 'hang', {})),
    ];
    return Promise.all(codes);
  });
  assert.deepEqual(seen, ['deadline', 'answered', 'deadline']);
});

test('a worker that throws is replaced at once, not at the deadline', LIMIT, async () => {
  const page = await openWithWorker("if (request.name === 'throw') throw new Error('x'); self.postMessage({ id: request.id, ok: 1 });");
  const seen = await page.evaluate(async () => {
    const client = new window.GoujiClient({ url: 'own-worker.js' });
    const start = performance.now();
    const codes = [
      await window.codeOf(client.check(window.bytes(''), 'throw', {})),
      await window.codeOf(client.check(window.bytes(''), 'fine', {})),
    ];
    return { codes, soon: performance.now() - start < 5000 };
  });
  assert.deepEqual(seen, { codes: ['worker', 'answered'], soon: true });
});

test('after a trap the worker is not trusted again', LIMIT, async () => {
  const page = await openWithWorker("self.postMessage(request.name === 'trap' ? { id: request.id, error: { code: 'trap', message: 'unreachable' } } : { id: request.id, ok: 1 });");
  const seen = await page.evaluate(async () => {
    const client = new window.GoujiClient({ url: 'own-worker.js' });
    await client.check(window.bytes(''), 'fine', {});
    const old = client.worker;
    const code = await window.codeOf(client.check(window.bytes(''), 'trap', {}));
    return { code, next: await window.codeOf(client.check(window.bytes(''), 'fine', {})), same: client.worker === old };
  });
  assert.deepEqual(seen, { code: 'trap', next: 'answered', same: false });
});

test('closing rejects what is open and what comes after', LIMIT, async () => {
  const page = await openPage();
  const codes = await page.evaluate(async () => {
    const client = new window.GoujiClient({ url: 'worker.js' });
    const open = [client.ping(), client.ping()].map(window.codeOf);
    client.close();
    open.push(window.codeOf(client.ping()));
    return Promise.all(open);
  });
  assert.deepEqual(codes, ['closed', 'closed', 'closed']);
});

test('without Worker the page checks by itself', LIMIT, async () => {
  const page = await openPage((page) => page.addInitScript(() => { delete window.Worker; }));
  const seen = await page.evaluate(async () => ({
    name: (await window.gouji.check(window.bytes('a'), 'a', {})).outcomes[0].file.name,
    inline: window.gouji.inline,
    wrong: await window.codeOf(window.gouji.check(window.bytes('a'), 'a', { edits: 3 })),
    rules: (await window.gouji.rules('zh-CN')).rules.length > 0,
  }));
  assert.deepEqual(seen, { name: 'a', inline: true, wrong: 'options', rules: true });
  assert.deepEqual(page.problems, []);
});

test('a worker that cannot start leaves the work to the page', LIMIT, async () => {
  const page = await openPage((page) => page.route('**/worker.js', (route) => route.abort()));
  const answer = await page.evaluate(() => window.gouji.check(window.bytes('a'), 'a', {}));
  assert.equal(answer.outcomes[0].file.name, 'a');
  await until(page, () => window.gouji.inline);
});

test('a worker lost while the cable is pulled leaves the work to the page', LIMIT, async () => {
  const page = await openPage();
  await page.evaluate(() => window.gouji.ping());
  await page.context().setOffline(true);
  const seen = await page.evaluate(async () => {
    window.gouji.deadline = 300;
    window.gouji.worker.terminate();
    return {
      lost: await window.codeOf(window.gouji.check(window.bytes('a'), 'a', {})),
      next: (await window.gouji.check(window.bytes('b'), 'b', {})).outcomes[0].file.name,
      inline: window.gouji.inline,
    };
  });
  assert.deepEqual(seen, { lost: 'deadline', next: 'b', inline: true });
});

/** The whole engine is not delivered as long as `blocked.now` holds. */
async function openWithoutEngine(options) {
  const blocked = { now: true };
  const page = await site.open({
    ...options,
    prepare: async (page) => {
      if (options && options.prepare) await options.prepare(page);
      await page.route('**/engine_bg.wasm', (route) => (blocked.now ? route.abort() : route.continue()));
    },
  });
  await page.evaluate(() => {
    window.bytes = (text) => new TextEncoder().encode(text);
    window.codeOf = (promise) => promise.then((answer) => answer.outcomes[0].status, (error) => error.code);
  });
  return { page, blocked };
}

/** A report as a page has it, as a Word document and with its tables as running text, and what a check tells. */
function statuses(page) {
  return page.evaluate(async ([html, word]) => ({
    html: await window.codeOf(window.gouji.check(window.bytes(html), 'a.html', {})),
    english: await window.codeOf(window.gouji.check(window.bytes(html), 'a.html', { lang: 'en' })),
    text: await window.codeOf(window.gouji.check(window.bytes(html.replace(/<[^>]*>/g, ' ')), 'a.txt', {})),
    word: await window.codeOf(window.gouji.check(new Uint8Array(word), 'a.docx', {})),
    inline: window.gouji.inline,
  }), [SAMPLE, [...docx(SAMPLE)]]);
}

for (const inline of [false, true]) {
  const prepare = (page) => (inline ? page.addInitScript(() => { delete window.Worker; }) : undefined);

  test(`tables are checked before the whole engine is there; the rest says so and works later${inline ? ', without Worker too' : ''}`, LIMIT, async () => {
    const { page, blocked } = await openWithoutEngine({ prepare });
    assert.deepEqual(await statuses(page), { html: 'checked', english: 'load', text: 'load', word: 'load', inline });
    blocked.now = false;
    assert.deepEqual(await statuses(page), { html: 'checked', english: 'checked', text: 'checked', word: 'checked', inline });
    assert.deepEqual(page.problems.filter((problem) => !/Failed to load resource/.test(problem)), []);
  });
}

test('waiting for the whole engine costs no worker, however long it takes', LIMIT, async () => {
  let deliver;
  const page = await openPage((page) => page.route('**/engine_bg.wasm', async (route) => {
    await new Promise((resolve) => { deliver = resolve; });
    await route.continue();
  }));
  await page.evaluate(() => {
    window.gouji.deadline = 300;
    window.seen = window.codeOf(window.gouji.check(window.bytes('a'), 'a', { lang: 'en' }));
    window.first = window.gouji.worker;
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  deliver();
  assert.equal(await page.evaluate(() => window.seen), 'answered');
  assert.equal(await page.evaluate(() => window.first === window.gouji.worker), true);
});
