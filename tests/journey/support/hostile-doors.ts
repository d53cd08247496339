import type { Page } from '@playwright/test';
import { parseAddress } from '../../../src/app/address';
import type { Notebook } from '../../../src/core/notebook';
import { packLink } from '../../../src/notebook-file/link';
import { writeNotebook } from '../../../src/notebook-file/write';
import { expect } from './app';

/** A way by which texts of strangers come in. */
export interface Door {
  readonly name: string;
  /** Texts that go in at once. */
  readonly batch: number;
  /** Lets texts in, waits until they are shown, and returns what should not be there. */
  readonly enter: (page: Page, texts: readonly string[], batch: number) => Promise<string[]>;
}

const traces = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.tracesOfTexts());

/** The start page without loading the site again. */
async function goHome(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.goHome());
}

/**
 * Chooses a file as a browser does. A handle that Playwright holds on the field would keep the
 * start page of every file in memory to the end.
 */
async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const held = new DataTransfer();
      held.items.add(new File([content], called));
      const field = document.querySelector<HTMLInputElement>('input[type=file]')!;
      field.files = held.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, text] as const,
  );
}

/** A note and a cell that lacks its data for every text. */
function notebookOf(texts: readonly string[], batch: number): Notebook {
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
      {
        id: `n${batch}-${i}`,
        kind: 'note',
        version: 1,
        title: text,
        params: { text: `${text}\n\n[link](${text}) ![picture](${text})\n\n# ${text}` },
        inputs: {},
      },
      {
        id: `l${batch}-${i}`,
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

/** Long notebooks draw what is near the window only; one of these is drawn whole. */
async function expectNotes(page: Page, count: number): Promise<void> {
  await expect(page.locator('[data-kind="note"][data-state="fresh"]')).toHaveCount(count);
  await expect(page.locator('[data-kind="note"] [aria-busy="true"]')).toHaveCount(0);
}

const inNotebookFile: Door = {
  name: 'titles, notes, links, sources and parameters of a notebook file',
  batch: 30,
  enter: async (page, texts, batch) => {
    const written = writeNotebook(notebookOf(texts, batch), new Map());
    await chooseFile(page, `${texts[0]}.fenqun.md`, written);
    await expectNotes(page, texts.length);
    const found = await traces(page);
    await goHome(page);
    return found;
  },
};

const inSharedLink: Door = {
  name: 'titles and notes of a notebook in a link',
  batch: 30,
  enter: async (page, texts, batch) => {
    const payload = await packLink(writeNotebook(notebookOf(texts, batch), new Map()));
    await page.evaluate((packed) => {
      location.hash = `#/share/${packed}`;
    }, payload);
    await expectNotes(page, texts.length);
    const found = await traces(page);
    await goHome(page);
    return found;
  },
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;

/** Every text as the name of a column, and as a category in a few others. */
function tableOf(texts: readonly string[]): string {
  const rows = Array.from({ length: 48 }, (_, row) => {
    const cells = texts.map((_, i) => quoted(texts[(i + (row % 6)) % texts.length]!));
    return [row, (row * 37) % 101, ...cells].join(',');
  });
  return `${['a', 'b', ...texts.map(quoted)].join(',')}\r\n${rows.join('\r\n')}\r\n`;
}

const inTable: Door = {
  name: 'columns and categories of a table',
  batch: 60,
  enter: async (page, texts) => {
    await chooseFile(page, `${texts[0]}.csv`, tableOf(texts));
    const profile = page.locator('[data-kind="profile"]');
    await expect(profile).toHaveAttribute('data-state', 'fresh');
    await expect(profile.locator('[aria-busy="true"]')).toHaveCount(0);
    const found = await traces(page);
    await goHome(page);
    return found;
  },
};

/** Notebook files that hold nothing: the page names each of them and says why it was not opened. */
const asNotebookName: Door = {
  name: 'names of notebook files',
  batch: 60,
  enter: (page, texts) =>
    page.evaluate(async (names) => {
      const found: string[] = [];
      for (const text of names) {
        const name = `${text}.fenqun.md`;
        const held = new DataTransfer();
        held.items.add(new File([], name));
        const at = { dataTransfer: held, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('drop', at));
        await globalThis.untilShown(name);
        found.push(...globalThis.tracesOfTexts());
      }
      return found;
    }, texts),
};

/** Tables dropped together: each becomes a cell under its own name. */
const asTableName: Door = {
  name: 'names of tables',
  batch: 30,
  enter: async (page, texts) => {
    await goHome(page);
    await page.evaluate((names) => {
      const held = new DataTransfer();
      for (const name of names) held.items.add(new File(['a,b\n1,2\n3,4\n'], `${name}.csv`));
      const at = { dataTransfer: held, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('drop', at));
    }, texts);
    const apart = page.getByRole('dialog').locator('button[data-first]');
    if (texts.length > 1) await apart.click();
    await expect(page.locator('[data-kind="load"][data-state="fresh"]')).toHaveCount(texts.length);
    const found = await traces(page);
    await goHome(page);
    return found;
  },
};

interface Visit {
  readonly address: string;
  /** What the page says of it before the next is asked for; none: it says nothing of its own. */
  readonly said?: string;
}

/** As steps back and forth do: the page reads its whole address again. */
async function visitAll(page: Page, visits: readonly Visit[]): Promise<string[]> {
  const found = await page.evaluate(async (all) => {
    const traces: string[] = [];
    for (const { address, said } of all) {
      globalThis.step(location.pathname + address);
      await globalThis.untilShown(said ?? '');
      traces.push(...globalThis.tracesOfTexts());
    }
    return traces;
  }, visits);
  await goHome(page);
  return found;
}

/** Halves of a pair, which no address can hold, as the browser would write them. */
const encoded = (text: string): string =>
  encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));

function visitOf(address: string): Visit {
  const { search, hash } = new URL(address, 'http://site.example/');
  const asked = parseAddress(search, hash);
  if (asked.kind === 'refused') return { address, said: asked.found };
  return asked.kind === 'beside' ? { address, said: asked.path } : { address };
}

const asFragment: Door = {
  name: 'fragments: #/share/…, #/notebook/…, #…',
  batch: 60,
  enter: (page, texts) => {
    const ways = ['#/share/1', '#/notebook/', '#'];
    // One way after the other: the page stays what it is and only its words change.
    return visitAll(
      page,
      ways.flatMap((way) => texts.map((text) => ({ address: way + text }))),
    );
  },
};

const asQuery: Door = {
  name: 'addresses: ?nb=…&mode=…',
  batch: 60,
  enter: (page, texts) =>
    visitAll(
      page,
      texts.flatMap((text) => {
        const asked = encoded(text);
        return [`?nb=${asked}&mode=${asked}`, `?nb=${asked}.md&mode=app`].map(visitOf);
      }),
    ),
};

/** The same on a page that starts there; that they read an address alike is why a few do. */
const atStart: Door = {
  name: 'addresses that the page starts with',
  batch: 60,
  enter: async (page, texts) => {
    const text = encoded(texts[0] ?? '');
    const found: string[] = [];
    for (const address of [`?nb=${text}.md&mode=${text}`, `?${text}=${text}#/share/1${text}`]) {
      await page.goto(new URL(address, page.url().split(/[?#]/)[0]).href);
      await expect(page.locator('main').first()).toBeAttached();
      found.push(...(await traces(page)));
      await goHome(page);
    }
    return found;
  },
};

export const DOORS: readonly Door[] = [
  inNotebookFile,
  inSharedLink,
  inTable,
  asNotebookName,
  asTableName,
  asFragment,
  asQuery,
  atStart,
];
