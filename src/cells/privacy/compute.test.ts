import { describe, expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import { codesOf } from '../../table/column';
import { createTable, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { PrivacyDisplay } from './display';
import { pseudonymOf } from './pseudonymize';

const ROWS = 40;
const table = createTable([
  textColumn(
    '会员号',
    Array.from({ length: ROWS }, (_, i) => (i === 3 ? null : `M${i}`)),
    'identifier',
  ),
  textColumn(
    '手机',
    Array.from({ length: ROWS }, (_, i) => `138001380${10 + i}`),
  ),
  numberColumn(
    '年龄',
    Float64Array.from({ length: ROWS }, (_, i) => 20 + i),
  ),
  textColumn(
    '同意',
    Array.from({ length: ROWS }, (_, i) => (i % 4 === 0 ? '否' : i % 4 === 1 ? null : ' 是')),
  ),
]);
const key = new Uint8Array(32).fill(7);
const tools = { ...toolsOf(), secret: () => Promise.resolve(key) };

async function run(over: Readonly<Record<string, unknown>>, using = tools) {
  const params = { ...initialParams(definition.params), ...over };
  const { value, display } = await finish(compute.run(params, { table }, using));
  return { value: value as TableValue, display: display as PrivacyDisplay };
}

const textsIn = (value: TableValue, id: string) => {
  const { codes, levels } = codesOf(value, id);
  return Array.from(codes, (code) => levels[code] ?? null);
};

describe('privacy', () => {
  it('replaces numbers by pseudonyms, drops telephones, and says who is alone', async () => {
    const { value, display } = await run({});
    expect(value.columns.map(({ name, type }) => [name, type])).toEqual([
      ['会员号', 'identifier'],
      ['年龄', 'number'],
      ['同意', 'text'],
    ]);
    expect(textsIn(value, 'c0').slice(2, 5)).toEqual([
      pseudonymOf(key, 'M2'),
      null,
      pseudonymOf(key, 'M4'),
    ]);
    expect(display.before).toMatchObject({ k: 1, alone: ROWS, rowsBelow: ROWS });
    expect(JSON.stringify(display)).not.toContain(pseudonymOf(key, 'M2'));
  });

  it('gives other pseudonyms under another key, the same under the same', async () => {
    const again = textsIn((await run({})).value, 'c0');
    expect(textsIn((await run({})).value, 'c0')).toEqual(again);
    const other = { ...tools, secret: () => Promise.resolve(new Uint8Array(32).fill(8)) };
    const changed = textsIn((await run({}, other)).value, 'c0');
    expect(changed.filter((text, i) => text !== null && text === again[i])).toEqual([]);
  });

  it('tells ages by decades and leaves small groups out, when asked', async () => {
    const { display } = await run({ generalize: 'advised', smallGroups: 'drop', k: 10 });
    expect(display.after).toMatchObject({ k: 10, groups: 4, rowsBelow: 0 });
    const { display: strict } = await run({ generalize: 'advised', smallGroups: 'drop', k: 11 });
    expect([strict.rows, strict.dropped, strict.after.k]).toEqual([0, ROWS, 0]);
  });

  it('keeps only those who said yes; no answer is none', async () => {
    const { value, display } = await run({ consent: '同意' });
    expect([value.rows, display.consent]).toEqual([
      20,
      { column: '同意', yes: 20, no: 10, missing: 10 },
    ]);
    expect((await run({ consent: '同意', consentYes: '否' })).value.rows).toBe(10);
    await expect(run({ consent: 'gone' })).rejects.toMatchObject({ code: 'column-missing' });
  });

  it('does what was decided', async () => {
    const decisions = [
      { column: '会员号', action: 'drop' },
      { column: '手机', class: 'other', action: 'keep' },
      { column: '年龄', class: 'other' },
    ];
    const { value, display } = await run({ decisions }, toolsOf() as typeof tools);
    expect(value.columns.map(({ name }) => name)).toEqual(['手机', '年龄', '同意']);
    expect(display.before.groups).toBe(1);
  });

  it('says that it has no place for a key where there is none', async () => {
    await expect(run({}, toolsOf() as typeof tools)).rejects.toMatchObject({
      code: 'secret-missing',
    });
  });
});
