import { describe, expect, it } from 'vitest';
import type { Alert } from './alert';
import { suggestSteps } from './suggest-steps';

const alert = (over: Partial<Alert>): Alert => ({
  kind: 'missing',
  severity: 'low',
  columns: ['x'],
  type: 'number',
  count: 3,
  of: 100,
  examples: [],
  ...over,
});

describe('the remedy of an alert', () => {
  it('sets stand-ins to missing, at once only while they are the lesser part', () => {
    const examples = [{ value: '999', count: 3 }];
    const standIn = alert({ kind: 'stand-in-numbers', examples });
    const steps = [{ kind: 'set-missing', columns: ['x'], values: ['999'] }];
    expect(suggestSteps(standIn)).toEqual({ steps, isSafe: true });
    expect(suggestSteps({ ...standIn, count: 96 })).toEqual({ steps, isSafe: false });
  });

  it('fills by the type of the column, and leaves texts and dates alone', () => {
    expect(suggestSteps(alert({}))?.steps).toEqual([
      { kind: 'fill-missing', columns: ['x'], rule: 'median' },
    ]);
    expect(suggestSteps(alert({ type: 'category' }))?.steps).toEqual([
      { kind: 'fill-missing', columns: ['x'], rule: 'mode' },
    ]);
    expect(suggestSteps(alert({ type: 'identifier' }))?.steps).toEqual([
      { kind: 'drop-missing', columns: ['x'] },
    ]);
    expect(suggestSteps(alert({ type: 'date' }))).toBeNull();
  });

  it('maps spellings value by value only where letter case differs', () => {
    const spaces = alert({
      kind: 'variants',
      spellings: [{ to: '北京', from: [{ value: '北京 ', count: 2 }] }],
    });
    const normalize = {
      kind: 'normalize-text',
      columns: ['x'],
      spaces: true,
      width: true,
      case: 'keep',
    };
    expect(suggestSteps(spaces)).toEqual({ steps: [normalize], isSafe: true });
    const letters = [
      { value: 'ｖip ', count: 1 },
      { value: 'vip', count: 2 },
    ];
    const both = alert({ kind: 'variants', spellings: [{ to: 'VIP', from: letters }] });
    expect(suggestSteps(both)).toEqual({
      steps: [normalize, { kind: 'map-values', column: 'x', values: [{ from: 'vip', to: 'VIP' }] }],
      isSafe: false,
    });
  });

  it('says which words go before a column becomes numbers', () => {
    const mixed = alert({ kind: 'mixed-types', examples: [{ value: '面议', count: 7 }] });
    expect(suggestSteps(mixed)).toEqual({
      steps: [
        { kind: 'set-missing', columns: ['x'], values: ['面议'] },
        { kind: 'convert-type', column: 'x', to: 'number' },
      ],
      isSafe: false,
    });
  });

  it('never drops rows of tables without a number at once', () => {
    const rows = alert({ kind: 'duplicate-rows', columns: [], severity: 'medium' });
    expect(suggestSteps(rows)?.isSafe).toBe(false);
    expect(suggestSteps({ ...rows, severity: 'high' })?.isSafe).toBe(true);
  });

  it('merges rare levels only when it can name them all', () => {
    const examples = [
      { value: '甲', count: 1 },
      { value: '乙', count: 1 },
    ];
    const rare = alert({ kind: 'rare-levels', examples, figure: 2 });
    expect(suggestSteps(rare)?.steps).toEqual([
      {
        kind: 'map-values',
        column: 'x',
        values: [
          { from: '甲', to: '其他' },
          { from: '乙', to: '其他' },
        ],
      },
    ]);
    expect(suggestSteps({ ...rare, figure: 40 })).toBeNull();
  });

  it('has none for what is no fault', () => {
    for (const kind of ['identifier', 'skewed', 'zero-inflated', 'date-gap'] as const) {
      expect(suggestSteps(alert({ kind }))).toBeNull();
    }
  });
});
