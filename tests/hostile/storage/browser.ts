import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_ARGS } from '../../../src/tooling/chromium.mjs';

/** A Chromium with a profile of its own that can be killed as a power cut would. */
export class KillableBrowser {
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  readonly profile = mkdtempSync(join(tmpdir(), 'fenqun-hostile-'));

  /** With what another browser, that runs no more, has kept. */
  constructor(from?: KillableBrowser) {
    if (from) cpSync(from.profile, this.profile, { recursive: true });
  }

  /** Starts it on the profile as it was left; resolves with its one context. */
  async start(): Promise<BrowserContext> {
    const portFile = join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const path = process.env['CHROMIUM_PATH'] ?? '';
    const own = [
      `--user-data-dir=${this.profile}`,
      '--remote-debugging-port=0',
      '--headless',
      '--window-size=1280,800',
    ];
    // A process group of its own, so that all of it dies at once.
    this.#process = spawn(path, [...CHROMIUM_ARGS, ...own, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    });
    const [port, address] = await lines(portFile);
    this.#browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${address}`);
    return this.#browser.contexts()[0]!;
  }

  /** Ends every process of it at this moment: nothing is flushed, nothing is told. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child?.pid || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.#browser?.close().catch(() => undefined);
  }

  /** Ends it in good order, as closing its window would. */
  async stop(): Promise<void> {
    const child = this.#process;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    const session = await this.#browser?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => undefined);
    await gone;
  }

  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function lines(file: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 600; tries++) {
    const found = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (found.length >= 2) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser does not start');
}

export const site = (): string => process.env['FENQUN_SITE']!;

/** Opens an address of the site in a page, or a new one, and waits until the page is there. */
export async function visit(place: BrowserContext | Page, address = site()): Promise<Page> {
  const page = 'newPage' in place ? await place.newPage() : place;
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('#main', { timeout: 30_000 });
  return page;
}

/** A new notebook without cells. */
export async function openBlank(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(空白笔记本|Blank notebook)$/ }).click();
  await page.waitForSelector('[data-save=saved]', { timeout: 30_000 });
  return page.url();
}
