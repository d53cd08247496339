import { RecordScanner, type Dialect } from './record-scanner';

const COMMA = 0x2c;
const DELIMITERS = [COMMA, 0x3b, 0x09, 0x7c, 0x5e, 0x7e];
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LF = 0x0a;
const CR = 0x0d;
const SAMPLE_RECORDS = 100;
/** Candidates whose records agree in number of cells to within this count as equally good. */
const NEARLY = 0.03;
const decoder = new TextDecoder();

/** The first lines of a file, cut into cells; blank lines left out. */
export interface Sample {
  readonly records: readonly (readonly string[])[];
  /** Which record of the file each is (1-based), blank lines counted. */
  readonly lines: readonly number[];
  /** A first line `sep=;`, by which Excel tells the delimiter; it is among the records. */
  readonly hasSeparatorLine: boolean;
}

export interface DialectSample extends Sample {
  readonly dialect: Dialect;
}

/**
 * Finds delimiter, quote and line break from the beginning of a file (UTF-8): the delimiter
 * by which most lines have equally many cells, more than one; among equals one that cuts the
 * first line like the others, then the one that makes more cells. Commas that only stand within
 * numbers give way to another delimiter. `delimiter` is one of `,;|` or tab, or `auto`.
 */
export function detectDialect(
  text: Uint8Array,
  isWhole: boolean,
  delimiter: string,
): DialectSample {
  const newline = newlineOf(text);
  const told = /^sep=(.)[\r\n]/i.exec(decoder.decode(text.subarray(0, 8)))?.[1];
  const only = delimiter !== 'auto' ? delimiter : told;
  const candidates = only === undefined ? DELIMITERS : [only.charCodeAt(0)];
  const tried = candidates.map((byte) => {
    const dialect: Dialect = { delimiter: byte, quote: QUOTE, newline };
    return { dialect, ...recordsOf(text, isWhole, dialect) };
  });
  const able = hasDecimalCommas(text) ? withoutComma(tried) : tried;
  const best = able.reduce((a, b) => (isBetter(scoreOf(b.records), scoreOf(a.records)) ? b : a));
  return { ...withQuote(text, isWhole, best), hasSeparatorLine: told !== undefined };
}

interface Tried {
  readonly dialect: Dialect;
  readonly records: Records;
  readonly lines: readonly number[];
}

/** True when every comma stands between two digits, as in 12,50 or 1,000. */
function hasDecimalCommas(text: Uint8Array): boolean {
  for (let at = text.indexOf(COMMA); at >= 0; at = text.indexOf(COMMA, at + 1)) {
    if (!isDigit(text[at - 1]) || !isDigit(text[at + 1])) return false;
  }
  return true;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Commas within numbers are no delimiter where another sign cuts nearly every line alike. */
function withoutComma(tried: readonly Tried[]): readonly Tried[] {
  const others = tried.filter(({ dialect }) => dialect.delimiter !== COMMA);
  const isCut = others.some(({ records }) => {
    const { width, agreement } = scoreOf(records);
    return width >= 2 && agreement >= 1 - NEARLY;
  });
  return isCut ? others : tried;
}

/** A lone carriage return ends lines only where no line feed does. */
function newlineOf(text: Uint8Array): typeof LF | typeof CR {
  let isQuoted = false;
  let hasReturn = false;
  for (const byte of text) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (byte === LF) return LF;
    if (byte === CR) hasReturn = true;
  }
  return hasReturn ? CR : LF;
}

type Records = readonly (readonly string[])[];

function recordsOf(
  text: Uint8Array,
  isWhole: boolean,
  dialect: Dialect,
): Pick<Tried, 'records' | 'lines'> {
  const records: string[][] = [];
  const lines: number[] = [];
  let line = 0;
  const scanner = new RecordScanner(dialect, (record) => {
    line++;
    if (records.length === SAMPLE_RECORDS || isBlankRecord(record)) return;
    const cells: string[] = [];
    for (let i = 0; i < record.cells; i++) cells.push(cellText(record, i, dialect.quote));
    records.push(cells);
    lines.push(line);
  });
  scanner.push(text, isWhole);
  // One line longer than the sample: half a line is better than none.
  if (!isWhole && records.length === 0) scanner.push(new Uint8Array(0), true);
  return { records, lines };
}

type Cut = Parameters<ConstructorParameters<typeof RecordScanner>[1]>[0];

export function isBlankRecord({ cells, starts, ends, from }: Cut): boolean {
  return cells === 1 && starts[0] === from && ends[0] === from;
}

export function cellText({ bytes, starts, ends, doubled }: Cut, i: number, quote: number): string {
  const text = decoder.decode(bytes.subarray(starts[i], ends[i]));
  if (doubled[i] === 0) return text;
  const sign = String.fromCharCode(quote);
  return text.replaceAll(sign + sign, sign);
}

interface Score {
  readonly width: number;
  readonly agreement: number;
  /** The first line, which mostly names the columns, has as many cells as the others. */
  readonly isHeaded: boolean;
}

function scoreOf(records: Records): Score {
  const width = commonWidth(records);
  const agreeing = records.filter((record) => record.length === width).length;
  const agreement = agreeing / Math.max(1, records.length);
  return { width, agreement, isHeaded: records[0]?.length === width };
}

/** The most frequent number of cells; among equals the larger. */
export function commonWidth(records: Records): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (count < most || (count === most && length < width)) continue;
    width = length;
    most = count;
  }
  return width;
}

function isBetter(a: Score, b: Score): boolean {
  if (a.width < 2) return false;
  if (b.width < 2) return true;
  if (Math.abs(a.agreement - b.agreement) > NEARLY) return a.agreement > b.agreement;
  if (a.isHeaded !== b.isHeaded) return a.isHeaded;
  return a.width > b.width;
}

/** Single quotes are quotes where no double ones are and every cell that opens one closes it. */
function withQuote(text: Uint8Array, isWhole: boolean, found: Tried): Tried {
  if (text.includes(QUOTE) || !text.includes(APOSTROPHE)) return found;
  const dialect = { ...found.dialect, quote: APOSTROPHE };
  const quoted = recordsOf(text, isWhole, dialect);
  const opened = quoted.records.flat().filter((cell) => cell.startsWith("'")).length;
  const before = found.records.flat().filter((cell) => /^'.*'$/.test(cell)).length;
  const isAgreed = scoreOf(quoted.records).agreement >= scoreOf(found.records).agreement;
  return before >= 2 && opened === 0 && isAgreed ? { dialect, ...quoted } : found;
}
