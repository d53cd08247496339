import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { createRandom, type Random } from '../../../src/core/random';
import { KillableBrowser, openBlank, site, visit } from './browser';
import { print, rounds } from './rounds';

const FLIPS = 100;
const ROUNDS = rounds(20);

/** Every file under a folder of the profile whose path has this in it. */
function filesOf(profile: string, part: string): string[] {
  const all = readdirSync(profile, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(part) && !path.endsWith('LOCK'));
}

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

const DAMAGE = {
  'database deleted': (profile: string) => {
    for (const path of filesOf(profile, 'IndexedDB')) rmSync(path);
  },
  'copies deleted': (profile: string) => {
    for (const path of filesOf(profile, 'File System')) rmSync(path);
  },
  'database flipped': (profile: string, random: Random) =>
    flip(filesOf(profile, 'IndexedDB'), random),
  'copies flipped': (profile: string, random: Random) =>
    flip(filesOf(profile, 'File System'), random),
} as const;

/** What the page shows of the notebook: itself, or that it is missing or cannot be read. */
async function shown(page: Page, title: string): Promise<'there' | 'named' | 'silent'> {
  const there = page.getByText(title, { exact: true }).first();
  const named = page.locator('[data-trouble]');
  const first = there.or(named).first();
  await first.waitFor({ timeout: 20_000 }).catch(() => undefined);
  if ((await there.count()) > 0) return 'there';
  return (await named.count()) > 0 ? 'named' : 'silent';
}

for (const [what, damage] of Object.entries(DAMAGE)) {
  test(`with ${what}, nothing starts silently empty`, async () => {
    const random = createRandom(6, what);
    const found = { there: 0, named: 0, silent: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const browser = new KillableBrowser();
      try {
        const page = await visit(await browser.start());
        await openBlank(page);
        const title = `kept ${round}`;
        await page.locator('header input').first().fill(title);
        await page.locator('header input').first().press('Enter');
        await page.waitForSelector('[data-save=saved]', { timeout: 20_000 });
        // The second copy is written right after the save, the note of it by the browser in time.
        await page.waitForTimeout(1500);
        await browser.stop();
        damage(browser.profile, random);
        found[await shown(await visit(await browser.start(), site()), title)]++;
      } finally {
        await browser.dispose();
      }
    }
    print(what, { rounds: ROUNDS, ...found });
    expect(found.silent).toBe(0);
  });
}
