import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import type { Json } from '../../core/json';
import { initialParams, parseParams } from '../../core/params';
import type { TableValue } from '../../core/values';
import compute from './compute';
import { definition, type Output } from './definition';
import type { CleanDisplay } from './display';

const MEMBERS = [
  'member_id,city,income,spend',
  'M1,上海,100,10',
  'M1,上海,100,10',
  'M2, 上海,,20',
  'M3,北京,300,9000',
  'M4,北京,500,40',
].join('\n');

const STEPS = [
  { kind: 'drop-duplicates', columns: [], keep: 'first' },
  { kind: 'normalize-text', columns: ['city'], spaces: true, width: true, case: 'keep' },
  { kind: 'fill-missing', columns: ['income'], rule: 'group-median', by: 'city' },
  { kind: 'outliers', columns: ['spend'], rule: 'mad', limit: 3, action: 'set-aside' },
];

async function clean(text: string, steps: Json, output: Output = 'kept') {
  const { value: table } = await readText(text);
  const params = parseParams(definition.params, { steps, output });
  const result = await finish(compute.run(params, { table }, toolsOf()));
  return { value: result.value as TableValue, display: result.display as CleanDisplay, table };
}

async function exported(format: string, text: string, steps: Json): Promise<string> {
  const { value: table } = await readText(text);
  const params = parseParams(definition.params, { steps });
  const tools = toolsOf();
  const { value } = await finish(compute.run(params, { table }, tools));
  const wish = { format, language: 'en' as const, names: [], options: {} };
  const inputs = { table };
  const made = await finish(compute.exports![format]!({ params, inputs, value, wish, tools }));
  return made.blob.text();
}

describe('clean', () => {
  it('does its steps in order and counts what each did', async () => {
    const { value, display } = await clean(MEMBERS, STEPS);
    expect(rowsOf(value)).toEqual([
      ['M1', '上海', '100', '10'],
      ['M2', '上海', '100', '20'],
      ['M4', '北京', '500', '40'],
    ]);
    expect(display).toMatchObject({ inputRows: 5, kept: 3, dropped: 1, aside: 1, rows: 3 });
    expect(display.outcomes.map((outcome) => 'cells' in outcome && outcome.cells)).toEqual([
      0, 1, 1, 0,
    ]);
    expect(display.outcomes.map(({ rowsLeft }) => rowsLeft)).toEqual([4, 4, 4, 3]);
  });

  it('gives the rows set aside as the table of another cell', async () => {
    const { value, display } = await clean(MEMBERS, STEPS, 'set-aside');
    expect(rowsOf(value)).toEqual([['M3', '北京', '300', '9000']]);
    expect(display).toMatchObject({ rows: 1, kept: 3, aside: 1 });
  });

  it('passes the table through while it has no step, and copies nothing', async () => {
    const { value, table, display } = await clean(MEMBERS, []);
    expect(rowsOf(value)).toEqual(rowsOf(table));
    expect(typesOf(value)).toEqual(typesOf(table));
    expect(display.before).toEqual(display.after);
  });

  it('leaves out a step that cannot be done and does the others', async () => {
    const steps = [
      { kind: 'drop-missing', columns: ['no such column'] },
      { kind: 'drop-columns', columns: ['spend'] },
    ];
    const { value, display } = await clean(MEMBERS, steps);
    expect(display.outcomes[0]).toEqual({
      status: 'failed',
      fault: { code: 'column-missing', column: 'no such column' },
      rowsLeft: 5,
    });
    expect(value.columns.map(({ name }) => name)).toEqual(['member_id', 'city', 'income']);
  });

  it('does not do a step that is switched off', async () => {
    const { display } = await clean(MEMBERS, [{ ...STEPS[0]!, isOff: true }]);
    expect(display.outcomes).toEqual([{ status: 'off', rowsLeft: 5 }]);
    expect(display.kept).toBe(5);
  });

  it('measures the table before and after', async () => {
    const { display } = await clean(MEMBERS, STEPS);
    expect(display.before).toMatchObject({ rows: 5, missing: 1, repeats: 1, columns: 4 });
    expect(display.after).toMatchObject({ rows: 3, missing: 0, repeats: 0, columns: 4 });
  });

  it('may leave no row at all', async () => {
    const check = { rule: 'allowed', values: [] };
    const steps = [{ kind: 'validate', column: 'member_id', check, action: 'drop' }];
    const { value, display } = await clean(MEMBERS, steps);
    expect(value.rows).toBe(0);
    expect(display.after).toMatchObject({ rows: 0, missing: 0, repeats: 0 });
  });
});

describe('the files of clean', () => {
  it('hold the rows set aside with their row in the input and the step', async () => {
    const text = await exported('set-aside-csv', MEMBERS, STEPS);
    expect(text.split('\r\n')).toEqual([
      'row of the input,step,member_id,city,income,spend',
      '4,"4. Values of spend beyond the median ± 3 × 1.4826 × MAD, their rows set aside",M3,北京,300,9000',
      '',
    ]);
  });

  it('list every breach by its row of the input, though rows above it went', async () => {
    const check = { rule: 'range', min: 0, max: 30 };
    const steps = [STEPS[0]!, { kind: 'validate', column: 'spend', check, action: 'report' }];
    const text = await exported('breaches-csv', MEMBERS, steps);
    expect(
      text
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.slice(-13)),
    ).toEqual(['spend,4,9000', ',spend,5,40'].map((end) => expect.stringContaining(end)));
  });

  it('never let a spreadsheet calculate what stands in a name', async () => {
    const text = await exported('report-csv', '=1+1,b\n1,2\n', [
      { kind: 'drop-columns', columns: ['=1+1'] },
    ]);
    expect(text).toContain('Drop =1+1');
    expect(text).not.toMatch(/(^|,)"?=/m);
    const html = await exported('report-html', '<script>x</script>,b\n1,2\n', [
      { kind: 'drop-columns', columns: ['<script>x</script>'] },
    ]);
    expect(html).not.toContain('<script>');
  });
});

describe('steps in a document', () => {
  const parse = (steps: Json) => () => definition.params.steps.parse(steps);

  it('are kept as they were written', () => {
    expect(parse(STEPS)()).toEqual(STEPS);
    expect(initialParams(definition.params).steps).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['an unknown kind', [{ kind: 'polish' }], 'steps · 1 · kind'],
    ['a missing part', [STEPS[0]!, { kind: 'drop-missing' }], 'steps · 2 · columns'],
    ['an unknown part', [{ ...STEPS[0]!, colour: 'red' }], 'steps · 1 · colour'],
    ['a wrong choice', [{ ...STEPS[0]!, keep: 'best' }], 'steps · 1 · keep'],
    [
      'a percentile of half',
      [{ ...STEPS[3]!, rule: 'percentile', limit: 50 }],
      'steps · 1 · limit',
    ],
    [
      'a constant without a value',
      [{ kind: 'fill-missing', columns: [], rule: 'constant' }],
      'steps · 1 · value',
    ],
    [
      'a rule without its list',
      [{ kind: 'validate', column: 'a', check: { rule: 'allowed' }, action: 'drop' }],
      'steps · 1 · check · values',
    ],
    ['no list', { kind: 'drop-missing' }, 'steps'],
    ['too many', Array.from({ length: 201 }, () => STEPS[0]!), 'steps'],
  ])('are refused for %s, with the step and the part', (_what, steps, param) => {
    expect(parse(steps)).toThrow(
      expect.objectContaining({ code: 'param-invalid', facts: expect.objectContaining({ param }) }),
    );
  });
});
