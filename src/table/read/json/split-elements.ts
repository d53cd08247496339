import { concatenated } from '../transcode';
import { JsonFault } from './parse-json';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BRACE = 0x7d;

/**
 * Cuts a JSON array into the bytes of its elements, piece by piece; a piece may end anywhere.
 * Keeps only the open element. What an element is like is for its parser to judge. Throws
 * `JsonFault` with the offset in the whole text.
 */
export class ElementSplitter {
  private kept: Uint8Array[] = [];
  private keptBytes = 0;
  /** Trying again at each doubling keeps very long elements linear. */
  private retryAt = 0;
  /** Offset of the first kept byte in the whole text. */
  private base = 0;
  private state: 'before' | 'element' | 'after' = 'before';
  private hasElements = false;

  /** `offset`: where the element begins in the whole text. */
  constructor(private readonly onElement: (bytes: Uint8Array, offset: number) => void) {}

  push(piece: Uint8Array, isLast: boolean): void {
    this.kept.push(piece);
    this.keptBytes += piece.length;
    if (!isLast && this.keptBytes < this.retryAt) return;
    const bytes = concatenated(this.kept);
    const at = this.take(bytes);
    const rest = bytes.slice(at);
    this.base += at;
    this.kept = rest.length === 0 ? [] : [rest];
    this.keptBytes = rest.length;
    this.retryAt = rest.length * 2;
    if (isLast && this.state !== 'after') {
      throw new JsonFault('unfinished', this.base + rest.length);
    }
  }

  /** Returns how many bytes are done with. */
  private take(bytes: Uint8Array): number {
    let at = 0;
    for (;;) {
      at = skipSpace(bytes, at);
      if (at === bytes.length) return at;
      if (this.state === 'after') throw new JsonFault('unexpected', this.base + at);
      if (this.state === 'before') {
        if (bytes[at] !== OPEN) throw new JsonFault('unexpected', this.base + at);
        this.state = 'element';
        at++;
        continue;
      }
      if (bytes[at] === CLOSE && !this.hasElements) {
        this.state = 'after';
        at++;
        continue;
      }
      const end = endOfElement(bytes, at);
      if (end < 0) return at;
      this.onElement(bytes.subarray(at, end), this.base + at);
      this.hasElements = true;
      if (bytes[end] === CLOSE) this.state = 'after';
      at = end + 1;
    }
  }
}

/** The comma or bracket behind the element that begins at `from`; −1 when it is not here yet. */
function endOfElement(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      at = endOfText(bytes, at);
      if (at < 0) return -1;
    } else if (depth === 0 && (byte === COMMA || byte === CLOSE || byte === BRACE)) return at;
    // Brackets and braces differ by the bit 0x20 from each other only.
    else if ((byte | 0x20) === 0x7b) depth++;
    else if ((byte | 0x20) === 0x7d) depth--;
  }
  return -1;
}

/** The closing quote of the text that begins at `from`; −1 when it is not here yet. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  return -1;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at]! <= 0x20) at++;
  return at;
}
