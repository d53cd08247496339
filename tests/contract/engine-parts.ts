import type { Job } from '../../src/core/job';
import { createNotebook } from '../../src/core/notebook';
import type { EngineParts } from '../../src/engine/inline-engine';
import type { Engine, Task } from '../../src/engine/port';
import type { ReadSource } from '../../src/engine/run-task';
import { tableOf, task, testComputes } from './engine-cells';

/** Reads numbers separated by spaces. */
export async function* readNumbers(file: Blob): Job<ReadSource, never> {
  yield { done: 0, total: file.size, phase: 'read' };
  const numbers = (await file.text()).split(' ').map(Number);
  const report = {
    format: 'csv' as const,
    encoding: 'utf-8',
    delimiter: ' ',
    rowsInFile: numbers.length,
    rowsRead: numbers.length,
    sizeBytes: file.size,
    damaged: [{ row: 2, column: 1, reason: 'too-few-values', text: '' }],
    damagedCount: 1,
    notes: [{ code: 'no-header', facts: {} }],
  };
  return { value: tableOf(numbers), report };
}

export const parts: EngineParts = {
  computes: testComputes,
  createShards: () => Promise.reject(new Error('no shards in this test')),
  readFile: readNumbers,
  propose: async function* (table, file, { language }) {
    yield { done: 0, total: 1 };
    return createNotebook(language, `${file.name}: ${table.rows}`);
  },
  cacheBytes: 1 << 20,
};

export const setup = {
  kind: 'setup',
  wasm: new ArrayBuffer(0),
  sources: null,
  mustBeCovered: true,
  shardWorkers: 1,
} as const;

export const numbers = (text: string): Blob => new Blob([text]);

export async function loadTask(engine: Engine, text: string): Promise<Task> {
  const { sha256 } = await engine.addFile(numbers(text));
  const source = { name: 'numbers.txt', columns: [], rows: 0, sha256 };
  return task('load', { source, fingerprint: `load-${sha256}`, params: { source: source.name } });
}

/** Gives the event loop turns until it is so. */
export async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
