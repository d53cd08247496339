import type { NewColumn } from '../create-table';
import { columnFor } from './columns-for';
import { levelsOf, numbersIn, presenceOf, textAt, withLevels, withNumbers } from './column-values';
import type { Done } from './done';
import { Examples } from './outcome';
import { BLOCK, SLOW_BLOCK, type Paced } from './pace';
import { compilePattern } from './pattern';
import { isNumeric, numberFor } from './read-value';
import { firstEquals } from './row-keys';
import type { StepOf } from './step';
import { ASIDE, DROPPED, withColumns, withoutRows, type Working } from './working';

type Step = StepOf<'validate'>;

/** Finds the values of a column that break a rule, and does what the step says with them. */
export function* validate(working: Working, step: Step): Paced<Done> {
  const column = columnFor(working, step, step.column);
  const rows = yield* breachesOf(working, column, step);
  const examples = new Examples(1);
  for (const row of rows) {
    if (!examples.wantsMore) break;
    const base = { row: row + 1, column: column.name };
    const value = textAt(column, row);
    if (step.action === 'set-missing' && value !== null) {
      examples.add({ kind: 'cell', ...base, before: value, after: null });
    } else examples.add({ kind: 'row', ...base, value });
  }
  const after = yield* acted(working, column, { step, rows });
  const isCleared = step.action === 'set-missing' && step.check.rule !== 'present';
  const cells = isCleared ? rows.length : 0;
  const columns = [{ column: column.name, cells }];
  return {
    working: after,
    columns,
    examples: examples.list,
    breaches: { rows, column: column.name },
  };
}

function* acted(
  working: Working,
  column: NewColumn,
  { step, rows }: { readonly step: Step; readonly rows: Int32Array },
): Paced<Working> {
  if (step.action === 'report' || rows.length === 0) return working;
  if (step.action === 'set-missing') return withColumns(working, [yield* cleared(column, rows)]);
  const leaves = new Uint8Array(working.rows);
  for (const row of rows) leaves[row] = 1;
  return withoutRows(working, leaves, step.action === 'drop' ? DROPPED : ASIDE);
}

function* cleared(column: NewColumn, rows: Int32Array): Paced<NewColumn> {
  if (isNumeric(column.type)) {
    const numbers = numbersIn(column);
    for (const row of rows) numbers[row] = NaN;
    return withNumbers(column, numbers);
  }
  const { codes, levels } = yield* levelsOf(column);
  for (const row of rows) codes[row] = -1;
  return yield* withLevels(column, codes, levels);
}

/** Kept rows whose value breaks the rule, ascending. */
export function* breachesOf(
  working: Working,
  column: NewColumn,
  { check }: Pick<Step, 'check'>,
): Paced<Int32Array> {
  switch (check.rule) {
    case 'present': {
      const isPresent = presenceOf(column);
      return yield* rowsThat(working, (row) => !isPresent(row));
    }
    case 'unique':
      return yield* repeats(working, column);
    case 'range': {
      const [low, high] = [check.min ?? -Infinity, check.max ?? Infinity];
      const numbers = numbersIn(column);
      return yield* rowsThat(working, (row) => numbers[row]! < low || numbers[row]! > high);
    }
    case 'allowed':
      return yield* outsideList(working, column, check.values);
    case 'pattern':
      return yield* unfitting(working, column, check.pattern);
    default:
      return check satisfies never;
  }
}

function* rowsThat(working: Working, breaks: (row: number) => boolean): Paced<Int32Array> {
  const found = new Int32Array(working.kept.length);
  let count = 0;
  for (let i = 0; i < working.kept.length; i++) {
    const row = working.kept[i]!;
    if (breaks(row)) found[count++] = row;
    if (i % (BLOCK * 4) === 0) yield;
  }
  return found.slice(0, count);
}

function* repeats(working: Working, column: NewColumn): Paced<Int32Array> {
  const { kept } = working;
  const firsts = yield* firstEquals([column], kept, working.rows);
  const isPresent = presenceOf(column);
  return kept.filter((row, i) => firsts[i] !== row && isPresent(row));
}

function* outsideList(
  working: Working,
  column: NewColumn,
  values: readonly string[],
): Paced<Int32Array> {
  if (isNumeric(column.type)) {
    const allowed = new Set(values.map((value) => numberFor(column.type, value)));
    const numbers = numbersIn(column);
    return yield* rowsThat(
      working,
      (row) => !Number.isNaN(numbers[row]!) && !allowed.has(numbers[row]!),
    );
  }
  const allowed = new Set(values);
  return yield* byLevel(working, column, (level) => !allowed.has(level));
}

function* unfitting(working: Working, column: NewColumn, pattern: string): Paced<Int32Array> {
  const fits = compilePattern(pattern);
  return yield* byLevel(working, column, (level) => !fits(level));
}

/** Asks each distinct value once. */
function* byLevel(
  working: Working,
  column: NewColumn,
  breaks: (level: string) => boolean,
): Paced<Int32Array> {
  const { codes, levels } = yield* levelsOf(column);
  const isBad = new Uint8Array(levels.length);
  let length = 0;
  for (const [code, level] of levels.entries()) {
    if (breaks(level)) isBad[code] = 1;
    length += level.length + 8;
    if (length < SLOW_BLOCK) continue;
    length = 0;
    yield;
  }
  return yield* rowsThat(working, (row) => codes[row]! >= 0 && isBad[codes[row]!] === 1);
}
