import type { TextCells } from '../../core/record-reader';
import { STANDARD_MISSING } from './missing-words';

const BLOCK_ROWS = 16384;
/** Room left over that is not worth a copy of what is used. */
const SPARE = 1.125;
/** Blocks of a column hardly differ: with a little more room than the last one needed, none grows. */
const SPARE_NEXT = 1.05;
const encoder = new TextEncoder();

/** Rows of one column as bytes: row i of the block is `[ends[i − 1], ends[i])`. */
export interface TextBlock {
  bytes: Uint8Array;
  ends: Uint32Array;
  rows: number;
}

/**
 * The cells of one column as the file has them (UTF-8), until the type of the column is
 * settled on all of them. Costs the bytes of the column plus four a row; no strings.
 */
export class TextStore {
  rows = 0;
  /** What counts as missing in this column. */
  missing = STANDARD_MISSING;
  private readonly filled: TextBlock[] = [];
  private open: TextBlock | null = null;
  private used = 0;

  get blocks(): readonly TextBlock[] {
    return this.filled;
  }

  /** Lets the text go; the store is of no use afterwards. */
  free(): void {
    this.filled.length = 0;
  }

  /** Throws `NeedsText` when the cells are not here as the file has them. */
  needText(): void {}

  /** Appends `bytes[from, to)`; with `doubledQuote` ≥ 0 each pair of that byte becomes one. */
  add(bytes: Uint8Array, from: number, to: number, doubledQuote: number): void {
    const block = this.open ?? this.openBlock();
    const end = this.used + (to - from);
    if (end > block.bytes.length) block.bytes = grown(block.bytes, this.used, end);
    if (doubledQuote >= 0)
      this.used = copyHalved(bytes, { from, to, quote: doubledQuote }, block.bytes, this.used);
    else {
      const into = block.bytes;
      for (let i = from, at = this.used; i < to; i++, at++) into[at] = bytes[i]!;
      this.used = end;
    }
    this.closeRow(block);
  }

  /** Appends cells that lie one behind the other; copies them. */
  addCells({ bytes, ends }: TextCells): void {
    let from = 0;
    for (let row = 0; row < ends.length;) {
      const block = this.open ?? this.openBlock();
      const rows = Math.min(ends.length - row, BLOCK_ROWS - block.rows);
      const to = ends[row + rows - 1]!;
      const size = this.used + to - from;
      if (size > block.bytes.length) block.bytes = grown(block.bytes, this.used, size);
      block.bytes.set(bytes.subarray(from, to), this.used);
      this.closeRows(block, ends.subarray(row, row + rows), this.used - from);
      from = to;
      row += rows;
    }
  }

  /** Appends a text that is not in bytes yet; an empty one is missing. */
  addText(text: string): void {
    if (text === '') return this.addMissing();
    const block = this.open ?? this.openBlock();
    // A code unit of UTF-16 takes three bytes of UTF-8 at most.
    const most = this.used + 3 * text.length;
    if (most > block.bytes.length) block.bytes = grown(block.bytes, this.used, most);
    this.used += encoder.encodeInto(text, block.bytes.subarray(this.used)).written;
    this.closeRow(block);
  }

  addMissing(): void {
    this.closeRow(this.open ?? this.openBlock());
  }

  /** The bytes of one cell. */
  bytesOf(row: number): Uint8Array {
    const block = this.blocks[Math.floor(row / BLOCK_ROWS)];
    const i = row % BLOCK_ROWS;
    if (block === undefined || i >= block.rows) return new Uint8Array(0);
    return block.bytes.subarray(i === 0 ? 0 : block.ends[i - 1], block.ends[i]);
  }

  /** Drops the last rows. */
  truncate(rows: number): void {
    const blocks = Math.ceil(rows / BLOCK_ROWS);
    this.filled.length = blocks;
    this.open = null;
    this.rows = rows;
    const last = this.filled.at(-1);
    if (last === undefined) return;
    last.rows = rows - (blocks - 1) * BLOCK_ROWS;
    this.used = last.ends[last.rows - 1]!;
    if (last.rows < BLOCK_ROWS) this.open = last;
  }

  /** Drops the rows that are 0 in `stays`. */
  keepRows(stays: Uint8Array): void {
    const before = this.filled.splice(0);
    this.open = null;
    this.rows = 0;
    let row = 0;
    for (const { bytes, ends, rows } of before) {
      let from = 0;
      for (let i = 0; i < rows; i++, row++) {
        if (stays[row] === 1) this.add(bytes, from, ends[i]!, -1);
        from = ends[i]!;
      }
    }
  }

  private openBlock(): TextBlock {
    const before = this.filled.at(-1);
    const rows = before?.ends.length ?? 16;
    const bytes = Math.ceil((before?.bytes.length ?? 64) * SPARE_NEXT);
    this.open = { bytes: new Uint8Array(bytes), ends: new Uint32Array(rows), rows: 0 };
    this.filled.push(this.open);
    this.used = 0;
    return this.open;
  }

  private closeRow(block: TextBlock): void {
    makeRoom(block, 1);
    block.ends[block.rows++] = this.used;
    this.rows++;
    if (block.rows === BLOCK_ROWS) this.closeBlock(block);
  }

  /** As many rows at once, which end `shift` bytes further than they say. */
  private closeRows(block: TextBlock, ends: Uint32Array, shift: number): void {
    makeRoom(block, ends.length);
    const into = block.ends;
    const first = block.rows;
    for (let i = 0; i < ends.length; i++) into[first + i] = ends[i]! + shift;
    block.rows += ends.length;
    this.rows += ends.length;
    this.used = ends.at(-1)! + shift;
    if (block.rows === BLOCK_ROWS) this.closeBlock(block);
  }

  private closeBlock(block: TextBlock): void {
    if (block.bytes.length > this.used * SPARE) block.bytes = block.bytes.slice(0, this.used);
    this.open = null;
  }
}

function makeRoom(block: TextBlock, rows: number): void {
  const { ends } = block;
  if (block.rows + rows <= ends.length) return;
  const length = Math.max(block.rows + rows, ends.length * 4);
  block.ends = new Uint32Array(Math.min(BLOCK_ROWS, length));
  block.ends.set(ends);
}

function grown(bytes: Uint8Array, used: number, needed: number): Uint8Array {
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
  larger.set(bytes.subarray(0, used));
  return larger;
}

function copyHalved(
  bytes: Uint8Array,
  cell: { from: number; to: number; quote: number },
  into: Uint8Array,
  at: number,
): number {
  let used = at;
  for (let i = cell.from; i < cell.to; i++) {
    into[used++] = bytes[i]!;
    if (bytes[i] === cell.quote) i++;
  }
  return used;
}
