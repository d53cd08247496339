import { describe, expect, it } from 'vitest';
import { DATA_FOLDER, realFile, WANTING } from '../../tests/support/real-data';
import { clusteringOf, pointsOf, toolsOf } from '../../tests/support/tools';
import { readText } from '../../tests/support/read-text';
import { computes } from '../cells/computes';
import { finish } from '../core/job';
import type { JsonObject } from '../core/json';
import { parseParams } from '../core/params';
import type { ClusteringValue, MatrixValue } from '../core/values';
import { createRandom } from '../core/random';
import { makePassport } from './make';
import { readPassport, writePassport } from './parse';
import type { Passport } from './passport';
import { scoreTable, type Scored } from './score';

async function runCell(kind: string, saved: JsonObject, inputs: object) {
  const compute = computes.get(kind)!;
  const params = parseParams(compute.definition.params, saved);
  const result = await finish(compute.run(params, { ...inputs }, toolsOf()));
  return result.value!;
}

interface Learnt {
  readonly clustering: ClusteringValue;
  readonly passport: Passport;
}

async function learn(
  text: string | Uint8Array<ArrayBuffer>,
  features: JsonObject,
  cluster: JsonObject,
): Promise<Learnt> {
  const { value: table } = await readText(text);
  const points = (await runCell('features', features, { table })) as MatrixValue;
  const clustering = (await runCell('cluster', cluster, { points })) as ClusteringValue;
  const method = typeof cluster.method === 'string' ? cluster.method : 'kmeans';
  const made = await passportOf(points, clustering, method);
  // As it comes back from a file.
  return { clustering, passport: readPassport(writePassport(made)) };
}

async function passportOf(
  points: MatrixValue,
  clustering: ClusteringValue,
  method: string,
): Promise<Passport> {
  const segments = clustering.sizes.map((_size, index) => ({
    label: String(index + 1),
    mark: index,
    name: '',
  }));
  const titles = { title: 'shop', language: 'en' as const, method, segments };
  const shards = await toolsOf().createShards(points.matrix);
  try {
    return await finish(makePassport(points, clustering, { shards, titles }));
  } finally {
    shards.release();
  }
}

async function score(passport: Passport, text: string | Uint8Array<ArrayBuffer>): Promise<Scored> {
  const { value: table } = await readText(text);
  return finish(scoreTable(passport, table, toolsOf()));
}

const random = createRandom(7, 'passport');
const CITIES = ['北京', '上海', '广州'];
const LINES = Array.from({ length: 400 }, (_, i) => {
  const group = i % 3;
  const spend = Math.round((group * 400 + 50 + random.next() * 100) * 100) / 100;
  const visits = group * 5 + Math.floor(random.next() * 4);
  const age = i % 17 === 0 ? '' : String(20 + Math.floor(random.next() * 40));
  return { spend, visits, age, city: CITIES[Math.floor(random.next() * 3)]!, member: i % 2 };
});
const CSV = [
  'spend,visits,age,city,member',
  ...LINES.map(({ spend, visits, age, city, member }) =>
    [spend, visits, age, city, member ? 'yes' : 'no'].join(','),
  ),
].join('\n');
const FEATURES = { columns: ['spend', 'visits', 'age', 'city', 'member'], missing: 'median-flag' };

const SCHOOLS = ['高中', '本科', '硕士'];
const CODED = [
  'spend,city,school,shop,tags,joined,visits,end',
  ...LINES.map(({ spend, city, visits }, i) => {
    const tags = ['咖啡', '早餐', '烘焙']
      .filter((_, k) => (i * 7 + k * 3) % (k + 2) === 0)
      .join('|');
    const joined = new Date(Date.UTC(2022, 5, 1) + ((i * 37) % 500) * 864e5).toISOString();
    const school = i % 13 === 0 ? '' : SCHOOLS[(i * 5) % 3];
    const values = [spend, city, school, `店${i % 23}`, tags, joined.slice(0, 10), visits + 1];
    return [...values, 'END'].join(',');
  }),
].join('\n');
const ENCODED = {
  columns: ['spend', 'city', 'school', 'shop', 'tags', 'joined'],
  interactions: [{ a: 'spend', b: 'visits', operation: 'ratio' }],
  custom: [
    { column: 'spend', weight: 2, scale: 'robust' },
    { column: 'city', encode: 'frequency', weight: 0.5 },
    { column: 'school', encode: 'ordinal', order: SCHOOLS },
    { column: 'shop', encode: 'hash', slots: 4 },
    { column: 'tags', encode: 'tags', levels: 2 },
    { column: 'joined', encode: 'age', reference: '2024-01-01', cycles: ['month', 'weekday'] },
  ],
};

