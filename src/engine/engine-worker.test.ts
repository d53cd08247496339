import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createStarter, type StartedLinks } from '../../tests/contract/engine-links';
import { EngineWorker, type EngineWorkerOptions } from './engine-worker';
import { afterHello, type Link } from './link';
import type { Question, ToEngine } from './protocol';

const question: Question = { kind: 'add-file', file: new Blob(['a']) };
const added = { kind: 'added', sha256: 'aa', sizeBytes: 1 } as const;
const setup = {
  kind: 'setup',
  wasm: new ArrayBuffer(0),
  sources: null,
  mustBeCovered: true,
  shardWorkers: 1,
} as const;

const workers: EngineWorker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.dispose()));

function create(options: Partial<EngineWorkerOptions> & Pick<EngineWorkerOptions, 'start'>) {
  const worker = new EngineWorker({ setup, ...options });
  workers.push(worker);
  return worker;
}

/** A worker's side that gets ready and then does with questions what the test says. */
function serving(onAsk: (link: Link, id: number, count: number) => void, isDeaf = false) {
  return (link: Link, count: number): void => {
    link.listen((message) => {
      // Only an engine worker posts here.
      const { kind, ...rest } = message as ToEngine;
      if (kind === 'setup') link.post({ kind: 'ready' });
      if (kind === 'ask' && 'id' in rest) onAsk(link, rest.id, count);
      if (kind === 'cancel' && 'id' in rest && !isDeaf) link.post({ kind: 'heard', id: rest.id });
    });
  };
}

const answers = serving((link, id) => link.post({ kind: 'answer', id, answer: added }));

/** Answers one question, so that the worker is known to be ready. */
async function makeReady(worker: EngineWorker): Promise<void> {
  await worker.ask(question, {});
}

async function cancelSoon(worker: EngineWorker) {
  const controller = new AbortController();
  const asked = worker.ask(question, { signal: controller.signal });
  controller.abort();
  return asked;
}

const closed = ({ started }: StartedLinks): boolean[] => started.map(({ isClosed }) => isClosed);

