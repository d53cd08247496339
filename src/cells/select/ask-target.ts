import type { Random } from '../../core/random';
import type { ColumnMeta, TableValue } from '../../core/values';
import { testIndependence, testTotals, type ChiSquare } from '../../metrics/selection/chi-square';
import { classInformation } from '../../metrics/selection/class-information';
import { crosstab, type Coded } from '../../metrics/selection/crosstab';
import { informationIn } from '../../metrics/selection/information';
import { jointInformation } from '../../metrics/selection/joint-information';
import { numbersOf } from '../../table/column';
import { pick } from './find-links';
import { fifthsOf, isNumeric, kindsOf, type TargetValues } from './read-columns';

/** As scikit-learn. */
const NEIGHBORS = 3;

/** What a column has to do with the target. */
export interface Bond {
  readonly link: ChiSquare | null;
  readonly totals: ChiSquare | null;
  readonly information: number;
  /** The information was computed on the sample. */
  readonly isSampled: boolean;
}

export interface Asked {
  readonly target: TargetValues;
  /** Rows for nearest neighbours; null: all. */
  readonly rows: Uint32Array | null;
  readonly random: Random;
}

/** Tests and measures one column against the target, over the rows that have both. */
export function* askTarget(
  table: TableValue,
  column: ColumnMeta,
  asked: Asked,
): Generator<void, Bond> {
  const { target, rows } = asked;
  const kinds = yield* kindsOf(table, column);
  const numbers = isNumeric(column) ? numbersOf(table, column.id) : null;
  const parts = kinds ?? (yield* fifthsOf(numbers!));
  const met = yield* crosstab(parts, target.parts);
  const link = testIndependence(met);
  const totals = numbers && target.classes ? yield* testTotals(numbers, target.classes) : null;
  if (kinds && target.classes) {
    return { link, totals, information: informationIn(met), isSampled: false };
  }
  const information = yield* informationOfNumbers({ kinds, numbers }, asked);
  return { link, totals, information, isSampled: rows !== null };
}

interface Read {
  readonly kinds: Coded | null;
  readonly numbers: Float64Array | null;
}

/** Where at least one of both is a number of many values, nearest neighbours are asked. */
function* informationOfNumbers(
  { kinds, numbers }: Read,
  { target, rows, random }: Asked,
): Generator<void, number> {
  const values = (all: Float64Array) => (rows === null ? all : pick(all, rows));
  const codes = ({ codes: all, size }: Coded): Coded => ({
    codes: rows === null ? all : Int32Array.from(rows, (row) => all[row]!),
    size,
  });
  const how = { neighbors: NEIGHBORS, random };
  if (target.classes) {
    return yield* classInformation(values(numbers!), codes(target.classes), how);
  }
  if (kinds) return yield* classInformation(values(target.numbers!), codes(kinds), how);
  return yield* jointInformation(values(numbers!), values(target.numbers!), how);
}
