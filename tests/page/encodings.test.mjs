// Characters: what the browser makes of bytes in every encoding of the web is what encoding_rs makes of them. The digests
// are those that tests/encodings.rs holds encoding_rs to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { useSite } from './harness.mjs';

const site = useSite();
const LIMIT = { timeout: 120_000 };

const digests = readFileSync(new URL('../encodings/digests.txt', import.meta.url), 'utf8')
  .trim().split('\n').map((line) => line.split('\t'));

/** The digest of each label, worked out in the page; the inputs are those of tests/encodings.rs. */
function work(labels) {
  const pairs = [];
  for (let first = 0; first < 256; first += 1) {
    for (let second = 0; second < 256; second += 1) pairs.push(first, second);
  }
  const fours = [];
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 5) fours.push(first, second, third, 0x30 + third % 10);
    }
  }
  const inputs = [pairs, fours];
  for (let last = 0; last < 256; last += 1) {
    inputs.push([0x41, last], [0x41, 0xb9, last], [0x41, 0x81, 0x30, last], [0x41, 0x81, 0x30, 0x81, last]);
  }
  const bytes = inputs.map((input) => Uint8Array.from(input));
  const known = new Map();
  return labels.map((label) => {
    let decoder;
    try {
      decoder = new TextDecoder(label);
    } catch {
      return 'refused';
    }
    // Labels of one encoding are one.
    if (known.has(decoder.encoding)) return known.get(decoder.encoding);
    let sum = 0x811c9dc5;
    const add = (text) => {
      for (let at = 0; at <= text.length; at += 1) {
        const unit = at < text.length ? text.charCodeAt(at) : 0x10000;
        sum = Math.imul(sum ^ unit, 0x01000193) >>> 0;
      }
    };
    const digest = () => sum.toString(16).padStart(8, '0');
    const pair = new Uint8Array(2);
    for (let first = 0; first < 256; first += 1) {
      for (let second = 0; second < 256; second += 1) {
        // Byte order marks are no text: they are told before anything is decoded.
        if (first + second === 0xfe + 0xff && first >= 0xfe) continue;
        pair[0] = first;
        pair[1] = second;
        const text = decoder.decode(pair);
        if (!text.includes('\ufffd')) add(text);
      }
    }
    const whole = digest();
    sum = 0x811c9dc5;
    for (const input of bytes) add(decoder.decode(input));
    known.set(decoder.encoding, `${whole}\t${digest()}`);
    return known.get(decoder.encoding);
  });
}

// What Chromium does by itself: of two bytes that are no character of Big5 it replaces each, the standard both at once; and
// it does not know the blank of EUC-JP, and leaves shift states of ISO-2022-JP in another way.
const OWN = {
  'iso-2022-jp': ['whole', 'broken'], csiso2022jp: ['whole', 'broken'],
  big5: ['broken'], 'big5-hkscs': ['broken'], 'cn-big5': ['broken'], csbig5: ['broken'], 'x-x-big5': ['broken'],
  'euc-jp': ['whole', 'broken'], cseucpkdfmtjapanese: ['whole', 'broken'], 'x-euc-jp': ['whole', 'broken'],
};

test('every label decodes in the browser as on the command line', LIMIT, async () => {
  const page = await site.open();
  const found = await page.evaluate(work, digests.map(([label]) => label));
  const differing = {};
  digests.forEach(([label, whole, broken], index) => {
    const [ownWhole, ownBroken] = found[index].split('\t');
    const parts = [];
    if (ownWhole !== whole) parts.push('whole');
    if (ownBroken !== broken) parts.push('broken');
    if (parts.length > 0) differing[label] = parts;
  });
  assert.deepEqual(differing, OWN);
  assert.equal(digests.length, 228);
});
