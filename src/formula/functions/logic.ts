import { numbersIn, rowFunction, textsIn, type Run, type RowFunction } from '../row-function';
import { takes, takesMany, type Signature } from '../signature';
import { isMissingAt, type Block } from '../values';

const COMPARED = takes('boolean', ['same', 'same']);
const BOTH = takes('boolean', ['boolean', 'boolean']);

/** Compares two numbers, dates, booleans or texts (by code unit); missing beside anything is missing. */
function comparing(holds: (order: number) => boolean): Run {
  const [less, equal, greater] = [-1, 0, 1].map((order) => (holds(order) ? 1 : 0));
  return ([a, b], into, rows) => {
    const to = numbersIn(into);
    if (a instanceof Float64Array) {
      const right = numbersIn(b);
      for (let row = 0; row < rows; row++) {
        const [x, y] = [a[row]!, right[row]!];
        to[row] = x < y ? less! : x > y ? greater! : x === y ? equal! : NaN;
      }
      return;
    }
    const [left, right] = [textsIn(a), textsIn(b)];
    for (let row = 0; row < rows; row++) {
      const [x, y] = [left[row]!, right[row]!];
      to[row] = x === null || y === null ? NaN : x < y ? less! : x > y ? greater! : equal!;
    }
  };
}

/** Three-valued, as SQL: false and anything is false, true or anything is true, the rest is missing. */
function connecting(decisive: 0 | 1): Run {
  return ([a, b], into, rows) => {
    const [left, right, to] = [numbersIn(a), numbersIn(b), numbersIn(into)];
    for (let row = 0; row < rows; row++) {
      const [x, y] = [left[row]!, right[row]!];
      to[row] = x === decisive || y === decisive ? decisive : x + y === x + y ? 1 - decisive : NaN;
    }
  };
}

/** True when the first value is among the others, which are all written out and never missing. */
const among =
  (found: 0 | 1): Run =>
  ([value, ...others], into, rows) => {
    const to = numbersIn(into);
    const wanted = new Set<number | string | null>(others.map((other) => other[0]!));
    for (let row = 0; row < rows; row++) {
      const x = value![row]!;
      to[row] = isMissingAt(value!, row) ? NaN : wanted.has(x) ? found : 1 - found;
    }
  };

const IN: Signature = takesMany('boolean', { rest: 'same', least: 2 });

export const logicOperators: readonly RowFunction[] = [
  rowFunction('=', COMPARED, { run: comparing((order) => order === 0) }),
  rowFunction('<>', COMPARED, { run: comparing((order) => order !== 0) }),
  rowFunction('<', COMPARED, { run: comparing((order) => order < 0) }),
  rowFunction('>', COMPARED, { run: comparing((order) => order > 0) }),
  rowFunction('<=', COMPARED, { run: comparing((order) => order <= 0) }),
  rowFunction('>=', COMPARED, { run: comparing((order) => order >= 0) }),
  rowFunction('and', BOTH, { run: connecting(0) }),
  rowFunction('or', BOTH, { run: connecting(1) }),
  rowFunction('in', IN, { run: among(1) }),
  rowFunction('not in', IN, { run: among(0) }),
];

export const negation = rowFunction('not', takes('boolean', ['boolean']), {
  run: ([x], into, rows) => {
    const [from, to] = [numbersIn(x), numbersIn(into)];
    for (let row = 0; row < rows; row++) to[row] = 1 - from[row]!;
  },
});

/** Copies one value; both blocks are of one type. */
function copy(from: Block, into: Block, row: number): void {
  if (into instanceof Float64Array) into[row] = numbersIn(from)[row]!;
  else into[row] = textsIn(from)[row]!;
}

/** The index of the argument whose value `case` takes in a row; −1: no case holds. */
function chosenCase(args: readonly Block[], row: number): number {
  for (let i = 0; i + 1 < args.length; i += 2) if (numbersIn(args[i])[row] === 1) return i + 1;
  return args.length % 2 === 1 ? args.length - 1 : -1;
}

function clear(into: Block, row: number): void {
  if (into instanceof Float64Array) into[row] = NaN;
  else into[row] = null;
}

/** Also `if`: a case with an else. A condition that is missing does not hold. */
const choose: Run = (args, into, rows) => {
  for (let row = 0; row < rows; row++) {
    const chosen = chosenCase(args, row);
    if (chosen < 0) clear(into, row);
    else copy(args[chosen]!, into, row);
  }
};

function firstPresent(args: readonly Block[], row: number): number {
  for (let i = 0; i < args.length; i++) if (!isMissingAt(args[i]!, row)) return i;
  return args.length - 1;
}

const CASES: Signature = {
  least: 2,
  most: 200,
  paramAt: (index, count) => (index % 2 === 0 && index + 1 < count ? 'boolean' : 'same'),
  gives: 'same',
};

export const logicFunctions: readonly RowFunction[] = [
  rowFunction('if', takes('same', ['boolean', 'same', 'same']), {
    run: choose,
    blame: chosenCase,
    keepsUnit: true,
  }),
  rowFunction('case', CASES, {
    run: choose,
    blame: chosenCase,
    why: () => 'no-case',
    keepsUnit: true,
  }),
  rowFunction('coalesce', takesMany('same', { rest: 'same', least: 2 }), {
    run: (args, into, rows) => {
      for (let row = 0; row < rows; row++) copy(args[firstPresent(args, row)]!, into, row);
    },
    blame: firstPresent,
    keepsUnit: true,
  }),
  rowFunction('is_missing', takes('boolean', ['any']), {
    run: ([x], into, rows) => {
      const to = numbersIn(into);
      for (let row = 0; row < rows; row++) to[row] = isMissingAt(x!, row) ? 1 : 0;
    },
  }),
  rowFunction('between', takes('boolean', ['same-measure', 'same-measure', 'same-measure']), {
    run: ([x, low, high], into, rows) => {
      const [from, least, most] = [numbersIn(x), numbersIn(low), numbersIn(high)];
      const to = numbersIn(into);
      for (let row = 0; row < rows; row++) {
        const value = from[row]!;
        const isKnown = value + least[row]! + most[row]! === value + least[row]! + most[row]!;
        to[row] = isKnown ? (value >= least[row]! && value <= most[row]! ? 1 : 0) : NaN;
      }
    },
  }),
];
