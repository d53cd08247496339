import { describe, expect, it } from 'vitest';
import { rowsOf, typesOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import { categoryColumn, createTable, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { JoinDisplay } from './display';
import { changedAt, guessedRight, removedAt, shownKeys } from './edit-keys';

const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

const orders = createTable([
  numbers('order', 1, 2, 3, 4, 5),
  textColumn('customer', ['a', 'b', 'a', null, 'z']),
  numbers('amount', 10, 20, 30, 40, 50),
]);
const customers = createTable([
  textColumn('Customer', ['b', 'a', null, 'q', 'a']),
  numbers('amount', 1, 2, 3, 4, 5),
]);
const keys = [{ left: 'customer', right: 'Customer' }];

async function run(saved: JsonObject, left: TableValue = orders, right: TableValue = customers) {
  const params = parseParams(definition.params, saved);
  const { value, display } = await finish(compute.run(params, { left, right }, toolsOf()));
  if (value?.kind !== 'table') throw new Error('gives a table');
  return { value, display: display as JoinDisplay };
}

describe('join', () => {
  it('keeps all left rows in order, and multiplies those whose key repeats', async () => {
    const { value, display } = await run({ keys });
    expect(typesOf(value)).toEqual([
      'order:number',
      'customer:text',
      'amount:number',
      'amount_2:number',
    ]);
    expect(rowsOf(value)).toEqual([
      ['1', 'a', '10', '2'],
      ['1', 'a', '10', '5'],
      ['2', 'b', '20', '1'],
      ['3', 'a', '30', '2'],
      ['3', 'a', '30', '5'],
      ['4', null, '40', null],
      ['5', 'z', '50', null],
    ]);
    expect(display.renamed).toEqual([{ name: 'amount', left: 'amount', right: 'amount_2' }]);
  });

  it('counts what met and what did not, with examples', async () => {
    const { display } = await run({ keys });
    expect(display.matching).toMatchObject({
      isGuessed: false,
      matchedLeft: 3,
      unmatchedLeft: 2,
      missingLeft: 1,
      matchedRight: 3,
      unmatchedRight: 2,
      missingRight: 1,
      repeatedRight: { keys: 1, rows: 2, most: 2 },
      examplesLeft: ['z'],
      examplesRight: ['q'],
      examplesRepeated: [{ key: 'a', rows: 2 }],
    });
  });

  it('finds the key by name and content when nobody chose one', async () => {
    const { display } = await run({});
    expect(display.matching).toMatchObject({ keys, isGuessed: true });
    const strangers = createTable([numbers('x', 1, 2)]);
    await expect(run({}, orders, strangers)).rejects.toMatchObject({ code: 'join-keys-missing' });
  });

  it('keeps matching rows only, or only those without a match', async () => {
    expect((await run({ keys, how: 'inner' })).value.rows).toBe(5);
    const { value } = await run({ keys, how: 'anti' });
    expect(rowsOf(value)).toEqual([
      ['4', null, '40'],
      ['5', 'z', '50'],
    ]);
  });

  it('brings the chosen columns only, the key too when it is one', async () => {
    const { value } = await run({ keys, how: 'inner', bring: ['Customer'] });
    expect(value.columns.map(({ name }) => name)).toEqual([
      'order',
      'customer',
      'amount',
      'Customer',
    ]);
  });

  it('names keys of two types, and compares them as text when told to', async () => {
    const codes = createTable([textColumn('order', ['1', '002', '3'], 'identifier')]);
    const pair = [{ left: 'order', right: 'order' }];
    await expect(run({ keys: pair }, orders, codes)).rejects.toMatchObject({
      code: 'join-types-differ',
      facts: { left: 'order', leftType: 'number', rightType: 'identifier' },
    });
    const { display } = await run({ keys: pair, asText: true }, orders, codes);
    expect(display.matching?.matchedLeft).toBe(2);
  });

  it('may ignore case, spaces and full-width letters', async () => {
    const sloppy = createTable([textColumn('customer', [' A', 'Ｂ', ''])]);
    const pair = [{ left: 'customer', right: 'customer' }];
    const count = async (saved: JsonObject) =>
      (await run({ keys: pair, ...saved }, orders, sloppy)).display.matching?.matchedLeft;
    expect([await count({}), await count({ loose: true })]).toEqual([0, 3]);
  });

  it('joins by several columns at once', async () => {
    const right = createTable([
      textColumn('customer', ['a', 'a', 'b']),
      numbers('amount', 30, 10, 99),
      numbers('tier', 3, 1, 9),
    ]);
    const two = [
      { left: 'customer', right: 'customer' },
      { left: 'amount', right: 'amount' },
    ];
    const { value } = await run({ keys: two, how: 'inner' }, orders, right);
    expect(rowsOf(value)).toEqual([
      ['1', 'a', '10', '1'],
      ['3', 'a', '30', '3'],
    ]);
  });

  it('refuses to multiply rows beyond what memory holds, before it begins', async () => {
    const rows = 20_000;
    const same = createTable([numbers('k', ...new Array<number>(rows).fill(1))]);
    await expect(run({ keys: [{ left: 'k', right: 'k' }] }, same, same)).rejects.toMatchObject({
      code: 'join-too-large',
      facts: { rows: rows * rows },
    });
  });

  it('appends rows by column name and says where they are from', async () => {
    const more = createTable([
      textColumn('customer', ['c']),
      categoryColumn('amount', Int32Array.of(0), ['much']),
      numbers('extra', 7),
    ]);
    const { value, display } = await run({ how: 'append', sourceColumn: 'from' }, orders, more);
    expect(rowsOf(value).at(-1)).toEqual([null, 'c', 'much', '7', '2']);
    expect(rowsOf(value)[0]).toEqual(['1', 'a', '10', null, '1']);
    expect(display.matching).toBeNull();
    expect(display.appended).toEqual([
      { name: 'order', from: 'left', types: null },
      { name: 'customer', from: 'both', types: null },
      { name: 'amount', from: 'both', types: ['number', 'category'] },
      { name: 'extra', from: 'right', types: null },
    ]);
  });

  it('works with tables without rows', async () => {
    const none = createTable([textColumn('Customer', []), numbers('tier')]);
    const { value, display } = await run({ keys }, orders, none);
    expect(value.rows).toBe(5);
    expect(display.matching).toMatchObject({ matchedLeft: 0, unmatchedLeft: 5 });
  });
});

describe('the pairs of keys', () => {
  const [a, b] = [
    { left: 'id', right: 'ID' },
    { left: 'day', right: '' },
  ];

  it('show one to fill in, and drop one that is emptied', () => {
    expect(shownKeys([])).toEqual([{ left: '', right: '' }]);
    expect(changedAt([a, b], 1, { left: '', right: '' })).toEqual([a]);
    expect(removedAt([a, b], 0)).toEqual([b]);
  });

  it('bring the right column of the same name along', () => {
    expect(guessedRight(b, [{ name: 'day' }])).toEqual({ left: 'day', right: 'day' });
    expect(guessedRight(b, [{ name: 'date' }])).toEqual(b);
  });
});
