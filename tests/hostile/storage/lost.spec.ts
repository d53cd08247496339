import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createRandom, type Random } from '../../../src/core/random';
import { dropFile } from '../../journey/support/app';
import { KillableBrowser, visit } from './browser';
import { print, rounds } from './rounds';

const FLIPS = 100;
const ROUNDS = rounds(20);
const NOTES = 12;
const TITLE = 'Kept';

/** Every file under a folder of the profile whose path has this in it. */
function filesOf(profile: string, part: RegExp): string[] {
  const all = readdirSync(profile, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => part.test(path.slice(profile.length)) && !path.endsWith('LOCK'));
}

const DATABASE = /IndexedDB/;
const COPIES = /File System/;
const ALL = /IndexedDB|File System|Local Storage/;

function flip(paths: readonly string[], random: Random): void {
  const files = paths.filter((path) => statSync(path).size > 0);
  for (let i = 0; i < FLIPS && files.length > 0; i++) {
    const path = files[random.below(files.length)]!;
    const bytes = readFileSync(path);
    const at = random.below(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << random.below(8));
    writeFileSync(path, bytes);
  }
}

function remove(paths: readonly string[]): void {
  for (const path of paths) rmSync(path);
}

const DAMAGE: Readonly<Record<string, (profile: string, random: Random) => void>> = {
  'database deleted': (profile) => remove(filesOf(profile, DATABASE)),
  'copies deleted': (profile) => remove(filesOf(profile, COPIES)),
  'database and copies deleted': (profile) => {
    remove(filesOf(profile, DATABASE));
    remove(filesOf(profile, COPIES));
  },
  'bytes of the database flipped': (profile, random) => flip(filesOf(profile, DATABASE), random),
  'bytes of the copies flipped': (profile, random) => flip(filesOf(profile, COPIES), random),
  'bytes of everything flipped': (profile, random) => flip(filesOf(profile, ALL), random),
};

const noteOf = (i: number) => `Note ${i}: what was thought of for hours.`;

/** A browser, ended in good order, that keeps one notebook. */
async function createTemplate(): Promise<KillableBrowser> {
  const browser = new KillableBrowser();
  const page = await visit(await browser.start());
  const front = `---\nfenqun: 1\ntitle: "${TITLE}"\nlanguage: "en"\nseed: 1\nsources: []\n---\n`;
  const notes = Array.from(
    { length: NOTES },
    (_, i) => `<!-- fenqun note id=n${i} -->\n${noteOf(i)}\n`,
  );
  await dropFile(page, { name: 'kept.fenqun.md', bytes: [front, ...notes].join('\n') });
  await page.waitForSelector('[data-save=saved]', { timeout: 60_000 });
  // The second copy is written right after the save, the note of it by the browser in time.
  await page.waitForTimeout(8000);
  await browser.stop();
  return browser;
}

type Found = 'whole' | 'in part, and said so' | 'named as missing' | 'silently less';

/** What the page shows of the notebook. */
async function shown(page: Page): Promise<Found> {
  const there = page.getByText(TITLE, { exact: true }).first();
  const banner = page.locator('[data-trouble]');
  await there
    .or(banner)
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined);
  if ((await there.count()) === 0)
    return (await banner.count()) > 0 ? 'named as missing' : 'silently less';
  await there.click();
  await page.waitForSelector('header input', { timeout: 60_000 });
  // Results went with the database: what the notes say is worked out once more.
  const shownNotes = () =>
    page.evaluate(
      (texts) => texts.filter((text) => document.body.innerText.includes(text)).length,
      Array.from({ length: NOTES }, (_, i) => noteOf(i)),
    );
  const isWhole = await expect
    .poll(shownNotes, { timeout: 20_000 })
    .toBe(NOTES)
    .then(
      () => true,
      () => false,
    );
  if (isWhole) return 'whole';
  const isSaid = (await page.locator('[data-kind=damaged]').count()) > 0;
  return isSaid ? 'in part, and said so' : 'silently less';
}

test.describe('nothing starts silently empty', () => {
  let template: KillableBrowser;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    template = await createTemplate();
  });
  test.afterAll(() => template.dispose());

  for (const [what, damage] of Object.entries(DAMAGE)) {
    test(`with ${what}`, async () => {
      const random = createRandom(6, what);
      const found = {
        whole: 0,
        'in part, and said so': 0,
        'named as missing': 0,
        'silently less': 0,
      };
      for (let round = 0; round < ROUNDS; round++) {
        const browser = new KillableBrowser(template);
        try {
          damage(browser.profile, random);
          found[await shown(await visit(await browser.start()))]++;
        } finally {
          await browser.dispose();
        }
      }
      print(what, { rounds: ROUNDS, ...found });
      expect(found['silently less']).toBe(0);
    });
  }
});
