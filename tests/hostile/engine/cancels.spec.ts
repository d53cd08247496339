import { join } from 'node:path';
import { cpus, loadavg } from 'node:os';
import { expect, test, type Page } from '@playwright/test';
import { createRandom } from '../../../src/core/random';
import { root } from '../../../src/tooling/run.mjs';
import { createSite, listen } from '../../../src/tooling/serve.mjs';
import { print, rounds } from '../storage/rounds';
import type { Cancelled, EnginePage } from './page/main';

const ROWS = 200_000;
const CANCELS = rounds(200);
/** A run is cancelled within its length, or within this if it is longer. */
const LONGEST_MS = 3000;
/** A run may end before its moment has come: then another is drawn, so often at most. */
const MOST_DRAWS = 4;
/** A run that takes no time cannot be cancelled. */
const LEAST_MS = 20;

const random = createRandom(Number(process.env['FENQUN_SEED'] ?? 1), 'cancels');

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const words = (values: readonly number[]): string =>
  [0.5, 0.99, 1].map((share) => Math.round(quantile(values, share))).join('/');

declare global {
  // Set by the page.
  var enginePage: Promise<EnginePage>;
}

async function openEngine(page: Page): Promise<() => void> {
  const site = createSite({ folder: join(root, 'build/hostile-engine') });
  const port = await listen(site, { port: 0, host: '127.0.0.1' });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.evaluate(async (rows) => (await globalThis.enginePage).prepare(rows), ROWS);
  return () => {
    site.closeAllConnections();
    site.close();
  };
}

/** Runs of one kind, each stopped at a moment of its own; one that was over before is drawn again. */
async function cancelOften(page: Page, kind: string, times: number) {
  const measure = async (name: string) => (await globalThis.enginePage).measure(name, 3000);
  const measured = await page.evaluate(measure, kind);
  const found: Cancelled[] = [];
  for (let draws = 0; found.length < times && draws < times * MOST_DRAWS; draws++) {
    const afterMs = Math.round(random.next() * Math.min(measured.ms, LONGEST_MS));
    const cancelled = await page.evaluate(
      async ({ kind: name, afterMs: ms }) => (await globalThis.enginePage).cancel(name, ms),
      { kind, afterMs },
    );
    if (cancelled.status !== 'done') found.push(cancelled);
  }
  return { ...measured, found };
}

const engines = (page: Page): Promise<number> =>
  page.evaluate(async () => (await globalThis.enginePage).engines());

const ofStatus = (found: readonly Cancelled[], wanted: string): number =>
  found.filter(({ status }) => status === wanted).length;

test(`${CANCELS} cancels at random moments`, async ({ page }) => {
  const close = await openEngine(page);
  const wanted = new RegExp(process.env['FENQUN_KINDS'] ?? '');
  const names = (await page.evaluate(async () => (await globalThis.enginePage).kinds)).filter(
    (name) => wanted.test(name),
  );
  const all: Cancelled[] = [];
  for (const [i, kind] of names.entries()) {
    const before = await engines(page);
    const times = Math.ceil((CANCELS - all.length) / (names.length - i));
    const { ms, silentMs, found } = await cancelOften(page, kind, times);
    all.push(...found);
    const iterated = found.filter(({ hadIteration }) => hadIteration);
    print(kind.padEnd(15), {
      'whole run, ms': Math.round(ms),
      'longest silence': Math.round(silentMs),
      cancelled: found.length,
      'iteration kept': `${iterated.filter(({ isKept }) => isKept).length} of ${iterated.length}`,
      'stopped p50/p99/max': words(found.map(({ stoppedMs }) => stoppedMs)),
      'free p50/p99/max': words(found.map(({ freeMs }) => freeMs)),
      'engines replaced': (await engines(page)) - before,
    });
    expect(ofStatus(found, 'failed'), kind).toBe(0);
    if (ms > LEAST_MS) expect(found.length, kind).toBeGreaterThan(0);
  }
  print('all', {
    cancels: all.length,
    'stopped p50/p99/max': words(all.map(({ stoppedMs }) => stoppedMs)),
    'free p50/p99/max': words(all.map(({ freeMs }) => freeMs)),
    'load on so many cores': `${loadavg()[0]!.toFixed(1)} on ${cpus().length}`,
  });
  expect(
    quantile(
      all.map(({ stoppedMs }) => stoppedMs),
      0.99,
    ),
  ).toBeLessThanOrEqual(100);
  close();
});
