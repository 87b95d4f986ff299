//! The cipher AES (FIPS 197) in blocks that each depend on the one before (CBC).

/// Bytes of a block.
const BLOCK: usize = 16;

type Block = [u8; BLOCK];

/// The substitution of bytes, both ways, and the keys of the rounds.
pub(super) struct Aes {
    forth: Vec<u8>,
    back: Vec<u8>,
    rounds: Vec<Block>,
}

/// Twice a number of the field: a polynomial modulo x^8 + x^4 + x^3 + x + 1.
const fn double(number: u8) -> u8 {
    (number << 1) ^ (if number & 0x80 == 0 { 0 } else { 0x1b })
}

/// The product in the field.
fn product(mut a: u8, mut b: u8) -> u8 {
    let mut sum = 0;
    while b != 0 {
        if b & 1 == 1 {
            sum ^= a;
        }
        a = double(a);
        b >>= 1;
    }
    sum
}

fn substitution() -> (Vec<u8>, Vec<u8>) {
    let mut forth = vec![0x63_u8; 256];
    let mut back = vec![0_u8; 256];
    // 3 makes every number of the field but 0, and 0xf6 undoes it.
    let (mut power, mut inverse) = (1_u8, 1_u8);
    for _ in 0..255 {
        let turned = (0..5).fold(0, |sum, turns| sum ^ inverse.rotate_left(turns));
        if let Some(own) = forth.get_mut(usize::from(power)) {
            *own = turned ^ 0x63;
        }
        power ^= double(power);
        inverse = product(inverse, 0xf6);
    }
    for (from, to) in (0..=u8::MAX).zip(&forth) {
        if let Some(own) = back.get_mut(usize::from(*to)) {
            *own = from;
        }
    }
    (forth, back)
}

fn mix(one: &mut Block, other: &[u8]) {
    for (own, byte) in one.iter_mut().zip(other) {
        *own ^= byte;
    }
}

/// Each column of four is multiplied by 3x^3 + x^2 + x + 2.
fn mix_columns(block: &mut Block) {
    for column in block.chunks_exact_mut(4) {
        let [a, b, c, d] = column else { continue };
        let all = *a ^ *b ^ *c ^ *d;
        let first = *a;
        *a ^= all ^ double(*a ^ *b);
        *b ^= all ^ double(*b ^ *c);
        *c ^= all ^ double(*c ^ *d);
        *d ^= all ^ double(*d ^ first);
    }
}

/// Undoes it: the inverse is the same polynomial times 4x^2 + 5.
fn unmix_columns(block: &mut Block) {
    for column in block.chunks_exact_mut(4) {
        let [a, b, c, d] = column else { continue };
        let even = double(double(*a ^ *c));
        let odd = double(double(*b ^ *d));
        *a ^= even;
        *b ^= odd;
        *c ^= even;
        *d ^= odd;
    }
    mix_columns(block);
}

/// Rows are turned, each by its number; forth or back.
fn rows(block: &Block, forth: bool) -> Block {
    let mut out = [0; BLOCK];
    for (place, byte) in out.iter_mut().enumerate() {
        let shift = (place & 3).wrapping_mul(4);
        let from = if forth {
            place.wrapping_add(shift)
        } else {
            place.wrapping_sub(shift)
        };
        *byte = block.get(from & 15).copied().unwrap_or(0);
    }
    out
}

impl Aes {
    /// With a key of 16 or 32 bytes.
    pub(super) fn new(key: &[u8]) -> Self {
        let (forth, back) = substitution();
        let own = |byte: u8| forth.get(usize::from(byte)).copied().unwrap_or(0);
        let length = key.len() / 4;
        let mut words: Vec<[u8; 4]> = key
            .chunks_exact(4)
            .map(|word| word.try_into().unwrap_or_default())
            .collect();
        let mut constant = 1;
        for place in length..length.saturating_add(7).saturating_mul(4) {
            let mut word = words.last().copied().unwrap_or_default();
            if place.checked_rem(length) == Some(0) {
                word.rotate_left(1);
                word = word.map(own);
                word = [word[0] ^ constant, word[1], word[2], word[3]];
                constant = double(constant);
            } else if length > 6 && place.checked_rem(length) == Some(4) {
                word = word.map(own);
            }
            let before = words.get(place.wrapping_sub(length)).copied();
            for (byte, old) in word.iter_mut().zip(before.unwrap_or_default()) {
                *byte ^= old;
            }
            words.push(word);
        }
        let bytes: Vec<u8> = words.into_iter().flatten().collect();
        let round = |bytes: &[u8]| bytes.try_into().unwrap_or_default();
        let rounds = bytes.chunks_exact(BLOCK).map(round).collect();
        Self {
            forth,
            back,
            rounds,
        }
    }

    fn encrypt_block(&self, mut block: Block) -> Block {
        let last = self.rounds.len().saturating_sub(1);
        for (number, key) in self.rounds.iter().enumerate() {
            if number > 0 {
                let own = |byte: u8| self.forth.get(usize::from(byte)).copied().unwrap_or(0);
                block = rows(&block.map(own), true);
                if number < last {
                    mix_columns(&mut block);
                }
            }
            mix(&mut block, key);
        }
        block
    }

    fn decrypt_block(&self, mut block: Block) -> Block {
        let last = self.rounds.len().saturating_sub(1);
        for (number, key) in self.rounds.iter().enumerate().rev() {
            mix(&mut block, key);
            if number > 0 {
                if number < last {
                    unmix_columns(&mut block);
                }
                let own = |byte: u8| self.back.get(usize::from(byte)).copied().unwrap_or(0);
                block = rows(&block, false).map(own);
            }
        }
        block
    }

    /// Encrypts whole blocks.
    pub(super) fn encrypt(&self, bytes: &[u8], mut before: Block) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        for block in bytes.chunks_exact(BLOCK) {
            mix(&mut before, block);
            before = self.encrypt_block(before);
            out.extend(before);
        }
        out
    }

    /// Decrypts whole blocks.
    pub(super) fn decrypt(&self, bytes: &[u8], mut before: Block) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        for block in bytes.chunks_exact(BLOCK) {
            let block: Block = block.try_into().unwrap_or_default();
            let mut plain = self.decrypt_block(block);
            mix(&mut plain, &before);
            before = block;
            out.extend(plain);
        }
        out
    }

    /// Decrypts what begins with a block of its own for the first one, and ends with as many bytes as tell how many they
    /// are.
    pub(super) fn decrypt_text(&self, bytes: &[u8]) -> Vec<u8> {
        let (first, rest) = bytes.split_at_checked(BLOCK).unwrap_or((bytes, &[]));
        let mut out = self.decrypt(rest, first.try_into().unwrap_or_default());
        let filling = usize::from(out.last().copied().unwrap_or(0));
        if filling <= BLOCK {
            out.truncate(out.len().saturating_sub(filling));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::hexadecimal;
    use super::Aes;

    /// The examples of the standard (appendix C).
    #[test]
    fn of_the_standard() {
        let key: Vec<u8> = (0..32).collect();
        let text: Vec<u8> = (0..16_u8).map(|byte| byte | (byte << 4)).collect();
        for (length, expected) in [
            (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
            (32, "8ea2b7ca516745bfeafc49904b496089"),
        ] {
            let aes = Aes::new(key.get(..length).unwrap_or_default());
            let secret = aes.encrypt(&text, [0; 16]);
            assert_eq!(hexadecimal(&secret), expected);
            assert_eq!(aes.decrypt(&secret, [0; 16]), text);
        }
    }
}
