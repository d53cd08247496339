import { beforeEach, describe, expect, it } from 'vitest';
import { toyDefinitions, toyNotebook } from '../../tests/fixtures/toy-cells';
import type { ExportWish } from '../core/export';
import type { Exported, RunOptions, Task } from '../engine/port';
import { createMemoryStore } from '../storage/memory-store';
import { createExporter, type CellExporter } from './export-cell';
import { Session } from './session.svelte';

const saved: { name: string; text: Promise<string> }[] = [];
let asked: { task: Task; wish: ExportWish; options: RunOptions }[];
let exporter: CellExporter;

function exporterOf(answer: (options: RunOptions) => Promise<Exported>): CellExporter {
  const start = { id: 'n', notebook: toyNotebook(), revision: 0, savedMs: null };
  const session = new Session({ ...start, results: new Map(), shown: new Map() }, toyDefinitions);
  return createExporter(session, {
    engine: {
      provideFile: () => undefined,
      export: (task, wish, options = {}) => {
        asked.push({ task, wish, options });
        return answer(options);
      },
    },
    store: createMemoryStore(),
    save: (blob, name) => saved.push({ name, text: blob.text() }),
  });
}

const fileOf = (name: string) => async (): Promise<Exported> => ({
  status: 'done',
  file: { name, blob: new Blob(['a,b\n']) },
});

beforeEach(() => {
  asked = [];
  saved.length = 0;
});

describe('saving a file made of a cell', () => {
  it('asks for the cell as it stands and hands the file to the browser', async () => {
    exporter = exporterOf(fileOf('members.csv'));
    const end = await exporter('cluster', 'zh')('csv', { columns: [] });
    expect(end).toEqual({ status: 'saved', fileName: 'members.csv', sizeBytes: 4 });
    expect(asked[0]).toMatchObject({
      task: { cellId: 'cluster', inputs: { points: { kind: 'features' } } },
      wish: { format: 'csv', language: 'zh', options: { columns: [] } },
    });
    expect(await saved[0]!.text).toBe('a,b\n');
  });

  it.each([
    ['../../etc/a\u202evsc.exe.csv', 'etc a vsc.exe.csv'],
    ['会员 2024.segments.json', '会员 2024.segments.json'],
    ['.csv', 'fenqun.csv'],
  ])('gives %j a name that every system takes', async (name, safe) => {
    exporter = exporterOf(fileOf(name));
    await exporter('cluster', 'en')('csv');
    expect(saved[0]!.name).toBe(safe);
  });

  it('tells how far the cell itself is, and that others come before', async () => {
    const told: (number | null)[] = [];
    exporter = exporterOf(async ({ onProgress }) => {
      onProgress?.({ cellId: 'load', done: 3, total: 4, elapsedMs: 0 });
      onProgress?.({ cellId: 'cluster', done: 1, total: 4, elapsedMs: 0 });
      return { status: 'cancelled' };
    });
    const end = await exporter('cluster', 'en')('csv', {}, { onProgress: (s) => told.push(s) });
    expect(told).toEqual([null, 0.25]);
    expect(end).toEqual({ status: 'cancelled' });
    expect(saved).toEqual([]);
  });

  it('says in words why there is no file', async () => {
    exporter = exporterOf(async () => ({
      status: 'failed',
      problem: { code: 'export-unknown', facts: { kind: 'cluster', format: 'xls' } },
    }));
    const end = await exporter('cluster', 'en')('xls');
    expect(end).toMatchObject({ status: 'failed', words: { en: /exported as xls/ } });
    exporter = exporterOf(() => Promise.reject(new Error('gone')));
    expect(await exporter('cluster', 'en')('csv')).toMatchObject({ status: 'failed' });
  });
});
