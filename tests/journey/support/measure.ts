import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** Collects main-thread tasks over 50 ms from the first moment of the page on. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { longTasks: durations });
    new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map((entry) => entry.duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  return () =>
    page.evaluate(() => [...(globalThis as unknown as { longTasks: number[] }).longTasks]);
}

/** The largest resident memory that any renderer process has had so far, in bytes (Linux only). */
export async function peakRendererBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8')))
    .map((match) => Number(match?.[1]) * 1024);
  return Math.max(...peaks);
}
