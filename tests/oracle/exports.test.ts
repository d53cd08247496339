import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import compute from '../../src/cells/audience/compute';
import { definition } from '../../src/cells/audience/definition';
import { finish } from '../../src/core/job';
import { parseParams } from '../../src/core/params';
import type { ClusteringValue } from '../../src/core/values';
import { isoOf } from '../../src/table/column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../src/table/create-table';
import { toolsOf } from '../support/tools';
import recorded from './exports.json';

const ROWS = 60;
const every = <T>(of: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => of(row));

const texts = every((row) =>
  row % 9 === 4
    ? null
    : ['a,b', '甲"乙"', '=SUM(A1)', '＝1+1', '@x', 'line\nbreak', '-5', ' ü'][row % 8]!,
);
const numbers = every((row) => (row % 7 === 2 ? NaN : (row - 30) * 0.1 + (row === 0 ? 1e15 : 0)));
const dates = every((row) =>
  row % 6 === 5 ? NaN : (row - 10) * 86_400_000 + (row % 2) * 34_200_123,
);
const flags = every((row) => (row % 5 === 3 ? -1 : row % 2));
const cities = every((row) => (row % 8 === 6 ? -1 : row % 3));
const LEVELS = ['北京', '+86', 'São Paulo'];

const table = createTable([
  textColumn('备注, "原文"', texts),
  numberColumn('花费', Float64Array.from(numbers), '¥'),
  dateColumn('加入日期', Float64Array.from(dates)),
  booleanColumn('__proto__', Int8Array.from(flags)),
  categoryColumn('城市', Int32Array.from(cities), LEVELS),
]);

/** Row 59 was left out by the features; every tenth is noise. */
const labels = every((row) => (row % 10 === 9 ? -1 : row % 3)).slice(0, ROWS - 1);
const clustering: ClusteringValue = {
  kind: 'clustering',
  labels: Int32Array.from(labels),
  clusters: 3,
  sizes: [0, 1, 2].map((c) => labels.filter((label) => label === c).length),
  centroids: new Float64Array(3),
  columns: 1,
  inertia: 0,
  iterations: 1,
  isConverged: true,
  rowIndex: Uint32Array.from(labels, (_, row) => row),
  tableRows: ROWS,
};

const names = ['常客', '=新客', 'Gäste'].map((name) => ({ zh: name, en: name }));

async function bytesOf(format: string): Promise<Uint8Array> {
  const params = parseParams(definition.params, { format });
  const wish = { format, language: 'zh', names, options: {} } as const;
  const ground = { params, inputs: { table, clustering }, value: null, wish, tools: toolsOf() };
  const { blob } = await finish(compute.exports![format]!(ground));
  return new Uint8Array(await blob.arrayBuffer());
}

const neutral = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : /^[=＝@]|^\+\D/.test(text) ? `'${text}` : text;
const labelOf = (row: number): number => labels[row] ?? -2;
const orNull = (value: number) => (Number.isNaN(value) ? null : value);
const segment = <T>(of: (label: number) => T) =>
  every((row) => (labelOf(row) < 0 ? null : of(labelOf(row))));
const reasons = every((row) =>
  labelOf(row) === -1
    ? '噪声：不像任何一群'
    : labelOf(row) === -2
      ? '特征没有用这一行（如有缺失值）'
      : null,
);

/** What every reader must find. */
const expected = {
  '备注, "原文"': texts,
  花费: numbers.map(orNull),
  加入日期: dates.map(orNull),
  ['__proto__']: flags.map((flag) => (flag < 0 ? null : flag === 1)),
  城市: cities.map((code) => LEVELS[code] ?? null),
  分群编号: segment((label) => label + 1),
  分群字母: segment((label) => 'ABC'[label]!),
  分群: segment((label) => names[label]!.zh),
  未分群原因: reasons,
};

const FILES = [
  ['segments.csv', 'csv'],
  ['segments.parquet', 'parquet'],
  ['segments.arrow', 'arrow'],
  ['segments.arrows', 'arrow-stream'],
] as const;

type Recorded = Record<
  string,
  { sha256: string; columns: Record<string, unknown[]>; types: Record<string, string> | null }
>;
// JSON says less than this test knows of the shape.
const files = recorded.files as unknown as Recorded;

describe.each(FILES)('%s', (file, format) => {
  it('is byte for byte the file that pandas and pyarrow read', async () => {
    const bytes = await bytesOf(format);
    const folder = process.env.FENQUN_EXPORTS;
    if (folder) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[file]!.sha256);
  });

  it('held for them what was written', () => {
    const { columns } = files[file]!;
    expect(Object.keys(columns)).toEqual(Object.keys(expected));
    for (const [name, values] of Object.entries(expected)) {
      expect(columns[name], name).toEqual(format === 'csv' ? values.map(csvText) : values);
    }
  });

  /** CSV has texts only. */
  function csvText(value: string | number | boolean | null, row: number): string {
    if (typeof value === 'number' && value === dates[row]) return isoOf(value);
    return typeof value === 'string' ? neutral(value)! : value === null ? '' : String(value);
  }
});

it('has types that other programs know', () => {
  expect(Object.values(files['segments.parquet']!.types!)).toEqual([
    'string',
    'double',
    'timestamp[ms, tz=UTC]',
    'bool',
    'string',
    'double',
    'string',
    'string',
    'string',
  ]);
  expect(files['segments.arrow']!.types).toEqual(files['segments.arrows']!.types);
  expect(Object.values(files['segments.arrow']!.types!).slice(0, 5)).toEqual([
    'string',
    'double',
    'timestamp[ms]',
    'bool',
    expect.stringMatching(/^dictionary<values=string/),
  ]);
});
