// Unpacks raw deflate (RFC 1951). DecompressionStream is of Chrome 80 and Firefox 113, younger than the browsers
// this must run in; and one way for all is a way that is tested. ES5.
//
// goujiInflate(bytes, size) answers the `size` bytes that were packed, and throws where that is not what comes out.
(function (scope) {
  'use strict';

  // Lengths 257 to 285 and distances 0 to 29: what each begins with, and how many further bits say how far beyond.
  var LENGTH = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
    195, 227, 258];
  var LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  var DISTANCE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577];
  var DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12,
    13, 13];
  // The order in which the lengths of the codes for code lengths are written.
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var LONGEST = 15; // bits of a code

  // A canonical code by the lengths of its words: how many words of each length there are, and the symbols in the
  // order of their words.
  function code(lengths) {
    var counts = new Uint16Array(LONGEST + 1);
    var starts = new Uint16Array(LONGEST + 2);
    var symbols = new Uint16Array(lengths.length);
    var i;
    for (i = 0; i < lengths.length; i += 1) counts[lengths[i]] += 1;
    counts[0] = 0;
    for (i = 1; i <= LONGEST; i += 1) starts[i + 1] = starts[i] + counts[i];
    for (i = 0; i < lengths.length; i += 1) {
      if (lengths[i]) symbols[starts[lengths[i]]++] = i;
    }
    return { counts: counts, symbols: symbols };
  }

  function fixedLengths() {
    var lengths = [];
    for (var i = 0; i < 288; i += 1) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    return lengths;
  }

  function broken() {
    return new Error('the packed data is broken');
  }

  scope.goujiInflate = function (bytes, size) {
    var out = new Uint8Array(size);
    var filled = 0;
    var at = 0; // the next byte
    var hold = 0; // bits read but not used
    var held = 0; // how many

    function bits(count) {
      while (held < count) {
        if (at >= bytes.length) throw broken();
        hold |= bytes[at++] << held;
        held += 8;
      }
      var value = hold & ((1 << count) - 1);
      hold >>>= count;
      held -= count;
      return value;
    }

    // The next symbol, bit by bit.
    function symbol(code) {
      var word = 0;
      var first = 0;
      var index = 0;
      for (var length = 1; length <= LONGEST; length += 1) {
        if (held === 0) {
          if (at >= bytes.length) throw broken();
          hold = bytes[at++];
          held = 8;
        }
        word |= hold & 1;
        hold >>>= 1;
        held -= 1;
        var count = code.counts[length];
        if (word - first < count) return code.symbols[index + word - first];
        index += count;
        first = (first + count) << 1;
        word <<= 1;
      }
      throw broken();
    }

    function stored() {
      hold = 0;
      held = 0;
      var length = bytes[at] | (bytes[at + 1] << 8);
      at += 4;
      if (!(at + length <= bytes.length) || filled + length > size) throw broken();
      out.set(bytes.subarray(at, at + length), filled);
      at += length;
      filled += length;
    }

    function packed(literals, distances) {
      for (;;) {
        var next = symbol(literals);
        if (next === 256) return;
        if (next < 256) {
          if (filled >= size) throw broken();
          out[filled++] = next;
        } else {
          next -= 257;
          if (next > 28) throw broken();
          var length = LENGTH[next] + bits(LENGTH_BITS[next]);
          var which = symbol(distances);
          if (which > 29) throw broken();
          var distance = DISTANCE[which] + bits(DISTANCE_BITS[which]);
          if (distance > filled || filled + length > size) throw broken();
          for (var end = filled + length; filled < end; filled += 1) out[filled] = out[filled - distance];
        }
      }
    }

    function described() {
      var literals = bits(5) + 257;
      var distances = bits(5) + 1;
      var given = bits(4) + 4;
      var lengths = new Uint8Array(19);
      for (var i = 0; i < given; i += 1) lengths[ORDER[i]] = bits(3);
      var words = code(lengths);
      var all = new Uint8Array(literals + distances);
      for (var filledLengths = 0; filledLengths < all.length;) {
        var next = symbol(words);
        if (next < 16) {
          all[filledLengths++] = next;
        } else {
          if (next === 16 && filledLengths === 0) throw broken();
          var value = next === 16 ? all[filledLengths - 1] : 0;
          var times = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7);
          while (times > 0 && filledLengths < all.length) {
            all[filledLengths++] = value;
            times -= 1;
          }
        }
      }
      packed(code(all.subarray(0, literals)), code(all.subarray(literals)));
    }

    for (var last = 0; !last;) {
      last = bits(1);
      var kind = bits(2);
      if (kind === 0) stored();
      else if (kind === 1) packed(code(fixedLengths()), code([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]));
      else if (kind === 2) described();
      else throw broken();
    }
    if (filled !== size) throw broken();
    return out;
  };
})(self);
