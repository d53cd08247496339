import type { ColumnMeta, TableValue } from '../../core/values';
import { codingOf, isoOf, numbersOf, type Codes } from '../column';
import { sortNumbers } from '../sort-numbers';
import { furthestGroup } from './closeness';
import { groupRows, type RowGroups } from './group-rows';

/** How varied a sensitive column is within the groups. */
export interface Diversity {
  readonly column: string;
  /** Fewest distinct values in a group (Machanavajjhala et al., "l-Diversity", TKDD 1, 2007). */
  readonly distinct: number;
  /** exp of the least entropy of a group, in values: 1 where one has a single value. */
  readonly entropy: number;
  /** t, how far a group is from all rows at most, 0 … 1; see `furthestGroup`. Rows that lack a number are left out. */
  readonly closeness: number;
}

/** What the chosen columns together give away. A missing value is a value of its own. */
export interface Risk {
  readonly rows: number;
  readonly groups: number;
  /** Rows in the smallest group (Sweeney, "k-Anonymity", IJUFKS 10, 2002); 0 without rows. */
  readonly k: number;
  /** Rows in groups of fewer than the k asked for. */
  readonly rowsBelow: number;
  /** Rows alone in their group. */
  readonly alone: number;
  readonly diversity: readonly Diversity[];
  /** The smallest groups: the values they share, and how many rows have them. */
  readonly smallest: readonly { readonly values: readonly string[]; readonly rows: number }[];
}

const EXAMPLES = 5;
const BLOCK = 1 << 13;

interface Coded extends Codes {
  /** Of numbers and dates, by code. */
  readonly values?: readonly number[];
}

/** Numbers and dates as codes of their distinct values, everything else as it stands. */
function* codesFor(table: TableValue, column: ColumnMeta): Generator<void, Coded> {
  if (column.type !== 'number' && column.type !== 'date') {
    return yield* codingOf(table, column.id);
  }
  const numbers = numbersOf(table, column.id);
  const known = new Map<number, number>();
  const [values, levels]: [number[], string[]] = [[], []];
  const codes = new Int32Array(numbers.length).fill(-1);
  for (let row = 0; row < numbers.length; row++) {
    const x = numbers[row]!;
    if (row % BLOCK === BLOCK - 1) yield;
    if (Number.isNaN(x)) continue;
    const code = known.get(x) ?? values.length;
    codes[row] = code;
    if (code < values.length) continue;
    known.set(x, code);
    values.push(x);
    levels.push(column.type === 'date' ? isoOf(x) : String(x));
  }
  return { codes, levels, values };
}

export interface Asked {
  readonly quasi: readonly ColumnMeta[];
  readonly sensitive: readonly ColumnMeta[];
  readonly k: number;
}

export interface Measured {
  readonly risk: Risk;
  readonly groups: RowGroups;
}

/** Measures the table by the columns asked for; without quasi-identifiers all rows are one group. */
export function* measureRisk(
  table: TableValue,
  { quasi, sensitive, k }: Asked,
): Generator<void, Measured> {
  const coded: Codes[] = [];
  for (const column of quasi) {
    coded.push(yield* codesFor(table, column));
  }
  const found = yield* groupRows(
    table.rows,
    coded.map(({ codes }) => codes),
  );
  const diversity: Diversity[] = [];
  for (const column of sensitive) {
    diversity.push(yield* diversityOf(table, column, found));
  }
  const { sizes } = found;
  const risk: Risk = {
    rows: table.rows,
    groups: sizes.length,
    k: sizes.reduce((least, size) => Math.min(least, size), table.rows),
    rowsBelow: sizes.reduce((sum, size) => sum + (size < k ? size : 0), 0),
    alone: sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0),
    diversity,
    smallest: quasi.length === 0 ? [] : smallestOf(found, coded),
  };
  return { risk, groups: found };
}

function* diversityOf(
  table: TableValue,
  column: ColumnMeta,
  { groups, sizes }: RowGroups,
): Generator<void, Diversity> {
  const coded = yield* codesFor(table, column);
  const pairs = yield* groupRows(table.rows, [groups, coded.codes]);
  const groupOf = new Int32Array(pairs.sizes.length);
  const codeOf = new Int32Array(pairs.sizes.length);
  for (let row = 0; row < table.rows; row++) {
    groupOf[pairs.groups[row]!] = groups[row]!;
    codeOf[pairs.groups[row]!] = coded.codes[row]!;
  }
  yield;
  const distinct = new Int32Array(sizes.length);
  const entropy = new Float64Array(sizes.length);
  pairs.sizes.forEach((count, pair) => {
    const group = groupOf[pair]!;
    const share = count / sizes[group]!;
    distinct[group]!++;
    entropy[group]! -= share * Math.log(share);
  });
  yield;
  const isOrdered = column.type === 'number' || column.type === 'date';
  // Of kinds, what is missing is one more; among ranks it has no place.
  const ranks = isOrdered ? yield* ranksOf(coded.values!) : null;
  const kinds = coded.levels.length;
  const placeOf = codeOf.map((code) =>
    ranks ? (code < 0 ? -1 : ranks[code]!) : code < 0 ? kinds : code,
  );
  yield;
  const meetings = { groupOf, placeOf, counts: pairs.sizes };
  const scale = { groups: sizes.length, places: ranks?.length ?? kinds + 1, isOrdered };
  return {
    column: column.name,
    distinct: sizes.length === 0 ? 0 : distinct.reduce((a, b) => Math.min(a, b)),
    entropy: sizes.length === 0 ? 0 : Math.exp(entropy.reduce((a, b) => Math.min(a, b))),
    closeness: yield* furthestGroup(meetings, scale),
  };
}

/** Of each of these different numbers, how many are smaller. */
function* ranksOf(values: readonly number[]): Generator<void, Int32Array> {
  const order = yield* sortNumbers(Float64Array.from(values));
  const ranks = new Int32Array(values.length);
  for (let code = 0; code < values.length; code++) {
    ranks[code] = rankIn(order, values[code]!);
    if (code % BLOCK === BLOCK - 1) yield;
  }
  return ranks;
}

function rankIn(order: Float64Array, value: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function smallestOf({ groups, sizes }: RowGroups, coded: readonly Codes[]): Risk['smallest'] {
  const best: number[] = [];
  for (let group = 0; group < sizes.length; group++) {
    const place = best.findIndex((other) => sizes[other]! > sizes[group]!);
    if (place < 0 && best.length === EXAMPLES) continue;
    best.splice(place < 0 ? best.length : place, 0, group);
    best.length = Math.min(best.length, EXAMPLES);
  }
  return best.map((group) => {
    const row = groups.indexOf(group);
    return {
      values: coded.map(({ codes, levels }) => levels[codes[row]!] ?? ''),
      rows: sizes[group]!,
    };
  });
}
