// Times the whole engine over files, one after the other in each round. Run by benches/drawn.rs.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ENGINE, load } from '../tests/wasm/module.mjs';

const ROUNDS = 60;
const files = process.argv.slice(2).map((path) => ({ name: basename(path), bytes: readFileSync(path), times: [] }));
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
