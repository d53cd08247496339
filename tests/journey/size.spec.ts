import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, openStart, test } from './support/app';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const LIMIT_BYTES = 350 * 1024;

/** What a file makes the browser load at once: static imports, style sheets, scripts, icons. */
function referencesOf(name: string): string[] {
  const text = readFileSync(join(DIST, name), 'utf8');
  if (name.endsWith('.html')) {
    return [...text.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map((match) => match[1]!);
  }
  if (name.endsWith('.js')) {
    return [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)].map(
      (match) => match[1]!,
    );
  }
  return [];
}

function startFiles(): Set<string> {
  const found = new Set<string>();
  const waiting = ['index.html'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || !existsSync(join(DIST, name))) continue;
    found.add(name);
    waiting.push(...referencesOf(name).map((path) => join(dirname(name), path)));
  }
  return found;
}

test('first interaction needs at most 350 KB, compressed', async ({ page }) => {
  const files = startFiles();
  // Fonts are loaded for the characters on the page, which only the browser knows.
  page.on('response', (response) => {
    const path = response.url().replace(process.env['FENQUN_SITE']!, '');
    if (/\.woff2$/.test(path)) files.add(path);
  });
  await openStart(page, 'en');
  await page.evaluate(() => document.fonts.ready);
  const sizes = [...files].map((name) => [name, gzipSync(readFileSync(join(DIST, name))).length]);
  const total = sizes.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
  test.info().annotations.push({ type: 'compressed', description: `${total} bytes` });
  expect(files.size).toBeGreaterThan(3);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(LIMIT_BYTES);
});
