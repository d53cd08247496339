import { computes } from '../cells/computes';
import type { Tools } from '../core/cell-compute';
import { paced, stretch, type Job } from '../core/job';
import type { JsonObject } from '../core/json';
import { addCell, addSource, createNotebook, type Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import type { Language } from '../core/words';
import { featureColumns } from './feature-columns';
import { sampleTable } from './sample-table';
import { runCell, suggestClusters, USUAL_CLUSTERS } from './suggest-clusters';

/**
 * The silhouette compares all pairs of rows in all columns: 2000 rows of ten columns take a
 * moment, and wider tables as long with fewer rows.
 */
const PAIR_VALUES = 4e7;
const [LEAST_ROWS, MOST_ROWS] = [300, 2000];

function sampleSize(columns: number): number {
  const affordable = Math.floor(Math.sqrt(PAIR_VALUES / columns));
  return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, affordable));
}

/** What proposing needs of the engine. */
export interface ProposalTools {
  readonly language: Language;
  readonly createShards: Tools['createShards'];
}

/**
 * The notebook for a table that was just read: load, profile, features, K-means, evaluation,
 * segments, personas and scatter, connected, its choices written out so that they can be seen and changed.
 * The number of segments is suggested from a seeded sample of at most 2000 rows. A table that
 * offers no feature gets load, profile and a features cell, which then says what is missing.
 * The same file gives the same notebook. Two passes over the table and some 100 ms.
 */
export async function* proposeNotebook(
  table: TableValue,
  file: { readonly name: string; readonly sha256: string },
  { language, createShards }: ProposalTools,
): Job<Notebook, never> {
  const start = createNotebook(language, titleOf(file.name));
  const { notebook, name } = addSource(start, {
    ...file,
    columns: table.columns.map((column) => column.name),
    rows: table.rows,
  });
  const choosing = paced(featureColumns(table), { done: 0, total: 1, phase: 'propose' });
  const columns = table.rows < 2 ? [] : yield* choosing;
  const draft: Draft = { source: name, columns: columns.map((column) => column.name) };
  if (columns.length === 0) return connect(notebook, draft, ['load', 'profile', 'features']);
  const tools = toolsFor(notebook.seed, createShards);
  const clusters = yield* stretch(clustersOrUsual(table, columns, tools), 0.1, 1);
  return connect(notebook, { ...draft, clusters }, ALL_KINDS);
}

/** The name of the file without its endings, as a person would write it. */
export function titleOf(fileName: string): string {
  const stem = fileName
    .replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '')
    .replace(/_+/g, ' ')
    .trim();
  return stem === '' ? fileName : stem;
}

function toolsFor(seed: number, createShards: Tools['createShards']): Tools {
  return {
    seed,
    createShards,
    readSource: () => {
      throw new Problem('internal', { message: 'a proposal reads no other source' });
    },
  };
}

function computeOf(kind: string) {
  const compute = computes.get(kind);
  if (!compute) throw new Problem('cell-unknown', { kind });
  return compute;
}

/** What the sample cannot answer, the cells themselves will say, and more clearly. */
async function* clustersOrUsual(
  table: TableValue,
  columns: readonly ColumnMeta[],
  tools: Tools,
): Job<number, never> {
  try {
    return yield* clustersFor(table, columns, tools);
  } catch (thrown) {
    if (thrown instanceof Problem) return USUAL_CLUSTERS;
    throw thrown;
  }
}

async function* clustersFor(
  table: TableValue,
  columns: readonly ColumnMeta[],
  tools: Tools,
): Job<number, never> {
  const limit = sampleSize(columns.length);
  const sample = sampleTable(table, columns, { limit, seed: tools.seed });
  const params = { columns: sample.columns.map(({ name }) => name) };
  const asked = { params, inputs: { table: sample }, tools };
  const points = yield* runCell(computeOf('features'), asked);
  if (points?.kind !== 'matrix') throw new Problem('input-missing', { input: 'points' });
  const judges = { cluster: computeOf('cluster'), evaluate: computeOf('evaluate') };
  return yield* suggestClusters(points, judges, tools);
}

interface Draft {
  readonly source: string;
  readonly columns: readonly string[];
  readonly clusters?: number;
}

const ALL_KINDS = [
  'load',
  'profile',
  'features',
  'cluster',
  'evaluate',
  'segments',
  'persona',
  'scatter',
] as const;
type Kind = (typeof ALL_KINDS)[number];

const INPUTS: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = {
  load: {},
  profile: { table: 'load' },
  features: { table: 'load' },
  cluster: { points: 'features' },
  evaluate: { points: 'features', clustering: 'cluster' },
  segments: { table: 'load', points: 'features', clustering: 'cluster' },
  persona: { table: 'load', points: 'features', clustering: 'cluster' },
  scatter: { points: 'features', clustering: 'cluster' },
};

/** What the proposal decided; everything else starts as its cell type says. */
function paramsFor(kind: Kind, { source, columns, clusters }: Draft): JsonObject {
  if (kind === 'load') return { source };
  if (kind === 'features') return { columns };
  return kind === 'cluster' && clusters !== undefined ? { clusters } : {};
}

/** Adds these kinds in order, each fed by the ones before. The first cell of a kind is named as it. */
function connect(start: Notebook, draft: Draft, kinds: readonly Kind[]): Notebook {
  return kinds.reduce((notebook, kind) => {
    const { version } = computeOf(kind).definition;
    const params = paramsFor(kind, draft);
    return addCell(notebook, { kind, version, params, inputs: INPUTS[kind] }).notebook;
  }, start);
}
