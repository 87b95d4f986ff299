// The page's side of the worker: promises instead of messages, and a worker that is replaced when it fails.
//
// Requests are sent one after the other. So the deadline measures the check and not the waiting, and only the
// request that broke the worker is lost; those behind it go to the next worker. A rejected promise carries an
// Error with a `code`:
//   deadline  the worker did not answer in time      trap      the module gave up (out of memory)
//   worker    the worker failed or could not be read  closed    the client was closed
//   load      the whole engine could not be loaded
//   options, request, internal                        the call itself was wrong
// Where no worker can be had (refused by a policy, or an old engine) checks run on the page itself.
//
// There are two modules. The one that the page begins with answers what is pasted as tables, in Chinese; whatever
// else comes it answers by "elsewhere", and the request goes once more to the whole engine. That is loaded behind
// the page (`prepare`), so that later no request leaves any more, and is compiled once, here, for every worker.
//
// Worker and engine come from a folder, or out of texts and modules that are there already (kit/inside.js), or as
// the maker of the client says (kit/widget.js).
//
// Classic script, ES2017. It defines one global: GoujiClient.
/* global gouji_engine */
'use strict';

(function (scope) {
  const DEADLINE = 15000; // a report takes milliseconds
  const START_DEADLINE = 60000; // includes loading the module over a slow line

  function failure(code, message) {
    const error = new Error(message || code);
    error.code = code;
    return error;
  }

  // Worker and engine out of a folder. worker() makes a worker; engine() resolves to what the glue of the whole engine
  // takes as its module, once that glue is there as well, for the day when there is no worker any more; glue()
  // resolves to it.
  function folder(url) {
    const base = url.replace(/[^/]*$/, ''); // everything lies beside the worker
    let glue = null; // a promise, since it can be run once only

    function loadGlue() {
      if (!glue) {
        glue = new Promise((resolve, reject) => {
          const script = document.createElement('script');
          script.src = base + 'engine.js';
          script.onload = resolve;
          script.onerror = () => reject(failure('load', 'engine.js'));
          document.head.appendChild(script);
        });
        glue.catch(() => { glue = null; });
      }
      return glue;
    }

    function compile() {
      return fetch(base + 'engine_bg.wasm').then((response) => {
        if (!response.ok) throw failure('load', 'engine_bg.wasm ' + response.status);
        return response.arrayBuffer();
      }).then((bytes) => WebAssembly.compile(bytes)).catch((error) => {
        throw failure('load', String(error));
      });
    }

    return {
      worker: () => new Worker(url),
      engine: () => Promise.all([compile(), loadGlue()]).then((parts) => parts[0]),
      glue: () => loadGlue().then(() => gouji_engine),
    };
  }

  // Worker and engine out of what is there already, where nothing can be loaded: `texts` are the scripts of the
  // worker, page() and engine() resolve to the compiled modules.
  function inside(parts) {
    let address = '';
    return {
      worker: () => {
        address = address || URL.createObjectURL(new Blob(parts.texts, { type: 'text/javascript' }));
        const worker = new Worker(address);
        parts.page().then((module) => worker.postMessage({ kind: 'start', module: module }));
        return worker;
      },
      engine: parts.engine,
      glue: () => Promise.resolve(gouji_engine),
    };
  }

  class GoujiClient {
    // url: address of worker.js, or inside: the parts that stand in for a folder, or files: worker(), engine() and
    // glue(). local: an object with check(bytes, name, options) and rules(lang), used where there is no worker, or a
    // function that resolves to it. deadline, startDeadline: in milliseconds, for tests.
    constructor(settings) {
      this.files = settings.files || (settings.inside ? inside(settings.inside) : folder(settings.url));
      this.local = settings.local;
      this.deadline = settings.deadline || DEADLINE;
      this.startDeadline = settings.startDeadline || START_DEADLINE;
      this.worker = null; // the worker at work, or null
      this.ready = false; // it has greeted
      this.inline = false; // checks run on the page
      this.queue = []; // requests not sent yet
      this.current = null; // the request that is being worked on
      this.timer = 0;
      this.lastId = 0;
      this.closed = false;
      this.whole = null; // the whole engine, compiled, as a promise
      this.spawn();
    }

    // Loads the whole engine if that has not been done; resolves to its compiled module.
    prepare() {
      if (!this.whole) {
        this.whole = this.files.engine();
        // Tried anew when it is needed next: the line may be back then.
        this.whole.catch(() => { this.whole = null; });
      }
      return this.whole;
    }

    check(bytes, name, options) {
      return this.request({ kind: 'check', bytes: bytes, name: name, options: options });
    }

    rules(lang) {
      return this.request({ kind: 'rules', lang: lang });
    }

    ping() {
      return this.request({ kind: 'ping' });
    }

    // Ends the worker; everything open is rejected.
    close() {
      const open = this.current ? [this.current].concat(this.queue) : this.queue;
      this.queue = [];
      this.current = null;
      this.drop();
      this.closed = true;
      open.forEach((entry) => entry.reject(failure('closed')));
    }

    request(message) {
      return new Promise((resolve, reject) => {
        if (this.closed) {
          reject(failure('closed'));
          return;
        }
        this.queue.push({ message: message, resolve: resolve, reject: reject });
        this.next();
      });
    }

    next() {
      if (this.current || this.queue.length === 0) return;
      if (this.inline) {
        this.current = this.queue.shift();
        // Not at once: the page first shows that it is working.
        setTimeout(() => this.perform(), 0);
        return;
      }
      if (!this.worker) this.spawn();
      if (!this.ready) return; // the greeting calls us again
      this.current = this.queue.shift();
      this.send(null);
    }

    // Sends the current request to the worker, with the whole engine if that is to answer.
    send(whole) {
      const entry = this.current;
      entry.id = this.lastId += 1;
      this.wait(this.deadline, 'deadline');
      try {
        this.worker.postMessage(Object.assign({ id: entry.id, whole: whole }, entry.message));
      } catch (error) {
        // Something that cannot be sent: the worker never saw it and is well.
        this.settle((done) => done.reject(failure('request', String(error))));
      }
    }

    // Sends the current request once more, when the whole engine is there. The worker has nothing to do meanwhile.
    sendElsewhere() {
      const entry = this.current;
      clearTimeout(this.timer);
      this.prepare().then((whole) => {
        if (entry === this.current) this.send(whole);
      }, (error) => {
        if (entry === this.current) this.settle((done) => done.reject(error));
      });
    }

    spawn() {
      if (this.inline || this.closed) return;
      let worker;
      try {
        worker = this.files.worker();
      } catch (error) {
        this.goInline();
        return;
      }
      this.worker = worker;
      this.ready = false;
      // Each handler looks whether it still speaks for the worker at work.
      worker.onmessage = (event) => { if (worker === this.worker) this.receive(event.data); };
      worker.onerror = (event) => {
        if (event.preventDefault) event.preventDefault();
        if (worker === this.worker) this.fail('worker', event.message);
      };
      worker.onmessageerror = () => { if (worker === this.worker) this.fail('worker', 'unreadable answer'); };
      this.wait(this.startDeadline, 'start');
    }

    receive(answer) {
      if (answer.id === 0) {
        if (answer.error) {
          this.fail('start', answer.error.message);
        } else {
          this.ready = true;
          clearTimeout(this.timer);
          this.next();
        }
        return;
      }
      const entry = this.current;
      if (!entry || entry.id !== answer.id) return;
      if (!answer.error) {
        this.settle((done) => done.resolve(answer.ok));
      } else if (answer.error.code === 'elsewhere') {
        this.sendElsewhere();
      } else if (answer.error.code === 'trap') {
        this.fail('trap', answer.error.message);
      } else {
        this.settle((done) => done.reject(failure(answer.error.code, answer.error.message)));
      }
    }

    // The worker is of no use any more. Before its greeting: there will be none here, work on the page.
    fail(code, message) {
      const started = this.ready;
      this.drop();
      if (!started) {
        this.goInline();
        return;
      }
      this.spawn();
      this.settle((done) => done.reject(failure(code, message)));
    }

    drop() {
      clearTimeout(this.timer);
      if (this.worker) this.worker.terminate();
      this.worker = null;
      this.ready = false;
    }

    goInline() {
      this.inline = true;
      this.next();
    }

    perform() {
      const entry = this.current;
      if (!entry) return;
      const settle = (how) => { if (entry === this.current) this.settle(how); };
      this.answer(entry.message).then(
        (result) => settle((done) => done.resolve(result)),
        (error) => {
          const trap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
          settle((done) => done.reject(failure(trap ? 'trap' : error.code || 'internal', error.message)));
        }
      );
    }

    async answer(message) {
      const local = this.local.check ? this.local : await this.local();
      try {
        return this.ask(local, message);
      } catch (error) {
        if (error.code !== 'elsewhere') throw error;
      }
      const whole = await this.prepare();
      const engine = await this.files.glue();
      await engine({ module_or_path: whole });
      return this.ask(engine, message);
    }

    ask(engine, message) {
      if (message.kind === 'check') return engine.check(message.bytes, message.name, message.options);
      if (message.kind === 'rules') return engine.rules(message.lang);
      if (message.kind === 'verdict') return engine.verdict(message.answer, message.lang);
      return { version: engine.version() };
    }

    // Ends the current request and goes on with the next.
    settle(how) {
      const entry = this.current;
      this.current = null;
      if (this.ready) clearTimeout(this.timer);
      if (entry) how(entry);
      this.next();
    }

    wait(time, code) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.fail(code, 'no answer in ' + time + ' ms'), time);
    }
  }

  GoujiClient.inside = inside;
  scope.GoujiClient = GoujiClient;
})(self);
