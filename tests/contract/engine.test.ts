import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExportWish } from '../../src/core/export';
import { InlineEngine } from '../../src/engine/inline-engine';
import { NOISE } from '../../src/core/values';
import { DROPPED, type Engine, type ProgressReport } from '../../src/engine/port';
import { createReaderClient } from '../../src/engine/reader-client';
import { serveEngine } from '../../src/engine/serve-engine';
import { serveReader } from '../../src/engine/serve-reader';
import { WorkerEngine } from '../../src/engine/worker-engine';
import { computed, gates, task } from './engine-cells';
import { createStarter } from './engine-links';
import { loadTask, numbers, parts, readNumbers, setup, waitFor } from './engine-parts';

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

describe.each(engines)('the %s engine', (_name, create) => {
  let engine: Engine;
  const started: Engine[] = [];
  const begin = (): Engine => {
    engine = create();
    started.push(engine);
    return engine;
  };
  afterEach(() => {
    gates.clear();
    started.splice(0).forEach((old) => old.dispose());
  });

  it('knows a file by the SHA-256 of its bytes', async () => {
    const bytes = new Uint8Array(2_500_000).map((_, i) => i % 251);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const added = await begin().addFile(new Blob([bytes]));
    expect(added).toEqual({ sha256, sizeBytes: bytes.length });
  });

  it('rejects a cancelled hashing with the reason of the cancel', async () => {
    const controller = new AbortController();
    const adding = begin().addFile(new Blob([new Uint8Array(5_000_000)]), {
      signal: controller.signal,
    });
    controller.abort(new Error('changed my mind'));
    await expect(adding).rejects.toThrow('changed my mind');
  });

  it('computes a cell with everything upstream of it, and each of them once', async () => {
    const table = await loadTask(begin(), '-1 2 3');
    const points = task('features', { inputs: { table } });
    const before = new Map(computed);
    const outcome = await engine.run(task('cluster', { inputs: { points } }));
    expect(outcome).toMatchObject({ status: 'done', display: { labels: Int32Array.of(0, 1, 1) } });
    await engine.run(task('cluster', { inputs: { points } }));
    for (const [kind, times] of [
      ['load', 1],
      ['features', 1],
      ['cluster', 2],
    ] as const) {
      expect((computed.get(kind) ?? 0) - (before.get(kind) ?? 0)).toBe(times);
    }
  });

  it('shows what the reader found out, to the last note', async () => {
    const outcome = await begin().run(await loadTask(engine, '1 2'));
    expect(outcome).toMatchObject({
      status: 'done',
      display: {
        rowsRead: 2,
        damaged: [{ row: 2, column: 1, reason: 'too-few-values', text: '' }],
        notes: [{ code: 'no-header', facts: {} }],
      },
    });
  });

  it('shares one computation between two who ask at the same time', async () => {
    const waiting = task('gate', { params: { name: 'shared' }, cellId: 'a' });
    const before = computed.get('gate') ?? 0;
    begin();
    const both = [engine.run(waiting), engine.run(waiting)];
    await opened('shared');
    const ends = await Promise.all(both);
    expect(ends.map(({ status }) => status)).toEqual(['done', 'done']);
    expect((computed.get('gate') ?? 0) - before).toBe(1);
  });

  it('goes on for one who waits when another cancels', async () => {
    const waiting = task('gate', { params: { name: 'kept' } });
    const controller = new AbortController();
    begin();
    const leaving = engine.run({ ...waiting, cellId: 'x' }, { signal: controller.signal });
    const staying = engine.run({ ...waiting, cellId: 'y' });
    await waitFor(() => gates.has('kept'));
    controller.abort();
    expect((await leaving).status).toBe('cancelled');
    await opened('kept');
    expect((await staying).status).toBe('done');
  });

  it('keeps the last finished step of a cancelled run as partial', async () => {
    const controller = new AbortController();
    const outcome = await begin().run(task('counter', { params: { from: 7 } }), {
      signal: controller.signal,
      onProgress: ({ done }) => done > 20 && controller.abort(),
    });
    expect(outcome).toMatchObject({ status: 'partial', display: { from: 7 } });
  });

  it('ends a run in the middle of a step when it is cancelled', async () => {
    const controller = new AbortController();
    const running = begin().run(task('gate', { params: { name: 'stuck' } }), {
      signal: controller.signal,
    });
    await waitFor(() => gates.has('stuck'));
    controller.abort();
    expect((await running).status).toBe('cancelled');
    expect(await engine.run(task('counter'), stopAtOnce())).toMatchObject({ status: 'partial' });
  });

  it('does not begin what was cancelled before', async () => {
    const before = computed.get('counter');
    const outcome = await begin().run(task('counter'), { signal: AbortSignal.abort() });
    expect(outcome.status).toBe('cancelled');
    expect(computed.get('counter')).toBe(before);
  });

  it('cancels the run of a cell when a later run of it asks for something else', async () => {
    const first = begin().run(task('counter', { params: { from: 1 } }));
    const second = engine.run(task('counter', { params: { from: 2 } }), stopAtOnce());
    expect(['partial', 'cancelled']).toContain((await first).status);
    expect(await second).toMatchObject({ status: 'partial', display: { from: 2 } });
  });

  it('reports progress that never moves backwards, and of which cell', async () => {
    const seen: ProgressReport[] = [];
    const controller = new AbortController();
    await begin().run(task('counter', { cellId: 'mine' }), {
      signal: controller.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (seen.length === 3) controller.abort();
      },
    });
    expect(seen.every(({ cellId, phase }) => cellId === 'mine' && phase === 'count')).toBe(true);
    expect(seen.map(({ done }) => done)).toEqual(
      seen.map(({ done }) => done).sort((a, b) => a - b),
    );
    expect(seen[0]).not.toHaveProperty('partial');
  });

  it('says which cell upstream failed, and why', async () => {
    const points = task('failing', { cellId: 'culprit' });
    const outcome = await begin().run(task('cluster', { inputs: { points } }));
    expect(outcome).toMatchObject({
      status: 'failed',
      cellId: 'culprit',
      problem: { code: 'too-few-rows', facts: { rows: 1, needed: 2 } },
    });
  });

  it.each([
    ['a kind that nobody knows', task('weather'), 'cell-unknown'],
    ['a newer version', task('counter', { version: 9 }), 'cell-newer'],
    ['a parameter out of range', task('counter', { params: { from: 101 } }), 'param-invalid'],
    ['an input that is not connected', task('cluster'), 'input-missing'],
    [
      'an input of another kind',
      task('features', { inputs: { table: task('features', { inputs: {} }) } }),
      'input-missing',
    ],
    [
      'a file that is not there',
      task('load', { source: { name: 'a', columns: [], rows: 0, sha256: 'f00' } }),
      'source-missing',
    ],
  ])('refuses %s', async (_title, asked, code) => {
    expect(await begin().run(asked)).toMatchObject({ status: 'failed', problem: { code } });
  });

  it('brings parameters of an older version up to date', async () => {
    const old = task('counter', { version: 1, params: { start: 40 } });
    expect(await begin().run(old, stopAtOnce())).toMatchObject({ display: { from: 40 } });
  });

  it('may be asked for the same picture twice, and leaves the values whole', async () => {
    const table = await loadTask(begin(), '1 2');
    const points = task('features', { inputs: { table } });
    const picture = task('scatter', { inputs: { points } });
    const display = { x: Float32Array.of(1, 2), own: Float32Array.of(1, 2) };
    const twice = await Promise.all([engine.run(picture), engine.run(picture)]);
    const again = await engine.run(picture);
    for (const outcome of [...twice, again]) expect(outcome).toMatchObject({ display });
  });

  it('labels every row of the table, also those that the features left out', async () => {
    const table = await loadTask(begin(), '5 -1 2');
    const points = task('features', { inputs: { table }, params: { drop: 1 } });
    const labels = await engine.labels(task('cluster', { inputs: { points } }));
    expect(labels).toEqual({ status: 'done', labels: Int32Array.of(DROPPED, 0, 1) });
    expect(DROPPED).not.toBe(NOISE);
  });

  it('makes a file of a cell from its inputs and its own value', async () => {
    const table = await loadTask(begin(), '5 -1 2');
    const names = [{ zh: '甲', en: 'A' }];
    const wish = { format: 'csv', language: 'zh', names, options: { sep: ';' } } as const;
    const points = task('features', { inputs: { table }, params: { drop: 1 } });
    const exported = await engine.export(points, wish);
    if (exported.status !== 'done') throw new Error(exported.status);
    expect(exported.file).toMatchObject({ name: 'points.csv', blob: { type: 'text/csv' } });
    expect(await exported.file.blob.text()).toBe('1,zh,甲,;\n3\n2\n');
  });

  it('makes a file without running a cell that only shows', async () => {
    const before = computed.get('counter');
    const stop = stopAtOnce();
    const exported = await begin().export(task('counter'), wishFor('endless'), stop);
    expect(exported).toEqual({ status: 'cancelled' });
    expect(computed.get('counter')).toBe(before);
  });

  it('reports how far a file is, and of which cell', async () => {
    const seen: ProgressReport[] = [];
    const controller = new AbortController();
    const onProgress = (progress: ProgressReport) => {
      if (seen.push(progress) === 3) controller.abort();
    };
    const { signal } = controller;
    const own = task('counter', { cellId: 'mine' });
    await begin().export(own, wishFor('endless'), { signal, onProgress });
    expect(seen.every(({ cellId, phase }) => cellId === 'mine' && phase === 'write')).toBe(true);
    const shares = seen.map(({ done, total }) => done / total);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it.each([
    ['a format that the cell does not have', task('counter'), 'csv', 'export-unknown'],
    ['a format named like what every object has', task('counter'), 'toString', 'export-unknown'],
    ['a cell that fails on the way', task('counter'), 'broken', 'too-few-rows'],
    ['an input that is not connected', task('features'), 'csv', 'input-missing'],
    ['a kind that nobody knows', task('weather'), 'csv', 'cell-unknown'],
    [
      'a cell upstream that fails',
      task('features', { inputs: { table: task('failing') } }),
      'csv',
      'too-few-rows',
    ],
  ])('makes no file of %s', async (_title, asked, format, code) => {
    const exported = await begin().export(asked, wishFor(format));
    expect(exported).toMatchObject({ status: 'failed', problem: { code } });
  });

  it('proposes a notebook for a file and keeps what it read for the notebook', async () => {
    const { sha256 } = await begin().addFile(numbers('4 5 6'));
    const before = computed.get('load') ?? 0;
    const proposal = await engine.propose({ name: 'a.txt', sha256 }, 'zh');
    expect(proposal).toMatchObject({
      status: 'done',
      notebook: { language: 'zh', title: 'a.txt: 3' },
    });
    await engine.propose({ name: 'a.txt', sha256 }, 'en');
    expect((computed.get('load') ?? 0) - before).toBe(1);
  });

  it('gives the problem of a file that it cannot propose for', async () => {
    const proposal = await begin().propose({ name: 'a', sha256: 'f00' }, 'en');
    expect(proposal).toMatchObject({ status: 'failed', problem: { code: 'source-missing' } });
  });
});

function wishFor(format: string): ExportWish {
  return { format, language: 'en', names: [], options: {} };
}

/** Options that cancel at the first sign of progress. */
function stopAtOnce(): { signal: AbortSignal; onProgress: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, onProgress: () => controller.abort() };
}

async function opened(name: string): Promise<void> {
  await waitFor(() => gates.has(name));
  gates.get(name)?.();
}
