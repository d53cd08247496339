import { paced, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import type { MatrixValue, TableValue } from '../../core/values';
import { numbersFor } from '../../table/encode/fit-column';
import { isCategory, nameOfChoice, type FittedColumn } from '../../table/encode/feature-choice';
import { varianceOf } from '../../table/encode/mixed';
import { isNumberStep } from '../../table/encode/steps';
import type { ColumnDisplay, PartDisplay } from './display';
import { toHistogram } from './histogram';
import { isNumberPart, showPart } from './show-part';
import { suggestFor } from './suggest';

/** More parts than these are counted, not shown. */
const MOST_PARTS = 24;
const PHASE = 'show-features';

/**
 * What became of each column: its parts, the distribution before and after, what else the data ask
 * for, and its share of the total squared distance: the variances of its features over the sum of
 * all variances, since the squared distances of all pairs of rows add up to rows² × the variance.
 */
export async function* showColumns(
  table: TableValue,
  { matrix, mixed }: MatrixValue,
  columns: readonly FittedColumn[],
): Job<ColumnDisplay[], never> {
  const used = columns.filter(({ features }) => features.length > 0);
  const shares = yield* stretch(sharesOf(matrix), 0, 0.4);
  const shown: ColumnDisplay[] = [];
  let from = 0;
  for (const [index, fitted] of used.entries()) {
    const [begin, end] = [index, index + 1].map((done) => 0.4 + (0.6 * done) / used.length);
    const suggesting = suggestFor(table, fitted, mixed?.measure);
    const suggestion = yield* stretch(suggesting, begin!, end!);
    const own = shares.slice(from, from + fitted.features.length);
    const showing = showColumn(table, fitted, { matrix, from, shares: own });
    const column = yield* paced(showing, { done: end!, total: 1, phase: PHASE });
    // Gower's weights were squared for a distance of squares.
    const weight = mixed?.measure === 'gower' ? Math.sqrt(column.weight) : column.weight;
    shown.push({ ...column, weight, suggestion });
    from += fitted.features.length;
  }
  return shown;
}

async function* sharesOf(matrix: Matrix): Job<readonly number[], never> {
  const variances: number[] = [];
  for (let j = 0; j < matrix.columns; j++) {
    yield { done: j, total: matrix.columns, phase: PHASE };
    variances.push(varianceOf(matrix, j));
  }
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  return variances.map((variance) => (total > 0 ? variance / total : 0));
}

interface Look {
  readonly matrix: Matrix;
  /** The first of the column's features in the matrix. */
  readonly from: number;
  readonly shares: readonly number[];
}

/** Looks at every row once for each part and each picture, and pauses between them. */
function* showColumn(
  table: TableValue,
  fitted: FittedColumn,
  { matrix, from, shares }: Look,
): Generator<void, Omit<ColumnDisplay, 'suggestion'>> {
  const { choice, features } = fitted;
  const first = features[0]!;
  const isNumber = isNumberPart(first);
  const parts: PartDisplay[] = [];
  for (const [i, feature] of features.slice(0, MOST_PARTS).entries()) {
    yield;
    parts.push(showPart(feature, columnOf(matrix, from + i), shares[i]!));
  }
  yield;
  const before = isCategory(choice) ? null : toHistogram(numbersFor(table, choice));
  yield;
  const after = isNumber ? toHistogram(columnOf(matrix, from)) : null;
  yield;
  const tag = first.steps.find((step) => step.kind === 'tag' || step.kind === 'tag-rest');
  const age = first.steps.find((step) => step.kind === 'age');
  return {
    name: nameOfChoice(choice),
    type: choice.column.type,
    partner: choice.partner?.operation ?? null,
    encode: choice.encode ?? null,
    steps: isNumber ? first.steps.filter(isNumberStep) : [],
    parts,
    partCount: features.length,
    missing: fitted.missing,
    missingRule: choice.missing,
    weight: choice.weight ?? 1,
    share: shares.reduce((sum, share) => sum + share, 0),
    before,
    after,
    reference: age?.reference ?? null,
    separator: tag?.separator ?? null,
  };
}

function columnOf({ rows, columns, values }: Matrix, j: number): Float64Array {
  const column = new Float64Array(rows);
  for (let i = 0; i < rows; i++) column[i] = values[i * columns + j]!;
  return column;
}
