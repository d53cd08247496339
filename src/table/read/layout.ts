import { commonWidth, type Sample } from './dialect';
import { STANDARD_MISSING } from './missing-words';
import { DateParser } from './parse-date';
import { NumberParser } from './parse-number';

/** Where the table lies within the lines of a file. */
export interface Layout {
  /** Lines above the table (titles, `sep=;`), blank ones not counted. */
  readonly skipped: number;
  /** Which record names the columns (1-based, blank lines counted); 0: none does. */
  readonly headerRow: number;
  /** How many records, blank ones too, come before the first row. */
  readonly dataFrom: number;
  /** Unique, none empty. */
  readonly names: readonly string[];
  /** Which names the file left empty. */
  readonly isUnnamed: readonly boolean[];
}

type Cells = readonly string[];
const PREAMBLE_LIMIT = 10;
const NAME_LIMIT = 200;
const encoder = new TextEncoder();

/**
 * Finds the header and the width of the table from the first lines.
 * Titles: leading lines with one value, where lines commonly have three or more, are skipped.
 * Header: the first line, unless at least one column holds only numbers or dates, and the
 * first line has a number or date, too, in each such column (years and 1, 2, 3, … aside:
 * they may be names).
 */
export function detectLayout(sample: Sample, headerRow: number | 'auto'): Layout {
  const { records, lines, hasSeparatorLine } = sample;
  const skipped =
    headerRow === 'auto'
      ? countPreamble(records, hasSeparatorLine)
      : lines.filter((line) => line < headerRow).length;
  const [first = [], ...rows] = records.slice(skipped);
  const hasHeader = headerRow === 'auto' ? !isData(first, rows) : headerRow > 0;
  const width = widthOf(first, rows);
  const cells = hasHeader ? alignHeader(first, rows, width) : [];
  const trimmed = Array.from({ length: width }, (_, i) => cleanName(cells[i] ?? ''));
  const line = lines[skipped] ?? 1;
  return {
    skipped,
    headerRow: hasHeader ? line : 0,
    dataFrom: hasHeader ? line : line - 1,
    names: uniqueNames(trimmed),
    isUnnamed: trimmed.map((name) => name === ''),
  };
}

function countPreamble(records: readonly Cells[], hasSeparatorLine: boolean): number {
  const width = commonWidth(records);
  let skipped = hasSeparatorLine ? 1 : 0;
  while (skipped < Math.min(PREAMBLE_LIMIT, records.length - 2)) {
    const record = records[skipped]!;
    const filled = record.filter((cell) => cell.trim() !== '').length;
    const isTitle = width >= 3 ? filled <= 1 : width === 2 && record.length === 1;
    if (!isTitle) break;
    skipped++;
  }
  return skipped;
}

function widthOf(first: Cells, rows: readonly Cells[]): number {
  if (rows.length === 0 || rows.some((row) => row.length === first.length)) {
    const wider = rows.filter((row) => filledWidth(row) > first.length).length;
    if (wider * 2 <= rows.length) return first.length;
  }
  const usual = commonWidth(rows.map((row) => row.slice(0, filledWidth(row))));
  return Math.max(first.length, usual);
}

/** Cells up to the last one that holds something: a delimiter at the end adds no column. */
function filledWidth(row: Cells): number {
  let width = row.length;
  while (width > 1 && row[width - 1]!.trim() === '') width--;
  return width;
}

/** R writes no name over the row names, so that the header is one short: they come first. */
function alignHeader(first: Cells, rows: readonly Cells[], width: number): Cells {
  const isShort = first.length === width - 1 && rows.every((row) => row.length === width);
  return isShort ? ['', ...first] : first;
}

type Kind = 'number' | 'date' | null;

function isData(first: Cells, rows: readonly Cells[]): boolean {
  if (rows.length === 0 || isCounting(first)) return false;
  let evidence = 0;
  for (let i = 0; i < first.length; i++) {
    const kind = kindOfAll(rows.map((row) => row[i] ?? ''));
    const cell = first[i]!;
    if (kind === null || STANDARD_MISSING.hasText(cell)) continue;
    if (kindOf(cell) !== kind) return false;
    if (!isYear(cell)) evidence++;
  }
  return evidence > 0;
}

/** 0, 1, 2, … or 1, 2, 3, …: names that a program gave. */
function isCounting(cells: Cells): boolean {
  const start = Number(cells[0]);
  return (
    cells.length > 2 &&
    (start === 0 || start === 1) &&
    cells.every((cell, i) => cell.trim() === String(start + i))
  );
}

function isYear(cell: string): boolean {
  return /^\s*(?:19|20)\d\d\s*$/.test(cell);
}

function kindOfAll(cells: Cells): Kind {
  const present = cells.filter((cell) => !STANDARD_MISSING.hasText(cell));
  const kind = present[0] === undefined ? null : kindOf(present[0]);
  return kind !== null && present.every((cell) => kindOf(cell) === kind) ? kind : null;
}

function kindOf(cell: string): Kind {
  const bytes = encoder.encode(cell);
  if (new NumberParser('point').parse(bytes, 0, bytes.length)) return 'number';
  return new DateParser().parse(bytes, 0, bytes.length) ? 'date' : null;
}

function cleanName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().slice(0, NAME_LIMIT);
}

/** Empty names become `column 3`, repeats `name (2)`. */
export function uniqueNames(names: readonly string[]): string[] {
  const wanted = names.map((name, i) => (name === '' ? `column ${i + 1}` : name));
  const given = new Set(wanted);
  const used = new Set<string>();
  return wanted.map((name) => {
    let unique = name;
    for (let n = 2; used.has(unique); n++) {
      const next = `${name} (${n})`;
      if (!given.has(next) || used.has(next)) unique = used.has(next) ? unique : next;
    }
    used.add(unique);
    return unique;
  });
}
