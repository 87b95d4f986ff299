// <gouji-check>: checks the report published on a page, or opens the checker there. Loaded by one script tag from the
// folder in which everything else of the kit lies; this file is all that is loaded before the first use.
//
// Attributes  src      selector of the published report on this very page     year     of the report, as the page says it
//             edition  auto, 2019 or 2021          lang   zh-CN or en          theme    auto, light or dark
//             mode     inline (default), frame (the whole checker at once) or link (only a link)
// Methods     checkText(text)  checkHtml(html)  checkFile(file): promises of the answer, the JSON contract gouji/1
// Property    answer: the last one
// Events      gouji-ready   gouji-report (detail: the answer)   gouji-error (detail: {code, message})
// Parts       card head name about status verdict sentence remark coverage year findings finding message advice more
//             actions button link frame trust
//
// The host page keeps its globals, its styles and its focus. Checks run in a worker, which the policy of the host
// page does not reach where the kit is of the same origin; where there can be no worker, on the page; where
// WebAssembly is forbidden there, in a frame; where that is forbidden too, a link says why.
//
// xtask puts client.js before this text and both into one function, in which `self` stands for the window without
// taking anything new into it. Classic script, ES2017.

// Name: [file, integrity]; written by xtask.
const PARTS = {};

const SCRIPT = document.currentScript;
const BASE = SCRIPT.src.replace(/[^/]*$/, '');
const SAME_ORIGIN = new URL(BASE).origin === location.origin;
const SHOWN = 6; // findings listed on the card
const FRAME_PATIENCE = 15000; // for the frame to greet, in milliseconds

const WORDS = {
  'zh-CN': {
    name: '勾稽', about: '政府信息公开工作年度报告核对',
    idle: '粘贴或选择年度报告，三张表的每一条勾稽关系马上算一遍。',
    idlePage: '核对本页公布的年度报告，三张表的每一条勾稽关系都算一遍。',
    checkPage: '核对本页报告', again: '重新核对', open: '打开核对', details: '查看表格和算式', fold: '收起',
    window: '在新窗口打开', checking: '正在核对……', frame: '勾稽：年度报告核对', trust: '在您的浏览器里核对，内容不离开本机。',
    absent: '本页没有找到要核对的报告（{}）。',
    year: '本页标明是 {} 年度，报告里读到的是 {} 年度，请核实。',
    more: '另有 {} 处没有列在这里，请点“查看表格和算式”。',
    error: '错误', warning: '很可能有误', notice: '提示',
    blocked: '本网站的安全策略不允许在本页运行核对程序，请在新窗口打开。',
    framed: '本网站的安全策略不允许在本页嵌入核对页面，请在新窗口打开。',
    load: '核对程序没有加载成功。请刷新本页，或者在新窗口打开。',
    engine: '这个浏览器太旧，不能核对。请换用较新的浏览器（Chrome 78、Firefox 79 以上）打开本页。',
    failed: '核对没有完成，请再试一次。如果还不行，请在新窗口打开。',
  },
  en: {
    name: 'Gouji', about: 'check of annual reports on government information disclosure',
    idle: 'Paste or choose an annual report: every sum of its three tables is checked at once.',
    idlePage: 'Checks the annual report published on this page: every sum of its three tables.',
    checkPage: 'Check this page', again: 'Check again', open: 'Open the checker', details: 'Show tables and sums', fold: 'Close',
    window: 'Open in a new window', checking: 'Checking…', frame: 'Gouji: check of annual reports', trust: 'Checked in your browser: nothing leaves this computer.',
    absent: 'There is no report to check on this page ({}).',
    year: 'This page says the year is {}, the report says {}: please look.',
    more: '{} more are not listed here: see “Show tables and sums”.',
    error: 'Error', warning: 'Probably wrong', notice: 'Note',
    blocked: 'The policy of this site does not let the checker run on this page. Open it in a new window.',
    framed: 'The policy of this site does not let the checker be shown inside this page. Open it in a new window.',
    load: 'The checker could not be loaded. Reload this page, or open it in a new window.',
    engine: 'This browser is too old to check. Use a newer one (Chrome 78, Firefox 79 or later).',
    failed: 'The check was not completed. Try again, or open it in a new window.',
  },
};
const SIGNS = { error: '！', warning: '？', notice: '※' };
const CHOICES = { lang: ['zh-CN', 'en'], edition: ['auto', '2019', '2021'], theme: ['auto', 'light', 'dark'], mode: ['inline', 'frame', 'link'] };

