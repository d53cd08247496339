import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import type { Notebook } from '../../src/core/notebook';
import { writeNotebook } from '../../src/notebook-file/write';
import { fileOf, listen } from '../../src/tooling/serve.mjs';
import { chooseFile } from './support/app';
import { hostileStrings } from './support/hostile-strings';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const isThorough = process.env['FENQUN_HOSTILE'] === '1';
const strings = hostileStrings(isThorough);
const BATCH = 60;
const batches = Array.from({ length: Math.ceil(strings.length / BATCH) }, (_, i) =>
  strings.slice(i * BATCH, (i + 1) * BATCH),
);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The built site, or the same with its policy taken out everywhere, and the proof of it with it. */
async function openSite(hasPolicy: boolean) {
  const server = createServer((request, response) => {
    const name = fileOf((request.url ?? '').split('?')[0]!, '/') ?? '';
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    readFile(join(DIST, name)).then(
      (bytes) => {
        if (hasPolicy) return void response.writeHead(200, { 'content-type': type }).end(bytes);
        if (name === 'service-worker.js') return void response.writeHead(404).end();
        const isText = name in { 'index.html': 1 } || name.endsWith('.js');
        const bare = !isText
          ? bytes
          : bytes
              .toString('utf8')
              .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
              .replaceAll('mustBeCovered:!0', 'mustBeCovered:!1');
        response.writeHead(200, { 'content-type': type }).end(bare);
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function notebookOf(texts: readonly string[], batch: number): Notebook {
  const ids = texts.map((_, i) => `${batch}-${i}`);
  return {
    format: 1,
    title: texts[0] ?? '',
    language: 'en',
    seed: 1,
    sources: texts.map((name, i) => ({
      name: name || `empty ${i}`,
      columns: [...texts],
      rows: 3,
      sha256: String(i).padStart(64, '0'),
    })),
    cells: texts.flatMap((text, i) => [
      { id: `n${ids[i]}`, kind: 'note', version: 1, params: { text }, inputs: {} },
      {
        id: `l${ids[i]}`,
        kind: 'load',
        version: 2,
        title: text,
        params: Object.fromEntries([
          ['source', text],
          ['missing', [text]],
          [text, text],
        ]),
        inputs: {},
      },
    ]),
    unknown: Object.fromEntries([[texts[1] ?? 'x', texts[0] ?? '']]),
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;

/** The strings as names of columns, as categories and as the name of the file. */
function tableOf(texts: readonly string[]): string {
  const some = texts.slice(0, 24);
  const rows = Array.from({ length: 240 }, (_, row) =>
    [row, (row * 37) % 101, ...some.map((_, i) => quoted(some[(row + i) % some.length]!))].join(
      ',',
    ),
  );
  return `${['a', 'b', ...some.map(quoted)].join(',')}\r\n${rows.join('\r\n')}\r\n`;
}

/** What would not be there if every text had stayed a text. */
function traces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].flatMap((element) => {
      const tag = element.tagName.toLowerCase();
      const odd = [...element.attributes].filter(
        ({ name, value }) =>
          /^on/i.test(name) ||
          (/^(href|src|action|data|xlink:href)$/i.test(name) &&
            /^\s*(javascript|vbscript|data:text)/i.test(value)),
      );
      const isActive = /^(iframe|object|embed|base|form)$/.test(tag);
      return isActive || odd.length > 0 ? [`${tag} ${odd.map(({ name }) => name).join()}`] : [];
    });
    const own = Object.getOwnPropertyNames(Object.prototype).sort().join();
    return [...found, own === globalThis.ownNames ? '' : `Object.prototype: ${own}`].filter(
      Boolean,
    );
  });
}

declare global {
  // Set before anything of the page runs.
  var ownNames: string;
}

for (const hasPolicy of [true, false]) {
  test(`no text is ever run ${hasPolicy ? 'under' : 'without'} the policy`, async ({ browser }) => {
    test.setTimeout(120_000 + batches.length * 240_000);
    const site = await openSite(hasPolicy);
    const context = await browser.newContext({ locale: 'en' });
    const executed: string[] = [];
    const foreign: string[] = [];
    await context.exposeBinding('tellExecuted', (_source, what: string) => executed.push(what));
    await context.addInitScript(() => {
      globalThis.ownNames = Object.getOwnPropertyNames(Object.prototype).sort().join();
      const tell = (globalThis as unknown as { tellExecuted: (what: string) => void }).tellExecuted;
      for (const name of ['alert', 'confirm', 'prompt'] as const) {
        Object.assign(globalThis, { [name]: () => tell(name) });
      }
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!/^(blob|data):/.test(url) && !url.startsWith(site.address)) foreign.push(url);
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      executed.push(dialog.message());
      void dialog.dismiss();
    });
    const door = page.locator('input[type=file]').first();
    for (const [batch, texts] of batches.entries()) {
      // What the page loads for later is no matter here.
      await page.goto(site.address, { waitUntil: 'commit' });
      await expect(door).toBeAttached();
      const text = writeNotebook(notebookOf(texts, batch), new Map());
      await chooseFile(page, { name: `${texts[3]}.fenqun.md`, bytes: text });
      await expect(page.locator('[data-kind="note"]')).not.toHaveCount(0);
      expect(await traces(page)).toEqual([]);
      // What the page loads for later is no matter here.
      await page.goto(site.address, { waitUntil: 'commit' });
      await expect(door).toBeAttached();
      await chooseFile(page, { name: `${texts[2]}.csv`, bytes: tableOf(texts) });
      await expect(page.locator('[data-kind="profile"][data-state="fresh"]')).toBeAttached();
      expect(await traces(page)).toEqual([]);
      await page.evaluate(
        async ({ fragments, all }) => {
          for (const [i, fragment] of fragments.entries()) {
            // Every text through every one of them is for the long run.
            const ways = ['#/share/1', '#/notebook/', '#'];
            for (const way of all ? ways : [ways[i % ways.length]!]) {
              location.hash = way + fragment;
              await new Promise((resolve) => setTimeout(resolve));
            }
          }
        },
        { fragments: texts, all: isThorough },
      );
      for (const asked of texts.slice(0, isThorough ? 2 : 1)) {
        await page.goto(`${site.address}?nb=${encodeURIComponent(`${asked}.md`)}&mode=${asked}`);
        await expect(page.locator('#app > *').first()).toBeAttached();
      }
      expect(await traces(page)).toEqual([]);
    }
    test.info().annotations.push({
      type: 'hostile strings',
      description: `${strings.length}: ${executed.length} executions, ${foreign.length} requests`,
    });
    console.log(
      `${strings.length} hostile strings, ${hasPolicy ? 'with' : 'without'} policy: ` +
        `${executed.length} executions, ${foreign.length} requests to others`,
    );
    expect(executed).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
    site.close();
  });
}
