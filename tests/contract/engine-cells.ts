import { defineCell } from '../../src/core/cell-type';
import { defineCompute, type CellCompute } from '../../src/core/cell-compute';
import { integer, text } from '../../src/core/params';
import { Problem } from '../../src/core/problem';
import type { ClusteringValue, MatrixValue, TableValue } from '../../src/core/values';
import type { Task } from '../../src/engine/port';
import { tableFromArrays } from 'apache-arrow';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';

/** How often each kind was computed; tests compare before and after. */
export const computed = new Map<string, number>();

/** Jobs of kind `gate` wait here until the test lets them go on. */
export const gates = new Map<string, () => void>();

function count(kind: string): void {
  computed.set(kind, (computed.get(kind) ?? 0) + 1);
}

export function tableOf(values: readonly number[]): TableValue {
  const table = tableFromArrays({ c0: Float64Array.from(values) });
  const columns = [{ id: 'c0', name: 'spend', type: 'number' }] as const;
  return { kind: 'table', table, columns, rows: values.length };
}

const load = defineCompute(
  defineCell({
    kind: 'load',
    version: 1,
    stage: 'data',
    takes: {},
    gives: 'table',
    params: { source: text({ initial: '' }) },
    readsSource: true,
  }),
  async function* (_params, _inputs, tools) {
    count('load');
    if (!tools.source) throw new Problem('source-missing', { name: '', sha256: '' });
    const read = yield* tools.readSource(tools.source, READ_AUTOMATICALLY);
    return { value: read.value, display: read.report };
  },
);

const encoder = new TextEncoder();

/** Copies the column into a matrix; drops the first row when told to. */
const features = defineCompute(
  defineCell({
    kind: 'features',
    version: 1,
    stage: 'features',
    takes: { table: 'table' },
    gives: 'matrix',
    params: { drop: integer({ initial: 0, min: 0, max: 10 }) },
  }),
  async function* ({ drop }, { table }) {
    count('features');
    yield { done: 0, total: 1 };
    const column = Float32Array.from(table.table.getChild('c0')?.toArray() ?? []);
    const values = column.slice(drop);
    const rowIndex = Uint32Array.from(values, (_, i) => i + drop);
    const matrix = { rows: values.length, columns: 1, values };
    const value: MatrixValue = {
      kind: 'matrix',
      matrix,
      features: [],
      columns: [],
      rowIndex: drop > 0 ? rowIndex : null,
      tableRows: table.rows,
    };
    return { value, display: { rows: matrix.rows } };
  },
  {
    /** What was asked for, the rows of the table and those of the matrix. */
    csv: async function* ({ params, inputs, value, wish }) {
      yield { done: 0, total: 2, phase: 'write' };
      const { language, names, options } = wish;
      const heading = [params.drop, language, names[0]?.[language], options.sep].join();
      const pieces = [heading, inputs.table.rows, value.matrix.rows].map((line) =>
        encoder.encode(`${line}\n`),
      );
      yield { done: 1, total: 2, phase: 'write' };
      return { name: 'points.csv', blob: new Blob(pieces, { type: 'text/csv' }) };
    },
  },
);

/** Labels rows by their sign. */
const cluster = defineCompute(
  defineCell({
    kind: 'cluster',
    version: 1,
    stage: 'model',
    takes: { points: 'matrix' },
    gives: 'clustering',
    params: {},
    usesSeed: true,
  }),
  async function* (_params, { points }) {
    count('cluster');
    yield { done: 0, total: 1 };
    const labels = Int32Array.from(points.matrix.values, (value) => (value < 0 ? 0 : 1));
    const value: ClusteringValue = {
      kind: 'clustering',
      labels,
      clusters: 2,
      sizes: [0, 0],
      centroids: new Float64Array(2),
      columns: 1,
      inertia: 0,
      iterations: 1,
      isConverged: true,
      rowIndex: points.rowIndex,
      tableRows: points.tableRows,
    };
    return { value, display: { labels } };
  },
);

/** Only shows; its display looks into the matrix itself beside memory of its own. */
const scatter = defineCompute(
  defineCell({
    kind: 'scatter',
    version: 1,
    stage: 'understand',
    takes: { points: 'matrix' },
    gives: null,
    params: {},
  }),
  async function* (_params, { points }) {
    count('scatter');
    yield { done: 0, total: 1 };
    const x = points.matrix.values;
    return { value: null, display: { x, own: Float32Array.from(x) } };
  },
);

/** Counts up for ever; stopping it keeps the count. */
const counter = defineCompute(
  defineCell({
    kind: 'counter',
    version: 2,
    stage: 'model',
    takes: {},
    gives: null,
    params: { from: integer({ initial: 0, min: 0, max: 100 }) },
    migrate: (params) => ({ from: params.start ?? 0 }),
  }),
  async function* ({ from }) {
    count('counter');
    for (let reached = from; ; reached++) {
      const partial = () => ({ value: null, display: { from, reached } });
      yield { done: reached, total: reached + 1, phase: 'count', partial };
    }
  },
  {
    endless: async function* () {
      for (let done = 0; ; done++) yield { done, total: done + 1, phase: 'write' };
    },
    broken: async function* () {
      yield { done: 0, total: 1 };
      throw new Problem('too-few-rows', { rows: 1, needed: 2 });
    },
  },
);

/** Waits in the middle of a step until its gate is opened, or for ever. */
const gate = defineCompute(
  defineCell({
    kind: 'gate',
    version: 1,
    stage: 'model',
    takes: {},
    gives: 'matrix',
    params: { name: text({ initial: '' }) },
  }),
  async function* ({ name }) {
    count('gate');
    yield { done: 0, total: 1, phase: 'wait' };
    await new Promise<void>((resolve) => gates.set(name, resolve));
    const matrix = { rows: 1, columns: 1, values: new Float32Array(1) };
    const value: MatrixValue = {
      kind: 'matrix',
      matrix,
      features: [],
      columns: [],
      rowIndex: null,
      tableRows: 1,
    };
    return { value, display: { name } };
  },
);

const failing = defineCompute(
  defineCell({
    kind: 'failing',
    version: 1,
    stage: 'model',
    takes: {},
    gives: 'matrix',
    params: {},
  }),
  async function* () {
    yield { done: 0, total: 1 };
    throw new Problem('too-few-rows', { rows: 1, needed: 2 });
  },
);

/** Our own mistake: a display that no thread can send. */
const unsendable = defineCompute(
  defineCell({
    kind: 'unsendable',
    version: 1,
    stage: 'model',
    takes: {},
    gives: null,
    params: {},
  }),
  async function* () {
    yield { done: 0, total: 1 };
    return { value: null, display: { draw: () => undefined } };
  },
);

export const testComputes: ReadonlyMap<string, CellCompute> = new Map(
  [load, features, cluster, scatter, counter, gate, failing, unsendable].map((compute) => [
    compute.definition.kind,
    compute as CellCompute,
  ]),
);

let made = 0;

/** A task with a fingerprint that nothing else has, unless one is given. */
export function task(kind: string, part: Partial<Task> = {}): Task {
  made++;
  return {
    fingerprint: `${kind}-${made}`,
    cellId: `${kind}-cell`,
    kind,
    version: testComputes.get(kind)?.definition.version ?? 1,
    params: {},
    seed: 1,
    inputs: {},
    ...part,
  };
}
