import type { Page } from '@playwright/test';
import { loadavg } from 'node:os';
import type { Moving, ScatterBench } from './page/protocol';
import type { Browsing } from './participants/start-all';

declare const scatterBench: ScatterBench;

const ROWS = 1_000_000;
const MOVING_MS = 3000;
const LASSOS = 5;
/** What we mean to keep on two cores without a graphics processor. */
const BARS = { framesPerSecond: 20, taskMs: 50, lassoMs: 500 };

/** Prints how a picture of a million rows moves, and how long an outline takes to be counted. */
export async function benchScatter(browser: Browsing, say: (line: string) => void): Promise<void> {
  if ('missing' in browser) return say(`scatter  ${browser.missing}`);
  const launched = await browser.launch();
  try {
    const page = await launched.newPage({ viewport: { width: 900, height: 800 } });
    await page.goto(new URL('scatter.html', browser.address).href);
    await page.waitForFunction(() => 'scatterBench' in globalThis);
    await page.evaluate((rows) => scatterBench.show(rows), ROWS);
    say(`scatter  ${ROWS} rows in Chromium, load ${loadavg()[0]!.toFixed(1)}`);
    for (const how of ['pan', 'zoom'] as const) {
      const moved = await page.evaluate(
        ([kind, forMs]) => scatterBench.measureMoving(kind, forMs),
        [how, MOVING_MS] as const,
      );
      say(`  ${how}: ${movingLine(moved)}`);
    }
    const times: number[] = [];
    for (let i = 0; i < LASSOS; i++) times.push(await lassoMs(page));
    const middle = times.sort((a, b) => a - b)[Math.floor(LASSOS / 2)]!;
    const spread = `${times[0]!.toFixed(0)}–${times.at(-1)!.toFixed(0)}`;
    say(`  lasso: ${middle.toFixed(0)} ms (${spread}) to the count, bar ${BARS.lassoMs}`);
  } finally {
    await launched.close();
  }
}

function movingLine({ framesPerSecond, picturesPerSecond, longestMs }: Moving): string {
  const task = longestMs === 0 ? `none over ${BARS.taskMs} ms` : `${longestMs.toFixed(0)} ms`;
  return (
    `${framesPerSecond.toFixed(0)} frames/s, bar ${BARS.framesPerSecond}; ` +
    `${picturesPerSecond.toFixed(0)} pictures/s from all rows; longest task ${task}`
  );
}

/** Draws round a third of the picture with the mouse, Shift held. */
async function lassoMs(page: Page): Promise<number> {
  const box = (await page.locator('.frame').boundingBox())!;
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.keyboard.press('Escape');
  const counted = page.evaluate(() => scatterBench.nextLasso());
  await page.keyboard.down('Shift');
  for (let i = 0; i <= 60; i++) {
    const angle = (i / 60) * 2 * Math.PI;
    const radius = 0.3 * box.height * (1 + 0.3 * Math.sin(5 * angle));
    await page.mouse.move(middleX + radius * Math.cos(angle), middleY + radius * Math.sin(angle));
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
  await page.keyboard.up('Shift');
  return (await counted).ms;
}
