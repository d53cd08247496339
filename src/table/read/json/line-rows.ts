import { concatenated } from '../transcode';
import type { JsonRows } from './json-rows';
import { JsonFault, parseJson } from './parse-json';

const LF = 0x0a;
const decoder = new TextDecoder();

/** One JSON value a line; a line that is none is left out and reported. */
export class LineRows {
  private kept: Uint8Array[] = [];

  constructor(private readonly rows: JsonRows) {}

  push(piece: Uint8Array, isLast: boolean): void {
    this.kept.push(piece);
    if (!isLast && !piece.includes(LF)) return;
    const bytes = concatenated(this.kept);
    let from = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      this.take(bytes.subarray(from, at));
      from = at + 1;
    }
    if (isLast) this.take(bytes.subarray(from));
    this.kept = isLast ? [] : [bytes.slice(from)];
  }

  private take(line: Uint8Array): void {
    if (line.every((byte) => byte <= 0x20)) return;
    try {
      this.rows.take(parseJson(line));
    } catch (thrown) {
      if (!(thrown instanceof JsonFault)) throw thrown;
      this.rows.refuse(decoder.decode(line.subarray(0, 800)), 'not-json');
    }
  }
}
