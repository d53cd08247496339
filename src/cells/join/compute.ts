import { defineCompute } from '../../core/cell-compute';
import { paced, stretch, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ColumnMeta, TableValue } from '../../core/values';
import { appendTables, originColumn } from '../../table/append/append-tables';
import { columnNamed, textOf } from '../../table/column';
import { createTable, type NewColumn } from '../../table/create-table';
import { codeKeys, type KeyColumns } from '../../table/join/code-keys';
import { guessKey } from '../../table/join/guess-keys';
import { keyKind } from '../../table/join/key-values';
import { countMatches, matchRows, rowsAfter, type JoinKind } from '../../table/join/match-rows';
import { TAB_BYTES } from '../../table/memory-needed';
import { sameColumn, takeColumn } from '../../table/take-rows';
import { appendedColumns } from './appended';
import { definition } from './definition';
import type { JoinDisplay } from './display';
import { matchingOf } from './matching';
import { nameColumns, type SideBySide } from './name-columns';
import { wholePairs } from './params';

type JoinParams = ParamsOf<(typeof definition)['params']>;
type Tables = { readonly left: TableValue; readonly right: TableValue };

const PREVIEW_ROWS = 5;
const PREVIEW_COLUMNS = 12;

export default defineCompute(definition, async function* (params, tables) {
  yield { done: 0, total: 1, phase: 'join' };
  if (params.how === 'append') return yield* append(params, tables);
  return yield* join(params.how, params, tables);
});

interface Joined {
  readonly value: TableValue;
  readonly display: JoinDisplay;
}

async function* append(params: JoinParams, { left, right }: Tables): Job<Joined, never> {
  const progress = { done: 0, total: 1, phase: 'append' };
  checkSize(left.rows + right.rows, { left, right, columns: left.columns.length });
  const appended = yield* paced(appendTables([left, right]), progress);
  const value = withOrigin(appended, params.sourceColumn.trim(), { left, right });
  const display = displayOf({ how: 'append', left, right, value });
  return { value, display: { ...display, appended: appendedColumns(left, right) } };
}

/** A column that says which table a row is from, last; a table's own column of that name is replaced. */
function withOrigin(table: TableValue, name: string, { left, right }: Tables): TableValue {
  if (name === '') return table;
  const origin = originColumn(name, [
    { name: '1', rows: left.rows },
    { name: '2', rows: right.rows },
  ]);
  const others = table.columns.filter((column) => column.name !== name);
  return createTable([...others.map((column) => sameColumn(table, column)), origin], table.rows);
}

async function* join(kind: JoinKind, params: JoinParams, tables: Tables): Job<Joined, never> {
  const { left, right } = tables;
  const guessing = { done: 0, total: 1, phase: 'guess-keys' };
  const { keys, isGuessed } = yield* stretch(keysFor(params, tables), 0, 0.1);
  checkTypes(keys, params.asText);
  const rules = { asText: params.asText, isLoose: params.loose };
  const coding = { ...guessing, done: 0.1, phase: 'match-keys' };
  const coded = yield* paced(codeKeys(tables, keys, rules), coding);
  const counts = yield* paced(countMatches(coded), { ...coding, done: 0.4 });
  const brought = kind === 'anti' ? [] : columnsToBring(params.bring, right, keys);
  const columns = left.columns.length + brought.length;
  checkSize(rowsAfter(kind, counts), { left, right, columns });
  const rows = yield* paced(matchRows(kind, coded, counts), { ...coding, done: 0.5 });
  const suffixes = { left: params.leftSuffix, right: params.rightSuffix };
  const names = nameColumns(left.columns, brought, suffixes);
  const taking = takeSides({ left, right, brought, names }, rows);
  const value = yield* stretch(taking, 0.6, 1);
  const matching = matchingOf({ left, right, keys, coded, counts, isGuessed });
  const display = displayOf({ how: kind, left, right, value });
  return { value, display: { ...display, matching, renamed: names.renamed } };
}

async function* keysFor(
  params: JoinParams,
  { left, right }: Tables,
): Job<{ readonly keys: readonly KeyColumns[]; readonly isGuessed: boolean }, never> {
  const chosen = wholePairs(params.keys);
  if (chosen.length > 0) {
    const keys = chosen.map((pair) => ({
      left: columnNamed(left, pair.left),
      right: columnNamed(right, pair.right),
    }));
    return { keys, isGuessed: false };
  }
  const progress = { done: 0, total: 1, phase: 'guess-keys' };
  const guessed = yield* paced(guessKey(left, right), progress);
  if (guessed === null) throw new Problem('join-keys-missing', {});
  return { keys: [guessed], isGuessed: true };
}

function checkTypes(keys: readonly KeyColumns[], asText: boolean): void {
  const differing = keys.find(({ left, right }) => keyKind(left.type) !== keyKind(right.type));
  if (asText || !differing) return;
  const { left, right } = differing;
  throw new Problem('join-types-differ', {
    left: left.name,
    leftType: left.type,
    right: right.name,
    rightType: right.type,
  });
}

/** Refuses before a row is copied: 8 bytes a value, and two places a row while it is made. */
function checkSize(rows: number, of: Tables & { readonly columns: number }): void {
  const limit = Math.floor(TAB_BYTES / (8 * (of.columns + 2)));
  if (rows <= limit) return;
  const sizes = { leftRows: of.left.rows, rightRows: of.right.rows };
  throw new Problem('join-too-large', { rows, ...sizes, limit });
}

/** Without a choice: all columns but the keys, which the left table has already. */
function columnsToBring(
  chosen: readonly string[],
  right: TableValue,
  keys: readonly KeyColumns[],
): readonly ColumnMeta[] {
  if (chosen.length > 0) return [...new Set(chosen)].map((name) => columnNamed(right, name));
  const ids = new Set(keys.map((key) => key.right.id));
  return right.columns.filter(({ id }) => !ids.has(id));
}

interface Sides extends Tables {
  readonly brought: readonly ColumnMeta[];
  readonly names: SideBySide;
}

async function* takeSides(
  { left, right, brought, names }: Sides,
  rows: { readonly left: Int32Array; readonly right: Int32Array },
): Job<TableValue, never> {
  const columns: NewColumn[] = [];
  const total = left.columns.length + brought.length;
  const wanted = [
    ...left.columns.map((column, i) => ({
      table: left,
      column,
      name: names.left[i]!,
      of: rows.left,
    })),
    ...brought.map((column, i) => ({
      table: right,
      column,
      name: names.right[i]!,
      of: rows.right,
    })),
  ];
  for (const { table, column, name, of } of wanted) {
    yield { done: columns.length, total, phase: 'take-columns' };
    columns.push({ ...takeColumn(table, column, of), name });
  }
  return createTable(columns, rows.left.length);
}

function displayOf(of: Tables & { readonly how: JoinDisplay['how']; readonly value: TableValue }) {
  const { value, how } = of;
  const shown = value.columns.slice(0, PREVIEW_COLUMNS);
  return {
    how,
    rows: value.rows,
    columns: value.columns,
    leftRows: of.left.rows,
    rightRows: of.right.rows,
    matching: null,
    appended: [],
    renamed: [],
    preview: Array.from({ length: Math.min(PREVIEW_ROWS, value.rows) }, (_, row) =>
      shown.map(({ id }) => textOf(value, id, row)),
    ),
  } satisfies JoinDisplay;
}
