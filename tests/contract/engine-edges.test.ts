import { describe, expect, it } from 'vitest';
import { InlineEngine } from '../../src/engine/inline-engine';
import { createReaderClient } from '../../src/engine/reader-client';
import { serveEngine } from '../../src/engine/serve-engine';
import { serveReader } from '../../src/engine/serve-reader';
import { WorkerEngine } from '../../src/engine/worker-engine';
import { task } from './engine-cells';
import { createStarter } from './engine-links';
import { loadTask, parts, readNumbers, setup, waitFor } from './engine-parts';

describe('a display that no thread can send', () => {
  it('is a failure, not a question without an answer', async () => {
    const { start } = createStarter((link) => serveEngine(link, () => new InlineEngine(parts)));
    const engine = new WorkerEngine({ start, setup });
    expect(await engine.run(task('unsendable'))).toMatchObject({
      status: 'failed',
      problem: { code: 'internal' },
    });
    engine.dispose();
  });
});

describe('a worker engine that cannot be made', () => {
  it('refuses every question with the reason', async () => {
    const { start } = createStarter((link) =>
      serveEngine(link, () => Promise.reject(new Error('no kernels'))),
    );
    const engine = new WorkerEngine({ start, setup });
    expect(await engine.run(task('counter'))).toMatchObject({
      status: 'failed',
      problem: { code: 'internal', facts: { message: 'no kernels' } },
    });
    engine.dispose();
  });
});

describe('reading in a worker of its own', () => {
  it('stops a reader that falls silent, and reads the next file with another', async () => {
    let isFirst = true;
    const readers = createStarter((link) => {
      if (isFirst) link.listen(() => undefined);
      else serveReader(link, () => readNumbers);
      isFirst = false;
    });
    const client = createReaderClient({ start: readers.start, silence: { beatMs: 1, beats: 3 } });
    const engine = new InlineEngine({ ...parts, ...client });
    const stuck = await engine.run(await loadTask(engine, '1'));
    expect(stuck).toMatchObject({ status: 'failed', problem: { code: 'file-reader-stopped' } });
    expect(readers.started[0]?.isClosed).toBe(true);
    expect(await engine.run(await loadTask(engine, '2'))).toMatchObject({ status: 'done' });
    engine.dispose();
  });

  it('stops a reader at once when the read is cancelled', async () => {
    const readers = createStarter((link) => link.listen(() => undefined));
    const client = createReaderClient({ start: readers.start });
    const engine = new InlineEngine({ ...parts, ...client });
    const controller = new AbortController();
    const asked = engine.run(await loadTask(engine, '1'), { signal: controller.signal });
    await waitFor(() => (readers.started[0]?.received.length ?? 0) > 0);
    controller.abort();
    expect((await asked).status).toBe('cancelled');
    expect(readers.started[0]?.isClosed).toBe(true);
    engine.dispose();
  });

  it('takes nothing from a reader that is not a table with a report', async () => {
    const readers = createStarter((link) =>
      link.listen(() => link.post({ kind: 'read', table: { columns: 9 }, report: {} })),
    );
    const client = createReaderClient({ start: readers.start });
    const engine = new InlineEngine({ ...parts, ...client });
    const outcome = await engine.run(await loadTask(engine, '1'));
    expect(outcome).toMatchObject({ status: 'failed', problem: { code: 'table-invalid' } });
    engine.dispose();
  });
});
