/**
 * Streams of a compound file, the container of .xls (MS-CFB, "Compound File Binary File Format").
 * Chains of sectors are followed only within the file and never over more sectors than it has, so
 * that a chain that bites its tail ends. Linear in the size of the file.
 */
export class BrokenXls extends Error {
  constructor(
    /** Byte in the file, 0-based. */
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** A stream put together, with the places in the file where its bytes lay. */
export interface CompoundStream {
  readonly bytes: Uint8Array;
  /** The byte in the file that a byte of the stream is. */
  readonly offsetOf: (at: number) => number;
}

export interface CompoundFile {
  /** The names of all streams and storages, as they are written. */
  readonly names: readonly string[];
  /** The stream of the name, in any case; null: there is none. Throws `BrokenXls`. */
  readonly stream: (name: string) => CompoundStream | null;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_BYTES = 64;
const MINI_LIMIT = 4096;
/** Sector numbers from here on mean something else: the end of a chain, a free sector. */
const SPECIAL = 0xfffffffa;
const LISTED_IN_HEADER = 109;
const ENTRIES_LIMIT = 10_000;
const STREAM = 2;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
  readonly offset: number;
}

/** Opens a compound file. Throws `BrokenXls`. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  const sectors = new Sectors(bytes);
  const entries = readEntries(sectors);
  const root = entries.find(({ kind }) => kind === ROOT);
  const find = (name: string) =>
    entries.find(
      (entry) => entry.kind === STREAM && entry.name.toLowerCase() === name.toLowerCase(),
    );
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = find(name);
      if (entry === undefined) return null;
      if (entry.size >= MINI_LIMIT) return sectors.stream(sectors.chain(entry.start), entry);
      if (root === undefined) throw new BrokenXls(entry.offset, 'no root entry');
      return miniStream(sectors, root, entry);
    },
  };
}

class Sectors {
  readonly view: DataView;
  readonly size: number;
  private readonly count: number;
  private readonly table: Uint32Array;
  readonly firstEntry: number;
  readonly firstMini: number;

  constructor(readonly bytes: Uint8Array) {
    if (bytes.length < HEADER_BYTES) throw new BrokenXls(bytes.length, 'cut short');
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new BrokenXls(30, `sectors of 2^${shift} bytes`);
    this.size = 2 ** shift;
    this.count = Math.ceil(bytes.length / this.size) - 1;
    this.firstEntry = this.view.getUint32(48, true);
    this.firstMini = this.view.getUint32(60, true);
    this.table = this.readTable();
  }

  /** Where a sector begins in the file. */
  offsetOf(sector: number): number {
    return (sector + 1) * this.size;
  }

  sector(sector: number): Uint8Array {
    const from = this.offsetOf(sector);
    return this.bytes.subarray(from, from + this.size);
  }

  /** The sectors from the first on, as the table links them. */
  chain(first: number): number[] {
    return linked(first, this.table, {
      limit: this.count,
      offsetOf: (sector) => this.offsetOf(sector),
    });
  }

  stream(
    chain: readonly number[],
    { size, offset }: Pick<Entry, 'size' | 'offset'>,
  ): CompoundStream {
    if (size > chain.length * this.size) throw new BrokenXls(offset, 'a stream cut short');
    const bytes = new Uint8Array(chain.length * this.size);
    chain.forEach((sector, i) => bytes.set(this.sector(sector), i * this.size));
    return {
      bytes: bytes.subarray(0, size),
      offsetOf: (at) => {
        const sector = chain[Math.min(chain.length - 1, Math.floor(at / this.size))];
        return sector === undefined ? offset : this.offsetOf(sector) + (at % this.size);
      },
    };
  }

  /** Which sectors hold the table is listed in the header, and from there on in a chain. */
  private readTable(): Uint32Array {
    const { view, size, count } = this;
    const places: number[] = [];
    for (let i = 0; i < LISTED_IN_HEADER; i++) places.push(view.getUint32(76 + 4 * i, true));
    const perSector = size / 4 - 1;
    let next = view.getUint32(68, true);
    for (let seen = 0; next < count && seen < count; seen++) {
      const from = this.offsetOf(next);
      if (from + size > this.bytes.length) break;
      for (let i = 0; i < perSector; i++) places.push(view.getUint32(from + 4 * i, true));
      next = view.getUint32(from + 4 * perSector, true);
    }
    const table = new Uint32Array(count).fill(0xffffffff);
    // Tables that repeat their sectors say no more than the file has.
    const used = places
      .filter((place) => place < count)
      .slice(0, Math.ceil((4 * count) / size) + 1);
    used.forEach((place, i) => {
      const from = this.offsetOf(place);
      const to = Math.min(from + size, this.bytes.length - 3);
      for (let at = from, n = (i * size) / 4; at < to && n < count; at += 4, n++) {
        table[n] = view.getUint32(at, true);
      }
    });
    return table;
  }
}

function linked(
  first: number,
  table: Uint32Array,
  { limit, offsetOf }: { readonly limit: number; readonly offsetOf: (sector: number) => number },
): number[] {
  const chain: number[] = [];
  for (let sector = first; sector < SPECIAL; sector = table[sector]!) {
    if (sector >= limit)
      throw new BrokenXls(offsetOf(chain.at(-1) ?? 0), 'a sector beyond the end');
    if (chain.length >= limit) throw new BrokenXls(offsetOf(first), 'a chain without an end');
    chain.push(sector);
  }
  return chain;
}

const utf16 = new TextDecoder('utf-16le');

function readEntries(sectors: Sectors): Entry[] {
  const chain = sectors.chain(sectors.firstEntry);
  const entries: Entry[] = [];
  for (const sector of chain) {
    const start = sectors.offsetOf(sector);
    for (let offset = start; offset < start + sectors.size; offset += ENTRY_BYTES) {
      if (offset + ENTRY_BYTES > sectors.bytes.length) break;
      const { view } = sectors;
      const length = Math.min(64, view.getUint16(offset + 64, true));
      const name = utf16.decode(sectors.bytes.subarray(offset, offset + Math.max(0, length - 2)));
      const kind = view.getUint8(offset + 66);
      const place = { start: view.getUint32(offset + 116, true), offset };
      entries.push({ name, kind, ...place, size: view.getUint32(offset + 120, true) });
      if (entries.length > ENTRIES_LIMIT) throw new BrokenXls(offset, 'too many streams');
    }
  }
  if (entries.length === 0) throw new BrokenXls(48, 'no directory');
  return entries;
}

/** Small streams lie in a stream of their own, in sectors of 64 bytes. */
function miniStream(sectors: Sectors, root: Entry, entry: Entry): CompoundStream {
  const whole = sectors.stream(sectors.chain(root.start), root);
  const tableChain = sectors.chain(sectors.firstMini);
  const table = sectors.stream(tableChain, {
    size: tableChain.length * sectors.size,
    offset: root.offset,
  }).bytes;
  const links = new Uint32Array(table.buffer, 0, Math.floor(table.length / 4));
  const limit = Math.min(links.length, Math.floor(whole.bytes.length / MINI_BYTES));
  const offsetOf = (sector: number) => whole.offsetOf(sector * MINI_BYTES);
  const chain = linked(entry.start, links, { limit, offsetOf });
  if (entry.size > chain.length * MINI_BYTES)
    throw new BrokenXls(entry.offset, 'a stream cut short');
  const bytes = new Uint8Array(chain.length * MINI_BYTES);
  chain.forEach((sector, i) => {
    const from = sector * MINI_BYTES;
    bytes.set(whole.bytes.subarray(from, from + MINI_BYTES), i * MINI_BYTES);
  });
  return {
    bytes: bytes.subarray(0, entry.size),
    offsetOf: (at) => {
      const sector = chain[Math.floor(at / MINI_BYTES)];
      return sector === undefined ? entry.offset : offsetOf(sector) + (at % MINI_BYTES);
    },
  };
}
