import { describe, expect, it } from 'vitest';
import { initialParams } from '../../core/params';
import type { StepDone } from '../../table/clean/outcome';
import type { CleanStep } from '../../table/clean/step';
import { definition } from './definition';
import type { CleanDisplay } from './display';
import { face } from './face';

const params = initialParams(definition.params);
const quality = { rows: 0, columns: 3, missing: 0, columnsWithMissing: 0, repeats: 0, types: {} };
const done: StepDone = {
  status: 'done',
  rowsBefore: 38_765,
  rowsLeft: 38_765,
  dropped: 0,
  aside: 0,
  cells: 0,
  columns: [],
  examples: [],
};
const duplicates: CleanStep = { kind: 'drop-duplicates', columns: [], keep: 'first' };
const filling: CleanStep = { kind: 'fill-missing', columns: ['Income'], rule: 'median' };
const outliers: CleanStep = {
  kind: 'outliers',
  columns: [],
  rule: 'iqr',
  limit: 1.5,
  action: 'set-aside',
};

function displayOf(part: Partial<CleanDisplay>): CleanDisplay {
  return {
    rows: 38_006,
    columns: [],
    output: 'kept',
    inputRows: 38_765,
    kept: 38_006,
    dropped: 759,
    aside: 0,
    steps: [],
    outcomes: [],
    shapes: [[]],
    shapeOf: [0],
    values: {},
    before: quality,
    after: quality,
    breaches: { found: 0, left: 0 },
    ...part,
  };
}

describe('the words of clean', () => {
  it('say what was removed and filled, and how many rows are left', () => {
    const display = displayOf({
      steps: [duplicates, filling],
      outcomes: [
        { ...done, dropped: 759 },
        { ...done, cells: 24, columns: [{ column: 'Income', cells: 24 }] },
      ],
    });
    expect(face.finding(display, params, [])).toEqual({
      zh: '去掉 759 行重复，补上「Income」的 24 个缺失，38,006 行留下。',
      en: '759 duplicate rows removed, 24 missing values of Income filled; 38,006 rows are left.',
    });
  });

  it('say that nothing needed changing, and that there is no step yet', () => {
    const same = displayOf({ kept: 5, steps: [duplicates], outcomes: [done] });
    expect(face.finding(same, params, []).en).toBe('Nothing needed changing: 5 rows as before.');
    expect(face.finding(displayOf({ kept: 1 }), params, [])).toEqual({
      zh: '还没有清洗步骤，1 行原样通过。',
      en: 'No cleaning steps yet: 1 row passes through.',
    });
  });

  it('name a step that was not done', () => {
    const display = displayOf({
      steps: [duplicates, filling],
      outcomes: [
        { ...done, dropped: 759 },
        { status: 'failed', fault: { code: 'no-values', column: 'Income' }, rowsLeft: 38_006 },
      ],
    });
    expect(face.finding(display, params, []).zh).toBe(
      '去掉 759 行重复，38,006 行留下；第 2 步没有做成。',
    );
  });

  it('say what still breaks a rule, and when no row is left', () => {
    const check: CleanStep = {
      kind: 'validate',
      column: 'age',
      check: { rule: 'range', min: 0, max: 120 },
      action: 'report',
    };
    const outcomes = [{ ...done, breaches: { count: 2, first: [] } }];
    const found = displayOf({ steps: [check], outcomes, breaches: { found: 2, left: 2 }, kept: 9 });
    expect(face.finding(found, params, []).en).toBe(
      'Nothing needed changing: 9 rows as before; 2 values still break a rule.',
    );
    const none = displayOf({
      steps: [duplicates],
      outcomes: [{ ...done, dropped: 4 }],
      kept: 0,
    });
    expect(face.finding(none, params, []).zh).toBe('去掉 4 行重复，一行也没有留下。');
  });

  it('count what does not fit the headline', () => {
    const steps = [duplicates, filling, outliers, { ...outliers, action: 'clip' as const }];
    const outcomes = [
      { ...done, dropped: 1 },
      {
        ...done,
        cells: 2,
        columns: [
          { column: 'a', cells: 1 },
          { column: 'b', cells: 1 },
        ],
      },
      { ...done, aside: 3 },
      { ...done, cells: 4, columns: [{ column: 'a', cells: 4 }] },
    ];
    expect(face.finding(displayOf({ steps, outcomes }), params, [])).toEqual({
      zh: '去掉 1 行重复，搁置 3 行，补上 2 个缺失等 4 项，38,006 行留下。',
      en: '1 duplicate row removed, 3 rows set aside, 2 missing values filled and more; 38,006 rows are left.',
    });
  });

  it('speak of the rows set aside where these flow on', () => {
    const lane = displayOf({ output: 'set-aside', rows: 3, kept: 9, aside: 3 });
    expect(face.finding(lane, params, []).zh).toBe('这里是被搁置的 3 行；另有 9 行在主表。');
  });

  it('keep single rows out of reports', () => {
    const example = { kind: 'cell', row: 7, column: 'a', before: 'x', after: null } as const;
    const breaches = { count: 1, first: [{ row: 7, value: 'secret' }] };
    const display = displayOf({
      steps: [duplicates],
      outcomes: [{ ...done, examples: [example], breaches }],
      values: {
        0: { column: 'a', distinct: 1, values: [{ value: 'secret', count: 1 }], groups: [] },
      },
    });
    const shown = JSON.stringify(face.withhold!(display, { least: 10, hidden: new Set() }));
    expect(shown).not.toContain('secret');
    expect(shown).not.toContain('"row":7');
    expect(shown).toContain('"count":1');
  });
});
