// Firefox as it is installed, driven over WebDriver BiDi: one browser per test file, one tab per page.
//
// A trap: an automated Firefox sets preferences of its own, among them one that lets a page on disk read the files
// beside it. With it every test of the one-file page would pass and prove nothing; so all of them are switched off,
// and `strict()` tells whether the real policy is in force.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import WebSocket from 'ws';

const PREFERENCES = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'app.update.auto': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'intl.accept_languages': 'zh-CN, zh',
};

/** Starts Firefox for the tests of this file and ends it afterwards. */
export function useFirefox() {
  const firefox = {};
  let browser;
  before(async () => {
    browser = await launch();
    firefox.open = (settings) => open(browser, settings);
  });
  after(async () => {
    if (browser) await browser.close();
  });
  return firefox;
}

async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'gouji-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const program = process.env.FIREFOX || '/usr/bin/firefox-esr';
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code} before it was ready`)));
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.type === 'event') {
      for (const listener of listeners) listener(message);
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') resolve(message.result);
    else reject(new Error(`${message.error}: ${message.message}`));
  });
  const call = (method, params = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await call('session.new', { capabilities: {} });
  await call('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  return {
    call,
    listeners,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await call('browser.close').catch(() => {});
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      socket.terminate();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A tab with a page in it; `prepare` is a function that runs in the page before its own scripts. */
async function open(browser, { url, prepare }) {
  const { context } = await browser.call('browsingContext.create', { type: 'tab' });
  const page = { problems: [], requests: [] };
  const listener = ({ method, params }) => {
    if (method === 'network.beforeRequestSent' && params.context === context) page.requests.push(params.request.url);
    if (method === 'log.entryAdded' && params.source.context === context && params.level === 'error') page.problems.push(params.text);
  };
  browser.listeners.add(listener);
  if (prepare) {
    await browser.call('script.addPreloadScript', { functionDeclaration: String(prepare), contexts: [context] });
  }
  /** Asks a function in the page, with one argument that JSON can say. */
  page.evaluate = async (question, argument) => {
    const answer = await browser.call('script.callFunction', {
      functionDeclaration: `async (text) => JSON.stringify(await (${question})(text === undefined ? undefined : JSON.parse(text)))`,
      arguments: argument === undefined ? [{ type: 'undefined' }] : [{ type: 'string', value: JSON.stringify(argument) }],
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  };
  page.goto = (address) => browser.call('browsingContext.navigate', { context, url: address, wait: 'complete' });
  page.screenshot = async (path) => {
    const { data } = await browser.call('browsingContext.captureScreenshot', { context, origin: 'document' });
    writeFileSync(path, Buffer.from(data, 'base64'));
  };
  page.press = (...keys) => browser.call('input.performActions', {
    context,
    actions: [{ type: 'key', id: 'keys', actions: keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }],
  });
  page.close = async () => {
    browser.listeners.delete(listener);
    await browser.call('browsingContext.close', { context });
  };
  if (url) await page.goto(url);
  return page;
}

/** Fails unless a page on disk is kept from the files beside it, as it is for every user. */
export async function assertStrict(page) {
  const seen = await page.evaluate(() => fetch(location.href).then(() => 'read', () => 'refused'));
  assert.equal(seen, 'refused', 'the policy for files on disk is not the one that users have');
}
