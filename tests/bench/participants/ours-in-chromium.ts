import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { BenchPage, FromBench, ToBench } from '../page/protocol';
import type { Participant } from './participant';

/** Set by the page, see `page/main.ts`. */
declare const bench: Promise<BenchPage>;

/** What this participant needs: a browser program, the page's address and where its data lie. */
export interface BrowserPlace {
  readonly launch: () => Promise<Browser>;
  readonly address: string;
}

type AnswerOf<K extends FromBench['kind']> = Extract<FromBench, { readonly kind: K }>;

async function ask<K extends FromBench['kind']>(
  page: Page,
  message: ToBench,
  kind: K,
): Promise<AnswerOf<K>> {
  const answer = await page.evaluate(async (posted) => (await bench).ask(posted), message);
  if (answer.kind !== kind) throw new Error(`Chromium: ${JSON.stringify(answer)}`);
  return answer as AnswerOf<K>;
}

/** The renderer of a browser with one page: its processor time and the most memory it has had. */
async function rendererOf(browser: Browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ cpuMs: cpuTime * 1000, peakBytes: peakOf(id) }));
  return renderers.reduce((most, one) =>
    (one.peakBytes ?? 0) > (most.peakBytes ?? 0) ? one : most,
  );
}

/** Linux only. */
function peakOf(pid: number): number | undefined {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}

/** Our engine in a fresh Chromium: the product's workers under the product's policy. */
export async function startInChromium({ launch, address }: BrowserPlace): Promise<Participant> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address);
  const workers = await page.evaluate(async () => (await bench).workers);
  const before = await rendererOf(browser);
  return {
    name: `Fenqun, Chromium ${browser.version().split('.')[0]}, ${workers} workers`,
    async load(told) {
      const arrays = told.arrays.map((array) => {
        const path = new URL(`data/${basename(array.path)}`, address).href;
        return { ...array, path };
      });
      await ask(page, { kind: 'load', told: { ...told, arrays } }, 'loaded');
      return true;
    },
    async run() {
      const { cpuMs: began } = await rendererOf(browser);
      const { timing } = await ask(page, { kind: 'run' }, 'ran');
      const { cpuMs: ended } = await rendererOf(browser);
      return { ...timing, cpuMs: ended - began };
    },
    async peakBytes() {
      const { peakBytes } = await rendererOf(browser);
      return peakBytes === undefined ? undefined : peakBytes - (before.peakBytes ?? 0);
    },
    limits: async () => (await ask(page, { kind: 'limits' }, 'measured')).limits,
    longestTaskMs: () => page.evaluate(async () => (await bench).longestTaskMs()),
    close: () => browser.close(),
  };
}
