import { describe, expect, it } from 'vitest';
import type { Sibling } from '../../core/view-props';
import type { Alert } from '../../table/profile/alert';
import { alertRows, cleaningOf, stepsOf, stepsToApply, withSteps } from './remedies';

const standIn: Alert = {
  kind: 'stand-in-numbers',
  severity: 'high',
  columns: ['年龄'],
  type: 'number',
  count: 3,
  of: 100,
  examples: [{ value: '999', count: 3 }],
};
const skewed: Alert = { ...standIn, kind: 'skewed', severity: 'low', figure: 3.2, examples: [] };
const cleaning = (steps: readonly unknown[]): Sibling => ({
  id: 'clean',
  kind: 'clean',
  name: { zh: '清洗', en: 'Clean' },
  params: { steps },
});
const step = { kind: 'set-missing', columns: ['年龄'], values: ['999'] } as const;

describe('the remedies of a profile', () => {
  it('are offered where cleaning is the answer', () => {
    expect(alertRows([standIn, skewed], [], 'zh')).toEqual([
      {
        key: '0 stand-in-numbers',
        severity: 'high',
        rank: '先处理',
        sentence: '「年龄」有 3 个离其余很远的数，像是代替「不知道」：999（3 行）。',
        remedy: '设为缺失',
        steps: [step],
        isSafe: true,
        isDone: false,
      },
      {
        key: '1 skewed',
        severity: 'low',
        rank: '知道就好',
        sentence: '「年龄」很偏（偏度 3.2）：在「特征」里取对数或 Yeo–Johnson。',
        remedy: null,
        steps: [],
        isSafe: false,
        isDone: false,
      },
    ]);
  });

  it('put a cleaning between, or go behind the steps of the one that is there', () => {
    expect(withSteps(null, [step])).toEqual({
      target: { kind: 'clean', standsBetween: true },
      patch: { steps: [step] },
    });
    const had = { kind: 'drop-missing', columns: [] };
    expect(withSteps(cleaning([had]), [step])).toEqual({
      target: { kind: 'clean', id: 'clean' },
      patch: { steps: [had, step] },
    });
    expect(cleaningOf([{ ...cleaning([]), kind: 'derive' }])).toBeNull();
  });

  it('are known again, in whatever order their keys come', () => {
    const kept = { values: ['999'], kind: 'set-missing', columns: ['年龄'] };
    const rows = alertRows([standIn], stepsOf(cleaning([kept])), 'en');
    expect(rows[0]?.isDone).toBe(true);
    expect(stepsToApply(rows)).toEqual([]);
    expect(stepsToApply(alertRows([standIn, skewed], [], 'en'))).toEqual([step]);
  });
});
