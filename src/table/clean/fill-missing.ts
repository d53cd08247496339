import type { NewColumn } from '../create-table';
import { columnFor, columnsFor } from './columns-for';
import { levelsOf, numbersIn, textAt, withLevels, withNumbers } from './column-values';
import type { Done } from './done';
import { failStep } from './fault';
import { medianOf, momentsOf, presentIn } from './figures';
import { groupMedians } from './group-medians';
import { modeOfLevels, modeOfNumbers } from './modes';
import { Examples, type ColumnOutcome } from './outcome';
import { BLOCK, type Paced } from './pace';
import { isNumeric, numberFor } from './read-value';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

type Step = StepOf<'fill-missing'>;

interface Filled {
  readonly column: NewColumn;
  readonly outcome: ColumnOutcome;
}

/**
 * Writes a value where one is missing: the mean, median or most frequent of the values that are there
 * in the rows still in the table, a constant, or the median of the row's group. A group without a
 * value, and a row without a group, get the median of all rows; the outcome says how many.
 */
export function* fillMissing(working: Working, step: Step): Paced<Done> {
  const chosen = columnsFor(working, step);
  const groups = step.rule === 'group-median' ? yield* groupsOf(working, step) : null;
  const examples = new Examples(chosen.length);
  const filled: Filled[] = [];
  for (const column of chosen) {
    const values = isNumeric(column.type)
      ? yield* fillNumbers(working, column, { step, groups, examples })
      : yield* fillTexts(working, column, { step, examples });
    if (values !== null) filled.push(values);
  }
  return {
    working: withColumns(
      working,
      filled.map(({ column }) => column),
    ),
    columns: filled.map(({ outcome }) => outcome),
    examples: examples.list,
  };
}

/** The group of every row, by the values of a column of any type; −1: none. */
function* groupsOf(working: Working, { by = '' }: Step): Paced<Int32Array> {
  const column = columnFor(working, { kind: 'drop-columns', columns: [] }, by);
  return (yield* levelsOf(column)).codes;
}

interface NumberWish {
  readonly step: Step;
  readonly groups: Int32Array | null;
  readonly examples: Examples;
}

function* fillNumbers(
  working: Working,
  column: NewColumn,
  { step, groups, examples }: NumberWish,
): Paced<Filled | null> {
  const numbers = numbersIn(column);
  const present = yield* presentIn(numbers, working.kept);
  if (present.length === working.kept.length) return null;
  const usual = yield* fillingFor(column, present, step);
  const medians = groups === null ? null : yield* groupMedians(numbers, groups, working.kept);
  const wasMissing: number[] = [];
  let cells = 0;
  let fallbacks = 0;
  for (let i = 0; i < working.kept.length; i++) {
    const row = working.kept[i]!;
    if (i % (BLOCK * 8) === 0) yield;
    if (!Number.isNaN(numbers[row]!)) continue;
    const own = medians === null ? NaN : (medians[groups![row]!] ?? NaN);
    if (medians !== null && Number.isNaN(own)) fallbacks++;
    numbers[row] = Number.isNaN(own) ? usual : own;
    if (wasMissing.length < 5) wasMissing.push(row);
    cells++;
  }
  const changed = withNumbers(column, numbers);
  examples.nextColumn();
  for (const row of wasMissing) {
    if (examples.wantsMore) examples.add(cell(column.name, row, textAt(changed, row)));
  }
  const outcome = { column: column.name, cells };
  if (medians !== null) return { column: changed, outcome: { ...outcome, fallbacks } };
  const filling = textAt(changed, wasMissing[0]!) ?? '';
  return { column: changed, outcome: { ...outcome, filling } };
}

function* fillingFor(column: NewColumn, present: Float64Array, step: Step): Paced<number> {
  const { name, type } = column;
  if (step.rule === 'constant') {
    const value = numberFor(type, step.value ?? '');
    if (!Number.isNaN(value)) return value;
    return failStep({ code: 'value-unreadable', column: name, value: step.value ?? '' });
  }
  if (present.length === 0) return failStep({ code: 'no-values', column: name });
  const value = yield* figureOf(present, step.rule);
  return type === 'date' ? Math.trunc(value) : value;
}

function* figureOf(present: Float64Array, rule: Exclude<Step['rule'], 'constant'>): Paced<number> {
  if (rule === 'mean') return (yield* momentsOf(present)).mean;
  return rule === 'mode' ? yield* modeOfNumbers(present) : yield* medianOf(present);
}

function* fillTexts(
  working: Working,
  column: NewColumn,
  { step, examples }: Pick<NumberWish, 'step' | 'examples'>,
): Paced<Filled | null> {
  const { codes, levels } = yield* levelsOf(column);
  const { name } = column;
  const missing = working.kept.filter((row) => codes[row]! < 0);
  if (missing.length === 0) return null;
  const value =
    step.rule === 'constant' ? (step.value ?? '') : modeOfLevels(codes, levels, working);
  if (value === null) return failStep({ code: 'no-values', column: name });
  if (value === '') return failStep({ code: 'value-unreadable', column: name, value });
  yield;
  const known = levels.indexOf(value);
  const code = known < 0 ? levels.push(value) - 1 : known;
  for (const row of missing) codes[row] = code;
  examples.nextColumn();
  for (const row of missing) {
    if (!examples.wantsMore) break;
    examples.add(cell(name, row, value));
  }
  const changed = yield* withLevels(column, codes, levels);
  return { column: changed, outcome: { column: name, cells: missing.length, filling: value } };
}

function cell(column: string, row: number, after: string | null) {
  return { kind: 'cell', row: row + 1, column, before: null, after } as const;
}
