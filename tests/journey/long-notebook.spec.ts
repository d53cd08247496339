import type { CDPSession, Page } from '@playwright/test';
import type { Notebook } from '../../src/core/notebook';
import { writeNotebook } from '../../src/notebook-file/write';
import { chooseFile, expect, openStart, test } from './support/app';

test.use({ trace: 'off' });

const PRESSES = 20;
const LAPS = 5;

/** Cells that nothing feeds: none of them runs while something else is measured. */
function emptyCells(count: number): Notebook {
  const cells = Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    kind: 'scatter',
    version: 1,
    params: {},
    inputs: {},
  }));
  return { format: 1, title: `${count}`, language: 'en', seed: 1, sources: [], cells, unknown: {} };
}

async function openCells(page: Page, count: number): Promise<void> {
  await openStart(page, 'en');
  const bytes = writeNotebook(emptyCells(count), new Map());
  await chooseFile(page, { name: `${count}.fenqun.md`, bytes });
  await expect(page.locator('[data-cell]')).toHaveCount(count);
  await page.locator('#cell-n0').focus();
  await expect(page.locator('.is-selected')).toHaveCount(1);
}

/** Milliseconds for which scripts ran in the page so far. */
async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
}

/** Within the page: the messages of a real keyboard cost more than what is measured. */
async function pressJ(page: Page): Promise<void> {
  await page.evaluate(async (presses) => {
    for (let press = 0; press < presses; press++) {
      const at = document.activeElement ?? document.body;
      at.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, PRESSES);
}

/** What a press of J costs in scripts: the least of several laps, so that other work says little. */
async function costOfJ(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const laps: number[] = [];
  for (let lap = 0; lap < LAPS; lap++) {
    const from = await scriptMs(session);
    await pressJ(page);
    laps.push(((await scriptMs(session)) - from) / PRESSES);
  }
  await expect(page.locator(`#cell-n${LAPS * PRESSES}`)).toBeFocused();
  return Math.min(...laps);
}

test('the next cell costs no more for the cells that are far away', async ({ page }) => {
  test.setTimeout(300_000);
  await openCells(page, 125);
  const short = await costOfJ(page);
  await openCells(page, 2000);
  const long = await costOfJ(page);
  console.log(
    `J among 125 cells: ${short.toFixed(1)} ms of script a press; among 2,000: ` +
      `${long.toFixed(1)} ms, ${(long / short).toFixed(1)} times as much for 16 times the cells`,
  );
  // Every cell hearing of every press would be ten times as much.
  expect(long / short).toBeLessThan(4);
});
