import { beforeEach, describe, expect, it } from 'vitest';
import { HASH, toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import { HandEngine, settled } from '../../tests/support/hand-engine';
import type { CellDefinition } from '../core/cell-type';
import { setTitle } from '../core/notebook';
import { createMemoryStore } from '../storage/memory-store';
import type { Store } from '../storage/port';
import { Commands } from './commands';
import { Scheduler } from './scheduler';
import { Session } from './session.svelte';

/** The toy cells, with a clustering that takes long. */
const definitions = new Map(toyDefinitions);
const slow: Partial<CellDefinition> = { estimateMs: () => 4000 };
definitions.set('cluster', { ...toyDefinitions.get('cluster')!, ...slow });

let engine: HandEngine;
let store: Store;
let session: Session;
let scheduler: Scheduler;
let commands: Commands;

beforeEach(() => {
  engine = new HandEngine();
  store = createMemoryStore();
  const start = { id: 'n', notebook: toyNotebook(), revision: 0, savedMs: null };
  session = new Session({ ...start, results: new Map(), shown: new Map() }, definitions);
  scheduler = new Scheduler(session, { engine, store });
  const autosave = { edited: () => undefined };
  commands = new Commands(session, { scheduler, autosave, now: () => 0 });
});

const stateOf = (id: string) => session.states.get(id)?.kind;
const all = () => session.notebook.cells.map((cell) => cell.id);

describe('the scheduler', () => {
  it('runs everything in the order of the connections after a proposal', async () => {
    scheduler.run(all());
    await engine.finishAll();
    expect(engine.asked).toEqual(['load', 'features', 'cluster', 'segments']);
    expect(all().map(stateOf)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    expect(session.queued.size).toBe(0);
  });

  it('never runs a cell before its inputs are fresh', async () => {
    scheduler.run(all());
    await settled();
    expect(engine.open.map(({ task }) => task.cellId)).toEqual(['load']);
    await engine.for('load').finish();
    expect(engine.open.map(({ task }) => task.cellId)).toEqual(['features']);
  });

  it('runs what a cell needs first when the cell is asked for', async () => {
    scheduler.run(['cluster']);
    await engine.finishAll();
    expect(engine.asked.slice(0, 3)).toEqual(['load', 'features', 'cluster']);
  });

  it('leaves a slow cell for the user after an edit', async () => {
    scheduler.run(all());
    await engine.finishAll();
    commands.setParams('cluster', { clusters: 5 });
    await settled();
    expect(engine.open).toEqual([]);
    expect([stateOf('cluster'), stateOf('segments')]).toEqual(['stale', 'stale']);
    expect(scheduler.estimate(['segments'])).toBe(4000);
  });

  it('runs a quick cell by itself after an edit, and stops before the slow one', async () => {
    scheduler.run(all());
    await engine.finishAll();
    engine.asked.length = 0;
    commands.setParams('features', { scale: 'none' });
    await engine.finishAll();
    expect(engine.asked).toEqual(['features']);
    expect([stateOf('features'), stateOf('cluster')]).toEqual(['fresh', 'stale']);
  });

  it('runs a quick cell by itself although its last run took long by accident', async () => {
    scheduler.run(all());
    await engine.finishEach('load');
    const { task, answer } = engine.for('features');
    const { fingerprint } = task;
    await answer({ status: 'done', fingerprint, display: 'late', elapsedMs: 60_000 });
    commands.setParams('features', { scale: 'none' });
    expect(session.runs.get('features')).toMatchObject({ isQuick: true });
    expect(scheduler.estimate(['features'])).toBe(0);
  });

  it('asks again for what was changed back while its stopped run was still ending', async () => {
    scheduler.run(all());
    await engine.finishEach('load');
    const first = engine.for('features');
    commands.setParams('features', { scale: 'none' });
    commands.undo();
    expect(first.signal?.aborted).toBe(true);
    await first.answer({ status: 'cancelled', fingerprint: first.task.fingerprint });
    await engine.for('features').finish();
    expect(stateOf('features')).toBe('fresh');
  });

  it('takes a press of Run at its word while a cancelled run is still ending', async () => {
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    const first = engine.for('cluster');
    commands.cancel('cluster');
    commands.run('cluster');
    await first.answer({ status: 'cancelled', fingerprint: first.task.fingerprint });
    await engine.for('cluster').finish();
    expect(stateOf('cluster')).toBe('fresh');
  });

  it('brings quick cells up to date after the slow one that feeds them', async () => {
    scheduler.run(all());
    await engine.finishAll();
    commands.setParams('cluster', { clusters: 5 });
    commands.run('cluster');
    await engine.finishAll();
    expect(stateOf('segments')).toBe('fresh');
  });

  it('makes a cell fresh again by undo without asking the engine', async () => {
    scheduler.run(all());
    await engine.finishAll();
    engine.asked.length = 0;
    commands.setParams('cluster', { clusters: 5 });
    commands.undo();
    await settled();
    expect(all().map(stateOf)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    expect(engine.asked).toEqual([]);
  });

  it('aborts a run that nobody asks for any more, and never shows its answer as fresh', async () => {
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    const old = engine.for('cluster');
    commands.setParams('cluster', { clusters: 7 });
    expect(old.signal?.aborted).toBe(true);
    await old.finish('four segments');
    expect(stateOf('cluster')).not.toBe('fresh');
    commands.undo();
    expect(stateOf('cluster')).toBe('fresh');
  });

  it('runs at most one slow and one quick cell at a time', async () => {
    commands.duplicateCells(['cluster']);
    commands.setParams('cluster-2', { clusters: 6 });
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    expect(engine.open.map(({ task }) => task.cellId)).toEqual(['cluster']);
  });

  it('asks once for two cells with the same question', async () => {
    commands.duplicateCells(['cluster']);
    scheduler.run(all());
    await engine.finishAll();
    expect(engine.asked.filter((id) => id.startsWith('cluster'))).toEqual(['cluster']);
    expect(stateOf('cluster-2')).toBe('fresh');
  });

  it('keeps a problem with its cell, stops what follows, and tries again when asked', async () => {
    scheduler.run(all());
    await settled();
    const { task, answer } = engine.for('load');
    const problem = { code: 'file-empty', facts: { name: 'a.csv' } } as const;
    await answer({ status: 'failed', fingerprint: task.fingerprint, problem, cellId: 'load' });
    expect(stateOf('load')).toBe('failed');
    expect(session.states.get('features')).toEqual({
      kind: 'waiting',
      on: 'load',
      isQueued: false,
    });
    expect(engine.open).toEqual([]);
    scheduler.run(['features']);
    await engine.finishAll();
    expect(stateOf('features')).toBe('fresh');
  });

  it('stops by a problem only what depends on it: the other branch goes on', async () => {
    commands.duplicateCells(['cluster']);
    commands.setParams('cluster-2', { clusters: 6 });
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    const { task, answer } = engine.for('cluster');
    const problem = { code: 'engine-stopped', facts: { reason: 'no-heartbeat' } } as const;
    const before = session.notebook;
    await answer({ status: 'failed', fingerprint: task.fingerprint, problem, cellId: 'cluster' });
    await engine.finishAll();
    const states = ['load', 'features', 'cluster', 'segments', 'cluster-2'].map(stateOf);
    expect(states).toEqual(['fresh', 'fresh', 'failed', 'waiting', 'fresh']);
    expect(engine.asked).not.toContain('segments');
    expect(session.queued.size).toBe(0);
    expect(session.notebook).toBe(before);
  });

  it('shows the answer to the latest question only, in whatever order answers come', async () => {
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    const first = engine.for('cluster');
    commands.setParams('cluster', { clusters: 5 });
    commands.run('cluster');
    commands.setParams('cluster', { clusters: 6 });
    commands.run('cluster');
    expect(first.signal?.aborted).toBe(true);
    const { fingerprint } = first.task;
    await first.answer({ status: 'partial', fingerprint, display: 'four', elapsedMs: 1 });
    const open = engine.open.map(({ task }) => task.params.clusters);
    expect(open).toEqual([6]);
    await engine.for('cluster').finish('six');
    expect(session.shown.get('cluster')?.display).toBe('six');
    expect(stateOf('cluster')).toBe('fresh');
  });

  it('runs what is above a cell without the cell, and what is below with it', async () => {
    commands.runFrom('cluster', 'above');
    await engine.finishAll();
    expect(engine.asked).toEqual(['load', 'features']);
    engine.asked.length = 0;
    commands.runFrom('cluster', 'below');
    await engine.finishAll();
    expect(engine.asked).toEqual(['cluster', 'segments']);
  });

  it('takes everything out of the queue when all is cancelled, and runs again after', async () => {
    scheduler.run(all());
    await engine.finishEach('load');
    const features = engine.for('features');
    scheduler.cancelAll();
    expect(features.signal?.aborted).toBe(true);
    await features.answer({ status: 'cancelled', fingerprint: features.task.fingerprint });
    expect([engine.open.length, session.queued.size, session.runs.size]).toEqual([0, 0, 0]);
    scheduler.run(all());
    await engine.finishAll();
    expect(all().map(stateOf)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  });

  it('shows the last finished iteration of a cancelled run, and feeds nothing with it', async () => {
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    commands.cancel('cluster');
    const { task, signal, answer } = engine.for('cluster');
    expect(signal?.aborted).toBe(true);
    const { fingerprint } = task;
    await answer({ status: 'partial', fingerprint, display: { iterations: 7 }, elapsedMs: 3 });
    expect(stateOf('cluster')).toBe('partial');
    expect(session.states.get('segments')).toEqual({
      kind: 'waiting',
      on: 'cluster',
      isQueued: false,
    });
    expect((await store.readResults([fingerprint])).size).toBe(0);
  });

  it('keeps the last iteration of a cancelled run that comes after the run was over', async () => {
    scheduler.run(all());
    await engine.finishEach('load', 'features');
    commands.cancel('cluster');
    const { task, answer, tellLate } = engine.for('cluster');
    const { fingerprint } = task;
    await answer({ status: 'cancelled', fingerprint });
    expect(stateOf('cluster')).toBe('waiting');
    const late = { status: 'partial', fingerprint, elapsedMs: 3 } as const;
    tellLate?.({ ...late, display: { iterations: 7 } });
    expect(session.states.get('cluster')).toMatchObject({
      kind: 'partial',
      result: { display: { iterations: 7 }, isPartial: true },
    });
    // Once the same is asked again, what comes from before is nobody's.
    commands.run('cluster');
    await settled();
    tellLate?.({ ...late, display: { iterations: 8 } });
    expect(stateOf('cluster')).toBe('running');
    await engine.for('cluster').answer({ status: 'cancelled', fingerprint });
    expect(session.partials.size).toBe(0);
  });

  it('shows how far a run is', async () => {
    scheduler.run(['load']);
    await settled();
    const progress = { done: 1, total: 4, cellId: 'load', elapsedMs: 9 };
    engine.for('load').tell(progress);
    expect(session.runs.get('load')?.progress).toEqual(progress);
  });

  it('hands the stored file to the engine once, before the first run that reads it', async () => {
    await store.saveDataset({ sha256: HASH, name: 'a.csv', sizeBytes: 1 }, new Blob(['x']));
    scheduler.run(all());
    await engine.finishAll();
    expect(engine.provided).toEqual([HASH]);
  });

  it('keeps finished results in the store with what they were made from', async () => {
    scheduler.run(['load']);
    await engine.finishAll();
    const fingerprint = session.shown.get('load')!.fingerprint;
    const stored = (await store.readResults([fingerprint])).get(fingerprint);
    expect(stored).toMatchObject({ kind: 'load', display: 'load', isPartial: false });
    expect(stored?.recipe.steps.map((step) => step.cellId)).toEqual(['load']);
  });

  it('starts nothing when an edit changes no question', async () => {
    const before = session.notebook;
    session.history = { ...session.history, present: setTitle(before, 'other') };
    scheduler.edited(before);
    await settled();
    expect(engine.asked).toEqual([]);
  });

  it('is silent after it was disposed of', async () => {
    scheduler.run(['load']);
    await settled();
    const asked = engine.for('load');
    scheduler.dispose();
    await asked.finish();
    expect(session.results.size).toBe(0);
  });
});
