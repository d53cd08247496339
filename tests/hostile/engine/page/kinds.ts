import { definitions } from '../../../../src/cells/catalogue';
import type { JsonObject } from '../../../../src/core/json';
import {
  addCell,
  addSource,
  createNotebook,
  setSeed,
  type Notebook,
} from '../../../../src/core/notebook';
import { taskOf } from '../../../../src/core/task';
import type { Task } from '../../../../src/engine/port';

/** The table of all runs; every `readings` of it counts as a file of its own. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: number;
}

/** How the cell of a run differs from that of the run before, so that nothing is kept of it. */
interface Kind {
  readonly kind: string;
  readonly params: (turn: number) => JsonObject;
}

const fixed = (kind: string, params: JsonObject = {}): Kind => ({ kind, params: () => params });
const clusters = (method: string, params: JsonObject = {}): Kind =>
  fixed('cluster', { method, clusters: 8, ...params });

const NAMED = { first: 'customers' };
const BIG_JOIN = `SELECT count(*) AS n, sum(a.Spend * b.Orders) AS s
FROM customers a JOIN customers b ON abs(a.DaysSinceOrder - b.DaysSinceOrder) < `;
const WINDOWS = `SELECT *, rank() OVER (PARTITION BY Country ORDER BY Spend DESC) AS place,
sum(Spend) OVER (PARTITION BY Orders ORDER BY AverageBasket, Spend) AS running, `;

/** What is run and cancelled, by the name in the figures. */
export const KINDS: Readonly<Record<string, Kind>> = {
  load: fixed('load'),
  profile: {
    kind: 'profile',
    params: (turn) => ({ asOf: new Date(turn * 86_400_000).toISOString().slice(0, 10) }),
  },
  features: { kind: 'features', params: (turn) => ({ rareBelow: 100 + turn }) },
  select: {
    kind: 'select',
    params: () => ({ target: 'Orders', correlation: 'spearman', proof: 'test' }),
  },
  'select by path': {
    kind: 'select',
    params: () => ({ target: 'Orders', proof: 'path' }),
  },
  sql: { kind: 'sql', params: (turn) => ({ query: `${BIG_JOIN}${30 + turn}`, tables: NAMED }) },
  'sql windows': {
    kind: 'sql',
    params: (turn) => ({ query: `${WINDOWS}${turn} AS turn FROM customers`, tables: NAMED }),
  },
  'k-means': clusters('kmeans', { clusters: 24, restarts: 10 }),
  minibatch: clusters('minibatch'),
  'k-medians': clusters('kmedians'),
  spherical: clusters('spherical'),
  bisecting: clusters('bisecting'),
  balanced: clusters('balanced'),
  dbscan: clusters('dbscan'),
  'choose-k': fixed('choose-k', { sampleRows: 20_000 }),
  evaluate: fixed('evaluate'),
  explain: fixed('explain'),
  dendrogram: { kind: 'dendrogram', params: () => ({ rule: 'average' }) },
  persona: fixed('persona'),
  privacy: fixed('privacy'),
  scatter: fixed('scatter', { axes: 'umap' }),
};

function place(notebook: Notebook, kind: string, params: JsonObject, known: Map<string, string>) {
  const definition = definitions.get(kind)!;
  const optional: readonly string[] = definition.optional ?? [];
  const inputs = Object.fromEntries(
    Object.entries(definition.takes)
      .filter(([name]) => !optional.includes(name))
      .map(([name, value]) => [name, known.get(value)!]),
  );
  const added = addCell(notebook, { kind, version: definition.version, params, inputs });
  if (definition.gives) known.set(definition.gives, added.id);
  return added;
}

/** The task of one run: a cell that nobody has computed yet over a chain that is kept. */
export function taskFor(name: string, turn: number, hash: string, table: Table): Task {
  const { kind, params } = KINDS[name]!;
  const source = { name: 'customers.csv', sha256: hash, ...table };
  let notebook = addSource(createNotebook('en'), source).notebook;
  const known = new Map<string, string>();
  const chain = [
    ['load', { source: source.name }],
    ['features', {}],
    ['cluster', { clusters: 4 }],
  ] as const;
  for (const [link, own] of chain) {
    if (link === kind) break;
    notebook = place(notebook, link, own, known).notebook;
  }
  const own = kind === 'load' ? { source: source.name } : params(turn);
  const { notebook: whole, id } = place(notebook, kind, own, known);
  return taskOf(whole, id, definitions)!;
}

/** The same with the seed of the cell alone changed, which makes another question of it. */
export function withTurn(task: Task, turn: number): Task {
  return { ...task, seed: turn, fingerprint: `${task.fingerprint}-${turn}` };
}

/** A cell that needs nothing: it is answered as soon as the engine has time for it. */
export function nextTask(turn: number): Task {
  const version = definitions.get('note')!.version;
  const params = { text: `turn ${turn}` };
  const { notebook, id } = addCell(setSeed(createNotebook('en'), turn), {
    kind: 'note',
    version,
    params,
  });
  return taskOf(notebook, id, definitions)!;
}
