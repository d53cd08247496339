import type { DamagedLine, ReadNote, ReadReport } from '../core/read-report';
import { isJsonObject } from '../core/json';
import { Problem } from '../core/problem';

const MAX_DAMAGED = 100;
const MAX_NOTES = 1000;

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

function parseNotes(notes: unknown): ReadNote[] {
  return Array.isArray(notes) ? notes.slice(0, MAX_NOTES).map(parseNote) : refuse();
}

/** Checks what a reader found out beside the rows; it dealt with a foreign file. */
export function parseReport(report: unknown): ReadReport {
  if (!isJsonObject(report) || !Array.isArray(report.damaged)) return refuse();
  return {
    encoding: text(report.encoding),
    delimiter: text(report.delimiter),
    rowsInFile: count(report.rowsInFile),
    rowsRead: count(report.rowsRead),
    sizeBytes: count(report.sizeBytes),
    damaged: report.damaged.slice(0, MAX_DAMAGED).map(parseDamaged),
    damagedCount: count(report.damagedCount),
    ...(report.notes === undefined ? {} : { notes: parseNotes(report.notes) }),
  };
}
