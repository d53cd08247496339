import { beforeEach, describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { settled } from '../../tests/support/hand-engine';
import { identityIn, parseIdentity } from '../core/identity';
import type { Json } from '../core/json';
import { cellOf } from '../core/notebook';
import { custom } from '../core/params';
import { Problem, reportOf } from '../core/problem';
import type { Compared, Outcome, Task } from '../engine/port';
import { createMemoryStore } from '../storage/memory-store';
import { Commands } from './commands';
import { Identities } from './identities';
import { Scheduler } from './scheduler';
import { calledBy } from './segments';
import { Session } from './session.svelte';

/** The toy cells, with a clustering that keeps numbers. */
const definitions = new Map(toyDefinitions);
const toy = toyDefinitions.get('cluster')!;
const identity = custom<Json>({
  initial: [],
  parse: (json) => parseIdentity(json) as unknown as Json,
});
definitions.set('cluster', {
  ...toy,
  params: { ...toy.params, names: custom<Json>({ initial: [], parse: (json) => json }), identity },
  lookParams: ['names', 'identity'],
});

let session: Session;
let commands: Commands;
let compared: Compared;
/** What is answered first, once each. */
let refused: Compared[];
let asked: [Task, Task][];
let amended: number;

/** The earlier groups 0 … 3 are now 1, 0, 2 and 3; the fifth is new. */
const SHUFFLED: Compared = {
  status: 'done',
  comparison: {
    flows: {
      before: 4,
      now: 5,
      counts: [
        0, 9, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 6, 1, 0, 0, 0, 0, 0, 0, 0,
      ],
      joined: 0,
      left: 0,
    },
    matches: [1, 0, 2, 3, -1],
  },
};

const run = async (task: Task): Promise<Outcome> => ({
  status: 'done',
  fingerprint: task.fingerprint,
  display: { clusters: task.params.clusters ?? 0 },
  elapsedMs: 1,
});

beforeEach(async () => {
  [asked, amended, compared, refused] = [[], 0, SHUFFLED, []];
  const start = { id: 'n', notebook: toyNotebook(), revision: 0, savedMs: null };
  session = new Session({ ...start, results: new Map(), shown: new Map() }, definitions);
  const store = createMemoryStore();
  const engine = {
    run,
    provideFile: () => undefined,
    compare: async (task: Task, before: Task) => {
      asked.push([task, before]);
      return refused.pop() ?? compared;
    },
  };
  const identities = new Identities(session, { engine, store, onAmended: () => amended++ });
  const scheduler = new Scheduler(session, { engine, store, identities });
  const autosave = { edited: () => undefined };
  commands = new Commands(session, { scheduler, autosave, now: () => 0 });
  commands.runStale();
  await settled();
});

const clusterNow = () => cellOf(session.notebook, 'cluster')!;
const numbers = (cellId = 'cluster') =>
  calledBy({ notebook: session.notebook, definitions, shown: session.shown, cellId }).numbers;

async function setClusters(clusters: number): Promise<void> {
  commands.setParams('cluster', { clusters });
  commands.runStale();
  await settled();
}

describe('the numbers of groups', () => {
  it('follow the order of the first result, which nothing is compared with', () => {
    expect(numbers()).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([]);
    expect(amended).toBe(1);
  });

  it('go with their groups when k changes, and come back with undo and redo', async () => {
    const steps = session.history.done.length;
    await setClusters(5);
    expect(asked.map(([task, before]) => [task.params.clusters, before.params.clusters])).toEqual([
      [5, 4],
    ]);
    expect([numbers(), numbers('segments')]).toEqual([
      [2, 1, 3, 4, 5],
      [2, 1, 3, 4, 5],
    ]);
    // The user did one thing.
    expect(session.history.done.length).toBe(steps + 1);
    commands.undo();
    await settled();
    expect([session.states.get('cluster')?.kind, numbers()]).toEqual(['fresh', [1, 2, 3, 4]]);
    commands.redo();
    await settled();
    expect([session.states.get('cluster')?.kind, numbers()]).toEqual(['fresh', [2, 1, 3, 4, 5]]);
    expect(asked).toHaveLength(1);
  });

  it('are those it had when a result is asked for again by hand', async () => {
    await setClusters(5);
    await setClusters(4);
    expect(numbers()).toEqual([1, 2, 3, 4]);
    const records = identityIn(clusterNow().params);
    expect(records.map(({ numbers: all }) => all.length)).toEqual([5, 4]);
  });

  it('follow the order, and say so, where nothing can be compared', async () => {
    compared = { status: 'apart' };
    await setClusters(5);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
    expect(identityIn(clusterNow().params).at(-1)?.isUnchecked).toBe(true);
  });

  it('are compared once more when the engine stopped over it, and not a third time', async () => {
    const problem = reportOf(new Problem('engine-stopped', { reason: 'silent' }));
    const stopped: Compared = { status: 'failed', problem };
    refused = [stopped];
    await setClusters(5);
    await settled();
    expect([asked.length, numbers()]).toEqual([2, [2, 1, 3, 4, 5]]);
    refused = [stopped, stopped];
    await setClusters(6);
    await settled();
    expect([asked.length, numbers()]).toEqual([4, [2, 1, 3, 4, 5, 6]]);
    expect(identityIn(clusterNow().params).at(-1)?.isUnchecked).toBe(true);
  });

  it('keep the number of a named group that is gone', async () => {
    commands.setParams('cluster', { names: ['', '常客', '', ''] });
    compared = {
      status: 'done',
      comparison: { ...SHUFFLED.comparison, matches: [0, 2, 3, -1, -1] },
    };
    await setClusters(5);
    expect(numbers()).toEqual([1, 3, 4, 5, 6]);
    const called = calledBy({
      notebook: session.notebook,
      definitions,
      shown: session.shown,
      cellId: 'cluster',
    });
    expect(called.given).toEqual([]);
  });

  it('are written for the state that they belong to when the user went on meanwhile', async () => {
    commands.setParams('cluster', { clusters: 5 });
    commands.setTitle('later');
    commands.runStale();
    await settled();
    commands.undo();
    await settled();
    expect(numbers()).toEqual([2, 1, 3, 4, 5]);
  });
});
