//! Files that are encrypted so that anyone may read them, but not change or print: the key follows from an empty password
//! (ISO 32000-2, section 7.6, and the extension of Adobe to revision 6). A file that needs a password is refused.

mod aes;
mod md5;
mod sha2;

use std::rc::Rc;

use self::aes::Aes;
use self::md5::md5;
use self::sha2::{sha256, sha512};
use super::file::File;
use super::object::{Dict, Object};

/// What fills up a password, so that an empty one is just this.
const FILLING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// How bytes are encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Open,
    Rc4,
    Aes128,
    Aes256,
}

/// The key of a file.
#[derive(Debug)]
pub(super) struct Cipher {
    key: Vec<u8>,
    streams: Method,
    texts: Method,
}

impl Cipher {
    /// The key that follows from an empty password; `None` if that does not open the file.
    pub(super) fn new(file: &File<'_>, encrypt: &Dict, trailer: &Dict) -> Option<Self> {
        if *file.name(encrypt, b"Filter")? != *b"Standard" {
            return None;
        }
        let whole = |name: &[u8]| file.get(encrypt, name).whole();
        let version = whole(b"V").unwrap_or(0);
        let revision = whole(b"R").unwrap_or(0);
        let bits = whole(b"Length");
        let (streams, texts, bits) = match version {
            1 => (Method::Rc4, Method::Rc4, Some(40)),
            2 => (Method::Rc4, Method::Rc4, bits),
            4 | 5 => {
                let (streams, own) = method(file, encrypt, b"StmF")?;
                let (texts, _) = method(file, encrypt, b"StrF")?;
                (streams, texts, own.or(bits).or(Some(128)))
            }
            _ => return None,
        };
        // Perhaps only what is attached is encrypted.
        if streams == Method::Open && texts == Method::Open {
            return Some(Self {
                key: Vec::new(),
                streams,
                texts,
            });
        }
        let text = |name: &[u8]| match file.get(encrypt, name) {
            Object::Text(text) => Some(text),
            _ => None,
        };
        let user = text(b"U")?;
        let key = if version == 5 {
            modern_key(&user, &text(b"UE")?, revision)?
        } else {
            let id = file.list(trailer, b"ID");
            let id: &[u8] = match id.first() {
                Some(Object::Text(id)) => id,
                _ => &[],
            };
            let length = usize::try_from(bits.unwrap_or(40) / 8).ok()?.clamp(5, 16);
            let mut first = FILLING.to_vec();
            first.extend(text(b"O")?.get(..32)?);
            let rights = whole(b"P")?.to_le_bytes();
            first.extend(rights.get(..4)?);
            first.extend(id);
            let open_words = file.get(encrypt, b"EncryptMetadata");
            if revision >= 4 && matches!(open_words, Object::Boolean(false)) {
                first.extend([0xFF; 4]);
            }
            let mut key = md5(&first);
            if revision >= 3 {
                for _ in 0..50 {
                    key = md5(key.get(..length)?);
                }
            }
            let mut key = key.get(..length)?.to_vec();
            if !opens(&key, &user, id, revision) {
                return None;
            }
            // In this version shorter keys are filled up, though nothing says so.
            if version == 4 {
                key.resize(16, 0);
            }
            key
        };
        Some(Self {
            key,
            streams,
            texts,
        })
    }

    /// The bytes of a stream, decrypted.
    pub(super) fn stream(&self, bytes: &[u8], id: (u32, u32)) -> Vec<u8> {
        self.decrypt(bytes, id, self.streams)
    }

    /// The object with all its texts decrypted.
    pub(super) fn texts(&self, object: &Object, id: (u32, u32)) -> Object {
        match object {
            Object::Text(text) => Object::Text(self.decrypt(text, id, self.texts).into()),
            Object::Array(list) => {
                Object::Array(list.iter().map(|member| self.texts(member, id)).collect())
            }
            Object::Dict(dict) => {
                let entries = dict.entries().iter();
                let entries = entries.map(|(name, value)| (Rc::clone(name), self.texts(value, id)));
                Object::Dict(Rc::new(Dict::new(entries.collect())))
            }
            other => other.clone(),
        }
    }

    fn decrypt(&self, bytes: &[u8], (number, generation): (u32, u32), method: Method) -> Vec<u8> {
        match method {
            Method::Open => return bytes.to_vec(),
            Method::Aes256 => return Aes::new(&self.key).decrypt_text(bytes),
            Method::Rc4 | Method::Aes128 => {}
        }
        let mut own = self.key.clone();
        own.extend(number.to_le_bytes().iter().take(3));
        own.extend(generation.to_le_bytes().iter().take(2));
        if method == Method::Aes128 {
            own.extend(b"sAlT");
        }
        let length = self.key.len().saturating_add(5).min(16);
        let digest = md5(&own);
        let key = digest.get(..length).unwrap_or_default();
        if method == Method::Aes128 {
            Aes::new(key).decrypt_text(bytes)
        } else {
            rc4(key, bytes)
        }
    }
}

