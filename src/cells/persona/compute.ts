import { defineCompute } from '../../core/cell-compute';
import { paced, type Job } from '../../core/job';
import type { ClusteringValue, ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { isAdditive } from '../../table/additive';
import { codesOf, columnNamed, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';
import { rowSubjectOf } from '../../table/row-subject';
import { findCustomers } from './customers';
import { definition } from './definition';
import type { PersonaDisplay, PersonaLine } from './display';
import { summarizeLevels } from './level-lines';
import { membershipOf, type Membership } from './membership';
import { summarizeNumbers } from './number-line';

const PHASE = 'persona';
/** Shares of the work: what rows are, columns, customers. */
const [COLUMNS_FROM, COLUMNS_TO] = [0.15, 0.7];

export default defineCompute(definition, async function* (params, inputs) {
  const { table, points, clustering } = inputs;
  const membership = membershipOf(clustering, table);
  const rowsAre = yield* paced(rowSubjectOf(table), { done: 0, total: 1, phase: PHASE });
  const columns = columnsFor(params.columns, table);
  const isChosen = params.columns.length > 0;
  const rows = clustering.labels.length;
  const shares = clustering.sizes.map((size) => size / rows);
  const scope = { table, points, membership, isChosen, shares };
  const summary = yield* summarize(columns, scope);
  const display: PersonaDisplay = {
    rows,
    noise: rows - clustering.sizes.reduce((sum, size) => sum + size, 0),
    tableRows: table.rows,
    rowsAre,
    sizes: clustering.sizes,
    ...summary,
    customers: yield* customersOf({ table, points, clustering }, summary.lines, params.customers),
  };
  return { value: null, display };
});

const TYPES: readonly string[] = ['number', 'date', 'category', 'boolean'];

function columnsFor(names: readonly string[], table: TableValue): readonly ColumnMeta[] {
  const asked = [...new Set(names)].map((name) => columnNamed(table, name));
  return (asked.length > 0 ? asked : table.columns).filter(({ type }) => TYPES.includes(type));
}

interface Scope {
  readonly table: TableValue;
  readonly points: MatrixValue | undefined;
  readonly membership: Membership;
  readonly isChosen: boolean;
  /** Rows of each segment, as shares of all clustered rows. */
  readonly shares: readonly number[];
}

async function* summarize(
  columns: readonly ColumnMeta[],
  scope: Scope,
): Job<Pick<PersonaDisplay, 'lines' | 'sum'>, never> {
  const lines: PersonaLine[] = [];
  const sums: Sum[] = [];
  for (const [i, column] of columns.entries()) {
    const share = COLUMNS_FROM + ((COLUMNS_TO - COLUMNS_FROM) * i) / columns.length;
    const progress = { done: share, total: 1, phase: PHASE };
    yield progress;
    const found = yield* paced(linesOf(column, scope), progress);
    lines.push(...found.lines);
    if (found.shares !== null) sums.push({ column, shares: found.shares });
  }
  return { lines, sum: mostUneven(sums, scope.shares) };
}

interface Sum {
  readonly column: ColumnMeta;
  readonly shares: readonly number[];
}

interface Found {
  readonly lines: readonly PersonaLine[];
  /** Set for a column that can be summed. */
  readonly shares: readonly number[] | null;
}

function* linesOf(column: ColumnMeta, scope: Scope): Generator<void, Found> {
  const { table, membership, isChosen } = scope;
  const isFeature = scope.points?.features.some(({ columnId }) => columnId === column.id) ?? false;
  const of = { column, isFeature };
  if (column.type === 'number' || column.type === 'date') {
    const values = numbersOf(table, column.id);
    const isAsked = isChosen || isFeature || column.type === 'date';
    if (!isAsked && isIdentifierColumn(values, column.name)) return { lines: [], shares: null };
    const summary = yield* summarizeNumbers(values, membership);
    if (summary === null) return { lines: [], shares: null };
    return {
      lines: [
        { ...of, ...summary.line, hasRatio: summary.line.hasRatio && column.type !== 'date' },
      ],
      shares: isAdditive(column) ? summary.shares : null,
    };
  }
  const coded = column.type === 'boolean' ? yesNoOf(table, column.id) : codesOf(table, column.id);
  const levels = yield* summarizeLevels(coded, membership);
  const shown = column.type === 'boolean' ? levels.filter(({ level }) => level === 'true') : levels;
  return { lines: shown.map((line) => ({ ...of, ...line })), shares: null };
}

/** A yes/no column as codes: by its bits, since a text a row would hold up a cancel. */
function yesNoOf(table: TableValue, id: string) {
  const bits = numbersOf(table, id);
  const codes = new Int32Array(bits.length);
  for (let row = 0; row < bits.length; row++)
    codes[row] = Number.isNaN(bits[row]!) ? -1 : bits[row]!;
  return { codes, levels: ['false', 'true'] };
}

/** The sum whose shares differ most from those of the rows. */
function mostUneven(sums: readonly Sum[], sizes: readonly number[]): Sum | null {
  let [most, largest] = [null as Sum | null, 0];
  for (const sum of sums) {
    const distance = sum.shares.reduce((total, share, i) => total + Math.abs(share - sizes[i]!), 0);
    if (distance > largest) [most, largest] = [sum, distance];
  }
  return most;
}

async function* customersOf(
  inputs: {
    readonly table: TableValue;
    readonly points: MatrixValue | undefined;
    readonly clustering: ClusteringValue;
  },
  lines: readonly PersonaLine[],
  count: number,
): Job<PersonaDisplay['customers'], never> {
  const { points, clustering } = inputs;
  const isFitting = points?.matrix.rows === clustering.labels.length;
  if (points === undefined || !isFitting || count === 0) return null;
  const work = findCustomers({ ...inputs, points, lines }, count);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { done: COLUMNS_TO + (1 - COLUMNS_TO) * step.value, total: 1, phase: PHASE };
  }
}
