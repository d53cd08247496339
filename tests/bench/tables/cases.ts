import { readFileSync } from 'node:fs';
import rfm from '../../../src/cells/rfm/compute';
import { definition as rfmDefinition } from '../../../src/cells/rfm/definition';
import type { RfmDisplay } from '../../../src/cells/rfm/display';
import sequence from '../../../src/cells/sequence/compute';
import { definition as sequenceDefinition } from '../../../src/cells/sequence/definition';
import type { SequenceDisplay } from '../../../src/cells/sequence/display';
import type { Tools } from '../../../src/core/cell-compute';
import { finish } from '../../../src/core/job';
import { initialParams } from '../../../src/core/params';
import type { TableValue } from '../../../src/core/values';
import { openSteadyBlob } from '../../../src/headless/steady-blob';
import { createRecordReader } from '../../../src/kernels/record-reader';
import { createWasmKernels } from '../../../src/kernels/wasm';
import { cleanTable } from '../../../src/table/clean/clean-table';
import type { CleanStep } from '../../../src/table/clean/step';
import { profileTable } from '../../../src/table/profile';
import { READ_AUTOMATICALLY } from '../../../src/core/read-report';
import { readTable } from '../../../src/table/read/read-table';
import type { TableCase } from './table-case';

/** Orders are summed up without a world. */
const NO_TOOLS: Tools = {
  seed: 1,
  createShards: () => Promise.reject(new Error('no matrix here')),
  readSource: () => {
    throw new Error('nothing to read here');
  },
};

const kernels = createWasmKernels(readFileSync('build/kernels.wasm'));
const records = createRecordReader(kernels);

async function read(path: string): Promise<TableValue> {
  const blob = await openSteadyBlob(path);
  const { value } = await finish(
    readTable({ name: 'bench.csv', blob }, READ_AUTOMATICALLY, { records }),
  );
  return value;
}

const profileAt = (columns: number, most: number | null): TableCase => ({
  name: `profile 1,000,000 × ${columns}`,
  work: 'profile',
  file: `mixed-1m-${columns}.csv`,
  most,
  ready: async (path) => {
    const table = await read(path);
    return async () => {
      const profile = await finish(profileTable(table));
      const missing = profile.columns.reduce((sum, column) => sum + column.missing, 0);
      const distinct = profile.columns.reduce((sum, column) => sum + column.distinct, 0);
      return { missing, distinct };
    };
  },
});

const readOf = (name: string, what: Pick<TableCase, 'work' | 'file' | 'most'>): TableCase => ({
  name,
  ...what,
  isReading: true,
  ready: (path) =>
    Promise.resolve(async () => {
      const { rows, columns } = await read(path);
      return { rows, columns: columns.length };
    }),
});

const AMOUNTS = ['column_6', 'column_7', 'column_8', 'column_9'];
const CLEANING: readonly CleanStep[] = [
  { kind: 'drop-duplicates', columns: [], keep: 'first' },
  { kind: 'fill-missing', columns: AMOUNTS, rule: 'median' },
  { kind: 'outliers', columns: AMOUNTS, rule: 'iqr', limit: 1.5, action: 'clip' },
];

/** In the order in which they are measured. */
export const TABLE_CASES: readonly TableCase[] = [
  readOf('read CSV 78 MB', { work: 'read_csv', file: 'customers-1m.csv', most: 1.5 }),
  readOf('read CSV of text', { work: 'read_texts', file: 'texts-1m.csv', most: null }),
  profileAt(20, 1),
  profileAt(50, null),
  {
    name: 'clean 1,000,000 × 10',
    work: 'clean',
    file: 'mixed-1m-10.csv',
    most: null,
    ready: async (path) => {
      const table = await read(path);
      return async () => {
        const { working, outcomes } = await finish(cleanTable(table, CLEANING));
        const [, filled, clipped] = outcomes.map((each) => ('cells' in each ? each.cells : NaN));
        return { rows: working.kept.length, filled: filled!, clipped: clipped! };
      };
    },
  },
  {
    name: 'RFM of 1,000,000 orders',
    work: 'rfm',
    file: 'orders-1m.csv',
    most: 1,
    ready: async (path) => {
      const table = await read(path);
      const params = initialParams(rfmDefinition.params);
      return async () => {
        const { display } = await finish(rfm.run(params, { table }, NO_TOOLS));
        const { rows, orders, revenue } = display as RfmDisplay;
        return { customers: rows, orders, revenue: Math.round(revenue ?? 0) };
      };
    },
  },
  {
    name: 'sequences of 1,000,000 events',
    work: 'sequence',
    file: 'orders-1m.csv',
    most: null,
    ready: async (path) => {
      const table = await read(path);
      const columns = { user: 'customer', time: 'date', event: 'product', value: 'quantity' };
      const params = { ...initialParams(sequenceDefinition.params), ...columns };
      return async () => {
        const { display } = await finish(sequence.run(params, { table }, NO_TOOLS));
        const { users, sessions, counts } = display as SequenceDisplay;
        return { users, sessions, events: counts.event };
      };
    },
  },
];
