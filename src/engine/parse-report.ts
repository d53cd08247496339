import {
  READ_FORMATS,
  type DamagedLine,
  type ReadFormat,
  type ReadNote,
  type ReadReport,
  type SheetSize,
  type TopLine,
  type TotalRow,
} from '../core/read-report';
import { isJsonObject, type JsonObject } from '../core/json';
import { Problem } from '../core/problem';

const MAX_DAMAGED = 100;
const MAX_NOTES = 1000;
const MAX_SHEETS = 1000;
const MAX_TOTALS = 20;
const MAX_TOP = 12;

function refuse(): never {
  throw new Problem('internal', { message: 'the reader sent a report that is none' });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : refuse();
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse();
}

function parseDamaged(line: unknown): DamagedLine {
  if (!isJsonObject(line)) return refuse();
  const { row, column, reason } = line;
  const parsed = { row: count(row), reason: text(reason), text: text(line.text).slice(0, 200) };
  return column === undefined ? parsed : { ...parsed, column: count(column) };
}

function parseNote(note: unknown): ReadNote {
  if (!isJsonObject(note) || !isJsonObject(note.facts)) return refuse();
  const facts = Object.entries(note.facts).map(([name, fact]) => {
    if (typeof fact !== 'string' && typeof fact !== 'number') return refuse();
    return [name, fact] as const;
  });
  return { code: text(note.code), facts: Object.fromEntries(facts) };
}

function parseSheet(sheet: unknown): SheetSize {
  if (!isJsonObject(sheet)) return refuse();
  return { name: text(sheet.name), rows: count(sheet.rows), columns: count(sheet.columns) };
}

function parseTotal(total: unknown): TotalRow {
  if (!isJsonObject(total)) return refuse();
  return { row: count(total.row), text: text(total.text).slice(0, 200) };
}

function parseTop(top: unknown): TopLine {
  if (!isJsonObject(top)) return refuse();
  return { line: count(top.line), text: text(top.text).slice(0, 240) };
}

function parseSampled(sampled: unknown): NonNullable<ReadReport['sampled']> {
  if (!isJsonObject(sampled)) return refuse();
  return { rows: count(sampled.rows), of: count(sampled.of), seed: count(sampled.seed) };
}

function parseFormat(format: unknown): ReadFormat {
  return READ_FORMATS.find((known) => known === format) ?? refuse();
}

function listOf<T>(values: unknown, limit: number, parse: (value: unknown) => T): T[] {
  return Array.isArray(values) ? values.slice(0, limit).map(parse) : refuse();
}

/** What some formats have and others lack. */
function parseExtras(report: JsonObject): Partial<ReadReport> {
  const { isPacked, encoding, delimiter, sheets, sheet, headerRow, top, sampled, totals, notes } =
    report;
  return {
    ...(isPacked === true ? { isPacked } : {}),
    ...(encoding === undefined ? {} : { encoding: text(encoding) }),
    ...(delimiter === undefined ? {} : { delimiter: text(delimiter) }),
    ...(sheets === undefined ? {} : { sheets: listOf(sheets, MAX_SHEETS, parseSheet) }),
    ...(sheet === undefined ? {} : { sheet: text(sheet) }),
    ...(headerRow === undefined ? {} : { headerRow: count(headerRow) }),
    ...(top === undefined ? {} : { top: listOf(top, MAX_TOP, parseTop) }),
    ...(sampled === undefined ? {} : { sampled: parseSampled(sampled) }),
    ...(totals === undefined ? {} : { totals: listOf(totals, MAX_TOTALS, parseTotal) }),
    ...(notes === undefined ? {} : { notes: listOf(notes, MAX_NOTES, parseNote) }),
  };
}

/** Checks what a reader found out beside the rows; it dealt with a foreign file. */
export function parseReport(report: unknown): ReadReport {
  if (!isJsonObject(report)) return refuse();
  return {
    format: parseFormat(report.format),
    ...parseExtras(report),
    rowsInFile: count(report.rowsInFile),
    rowsRead: count(report.rowsRead),
    sizeBytes: count(report.sizeBytes),
    damaged: listOf(report.damaged, MAX_DAMAGED, parseDamaged),
    damagedCount: count(report.damagedCount),
  };
}
