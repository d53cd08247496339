import { afterEach, describe, expect, it } from 'vitest';
import type { RowsAsk, RowsGiven, RowsView } from '../../src/core/table-rows';
import { InlineEngine } from '../../src/engine/inline-engine';
import type { Engine, Task } from '../../src/engine/port';
import { createReaderClient } from '../../src/engine/reader-client';
import { serveEngine } from '../../src/engine/serve-engine';
import { serveReader } from '../../src/engine/serve-reader';
import { WorkerEngine } from '../../src/engine/worker-engine';
import { computed, gates, task } from './engine-cells';
import { createStarter } from './engine-links';
import { loadTask, parts, readNumbers, setup } from './engine-parts';

const engines: [string, () => Engine][] = [
  ['inline', () => new InlineEngine(parts)],
  [
    'worker',
    () => {
      const readers = createStarter((link) => serveReader(link, () => readNumbers));
      const inside = (): InlineEngine =>
        new InlineEngine({ ...parts, ...createReaderClient({ start: readers.start }) });
      const { start } = createStarter((link) => serveEngine(link, inside));
      return new WorkerEngine({ start, setup });
    },
  ],
];

const whole: RowsView = { sort: [], filters: [], search: '', language: 'en' };
const falling: RowsView = { ...whole, sort: [{ column: 'c0', descending: true }] };

function windowOf(view: RowsView, from = 0, to = 100): RowsAsk {
  return { kind: 'window', view, from, to, columns: ['c0'] };
}

describe.each(engines)('the rows of a table in the %s engine', (_name, create) => {
  const started: Engine[] = [];
  const begin = (): Engine => {
    const engine = create();
    started.push(engine);
    return engine;
  };
  afterEach(() => {
    gates.clear();
    started.splice(0).forEach((old) => old.dispose());
  });

  async function given(engine: Engine, own: Task, ask: RowsAsk): Promise<RowsGiven> {
    const answer = await engine.rows(own, ask);
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer));
    return answer.given;
  }

  it('are given a window at a time, in the order asked for, with their place in the table', async () => {
    const engine = begin();
    const table = await loadTask(engine, '5 -1 2 9');
    expect(await given(engine, table, windowOf(falling, 1, 3))).toEqual({
      kind: 'window',
      rows: 4,
      from: 1,
      tableRows: Uint32Array.of(0, 2),
      columns: [{ kind: 'number', values: Float64Array.of(5, 2) }],
    });
    const columns = [{ id: 'c0', name: 'spend', type: 'number' }];
    const shape = await given(engine, table, { kind: 'shape' });
    expect(shape).toEqual({ kind: 'shape', rows: 4, columns });
  });

  it('are computed when they are not kept, and only once', async () => {
    const engine = begin();
    const table = await loadTask(engine, '3 4');
    const before = computed.get('load') ?? 0;
    for (const view of [whole, falling, whole]) await given(engine, table, windowOf(view));
    expect((computed.get('load') ?? 0) - before).toBe(1);
  });

  it('end beyond the last row without a word', async () => {
    const engine = begin();
    const table = await loadTask(engine, '1 2 3');
    const beyond = await given(engine, table, windowOf(whole, 2, 50));
    expect(beyond).toMatchObject({ rows: 3, tableRows: Uint32Array.of(2) });
    const nothing = await given(engine, table, windowOf(whole, 90, 95));
    expect(nothing).toMatchObject({ rows: 3, tableRows: new Uint32Array() });
  });

  it('are copied, found and glanced at', async () => {
    const engine = begin();
    const table = await loadTask(engine, '5 NaN 2');
    const stretch = { view: falling, from: 0, to: 9, columns: ['c0'] };
    const copied = await given(engine, table, { kind: 'copy', hasHeading: true, ...stretch });
    expect(copied).toEqual({ kind: 'copy', text: 'spend\n5\n2\nNaN', rows: 3 });
    const text = await given(engine, table, {
      kind: 'text',
      view: falling,
      position: 1,
      column: 'c0',
    });
    expect(text).toEqual({ kind: 'text', text: '2' });
    const none = { kind: 'next-missing', view: whole, column: 'c0', after: 0 } as const;
    expect(await given(engine, table, none)).toEqual({ kind: 'found', position: null });
    const place = { kind: 'position', view: falling, tableRow: 2 } as const;
    expect(await given(engine, table, place)).toEqual({ kind: 'found', position: 1 });
    const glances = await given(engine, table, { kind: 'summaries', columns: ['c0'] });
    expect(glances).toMatchObject({ glances: [{ column: 'c0', range: { min: 2, max: 5 } }] });
  });

  it('stop when they are cancelled, and do not begin when they were before', async () => {
    const engine = begin();
    const table = await loadTask(engine, '1 2');
    const before = computed.get('load');
    const asked = await engine.rows(table, windowOf(whole), { signal: AbortSignal.abort() });
    expect(asked).toEqual({ status: 'cancelled' });
    expect(computed.get('load')).toBe(before);
    const controller = new AbortController();
    const running = engine.rows(table, windowOf(falling), { signal: controller.signal });
    controller.abort();
    expect(await running).toEqual({ status: 'cancelled' });
  });

  it('give way to a later question about another view of the same table', async () => {
    const engine = begin();
    const table = await loadTask(engine, '1 2');
    const first = engine.rows(table, windowOf(whole));
    const second = engine.rows(table, windowOf(falling));
    expect((await first).status).toBe('cancelled');
    expect((await second).status).toBe('done');
  });

  it.each([
    ['a cell that gives no table', task('features', { inputs: {} }), 'input-missing'],
    ['a kind that nobody knows', task('weather'), 'cell-unknown'],
    ['a cell that fails', task('failing'), 'too-few-rows'],
  ])('are refused for %s', async (_title, asked, code) => {
    const answer = await begin().rows(asked, windowOf(whole));
    expect(answer).toMatchObject({ status: 'failed', problem: { code } });
  });

  it('are refused for a column that is not there and for a cell that gives something else', async () => {
    const engine = begin();
    const table = await loadTask(engine, '1 2');
    const ask = { ...windowOf(whole), columns: ['__proto__'] } as RowsAsk;
    const answer = await engine.rows(table, ask);
    const problem = { code: 'column-missing', facts: { column: '__proto__' } };
    expect(answer).toEqual({ status: 'failed', problem });
    const points = task('features', { inputs: { table } });
    expect(await engine.rows(points, windowOf(whole))).toMatchObject({
      status: 'failed',
      problem: { code: 'input-missing', facts: { input: 'table' } },
    });
  });
});
