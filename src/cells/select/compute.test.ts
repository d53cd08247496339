import { describe, expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { initialParams } from '../../core/params';
import { createRandom } from '../../core/random';
import type { TableValue } from '../../core/values';
import { numbersOf } from '../../table/column';
import { categoryColumn, createTable, numberColumn, textColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { SelectDisplay } from './display';

const ROWS = 400;
const random = createRandom(7, 'select test');
const noise = Float64Array.from({ length: ROWS }, () => random.next());
const spend = Float64Array.from({ length: ROWS }, () => Math.round(random.next() * 1000));
const isChurned = Float64Array.from(spend, (x) => (x + 400 * random.next() > 600 ? 1 : 0));
const table = createTable([
  textColumn(
    '会员号',
    Array.from({ length: ROWS }, (_, i) => `M${i}`),
    'identifier',
  ),
  numberColumn(
    '消费（分）',
    spend.map((x, row) => (row % 50 === 0 ? NaN : x * 100)),
  ),
  numberColumn('消费', spend),
  numberColumn('随机', noise),
  numberColumn('常数', new Float64Array(ROWS).fill(3)),
  numberColumn('空', new Float64Array(ROWS).fill(NaN)),
  categoryColumn(
    '城市',
    Int32Array.from(spend, (x, row) => (row % 9 === 0 ? -1 : x > 500 ? 1 : 0)),
    ['北京', '上海', '没有人'],
  ),
  numberColumn('流失', isChurned),
]);

async function run(over: Readonly<Record<string, unknown>> = {}, input: TableValue = table) {
  const params = { ...initialParams(definition.params), ...over };
  const { value, display } = await finish(compute.run(params, { table: input }, toolsOf()));
  return { value: value as TableValue, display: display as SelectDisplay };
}

const advice = ({ judged }: SelectDisplay) =>
  Object.fromEntries(judged.map(({ name, advised, reason }) => [name, [advised, reason.kind]]));
const namesOf = ({ columns }: TableValue) => columns.map(({ name }) => name);

describe('select', () => {
  it('advises without a target by variation and correlation alone, and drops nothing unasked', async () => {
    const { value, display } = await run();
    expect(advice(display)).toEqual({
      会员号: ['keep', 'unjudged'],
      '消费（分）': ['drop', 'same'],
      消费: ['keep', 'speaks-for'],
      随机: ['keep', 'own'],
      常数: ['drop', 'constant'],
      空: ['drop', 'empty'],
      城市: ['keep', 'own'],
      流失: ['keep', 'own'],
    });
    expect(namesOf(value)).toEqual(namesOf(table));
    expect(display.path).toBeNull();
  });

  it('takes the advice, leaves the rows as they are, and missing values missing', async () => {
    const { value } = await run({ apply: 'advised', stays: 'first' });
    expect(namesOf(value)).toEqual(['会员号', '消费（分）', '随机', '城市', '流失']);
    expect(value.rows).toBe(ROWS);
    const cents = numbersOf(value, 'c1');
    expect(cents[50]).toBeNaN();
    expect(cents[1]).toBe(spend[1]! * 100);
  });

  it('asks each column about a target, with tests, information and the order of entry', async () => {
    const { value, display } = await run({ target: '流失', apply: 'advised' });
    expect(advice(display)).toMatchObject({ 随机: ['drop', 'no-link'], 流失: ['keep', 'target'] });
    expect(namesOf(value)).toEqual(['会员号', '消费', '城市', '流失']);
    const [spent, city] = ['消费', '城市'].map((one) =>
      display.judged.find(({ name }) => name === one),
    );
    expect(spent).toMatchObject({ entry: 1, missing: 0 });
    expect(spent!.q).toBeLessThan(1e-6);
    expect(spent!.information).toBeGreaterThan(0.2);
    expect(city!.link!.rows).toBe(table.rows - Math.ceil(ROWS / 9));
    expect(display.path!.strengths).toHaveLength(25);
  });

  it('tests against fifths of a number, and asks nearest neighbours of both', async () => {
    const { display } = await run({ target: '消费' });
    const [random, same] = ['随机', '消费（分）'].map((one) =>
      display.judged.find(({ name }) => name === one)!,
    );
    expect([random!.advised, same!.advised]).toEqual(['drop', 'keep']);
    expect(same!.information).toBeGreaterThan(2);
    expect(display.path).toBeNull();
  });

  it('does what was decided by hand, whoever speaks for whom', async () => {
    const decisions = [
      { column: '消费（分）', verdict: 'keep' },
      { column: '会员号', verdict: 'drop' },
      { column: '常数', verdict: 'keep' },
    ];
    const { value } = await run({ decisions, apply: 'advised' });
    expect(namesOf(value)).toEqual(['消费（分）', '随机', '常数', '城市', '流失']);
  });

  it('proves by information or by the path when asked to', async () => {
    const told = await run({ target: '流失', proof: 'information', leastInformation: 5 });
    expect(advice(told.display)).toMatchObject({ 消费: ['drop', 'little-told'] });
    const first = await run({ target: '流失', proof: 'path', firstIn: 1 });
    expect(advice(first.display)).toMatchObject({ 城市: ['drop', 'late'] });
    const none = await run({ target: '流失', proof: 'none' });
    expect(advice(none.display)).toMatchObject({ 随机: ['keep', 'own'] });
  });

  it('refuses a target that nothing can be told about', async () => {
    const refused = (target: string) => expect(run({ target })).rejects;
    await refused('会员号').toMatchObject({
      code: 'target-unfit',
      facts: { reason: 'identifier' },
    });
    await refused('常数').toMatchObject({ facts: { reason: 'one-class', count: 1 } });
    await refused('空').toMatchObject({ facts: { reason: 'one-class', count: 0 } });
    await refused('没有').toMatchObject({ code: 'column-missing' });
  });

  it('gives the same again, and survives one row and no judged column', async () => {
    const [one, two] = await Promise.all([run({ target: '流失' }), run({ target: '流失' })]);
    expect(one.display).toEqual(two.display);
    const single = createTable([numberColumn('x', Float64Array.of(5)), textColumn('t', ['a'])]);
    expect((await run({}, single)).display.judged[0]).toMatchObject({ advised: 'drop' });
    const words = createTable([textColumn('t', ['a', 'b'])]);
    expect((await run({}, words)).value.columns).toHaveLength(1);
  });
});
