import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import type { JsonObject } from '../../core/json';
import { parseParams } from '../../core/params';
import type { Tools } from '../../core/cell-compute';
import { createRandom } from '../../core/random';
import type { MatrixValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
} from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';

const ROWS = 500;
const random = createRandom(11, 'version-1');
const draw = (make: () => number) => Float64Array.from({ length: ROWS }, make);
const table = createTable([
  numberColumn(
    'spend',
    draw(() => (random.next() < 0.1 ? NaN : 1 / (0.01 + random.next()))),
  ),
  numberColumn(
    'balance',
    draw(() => (random.next() - 0.7) ** 3 * 1e4),
  ),
  numberColumn(
    'visits',
    draw(() => Math.floor(random.next() * 30)),
  ),
  dateColumn(
    'joined',
    draw(() => (random.next() < 0.1 ? NaN : 1.6e12 + Math.floor(random.next() * 1e11))),
  ),
  booleanColumn(
    'member',
    Int8Array.from({ length: ROWS }, () => Math.floor(random.next() * 3) - 1),
  ),
  categoryColumn(
    'city',
    Int32Array.from({ length: ROWS }, () => Math.floor(random.next() ** 2 * 21) - 1),
    Array.from({ length: 20 }, (_, i) => `城市${i}`),
  ),
]);
const ALL = { columns: ['spend', 'balance', 'visits', 'joined', 'member', 'city'] };

/** What the code of version 1 made of these parameters: the first 16 digits of a SHA-256. */
const RECORDED: readonly (readonly [JsonObject, string])[] = [
  [{}, '43484e6f594e3bd9'],
  [{ ...ALL }, '05e0185d8b0ace9f'],
  [{ ...ALL, missing: 'median-flag', levels: 3 }, '7e3deeee7d5e03a7'],
  [{ ...ALL, missing: 'drop', scale: 'robust' }, '038fbfc09ca4a96f'],
  [{ ...ALL, missing: 'mean', transform: 'yeo-johnson', scale: 'min-max' }, '0f0954a55f2ed368'],
  [
    { ...ALL, custom: [{ column: 'spend', transform: 'log', scale: 'none', missing: 'mean' }] },
    '2e8fe239aa998499',
  ],
  [
    { ...ALL, missing: 'drop', custom: [{ column: 'city', missing: 'median' }] },
    'de52e1372e4334c9',
  ],
];

describe('parameters of version 1', () => {
  it.each(RECORDED)('give the very bits that they gave: %j', async (saved, expected) => {
    const params = parseParams(definition.params, definition.migrate?.(saved, 1) ?? saved);
    const { value } = await finish(compute.run(params, { table }, {} as Tools));
    const { matrix, features, rowIndex } = value as MatrixValue;
    const hash = createHash('sha256');
    hash.update(new Uint8Array(matrix.values.buffer)).update(JSON.stringify(features));
    hash.update(String(rowIndex));
    expect(hash.digest('hex').slice(0, 16)).toBe(expected);
  });
});