describe('a passport', () => {
  it.each(['kmeans', 'minibatch', 'kmedians'])(
    'puts every row it was learnt from into its segment again (%s)',
    async (method) => {
      const { passport, clustering } = await learn(CSV, FEATURES, { method, clusters: 4 });
      const scored = await score(passport, CSV);
      expect(passport.learnt).toEqual({ rows: 400, leftOut: 0, noise: 0, same: 400 });
      expect([...scored.clustering.labels]).toEqual([...clustering.labels]);
      expect(scored.clustering.sizes).toEqual(clustering.sizes);
    },
  );

  it('gives equally near rows to the segment that had them', async () => {
    // 2 is as far from 1 as from 3; the larger segment comes first and would take it.
    const values = Float32Array.from([0, 2, 3, 3, 3]);
    const points = pointsOf({ rows: 5, columns: 1, values });
    const clustering = clusteringOf(points.matrix, Int32Array.from([1, 1, 0, 0, 0]));
    const passport = await passportOf(points, clustering, 'kmeans');
    expect(passport.order).toEqual([1, 0]);
    expect(passport.learnt.same).toBe(5);
  });

  it('says how many rows a method without centroids would get back', async () => {
    const values = Float32Array.from([0, 10, 1, 2, 9]);
    const points = pointsOf({ rows: 5, columns: 1, values });
    const clustering = clusteringOf(points.matrix, Int32Array.from([0, 0, 1, 1, 1]));
    const { learnt } = await passportOf(points, clustering, 'dbscan');
    // The centroids are 5 and 4: 10 and 9 are nearer to 5, the others to 4.
    expect(learnt).toEqual({ rows: 5, leftOut: 0, noise: 0, same: 3 });
  });

  it('keeps every encoding, and puts the rows it was learnt from into their segments again', async () => {
    for (const measure of ['euclidean', 'mixed', 'gower'] as const) {
      const features = { ...ENCODED, measure };
      const method = measure === 'gower' ? 'kmedians' : 'kmeans';
      const { passport, clustering } = await learn(CODED, features, { method, clusters: 4 });
      const kinds = new Set(
        passport.features.flatMap(({ steps }) => steps.map(({ kind }) => kind)),
      );
      for (const kind of [
        'ordinal',
        'frequency',
        'hash',
        'tag',
        'age',
        'cyclic',
        'weight',
      ] as const)
        expect(kinds).toContain(kind);
      const scored = await score(passport, CODED);
      expect([...scored.clustering.labels]).toEqual([...clustering.labels]);
      expect(passport.learnt).toMatchObject({ rows: 400, same: 400 });
    }
  });

  it('takes levels, tags and dates that were never there by the rule of their encoding', async () => {
    const { passport } = await learn(CODED, ENCODED, { clusters: 4 });
    const changed = CODED.replaceAll('高中', '博士')
      .replaceAll('北京', '拉萨')
      .replaceAll('咖啡', '茶')
      .replaceAll('2023-', '2031-');
    const scored = await score(passport, changed);
    expect(scored.matrix.rows).toBe(400);
    expect(scored.matrix.values.every(Number.isFinite)).toBe(true);
    expect(scored.unseen.map(({ column, level, taken }) => [column, level, taken])).toEqual([
      ['city', '拉萨', 'never'],
      ['school', '博士', 'middle'],
    ]);
    // Nothing was missing in a ratio when learning, but a new row may divide by 0.
    const zero = await score(passport, CODED.replaceAll(/,\d+,END$/gm, ',0,END'));
    expect(zero.matrix.rows).toBe(400);
  });

  it('holds no row of the table', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 4 });
    const text = writePassport(passport);
    for (const { spend } of LINES) expect(text).not.toContain(String(spend));
  });
});