const warned = []; // each wrong attribute is told once

function address(name) {
  return BASE + PARTS[name][0];
}

// Fetched with its integrity: from another origin this script is the only one that the host page vouches for.
function fetchPart(name) {
  return fetch(address(name), { integrity: PARTS[name][1], credentials: 'omit' }).then((response) => {
    if (!response.ok) throw new Error(name + ' ' + response.status);
    return response;
  }).catch((error) => { throw Object.assign(new Error(String(error)), { code: 'load' }); });
}

// A glue for the page itself. It is shipped inside a function that leaves it at its script element, so that the host
// page gets no global from it.
const glues = {};
function loadGlue(name) {
  if (!glues[name]) {
    glues[name] = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address(name);
      script.integrity = PARTS[name][1];
      script.crossOrigin = 'anonymous';
      script.onload = () => resolve(script.goujiGlue);
      script.onerror = () => reject(Object.assign(new Error(name), { code: 'script' }));
      document.head.appendChild(script);
    });
    glues[name].catch(() => { delete glues[name]; });
  }
  return glues[name];
}

function bytesOf(name) {
  return fetchPart(name).then((response) => response.arrayBuffer());
}

// One client for all elements of the page, made at the first use.
let engine = null;
function client() {
  if (!engine) {
    engine = (SAME_ORIGIN ? ownFiles() : foreignFiles()).then((files) => new self.GoujiClient({
      files: files,
      local: () => loadGlue('page-glue.js').then((glue) => bytesOf('gouji_bg.wasm')
        .then((bytes) => glue({ module_or_path: bytes })).then(() => glue)),
    }));
    engine.catch(() => { engine = null; });
  }
  return engine;
}

function ownFiles() {
  return Promise.resolve({
    worker: () => new Worker(address('worker.js')),
    // The worker fetches and compiles by itself: the host page may not be allowed to.
    engine: () => Promise.resolve(address('engine_bg.wasm')),
    glue: () => loadGlue('engine-glue.js'),
  });
}

// A worker cannot be made from an address of another origin; so it is put together here from what was fetched.
function foreignFiles() {
  const texts = ['gouji.js', 'engine.js', 'worker.js'].map((name) => fetchPart(name).then((response) => response.text()));
  return Promise.all([Promise.all(texts), bytesOf('gouji_bg.wasm')]).then((parts) => {
    const files = self.GoujiClient.inside({ texts: parts[0].map((text) => text + '\n'), page: () => Promise.resolve(parts[1]), engine: () => bytesOf('engine_bg.wasm') });
    return Object.assign(files, { glue: () => loadGlue('engine-glue.js') });
  });
}

function fill(text, values) {
  return values.reduce((filled, value) => filled.replace('{}', value), text);
}

function make(tag, part, text) {
  const element = document.createElement(tag);
  element.className = part;
  element.setAttribute('part', part);
  if (text) element.textContent = text;
  return element;
}

// HTML as the bytes of a page.
function pageOf(html) {
  return new TextEncoder().encode('<!doctype html><meta charset="utf-8">' + html);
}

class GoujiCheck extends HTMLElement {
  static get observedAttributes() {
    return ['src', 'year', 'edition', 'lang', 'theme', 'mode'];
  }

  constructor() {
    super();
    this.answer = null;
    this.job = 0; // counts the checks; an answer to an older one is not shown
    this.bytes = null; // what was checked last
    this.frame = null;
    this.seen = null; // waits until the element is seen
    this.why = ''; // why the check did not come about on the page itself
    this.answered = null; // waits for the answer of the frame
  }

  connectedCallback() {
    this.ensure();
    this.arm();
  }

