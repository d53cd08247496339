import { describe, expect, it } from 'vitest';
import type { ColumnGlance } from '../../core/table-rows';
import type { ColumnMeta } from '../../core/values';
import { carriedView, idsByName } from './carry-over';
import { cellLook } from './cell-look';
import { typeChange } from './change-type';
import { fittingWidth } from './column-widths';
import { draftOf, filterKinds, filterOf } from './filter-draft';
import { RowTiles, TILE_ROWS } from './row-tiles';
import { filterText } from './value-words';
import { defineCell, type CellDefinition } from '../../core/cell-type';
import { custom, type ParamSpecs } from '../../core/params';
import { createNotebook } from '../../core/notebook';

const spend: ColumnMeta = { id: 'c0', name: 'spend', type: 'number' };
const glance: ColumnGlance = {
  column: 'c0',
  missing: 0,
  distinct: 2,
  range: { min: 0, max: 2 },
  decimals: 2,
  bins: [],
  scale: 'linear',
  top: [],
};
const lookOf = (value: number | string | null | undefined, column = spend) =>
  cellLook(value, { column, glance, language: 'en' });

describe('a value in the grid', () => {
  it('is never a zero or an empty text when it is missing', () => {
    expect(lookOf(null)).toMatchObject({ kind: 'missing', text: '', said: 'missing' });
    expect(lookOf('')).toMatchObject({ kind: 'empty', said: 'empty text' });
    expect(lookOf(0)).toMatchObject({ kind: 'value', text: '0.00' });
    expect(lookOf(undefined)).toMatchObject({ kind: 'coming', text: '' });
  });

  it('has the decimals of its column, and more where it would seem to be zero', () => {
    expect(lookOf(1234567.5).text).toBe('1,234,567.50');
    expect(lookOf(-3e-7).text).toBe('−0.00000030');
    expect(lookOf(1e22).text).toBe('1.00e+22');
  });

  it('stands in one line', () => {
    const note: ColumnMeta = { id: 'c1', name: 'note', type: 'text' };
    expect(lookOf('a\r\nb\tc', note).text).toBe('a ⏎ b ⇥ c');
  });

  it('is a year without grouping in a column of years', () => {
    const year: ColumnMeta = { id: 'c0', name: 'birth year', type: 'number' };
    const years = { ...glance, range: { min: 1950, max: 2001 }, decimals: 0 };
    const look = cellLook(1984, { column: year, glance: years, language: 'zh' });
    expect(look.text).toBe('1984');
  });
});

describe('a filter', () => {
  it('is what was typed, a day with all its hours', () => {
    const draft = { ...draftOf(undefined, 'date'), kind: 'range' } as const;
    const days = { ...draft, from: '2024-01-31', to: '2024-02-01' };
    const filter = filterOf(days, 'date');
    expect(filter).toEqual({
      kind: 'range',
      min: Date.UTC(2024, 0, 31),
      max: Date.UTC(2024, 1, 2) - 1,
    });
    expect(draftOf(filter ?? undefined, 'date')).toMatchObject({ from: days.from, to: days.to });
    expect(filterOf({ ...draft, from: '1,200', to: 'x' }, 'number')).toEqual({
      kind: 'range',
      min: 1200,
      max: null,
    });
    expect(filterOf({ ...draft, kind: 'contains' }, 'text')).toBeNull();
  });

  it('offers what fits the type', () => {
    expect(filterKinds('number', true)).toEqual(['any', 'range', 'missing', 'present']);
    expect(filterKinds('text', false)).not.toContain('one-of');
  });

  it('is said in a few signs', () => {
    const range = { kind: 'range', min: 5, max: null } as const;
    expect(filterText(spend, range, 'en')).toBe('spend ≥ 5');
    expect(filterText(spend, { kind: 'missing' }, 'zh')).toBe('spend 缺失的');
  });
});

