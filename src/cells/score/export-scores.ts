import type { ExportFile, ExportWish } from '../../core/export';
import { numberTextIn } from '../../core/mark-source';
import type { Job } from '../../core/job';
import type { TableValue } from '../../core/values';
import type { Passport } from '../../passport/passport';
import type { Scored } from '../../passport/score';
import { writeCsv } from '../../table/write/csv';
import type { FileColumn } from '../../table/write/file-column';
import { fileColumns } from '../../table/write/table-columns';
import { confidenceOf } from './summarize';

interface Wanted {
  readonly table: TableValue;
  readonly scored: Scored;
  readonly wish: Pick<ExportWish, 'language' | 'names' | 'marks'>;
}

const HEADINGS = {
  zh: ['分群', '分群名称', '到中心的距离', '把握', '在学过的范围外'],
  en: ['segment', 'segment name', 'distance to centre', 'confidence', 'outside what was learnt'],
} as const;

/**
 * Every row of the table with its segment, distance and confidence; a row that was left out has
 * none. CSV in UTF-8 with its mark. Linear.
 */
export async function* exportScores(
  passport: Passport,
  { table, scored, wish }: Wanted,
): Job<ExportFile, never> {
  const rows = new Uint32Array(table.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  const own = fileColumns(table, table.columns);
  const taken = new Set(own.map(({ name }) => name));
  const added = scoreColumns(passport, scored, wish).map((column) => {
    let name = column.name;
    for (let n = 2; taken.has(name); n++) name = `${column.name} (${n})`;
    return { ...column, name };
  });
  const blob = yield* writeCsv({ columns: [...own, ...added], rows }, { hasMark: true });
  return { name: `${wish.language === 'zh' ? '归群' : 'scores'}.csv`, blob };
}

function scoreColumns(
  { segments }: Passport,
  { clustering, nearness }: Scored,
  { language, names, marks }: Wanted['wish'],
): readonly FileColumn[] {
  const at = placesOf(clustering.rowIndex, clustering.tableRows);
  const [segment, name, distance, confidence, outside] = HEADINGS[language];
  const numbers = (title: string, of: (place: number) => number): FileColumn => ({
    name: title,
    type: 'number',
    read: (rows) => ({
      kind: 'number',
      values: Float64Array.from(rows, (row) => (at(row) < 0 ? NaN : of(at(row)))),
    }),
  });
  const codes = (rows: Uint32Array): Int32Array =>
    Int32Array.from(rows, (row) => (at(row) < 0 ? -1 : clustering.labels[at(row)]!));
  // A saved segmentation brings its own numbers; one of this notebook has those on the page.
  const labels = segments.map(({ label }, index) =>
    marks && marks.numbers.length > 0 ? numberTextIn(marks, index) : label,
  );
  const called = segments.map((each, index) => names[index]?.[language] ?? each.name);
  return [
    {
      name: segment,
      type: 'category',
      read: (rows) => ({ kind: 'category', codes: codes(rows), levels: labels }),
    },
    {
      name,
      type: 'category',
      read: (rows) => ({ kind: 'category', codes: codes(rows), levels: called }),
    },
    numbers(distance, (place) => nearness.own[place]!),
    numbers(confidence, (place) => confidenceOf(nearness.own[place]!, nearness.other[place]!)),
    {
      name: outside,
      type: 'boolean',
      read: (rows) => ({
        kind: 'boolean',
        values: Int8Array.from(rows, (row) => {
          const place = at(row);
          if (place < 0) return -1;
          return nearness.own[place]! > segments[clustering.labels[place]!]!.reach ? 1 : 0;
        }),
      }),
    },
  ];
}

/** Where a table row stands among those that were scored; −1 for one that was left out. */
function placesOf(rowIndex: Uint32Array | null, tableRows: number): (row: number) => number {
  if (rowIndex === null) return (row) => row;
  const places = new Int32Array(tableRows).fill(-1);
  rowIndex.forEach((row, place) => (places[row] = place));
  return (row) => places[row]!;
}