  disconnectedCallback() {
    this.disarm();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.shadowRoot || before === after) return;
    this.build();
    if (this.bytes && name !== 'src') this.run(this.bytes, this.name).catch(() => {});
    else this.arm();
  }

  checkText(text) {
    return this.check(new TextEncoder().encode(String(text)), 'text.txt');
  }

  checkHtml(html) {
    return this.check(pageOf(html), 'page.html');
  }

  checkFile(file) {
    return new Response(file).arrayBuffer().then((buffer) => this.check(new Uint8Array(buffer), file.name || 'file'));
  }

  check(bytes, name) {
    this.ensure();
    return this.run(bytes, name);
  }

  // The methods work before the element stands in the page.
  ensure() {
    if (this.shadowRoot) return;
    style(this.attachShadow({ mode: 'open' }));
    this.build();
    Promise.resolve().then(() => this.tell('ready'));
  }

  // The value of an attribute that has few; a wrong one is told in the console and the first one taken.
  choice(name) {
    const value = this.getAttribute(name);
    if (value === null || value === '') return CHOICES[name][0];
    if (CHOICES[name].indexOf(value) !== -1) return value;
    if (name === 'lang' && /^zh/i.test(value)) return 'zh-CN';
    if (name === 'lang' && /^en/i.test(value)) return 'en';
    const warning = 'gouji-check: ' + name + '="' + value + '" is none of ' + CHOICES[name].join(', ') + '; taken as ' + CHOICES[name][0];
    if (warned.indexOf(warning) === -1) console.warn(warning);
    warned.push(warning);
    return CHOICES[name][0];
  }

  say(name, values) {
    return fill(WORDS[this.choice('lang')][name], values || []);
  }

  year() {
    const year = this.getAttribute('year') || '';
    return /^20\d\d$/.test(year) ? Number(year) : 0;
  }

  // The edition to check by: the one asked for, else that of the year. The form of 2021 came with the reports on 2021.
  edition() {
    const asked = this.choice('edition');
    if (asked !== 'auto') return asked;
    return this.year() ? (this.year() < 2021 ? '2019' : '2021') : null;
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent('gouji-' + name, { detail: detail, bubbles: true, composed: true }));
  }

  build() {
    const root = this.shadowRoot;
    const card = make('section', 'card');
    card.className = 'card ' + this.choice('theme');
    card.lang = this.choice('lang');
    card.setAttribute('aria-label', this.say('name') + ' ' + this.say('about'));
    const head = card.appendChild(make('p', 'head'));
    head.appendChild(make('strong', 'name', this.say('name')));
    head.appendChild(make('span', 'about', this.say('about')));
    this.status = card.appendChild(make('p', 'status', this.say(this.hasAttribute('src') ? 'idlePage' : 'idle')));
    this.status.setAttribute('role', 'status');
    this.result = card.appendChild(make('div', 'result'));
    this.actions = card.appendChild(make('p', 'actions'));
    this.place = card.appendChild(make('div', 'place'));
    card.appendChild(make('p', 'trust', this.say('trust')));
    const old = root.querySelector('.card');
    if (old) root.replaceChild(card, old);
    else root.appendChild(card);
    this.frame = null;
    this.offer();
  }

  // The buttons and the link that fit what there is.
  offer() {
    this.actions.textContent = '';
    const button = (name, act) => {
      const element = this.actions.appendChild(make('button', 'button', this.say(name)));
      element.type = 'button';
      element.onclick = act;
    };
    if (this.choice('mode') !== 'link') {
      if (this.hasAttribute('src')) button(this.bytes ? 'again' : 'checkPage', () => this.start());
      if (this.frame) button('fold', () => this.fold());
      else button(this.bytes ? 'details' : 'open', () => this.unfold());
    }
    const link = this.actions.appendChild(make('a', 'link', this.say('window')));
    link.href = this.pageAddress(false);
    link.target = '_blank';
    link.rel = 'noopener';
  }

  pageAddress(framed) {
    const said = new URLSearchParams();
    said.set('lang', this.choice('lang'));
    if (this.choice('theme') !== 'auto') said.set('theme', this.choice('theme'));
    if (this.edition()) said.set('edition', this.edition());
    if (framed) said.set('parent', location.origin);
    return BASE + 'frame.html#' + said;
  }

  // Waits until the element comes near the view, then begins what its attributes ask for.
  arm() {
    const mode = this.choice('mode');
    if (mode === 'link' || (mode === 'inline' && !this.hasAttribute('src'))) return;
    this.disarm();
    const begin = () => { if (mode === 'frame' && !this.hasAttribute('src')) this.unfold(); else this.start(); };
    if (!window.IntersectionObserver) {
      begin();
      return;
    }
    this.seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.disarm();
      begin();
    }, { rootMargin: '200px' });
    this.seen.observe(this);
  }

  disarm() {
    if (this.seen) this.seen.disconnect();
    this.seen = null;
  }

  // Checks the report that the page publishes, once the page is there as a whole.
  start() {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.start(), { once: true });
      return;
    }
    const selector = this.getAttribute('src');
    let found = null;
    try {
      found = document.querySelector(selector);
    } catch (error) {
      // No selector: nothing is found by it.
    }
    if (!found) {
      this.status.textContent = this.say('absent', [selector]);
      this.tell('error', { code: 'absent', message: 'nothing matches ' + selector });
      return;
    }
    const copy = found.cloneNode(true);
    copy.querySelectorAll('script, style, noscript, gouji-check').forEach((element) => element.remove());
    const bytes = pageOf(copy.outerHTML);
    if (this.choice('mode') !== 'frame') {
      this.run(bytes, 'page.html').catch(() => {});
      return;
    }
    this.bytes = bytes;
    this.name = 'page.html';
    if (this.frame) this.send();
    else this.unfold().catch(() => {});
  }

  run(bytes, name) {
    this.job += 1;
    const job = this.job;
    this.bytes = bytes;
    this.name = name;
    this.status.textContent = this.say('checking');
    if (typeof WebAssembly !== 'object') return this.fail({ code: 'engine', message: 'no WebAssembly' });
    const lang = this.choice('lang');
    return client().then((engine) => engine.check(bytes, name, { lang: lang, edition: this.edition() })
      .then((answer) => engine.request({ kind: 'verdict', answer: answer, lang: lang })
        .then((words) => {
          if (job === this.job) this.show(answer, words);
          this.answer = answer;
          this.tell('report', answer);
          return answer;
        })))
      .catch((error) => (job === this.job ? this.fail(error) : Promise.reject(error)));
  }

  // The check did not come about here. Where the policy of the page is why, a frame may do it: that has a policy of
  // its own. A file that is missing or not the one vouched for is no reason to look for another way.
  fail(error) {
    if (['deadline', 'trap', 'options', 'engine', 'closed', 'load'].indexOf(error.code) !== -1) {
      this.status.textContent = this.say(error.code === 'engine' || error.code === 'load' ? error.code : 'failed');
      this.offer();
      this.tell('error', { code: error.code, message: String(error.message) });
      return Promise.reject(error);
    }
    this.why = 'blocked';
    const answer = new Promise((resolve) => { this.answered = resolve; });
    return this.unfold().then(() => answer);
  }

  show(answer, words) {
    const outcome = answer.outcomes[0];
    this.status.textContent = '';
    this.result.textContent = '';
    const box = this.result.appendChild(make('div', 'verdict'));
    box.className = 'verdict ' + words.tone;
    const sentence = box.appendChild(make('p', 'sentence'));
    sentence.setAttribute('role', 'status');
    const sign = sentence.appendChild(make('span', 'sign', words.sign));
    sign.setAttribute('aria-hidden', 'true');
    sentence.appendChild(document.createTextNode(words.sentence));
    const remark = outcome.problem ? outcome.problem.message : words.remark;
    if (remark) box.appendChild(make('p', 'remark', remark));
    if (outcome.report) box.appendChild(make('p', 'coverage', words.coverage));
    const year = outcome.report && outcome.report.year;
    if (year && this.year() && year !== this.year()) box.appendChild(make('p', 'year', this.say('year', [this.year(), year])));
    const open = outcome.findings.filter((finding) => !finding.muted);
    if (open.length > 0) {
      const list = this.result.appendChild(make('ul', 'findings'));
      open.slice(0, SHOWN).forEach((finding) => {
        const item = list.appendChild(make('li', 'finding'));
        item.className = 'finding ' + finding.severity;
        const message = item.appendChild(make('p', 'message'));
        const kind = message.appendChild(make('span', 'kind', SIGNS[finding.severity] + this.say(finding.severity)));
        kind.setAttribute('part', 'kind ' + finding.severity);
        message.appendChild(document.createTextNode(finding.message));
        if (finding.advice) item.appendChild(make('p', 'advice', finding.advice));
      });
      if (open.length > SHOWN) this.result.appendChild(make('p', 'more', this.say('more', [open.length - SHOWN])));
    }
    this.offer();
    if (this.frame) this.send();
  }

  // Opens the whole checker below the card. Resolves when it has greeted; if it does not come, says why.
  unfold() {
    if (this.frame) return this.greeted;
    const frame = make('iframe', 'frame');
    frame.title = this.say('frame');
    frame.setAttribute('allow', 'clipboard-write');
    frame.src = this.pageAddress(true);
    this.frame = frame;
    this.greeted = new Promise((resolve, reject) => {
      const stop = (reason) => {
        finish();
        this.fold();
        this.status.textContent = this.say(reason);
        this.tell('error', { code: reason, message: reason });
        reject(Object.assign(new Error(reason), { code: reason }));
      };
      const breach = (event) => {
        if (/^(frame|child|default)-src/.test(event.effectiveDirective || event.violatedDirective) && frame.src.indexOf(event.blockedURI) === 0) stop(this.why || 'framed');
      };
      const hear = (event) => {
        const message = event.data;
        if (event.source !== frame.contentWindow || !message || message.gouji !== 1) return;
        if (message.type === 'height') frame.style.height = message.height + 'px';
        if (message.type === 'stopped') stop(WORDS.en[message.reason] ? message.reason : 'failed');
        if (message.type === 'hello') {
          clearTimeout(timer);
          document.removeEventListener('securitypolicyviolation', breach);
          resolve();
          if (this.bytes) this.send();
        }
        if (message.type === 'report') this.hear(message.answer);
      };
      const timer = setTimeout(() => stop(this.why || 'framed'), FRAME_PATIENCE);
      const finish = () => {
        clearTimeout(timer);
        document.removeEventListener('securitypolicyviolation', breach);
        window.removeEventListener('message', hear);
      };
      this.closeFrame = finish;
      document.addEventListener('securitypolicyviolation', breach);
      window.addEventListener('message', hear);
    });
    this.greeted.catch(() => {});
    this.place.appendChild(frame);
    this.offer();
    return this.greeted;
  }

  // Gives the frame what is to be checked.
  send() {
    if (!this.bytes || !this.frame) return;
    const origin = SAME_ORIGIN ? location.origin : new URL(BASE).origin;
    this.frame.contentWindow.postMessage({ gouji: 1, type: 'check', name: this.name, bytes: this.bytes }, origin);
  }

  // The frame has checked something, perhaps with figures that the user changed there.
  hear(answer) {
    this.answer = answer;
    if (this.answered) {
      this.status.textContent = '';
      this.answered(answer);
      this.answered = null;
    }
    this.tell('report', answer);
  }

  fold() {
    if (this.closeFrame) this.closeFrame();
    if (this.frame) this.frame.remove();
    this.frame = null;
    this.offer();
  }
}

const STYLE = '{style}';

// A constructed style sheet passes every policy for styles; engines without them get a file.
let sheet = null;
function style(root) {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [sheet];
  } catch (error) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address('widget.css');
    root.appendChild(link);
  }
}

// Where a page loads the script twice, the first one stays.
if (!customElements.get('gouji-check')) customElements.define('gouji-check', GoujiCheck);
