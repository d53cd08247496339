import { Utf8, makeData, type Data } from 'apache-arrow';
import { categoryColumn, validityOf, type NewColumn } from '../table/create-table';
import type { Texts } from './values';

/** With more distinct texts than this a column is text; with fewer a category, as the reader has it. */
const MOST_LEVELS = 1000;
const BLOCK = 1 << 14;

/** Collects texts row by row; each distinct one is held once. */
export class TextGatherer {
  private readonly codes: Int32Array;
  private readonly levels: string[] = [];
  private readonly index = new Map<string, number>();

  constructor(rows: number) {
    this.codes = new Int32Array(rows).fill(-1);
  }

  add(from: number, texts: Texts, rows: number): void {
    for (let i = 0; i < rows; i++) {
      const text = texts[i];
      if (text !== null && text !== undefined) this.codes[from + i] = this.codeOf(text);
    }
  }

  private codeOf(text: string): number {
    const known = this.index.get(text);
    if (known !== undefined) return known;
    this.index.set(text, this.levels.length);
    return this.levels.push(text) - 1;
  }

  /** The column; yields every few milliseconds. */
  *finish(name: string): Generator<void, NewColumn> {
    this.index.clear();
    if (this.levels.length <= MOST_LEVELS) return categoryColumn(name, this.codes, this.levels);
    return { name, type: 'text', data: yield* this.bytes() };
  }

  private *bytes(): Generator<void, Data<Utf8>> {
    const { codes, levels } = this;
    const encoder = new TextEncoder();
    const parts: Uint8Array[] = [];
    for (const [i, level] of levels.entries()) {
      parts.push(encoder.encode(level));
      if (i % BLOCK === BLOCK - 1) yield;
    }
    const valueOffsets = new Int32Array(codes.length + 1);
    for (let row = 0; row < codes.length; row++) {
      valueOffsets[row + 1] = valueOffsets[row]! + (parts[codes[row]!]?.length ?? 0);
    }
    yield;
    const bytes = new Uint8Array(valueOffsets[codes.length]!);
    for (let row = 0; row < codes.length; row++) {
      const part = parts[codes[row]!];
      if (part) bytes.set(part, valueOffsets[row]!);
      if (row % BLOCK === BLOCK - 1) yield;
    }
    const validity = validityOf(codes.length, (row) => codes[row]! < 0);
    const length = codes.length;
    return makeData({ type: new Utf8(), length, valueOffsets, data: bytes, ...validity });
  }
}
