import { describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import type { JsonObject } from '../core/json';
import { cellOf, setParams } from '../core/notebook';
import { duration, estimate, fileSize } from '../locale/numbers';
import { dayWords } from './dates';
import { fileNameOf } from './download';
import { layoutHeroDots } from './hero-dots';
import { paletteEntries, positionForStage } from './palette';
import { waysOut } from './ways-out';

describe('the file name of an export', () => {
  it.each([
    ['秋促前的顾客分群', '秋促前的顾客分群.fenqun.md'],
    ['a/b\\c: "d"?', 'a b c d.fenqun.md'],
    ['../../etc', 'etc.fenqun.md'],
    ['', 'fenqun.fenqun.md'],
    ['\u202Egnp.exe', 'gnp.exe.fenqun.md'],
  ])('of %j is %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });
});

describe('times and sizes', () => {
  it('are said with no more digits than they deserve', () => {
    expect([20, 440, 1600, 12_300, 200_000].map((ms) => duration(ms, 'en'))).toEqual([
      '< 0.1 s',
      '0.4 s',
      '1.6 s',
      '12 s',
      '3 min',
    ]);
    expect([400, 4200, 150_000].map((ms) => estimate(ms, 'zh'))).toEqual([
      '≈ 0.4 秒',
      '≈ 4 秒',
      '≈ 3 分钟',
    ]);
    expect([6, 6_000, 41_300_000].map(fileSize)).toEqual(['6 B', '6.0 kB', '41 MB']);
  });

  it('name today, yesterday, else the day', () => {
    const now = new Date(2026, 10, 20, 15, 0).getTime();
    const hours = (count: number) => now - count * 3_600_000;
    expect(dayWords(hours(1), now, 'en')).toBe('Today 14:00');
    expect(dayWords(hours(24), now, 'zh')).toBe('昨天 15:00');
    expect(dayWords(hours(72), now, 'en')).toBe('17 November');
    expect(dayWords(hours(24 * 400), now, 'en')).toMatch(/2025/);
  });
});

describe('the palette', () => {
  it('says which kinds have what they need above the position', () => {
    const ready = (position: number) =>
      paletteEntries(toyNotebook(), position, toyDefinitions)
        .filter(({ isReady }) => isReady)
        .map(({ kind }) => kind);
    expect(ready(0)).toEqual(['load']);
    expect(ready(1)).toEqual(['load', 'features']);
    expect(ready(4)).toEqual(['load', 'features', 'cluster', 'segments']);
  });

  it('puts a cell of a stage after those of the stages before it', () => {
    const at = (stage: 'goal' | 'features' | 'evaluate' | 'measure') =>
      positionForStage(toyNotebook(), stage, toyDefinitions);
    expect([at('goal'), at('features'), at('evaluate'), at('measure')]).toEqual([0, 2, 3, 4]);
  });
});

describe('the ways out of a problem', () => {
  const notebook = setParams(toyNotebook(), 'cluster', { clusters: 9 });
  const cluster = cellOf(notebook, 'cluster')!;

  it('are at most three, and running again is always one of them or fewer are needed', () => {
    const facts = { clusters: 9, rows: 40, distinct: 2 };
    const ways = waysOut({ code: 'too-many-clusters', facts }, cluster, notebook);
    expect(ways.map(({ kind }) => kind)).toEqual(['set-params', 'open-param', 'run']);
    expect(ways[0]).toMatchObject({ cellId: 'cluster', patch: { clusters: 2 } });
  });

  it('lead to the cell upstream where the values can be mended', () => {
    const facts = { feature: 'x', row: 3 };
    const [first] = waysOut({ code: 'value-not-usable', facts }, cluster, notebook);
    expect(first).toEqual({ kind: 'open-param', cellId: 'features', param: 'columns' });
    const [other] = waysOut({ code: 'no-rows-left', facts: { rows: 9 } }, cluster, notebook);
    expect(other).toEqual({ kind: 'open-param', cellId: 'features', param: 'missing' });
  });

  it('ask for the file when it is the file', () => {
    const facts = { name: 'a.csv', sha256: '' };
    const [first] = waysOut({ code: 'source-missing', facts }, cluster, notebook);
    expect(first).toEqual({ kind: 'choose-file' });
  });

  it('take back how the user wanted the file to be read', () => {
    const facts = { name: 'a.csv', columns: 1 };
    const load = { id: 'load', kind: 'load', version: 1, params: {}, inputs: {} };
    const problem = { code: 'file-header-only', facts } as const;
    const kinds = (params: JsonObject) =>
      waysOut(problem, { ...load, params }, notebook).map(({ kind }) => kind);
    expect(kinds({ encoding: 'auto' })).toEqual(['choose-file', 'run']);
    expect(kinds({ encoding: 'utf-16le' })).toEqual(['set-params', 'choose-file', 'run']);
  });
});

describe('the dots of the start page', () => {
  it('are the same at every visit and keep clear of the heading', () => {
    const dots = layoutHeroDots(515);
    expect(dots).toEqual(layoutHeroDots(515));
    expect(Math.min(...dots.map(({ from }) => from.x))).toBeGreaterThanOrEqual(515);
  });
});
