/** A JSON value; objects keep their order, and `__proto__` is a key like any other. */
export type JsonNode =
  string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;

const DEPTH_LIMIT = 100;
const decoder = new TextDecoder();
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What is wrong with JSON text, and where: a byte offset in the bytes that were parsed. */
export class JsonFault extends Error {
  constructor(
    readonly reason: 'unexpected' | 'unfinished' | 'too-deep',
    readonly at: number,
  ) {
    super(`${reason} at byte ${at}`);
  }
}

/**
 * Parses one JSON value (RFC 8259) that fills the bytes. Differs from `JSON.parse` in this: a
 * number with more than 15 digits stays text, since a double would round it. Throws `JsonFault`.
 */
export function parseJson(bytes: Uint8Array): JsonNode {
  const parser = new Parser(bytes);
  const value = parser.value(0);
  parser.end();
  return value;
}

class Parser {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  value(depth: number): JsonNode {
    if (depth > DEPTH_LIMIT) throw new JsonFault('too-deep', this.at);
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === 0x7b) return this.object(depth);
    if (byte === 0x5b) return this.array(depth);
    if (byte === QUOTE) return this.text();
    if (byte === 0x74) return this.word('true', true);
    if (byte === 0x66) return this.word('false', false);
    if (byte === 0x6e) return this.word('null', null);
    return this.number();
  }

  end(): void {
    this.skipSpace();
    if (this.at < this.bytes.length) this.fail();
  }

  private fail(): never {
    throw new JsonFault(this.at < this.bytes.length ? 'unexpected' : 'unfinished', this.at);
  }

  private skipSpace(): void {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.at++;
    }
  }

  private take(byte: number): boolean {
    this.skipSpace();
    if (this.bytes[this.at] !== byte) return false;
    this.at++;
    return true;
  }

  private object(depth: number): JsonNode {
    this.at++;
    const members = new Map<string, JsonNode>();
    if (this.take(0x7d)) return members;
    do {
      this.skipSpace();
      if (this.bytes[this.at] !== QUOTE) this.fail();
      const key = this.text();
      if (!this.take(0x3a)) this.fail();
      members.set(key, this.value(depth + 1));
    } while (this.take(0x2c));
    if (!this.take(0x7d)) this.fail();
    return members;
  }

  private array(depth: number): JsonNode {
    this.at++;
    const values: JsonNode[] = [];
    if (this.take(0x5d)) return values;
    do values.push(this.value(depth + 1));
    while (this.take(0x2c));
    if (!this.take(0x5d)) this.fail();
    return values;
  }

  private text(): string {
    const { bytes } = this;
    const from = this.at;
    let isEscaped = false;
    for (let at = from + 1; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        this.at = at + 1;
        const inside = decoder.decode(bytes.subarray(from + 1, at));
        return isEscaped ? this.unescaped(from, inside) : inside;
      }
      if (byte === BACKSLASH) {
        isEscaped = true;
        at++;
      } else if (byte < 0x20) {
        this.at = at;
        this.fail();
      }
    }
    this.at = bytes.length;
    return this.fail();
  }

  private unescaped(from: number, inside: string): string {
    try {
      return JSON.parse(`"${inside}"`) as string;
    } catch {
      throw new JsonFault('unexpected', from);
    }
  }

  private word<T extends boolean | null>(word: string, value: T): T {
    for (let i = 0; i < word.length; i++, this.at++) {
      if (this.bytes[this.at] !== word.charCodeAt(i)) this.fail();
    }
    return value;
  }

  private number(): number | string {
    const from = this.at;
    let at = from;
    while (isOfNumber(this.bytes[at])) at++;
    const text = decoder.decode(this.bytes.subarray(from, Math.min(at, from + 400)));
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) this.fail();
    this.at = at;
    const value = Number(text);
    const isExact = text.replace(/[eE].*$/, '').replace(/\D/g, '').length <= 15;
    return isExact || /[.eE]/.test(text) ? value : text;
  }
}

function isOfNumber(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isDigit || byte === 0x2d || byte === 0x2b || byte === 0x2e || (byte | 0x20) === 0x65;
}
