import { beforeAll, describe, expect, it } from 'vitest';
import { drawTraining } from '../../src/algorithms/parts/tree/hold-out';
import { fitTree } from '../../src/algorithms/parts/tree/fit-tree';
import { leafOf } from '../../src/algorithms/parts/tree/tree';
import { askedColumns } from '../../src/cells/explain/choose-columns';
import compute from '../../src/cells/explain/compute';
import { definition } from '../../src/cells/explain/definition';
import type { ExplainDisplay } from '../../src/cells/explain/display';
import { rulesSql } from '../../src/cells/explain/sql';
import { finish } from '../../src/core/job';
import { parseParams } from '../../src/core/params';
import type { ClusteringValue, TableValue } from '../../src/core/values';
import { numbersOf } from '../../src/table/column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../src/table/create-table';
import { writeArrow } from '../../src/table/write/arrow';
import { fileColumns } from '../../src/table/write/table-columns';
import { openDuckDb } from '../support/duckdb';
import { readText } from '../support/read-text';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import { toolsOf } from '../support/tools';

type Connection = Awaited<ReturnType<typeof openDuckDb>>;
let duckdb: Connection;
beforeAll(async () => {
  duckdb = await openDuckDb();
});

const CLUSTERS = 4;
const SEED = 1;

/** Groups by how much there is of the table's numbers, with some noise; no group is a box of a column. */
function labelsFor(table: TableValue): Int32Array {
  const numbers = table.columns
    .filter(({ type }) => type === 'number')
    .map(({ id }) => numbersOf(table, id));
  const ranks = numbers.map((values) => {
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    const places = new Map(Array.from(sorted, (value, i) => [value, i / sorted.length]));
    return (row: number) => places.get(values[row]!) ?? 0.3;
  });
  return Int32Array.from({ length: table.rows }, (_, row) => {
    if (row % 50 === 49) return -1;
    const sum = ranks.reduce((total, rank) => total + rank(row), 0);
    return Math.min(CLUSTERS - 1, Math.floor((CLUSTERS * sum) / Math.max(1, ranks.length)));
  });
}

function clusteringFor(table: TableValue): ClusteringValue {
  const labels = labelsFor(table);
  const sizes = Array.from({ length: CLUSTERS }, (_, c) => labels.filter((l) => l === c).length);
  const model = { centroids: new Float64Array(CLUSTERS), columns: 1, inertia: 0, iterations: 1 };
  const made = { ...model, isConverged: true, rowIndex: null, tableRows: table.rows };
  return { kind: 'clustering', labels, clusters: CLUSTERS, sizes, ...made };
}

/** What the tree itself says of every row. */
async function treeLabels(table: TableValue, labels: Int32Array, depth: number) {
  const asked = run(askedColumns(table, []));
  const features = asked.map(({ feature }) => feature);
  const { rows } = run(drawTraining(labels, SEED));
  const training = { features, labels, classes: CLUSTERS, rows };
  const tree = await finish(fitTree(training, { maxDepth: depth, minLeafRows: 2 }));
  return Array.from(labels, (_, row) => leafOf(tree.root, features, row).label);
}

function run<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The segment that DuckDB gives every row by the rules' SQL; names are the segments' indices. */
async function sqlLabels(table: TableValue, sql: string) {
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const order = {
    name: 'the row',
    type: 'number',
    read: (piece: Uint32Array) => ({ kind: 'number', values: Float64Array.from(piece) }) as const,
  } as const;
  const columns = [...fileColumns(table, table.columns), order];
  const blob = await finish(writeArrow({ columns, rows }, 'stream'));
  duckdb.query('DROP TABLE IF EXISTS customers');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  duckdb.insertArrowFromIPCStream(bytes, { name: 'customers' });
  const found = duckdb.query(`SELECT ${sql} AS label FROM customers ORDER BY "the row"`);
  return Array.from(found.getChild('label')!, (label: unknown) => Number(label));
}

async function expectSame(table: TableValue, depth: number): Promise<string> {
  const clustering = clusteringFor(table);
  const params = parseParams(definition.params, { depth, minRows: 2 });
  const inputs = { table, clustering };
  const { display } = await finish(compute.run(params, inputs, toolsOf(SEED)));
  // What this computation shows, by its definition.
  const { rules } = display as ExplainDisplay;
  const names = clustering.sizes.map((_, index) => ({ zh: `${index}`, en: `${index}` }));
  const sql = rulesSql(rules, names, 'en');
  const [ours, theirs] = [
    await treeLabels(table, clustering.labels, depth),
    await sqlLabels(table, sql),
  ];
  expect(theirs).toHaveLength(table.rows);
  // Thresholds are rounded between the values of rows in a segment: noise may lie in between.
  const { labels } = clustering;
  const isSegmented = (_label: number, row: number) => labels[row]! >= 0;
  expect(theirs.filter(isSegmented)).toEqual(ours.filter(isSegmented));
  expect(new Set(ours).size).toBeGreaterThan(1);
  return sql;
}

const ROWS = 600;
const every = <T>(of: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => of(row));
/** Deterministic and irregular. */
const mixed = (row: number, salt: number) => ((row * 7919 + salt * 104729) % 1009) / 1009;

const odd = createTable([
  numberColumn(
    '近十二月"消费"（元）',
    Float64Array.from(every((row) => (row % 7 === 3 ? NaN : mixed(row, 1) * 1e6 - 3e5))),
  ),
  numberColumn("o'rders; --", Float64Array.from(every((row) => Math.floor(mixed(row, 2) * 9)))),
  numberColumn(
    '__proto__',
    Float64Array.from(every((row) => (row % 3 === 0 ? NaN : mixed(row, 3) * 1e-9))),
  ),
  categoryColumn(
    '城市',
    Int32Array.from(every((row) => (row % 11 === 0 ? -1 : Math.floor(mixed(row, 1) * 4)))),
    ["O'Fallon", '北京"', '=1', ''],
  ),
  booleanColumn(
    'select',
    Int8Array.from(every((row) => (row % 13 === 0 ? -1 : mixed(row, 2) > 0.5 ? 1 : 0))),
  ),
  dateColumn('日期', Float64Array.from(every((row) => row * 86_400_000))),
  textColumn(
    'note',
    every((row) => `n${row}`),
  ),
]);

it.each([1, 2, 3, 4, 6])(
  'DuckDB labels odd columns as the tree does, %i questions deep',
  async (depth) => {
    await expectSame(odd, depth);
  },
);

it('asks DuckDB about missing values, categories and yes/no columns', async () => {
  const sql = await expectSame(odd, 6);
  expect(sql).toContain('IS NULL');
  expect(sql).toContain('"近十二月""消费""（元）"');
});

describe.skipIf(!DATA_FOLDER)(`real tables${WANTING}`, () => {
  it.each([
    ['bank-marketing/bank_additional.csv.gz', 4],
    ['customer-personality/marketing_campaign_semicolon_bom.csv', 5],
    ['zh-encodings/customers_gbk.csv', 3],
    ['wholesale-customers/wholesale_customers.csv', 6],
  ])('DuckDB labels %s as the tree does', async (path, depth) => {
    const { value } = await readText(realFile(path));
    await expectSame(value, depth);
  });
});
