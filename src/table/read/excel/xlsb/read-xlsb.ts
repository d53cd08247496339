import type { WorkBook, WorkSheet } from '@e965/xlsx';
import type { Job } from '../../../../core/job';
import { BUILT_IN_FORMATS } from '../built-in-formats';
import { BrokenXls } from '../xls/compound-file';
import { recordsOf, type BinaryPart } from './binary-records';
import { readBinarySheet, type BinaryShared } from './binary-sheet';

interface SheetPlace {
  readonly name: string;
  readonly relation: string | null;
}

interface Globals {
  readonly sheets: readonly SheetPlace[];
  readonly is1904: boolean;
}

const SHEETS_LIMIT = 1000;

/**
 * Reads a workbook in Excel's binary form (.xlsb, MS-XLSB) from its unpacked parts, bounded by their
 * bytes: lengths that a text or record claims are compared with them first. Throws `BrokenXls`.
 */
export async function* readXlsb(parts: readonly BinaryPart[]): Job<WorkBook, never> {
  const { sheets, is1904 } = globalsOf(partNamed(parts, /(^|\/)workbook\d*\.bin$/i));
  const targets = relationsOf(partNamed(parts, /(^|\/)_rels\/workbook\d*\.bin\.rels$/i));
  const shared: BinaryShared = {
    strings: stringsOf(partNamed(parts, /(^|\/)sharedStrings\d*\.bin$/i)),
    formats: formatsOf(partNamed(parts, /(^|\/)styles\d*\.bin$/i)),
  };
  const found = new Map<string, WorkSheet>();
  for (const [i, { name, relation }] of sheets.entries()) {
    const progress = { done: i, total: sheets.length, phase: 'reading' } as const;
    const part = sheetPart(parts, targets.get(relation ?? ''));
    if (part === undefined) found.set(name, {});
    else {
      const steps = readBinarySheet(part, shared);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield progress;
      found.set(name, step.value);
    }
    yield { ...progress, done: i + 1 };
  }
  return {
    SheetNames: [...found.keys()],
    Sheets: Object.fromEntries(found),
    Workbook: { WBProps: { date1904: is1904 } },
  };
}

function partNamed(parts: readonly BinaryPart[], pattern: RegExp): BinaryPart | undefined {
  return parts.find(({ name }) => pattern.test(name));
}

function globalsOf(part: BinaryPart | undefined): Globals {
  const sheets: SheetPlace[] = [];
  let is1904 = false;
  for (const record of part === undefined ? [] : recordsOf(part)) {
    if (record.type === 153) is1904 = (record.u32() & 1) === 1;
    if (record.type !== 156) continue;
    const relation = record.skip(8).text();
    sheets.push({ relation, name: record.text() ?? '' });
    if (sheets.length > SHEETS_LIMIT) throw new BrokenXls(part?.offset ?? 0, 'too many sheets');
  }
  return { sheets, is1904 };
}

/** Which file a sheet is in, by the name of its relation (ECMA-376 part 2, 9.3). */
function relationsOf(part: BinaryPart | undefined): ReadonlyMap<string, string> {
  const xml = part === undefined ? '' : new TextDecoder().decode(part.content);
  const targets = new Map<string, string>();
  for (const [element] of xml.matchAll(/<Relationship\s[^>]{1,2000}>/g)) {
    const id = /\sId="([^"]*)"/.exec(element)?.[1];
    const target = /\sTarget="([^"]*)"/.exec(element)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  return targets;
}

function sheetPart(
  parts: readonly BinaryPart[],
  target: string | undefined,
): BinaryPart | undefined {
  if (target === undefined || !/worksheets\//i.test(target)) return undefined;
  const path = target.replace(/^\/?(xl\/)?/i, '').toLowerCase();
  return parts.find(({ name }) => name.toLowerCase().replace(/^xl\//, '') === path);
}

function stringsOf(part: BinaryPart | undefined): string[] {
  const strings: string[] = [];
  for (const record of part === undefined ? [] : recordsOf(part)) {
    if (record.type === 19) strings.push(record.skip(1).text() ?? '');
  }
  return strings;
}

/** The number format of each cell style. */
function formatsOf(part: BinaryPart | undefined): (string | undefined)[] {
  const custom = new Map<number, string>();
  const styles: number[] = [];
  let isInCells = false;
  for (const record of part === undefined ? [] : recordsOf(part)) {
    if (record.type === 44) custom.set(record.u16(), record.text() ?? '');
    if (record.type === 617) isInCells = true;
    if (record.type === 618) isInCells = false;
    if (record.type === 47 && isInCells) styles.push(record.skip(2).u16());
  }
  return styles.map((id) => custom.get(id) ?? BUILT_IN_FORMATS.get(id));
}
