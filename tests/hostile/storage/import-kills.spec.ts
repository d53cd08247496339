import { expect, test, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { createRandom, type Random } from '../../../src/core/random';
import { dropFile } from '../../journey/support/app';
import { KillableBrowser, site, visit } from './browser';
import { pageWithJournal, watchImports, type Acknowledged } from './journal';
import { print, rounds } from './rounds';
import { readAllRows } from './rows';

const KILLS = rounds(100);
/** Notebooks of one backup. */
const PACKED = 20;

/** A table of its own every time: the same bytes would be known already. */
function tableOf(round: number, random: Random): string {
  const line = (id: number) =>
    `r${round}-${id},${random.below(90)},${random.below(9000) / 10},${random.below(40)}`;
  return ['member,age,spend,visits', ...Array.from({ length: 400 }, (_, id) => line(id))].join(
    '\n',
  );
}

const notebookOf = (title: string): string =>
  [
    '---',
    'fenqun: 1',
    `title: "${title}"`,
    'language: "en"',
    'seed: 1',
    'sources: []',
    '---',
    ...Array.from(
      { length: 12 },
      (_, i) => `\n<!-- fenqun note id=n${i} -->\nNote ${i} of ${title}.`,
    ),
    '',
  ].join('\n');

function backupOf(round: number): Buffer {
  const entries = Array.from({ length: PACKED }, (_, i) => ({
    id: `packed-${round}-${i}`,
    file: `notebooks/${i}.fenqun.md`,
    title: `packed ${round} ${i}`,
  }));
  const index = {
    format: 1,
    madeMs: 1,
    notebooks: entries.map(({ id, file }) => ({ id, file, versions: [] })),
    datasets: [],
  };
  const files = entries.map(({ file, title }) => [file, strToU8(notebookOf(title))] as const);
  const all = {
    ...Object.fromEntries(files),
    'fenqun-backup.json': strToU8(JSON.stringify(index)),
  };
  return Buffer.from(zipSync(all));
}

/** What comes in. */
const ARRIVALS = {
  table: (page: Page, round: number, random: Random) =>
    dropFile(page, { name: `table-${round}.csv`, bytes: tableOf(round, random) }),
  notebook: (page: Page, round: number) =>
    dropFile(page, { name: `${round}.fenqun.md`, bytes: notebookOf(`notebook ${round}`) }),
  backup: async (page: Page, round: number) => {
    const buffer = backupOf(round);
    const input = page.locator('input[type=file][accept=".zip"]');
    await input.setInputFiles({ name: 'b.zip', mimeType: 'application/zip', buffer });
  },
} as const;
const ORDER = ['table', 'notebook', 'table', 'backup'] as const;

test('a browser that is killed while something comes in has all of it or none', async () => {
  test.setTimeout(3_600_000);
  const random = createRandom(6, 'import kills');
  const browser = new KillableBrowser();
  const expected = new Map<string, Acknowledged>();
  /** Longer where it was struck before it was through: about half of them come through. */
  const withinMs = { table: 5000, notebook: 2000, backup: 2500 };
  const struck = { table: 0, notebook: 0, backup: 0 };
  let thrownAway = 0;
  let [lost, torn, lacking, acknowledged, halfRestored, unfinished] = [0, 0, 0, 0, 0, 0];
  let before = 0;
  const report = (kills: number) =>
    print('killed while importing', {
      kills,
      ...struck,
      'before it was acknowledged': unfinished,
      acknowledged,
      'backups restored in part': halfRestored,
      'databases thrown away by the browser': thrownAway,
      notebooks: before,
      lost,
      torn,
      'without their file': lacking,
    });
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      const { page, journal } = await pageWithJournal(await browser.start());
      await visit(page, site());
      await page.waitForSelector('h1');
      if ((await page.locator('[data-trouble=restored]').count()) > 0) thrownAway++;
      const found = await readAllRows(page);
      torn = Math.max(torn, found.filter(({ isTorn }) => isTorn).length);
      lacking = Math.max(lacking, found.filter(({ lacksFile }) => lacksFile).length);
      const isThere = ({ id, title, cells }: Acknowledged) =>
        found.some((rows) => rows.id === id && rows.title === title && rows.cells >= cells);
      lost = Math.max(lost, [...expected.values()].filter((one) => !isThere(one)).length);
      // What somebody had once is never fewer afterwards.
      if (found.length < before) lost++;
      before = found.length;
      const packed = found.filter(({ id }) => id.startsWith(`packed-${kill - 1}-`)).length;
      if (packed > 0 && packed < PACKED) halfRestored++;
      if (kill === KILLS) break;
      if (kill % 20 === 19) report(kill);
      const kind = ORDER[kill % ORDER.length]!;
      if (kind === 'backup') await page.getByRole('button', { name: 'Storage and backup' }).click();
      await watchImports(page);
      const afterMs = random.below(withinMs[kind]);
      await ARRIVALS[kind](page, kill, random);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await browser.kill();
      struck[kind]++;
      for (const one of journal.acknowledged) expected.set(one.id, one);
      if (journal.restored) {
        for (let i = 0; i < PACKED; i++) {
          const id = `packed-${kill}-${i}`;
          expected.set(id, { id, title: `packed ${kill} ${i}`, cells: 12 });
        }
      }
      const isThrough = journal.acknowledged.length > 0 || journal.restored !== null;
      if (isThrough) acknowledged++;
      else unfinished++;
      withinMs[kind] = Math.round(withinMs[kind] * (isThrough ? 0.85 : 1.15));
    }
  } finally {
    await browser.dispose();
  }
  report(KILLS);
  expect([lost, torn, lacking]).toEqual([0, 0, 0]);
});
