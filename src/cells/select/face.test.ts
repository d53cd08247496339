import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import { decided } from './decisions';
import { definition } from './definition';
import type { JudgedColumn, SelectDisplay } from './display';
import { face } from './face';
import { layoutPath } from './layout-path';
import { formatP, reasonWords } from './reason-words';
import { openAdvice, selectRows } from './summarize';

const column = (over: Partial<JudgedColumn>): JudgedColumn => ({
  name: 'x',
  type: 'number',
  role: 'feature',
  missing: 0,
  variance: 2.5,
  link: null,
  q: null,
  totals: null,
  information: null,
  entry: null,
  advised: 'keep',
  reason: { kind: 'own', nearest: { name: 'v', r: -0.5 } },
  decided: null,
  isKept: true,
  ...over,
});
const same = column({
  name: 'y',
  advised: 'drop',
  reason: { kind: 'same', stays: 'x', r: -0.934, by: null },
});
const still = column({ name: 'z', advised: 'drop', reason: { kind: 'constant', value: '3' } });
const late = column({ name: 'w', advised: 'drop', reason: { kind: 'no-link', q: 0.41 } });
const display = (judged: readonly JudgedColumn[]): SelectDisplay => ({
  rows: 100,
  columns: judged.map(({ name, type }, i) => ({ id: `c${i}`, name, type })),
  judged,
  groups: [],
  target: { name: 'churn', classes: null, missing: 0 },
  path: null,
  samples: { correlation: null, information: 20_000, path: null },
});
const params = initialParams(definition.params);
const finding = (judged: readonly JudgedColumn[]) => face.finding(display(judged), params, []);

describe('the headline of select', () => {
  it('says how many columns go and for what', () => {
    expect(finding([column({}), same, still, late])).toEqual({
      zh: '4 列里有 1 列和别的列说的一样，1 列几乎或从不变化，1 列看不出和「churn」有关。',
      en: '1 of 4 columns says the same as another; 1 hardly varies or never does; 1 has no visible relation to churn.',
    });
    expect(finding([column({}), late]).zh).toBe('2 列里有 1 列看不出和「churn」有关。');
    expect(finding([column({})]).en).toBe('The only column is worth keeping.');
    expect(finding([column({}), column({ name: 'v' })]).en).toBe(
      'All 2 columns are worth keeping.',
    );
    expect(finding([column({ role: 'unjudged' })]).en).toBe('No column can be judged.');
  });

  it('says what was dropped, and on how many rows what was computed', () => {
    expect(face.sourceLine(display([column({})]), params)).toEqual({
      zh: '100 × 1 · 没有去掉列 · 数的信息增益按抽样的 20,000 行',
      en: '100 × 1 · no column dropped · information of numbers on a sample of 20,000 rows',
    });
  });

  it('tells nothing of fewer rows than a report may', () => {
    const shown = display([column({})]);
    expect(face.withhold!(shown, { least: 101, hidden: new Set() })).toBeNull();
    expect(face.withhold!(shown, { least: 100, hidden: new Set() })).toBe(shown);
  });
});

describe('select as shown', () => {
  it('says in a sentence why', () => {
    expect(reasonWords(same.reason)).toEqual({
      zh: '和「x」说的一样（|r| 0.93）',
      en: 'it says the same as x (|r| 0.93)',
    });
    expect(reasonWords({ kind: 'linked', q: 1e-9 }).en).toBe(
      'it is related to the target (q < 0.001)',
    );
    expect(reasonWords(column({}).reason).en).toBe(
      'no column says the same (nearest: v, |r| 0.50)',
    );
    expect(formatP(0.0412)).toBe('0.041');
  });

  it('puts what should go first and what is not judged last', () => {
    const rows = selectRows(
      display([column({ role: 'unjudged', name: 'u' }), column({}), same]),
      'en',
    );
    expect(rows.map(({ name }) => name)).toEqual(['y', 'x', 'u']);
    expect(openAdvice(display([same, still, { ...late, decided: 'keep' }]))).toBe(2);
  });

  it('keeps one decision a column', () => {
    const once = decided([], 'x', 'drop');
    expect(decided(once, 'x', 'keep')).toEqual([{ column: 'x', verdict: 'keep' }]);
    expect(decided(once, 'x', null)).toEqual([]);
  });

  it('draws a line a column that entered and keeps names apart', () => {
    const curves = [
      { column: 'a', sizes: [0, 1, 2] },
      { column: 'b', sizes: [0, 0, 1.9] },
      { column: 'c', sizes: [0, 0, 0] },
    ];
    const path = { strengths: [1, 2, 4], curves, rows: 10, leftOut: [] };
    const lines = layoutPath(path, ['a', 'b'], { width: 100, height: 50 });
    expect(lines.map(({ path: line }) => line)).toEqual([
      'M0.0 50.0L50.0 25.0L100.0 0.0',
      'M0.0 50.0L50.0 50.0L100.0 2.5',
    ]);
    expect(lines[1]!.label!.y - lines[0]!.label!.y).toBeGreaterThanOrEqual(15);
    expect(layoutPath({ ...path, curves: [curves[2]!] }, [], { width: 9, height: 9 })).toEqual([]);
  });
});
