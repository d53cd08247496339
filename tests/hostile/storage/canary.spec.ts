import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { KillableBrowser, visit } from './browser';
import { print } from './rounds';

const CANARY = 'zebrafinch9471';
const PASSPHRASE = 'four grey herons at the weir';

/** A table with the canary in its name, in a column's name, in categories and in numbers' rows. */
const rows = Array.from({ length: 240 }, (_, i) => {
  const group = i % 3;
  return `${i},${20 + group * 25 + (i % 7)},${100 * (group + 1) + ((i * 13) % 40)},${CANARY}-kind-${group}`;
});
const csv = `id,age,${CANARY}_spend,${CANARY}_kind\n${rows.join('\n')}\n`;

/** Every file of a profile in which the canary lies, in any of three encodings. */
function findIn(profile: string): string[] {
  const wanted = [Buffer.from(CANARY, 'utf8'), Buffer.from(CANARY, 'utf16le')];
  const all = readdirSync(profile, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      // ASCII is the same in UTF-8 and Latin-1.
      return wanted.some((canary) => bytes.includes(canary));
    })
    .map((path) => path.slice(profile.length));
}

async function drop(page: Page): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const held = new DataTransfer();
      held.items.add(new File([text!], name!));
      return held;
    },
    [`${CANARY}.csv`, csv] as const,
  );
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(kind, { dataTransfer: transfer });
  }
}

async function typePassphrase(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const fields = dialog.locator('input[type=password]');
  await fields.nth(0).fill(PASSPHRASE);
  await fields.nth(1).fill(PASSPHRASE);
  await dialog.locator('button[type=submit]').click();
}

/** Opens the table, waits for its results, writes a note and a title, keeps a version, deletes a cell. */
async function work(page: Page): Promise<void> {
  await drop(page);
  await page.waitForSelector('[data-save=saved]', { timeout: 120_000 });
  await expect(page.locator('.run .calm')).toBeVisible({ timeout: 240_000 });
  const title = page.locator('header input.title');
  await title.fill(`${CANARY} title`);
  await title.press('Enter');
  await page.keyboard.press('Control+s');
  const name = page.getByRole('dialog').locator('input');
  await name.fill(`${CANARY} version`);
  await name.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.waitForSelector('[data-save=saved]', { timeout: 60_000 });
  // The second copy is written after the first.
  await page.waitForTimeout(1500);
}

async function session(how: 'plain' | 'from the start' | 'later'): Promise<string[]> {
  const browser = new KillableBrowser();
  try {
    const page = await visit(await browser.start());
    await page.waitForSelector('html[data-ready=true]', { timeout: 240_000 });
    if (how === 'from the start') {
      await page.getByRole('button', { name: /先设口令|Passphrase first/ }).click();
      await typePassphrase(page);
      await expect(page.getByText(/口令已设好|Passphrase set/)).toBeVisible();
    }
    await work(page);
    if (how === 'later') {
      await page.getByRole('button', { name: /用口令保护|Protect with a passphrase/ }).click();
      await typePassphrase(page);
      await page.waitForSelector('.is-protected', { timeout: 240_000 });
      await page.waitForTimeout(1500);
    }
    if (how !== 'plain') {
      await page.reload();
      await page.locator('main input[type=password]').fill(PASSPHRASE);
      await page.getByRole('button', { name: /^(解锁|Unlock)$/ }).click();
      await expect(page.locator('header input.title')).toHaveValue(`${CANARY} title`);
    }
    await browser.stop();
    return findIn(browser.profile);
  } finally {
    await browser.dispose();
  }
}

test('a notebook that is protected from the start leaves no readable byte in the profile', async () => {
  const plain = await session('plain');
  const sealed = await session('from the start');
  // Not required: the page says that a browser wipes what was stored before in its own time.
  const later = await session('later');
  print('canary, files of the profile that hold it', {
    'encryption off': plain.length,
    'encrypted from the start': sealed.length,
    'encrypted later': later.length,
  });
  for (const [how, paths] of Object.entries({ plain, sealed, later })) {
    for (const path of paths) console.log(`  ${how}: ${path}`);
  }
  expect(plain.length).toBeGreaterThan(0);
  expect(sealed).toEqual([]);
});
