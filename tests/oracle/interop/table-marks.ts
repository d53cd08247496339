import { createHash } from 'node:crypto';
import type { Notebook } from '../../../src/core/notebook';
import { taskOf } from '../../../src/core/task';
import type { RowsView, RowsWindow } from '../../../src/core/table-rows';
import { definitions } from '../../../src/cells/catalogue';
import type { Engine } from '../../../src/engine/port';

/** What tells two columns apart: numbers by two sums, texts by a hash; `interop.py` takes the same. */
export type ColumnMark =
  | { readonly name: string; readonly present: number; readonly sum: number; readonly wave: number }
  | { readonly name: string; readonly present: number; readonly sha256: string };

const VIEW: RowsView = { sort: [], filters: [], search: '', language: 'en' };
/** Sums in which every row counts differently notice rows in another order. */
const WAVE = 97;

/** The marks of every column of the table that a cell gives. */
export async function tableMarks(
  engine: Engine,
  notebook: Notebook,
  id: string,
): Promise<{ readonly rows: number; readonly columns: readonly ColumnMark[] }> {
  const task = taskOf(notebook, id, definitions)!;
  const shape = await engine.rows(task, { kind: 'shape' });
  if (shape.status !== 'done' || shape.given.kind !== 'shape') throw new Error(`${id}: no table`);
  const { columns } = shape.given;
  const ask = { kind: 'window', view: VIEW, from: 0, to: 1e9 } as const;
  const found = await engine.rows(task, { ...ask, columns: columns.map((column) => column.id) });
  if (found.status !== 'done') throw new Error(`${id}: no rows`);
  const window = found.given as RowsWindow;
  const marks = columns.map(({ name, type }, i) => markOf(name, type, window.columns[i]!));
  return { rows: window.rows, columns: marks };
}

function markOf(name: string, type: string, cells: RowsWindow['columns'][number]): ColumnMark {
  if (cells.kind === 'number') return numberMark(name, Array.from(cells.values));
  if (type === 'date') return numberMark(name, cells.values.map(millisecondsOf));
  if (type === 'boolean') return numberMark(name, cells.values.map(flagOf));
  const texts = cells.values.map((value) => value ?? '\0');
  const present = cells.values.filter((value) => value !== null).length;
  const sha256 = createHash('sha256').update(texts.join('\n')).digest('hex');
  return { name, present, sha256 };
}

function millisecondsOf(iso: string | null): number {
  if (iso === null) return NaN;
  return Date.parse(
    iso.includes('T')
      ? `${iso.replace(/Z$/, '')}Z`
      : iso.replace(' ', 'T') + (iso.includes(':') ? 'Z' : ''),
  );
}

function flagOf(value: string | null): number {
  return value === null ? NaN : value === 'true' ? 1 : 0;
}

function numberMark(name: string, values: readonly number[]): ColumnMark {
  let [present, sum, wave] = [0, 0, 0];
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    present++;
    sum += value;
    wave += value * ((row % WAVE) + 1);
  });
  return { name, present, sum, wave };
}
