import { describe, expect, it } from 'vitest';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  numberColumn,
  textColumn,
} from '../create-table';
import { chooseColumns } from './choose-columns';
import type { TableValue } from '../../core/values';

function choiceOf(table: TableValue) {
  const work = chooseColumns(table);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const numbers = (name: string, values: Iterable<number>) =>
  numberColumn(name, Float64Array.from(values));
const repeat = (value: (row: number) => number, rows = 30) =>
  Array.from({ length: rows }, (_, row) => value(row));

describe('chooseColumns', () => {
  it('starts with the numbers that measure and says why the others stay out', () => {
    const table = createTable([
      numbers(
        'customer_id',
        repeat((row) => 1000 - row * 7),
      ),
      numbers(
        'row',
        repeat((row) => row + 1),
      ),
      numbers(
        'spend',
        repeat((row) => row * row),
      ),
      numbers(
        'flag',
        repeat((row) => row % 2),
      ),
      numbers(
        'same',
        repeat(() => 3),
      ),
      numbers(
        'none',
        repeat(() => NaN),
      ),
      numbers(
        'seldom',
        repeat((row) => (row % 3 ? NaN : row)),
      ),
      categoryColumn('city', Int32Array.from(repeat((row) => row % 3)), ['a', 'b', 'c']),
      textColumn('note', repeat((row) => row).map(String)),
      booleanColumn('member', Int8Array.from(repeat((row) => row % 2))),
    ]);
    const { chosen, leftOut } = choiceOf(table);
    expect(chosen.map(({ name }) => name)).toEqual(['spend']);
    expect(leftOut.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
      'customer_id: identifier',
      'row: identifier',
      'flag: two-values',
      'same: constant',
      'none: all-missing',
      'seldom: mostly-missing',
      'city: category',
      'note: text',
      'member: boolean',
    ]);
  });

  it('takes columns of two values when there is nothing better', () => {
    const table = createTable([
      numbers(
        'a',
        repeat((row) => row % 2),
      ),
      numbers(
        'b',
        repeat(() => 1),
      ),
    ]);
    const { chosen, leftOut } = choiceOf(table);
    expect(chosen.map(({ name }) => name)).toEqual(['a']);
    expect(leftOut).toEqual([{ column: 'b', reason: 'constant' }]);
  });

  it('chooses nothing of a table of texts', () => {
    expect(choiceOf(createTable([textColumn('name', ['a', 'b'])])).chosen).toEqual([]);
  });

  it('keeps a short column of small numbers that happen to count up', () => {
    expect(choiceOf(createTable([numbers('x', [1, 2, 3, 4])])).chosen).toHaveLength(1);
  });
});
