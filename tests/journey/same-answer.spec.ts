import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { chooseFile, expect, expectAllFresh, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface PrintedCell {
  readonly kind: string;
  readonly status: string;
  readonly fingerprint: string;
  readonly display: unknown;
}

/** Runs the command line of the built project and parses what it prints. */
async function runInNode(args: readonly string[]): Promise<Map<string, PrintedCell>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/tooling/fenqun.mjs', 'run', ...args],
    { cwd: ROOT, maxBuffer: 2 ** 28 },
  );
  const { cells } = JSON.parse(stdout) as { cells: Record<string, PrintedCell> };
  return new Map(Object.entries(cells));
}

/** What the browser stored, by fingerprint; long arrays as the command line prints them. */
async function readStored(page: Page): Promise<Map<string, unknown>> {
  const stored = await page.evaluate(async () => {
    const finish = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const toPrinted = async (value: unknown): Promise<unknown> => {
      if (ArrayBuffer.isView(value)) {
        const numbers = Array.from(value as unknown as Iterable<number>);
        if (numbers.length <= 1000) return numbers;
        const digest = await crypto.subtle.digest('SHA-256', value as Uint8Array<ArrayBuffer>);
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
        return { type: value.constructor.name, length: numbers.length, sha256: hex.join('') };
      }
      if (typeof value === 'number' && !Number.isFinite(value)) return null;
      if (Array.isArray(value)) return Promise.all(value.map(toPrinted));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(async ([key, own]) => [key, await toPrinted(own)]);
      return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
    };
    const [{ name } = { name: '' }] = await indexedDB.databases();
    const database = await finish(indexedDB.open(name!));
    const results = await finish(
      database.transaction('results').objectStore('results').getAll() as IDBRequest<
        { fingerprint: string; display: unknown }[]
      >,
    );
    database.close();
    return Promise.all(
      results.map(async ({ fingerprint, display }) => [fingerprint, await toPrinted(display)]),
    );
  });
  return new Map(stored as [string, unknown][]);
}

test('one notebook gives one answer in Chromium, in Node and in a worker of Node', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-answer-'));
  const table = join(folder, 'customers.csv');
  const notebook = join(folder, 'customers.fenqun.md');
  // Enough values for row shards on several workers.
  writeFileSync(table, toCsv(drawCustomers(20_000, 5)));

  await openStart(page, 'en');
  await chooseFile(page, { name: 'customers.csv', bytes: readFileSync(table) });
  await expectAllFresh(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await (await downloading).saveAs(notebook);

  const labelsOf = (kind: string): string => join(folder, `${kind}.csv`);
  const source = ['--data', `customers.csv=${table}`];
  const inline = await runInNode([notebook, ...source, '--labels', `cluster=${labelsOf('a')}`]);
  const worker = await runInNode([
    notebook,
    ...source,
    '--worker',
    '--labels',
    `cluster=${labelsOf('b')}`,
  ]);
  const stored = await readStored(page);

  expect([...inline.values()].map(({ status }) => status)).toEqual(
    Array.from(inline, () => 'done'),
  );
  expect(worker).toEqual(inline);
  const shown = Array.from(inline, ([id, { fingerprint }]) => [id, stored.get(fingerprint)]);
  expect(shown).toEqual(Array.from(inline, ([id, { display }]) => [id, display]));
  const hashes = ['a', 'b'].map((kind) =>
    createHash('sha256')
      .update(readFileSync(labelsOf(kind)))
      .digest('hex'),
  );
  expect(hashes[1]).toBe(hashes[0]);
  rmSync(folder, { recursive: true });
});