describe('the worker behind the page', () => {
  it('keeps a spare warm, but only after the first is ready', async () => {
    const links = createStarter(answers);
    const worker = create({ start: links.start });
    expect(links.started).toHaveLength(1);
    await makeReady(worker);
    expect(links.started).toHaveLength(2);
    expect(links.started[1]?.received).toEqual([]);
  });

  it('replaces a worker that does not hear a cancel, by the spare', async () => {
    const deaf = serving((link, id, count) => {
      if (id === 1 || count > 1) link.post({ kind: 'answer', id, answer: added });
    }, true);
    const links = createStarter(deaf);
    const worker = create({ start: links.start, cancelMs: 1, stopMs: 1 });
    await makeReady(worker);
    worker.provide('aa', new Blob(['a']));
    const bystander = worker.ask(question, {});
    expect(await cancelSoon(worker)).toEqual({ kind: 'cancelled' });
    // Whoever else waited is asked for again, and the files are there first.
    expect(await bystander).toEqual(added);
    expect(closed(links).slice(0, 2)).toEqual([true, false]);
    const kinds = links.started[1]?.received.map((message) => (message as ToEngine).kind);
    expect(kinds).toEqual(['setup', 'provide', 'ask']);
  });

  it('lets a worker live that hears a cancel but is slow to end', async () => {
    const slow = serving((link, id) => {
      if (id === 1) link.post({ kind: 'answer', id, answer: added });
    });
    const links = createStarter(slow);
    const worker = create({ start: links.start, cancelMs: 20, stopMs: 1 });
    await makeReady(worker);
    expect(await cancelSoon(worker)).toEqual({ kind: 'cancelled' });
    // By the time that the second one ends, the first has been judged.
    expect(await cancelSoon(worker)).toEqual({ kind: 'cancelled' });
    expect(closed(links)).toEqual([false, false]);
  });

  it('tells the last iteration that comes after a cancel was answered, and no whole result', async () => {
    const statuses = new Map([
      [2, 'partial'],
      [3, 'done'],
    ] as const);
    const outcomeOf = (id: number, status: 'partial' | 'done') =>
      ({ status, fingerprint: 'f', display: id, elapsedMs: 1 }) as const;
    const links = createStarter(
      serving((link, id) => {
        if (id === 2 || id === 3) return;
        // The fourth question is answered behind what was held back.
        for (const [old, status] of id === 4 ? statuses : []) {
          const outcome = outcomeOf(old, status);
          link.post({ kind: 'answer', id: old, answer: { kind: 'ran', outcome } });
        }
        link.post({ kind: 'answer', id, answer: added });
      }),
    );
    const worker = create({ start: links.start, cancelMs: 1 });
    await makeReady(worker);
    const late: unknown[] = [];
    for (const _ of statuses) {
      const controller = new AbortController();
      const onLatePartial = (outcome: unknown) => late.push(outcome);
      const asked = worker.ask(question, { signal: controller.signal, onLatePartial });
      controller.abort();
      expect(await asked).toEqual({ kind: 'cancelled' });
    }
    expect(await worker.ask(question, {})).toEqual(added);
    expect(late).toEqual([outcomeOf(2, 'partial')]);
  });

  it('fails everything that a dead worker was asked, and works on with the next', async () => {
    const links = createStarter(
      serving((link, id, count) => {
        if (id === 1 || count > 1) link.post({ kind: 'answer', id, answer: added });
      }),
    );
    const worker = create({ start: links.start });
    await makeReady(worker);
    worker.provide('aa', new Blob(['a']));
    const both = [worker.ask(question, {}), worker.ask(question, {})];
    links.started[0]?.die('out of memory');
    const refused = {
      kind: 'refused',
      problem: { code: 'engine-stopped', facts: { reason: 'out of memory' } },
    };
    expect(await Promise.all(both)).toEqual([refused, refused]);
    expect(await worker.ask(question, {})).toEqual(added);
    // The spare may have died of the same; a fresh worker gets the setup, the files, the question.
    expect(closed(links).slice(0, 3)).toEqual([true, true, false]);
    const kinds = links.started[2]?.received.map((message) => (message as ToEngine).kind);
    expect(kinds).toEqual(['setup', 'provide', 'ask']);
  });

  it('gives back the memory of a worker that was refused more, and asks the others again', async () => {
    const problem = { code: 'engine-stopped', facts: { reason: 'out-of-memory' } } as const;
    const links = createStarter(
      serving((link, id, count) => {
        const isFull = count === 1 && id === 2;
        const answer = isFull ? ({ kind: 'refused', problem } as const) : added;
        if (id !== 3 || count > 1) link.post({ kind: 'answer', id, answer });
      }),
    );
    const worker = create({ start: links.start });
    await makeReady(worker);
    const full = worker.ask(question, {});
    const bystander = worker.ask(question, {});
    expect(await full).toEqual({ kind: 'refused', problem });
    expect(await bystander).toEqual(added);
    expect(closed(links).slice(0, 2)).toEqual([true, false]);
  });

  it('takes a worker for dead that is silent while it is asked', async () => {
    const links = createStarter(
      serving((link, id) => {
        if (id === 1) link.post({ kind: 'answer', id, answer: added });
      }),
    );
    const worker = create({ start: links.start, silence: { beatMs: 1, beats: 3 } });
    await makeReady(worker);
    expect(await worker.ask(question, {})).toMatchObject({
      problem: { code: 'engine-stopped', facts: { reason: 'no-heartbeat' } },
    });
    expect(closed(links)[0]).toBe(true);
  });

  it('takes a worker for dead that never gets ready, asked or not', async () => {
    const links = createStarter((link, count) => {
      if (count > 1) answers(link, count);
    });
    const worker = create({ start: links.start, silence: { beatMs: 1, beats: 3 } });
    while (links.started.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(closed(links)[0]).toBe(true);
    expect(await worker.ask(question, {})).toEqual(added);
  });

  it('sends nothing at all to a worker that the policy does not bind', async () => {
    const links = createStarter(answers, { isCovered: false });
    const worker = create({ start: links.start });
    worker.provide('aa', new Blob(['secret']));
    const asked = worker.ask(question, {});
    expect(await asked).toMatchObject({
      problem: { code: 'engine-stopped', facts: { reason: 'worker-not-covered' } },
    });
    expect(links.started.map(({ received }) => received)).toEqual([[]]);
    expect(closed(links)).toEqual([true]);
    expect(await worker.ask(question, {})).toMatchObject({ kind: 'refused' });
  });

  it('gives up after three workers that died before they were ready', async () => {
    const links = createStarter(() => undefined);
    const worker = create({ start: links.start });
    for (let i = 0; i < 3; i++) {
      const asked = worker.ask(question, {});
      links.started[i]?.die('no such file');
      expect(await asked).toMatchObject({ kind: 'refused' });
    }
    expect(links.started).toHaveLength(3);
    expect(await worker.ask(question, {})).toMatchObject({
      problem: { facts: { reason: 'no such file' } },
    });
  });

  it('answers every open question when it is disposed', async () => {
    const links = createStarter(serving(() => undefined));
    const worker = create({ start: links.start });
    const asked = worker.ask(question, {});
    worker.dispose();
    expect(await asked).toMatchObject({ problem: { facts: { reason: 'disposed' } } });
    expect(closed(links)).toEqual([true]);
  });
});

/** A thread that answers the first question and then never comes back from a loop. */
const LOOPING = `
  const { parentPort } = require('node:worker_threads');
  let asked = 0;
  parentPort.on('message', ({ kind, id }) => {
    if (kind === 'setup') parentPort.postMessage({ kind: 'ready' });
    if (kind !== 'ask') return;
    if (asked++ > 0) for (;;);
    const answer = { kind: 'added', sha256: 'aa', sizeBytes: 1 };
    parentPort.postMessage({ kind: 'answer', id, answer });
  });
  parentPort.postMessage({ kind: 'hello', isCovered: true });
`;

function startLooping(): Link {
  const thread = new Worker(LOOPING, { eval: true });
  const link: Link = {
    post: (message) => thread.postMessage(message),
    listen: (onMessage, onFailure) => {
      thread.removeAllListeners();
      thread.on('message', onMessage).on('error', (error) => onFailure?.(error.message));
    },
    close: () => void thread.terminate(),
  };
  return afterHello(link, { mustBeCovered: true });
}

describe('a real thread in an endless loop', () => {
  it('is stopped by a cancel, and the next one answers', async () => {
    const worker = create({ start: startLooping });
    await makeReady(worker);
    expect(await cancelSoon(worker)).toEqual({ kind: 'cancelled' });
    expect(await worker.ask(question, {})).toEqual(added);
  });
});
