import type { ExportFile } from '../../core/export';
import { paced, stretch, type Job } from '../../core/job';
import type { TableValue } from '../../core/values';
import type { Language, Words } from '../../core/words';
import { cleanTable, type CleanWatch } from '../../table/clean/clean-table';
import { textAt } from '../../table/clean/column-values';
import type { Paced } from '../../table/clean/pace';
import type { CleanStep } from '../../table/clean/step';
import { ASIDE, tableOf, type Working } from '../../table/clean/working';
import type { NewColumn } from '../../table/create-table';
import { rowsWhere } from '../../table/take-rows';
import { writeCsv } from '../../table/write/csv';
import type { FileColumn } from '../../table/write/file-column';
import { fileColumns } from '../../table/write/table-columns';
import { stepWords } from './step-words';

interface Wanted {
  readonly table: TableValue;
  readonly steps: readonly CleanStep[];
  readonly language: Language;
}

const HEADINGS = {
  row: { zh: '原表行号', en: 'row of the input' },
  step: { zh: '步骤', en: 'step' },
  column: { zh: '列', en: 'column' },
  value: { zh: '值', en: 'value' },
  rule: { zh: '规则', en: 'rule' },
} satisfies Record<string, Words>;

/** The rows that stay, as CSV in UTF-8 with its mark. Linear in rows × columns. */
export async function* exportKept({ table, steps, language }: Wanted): Job<ExportFile, never> {
  const { working } = yield* stretch(cleanTable(table, steps), 0, 0.5);
  const columns = columnsOf(working);
  const rows = Uint32Array.from(working.kept);
  const blob = yield* stretch(writeCsv({ columns, rows }, { hasMark: true }), 0.5, 1);
  return { name: `${language === 'zh' ? '清洗后' : 'cleaned'}.csv`, blob };
}

/** The rows set aside, each with its row in the input and the step that set it aside. */
export async function* exportAside({ table, steps, language }: Wanted): Job<ExportFile, never> {
  const by = new Uint8Array(table.rows);
  const onStep: CleanWatch['onStep'] = function* ({ met, done, index }) {
    if (done) yield* mark(by, { met, after: done.working, index });
  };
  const { working } = yield* stretch(cleanTable(table, steps, { onStep }), 0, 0.5);
  const rows = Uint32Array.from(rowsWhere(working.rows, (row) => working.lanes[row] === ASIDE));
  const own = columnsOf(working);
  const names = new Set(own.map(({ name }) => name));
  const levels = steps.map((step, index) => `${index + 1}. ${stepWords(step)[language]}`);
  const added: FileColumn[] = [
    {
      name: freeName(HEADINGS.row[language], names),
      type: 'number',
      read: (some) => ({ kind: 'number', values: Float64Array.from(some, (row) => row + 1) }),
    },
    {
      name: freeName(HEADINGS.step[language], names),
      type: 'category',
      read: (some) => ({
        kind: 'category',
        codes: Int32Array.from(some, (row) => by[row]! - 1),
        levels,
      }),
    },
  ];
  const file = { columns: [...added, ...own], rows };
  const blob = yield* stretch(writeCsv(file, { hasMark: true }), 0.5, 1);
  return { name: `${language === 'zh' ? '搁置' : 'set-aside'}.csv`, blob };
}

// At most 200 steps: their numbers fit a byte.
function* mark(
  by: Uint8Array,
  { met, after, index }: { met: Working; after: Working; index: number },
): Paced<void> {
  if (met.kept.length === after.kept.length) return;
  for (let i = 0; i < met.kept.length; i++) {
    const row = met.kept[i]!;
    if (after.lanes[row] === ASIDE) by[row] = index + 1;
    if (i % 262_144 === 0) yield;
  }
}

function columnsOf({ rows, columns }: Working): FileColumn[] {
  const table = tableOf(rows, columns);
  return fileColumns(table, table.columns);
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} (${n})`;
  return name;
}

interface Found {
  readonly rows: Int32Array;
  readonly column: NewColumn;
  readonly step: number;
}

/** Every breach of every rule: step, rule, column, row of the input and value, as CSV. */
export async function* exportBreaches({ table, steps, language }: Wanted): Job<ExportFile, never> {
  const found: Found[] = [];
  const onStep: CleanWatch['onStep'] = function* ({ met, done, index }) {
    if (!done?.breaches) return;
    const { rows, column: name } = done.breaches;
    const column = met.columns.find((candidate) => candidate.name === name)!;
    found.push({ rows, column, step: index });
    yield;
  };
  yield* stretch(cleanTable(table, steps, { onStep }), 0, 0.5);
  const count = found.reduce((sum, { rows }) => sum + rows.length, 0);
  const places = yield* stretch(paced(placesOf(found, count), { done: 0, total: 1 }), 0.5, 0.6);
  const rules = steps.map((step) => stepWords(step)[language]);
  const columns = breachColumns(found, places, { rules, language });
  const rows = Uint32Array.from({ length: count }, (_, i) => i);
  const blob = yield* stretch(writeCsv({ columns, rows }, { hasMark: true }), 0.6, 1);
  return { name: `${language === 'zh' ? '违规' : 'breaches'}.csv`, blob };
}

interface Places {
  /** Index among `found`, and the row of the input, of each breach. */
  readonly rule: Uint8Array;
  readonly row: Int32Array;
}

function* placesOf(found: readonly Found[], count: number): Paced<Places> {
  const places = { rule: new Uint8Array(count), row: new Int32Array(count) };
  let at = 0;
  for (const [rule, { rows }] of found.entries()) {
    places.row.set(rows, at);
    places.rule.fill(rule, at, at + rows.length);
    at += rows.length;
    yield;
  }
  return places;
}

function breachColumns(
  found: readonly Found[],
  { rule, row }: Places,
  { rules, language }: { readonly rules: readonly string[]; readonly language: Language },
): FileColumn[] {
  const texts = (title: Words, of: (i: number) => string | null): FileColumn => ({
    name: title[language],
    type: 'text',
    read: (some) => ({ kind: 'text', values: Array.from(some, of) }),
  });
  const numbers = (title: Words, of: (i: number) => number): FileColumn => ({
    name: title[language],
    type: 'number',
    read: (some) => ({ kind: 'number', values: Float64Array.from(some, of) }),
  });
  const foundAt = (i: number): Found => found[rule[i]!]!;
  return [
    numbers(HEADINGS.step, (i) => foundAt(i).step + 1),
    texts(HEADINGS.rule, (i) => rules[foundAt(i).step]!),
    texts(HEADINGS.column, (i) => foundAt(i).column.name),
    numbers(HEADINGS.row, (i) => row[i]! + 1),
    texts(HEADINGS.value, (i) => textAt(foundAt(i).column, row[i]!)),
  ];
}