describe('tiles', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const wanted = { from: 100, to: 140, columns: ['c0', 'c20'] };

  it('ask for whole blocks of rows and columns, and for nothing twice', () => {
    const tiles = new RowTiles(ids);
    const ask = tiles.missing(wanted);
    expect(ask).toMatchObject({ from: 0, to: 2 * TILE_ROWS, columns: ids.slice(0, 32) });
    const columns = ids.slice(0, 32).map(() => ({
      kind: 'number' as const,
      values: Float64Array.from({ length: 200 }, (_, i) => (i === 7 ? NaN : i)),
    }));
    const tableRows = Uint32Array.from({ length: 200 }, (_, i) => 199 - i);
    tiles.add(ask!, { kind: 'window', rows: 200, from: 0, tableRows, columns });
    expect(tiles.missing(wanted)).toBeNull();
    expect(tiles.valueAt(7, 'c20')).toBeNull();
    expect(tiles.valueAt(150, 'c20')).toBe(150);
    expect(tiles.tableRowAt(150, 'c0')).toBe(49);
    expect(tiles.valueAt(5, 'c39')).toBeUndefined();
    expect(tiles.missing({ ...wanted, columns: ['c39'] })?.columns).toEqual(ids.slice(32));
  });
});

it('keeps by name what was asked of a table when it is computed anew', () => {
  const now: ColumnMeta[] = [
    { id: 'c0', name: '__proto__', type: 'text' },
    { id: 'c1', name: 'spend', type: 'number' },
  ];
  const ids = idsByName([spend, { id: 'c1', name: 'gone', type: 'text' }], now);
  const view = {
    sort: [{ column: 'c1', descending: true }],
    filters: [{ column: 'c0', filter: { kind: 'present' } }],
    search: 'x',
    language: 'zh',
  } as const;
  expect(carriedView(view, ids)).toEqual({
    ...view,
    sort: [],
    filters: [{ column: 'c1', filter: { kind: 'present' } }],
  });
});

it('opens a column wide enough for name and values, within reason', () => {
  const wide = fittingWidth(spend, ['x'.repeat(300)]);
  expect(wide).toBe(280);
  expect(fittingWidth({ ...spend, name: '消费' }, ['1'])).toBeLessThan(110);
  expect(fittingWidth(spend, ['1', '12,345,678.90'])).toBeGreaterThan(110);
});

describe('changing a type', () => {
  const anything = custom({ initial: null, parse: () => null });
  const definitionOf = (kind: string, param: string | null): CellDefinition => {
    const params: ParamSpecs = param === null ? {} : { [param]: anything };
    return defineCell({
      kind,
      version: 1,
      stage: 'data',
      takes: {},
      gives: 'table',
      params,
      readsSource: kind === 'load',
    });
  };
  const definitions = new Map(
    [definitionOf('load', 'types'), definitionOf('join', null), definitionOf('clean', 'steps')].map(
      (definition) => [definition.kind, definition],
    ),
  );
  const cellOf = (kind: string, params = {}, inputs = {}) => ({
    id: kind,
    kind,
    version: 1,
    params,
    inputs,
  });
  const wish = { column: '__proto__', to: 'text' } as const;
  const notebook = { ...createNotebook('en'), cells: [] };

  it('is told to the cell that reads the file, beside what it was told before', () => {
    const load = cellOf('load', { types: { id: 'identifier' } });
    const change = typeChange(notebook, load, { definitions, wish });
    expect(change).toMatchObject({ kind: 'set', cellId: 'load' });
    const patch = change?.kind === 'set' ? change.patch : {};
    expect(Object.entries(patch.types ?? {})).toEqual([
      ['id', 'identifier'],
      ['__proto__', 'text'],
    ]);
  });

  it('is a step of cleaning below any other cell, the same step when it is changed again', () => {
    const join = cellOf('join');
    const step = { kind: 'convert-type', column: '__proto__', to: 'text' };
    expect(typeChange(notebook, join, { definitions, wish })).toEqual({
      kind: 'add',
      cellKind: 'clean',
      params: { steps: [step] },
    });
    const other = { kind: 'drop-missing', columns: [] };
    const clean = cellOf('clean', { steps: [{ ...step, to: 'date' }, other] }, { table: 'join' });
    const cleaned = { ...notebook, cells: [join, clean] };
    expect(typeChange(cleaned, join, { definitions, wish })).toEqual({
      kind: 'set',
      cellId: 'clean',
      patch: { steps: [step, other] },
    });
  });

  it('is not offered where nothing could do it', () => {
    const none = new Map([['join', definitions.get('join')!]]);
    expect(typeChange(notebook, cellOf('join'), { definitions: none, wish })).toBeNull();
  });
});
