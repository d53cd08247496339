import { booleanColumn, dateColumn, numberColumn, type NewColumn } from '../create-table';
import { isMissingText } from '../read/missing-words';
import { sweepEitherStyle } from '../read/sweep-numbers';
import { YES_NO_PAIRS } from '../read/sweep-text';
import { levelsOf, numbersIn, presenceOf, textAt, withLevels } from './column-values';
import { columnFor } from './columns-for';
import type { Done } from './done';
import { failStep } from './fault';
import type { Example } from './outcome';
import { SLOW_BLOCK, type Paced } from './pace';
import { datesOfNumbers, datesOfTexts } from './read-dates';
import { storeOf } from './read-texts';
import { isNumeric } from './read-value';
import type { StepOf } from './step';
import { withColumns, type Working } from './working';

type Step = StepOf<'convert-type'>;

const YES = new Set(['1', '√', '✓', ...YES_NO_PAIRS.map(([, yes]) => yes)]);
const NO = new Set(['0', '×', '✗', ...YES_NO_PAIRS.map(([no]) => no)]);

/**
 * Reads the values of a column as another type, the way files are read: numbers with their unit, 万 and
 * 亿, per cents, thousands signs, decimal commas; dates in many forms, days of a spreadsheet among them;
 * yes and no in many words. What cannot be read becomes missing and is counted.
 */
export function* convertType(working: Working, step: Step): Paced<Done> {
  const column = columnFor(working, step, step.column);
  if (column.type === step.to) return { working, columns: [], examples: [] };
  const converted = yield* convert(working, column, step);
  const found = yield* compare(working, column, converted);
  const { cells, unreadable } = found;
  if (unreadable > 0 && unreadable === found.present) {
    const value = found.firstUnread;
    return failStep({ code: 'nothing-readable', column: column.name, value });
  }
  const outcome = {
    column: column.name,
    cells,
    unreadable,
    typeBefore: column.type,
    typeAfter: step.to,
    ...(converted.unit === undefined ? {} : { unit: converted.unit }),
  };
  const examples = found.shown.map((row): Example => {
    const [before, after] = [textAt(column, row), textAt(converted, row)];
    return { kind: 'cell', row: row + 1, column: column.name, before, after };
  });
  return { working: withColumns(working, [converted]), columns: [outcome], examples };
}

function* convert(working: Working, column: NewColumn, step: Step): Paced<NewColumn> {
  switch (step.to) {
    case 'number':
      return yield* toNumbers(working, column);
    case 'date':
      return yield* toDates(working, column, step.dayFirst);
    case 'boolean':
      return yield* toFlags(column);
    case 'category':
    case 'text':
    case 'identifier': {
      const { codes, levels } = yield* levelsOf(column);
      return yield* withLevels({ name: column.name, type: step.to }, codes, levels);
    }
    default:
      return step.to satisfies never;
  }
}

function* toNumbers(working: Working, column: NewColumn): Paced<NewColumn> {
  // Dates become milliseconds, as everywhere; yes and no become 1 and 0.
  if (isNumeric(column.type)) return numberColumn(column.name, numbersIn(column));
  const store = yield* storeOf(working, column);
  // Without a limit to what may be unreadable there is always an answer.
  const sweep = (yield* sweepEitherStyle(store, Infinity))!;
  for (const row of sweep.long) sweep.values[row] = NaN;
  return numberColumn(column.name, sweep.values, sweep.unit === '' ? undefined : sweep.unit);
}

function* toDates(
  working: Working,
  column: NewColumn,
  dayFirst: boolean | undefined,
): Paced<NewColumn> {
  const { name } = column;
  if (isNumeric(column.type)) return dateColumn(name, datesOfNumbers(numbersIn(column)));
  const store = yield* storeOf(working, column);
  return dateColumn(name, yield* datesOfTexts(store, { dayFirst, column: name }));
}

function* toFlags(column: NewColumn): Paced<NewColumn> {
  const { codes, levels } = yield* levelsOf(column);
  const flagOf = Int8Array.from(levels, (level) => {
    const word = level.normalize('NFKC').trim().toLowerCase();
    return YES.has(word) ? 1 : NO.has(word) ? 0 : -1;
  });
  yield;
  const flags = Int8Array.from(codes, (code) => (code < 0 ? -1 : flagOf[code]!));
  return booleanColumn(column.name, flags);
}

/**
 * Counts what changed in the kept rows: a value counts when it is written otherwise than before, or
 * lost because it could not be read. Each distinct value is compared once.
 */
function* compare(working: Working, before: NewColumn, after: NewColumn): Paced<Comparison> {
  const { codes, levels } = yield* levelsOf(before);
  const isPresent = presenceOf(after);
  const kinds = new Uint8Array(levels.length);
  const found = { present: 0, cells: 0, unreadable: 0, lost: [] as number[], read: [] as number[] };
  for (let i = 0; i < working.kept.length; i++) {
    const row = working.kept[i]!;
    const code = codes[row]!;
    if (i % SLOW_BLOCK === 0) yield;
    if (code < 0) continue;
    kinds[code] ||= kindOf(levels[code]!, isPresent(row) ? textAt(after, row) : null);
    const kind = kinds[code]!;
    if (kind !== SAME) found.cells++;
    if (kind !== EMPTY) found.present++;
    if (kind === LOST) {
      found.unreadable++;
      if (found.lost.length < 3) found.lost.push(row);
    } else if (kind === OTHER && found.read.length < 5) found.read.push(row);
  }
  const { present, cells, unreadable, lost, read } = found;
  const firstUnread = lost[0] === undefined ? '' : (textAt(before, lost[0]) ?? '');
  const shown = [...lost, ...read].slice(0, 5).sort((a, b) => a - b);
  return { present, cells, unreadable, firstUnread, shown };
}

interface Comparison {
  /** Values that the column has, words for missing ones aside. */
  readonly present: number;
  readonly cells: number;
  readonly unreadable: number;
  readonly firstUnread: string;
  /** Rows that show what happened, at most five. */
  readonly shown: readonly number[];
}

const SAME = 1;
const OTHER = 2;
/** A dash or "n/a" among numbers was a missing value all along. */
const EMPTY = 3;
const LOST = 4;

function kindOf(before: string, after: string | null): number {
  if (after !== null) return before === after ? SAME : OTHER;
  return isMissingText(before) ? EMPTY : LOST;
}
