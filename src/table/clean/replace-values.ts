import type { NewColumn } from '../create-table';
import { numbersIn, textAt, withNumbers } from './column-values';
import { failStep } from './fault';
import { mapLevels, type Mapped } from './map-levels';
import type { Examples } from './outcome';
import { BLOCK, type Paced } from './pace';
import { isNumeric, numberFor } from './read-value';
import type { Working } from './working';

/** What to write for a value, both as texts; to null: missing. */
export interface Replacement {
  readonly from: string;
  readonly to: string | null;
}

/**
 * A column of any type with some of its values exchanged, in every row of the input. What cannot be a
 * value of the column is not looked for; what cannot be written into it ends the step.
 */
export function* replaceValues(
  working: Working,
  column: NewColumn,
  { pairs, examples }: { readonly pairs: readonly Replacement[]; readonly examples: Examples },
): Paced<Mapped> {
  if (isNumeric(column.type)) return yield* replaceNumbers(working, column, { pairs, examples });
  const byText = new Map(pairs.map(({ from, to }) => [from, to]));
  const to = (text: string): string | null => (byText.has(text) ? byText.get(text)! : text);
  return yield* mapLevels(working, column, { to, examples });
}

function* replaceNumbers(
  working: Working,
  column: NewColumn,
  { pairs, examples }: { readonly pairs: readonly Replacement[]; readonly examples: Examples },
): Paced<Mapped> {
  const exchange = exchangeOf(column, pairs);
  if (exchange.size === 0) return { column, cells: 0 };
  const numbers = numbersIn(column);
  const isChanged = new Uint8Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    if (row % (BLOCK * 4) === 0) yield;
    const value = exchange.get(numbers[row]!);
    if (value === undefined || Number.isNaN(numbers[row]!) || value === numbers[row]) continue;
    numbers[row] = value;
    isChanged[row] = 1;
  }
  const replaced = withNumbers(column, numbers);
  yield;
  examples.nextColumn();
  let cells = 0;
  for (const row of working.kept) {
    if (isChanged[row] === 0) continue;
    cells++;
    if (!examples.wantsMore) continue;
    const [before, after] = [textAt(column, row), textAt(replaced, row)];
    examples.add({ kind: 'cell', row: row + 1, column: column.name, before, after });
  }
  return isChanged.includes(1) ? { column: replaced, cells } : { column, cells: 0 };
}

function exchangeOf(column: NewColumn, pairs: readonly Replacement[]): Map<number, number> {
  const exchange = new Map<number, number>();
  for (const { from, to } of pairs) {
    const value = numberFor(column.type, from);
    const next = to === null ? NaN : numberFor(column.type, to);
    if (to !== null && Number.isNaN(next)) {
      failStep({ code: 'value-unreadable', column: column.name, value: to });
    }
    if (!Number.isNaN(value)) exchange.set(value, next);
  }
  return exchange;
}
