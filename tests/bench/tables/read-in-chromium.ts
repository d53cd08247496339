import type { ReadBench } from '../page/protocol';
import { rendererOf } from '../participants/ours-in-chromium';
import type { Started } from '../participants/participant';
import type { Browsing } from '../participants/start-all';

declare const readBench: Promise<ReadBench>;

/** The reader of the product in a fresh Chromium, under the product's policy. */
export async function readInChromium(browsing: Browsing, path: string): Promise<Started> {
  if ('missing' in browsing) return browsing;
  const browser = await browsing.launch();
  const page = await browser.newPage();
  await page.goto(new URL('read.html', browsing.address).href);
  await page.locator('input').setInputFiles(path);
  await page.evaluate(async () => void (await readBench));
  const before = await rendererOf(browser);
  return {
    name: `Fenqun, Chromium ${browser.version().split('.')[0]}`,
    load: () => Promise.resolve(true),
    async run() {
      const { cpuMs } = await rendererOf(browser);
      const { ms, proof } = await page.evaluate(async () => (await readBench).read());
      return { ms, loadMs: 0, cpuMs: (await rendererOf(browser)).cpuMs - cpuMs, proof };
    },
    async peakBytes() {
      const { peakBytes } = await rendererOf(browser);
      return peakBytes === undefined ? undefined : peakBytes - (before.peakBytes ?? 0);
    },
    close: () => browser.close(),
  };
}
