import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createRandom } from '../../src/core/random';
import { TAB_BYTES } from '../../src/table/memory-needed';
import { cellOf, expect, expectState, openStart, test } from './support/app';
import { peakRendererBytes } from './support/measure';

const PATIENCE_MS = 1_500_000;
const BLOCK_ROWS = 500_000;

/** A table of clouds; the same block of lines over and over, since drawing them all takes minutes. */
async function writeClouds(path: string, rows: number, columns: number): Promise<void> {
  const { next } = createRandom(12, 'clouds');
  const lines = Array.from({ length: BLOCK_ROWS }, (_, row) =>
    Array.from({ length: columns }, () => ((row % 5) * 3 + next() + next() + next()).toFixed(4)),
  );
  const block = `${lines.map((line) => line.join(',')).join('\n')}\n`;
  const file = createWriteStream(path);
  file.write(`${Array.from({ length: columns }, (_, j) => `f${j}`).join(',')}\n`);
  for (let written = 0; written < rows; written += BLOCK_ROWS) {
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const toMb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

async function withTable(
  { page, browser }: { readonly page: Page; readonly browser: Browser },
  [rows, columns]: readonly [number, number],
  look: () => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fenqun-tables-'));
  const table = join(folder, 'clouds.csv');
  await writeClouds(table, rows, columns);
  await openStart(page, 'en');
  await expect(page.getByText('0 requests since load')).toBeVisible();
  const began = Date.now();
  try {
    await page.locator('input[type=file]').first().setInputFiles(table);
    await look();
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    const peak = await peakRendererBytes(browser);
    console.log(
      `${rows} × ${columns}, ${toMb(statSync(table).size)}: ${seconds} s, renderer at most ${toMb(peak)}`,
    );
    expect(peak).toBeLessThan(TAB_BYTES);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('five million rows of eight columns run in a tab', async ({ page, browser }) => {
  test.setTimeout(PATIENCE_MS);
  await withTable({ page, browser }, [5_000_000, 8], async () => {
    for (const kind of ['load', 'features', 'cluster', 'evaluate', 'segments', 'scatter']) {
      await expectState(page, kind, 'fresh', PATIENCE_MS);
    }
  });
});

test('twenty million rows of four columns are refused politely', async ({ page, browser }) => {
  test.setTimeout(PATIENCE_MS);
  await withTable({ page, browser }, [20_000_000, 4], async () => {
    await expectState(page, 'load', 'fresh', PATIENCE_MS);
    await expectState(page, 'features', 'failed', PATIENCE_MS);
    const features = cellOf(page, 'features');
    await expect(features).toContainText('20,000,000 rows × 4 features need about 2.4 GB');
    await expect(features).toContainText('open a sample of about 17,000,000 rows');
    // The page is as alive as ever.
    await expect(cellOf(page, 'load')).toContainText('20,000,000');
  });
});
