import { describe, expect, it } from 'vitest';
import type { Sibling } from '../../core/view-props';
import type { Alert } from '../../table/profile/alert';
import { straightenings, withStraightening } from './straighten';

const skewed: Alert = {
  kind: 'skewed',
  severity: 'low',
  columns: ['消费'],
  type: 'number',
  count: 100,
  of: 100,
  figure: 3.2,
  examples: [],
};
const sibling = (kind: string, params: Sibling['params']): Sibling => ({
  id: kind,
  kind,
  name: { zh: kind, en: kind },
  params,
});

describe('a skewed column', () => {
  it('is straightened by the features cell beside, which keeps its other rules', () => {
    const custom = [
      { column: '消费', weight: 2, transform: 'none' },
      { column: '订单', scale: 'robust' },
    ];
    const beside = [sibling('features', { transform: 'auto', custom })];
    expect(straightenings([skewed], beside)).toEqual([{ column: '消费', isDone: false }]);
    expect(withStraightening(beside, '消费')).toEqual({
      target: { kind: 'features', id: 'features' },
      patch: {
        custom: [
          { column: '订单', scale: 'robust' },
          { column: '消费', weight: 2, transform: 'auto' },
        ],
      },
    });
  });

  it('needs nothing where the features cell straightens by itself', () => {
    const beside = [sibling('features', { transform: 'auto', custom: [] })];
    expect(straightenings([skewed], beside)).toEqual([{ column: '消费', isDone: true }]);
  });

  it('gets a features cell where there is none, unless one may stand behind a cleaning', () => {
    expect(straightenings([skewed], [])).toEqual([{ column: '消费', isDone: false }]);
    expect(withStraightening([], '消费').target).toEqual({ kind: 'features' });
    expect(straightenings([skewed], [sibling('clean', { steps: [] })])).toEqual([null]);
  });

  it('is no matter of a features cell that leaves it out', () => {
    const beside = [sibling('features', { transform: 'none', custom: [], columns: ['订单'] })];
    expect(straightenings([skewed], beside)).toEqual([null]);
  });

  it('is the only alert that features answer', () => {
    expect(straightenings([{ ...skewed, kind: 'outliers' }], [])).toEqual([null]);
  });
});
