import { expect, test } from '@playwright/test';
import { DOORS } from './support/hostile-doors';
import { openHostileSite } from './support/hostile-site';
import { hostileStrings } from './support/hostile-strings';
import { watchTexts } from './support/hostile-witness';

/** `npm run hostile:page`: all texts; else a few. */
const isThorough = process.env['FENQUN_HOSTILE'] === '1';
const strings = hostileStrings(isThorough);
// A recording of thousands of pages would cost more than they do.
test.use({ trace: 'off' });

for (const hasPolicy of [true, false]) {
  const policy = `${hasPolicy ? 'with' : 'without'} the policy`;
  test(`no text is ever run ${policy}`, async ({ browser }) => {
    test.setTimeout(isThorough ? 3_600_000 : 240_000);
    const site = await openHostileSite(hasPolicy);
    const context = await browser.newContext({ locale: 'en' });
    const { executed, foreign } = await watchTexts(context, site.address);
    const page = await context.newPage();
    await page.goto(site.address, { waitUntil: 'commit' });
    await expect(page.locator('input[type=file]').first()).toBeAttached();
    // The trap springs.
    await page.evaluate(() => alert('a test of it'));
    await expect.poll(() => executed.splice(0)).toEqual(['alert']);
    for (const { name, batch: size, enter } of DOORS) {
      const from = Date.now();
      for (let at = 0; at < strings.length; at += size) {
        const texts = strings.slice(at, at + size);
        expect(await enter(page, texts, at / size), name).toEqual([]);
      }
      console.log(
        `${policy}: ${name}: ${strings.length} texts, ${executed.length} run, ${Date.now() - from} ms`,
      );
    }
    console.log(`${policy}: requests to others: ${foreign.length}`);
    expect(executed).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
    site.close();
  });
}