/// The method that a file names for its streams or its texts, and how many bits its key has.
fn method(file: &File<'_>, encrypt: &Dict, which: &[u8]) -> Option<(Method, Option<i64>)> {
    let Some(name) = file
        .name(encrypt, which)
        .filter(|name| **name != *b"Identity")
    else {
        return Some((Method::Open, None));
    };
    let filters = file.dict(encrypt, b"CF")?;
    let filter = file.dict(&filters, &name)?;
    // Some count bytes.
    let bits = match file.get(&filter, b"Length").whole() {
        Some(bytes @ 1..40) => bytes.checked_mul(8),
        bits => bits,
    };
    match &*file.name(&filter, b"CFM")? {
        b"None" => Some((Method::Open, None)),
        b"V2" => Some((Method::Rc4, bits)),
        b"AESV2" => Some((Method::Aes128, Some(128))),
        b"AESV3" => Some((Method::Aes256, Some(256))),
        _ => None,
    }
}

/// Whether a key is that of the empty password.
fn opens(key: &[u8], user: &[u8], id: &[u8], revision: i64) -> bool {
    if revision < 3 {
        return rc4(key, &FILLING) == user;
    }
    let mut first = FILLING.to_vec();
    first.extend(id);
    let mut proof = md5(&first).to_vec();
    for round in 0..20_u8 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        proof = rc4(&key, &proof);
    }
    user.get(..16) == Some(&*proof)
}

/// The key of 256 bits. What the user's entry ends with makes the digest that must be its beginning, and the one
/// that opens the key.
fn modern_key(user: &[u8], sealed: &[u8], revision: i64) -> Option<Vec<u8>> {
    let digest = |salt: &[u8]| {
        if revision == 5 {
            sha256(salt)
        } else {
            slow_digest(salt)
        }
    };
    if *digest(user.get(32..40)?) != *user.get(..32)? {
        return None;
    }
    let key = digest(user.get(40..48)?);
    Some(Aes::new(&key).decrypt(sealed.get(..32)?, [0; 16]))
}

/// The digest of revision 6 (algorithm 2.B): at least 64 rounds, each encrypts and takes a digest of a length that
/// follows from the round before.
fn slow_digest(salt: &[u8]) -> Vec<u8> {
    let mut key = sha256(salt);
    for round in 0..2_000_u32 {
        let block = key.repeat(64);
        let (own, first) = key.split_at_checked(16).unwrap_or((&key, &[]));
        let first = first.get(..16).unwrap_or_default();
        let secret = Aes::new(own).encrypt(&block, first.try_into().unwrap_or_default());
        let head = secret.iter().take(16);
        // 256 leaves 1 behind 3, so the remainder of the number is that of the sum of its bytes.
        let sum: u32 = head.map(|byte| u32::from(*byte)).sum();
        key = match sum % 3 {
            0 => sha256(&secret),
            1 => sha512(&secret, true),
            _ => sha512(&secret, false),
        };
        let last = secret.last().copied().unwrap_or(0);
        if round >= 63 && u32::from(last) <= round.saturating_sub(31) {
            break;
        }
    }
    key.truncate(32);
    key
}

/// The cipher RC4, which undoes itself.
fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=u8::MAX).collect();
    let at = |state: &[u8], place: u8| state.get(usize::from(place)).copied().unwrap_or(0);
    let mut other = 0_u8;
    for (place, own) in (0..=u8::MAX).zip(key.iter().cycle()) {
        other = other.wrapping_add(at(&state, place)).wrapping_add(*own);
        state.swap(usize::from(place), usize::from(other));
    }
    let (mut place, mut other) = (0_u8, 0_u8);
    let next = |byte: &u8| {
        place = place.wrapping_add(1);
        other = other.wrapping_add(at(&state, place));
        state.swap(usize::from(place), usize::from(other));
        let sum = at(&state, place).wrapping_add(at(&state, other));
        byte ^ at(&state, sum)
    };
    bytes.iter().map(next).collect()
}

/// The bytes of a digest filled up to whole blocks: one bit, then none, then the length.
fn padded(bytes: &[u8], block: usize, length: &[u8]) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    let behind = length.len();
    while padded.len().wrapping_add(behind).checked_rem(block) != Some(0) {
        padded.push(0);
    }
    padded.extend(length);
    padded
}

#[cfg(test)]
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
