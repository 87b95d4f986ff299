// Times the whole engine over the files of benches/drawn.rs, one after the other in each round.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, load } from '../tests/wasm/module.mjs';

const ROUNDS = 60;
const folder = join(process.env.GOUJI_DRAWN, 'drawn');
const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)), times: [] }));
const api = load(ENGINE);
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const { name, bytes, times } of files) {
    const start = performance.now();
    api.check(bytes, name, {});
    times.push(performance.now() - start);
  }
}
console.log(`in the whole engine under Node.js ${process.version}, milliseconds:`);
for (const { name, bytes, times: [first, ...rest] } of files) {
  rest.sort((a, b) => a - b);
  const [median, most] = [rest[ROUNDS / 2], rest[ROUNDS - 1]].map((time) => time.toFixed(1).padStart(6));
  console.log(`${name.padEnd(32)} ${String(bytes.length).padStart(7)} bytes  first ${first.toFixed(1).padStart(6)}  median ${median}  most ${most}`);
}
