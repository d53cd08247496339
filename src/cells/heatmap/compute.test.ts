import { describe, expect, it } from 'vitest';
import { clusteringWith } from '../../../tests/support/labelled';
import type { Tools } from '../../core/cell-compute';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { ClusteringValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
} from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { HeatmapDisplay } from './display';
import { levelWords, scaleBounds, signedFigure, tileOf } from './tiles';
import { leftOutWords } from './view-words';

const numbers = (name: string, ...values: number[]) =>
  numberColumn(name, Float64Array.from(values));

const table = createTable([
  numbers('customer id', 1, 2, 3, 4),
  numbers('spend', 10, 30, NaN, 200),
  numbers('balance', -5, 5, 10, 30),
  numbers('same', 7, 7, 7, 7),
  categoryColumn('city', Int32Array.of(0, 0, 1, 2), ['北京', '上海', '广州']),
  booleanColumn('member', Int8Array.of(1, 1, 0, 0)),
  dateColumn('joined', Float64Array.of(0, 1, 2, 3)),
]);

async function run(clustering: ClusteringValue, saved: JsonObject = {}) {
  const params = parseParams(definition.params, saved);
  // Summing up asks nothing of the world.
  const inputs = { table, clustering };
  return (await finish(compute.run(params, inputs, {} as Tools))).display as HeatmapDisplay;
}
const lineNamed = ({ lines }: HeatmapDisplay, name: string) =>
  lines.filter(({ column }) => column.name === name);

describe('the heat map', () => {
  it('says how many deviations of everyone a segment is from everyone, without missing values', async () => {
    const [spend] = lineNamed(await run(clusteringWith([0, 0, 0, 1])), 'spend');
    const deviation = Math.sqrt((70 ** 2 + 50 ** 2 + 120 ** 2) / 3);
    expect(spend).toMatchObject({ count: 3, overall: 80, counts: [2, 1], means: [20, 200] });
    expect(spend?.deviation).toBeCloseTo(deviation, 12);
    expect(spend?.effects[0]).toBeCloseTo(-60 / deviation, 12);
    expect(spend?.tgi).toEqual([25, 250]);
  });

  it('has no TGI where values are negative, and a dash where a segment has no value', async () => {
    const display = await run(clusteringWith([0, 0, 1, 0]));
    const [balance] = lineNamed(display, 'balance');
    const [spend] = lineNamed(display, 'spend');
    expect(balance?.tgi).toEqual([null, null]);
    expect(spend?.means[1]).toBeNull();
    const look = { measure: 'deviation', language: 'zh' } as const;
    expect(tileOf(spend!, 1, look)).toEqual({ text: '—', step: 0 });
    expect(tileOf(balance!, 0, { ...look, measure: 'tgi' })).toEqual({ text: '—', step: 0 });
  });

  it('shows shares of the frequent levels, the others together', async () => {
    const display = await run(clusteringWith([0, 0, 1, 1]), { levels: 1 });
    const [beijing, rest] = lineNamed(display, 'city');
    expect(beijing).toMatchObject({ level: '北京', overall: 0.5, means: [1, 0], tgi: [200, 0] });
    expect(beijing?.effects).toEqual([1, -1]);
    expect(rest).toMatchObject({ kind: 'rest', others: 2, overall: 0.5, means: [0, 1] });
    expect(levelWords(rest!)).toEqual({ zh: '其余 2 种', en: 'the other 2' });
    expect(lineNamed(display, 'member')).toMatchObject([{ kind: 'mean', means: [1, 0] }]);
  });

  it('names a single other level instead of a rest of one', async () => {
    const display = await run(clusteringWith([0, 0, 1, 1]), { levels: 2 });
    expect(lineNamed(display, 'city').map(({ level }) => level)).toEqual(['北京', '上海', '广州']);
  });

  it('says what is left out and why', async () => {
    const display = await run(clusteringWith([0, 0, 1, 1]));
    expect(display.leftOut).toEqual([
      { column: 'customer id', reason: 'identifier' },
      { column: 'same', reason: 'same' },
      { column: 'joined', reason: 'date' },
    ]);
    expect(leftOutWords(display)?.zh).toBe(
      '未列入：「customer id」（标识），「same」（每一行都一样），「joined」（日期）。',
    );
  });

  it('orders lines and segments by similarity, each once', async () => {
    const { lineOrder, segmentOrder, lines } = await run(clusteringWith([0, 1, 2, 0]));
    expect([...lineOrder].sort((a, b) => a - b)).toEqual([...lines.keys()]);
    expect([...segmentOrder].sort()).toEqual([0, 1, 2]);
  });

  it('counts noise and leaves out rows that were not clustered', async () => {
    const clustering = { ...clusteringWith([0, -1, 0]), tableRows: 4 };
    const rowIndex = Uint32Array.of(0, 1, 3);
    const [spend] = lineNamed(await run({ ...clustering, rowIndex }), 'spend');
    expect(spend).toMatchObject({ count: 3, overall: 80, counts: [2], means: [105] });
  });

  it('has nothing to show of nothing but noise, or of one row', async () => {
    expect((await run(clusteringWith([-1, -1, -1, -1]))).sizes).toEqual([]);
    const one = await run({ ...clusteringWith([0]), rowIndex: Uint32Array.of(1), tableRows: 4 });
    expect(one.lines).toEqual([]);
  });
});

describe('figures in tiles', () => {
  it('carry their sign, and zero none', () => {
    expect([1.944, -0.85, 0.004, -0.004, null].map(signedFigure)).toEqual([
      '+1.94',
      '−0.85',
      '0.00',
      '0.00',
      '—',
    ]);
  });

  it('have the bounds of their colours', () => {
    expect(scaleBounds('deviation').join(' ')).toBe('−1.3 −0.85 −0.45 −0.15 0.15 0.45 0.85 1.3');
    expect(scaleBounds('tgi')).toEqual(['33', '50', '71', '91', '110', '141', '200', '300']);
  });
});
