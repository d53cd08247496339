import { describe, expect, it } from 'vitest';
import { clusteringOf, toolsOf } from '../../../tests/support/tools';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { finish } from '../../core/job';
import type { Json } from '../../core/json';
import { initialParams } from '../../core/params';
import type { MatrixValue } from '../../core/values';
import { createTable, numberColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { ScoreDisplay } from './display';

const LEARNT = [0, 1, 2, 10, 11, 12];
const column = { id: 'c0', name: 'spend', type: 'number' as const };
const points: MatrixValue = {
  kind: 'matrix',
  matrix: { rows: 6, columns: 1, values: Float32Array.from(LEARNT) },
  features: [{ name: 'spend', columnId: 'c0', steps: [] }],
  columns: [column],
  rowIndex: null,
  tableRows: 6,
};
const clustering = clusteringOf(points.matrix, Int32Array.from([0, 0, 0, 1, 1, 1]));

async function score(values: readonly number[], given: object = { points, clustering }) {
  const table = createTable([
    numberColumn('id', Float64Array.from(values.keys())),
    numberColumn('Spend', Float64Array.from(values)),
  ]);
  const params = initialParams(definition.params);
  const result = await finish(compute.run(params, { table, ...given }, toolsOf()));
  return { value: result.value!, display: result.display as ScoreDisplay };
}

describe('score', () => {
  it('puts rows of another table to their nearest centre and says how sure that is', async () => {
    const { value, display } = await score([1, 3.5, 11, 11, 40]);
    expect(value).toMatchObject({ kind: 'clustering', sizes: [2, 3], tableRows: 5 });
    expect('labels' in value && [...value.labels]).toEqual([0, 0, 1, 1, 1]);
    // Distances to 1 and 11: 1 → 0 and 10, 3.5 → 2.5 and 7.5: confidences 1 and 2/3.
    expect(display.segments[0]!.confidence).toBeCloseTo((1 + 2 / 3) / 2, 12);
    // The learning rows lie within 1 of their centres.
    expect(display.segments.map(({ outside }) => outside)).toEqual([1, 1]);
    expect(display.outside).toBe(2);
  });

  it('counts the rows that lack a value', async () => {
    const { value, display } = await score([1, NaN, 11]);
    expect('rowIndex' in value && [...value.rowIndex!]).toEqual([0, 2]);
    expect(display).toMatchObject({ tableRows: 3, rows: 2 });
    expect(display.leftOut).toEqual([{ column: 'spend', rows: 1, first: [2] }]);
  });

  it('may leave a segment without rows', async () => {
    const { display } = await score([1, 2]);
    expect(display.segments.map(({ rows, confidence }) => [rows, confidence === null])).toEqual([
      [2, false],
      [0, true],
    ]);
  });

  it('says what is missing when nothing was learnt', async () => {
    await expect(score([1, 2], {})).rejects.toMatchObject({ code: 'input-missing' });
  });

  it('takes a passport only when it is whole', () => {
    const { passport } = definition.params;
    expect(() => passport.parse({ format: 'fenqun-segments' } as Json)).toThrow(
      expect.objectContaining({ code: 'passport-invalid' }),
    );
  });
});

describe('the file of scores', () => {
  it('has every row with its segment, distance and confidence, and nothing for one left out', async () => {
    const table = createTable([numberColumn('spend', Float64Array.from([1, NaN, 3.5, 40]))]);
    const params = initialParams(definition.params);
    const inputs = { table, points, clustering };
    const tools = toolsOf();
    const { value } = await finish(compute.run(params, inputs, tools));
    const names = [{ zh: '常客', en: 'Regulars' }];
    const wish = { format: 'csv', language: 'en' as const, names, options: {} };
    const made = await finish(compute.exports!.csv!({ params, inputs, value, wish, tools }));
    expect(made.name).toBe('scores.csv');
    const { value: read } = await readText(new Uint8Array(await made.blob.arrayBuffer()));
    expect(read.columns.map(({ name }) => name)).toEqual([
      'spend',
      'segment',
      'segment name',
      'distance to centre',
      'confidence',
      'outside what was learnt',
    ]);
    expect(rowsOf(read)).toEqual([
      ['1', '1', 'Regulars', '0', '1', 'false'],
      [null, null, null, null, null, null],
      ['3.5', '1', 'Regulars', '2.5', String(1 - 2.5 / 7.5), 'true'],
      ['40', '2', null, '29', String(1 - 29 / 39), 'true'],
    ]);
  });
});
