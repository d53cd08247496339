import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Asked, OursAnswers } from '../answer-ours';
import type { BenchPage, ToBench } from '../page/protocol';
import type { Prover } from './participant';

/** Set by the page, see `page/main.ts`. */
declare const bench: Promise<BenchPage>;

/** A browser program, and where the page of the bench is. */
export interface BrowserPlace {
  readonly launch: () => Promise<Browser>;
  readonly address: string;
}

/** The renderer of a browser with one page: its processor time and the most memory it has had. */
export async function rendererOf(browser: Browser) {
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
export async function startInChromium({ launch, address }: BrowserPlace): Promise<Prover> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address);
  const workers = await page.evaluate(async () => (await bench).workers);
  const before = await rendererOf(browser);

  async function post(message: ToBench) {
    const reply = await page.evaluate(async (posted) => (await bench).ask(posted), message);
    if (reply.kind === 'failed') throw new Error(`Chromium: ${reply.reason}`);
    return reply.answer;
  }
  async function ask<K extends Asked['kind']>(asked: Asked & { kind: K }): Promise<OursAnswers[K]> {
    // The worker answers each question in kind.
    return (await post({ kind: 'ask', asked })) as OursAnswers[K];
  }

  return {
    name: `Fenqun, Chromium ${browser.version().split('.')[0]}, ${workers} workers`,
    async load(told) {
      const arrays = told.arrays.map((array) => {
        const path = new URL(`data/${basename(array.path)}`, address).href;
        return { ...array, path };
      });
      await post({ kind: 'load', told: { ...told, arrays } });
      return true;
    },
    async run() {
      const { cpuMs: began } = await rendererOf(browser);
      const timing = await ask({ kind: 'run' });
      const { cpuMs: ended } = await rendererOf(browser);
      return { ...timing, cpuMs: ended - began };
    },
    async peakBytes() {
      const { peakBytes } = await rendererOf(browser);
      return peakBytes === undefined ? undefined : peakBytes - (before.peakBytes ?? 0);
    },
    limits: () => ask({ kind: 'limits' }),
    hashes: (count, runs) => ask({ kind: 'hash', workers: count, runs }),
    cancel: (afterMs) => ask({ kind: 'cancel', afterMs }),
    longestTaskMs: () => page.evaluate(async () => (await bench).longestTaskMs()),
    close: () => browser.close(),
  };
}
