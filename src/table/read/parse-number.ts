/** What stands after the digits: `%`, 天, 万元 (a unit and a power of ten). */
interface Suffix {
  readonly bytes: Uint8Array;
  readonly unit: number;
  readonly shift: number;
}

/** How a file writes decimals: `1,234.5` or `1.234,5`. */
export type NumberStyle = 'point' | 'comma';

/** What one cell turned out to be; reused from cell to cell to spare the garbage collector. */
export interface ParsedNumber {
  value: number;
  /** Index into the parser's `units`; 0 is no unit. */
  unit: number;
  /** Written with digits only (and a sign): what an identifier looks like. */
  isPlain: boolean;
  /** Digits only, beginning with a zero, as in 0012. */
  hasLeadingZero: boolean;
  /** More than 15 digits before the decimals: a double would round them away. */
  isLong: boolean;
}

const ZERO = 0x30;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const UNITS_LIMIT = 12;
const SUFFIX = /^(?:[%‰‱]|[\p{L}\p{M}°²³µ/·]{1,8}[.]?)$/u;
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['￥', '¥'],
  ['¥', '¥'],
  ['US$', '$'],
  ['HK$', 'HK$'],
  ['NT$', 'NT$'],
  ['$', '$'],
  ['€', '€'],
  ['£', '£'],
  ['₩', '₩'],
  ['₹', '₹'],
  ['RMB', '¥'],
  ['CNY', '¥'],
  ['USD', '$'],
  ['EUR', '€'],
  ['＄', '$'],
  ['￡', '£'],
];
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Spaces that do not break, and the right quote in the place of an apostrophe. */
const SPACES = ['\u00a0', '\u202f', '\u2009', '’'].map((sign) => encoder.encode(sign));
const PREFIXES = CURRENCIES.map(([sign, unit]) => ({ bytes: encoder.encode(sign), unit }));
/** First bytes of currency signs. */
const prefixFirst = new Uint8Array(256);
for (const { bytes } of PREFIXES) prefixFirst[bytes[0]!] = 1;

/**
 * Reads numbers as people write them: thousands separators in groups of three, a currency
 * sign before, `%` or a word of letters after, brackets for negatives, full-width digits,
 * 万 and 亿 as powers of ten. `12.5%` is 12.5 with the unit `%`. Correctly rounded. One
 * parser a column: it numbers the units it meets.
 */
export class NumberParser {
  readonly units: string[] = [''];
  readonly result: ParsedNumber = {
    value: NaN,
    unit: 0,
    isPlain: false,
    hasLeadingZero: false,
    isLong: false,
  };
  private readonly suffixes: Suffix[] = [];
  private readonly separator: number;
  private readonly point: number;

  // Of the cell at hand.
  private at = 0;
  private mantissa = 0;
  private significant = 0;
  private intDigits = 0;
  private fracDigits = 0;
  private exponent = 0;
  private firstDigit = 0;

  constructor(style: NumberStyle) {
    this.separator = style === 'point' ? 0x2c : 0x2e;
    this.point = style === 'point' ? 0x2e : 0x2c;
  }

