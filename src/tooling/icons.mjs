import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { root } from './run.mjs';

/**
 * Draws the icons that systems ask for as PNG from `public/icon.svg`: `node src/tooling/icons.mjs`
 * after a change of the mark. A maskable one fills its square, and its mark stays in the middle
 * four fifths, since systems cut it to their own shape.
 */
const mark = readFileSync(join(root, 'public/icon.svg'), 'utf8');
const maskable = mark
  .replace('rx="7"', '')
  .replace('translate(3.2 3.2) scale(.8)', 'translate(6.4 6.4) scale(.6)');
const ICONS = [
  { name: 'icon-192.png', svg: mark, size: 192 },
  { name: 'icon-512.png', svg: mark, size: 512 },
  { name: 'icon-maskable-512.png', svg: maskable, size: 512 },
];

const executablePath = findChromium() ?? '';
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  for (const { name, svg, size } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawn = svg.replace('<svg ', `<svg width="${size}" height="${size}" `);
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawn}`);
    writeFileSync(join(root, 'public', name), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
