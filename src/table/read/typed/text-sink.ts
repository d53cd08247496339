import { makeData, Utf8 } from 'apache-arrow';
import { Problem } from '../../../core/problem';
import { ByteIndex } from '../../byte-index';
import { idNameOf } from '../../column-names';
import { categoryColumn, validityOf, type NewColumn } from '../../create-table';
import type { ColumnSink, SunkColumn } from './column-sink';
import { notesOf } from './column-sink';
import { GrowingBytes, GrowingNumbers } from './growing';
import { hexOf, isReadable } from './readable-bytes';

/** More levels than this are text, as in delimited files. */
const LEVELS_LIMIT = 1000;
/** Arrow's text columns count their bytes in 32 bits. */
const TEXT_LIMIT_BYTES = 2 ** 31 - 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** What a file says of a column of text beside its values. */
export interface TextOptions {
  readonly isBinary?: boolean;
  /** It is one of few levels, or the writer thought so. */
  readonly isCategory?: boolean;
  readonly type?: 'identifier' | 'text';
}

/**
 * Text, as bytes in UTF-8 or as strings. A typed file says itself what is missing, so empty text
 * and words like NA stay what they are. Few distinct values make a category, code-like ones under
 * the name of an identifier an identifier, by the rules of delimited files. `isBinary`: the file
 * does not say that the bytes are text; unless all are, they are written as hexadecimal digits.
 */
export class TextSink implements ColumnSink<Uint8Array> {
  private readonly bytes = new GrowingBytes();
  private readonly ends = new GrowingNumbers();
  private readonly codes = new GrowingNumbers();
  private readonly index = new ByteIndex();
  private present = 0;
  private isCodeLike = true;
  private isText = true;
  private invalid = 0;

  private readonly isBinary: boolean;

  constructor(private readonly options: TextOptions = {}) {
    this.isBinary = options.isBinary ?? false;
  }

  get rows(): number {
    return this.ends.length;
  }

  push(value: Uint8Array | null): void {
    if (value === null) return this.close(-1);
    const bytes = isAscii(value) ? value : this.checked(value);
    this.bytes.push(bytes);
    this.present++;
    if (this.isBinary) this.isText &&= isReadable(bytes);
    this.isCodeLike &&= looksLikeCode(bytes);
    const isCounting = this.index.size <= LEVELS_LIMIT;
    this.close(isCounting ? this.index.codeOf(bytes, 0, bytes.length) : LEVELS_LIMIT + 1);
  }

  pushText(value: string | null): void {
    this.push(value === null ? null : encoder.encode(value));
  }

  /** The same value as that of an earlier row: spares looking at its bytes. */
  repeat(code: number): void {
    this.bytes.push(this.index.bytesOf(code));
    this.present++;
    this.close(code);
  }

  /** The code of the value pushed last, −1 when values are not counted any more. */
  lastCode(): number {
    return this.index.size <= LEVELS_LIMIT ? this.last : -1;
  }

  private last = -1;

  private close(code: number): void {
    if (this.bytes.length > TEXT_LIMIT_BYTES) {
      const facts = { rows: this.rows, features: 1, limitBytes: TEXT_LIMIT_BYTES };
      throw new Problem('table-too-large', facts);
    }
    this.last = code;
    this.codes.push(code);
    this.ends.push(this.bytes.length);
  }

  private checked(value: Uint8Array): Uint8Array {
    if (this.isBinary) return value;
    try {
      strict.decode(value);
      return value;
    } catch {
      this.invalid++;
      return encoder.encode(decoder.decode(value));
    }
  }

  *finish(name: string): Generator<void, SunkColumn> {
    yield;
    const notes = notesOf({ 'invalid-text': this.invalid, 'binary-as-hex': this.isText ? 0 : 1 });
    if (!this.isText) return { column: yield* this.hex(name), notes };
    const { type: given } = this.options;
    const isNamed = given !== undefined || idNameOf(name) === 'strong';
    if (!isNamed && this.isCategory()) {
      return { column: this.category(name), notes };
    }
    const type = given ?? (this.isIdentifier(name) ? 'identifier' : 'text');
    yield;
    return { column: textOf(name, type, this.takeStored()), notes };
  }

  private isCategory(): boolean {
    const { size } = this.index;
    if (size === 0 || size > LEVELS_LIMIT) return false;
    if (this.options.isCategory) return true;
    if (size >= this.present) return false;
    return size <= 20 ? size <= 0.8 * this.present : size <= this.present / 5;
  }

  private isIdentifier(name: string): boolean {
    if (this.present === 0) return false;
    const idName = idNameOf(name);
    if (idName === 'strong') return true;
    return this.isCodeLike && (idName !== 'none' || this.isUnique());
  }

  private isUnique(): boolean {
    if (this.present < 20) return false;
    if (this.index.size <= LEVELS_LIMIT) return this.index.size === this.present;
    const all = new ByteIndex();
    const { codes, ends } = this;
    for (let row = 0, from = 0; row < ends.length; row++) {
      const to = ends.at(row);
      if (codes.at(row) >= 0) all.codeOf(this.bytes.view(from, to), 0, to - from);
      from = to;
    }
    return all.size === this.present;
  }

  private category(name: string): NewColumn {
    const levels = Array.from({ length: this.index.size }, (_, code) =>
      decoder.decode(this.index.bytesOf(code)),
    );
    return categoryColumn(name, Int32Array.from(this.codes.take()), levels);
  }

  private takeStored(): StoredText {
    return { bytes: this.bytes.take(), ends: this.ends.take(), codes: this.codes.take() };
  }

  private *hex(name: string): Generator<void, NewColumn> {
    const { bytes, ends, codes } = this.takeStored();
    const sink = new TextSink();
    for (let row = 0, from = 0; row < ends.length; row++) {
      const to = ends[row]!;
      sink.pushText(codes[row]! < 0 ? null : hexOf(bytes.subarray(from, to)));
      from = to;
      if (row % 16384 === 0) yield;
    }
    return (yield* sink.finish(name)).column;
  }
}

interface StoredText {
  readonly bytes: Uint8Array;
  readonly ends: Float64Array;
  /** −1 is missing. */
  readonly codes: Float64Array;
}

function textOf(name: string, type: 'text' | 'identifier', stored: StoredText): NewColumn {
  const { bytes, ends, codes } = stored;
  const rows = ends.length;
  const valueOffsets = new Int32Array(rows + 1);
  valueOffsets.set(ends, 1);
  const validity = validityOf(rows, (row) => codes[row]! < 0);
  const packed = makeData({
    type: new Utf8(),
    length: rows,
    valueOffsets,
    data: bytes,
    ...validity,
  });
  return { name, type, data: packed };
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

function looksLikeCode(bytes: Uint8Array): boolean {
  if (bytes.length > 64) return false;
  let hasDigit = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte <= 0x20) return false;
    if (byte >= 0x30 && byte <= 0x39) hasDigit = true;
  }
  return hasDigit;
}