  /** True when `bytes[from, to)` is a number; it is then in `result`. */
  parse(bytes: Uint8Array, from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      // Full-width forms (U+FF01 …) begin with EF BC; ￥ (EF BF A5) does not.
      if (bytes[i] === 0xef && bytes[i + 1] === 0xbc) return this.parseWide(bytes, from, to);
    }
    return this.parseCell(bytes, skipSpace(bytes, from, to), trimEnd(bytes, from, to));
  }

  private parseWide(bytes: Uint8Array, from: number, to: number): boolean {
    const narrow = encoder.encode(decoder.decode(bytes.subarray(from, to)).normalize('NFKC'));
    return this.parseCell(
      narrow,
      skipSpace(narrow, 0, narrow.length),
      trimEnd(narrow, 0, narrow.length),
    );
  }

  private parseCell(bytes: Uint8Array, from: number, end: number): boolean {
    const { result } = this;
    let to = end;
    this.at = from;
    if (to - from > 64 || from >= to) return false;
    const isBracketed = bytes[from] === 0x28 && bytes[to - 1] === 0x29;
    if (isBracketed) {
      this.at++;
      to--;
    }
    let isNegative = this.takeSign(bytes, isBracketed);
    result.unit = prefixFirst[bytes[this.at]!] === 1 ? this.takeCurrency(bytes, to) : 0;
    if (result.unit < 0) return false;
    if (result.unit > 0) isNegative = this.takeSign(bytes, isNegative);
    const digitsAt = this.at;
    if (!this.takeDigits(bytes, to)) return false;
    const onlyDigits = this.at === to && result.unit === 0 && !isBracketed;
    if (this.at < to && !this.takeSuffix(bytes, to)) return false;
    const magnitude = this.toDouble(bytes, digitsAt);
    result.value = isNegative || isBracketed ? -magnitude : magnitude;
    result.isPlain = onlyDigits && this.at - digitsAt === this.intDigits;
    result.hasLeadingZero = result.isPlain && this.firstDigit === ZERO && this.intDigits > 1;
    result.isLong = this.intDigits > 15 && this.significant - this.fracDigits > 15;
    return Number.isFinite(result.value);
  }

  private takeSign(bytes: Uint8Array, otherwise: boolean): boolean {
    const byte = bytes[this.at];
    if (byte === 0x2d || byte === 0x2b) {
      this.at++;
      return byte === 0x2d;
    }
    // − (U+2212)
    if (byte === 0xe2 && bytes[this.at + 1] === 0x88 && bytes[this.at + 2] === 0x92) {
      this.at += 3;
      return true;
    }
    return otherwise;
  }

  private takeCurrency(bytes: Uint8Array, to: number): number {
    for (const prefix of PREFIXES) {
      if (!startsWith(bytes, this.at, prefix.bytes)) continue;
      this.at = skipSpace(bytes, this.at + prefix.bytes.length, to);
      return this.unitOf(prefix.unit);
    }
    return 0;
  }

  private unitOf(unit: string): number {
    const known = this.units.indexOf(unit);
    if (known >= 0) return known;
    return this.units.length > UNITS_LIMIT ? -1 : this.units.push(unit) - 1;
  }

  private takeDigits(bytes: Uint8Array, to: number): boolean {
    this.mantissa = this.significant = this.intDigits = this.fracDigits = this.exponent = 0;
    this.firstDigit = bytes[this.at]!;
    if (!this.takeInteger(bytes, to)) return false;
    if (this.at < to && bytes[this.at] === this.point) {
      this.at++;
      const from = this.at;
      while (this.at < to && this.takeDigit(bytes[this.at]!)) this.at++;
      this.fracDigits = this.at - from;
    }
    if (this.intDigits + this.fracDigits === 0) return false;
    if (this.at < to && (bytes[this.at]! | 0x20) === 0x65) this.takeExponent(bytes, to);
    return true;
  }

  private takeInteger(bytes: Uint8Array, to: number): boolean {
    let group = 0;
    let groups = 0;
    for (; this.at < to; this.at++) {
      const byte = bytes[this.at]!;
      if (this.takeDigit(byte)) {
        this.intDigits++;
        group++;
      } else {
        const width = this.separatorAt(bytes, to);
        if (width === 0) break;
        if (groups === 0 ? group < 1 || group > 3 : group !== 3) return false;
        this.at += width - 1;
        groups++;
        group = 0;
      }
    }
    return groups === 0 || group === 3;
  }

  /**
   * Bytes of the thousands sign here: the sign of the style; an apostrophe, as in Switzerland; a
   * space (also U+00A0 and U+202F) with three digits behind it. 0: there is none.
   */
  private separatorAt(bytes: Uint8Array, to: number): number {
    const { at } = this;
    const byte = bytes[at]!;
    if (byte === this.separator || byte === APOSTROPHE) return 1;
    if (byte < 0x80 && byte !== SPACE) return 0;
    const width = byte === SPACE ? 1 : SPACES.find((sign) => startsWith(bytes, at, sign))?.length;
    if (width === undefined || at + width + 3 > to) return 0;
    for (let i = at + width; i < at + width + 3; i++) if (!isDigit(bytes[i]!)) return 0;
    return width;
  }

  private takeDigit(byte: number): boolean {
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return false;
    if (this.significant > 0 || digit > 0) {
      this.significant++;
      if (this.significant <= 15) this.mantissa = this.mantissa * 10 + digit;
    }
    return true;
  }

  private takeExponent(bytes: Uint8Array, to: number): void {
    const sign = bytes[this.at + 1];
    let i = sign === 0x2d || sign === 0x2b ? this.at + 2 : this.at + 1;
    const from = i;
    let exponent = 0;
    while (i < to && i - from < 4 && bytes[i]! >= ZERO && bytes[i]! <= ZERO + 9) {
      exponent = exponent * 10 + bytes[i]! - ZERO;
      i++;
    }
    if (i === from) return;
    this.exponent = sign === 0x2d ? -exponent : exponent;
    this.at = i;
  }

  private takeSuffix(bytes: Uint8Array, to: number): boolean {
    const from = skipSpace(bytes, this.at, to);
    const known =
      this.suffixes.find((suffix) => isEqual(suffix.bytes, bytes, from, to)) ??
      this.learnSuffix(bytes.slice(from, to));
    if (known === null || known.unit < 0) return false;
    if (known.unit > 0 && this.result.unit > 0 && known.unit !== this.result.unit) {
      // ￥12元 is one unit said twice; $5/month is not a plain amount.
      if (this.units[known.unit] !== '元') return false;
    } else if (known.unit > 0) this.result.unit = known.unit;
    this.exponent += known.shift;
    return true;
  }

  private learnSuffix(bytes: Uint8Array): Suffix | null {
    const text = decoder.decode(bytes);
    const shift = text.startsWith('万') ? 4 : text.startsWith('亿') ? 8 : 0;
    const unit = shift > 0 ? text.slice(1) : text;
    if (unit !== '' && !SUFFIX.test(unit)) return null;
    if (this.suffixes.length >= UNITS_LIMIT) return null;
    const learned = { bytes, unit: unit === '' ? 0 : this.unitOf(unit), shift };
    this.suffixes.push(learned);
    return learned;
  }

  private toDouble(bytes: Uint8Array, digitsAt: number): number {
    const exponent = this.exponent - this.fracDigits;
    if (this.significant <= 15 && exponent >= -22 && exponent <= 22) {
      return exponent < 0 ? this.mantissa / POWERS[-exponent]! : this.mantissa * POWERS[exponent]!;
    }
    let digits = '';
    for (let i = digitsAt; digits.length < this.intDigits + this.fracDigits; i++) {
      const byte = bytes[i]!;
      if (byte >= ZERO && byte <= ZERO + 9) digits += String.fromCharCode(byte);
    }
    return Number(`${digits}e${exponent}`);
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

function startsWith(bytes: Uint8Array, from: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[from + i] !== prefix[i]) return false;
  return true;
}

function isEqual(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  return known.length === to - from && startsWith(bytes, from, known);
}

/** Skips spaces, the no-break space (C2 A0) and the ideographic space (E3 80 80). */
export function skipSpace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (; at < to;) {
    if (bytes[at]! <= 0x20) at++;
    else if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else if (bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80) at += 3;
    else break;
  }
  return Math.min(at, to);
}

export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  for (; end > from;) {
    if (bytes[end - 1]! <= 0x20) end--;
    else if (bytes[end - 1] === 0xa0 && bytes[end - 2] === 0xc2) end -= 2;
    else if (bytes[end - 1] === 0x80 && bytes[end - 2] === 0x80 && bytes[end - 3] === 0xe3)
      end -= 3;
    else break;
  }
  return Math.max(end, from);
}
