import { expect, test, type Browser } from '@playwright/test';
import { DOORS, type Door } from './support/hostile-doors';
import { openHostileSite } from './support/hostile-site';
import { hostileStrings } from './support/hostile-strings';
import { watchTexts } from './support/hostile-witness';

/** `npm run hostile:page`: all texts; else a few. */
const isThorough = process.env['FENQUN_HOSTILE'] === '1';
const strings = hostileStrings(isThorough);
// A recording of thousands of pages would cost more than they do.
test.use({ trace: 'off' });

/**
 * Doors that are gone through in one browser. With many texts each has its own, which knows nothing
 * yet: a start page that lists the notebooks of all doors before would be most of the work.
 */
const rounds: readonly (readonly Door[])[] = isThorough ? DOORS.map((door) => [door]) : [DOORS];

async function passThrough(
  doors: readonly Door[],
  browser: Browser,
  { address, policy }: { readonly address: string; readonly policy: string },
): Promise<void> {
  const context = await browser.newContext({ locale: 'en' });
  const { executed, foreign } = await watchTexts(context, address);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('input[type=file]').first()).toBeAttached();
  const springTrap = async (): Promise<void> => {
    await page.evaluate(() => alert('a test of it'));
    await expect.poll(() => executed).toEqual(['alert']);
    executed.length = 0;
  };
  await springTrap();
  for (const { name, batch: size, enter } of doors) {
    const from = Date.now();
    for (let at = 0; at < strings.length; at += size) {
      const texts = strings.slice(at, at + size);
      expect(await enter(page, texts, at / size), name).toEqual([]);
    }
    // It still springs, and nothing sprang it before.
    await springTrap();
    expect(foreign, name).toEqual([]);
    console.log(`${policy}: ${name}: ${strings.length} texts, none run, ${Date.now() - from} ms`);
  }
  await context.close();
}

for (const hasPolicy of [true, false]) {
  const policy = `${hasPolicy ? 'with' : 'without'} the policy`;
  test(`no text is ever run ${policy}`, async ({ browser }) => {
    test.setTimeout(isThorough ? 3_600_000 : 240_000);
    const site = await openHostileSite(hasPolicy);
    const left = rounds.values();
    // Whoever is through takes what is left.
    const walk = async (): Promise<void> => {
      for (const doors of left) await passThrough(doors, browser, { ...site, policy });
    };
    await Promise.all([walk(), walk()]);
    site.close();
  });
}
