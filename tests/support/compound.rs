//! A tiny writer of compound files: streams and folders, in sectors of 512 or 4,096 bytes.

/// What stands in a folder.
pub(crate) enum Node {
    Stream(&'static str, Vec<u8>),
    Folder(&'static str, Vec<Node>),
}

const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const TABLE: u32 = 0xFFFF_FFFD;
const MORE_TABLE: u32 = 0xFFFF_FFFC;

struct Writer {
    sector: usize,
    /// Sectors behind the header.
    body: Vec<u8>,
    /// The number behind each sector.
    next: Vec<u32>,
    small: Vec<u8>,
    small_next: Vec<u32>,
    entries: Vec<Vec<u8>>,
}

/// Writes a file with sectors of 512 bytes.
pub(crate) fn write(nodes: &[Node]) -> Vec<u8> {
    write_in_sectors(nodes, 9)
}

/// Writes a file with sectors of two to the power of `shift` bytes.
pub(crate) fn write_in_sectors(nodes: &[Node], shift: u16) -> Vec<u8> {
    let mut writer = Writer {
        sector: 1 << shift,
        body: Vec::new(),
        next: Vec::new(),
        small: Vec::new(),
        small_next: Vec::new(),
        entries: vec![entry("Root Entry", 5)],
    };
    let child = writer.folder(nodes);
    set(&mut writer.entries[0], 0x4C, child);
    let small = std::mem::take(&mut writer.small);
    let start = writer.stream(&small);
    set(&mut writer.entries[0], 0x74, start);
    set(&mut writer.entries[0], 0x78, small.len() as u32);
    let small_table: Vec<u8> = writer
        .small_next
        .iter()
        .flat_map(|next| next.to_le_bytes())
        .collect();
    let small_table = writer.stream(&small_table);
    let directory = writer.entries.concat();
    let directory = writer.stream(&directory);
    writer.finish(shift, directory, small_table)
}

fn entry(name: &str, kind: u8) -> Vec<u8> {
    let mut entry = vec![0; 128];
    let units: Vec<u16> = name.encode_utf16().chain([0]).collect();
    for (slot, unit) in entry.chunks_mut(2).zip(&units) {
        slot.copy_from_slice(&unit.to_le_bytes());
    }
    entry[0x40] = (units.len() * 2) as u8;
    entry[0x42] = kind;
    for field in [0x44, 0x48, 0x4C] {
        set(&mut entry, field, FREE);
    }
    entry
}

fn set(bytes: &mut [u8], position: usize, value: u32) {
    bytes[position..position + 4].copy_from_slice(&value.to_le_bytes());
}

impl Writer {
    /// Writes entries as a chain of right siblings; the number of the first.
    fn folder(&mut self, nodes: &[Node]) -> u32 {
        let mut first = FREE;
        for node in nodes.iter().rev() {
            let mut entry = match node {
                Node::Stream(name, bytes) => {
                    let mut entry = entry(name, 2);
                    let start = if bytes.len() < 4096 {
                        self.small_stream(bytes)
                    } else {
                        self.stream(bytes)
                    };
                    set(&mut entry, 0x74, start);
                    set(&mut entry, 0x78, bytes.len() as u32);
                    entry
                }
                Node::Folder(name, nodes) => {
                    let mut entry = entry(name, 1);
                    let child = self.folder(nodes);
                    set(&mut entry, 0x4C, child);
                    entry
                }
            };
            set(&mut entry, 0x48, first);
            first = self.entries.len() as u32;
            self.entries.push(entry);
        }
        first
    }

    fn stream(&mut self, bytes: &[u8]) -> u32 {
        let start = self.next.len() as u32;
        let sectors = bytes.chunks(self.sector).count();
        for (at, chunk) in bytes.chunks(self.sector).enumerate() {
            self.body.extend(chunk);
            self.body.resize((start as usize + at + 1) * self.sector, 0);
            self.next.push(start + at as u32 + 1);
        }
        match self.next.last_mut() {
            Some(last) if sectors > 0 => {
                *last = END;
                start
            }
            _ => END,
        }
    }

    fn small_stream(&mut self, bytes: &[u8]) -> u32 {
        if bytes.is_empty() {
            return END;
        }
        let start = self.small_next.len() as u32;
        for (at, chunk) in bytes.chunks(64).enumerate() {
            self.small.extend(chunk);
            self.small.resize((start as usize + at + 1) * 64, 0);
            self.small_next.push(start + at as u32 + 1);
        }
        *self.small_next.last_mut().expect("a sector") = END;
        start
    }

    fn finish(mut self, shift: u16, directory: u32, small_table: u32) -> Vec<u8> {
        let numbers = self.sector / 4;
        // The table also lists its own sectors and those that list them.
        let (mut tables, mut lists) = (0_usize, 0_usize);
        loop {
            let needed = (self.next.len() + tables + lists).div_ceil(numbers);
            let needed_lists = needed.saturating_sub(109).div_ceil(numbers - 1);
            if (needed, needed_lists) == (tables, lists) {
                break;
            }
            (tables, lists) = (needed, needed_lists);
        }
        let first_table = self.next.len() as u32;
        self.next.extend(vec![TABLE; tables]);
        let first_list = self.next.len() as u32;
        self.next.extend(vec![MORE_TABLE; lists]);
        self.next.resize(tables * numbers, FREE);
        for next in &self.next {
            self.body.extend(next.to_le_bytes());
        }
        let named: Vec<u32> = (0..tables as u32).map(|at| first_table + at).collect();
        let (in_header, listed) = named.split_at(named.len().min(109));
        for (at, chunk) in listed.chunks(numbers - 1).enumerate() {
            let mut list = vec![FREE; numbers];
            list[..chunk.len()].copy_from_slice(chunk);
            list[numbers - 1] = if at + 1 == lists {
                END
            } else {
                first_list + at as u32 + 1
            };
            self.body
                .extend(list.iter().flat_map(|next| next.to_le_bytes()));
        }
        let mut header = vec![0; self.sector];
        header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        header[0x18] = 0x3E;
        header[0x1A] = if shift == 12 { 4 } else { 3 };
        header[0x1C..0x1E].copy_from_slice(&[0xFE, 0xFF]);
        header[0x1E] = shift as u8;
        header[0x20] = 6;
        set(&mut header, 0x2C, tables as u32);
        set(&mut header, 0x30, directory);
        set(&mut header, 0x38, 4096);
        set(&mut header, 0x3C, small_table);
        set(&mut header, 0x44, if lists == 0 { END } else { first_list });
        set(&mut header, 0x48, lists as u32);
        for at in 0..109 {
            set(
                &mut header,
                0x4C + 4 * at,
                in_header.get(at).copied().unwrap_or(FREE),
            );
        }
        [header, self.body].concat()
    }
}
