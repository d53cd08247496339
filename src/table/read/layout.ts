import type { TopLine } from '../../core/read-report';
import { commonWidth, type Sample } from './dialect';
import { STANDARD_MISSING } from './missing-words';
import { DateParser } from './parse-date';
import { NumberParser } from './parse-number';

/** Where the table lies within the lines of a file. */
export interface Layout {
  /** Lines above the table (titles, `sep=;`), blank ones not counted. */
  readonly skipped: number;
  /** The beginnings of these lines, as many as a note can say. */
  readonly above: readonly string[];
  /** The first lines of the file as they stand, blank ones left out: where the header may be. */
  readonly top: readonly TopLine[];
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
const TOP_LINES = 12;
const ABOVE_LINES = 3;
const LINE_LIMIT = 120;
const encoder = new TextEncoder();

/**
 * Finds the header and the width of the table from the first lines.
 * Titles: leading lines with one value, where lines commonly have three or more, are skipped; lines
 * of several values only above a row of names that `titleBlock` is sure of.
 * Header: the first line, unless at least one column holds only numbers or dates, and the
 * first line has a number or date, too, in each such column (years and 1, 2, 3, … aside:
 * they may be names).
 */
export function detectLayout(sample: Sample, headerRow: number | 'auto'): Layout {
  const { records, lines, hasSeparatorLine } = sample;
  const skipped =
    headerRow === 'auto'
      ? (titleBlock(records) ?? countPreamble(records, hasSeparatorLine))
      : lines.filter((line) => line < headerRow).length;
  const [first = [], ...rows] = records.slice(skipped);
  const hasHeader = headerRow === 'auto' ? !isData(first, rows) : headerRow > 0;
  const width = widthOf(first, rows);
  const cells = hasHeader ? alignHeader(first, rows, width) : [];
  const trimmed = Array.from({ length: width }, (_, i) => cleanName(cells[i] ?? ''));
  const line = lines[skipped] ?? 1;
  return {
    skipped,
    above: records.slice(0, Math.min(skipped, ABOVE_LINES)).map(lineText),
    top: topLines(sample),
    headerRow: hasHeader ? line : 0,
    dataFrom: hasHeader ? line : line - 1,
    names: uniqueNames(trimmed),
    isUnnamed: trimmed.map((name) => name === ''),
  };
}

/** What a line holds, for people: its values that are not empty. */
function lineText(cells: Cells): string {
  const text = cells
    .map(cleanName)
    .filter((cell) => cell !== '')
    .join(' · ');
  return Array.from(text).slice(0, LINE_LIMIT).join('');
}

function topLines({ records, lines }: Sample): TopLine[] {
  return records
    .slice(0, TOP_LINES)
    .map((cells, i) => ({ line: lines[i] ?? i + 1, text: lineText(cells) }));
}

/** Rows below a header that must agree with it before lines above it are called a title block. */
const AGREEING_ROWS = 3;

/**
 * How many lines come before the table where they hold several values each (`Report;2024-01;ACME`),
 * or null when it is not sure: from some line on nearly all lines are equally wide, that line holds
 * a different word in every column, below at least one of them stand only numbers or dates, and
 * every line above lacks two values or more. A header that is merely one short (R) is none of it.
 */
function titleBlock(records: readonly Cells[]): number | null {
  const width = commonWidth(records);
  if (width < 3) return null;
  const header = records.findIndex((cells) => filled(cells) === width);
  if (header < 1 || header > PREAMBLE_LIMIT) return null;
  const rows = records.slice(header + 1);
  const agreeing = rows.filter(({ length }) => length === width).length;
  if (agreeing < AGREEING_ROWS || agreeing < 0.95 * rows.length) return null;
  const isApart = records.slice(0, header).every((cells) => filled(cells) <= width - 2);
  const names = records[header]!;
  const areNames =
    new Set(names.map(cleanName)).size === width && names.every((name) => kindOf(name) === null);
  const isTyped = names.some((_, i) => kindOfAll(rows.map((row) => row[i] ?? '')) !== null);
  return isApart && areNames && isTyped ? header : null;
}

function filled(cells: Cells): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function countPreamble(records: readonly Cells[], hasSeparatorLine: boolean): number {
  const width = commonWidth(records);
  let skipped = hasSeparatorLine ? 1 : 0;
  while (skipped < Math.min(PREAMBLE_LIMIT, records.length - 2)) {
    const record = records[skipped]!;
    const isTitle = width >= 3 ? filled(record) <= 1 : width === 2 && record.length === 1;
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
