// The time that the modules take for a report with 60 KB of text: run by `cargo xtask bench long`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, PAGE, load } from '../tests/wasm/module.mjs';

const ROUNDS = 200;
const options = { lang: 'zh-CN' };
// The shortest time is the one that nothing else on the machine disturbed.
const shortest = (times) => Math.min(...times);
const files = ['tables', 'long'].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(process.env.GOUJI_LONG, `${name}.html`))),
}));
console.log(`node ${process.version}, shortest of ${ROUNDS}`);
for (const module of [PAGE, ENGINE]) {
  const api = load(module);
  // Side by side, so that noise falls on both alike.
  const times = files.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    files.forEach(({ name, bytes }, at) => {
      const start = process.hrtime.bigint();
      api.check(bytes, name, options);
      times[at].push(Number(process.hrtime.bigint() - start) / 1e6);
    });
  }
  const [first] = times.map(shortest);
  files.forEach(({ name, bytes }, at) => {
    const time = shortest(times[at]);
    console.log(`${module.files.padEnd(8)} ${name.padEnd(8)} ${String(bytes.length).padStart(7)} bytes `
      + `${time.toFixed(2).padStart(7)} ms ${(time / first).toFixed(2).padStart(6)}`);
  });
}
