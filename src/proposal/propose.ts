import type { Tools } from '../core/cell-compute';
import { paced, stretch, type Job } from '../core/job';
import { addSource, createNotebook, type Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import type { ColumnMeta, TableValue } from '../core/values';
import type { Language, Words } from '../core/words';
import { ordersOf } from '../table/rfm/orders-of';
import { eventLogOf } from '../table/sequence/event-log-of';
import { computeOf } from './compute-of';
import { connect, kindsWith, TABLE_KINDS, type Draft } from './connect';
import { featureColumns } from './feature-columns';
import { peopleOf, type PeopleKind, type Roles } from './people';
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
 * A table of orders is first turned into one row a customer (`rfm`), a log of events into one row a
 * user (`sequence`), and it is these that are grouped.
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
  const tools = toolsFor(notebook.seed, createShards);
  const judging = paced(manyRowsEach(table), { done: 0, total: 1, phase: 'propose' });
  const found = yield* judging;
  if (found !== null) {
    const titled = { ...notebook, title: peopleTitle(notebook.title, found.kind, language) };
    return yield* proposeForPeople(titled, { source: name, table, ...found }, tools);
  }
  const choosing = paced(featureColumns(table), { done: 0, total: 1, phase: 'propose' });
  const columns = table.rows < 2 ? [] : yield* choosing;
  const draft: Draft = { source: name, columns: columns.map((column) => column.name) };
  if (columns.length === 0) return connect(notebook, draft, ['load', 'profile', 'features']);
  const clusters = yield* stretch(clustersOrUsual(table, columns, tools), 0.1, 1);
  return connect(notebook, { ...draft, clusters }, TABLE_KINDS);
}

interface ManyRowsEach {
  readonly kind: PeopleKind;
  readonly roles: Roles;
}

/** A log of events, or a table of orders; null: neither. */
function* manyRowsEach(table: TableValue): Generator<void, ManyRowsEach | null> {
  const events = yield* eventLogOf(table);
  if (events !== null) return { kind: 'sequence', roles: events };
  const orders = yield* ordersOf(table);
  return orders && { kind: 'rfm', roles: orders };
}

/** One row a person first; where no row counts, the notebook ends with the cell that says why. */
async function* proposeForPeople(
  notebook: Notebook,
  {
    source,
    table,
    kind,
    roles,
  }: ManyRowsEach & { readonly source: string; readonly table: TableValue },
  tools: Tools,
): Job<Notebook, never> {
  const found = yield* stretch(peopleOf(table, { kind, roles }, tools), 0, 0.5);
  const draft: Draft = { source, columns: [], people: found.params };
  if (found.people === null) return connect(notebook, draft, ['load', 'profile', kind]);
  const { people, columns } = found;
  const clusters = yield* stretch(clustersOrUsual(people, columns, tools), 0.5, 1);
  const features = columns.map((column) => column.name);
  return connect(notebook, { ...draft, columns: features, clusters }, kindsWith(kind));
}

const PEOPLE_TITLES: Readonly<Record<PeopleKind, Words>> = {
  rfm: { zh: 'RFM 客户分群', en: 'RFM segments' },
  sequence: { zh: '用户行为分群', en: 'segments by activity' },
};

function peopleTitle(title: string, kind: PeopleKind, language: Language): string {
  return `${title} · ${PEOPLE_TITLES[kind][language]}`;
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