describe('scoring another table', () => {
  it('finds columns in another order, beside others and under names written otherwise', async () => {
    const { passport, clustering } = await learn(CSV, FEATURES, { clusters: 4 });
    const other = [
      'id,Member,ＣＩＴＹ,age, Spend ,visits,note',
      ...LINES.map(({ spend, visits, age, city, member }, i) =>
        [`n${i}`, member ? 'yes' : 'no', city, age, spend, visits, 'x'].join(','),
      ),
    ].join('\n');
    const scored = await score(passport, other);
    expect([...scored.clustering.labels]).toEqual([...clustering.labels]);
    expect(scored.matched.unused).toBe(2);
    expect(scored.matched.notes.map(({ kind, column }) => [kind, column])).toContainEqual([
      'renamed',
      'spend',
    ]);
  });

  it('reads the same numbers from other formats', async () => {
    const { passport, clustering } = await learn(CSV, FEATURES, { clusters: 4 });
    const other = [
      'spend;visits;age;city;member',
      ...LINES.map(({ spend, visits, age, city, member }) =>
        [
          spend.toLocaleString('de-DE', { minimumFractionDigits: 2 }),
          visits,
          age,
          city,
          member ? '是' : '否',
        ].join(';'),
      ),
    ].join('\r\n');
    const { labels } = (await score(passport, other)).clustering;
    expect([...labels]).toEqual([...clustering.labels]);
  });

  it('names the columns that are missing', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 2 });
    await expect(score(passport, 'spend,visits,member\n1,2,yes\n2,3,no\n')).rejects.toMatchObject({
      code: 'score-columns-missing',
      facts: { columns: 'age, city', count: 2, of: 5 },
    });
  });

  it('says at which row a column that was of numbers holds words', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 2 });
    const words = LINES.map(({ visits, age, city }) => `many,${visits},${age},${city},yes`);
    const text = ['spend,visits,age,city,member', ...words].join('\n');
    await expect(score(passport, text)).rejects.toMatchObject({
      code: 'score-column-type',
      facts: { column: 'spend', expected: 'number', row: 1, value: 'many' },
    });
  });

  it('leaves out rows without a value where none was missing, and fills the others', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 2 });
    const lines = CSV.split('\n');
    lines[3] = ',5,30,北京,yes';
    lines[5] = '100,5,,北京,yes';
    const scored = await score(passport, lines.join('\n'));
    expect(scored.leftOut).toEqual([{ column: 'spend', rows: 1, first: [3] }]);
    expect(scored.clustering.rowIndex).toHaveLength(399);
    expect(scored.clustering.tableRows).toBe(400);
    expect([...scored.clustering.rowIndex!.subarray(0, 4)]).toEqual([0, 1, 3, 4]);
  });

  it('counts levels that were never seen as none of the known ones', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 2 });
    const scored = await score(passport, CSV.replaceAll('广州', '深圳'));
    const rows = LINES.filter(({ city }) => city === '广州').length;
    expect(scored.unseen).toEqual([{ column: 'city', level: '深圳', rows }]);
    expect(scored.leftOut).toEqual([]);
  });

  it('measures each row against its own and the nearest other centroid', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 3 });
    const { nearness, matrix, clustering } = await score(passport, CSV);
    const row = 11;
    const distances = passport.segments.map(({ centroid }) =>
      Math.hypot(...centroid.map((at, j) => matrix.values[row * matrix.columns + j]! - at)),
    );
    const sorted = distances.toSorted((a, b) => a - b);
    expect(distances[clustering.labels[row]!]).toBe(sorted[0]);
    expect(nearness.own[row]).toBeCloseTo(sorted[0]!, 12);
    expect(nearness.other[row]).toBeCloseTo(sorted[1]!, 12);
  });
});

describe.skipIf(!DATA_FOLDER)(`real tables${WANTING}`, () => {
  it.each([
    ['bank-marketing/bank_additional.csv.gz', 6],
    ['customer-personality/marketing_campaign_semicolon_bom.csv', 4],
    ['wholesale-customers/wholesale_customers.csv', 3],
  ])('%s scored again gives the same labels, bit for bit', async (path, clusters) => {
    const bytes = realFile(path);
    const { passport, clustering } = await learn(bytes, {}, { clusters, restarts: 2 });
    const scored = await score(passport, bytes);
    expect(passport.learnt.same).toBe(passport.learnt.rows);
    expect(scored.clustering.labels).toEqual(clustering.labels);
  });
});

describe('the file of a passport', () => {
  it.each([
    ['not JSON', '{', ''],
    ['another format', '{"format":"x"}', 'format'],
  ])('is refused when it is %s', (_what, text, at) => {
    expect(() => readPassport(text)).toThrow(
      expect.objectContaining({ code: 'passport-invalid', facts: expect.objectContaining({ at }) }),
    );
  });

  it('is refused with the place that is wrong', async () => {
    const { passport } = await learn(CSV, FEATURES, { clusters: 2 });
    const broken = JSON.parse(writePassport(passport));
    broken.segments[1].centroid.pop();
    expect(() => readPassport(JSON.stringify(broken))).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({ at: 'segments.1.centroid' }),
      }),
    );
  });
});
