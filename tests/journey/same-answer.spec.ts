import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chooseFile, expect, expectAllFresh, expectSaved, openStart, test } from './support/app';
import { drawCustomers, toCsv } from './support/shop';
import { readStored } from './support/stored';

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

// Whole notebooks, several times over: on a busy machine this takes minutes.
test.slow();

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
  await page.getByRole('button', { name: 'Save the notebook' }).click();
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

test('one notebook gives one answer on 1, 2, 4 and 8 workers', async ({ browser }) => {
  const bytes = toCsv(drawCustomers(20_000, 6));
  const answers: string[] = [];
  for (const workers of [1, 2, 4, 8]) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    // As many shard workers are started as the machine says it has threads.
    await page.addInitScript((threads) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => threads });
    }, workers);
    await openStart(page, 'en');
    await expect(page.getByText('0 requests since load')).toBeVisible();
    await chooseFile(page, { name: 'customers.csv', bytes });
    await expectAllFresh(page);
    await expectSaved(page, 'en');
    const stored = [...(await readStored(page))].sort(([a], [b]) => (a < b ? -1 : 1));
    answers.push(JSON.stringify(stored));
    await context.close();
  }
  expect(answers[0]!.length).toBeGreaterThan(1000);
  expect(new Set(answers).size).toBe(1);
});
