// The site in a real browser: one server and one browser per test file, a fresh context per page.
//
// Traps worth knowing: waitForFunction with a string is evaluated in the page and fails under the page's policy,
// so use `until`; CDP's own evaluate is not bound by the policy, so `evaluate` works.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: FLAGS });
}

/** Starts a browser without a server, for pages that are no site of ours. Unless `online`, the network is cut. */
export function useChromium() {
  const own = {
    open: async ({ url, prepare, route, after: then, online = false, context: options }) => {
      const context = await own.browser.newContext({ locale: 'zh-CN', offline: !online, ...options });
      const page = record(context, await context.newPage());
      if (prepare) await page.addInitScript(prepare);
      if (route) await page.route(...route);
      await page.goto(url);
      if (then) await then(page);
      return page;
    },
  };
  before(async () => { own.browser = await launch(); });
  after(async () => { if (own.browser) await own.browser.close(); });
  return own;
}

/** Collects what goes wrong in a page, and every request of the page and its workers. */
function record(context, page) {
  page.problems = [];
  page.requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => page.problems.push(`error: ${error}`));
  context.on('request', (request) => page.requests.push(request.url()));
  return page;
}

/** Starts server and browser for the tests of this file and ends them afterwards. */
export function useSite() {
  const site = { address: '', browser: null, open: (settings) => open(site, settings) };
  let server;
  before(async () => {
    [server, site.address] = await serve();
    site.browser = await launch();
  });
  after(async () => {
    if (site.browser) await site.browser.close();
    if (server) server.stdin.end(); // the server ends with its standard input
  });
  return site;
}

/** Starts `xtask serve` on a free port over what is built; answers the process and the address. */
async function serve() {
  const own = process.env.GOUJI_XTASK;
  const command = own ? [own] : ['cargo', 'xtask'];
  const [program, ...rest] = [...command, 'serve', '--no-build', '--port', '0', '--tied'];
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const address = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  return [child, address];
}

/**
 * A page in a fresh context, loaded and ready. `prepare(page)` runs before the page is loaded (routes, init
 * scripts); `ready: false` does not wait for the elements; `context` are Playwright's context options.
 * `page.problems` collects console errors, uncaught errors and policy breaches, `page.requests` every request
 * of the page and its workers.
 */
async function open(site, { prepare, ready = true, context: options, path = '' } = {}) {
  const context = await site.browser.newContext({ locale: 'zh-CN', ...options });
  const page = record(context, await context.newPage());
  if (prepare) await prepare(page);
  await page.goto(site.address + path);
  if (ready) await page.evaluate(() => window.goujiReady);
  return page;
}

/** Asks `question(argument)` in the page until the answer is truthy, and returns it. */
export async function until(page, question, argument, { timeout = 5000, every = 25 } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await page.evaluate(question, argument);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds of weight `serious` or `critical`: `rule: selector` each. */
export async function seriousBarriers(page) {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return results.violations
    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`));
}
